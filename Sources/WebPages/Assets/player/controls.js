// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { nextRate, rates } from "./clock.js";
import { clockText, shortTime } from "../shared/format.js";

/** The bar of buttons beneath the scrubber. */
export class Controls {
  element;
  #engine;
  #play;
  #time = make("span", { class: "time", "data-testid": "time", "data-seconds": "0" });
  #position = make("b", {});
  #length = make("span", {});
  #live;
  #rate;
  #skip;
  #icon = "";

  /**
   * @param {import("./engine.js").Engine} engine
   * @param {{ fullscreen(): void, help(): void }} actions
   */
  constructor(engine, actions) {
    this.#engine = engine;
    this.#play = button("play", "Play (Space)", () => this.toggle());
    this.#play.dataset.testid = "play";
    const back = button("stepBack", "One picture back (,)", () => engine.step(-1));
    const on = button("stepForward", "One picture on (.)", () => engine.step(1));
    for (const step of [back, on]) step.classList.add("step");
    this.#time.append(this.#position, " / ", this.#length);
    this.#live = make("button", { type: "button", class: "button go-live", "data-testid": "go-live", hidden: true, onclick: () => engine.goLive() }, "Live");
    this.#skip = make(
      "button",
      { type: "button", class: "button", "aria-pressed": "true", title: "Skip stretches in which nothing changes (S)", "aria-label": "Skip stillness", "data-testid": "skip", onclick: () => this.toggleSkip() },
      icon("skip"),
      make("span", { class: "label" }, "Skip stillness"),
    );
    this.#rate = make(
      "select",
      { class: "rate", "aria-label": "Speed", title: "Speed (< >)", "data-testid": "rate", onchange: () => engine.setRate(Number(this.#rate.value)) },
      ...rates.map((rate) => make("option", { value: rate }, `${rate}×`)),
    );
    this.element = make(
      "div",
      { class: "controls", role: "group", "aria-label": "Playback" },
      this.#play,
      back,
      on,
      this.#time,
      this.#live,
      make("span", { class: "spread" }),
      this.#skip,
      this.#rate,
      wide(button("keyboard", "Keys (?)", actions.help)),
      button("fullscreen", "Full screen (F)", actions.fullscreen),
    );
  }

  toggle() {
    this.#engine.setPlaying(!this.#engine.clock.playing);
  }

  toggleSkip() {
    this.#engine.skipsStillness = !this.#engine.skipsStillness;
    this.#engine.wake();
    this.update();
  }

  /** @param {1 | -1} direction */
  changeRate(direction) {
    this.#engine.setRate(nextRate(this.#engine.clock.rate, direction));
  }

  update() {
    const { clock, live, following, end, shownAt } = this.#engine;
    this.#setPlayIcon(clock.playing ? "pause" : clock.atEnd && !live && end > 0 ? "replay" : "play");
    const options = { hours: end >= 3_600_000 };
    setText(this.#position, clockText(clock.position, { ...options, tenths: !clock.playing }));
    setText(this.#length, clockText(end, options));
    // For programs: the second that the picture on the screen belongs to.
    if (shownAt !== null) setAttribute(this.#time, "data-seconds", (shownAt / 1000).toFixed(3));
    setAttribute(this.#time, "data-duration-seconds", (end / 1000).toFixed(3));
    this.#live.hidden = !live;
    setAttribute(this.#live, "aria-pressed", String(following));
    const behind = end - clock.position;
    const text = following ? "Live" : behind > 1500 ? `Go live, ${shortTime(behind)} behind` : "Go live";
    setText(this.#live, text);
    setAttribute(this.#skip, "aria-pressed", String(this.#engine.skipsStillness));
    if (this.#rate.value !== String(clock.rate)) this.#rate.value = String(clock.rate);
  }

  /** @param {"play" | "pause" | "replay"} name */
  #setPlayIcon(name) {
    if (name === this.#icon) return;
    this.#icon = name;
    this.#play.replaceChildren(icon(name));
    const says = { play: "Play (Space)", pause: "Pause (Space)", replay: "Play again (Space)" }[name];
    setAttribute(this.#play, "aria-label", says);
    setAttribute(this.#play, "title", says);
  }
}

/** @param {import("../shared/icons.js").IconName} name @param {string} label @param {() => void} run */
function button(name, label, run) {
  return make("button", { type: "button", class: "button icon-only", "aria-label": label, title: label, onclick: run }, icon(name));
}

/** @param {HTMLElement} element */
function wide(element) {
  element.classList.add("wide-only");
  return element;
}
