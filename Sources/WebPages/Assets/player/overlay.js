// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { shortTime } from "../shared/format.js";
import { gapText } from "./states.js";

/** How long it is said that stillness was skipped. */
const skipNotice = 2_200;

/** What lies over the picture: a sign of what a press has done, and notices about the moment. */
export class Overlay {
  #stage;
  #engine;
  #sign = make("div", { class: "sign", "aria-hidden": "true", hidden: true, onanimationend: () => (this.#sign.hidden = true) });
  #notice = make("div", { class: "notice", role: "status", hidden: true, "data-testid": "notice" });
  #said = "";
  /** @type {{ fromMs: number, toMs: number } | null} */
  #skipped = null;
  #skippedAt = -Infinity;

  /** @param {HTMLElement} stage @param {import("./engine.js").Engine} engine */
  constructor(stage, engine) {
    this.#stage = stage;
    this.#engine = engine;
    stage.append(this.#sign, this.#notice);
  }

  /** Shows for a moment what a press on the picture has done. */
  flash() {
    this.#sign.replaceChildren(icon(this.#engine.clock.playing ? "play" : "pause"));
    this.#sign.hidden = true;
    // The animation begins anew only when the element was not drawn in between.
    void this.#sign.offsetWidth;
    this.#sign.hidden = false;
  }

  /** @param {{ veiled: boolean, trouble: string | null }} situation */
  update({ veiled, trouble }) {
    const { clock, gap } = this.#engine;
    this.#stage.dataset.gap = String(gap !== null && !veiled);
    this.#stage.dataset.waiting = String(!veiled && clock.held && clock.playing);
    this.#say(veiled ? null : this.#words(gap, trouble));
  }

  /** @param {import("./spans.js").Gap | null} gap @param {string | null} trouble @returns {[import("../shared/icons.js").IconName, string, string] | null} */
  #words(gap, trouble) {
    if (trouble) return ["alert", "Connection lost. Trying again …", "problem"];
    if (gap) return ["gap", gapText(gap), "gap"];
    if (this.#engine.damaged) return ["alert", "This picture is damaged and cannot be shown", "problem"];
    const { skipped } = this.#engine;
    if (skipped !== this.#skipped) {
      this.#skipped = skipped;
      this.#skippedAt = performance.now();
    }
    if (!skipped || performance.now() - this.#skippedAt > skipNotice) return null;
    return ["skip", `Skipped ${shortTime(skipped.toMs - skipped.fromMs)} of stillness`, "skip"];
  }

  /** @param {[import("../shared/icons.js").IconName, string, string] | null} words */
  #say(words) {
    const key = words ? words.join(" ") : "";
    if (key === this.#said) return;
    this.#said = key;
    this.#notice.hidden = !words;
    if (!words) return;
    this.#notice.dataset.tone = words[2];
    this.#notice.replaceChildren(icon(words[0]), words[1]);
  }
}
