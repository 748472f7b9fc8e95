// @ts-check
import { SourceError } from "./source.js";

/** How often a run that goes on is looked at, and a recording that is being finished. */
const livePause = 1_000;
const finishingPause = 2_000;
/** After a failure: this long, doubling up to the last. */
const firstRetry = 500;
const lastRetry = 10_000;

/**
 * @typedef {{
 *   manifest(manifest: import("./source.js").Manifest): void,
 *   grown(): void,
 *   trouble(error: SourceError | null): void,
 * }} Listener `trouble`: null when all is well again.
 */

/** Keeps what is known of the recording up to date for as long as it changes. */
export class Follower {
  #source;
  #outlines;
  #listener;
  #retry = firstRetry;
  #timer = 0;
  #over = false;
  #busy = false;

  /**
   * @param {import("./source.js").Source} source
   * @param {{ activity: import("./outline.js").Outline, events: import("./outline.js").Outline }} outlines
   * @param {Listener} listener
   */
  constructor(source, outlines, listener) {
    this.#source = source;
    this.#outlines = outlines;
    this.#listener = listener;
    document.addEventListener("visibilitychange", () => document.hidden || this.#over || this.look());
  }

  /** Looks now, and then again for as long as something may change. */
  async look() {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    let pause;
    try {
      pause = await this.#lookOnce();
      this.#retry = firstRetry;
      this.#listener.trouble(null);
    } catch (error) {
      pause = this.#afterTrouble(error);
    } finally {
      this.#busy = false;
    }
    if (pause !== null) this.#timer = setTimeout(() => this.look(), pause);
    else this.#over = true;
  }

  /** @returns {Promise<number | null>} The pause until the next look; null when nothing will change any more. */
  async #lookOnce() {
    const manifest = await this.#source.manifest();
    this.#listener.manifest(manifest);
    await this.#read("activity");
    await this.#read("events");
    if (manifest.run.status === "active") return livePause;
    const { status } = manifest.recording;
    return status === "preparing" || status === "processing" ? finishingPause : this.#untilLapse(manifest);
  }

  /** A lease that lapses while its page is open: the page finds out when it does. @param {import("./source.js").Manifest} manifest */
  #untilLapse(manifest) {
    const rest = Date.parse(manifest.expiresAt) - Date.now() + 250;
    return Number.isFinite(rest) ? Math.min(2 ** 31 - 1, Math.max(finishingPause, rest)) : null;
  }

  /** @param {"activity" | "events"} list */
  async #read(list) {
    const outline = this.#outlines[list];
    for (;;) {
      const before = outline.length;
      const part = await this.#source.outline(list, outline.last);
      outline.add(part);
      if (outline.length > before) this.#listener.grown();
      if (part.next === null) return;
    }
  }

  /** @param {unknown} error */
  #afterTrouble(error) {
    if (!(error instanceof SourceError)) throw error;
    this.#listener.trouble(error);
    if (error.trouble === "expired" || error.trouble === "missing") return null;
    const pause = this.#retry;
    this.#retry = Math.min(lastRetry, this.#retry * 2);
    return pause;
  }
}
