// @ts-check
import { PlaybackClock } from "./clock.js";
import { pieceLength } from "./frame-index.js";
import { Frames } from "./frames.js";
import { Pieces } from "./pieces.js";
import { gapAt, jumpOverStillness } from "./spans.js";
import { follow, pageAt } from "./tracks.js";

/** A run that goes on is shown this much late, so that pictures have come when their time has. */
const liveDelay = 1_500;
/** Further behind than this, a viewer that follows jumps to the end again. */
const mostLiveLag = 5_000;
/** A picture may come this much late (in time of the viewer) before the clock waits for it. */
const patience = 120;
/** How far ahead pictures are fetched, in time of the viewer, and how many a second are enough. */
const lookAhead = 1_500;
const pulse = 66;
/** So many pictures are looked for at most to say how far they are there. */
const mostBuffered = 100;

/**
 * @typedef {{
 *   draw(bitmap: ImageBitmap, ms: number): void,
 *   changed(): void,
 *   trouble(error: import("./source.js").SourceError): void,
 * }} Display What the engine tells: a picture to draw, that its state is another, that something could not be got.
 */

/** Plays a recording: keeps clock and picture together, and fetches what comes next. */
export class Engine {
  clock = new PlaybackClock();
  /** @type {import("./source.js").Manifest | null} */
  manifest = null;
  /** A tab's id, or `follow`. */
  track = follow;
  /** Whether it stays at the end of a run that goes on. */
  following = false;
  skipsStillness = true;
  /** The moment that the picture on the screen belongs to; null when there is none. @type {number | null} */
  shownAt = null;
  /** The stretch that was just skipped. @type {{ fromMs: number, toMs: number } | null} */
  skipped = null;
  damaged = false;

  #display;
  #frames;
  #pieces;
  #shownNumber = 0;
  #measuredAt = 0;
  #scheduled = false;
  /** The last new thing before a moment that was chosen by hand: this stretch is not skipped. */
  #chosenStretch = -1;
  /** When something of the activity happens, set from outside. @type {(ms: number) => { last: number, next: number }} */
  stepsAround = () => ({ last: -Infinity, next: Infinity });

