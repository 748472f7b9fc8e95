// @ts-check
import { tellParent } from "../shared/message.js";

/** The parent is told the time so often while it runs. */
const pause = 250;

/** Talks with the page that frames the player: tells time and state, and does what it is asked. */
export class Parent {
  #engine;
  #told = "";
  #toldAt = -Infinity;
  #status = "";

  /** @param {import("./engine.js").Engine} engine */
  constructor(engine) {
    this.#engine = engine;
    window.addEventListener("message", (event) => {
      if (window.parent !== window && event.source === window.parent) this.#obey(event.data);
    });
  }

  update() {
    const { clock, following, end, pageID, shownAt } = this.#engine;
    if (shownAt === null) return;
    const message = {
      type: "bctrl:recording-time",
      seconds: Math.round(clock.position) / 1000,
      durationSeconds: Math.round(end) / 1000,
      playing: clock.playing,
      rate: clock.rate,
      live: following,
      pageId: pageID,
    };
    const key = JSON.stringify([clock.playing ? 0 : message.seconds, message.playing, message.rate, message.live]);
    const now = performance.now();
    if (key === this.#told && (!clock.playing || now - this.#toldAt < pause)) return;
    this.#told = key;
    this.#toldAt = now;
    tellParent(message);
  }

  /** @param {string} status */
  setStatus(status) {
    if (status === this.#status) return;
    this.#status = status;
    const { end, manifest } = this.#engine;
    tellParent({
      type: "bctrl:recording-status",
      status,
      durationSeconds: Math.round(end) / 1000,
      completeness: manifest?.completeness.ratio ?? null,
    });
  }

  /** @param {any} message */
  #obey(message) {
    if (message === null || typeof message !== "object") return;
    if (message.type === "bctrl:recording-seek" && Number.isFinite(message.seconds)) this.#engine.seek(message.seconds * 1000);
    if (message.type === "bctrl:recording-play") this.#engine.setPlaying(true);
    if (message.type === "bctrl:recording-pause") this.#engine.setPlaying(false);
  }
}
