// @ts-check
import { FrameIndex, pieceLength } from "./frame-index.js";
import { SourceError } from "./source.js";
import { follow } from "./tracks.js";

/** After trouble nothing is asked for so long, unless all is well again before. */
const troublePause = 1_000;
/** The same is not asked for again sooner than this. */
const livePause = 400;
const endedPause = 1_000;
const directPause = 300;

/**
 * @typedef {{
 *   arrived(): void,
 *   frame(number: number, blob: Blob): void,
 *   trouble(error: SourceError): void,
 * }} PiecesListener A piece has come; a picture has come by the way; something could not be got.
 */

/** Fetches the indices of all tracks piece by piece, each once, and rests for a while after trouble. */
export class Pieces {
  #source;
  #listener;
  /** @type {Map<string, FrameIndex>} */
  #indices = new Map();
  /** @type {Set<string>} */
  #asked = new Set();
  #quietUntil = 0;
  #live = false;

  /** @param {import("./source.js").Source} source @param {PiecesListener} listener */
  constructor(source, listener) {
    this.#source = source;
    this.#listener = listener;
  }

  /** Whether nothing is to be asked for now. */
  get isQuiet() {
    return performance.now() < this.#quietUntil;
  }

  /** @param {string} track */
  of(track) {
    const index = this.#indices.get(track) ?? new FrameIndex();
    this.#indices.set(track, index);
    return index;
  }

  /** All is well; whether the run goes on. What may have changed by that is forgotten. @param {boolean} live */
  update(live) {
    this.#quietUntil = 0;
    for (const index of this.#indices.values()) {
      if (live) index.forgetOpenEnds();
      else if (this.#live) index.clear();
    }
    this.#live = live;
  }

  /**
   * Fetches the piece of a moment, unless it is there or under way.
   * @param {string} track @param {number} ms
   * @param {number} reach Of a piece that grows, so far it is wanted.
   */
  async load(track, ms, reach) {
    const index = this.of(track);
    const start = FrameIndex.start(ms);
    const last = Math.max(start, Math.min(start + pieceLength, reach) - 1);
    if (index.knows(last)) return;
    const pause = this.#live ? livePause : endedPause;
    await this.#once(`${track} ${start}`, pause, async () => {
      index.add(await this.#source.index(start, start + pieceLength, pageOf(track)));
      this.#listener.arrived();
    });
  }

  /** Gets the picture of a moment in one request, while the index is still on its way. @param {string} track @param {number} ms */
  async askDirectly(track, ms) {
    await this.#once(`${track} at ${Math.round(ms)}`, directPause, async () => {
      const frame = await this.#source.frameAt(ms, pageOf(track));
      if (frame) this.#listener.frame(frame.number, frame.blob);
    });
  }

  /** Tells of trouble, and rests. @param {unknown} error */
  report(error) {
    if (!(error instanceof SourceError)) throw error;
    const isOver = error.trouble === "expired" || error.trouble === "missing";
    this.#quietUntil = isOver ? Infinity : performance.now() + troublePause;
    this.#listener.trouble(error);
  }

  /** @param {string} key @param {number} pause @param {() => Promise<void>} work */
  async #once(key, pause, work) {
    if (this.#asked.has(key) || this.isQuiet) return;
    this.#asked.add(key);
    try {
      await work();
    } catch (error) {
      this.report(error);
    } finally {
      setTimeout(() => this.#asked.delete(key), pause);
    }
  }
}

/** The page of a track; null for the one that follows. @param {string} track */
function pageOf(track) {
  return track === follow ? null : track;
}