  /** @param {import("./source.js").Source} source @param {Display} display */
  constructor(source, display) {
    this.#display = display;
    this.#pieces = new Pieces(source, {
      arrived: () => this.wake(),
      frame: (number, blob) => this.#frames.take(number, blob),
      trouble: (error) => display.trouble(error),
    });
    this.#frames = new Frames(source, () => this.wake(), (error) => this.#pieces.report(error));
  }

  get live() {
    return this.manifest?.run.status === "active";
  }

  /** The last moment that can be shown. */
  get end() {
    if (!this.manifest) return 0;
    const grown = this.live ? performance.now() - this.#measuredAt : 0;
    return Math.max(0, this.manifest.durationMs + grown - (this.live ? liveDelay : 0));
  }

  /** Up to this moment pictures can be shown without asking for any, from the present one on. */
  get bufferedTo() {
    let moment = this.clock.position;
    for (let count = 0; count < mostBuffered; count += 1) {
      const entry = this.#seen(moment);
      if (!entry || !this.#frames.has(entry.number)) return moment;
      const next = this.#index.after(moment);
      if (next === undefined) return moment;
      if (next === null) return this.end;
      moment = next.ms;
    }
    return moment;
  }

  get gap() {
    return this.manifest ? gapAt(this.manifest.completeness.gaps, this.clock.position) : null;
  }

  /** @param {import("./source.js").Manifest} manifest The newest one. */
  update(manifest) {
    this.manifest = manifest;
    this.#measuredAt = performance.now();
    this.#pieces.update(this.live);
    if (!this.live) this.following = false;
    this.clock.setEnd(this.end);
    this.wake();
  }

  /** @param {boolean} playing */
  setPlaying(playing) {
    if (playing && this.clock.atEnd && !this.live) this.clock.seek(0);
    this.clock.setPlaying(playing);
    if (!playing) this.following = false;
    this.wake();
  }

  /** @param {number} ms */
  seek(ms) {
    this.following = false;
    this.skipped = null;
    this.clock.seek(ms);
    this.#chosenStretch = this.#stretch(this.clock.position).last;
    this.wake();
  }

  /** Goes to what happens now, and stays there. */
  goLive() {
    this.following = true;
    this.skipped = null;
    this.clock.setRate(1);
    this.clock.setPlaying(true);
    this.clock.setEnd(this.end);
    this.clock.seek(this.end);
    this.wake();
  }

  /** @param {number} rate */
  setRate(rate) {
    if (rate !== 1) this.following = false;
    this.clock.setRate(rate);
    this.wake();
  }

  /** @param {string} track */
  setTrack(track) {
    this.track = track;
    this.#shownNumber = 0;
    this.wake();
  }

  /** One picture on or back, and stays there. @param {1 | -1} direction */
  async step(direction) {
    this.setPlaying(false);
    const position = this.clock.position;
    const since = (await this.#entryAt(position))?.ms ?? 0;
    const entry = direction > 0 ? this.#index.after(position) : await this.#entryAt(since - 0.5);
    if (direction > 0) this.seek(entry?.ms ?? this.end);
    else this.seek(entry && entry.ms < since ? entry.ms : 0);
  }

  /** What is seen at a moment, once it is known. @param {number} ms */
  async #entryAt(ms) {
    if (!this.#index.knows(Math.max(0, ms))) await this.#load(ms);
    return this.#seen(Math.max(0, ms));
  }

  /** The picture of a moment; before the first one it is the first one. @param {number} ms */
  #seen(ms) {
    return this.#index.at(ms) ?? (this.#index.at(ms) === null ? this.#index.after(ms) : undefined);
  }

  /** Looks again, soon. */
  wake() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#tick();
    });
  }

  #tick() {
    if (!this.manifest) return;
    this.clock.setEnd(this.end);
    if (this.following && this.end - this.clock.position > mostLiveLag) this.clock.seek(this.end);
    this.#show();
    this.#skip();
    this.#fetchAhead();
    if (this.clock.playing && this.clock.atEnd && !this.live) this.clock.setPlaying(false);
    this.#display.changed();
    if (this.clock.playing) this.wake();
  }

  /** Draws what is seen now, or holds the clock until it has come. */
  #show() {
    const position = this.clock.position;
    const entry = this.#seen(position);
    if (entry === undefined) {
      this.clock.setHeld(true);
      if (!this.#index.knows(position)) this.#pieces.askDirectly(this.track, position);
      return;
    }
    this.damaged = entry !== null && this.#frames.isDamaged(entry.number);
    const bitmap = entry && this.#frames.get(entry.number);
    if (entry && bitmap) this.#draw(bitmap, entry, position);
    else if (!entry || this.damaged) this.shownAt = position;
    const lateness = entry ? (position - entry.ms) / this.clock.rate : 0;
    const late = entry !== null && !bitmap && !this.damaged && (lateness > patience || !this.clock.playing);
    this.clock.setHeld(late);
  }

  /** @param {ImageBitmap} bitmap @param {import("./frame-index.js").Entry} entry @param {number} position */
  #draw(bitmap, entry, position) {
    this.shownAt = position;
    if (this.#shownNumber === entry.number) return;
    this.#shownNumber = entry.number;
    this.#frames.pin(bitmap, entry.number);
    this.#display.draw(bitmap, entry.ms);
  }

  #skip() {
    if (!this.skipsStillness || this.following || !this.clock.playing || this.clock.held) return;
    const position = this.clock.position;
    const { last, next } = this.#stretch(position);
    if (next === undefined || last === this.#chosenStretch) return;
    const target = jumpOverStillness(position, last, next, this.end);
    if (target === null || (this.live && next === Infinity)) return;
    this.skipped = { fromMs: position, toMs: target };
    this.clock.seek(target);
  }

  /** The last new thing at or before a moment, and the next one; `next` is undefined when that is not known. @param {number} ms */
  #stretch(ms) {
    const entry = this.#index.at(ms);
    const after = this.#index.after(ms);
    const steps = this.stepsAround(ms);
    return {
      last: Math.max(entry?.ms ?? 0, steps.last, 0),
      next: after === undefined ? undefined : Math.min(after?.ms ?? Infinity, steps.next),
    };
  }

  #fetchAhead() {
    const position = this.clock.position;
    const rate = this.clock.playing ? this.clock.rate : 1;
    this.#load(position);
    if (position + pieceLength < this.clock.end) this.#load(position + pieceLength);
    /** @type {Set<number>} */
    const wanted = new Set();
    for (let ahead = 0; ahead <= lookAhead; ahead += pulse) {
      const entry = this.#seen(position + ahead * rate);
      if (entry) wanted.add(entry.number);
    }
    const since = this.#seen(position)?.ms ?? 0;
    const neighbours = [this.#index.after(position), this.#index.at(Math.max(0, since - 0.5))];
    if (!this.clock.playing) for (const entry of neighbours) if (entry) wanted.add(entry.number);
    this.#frames.want(this.#pieces.isQuiet ? [] : [...wanted]);
  }

  get #index() {
    return this.#pieces.of(this.track);
  }

  /** Fetches the piece of the index that a moment lies in. @param {number} ms */
  #load(ms) {
    return this.#pieces.load(this.track, ms, this.clock.end + (this.live ? liveDelay / 2 : 0));
  }

  /** The tab whose picture is seen now. */
  get pageID() {
    if (this.track !== follow) return this.track;
    return this.manifest ? pageAt(this.manifest.program, this.clock.position) : null;
  }
}
