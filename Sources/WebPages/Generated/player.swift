// Made by scripts/generate from Sources/WebPages/Assets/player. Edit those.
// swift-format-ignore-file

extension WebPages {
    static let player: [String: String] = [
"player/bounded-cache.js": ###"""
// @ts-check
// A cache that is never larger than it may be. Pure.

/**
 * Keeps values up to a sum of costs; what was used longest ago goes first.
 * @template Key, Value
 */
export class BoundedCache {
  /** @type {Map<Key, { value: Value, cost: number }>} */
  #kept = new Map();
  #cost = 0;
  #limit;
  #dispose;

  /**
   * @param {number} limit The largest sum of costs. One value alone may cost more.
   * @param {(value: Value) => void} [dispose] Called with what is let go.
   */
  constructor(limit, dispose = () => {}) {
    this.#limit = limit;
    this.#dispose = dispose;
  }

  get cost() {
    return this.#cost;
  }

  /** @param {Key} key */
  has(key) {
    return this.#kept.has(key);
  }

  /** Whether it keeps this very value. @param {Value} value */
  holds(value) {
    for (const kept of this.#kept.values()) if (kept.value === value) return true;
    return false;
  }

  /** Gets a value and counts it as used. @param {Key} key @returns {Value | undefined} */
  get(key) {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  /** @param {Key} key @param {Value} value @param {number} cost */
  set(key, value, cost) {
    this.delete(key);
    this.#kept.set(key, { value, cost });
    this.#cost += cost;
    for (const oldest of this.#kept.keys()) {
      if (this.#cost <= this.#limit || oldest === key) break;
      this.delete(oldest);
    }
  }

  /** @param {Key} key */
  delete(key) {
    const found = this.#kept.get(key);
    if (!found) return;
    this.#kept.delete(key);
    this.#cost -= found.cost;
    this.#dispose(found.value);
  }
}

"""###,
"player/clock.js": ###"""
// @ts-check
// The time of the recording that is shown. Pure: who uses it says what time it is.

export const rates = [0.5, 1, 1.5, 2, 4, 8, 16];

/** Counts recording time in milliseconds against a steady clock, at a rate, between 0 and an end that may grow. */
export class PlaybackClock {
  #now;
  #position = 0;
  #since = 0;
  #rate = 1;
  #playing = false;
  #held = false;
  #end = 0;

  /** @param {() => number} now Milliseconds that never go back. */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** Milliseconds since the beginning of the recording. */
  get position() {
    const passed = this.#runs ? (this.#now() - this.#since) * this.#rate : 0;
    return Math.min(this.#end, this.#position + passed);
  }

  get playing() {
    return this.#playing;
  }

  /** Whether it is kept still although it plays, because a picture has not come yet. */
  get held() {
    return this.#held;
  }

  get rate() {
    return this.#rate;
  }

  get end() {
    return this.#end;
  }

  get atEnd() {
    return this.position >= this.#end;
  }

  /** @param {number} end */
  setEnd(end) {
    this.#settle();
    this.#end = Math.max(0, end);
    this.#position = Math.min(this.#position, this.#end);
  }

  /** @param {number} milliseconds */
  seek(milliseconds) {
    this.#settle();
    this.#position = Math.min(this.#end, Math.max(0, milliseconds));
  }

  /** @param {boolean} playing */
  setPlaying(playing) {
    this.#settle();
    this.#playing = playing;
  }

  /** @param {boolean} held */
  setHeld(held) {
    if (held === this.#held) return;
    this.#settle();
    this.#held = held;
  }

  /** @param {number} rate */
  setRate(rate) {
    this.#settle();
    this.#rate = rate;
  }

  get #runs() {
    return this.#playing && !this.#held;
  }

  /** Takes what has passed into the position, before something changes how it passes. */
  #settle() {
    this.#position = this.position;
    this.#since = this.#now();
  }
}

/**
 * The next faster (or slower) rate.
 * @param {number} rate @param {1 | -1} direction
 */
export function nextRate(rate, direction) {
  const index = rates.indexOf(rate);
  return rates[Math.min(rates.length - 1, Math.max(0, index + direction))] ?? 1;
}

"""###,
"player/controls.js": ###"""
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

"""###,
"player/details.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/** One event in full, beneath the lists. */
export function makeDetails() {
  const element = make("section", { class: "details", hidden: true, "aria-label": "The event", "data-testid": "details" });
  const hide = () => void (element.hidden = true);
  return {
    element,
    hide,
    /** @param {Record<string, any>} row */
    show(row) {
      const span = row.durationSeconds === undefined ? {} : { durationSeconds: row.durationSeconds };
      element.replaceChildren(
        make("header", {}, make("span", {}, `${row.seq} · ${row.type}${row.status ? ` · ${row.status}` : ""}`), make("button", { type: "button", class: "button icon-only", "aria-label": "Close", onclick: hide }, icon("close"))),
        make("pre", { tabindex: 0 }, JSON.stringify({ time: row.time, pageId: row.pageId, ...span, ...row.data }, null, 2)),
      );
      element.hidden = false;
    },
  };
}

"""###,
"player/engine.js": ###"""
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

"""###,
"player/event-sheet.js": ###"""
// @ts-check
import { make, setAttribute } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { countText } from "../shared/format.js";
import { Matches } from "./matches.js";
import { RowList } from "./row-list.js";

/** Typing rests for so long before it is looked for. */
const rest = 200;

/**
 * What events can be narrowed down to: by `types`, which are known at once, or by `kinds`, which the server looks for.
 * @typedef {{ label: string, types?: string[], kinds?: string[] }} Chip
 * @typedef {{
 *   testID: string, label: string, rowHeight: number, dense?: boolean, empty: string, search: string,
 *   types: string[] | null,
 *   chips: Chip[],
 *   draw(element: HTMLElement, row: Record<string, any>, ms: number): void,
 * }} EventSheetOptions `types`: of the events that are listed; null: all.
 */

/** A list of events of some types, that can be narrowed down, with one event at a time in full. */
export class EventSheet {
  element;
  #options;
  #events;
  #list;
  #matches;
  /** @type {Set<Chip>} */
  #chosen = new Set();
  #chips;
  #words = "";
  #drawn = -1;

  /**
   * @param {import("./panel.js").PanelOptions & { tell(row: Record<string, any>): void }} panel `tell` shows an event in full.
   * @param {EventSheetOptions} options
   */
  constructor({ source, events, choose, tell }, options) {
    this.#options = options;
    this.#events = events;
    this.#matches = new Matches(source, events, () => this.#setRows(true));
    this.#list = new RowList(events, {
      ...options,
      overscan: 8,
      fetch: (after, limit) => source.rows("events", after, limit),
      choose: (ms, row) => {
        choose(ms);
        if (row) tell(row);
      },
    });
    this.#chips = options.chips.map((chip) => ({ chip, button: this.#makeChip(chip), count: make("span", { class: "count" }) }));
    for (const { chip, button, count } of this.#chips) if (chip.types) button.append(count);
    this.element = make(
      "div",
      { class: "panel-sheet" },
      make("div", { class: "chips", role: "group", "aria-label": `${options.label} to show` }, this.#makeSearch(), ...this.#chips.map(({ button }) => button)),
      this.#list.element,
    );
  }

  get count() {
    if (!this.#options.types) return this.#events.length;
    const counts = this.#events.counts();
    return this.#options.types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
  }

  refresh() {
    if (this.#drawn !== this.#events.length) this.#drawCounts();
    this.#drawn = this.#events.length;
    if (this.#matches.isOn) this.#matches.read();
    else this.#setRows(true);
  }

  /** @param {number} ms */
  setMoment(ms) {
    this.#list.setMoment(ms);
  }

  follow() {
    this.#list.follow();
  }

  /** @param {boolean} hasGrown */
  #setRows(hasGrown) {
    this.#list.setEmpty(this.#matches.isReading ? "Looking…" : this.#options.empty);
    this.#list.setRows(this.#matches.isOn ? this.#matches.rows() : this.#events.filtered(this.#types && new Set(this.#types)), hasGrown);
  }

  /** Of what is chosen; null: all. */
  get #types() {
    const chosen = [...this.#chosen].flatMap(({ types }) => types ?? []);
    return chosen.length ? chosen : this.#options.types;
  }

  #makeSearch() {
    const field = make("input", { type: "search", class: "find", placeholder: this.#options.search, "aria-label": this.#options.search, spellcheck: "false", "data-testid": `${this.#options.testID}-find` });
    let timer = 0;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.#words = field.value.trim();
        this.#narrow();
      }, rest);
    });
    return make("label", { class: "find-box" }, icon("search"), field);
  }

  /** @param {Chip} chip */
  #makeChip(chip) {
    const button = make("button", { type: "button", class: "chip", "aria-pressed": "false" }, chip.label);
    button.addEventListener("click", () => {
      if (!this.#chosen.delete(chip)) this.#chosen.add(chip);
      setAttribute(button, "aria-pressed", String(this.#chosen.has(chip)));
      this.#narrow();
    });
    return button;
  }

  #narrow() {
    const kinds = [...this.#chosen].flatMap((chip) => chip.kinds ?? []);
    this.#matches.set(kinds.length || this.#words ? { types: this.#types, kinds, words: this.#words } : null);
    this.refresh();
    this.#setRows(false);
    this.#list.follow();
  }

  #drawCounts() {
    const counts = this.#events.counts();
    for (const { chip, count } of this.#chips) {
      if (chip.types) count.textContent = countText(chip.types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0));
    }
  }
}

"""###,
"player/export.js": ###"""
// @ts-check
// The button that makes a video of the recording and saves it.

import { make, setAttribute, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/**
 * How the making of a video stands.
 * @typedef {{
 *   id: string, status: "queued" | "running" | "finished" | "failed" | "cancelled", progress: number,
 *   file: { path: string, name: string } | null, error?: { message: string, hint?: string },
 * }} Export
 */

/** Milliseconds between two looks at how far it is. */
const pause = 700;

export class ExportButton {
  element;
  #source;
  #label = make("span", { class: "label" });
  #working = false;

  /** @param {import("./source.js").Source} source */
  constructor(source) {
    this.#source = source;
    this.element = make(
      "button",
      { type: "button", class: "button outlined", "data-testid": "export", "aria-live": "polite", hidden: true, onclick: () => this.#run() },
      icon("down"),
      this.#label,
    );
    this.#say("Video", "Save the recording as a video (MP4)");
  }

  /** @param {import("./source.js").Manifest | null} manifest */
  update(manifest) {
    const status = manifest?.recording.status;
    this.element.hidden = status !== "ready" && status !== "processing";
  }

  async #run() {
    if (this.#working) return;
    this.#working = true;
    setAttribute(this.element, "aria-disabled", "true");
    try {
      this.#end(await this.#follow(await this.#source.startExport()));
    } catch (error) {
      this.#say("No video", error instanceof Error ? error.message : "The video could not be made.");
    }
    this.#working = false;
    setAttribute(this.element, "aria-disabled", null);
  }

  /** Until it has ended. @param {Export} state @returns {Promise<Export>} */
  async #follow(state) {
    while (state.status === "queued" || state.status === "running") {
      setAttribute(this.element, "data-status", state.status);
      this.#say(textOf(state), "The video is being made");
      await new Promise((resolve) => setTimeout(resolve, pause));
      state = await this.#source.exportState(state.id);
    }
    return state;
  }

  /** @param {Export} state */
  #end(state) {
    setAttribute(this.element, "data-status", state.status);
    if (!state.file) {
      const why = [state.error?.message ?? "The video could not be made.", state.error?.hint].filter(Boolean).join(" ");
      return this.#say("No video", why);
    }
    this.#say("Video", "Save the recording as a video (MP4)");
    make("a", { href: this.#source.address(`/${state.file.path}`), download: state.file.name, rel: "noreferrer" }).click();
  }

  /** @param {string} label @param {string} title */
  #say(label, title) {
    setText(this.#label, label);
    setAttribute(this.element, "title", title);
    setAttribute(this.element, "aria-label", `${label}. ${title}`);
  }
}

/** @param {Export} state */
export function textOf(state) {
  return state.status === "queued" ? "Video: waits" : `Video: ${Math.floor(state.progress * 100)} %`;
}

"""###,
"player/file-sheet.js": ###"""
// @ts-check
import { make, setAttribute } from "../shared/dom.js";
import { clockText, sizeText } from "../shared/format.js";
import { icon } from "../shared/icons.js";

/** A list that grows is asked for again no sooner than this. */
const pause = 2_000;
/** A reading that failed is tried again after this, then twice as long, up to the longest. */
const [firstRetry, longestRetry] = [2_000, 60_000];

/** @typedef {{ id: string, name: string, type: string | null, contentType: string, sizeBytes: number, createdAt: string }} RunFile */

/** @type {Record<string, string>} */
const typeNames = { download: "Download", screenshot: "Screenshot", pdf: "PDF", recording: "Video", export: "Archive", upload: "Upload" };

/** The files of the run, newest first, page by page. */
export class FileSheet {
  element;
  #source;
  #events;
  #choose;
  #changed;
  #list = make("div", { class: "list files", role: "list", "aria-label": "Files", "data-testid": "files" });
  #empty = make("p", { class: "list-empty", hidden: true }, "No files up to now. Downloads, screenshots and PDFs of the run come here.");
  #more = make("button", { type: "button", class: "button outlined more", hidden: true, onclick: () => this.#read(this.#next) }, "Show older files");
  /** @type {Map<string, { file: RunFile, row: HTMLElement }>} */
  #files = new Map();
  /** @type {string | null} */
  #next = null;
  #ms = 0;
  #readAt = -Infinity;
  #timer = 0;
  #length = -1;
  #retry = firstRetry;

  /** @param {import("./panel.js").PanelOptions & { changed(): void }} options `changed`: its count may be another. */
  constructor({ source, events, choose, changed }) {
    this.#changed = changed;
    this.#source = source;
    this.#events = events;
    this.#choose = choose;
    this.element = make("div", { class: "panel-sheet" }, this.#empty, this.#list);
  }

  /** @returns {number | null} */
  get count() {
    return this.#next === null ? this.#files.size : null;
  }

  /** Reads the newest page, if there may be something new: at once, or as soon as it may be asked for again. */
  refresh() {
    clearTimeout(this.#timer);
    if (this.#length === this.#events.length) return;
    const now = performance.now();
    const rest = this.#readAt + pause - now;
    if (rest > 0) {
      this.#timer = setTimeout(() => this.refresh(), rest);
      return;
    }
    this.#length = this.#events.length;
    this.#readAt = now;
    this.#read(null);
  }

  /** @param {number} ms */
  setMoment(ms) {
    this.#ms = ms;
    this.#light();
  }

  follow() {
    this.#list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {string | null} cursor Null: the newest page. */
  async #read(cursor) {
    try {
      const { data, nextCursor } = await this.#source.files(cursor);
      const isFirst = this.#files.size === 0;
      for (const file of data) if (!this.#files.has(file.id)) this.#files.set(file.id, { file, row: this.#draw(file) });
      if (isFirst || cursor) this.#next = nextCursor;
      this.#retry = firstRetry;
      this.#show();
      this.#changed();
    } catch {
      // Older files have a button to ask again.
      if (cursor === null) this.#readAgain();
    }
  }

  #readAgain() {
    this.#length = -1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), this.#retry);
    this.#retry = Math.min(this.#retry * 2, longestRetry);
  }

  #show() {
    const files = [...this.#files.values()].sort((one, other) => (one.file.id < other.file.id ? 1 : -1));
    this.#empty.hidden = files.length > 0;
    this.#more.hidden = this.#next === null;
    this.#list.replaceChildren(...files.map(({ row }) => row), this.#more);
    this.#light();
  }

  /** @param {RunFile} file */
  #draw(file) {
    const ms = this.#source.msOf(file.createdAt);
    const kind = typeNames[file.type ?? ""] ?? file.type ?? "File";
    const go = make(
      "button",
      { type: "button", class: "file-go", title: `${file.name}\n${file.contentType}`, onclick: () => this.#choose(ms) },
      make("span", { class: "row-time" }, clockText(ms, { tenths: ms < 600_000 })),
      icon(file.type === "screenshot" || file.type === "recording" ? "film" : "down"),
      make("span", { class: "row-text two" }, make("span", { class: "row-main" }, file.name), make("span", { class: "row-sub" }, `${kind} · ${sizeText(file.sizeBytes)}`)),
    );
    const save = make("a", { class: "button icon-only", href: this.#source.address(`/files/${file.id}/content`), download: file.name, rel: "noreferrer", "aria-label": `Download ${file.name}`, title: "Download" }, icon("down"));
    return make("div", { class: "file-row", role: "listitem", "data-ms": ms }, go, save);
  }

  /** The newest file that is not after the moment. */
  #light() {
    let isFound = false;
    for (const row of this.#list.querySelectorAll(".file-row")) {
      const isPast = row instanceof HTMLElement && Number(row.dataset.ms) <= this.#ms;
      setAttribute(row, "aria-current", isPast && !isFound ? "true" : null);
      isFound ||= isPast;
    }
  }
}

"""###,
"player/follower.js": ###"""
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

"""###,
"player/frame-index.js": ###"""
// @ts-check
// Which picture was on one track when. Pure; times in milliseconds.

/**
 * @typedef {{ number: number, ms: number }} Entry One picture: its number in the run, and since when it is seen.
 * @typedef {{ fromMs: number, toMs: number, before: Entry | null, entries: Entry[], next: Entry | null }} Piece
 *   All entries from `fromMs` up to but not at `toMs`; `before`: what is seen when it begins, `next`: the first one after it.
 */

/** The length of recording whose index is asked for at once. */
export const pieceLength = 30_000;
/** How many pieces are kept. */
const mostPieces = 120;

/** Pieces of the index of one track, the oldest used let go. */
export class FrameIndex {
  /** @type {Map<number, Piece>} */
  #pieces = new Map();

  /** The beginning of the piece that a moment lies in. @param {number} ms */
  static start(ms) {
    return Math.floor(Math.max(0, ms) / pieceLength) * pieceLength;
  }

  /**
   * Takes a piece in, in the place of what was known of this stretch.
   * @param {Piece} piece It begins where pieces begin.
   */
  add(piece) {
    this.#pieces.delete(piece.fromMs);
    this.#pieces.set(piece.fromMs, piece);
    if (this.#pieces.size <= mostPieces) return;
    const [oldest] = this.#pieces.keys();
    this.#pieces.delete(oldest);
  }

  /**
   * Whether it is known what is seen at a moment.
   * @param {number} ms
   */
  knows(ms) {
    const piece = this.#pieces.get(FrameIndex.start(ms));
    return piece !== undefined && ms < piece.toMs;
  }

  /**
   * The picture that is seen at a moment: null when there is none yet, undefined when it is not known.
   * @param {number} ms
   */
  at(ms) {
    const piece = this.#use(FrameIndex.start(ms));
    if (!piece) return undefined;
    const index = lastAtOrBefore(piece.entries, ms);
    if (index >= 0) return piece.entries[index];
    return piece.before;
  }

  /**
   * The first picture after a moment: null when there is none, undefined when that is not known.
   * @param {number} ms
   */
  after(ms) {
    const piece = this.#use(FrameIndex.start(ms));
    if (!piece) return undefined;
    const entry = piece.entries[lastAtOrBefore(piece.entries, ms) + 1];
    if (entry) return entry;
    if (piece.next === null || piece.next.ms > ms) return piece.next;
    return undefined;
  }

  /** Forgets everything. */
  clear() {
    this.#pieces.clear();
  }

  /** Forgets whole pieces of which it was not known what comes after them: by now it may be. */
  forgetOpenEnds() {
    for (const [start, piece] of this.#pieces) {
      if (piece.next === null && piece.toMs >= start + pieceLength) this.#pieces.delete(start);
    }
  }

  /** @param {number} start */
  #use(start) {
    const piece = this.#pieces.get(start);
    if (!piece) return undefined;
    this.#pieces.delete(start);
    this.#pieces.set(start, piece);
    return piece;
  }
}

/**
 * The index of the last entry that is not after a moment; -1 when there is none.
 * @template Item
 * @param {Item[]} entries In the order of time.
 * @param {number} ms
 * @param {(item: Item) => number} [timeOf]
 */
export function lastAtOrBefore(entries, ms, timeOf = (item) => /** @type {any} */ (item).ms) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeOf(entries[middle]) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

"""###,
"player/frames.js": ###"""
// @ts-check
import { BoundedCache } from "./bounded-cache.js";
import { SourceError } from "./source.js";

/** Decoded pictures take four bytes a pixel: about 40 of 1280 x 720. */
const mostDecodedBytes = 160 * 1024 * 1024;
/** Browsers open six connections to a server; some are left for the rest. */
const mostRequests = 4;

/** Fetches and decodes pictures, the most urgent first, and keeps a bounded number of them. */
export class Frames {
  #source;
  #arrived;
  #failed;
  /** @type {BoundedCache<number, ImageBitmap>} */
  #decoded;
  /** @type {Set<number>} */
  #under = new Set();
  /** @type {Set<number>} */
  #damaged = new Set();
  /** @type {number[]} */
  #wanted = [];
  /** @type {ImageBitmap | null} */
  #pinned = null;

  /**
   * @param {import("./source.js").Source} source
   * @param {() => void} arrived Called when a picture has come.
   * @param {(error: SourceError) => void} failed Called when one could not be got; it is asked for again when wanted again.
   */
  constructor(source, arrived, failed) {
    this.#source = source;
    this.#arrived = arrived;
    this.#failed = failed;
    this.#decoded = new BoundedCache(mostDecodedBytes, (bitmap) => {
      if (bitmap !== this.#pinned) bitmap.close();
    });
  }

  /** @param {number} number */
  get(number) {
    return this.#decoded.get(number) ?? null;
  }

  /** Whether a picture is here. @param {number} number */
  has(number) {
    return this.#decoded.has(number);
  }

  /** Whether the server has no whole picture of this number. @param {number} number */
  isDamaged(number) {
    return this.#damaged.has(number);
  }

  /** Keeps the picture that is on the screen alive, and lets go of the one before. @param {ImageBitmap} bitmap @param {number} number */
  pin(bitmap, number) {
    const old = this.#pinned;
    this.#pinned = bitmap;
    if (old && old !== bitmap && !this.#keeps(old)) old.close();
    if (!this.#decoded.has(number)) this.#decoded.set(number, bitmap, cost(bitmap));
  }

  /** What is wanted now, the most urgent first. What was wanted before and is not under way is forgotten. @param {number[]} numbers */
  want(numbers) {
    this.#wanted = numbers.filter((number) => !this.#decoded.has(number) && !this.#damaged.has(number));
    this.#pump();
  }

  /** Takes a picture that came another way. @param {number} number @param {Blob} blob */
  async take(number, blob) {
    if (this.#decoded.has(number)) return;
    try {
      const bitmap = await createImageBitmap(blob);
      this.#decoded.set(number, bitmap, cost(bitmap));
    } catch {
      this.#damaged.add(number);
    }
    this.#arrived();
  }

  #pump() {
    while (this.#under.size < mostRequests) {
      const number = this.#wanted.find((candidate) => !this.#under.has(candidate));
      if (number === undefined) return;
      this.#wanted = this.#wanted.filter((candidate) => candidate !== number);
      this.#fetch(number);
    }
  }

  /** @param {number} number */
  async #fetch(number) {
    this.#under.add(number);
    try {
      await this.take(number, await this.#source.frame(number));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      if (error.trouble === "missing") {
        this.#damaged.add(number);
        this.#arrived();
      } else this.#failed(error);
    } finally {
      this.#under.delete(number);
      this.#pump();
    }
  }

  /** @param {ImageBitmap} bitmap */
  #keeps(bitmap) {
    return this.#decoded.holds(bitmap);
  }
}

/** @param {ImageBitmap} bitmap */
function cost(bitmap) {
  return bitmap.width * bitmap.height * 4;
}

"""###,
"player/help.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { keyHelp } from "./keys.js";

/** The dialog that lists the keys. @returns {{ element: HTMLDialogElement, toggle(): void }} */
export function makeHelp() {
  const close = make("button", { type: "button", class: "button icon-only", "aria-label": "Close", onclick: () => element.close() }, icon("close"));
  const list = make("dl", { class: "help-list" });
  for (const { keys, says } of keyHelp) {
    list.append(make("dt", {}, ...keys.map((key) => make("kbd", {}, key))), make("dd", {}, says));
  }
  const element = make(
    "dialog",
    { class: "sheet", "aria-labelledby": "help-title", "data-testid": "help" },
    make("header", {}, make("h2", { id: "help-title" }, "Keys"), close),
    make("div", { class: "sheet-body" }, list),
  );
  element.addEventListener("click", (event) => event.target === element && element.close());
  return {
    element,
    toggle() {
      if (element.open) element.close();
      else element.showModal();
    },
  };
}

"""###,
"player/index.html": ###"""
<!doctype html>
<html lang="en" data-theme="{{theme}}" data-chrome="{{chrome}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Recording · Martlet</title>
<link rel="icon" href="{{assets}}/shared/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{{assets}}/shared/style.css">
<link rel="stylesheet" href="{{assets}}/player/player.css">
<link rel="stylesheet" href="{{assets}}/player/scrubber.css">
<link rel="stylesheet" href="{{assets}}/player/lists.css">
<script type="module" src="{{assets}}/player/main.js"></script>
</head>
<body>
<div class="player" id="player">
  <header class="bar">
    <img class="mark" src="{{assets}}/shared/icon.svg" alt="Martlet" width="24" height="24">
    <div class="where">
      <h1 id="title">Recording</h1>
      <p id="address"></p>
    </div>
    <div class="actions" id="actions"></div>
  </header>
  <div id="tabs"></div>
  <main class="middle">
    <section class="picture" aria-label="Picture">
      <div class="stage" id="stage"></div>
    </section>
    <aside class="panel" id="panel" aria-label="What happened"></aside>
  </main>
  <footer class="deck" id="deck"></footer>
</div>
<noscript><div class="veil"><h2>This player needs JavaScript</h2><p>Switch it on for this page to watch the recording.</p></div></noscript>
</body>
</html>

"""###,
"player/keys.js": ###"""
// @ts-check
// Which key does what. Pure.

/**
 * @typedef {{ command: string, amount?: number }} KeyCommand
 * @typedef {{ key: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean, shiftKey?: boolean }} KeyPress
 */

/**
 * What a key press asks for; null when it is not ours.
 * @param {KeyPress} press
 * @returns {KeyCommand | null}
 */
export function commandOf(press) {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (/^\d$/.test(press.key)) return { command: "fraction", amount: Number(press.key) / 10 };
  const seconds = press.shiftKey ? 1 : 5;
  const commands = /** @type {Record<string, KeyCommand>} */ ({
    " ": { command: "toggle" },
    k: { command: "toggle" },
    ArrowLeft: { command: "move", amount: -seconds },
    ArrowRight: { command: "move", amount: seconds },
    PageDown: { command: "move", amount: -30 },
    PageUp: { command: "move", amount: 30 },
    j: { command: "move", amount: -10 },
    l: { command: "move", amount: 10 },
    Home: { command: "fraction", amount: 0 },
    End: { command: "fraction", amount: 1 },
    ",": { command: "step", amount: -1 },
    ".": { command: "step", amount: 1 },
    "<": { command: "rate", amount: -1 },
    ">": { command: "rate", amount: 1 },
    "-": { command: "rate", amount: -1 },
    "+": { command: "rate", amount: 1 },
    "[": { command: "activity", amount: -1 },
    "]": { command: "activity", amount: 1 },
    s: { command: "skip" },
    e: { command: "live" },
    f: { command: "fullscreen" },
    "?": { command: "help" },
  });
  return commands[press.key.length === 1 ? press.key.toLowerCase() : press.key] ?? null;
}

/** What the help says. */
export const keyHelp = [
  { keys: ["Space", "K"], says: "Play or pause" },
  { keys: ["←", "→"], says: "5 seconds back or on; with Shift 1 second" },
  { keys: ["J", "L"], says: "10 seconds back or on" },
  { keys: [",", "."], says: "One picture back or on" },
  { keys: ["[", "]"], says: "To the step before or after" },
  { keys: ["<", ">"], says: "Slower or faster" },
  { keys: ["0", "…", "9"], says: "To that tenth of the recording" },
  { keys: ["Home", "End"], says: "To the beginning or the end" },
  { keys: ["E"], says: "To what happens now, while the run goes on" },
  { keys: ["S"], says: "Skip stillness, or not" },
  { keys: ["F"], says: "Full screen, or not" },
  { keys: ["?"], says: "This help" },
];

"""###,
"player/lists.css": ###"""
/* The lists beside the picture. */

.panel-tabs { display: flex; flex: none; justify-content: space-between; padding: 8px 4px 0; border-bottom: 1px solid var(--line); overflow: auto hidden; scrollbar-width: none; }
.panel-tab {
  height: 34px;
  flex: none;
  padding: 0 6px;
  border: 0;
  border-bottom: 2px solid transparent;
  background: none;
  color: var(--text-soft);
  font: inherit;
  font-size: 13px;
  font-weight: 550;
  cursor: pointer;
}
.panel-tab:hover { color: var(--text); }
.panel-tab:focus-visible { outline-offset: -3px; border-radius: 6px; }
.panel-tab[aria-selected="true"] { color: var(--text); border-bottom-color: var(--accent); }
.panel-tab .count { margin-left: 4px; font-weight: 500; font-size: 12px; color: var(--text-faint); font-variant-numeric: tabular-nums; }
.panel-sheet { position: relative; display: flex; flex-direction: column; flex: 1; min-height: 0; }

.chips { display: flex; flex-wrap: wrap; gap: 5px; padding: 8px 10px; border-bottom: 1px solid var(--line); }
@media (max-width: 860px) { .chips { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; } }
.chip {
  flex: none;
  height: 24px;
  padding: 0 9px;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: transparent;
  color: var(--text-soft);
  font: inherit;
  font-size: 12px;
  cursor: pointer;
  white-space: nowrap;
}
.chip:hover { border-color: var(--line-strong); color: var(--text); }
.chip[aria-pressed="true"] { background: var(--accent-wash); border-color: transparent; color: var(--accent); font-weight: 550; }
.chip .count { margin-left: 4px; color: inherit; opacity: .85; font-variant-numeric: tabular-nums; }

.list { position: relative; flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--line-strong) transparent; }
.list:focus-visible { outline-offset: -2px; }
.list-room { position: relative; }
.list-rows { position: absolute; inset: 0 0 auto; margin: 0; padding: 0; }
.row {
  display: grid;
  grid-template-columns: 52px 20px minmax(0, 1fr);
  align-items: center;
  gap: 6px;
  padding: 0 12px 0 10px;
  cursor: pointer;
  border-left: 3px solid transparent;
  scroll-margin: 8px;
}
.row:hover { background: var(--hover); }
.row[data-past="false"] { color: var(--text-soft); }
.row[aria-current="true"] { background: var(--accent-wash); border-left-color: var(--accent); color: var(--text); }
.row[data-cursor="true"] { box-shadow: inset 0 0 0 2px var(--accent); }
.row-time { font-size: 12px; color: var(--text-faint); font-variant-numeric: tabular-nums; text-align: right; }
.row[aria-current="true"] .row-time { color: var(--accent); font-weight: 600; }
.row .icon { width: 16px; height: 16px; color: var(--text-faint); }
.row[data-severity="error"] .icon, .row[data-severity="error"] .row-text { color: var(--bad); }
.row[data-severity="warning"] .icon { color: var(--caution); }
.row-text { overflow: hidden; font-size: 13px; line-height: 1.35; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow-wrap: anywhere; }
.list[data-dense="true"] .row-text { -webkit-line-clamp: 1; word-break: break-all; font-size: 12.5px; }
.row-kind { color: var(--text-faint); margin-right: 6px; font-size: 12px; }
.row-child { padding-left: 12px; }
.row.waiting .row-text { color: var(--text-faint); }

.list-empty { padding: 28px 20px; text-align: center; color: var(--text-soft); }
.to-now {
  position: absolute;
  inset: auto 0 12px;
  width: fit-content;
  margin: 0 auto;
  height: 30px;
  border-radius: 15px;
  box-shadow: var(--shadow);
}
.list:has(+ .to-now:not([hidden])) .list-room { margin-bottom: 52px; }
.to-now .icon { width: 14px; height: 14px; }

.details { border-top: 1px solid var(--line); background: var(--sunken); max-height: 42%; display: flex; flex-direction: column; }
.details header { display: flex; align-items: center; gap: 8px; padding: 6px 6px 2px 12px; font-size: 12.5px; font-weight: 600; }
.details header span { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.details pre { margin: 0; padding: 2px 12px 12px; overflow: auto; font: 12px/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; color: var(--text); }

/* Finding in a list */

.find-box { position: relative; flex: 1 0 100%; display: flex; }
.find-box .icon { position: absolute; left: 8px; top: 7px; width: 15px; height: 15px; color: var(--text-faint); pointer-events: none; }
.find {
  flex: 1;
  min-width: 0;
  height: 29px;
  padding: 0 8px 0 29px;
  border: 1px solid var(--line-strong);
  border-radius: var(--radius-small);
  background: var(--surface);
  color: var(--text);
  font: inherit;
  font-size: 13px;
}
.find::placeholder { color: var(--text-faint); opacity: 1; }
@media (max-width: 860px) { .find-box { flex: 0 0 190px; } }

/* Rows of two lines, requests, console lines */

.row-text.two { display: flex; flex-direction: column; min-width: 0; gap: 1px; }
.row-main, .row-sub { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row-sub { font-size: 12px; color: var(--text-faint); }
.row[data-severity="error"] .row-sub { color: inherit; opacity: .9; }
.list[data-testid="network"] .row { grid-template-columns: 52px 30px minmax(0, 1fr); }
.row-status { font-size: 12.5px; font-variant-numeric: tabular-nums; text-align: center; color: var(--good); font-weight: 550; }
.row[data-severity="error"] .row-status { color: var(--bad); }
.row[data-severity="warning"] .row-status { color: var(--caution); }
.row[data-severity="canceled"] .row-status { color: var(--text-faint); }
.row-line { display: flex; align-items: baseline; gap: 10px; min-width: 0; }
.row-line .row-text { flex: 1; min-width: 0; }
.row-source { flex: 0 1 auto; max-width: 40%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font: 11.5px/1.4 var(--mono); color: var(--text-faint); }

/* Files */

.files { padding: 4px 0; }
.file-row { display: flex; align-items: center; padding-right: 8px; border-left: 3px solid transparent; }
.file-row:hover { background: var(--hover); }
.file-row[aria-current] { background: var(--accent-wash); border-left-color: var(--accent); }
.file-go {
  flex: 1;
  min-width: 0;
  display: grid;
  grid-template-columns: 52px 20px minmax(0, 1fr);
  align-items: center;
  gap: 6px;
  min-height: 48px;
  padding: 4px 8px 4px 10px;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-align: left;
  cursor: pointer;
}
.file-go:focus-visible { outline-offset: -2px; }
.file-go .icon { width: 16px; height: 16px; color: var(--text-faint); }
.more { display: flex; margin: 10px auto; }

"""###,
"player/main.js": ###"""
// @ts-check
// Puts the player together.

import { byID, setText } from "../shared/dom.js";
import { makeScreen } from "../shared/screen.js";
import { makeStatus } from "../shared/status.js";
import { makeTabs } from "../shared/tabs.js";
import { makeVeil } from "../shared/veil.js";
import { Controls } from "./controls.js";
import { Engine } from "./engine.js";
import { ExportButton } from "./export.js";
import { Follower } from "./follower.js";
import { spokenTime } from "../shared/format.js";
import { makeHelp } from "./help.js";
import { commandOf } from "./keys.js";
import { hashOf, momentOf } from "../shared/moment.js";
import { marksOf } from "./marks.js";
import { Outline } from "./outline.js";
import { Overlay } from "./overlay.js";
import { Panel } from "./panel.js";
import { Parent } from "./parent.js";
import { Scrubber } from "./scrubber.js";
import { Source } from "./source.js";
import { gapText, statusOf, veilOf } from "./states.js";
import { Thumbnails } from "./thumbnails.js";
import { placeAt, tabsAt } from "./tracks.js";

const source = new Source();
const outlines = { activity: new Outline(), events: new Outline() };
const stage = byID("stage");
const screen = makeScreen(stage);
const veil = makeVeil();
const status = makeStatus();
const help = makeHelp();
/** @type {import("./source.js").Trouble | null} */
let trouble = null;
/** @type {import("./marks.js").Mark[]} */
let marks = [];
let marked = 0;

const engine = new Engine(source, {
  draw: (bitmap, ms) => screen.show(bitmap, pictureLabel(ms)),
  changed: () => update(),
  trouble: (error) => {
    setTrouble(error.trouble);
    follower.look();
  },
});
engine.stepsAround = (ms) => {
  const place = outlines.activity.placeAt(ms);
  const next = place + 1 < outlines.activity.length ? outlines.activity.ms(place + 1) : Infinity;
  return { last: place < 0 ? -Infinity : outlines.activity.ms(place), next };
};

const controls = new Controls(engine, { fullscreen: toggleFullscreen, help: () => help.toggle() });
const exporter = new ExportButton(source);
const overlay = new Overlay(stage, engine);
const scrubber = new Scrubber({ engine, thumbnails: new Thumbnails(source), label: markLabel });
const panel = new Panel(byID("panel"), { source, ...outlines, choose: (ms) => engine.seek(ms) });
const tabs = makeTabs({ label: "Tabs", controls: "stage", select: (id) => engine.setTrack(id) });
const parent = new Parent(engine);
const follower = new Follower(source, outlines, { manifest: received, grown, trouble: (error) => setTrouble(error?.trouble ?? null) });

stage.append(veil.element);
byID("tabs").replaceWith(tabs.element);
tabs.element.id = "tabs";
byID("actions").append(exporter.element, status.element);
byID("deck").append(scrubber.element, controls.element);
document.body.append(help.element);
stage.addEventListener("click", (event) => {
  if (!engine.manifest || (event.target instanceof Element && event.target.closest("button, .veil"))) return;
  controls.toggle();
  overlay.flash();
});
document.addEventListener("keydown", pressed);
window.addEventListener("hashchange", openMoment);
update();
follower.look();

/** The newest manifest; with the first one the player begins. @param {import("./source.js").Manifest} manifest */
function received(manifest) {
  const first = engine.manifest === null;
  const wasLive = engine.live;
  engine.update(manifest);
  if (first) begin();
  if (wasLive && !engine.live) refreshOutlines();
}

function begin() {
  if (momentOf(location.hash) !== null) openMoment();
  else if (engine.live) engine.goLive();
  else engine.setPlaying(true);
}

/** A moment in the address is shown and stands still, so that it can be looked at. */
function openMoment() {
  const moment = momentOf(location.hash);
  if (moment === null) return;
  engine.setPlaying(false);
  engine.seek(moment);
}

function grown() {
  refreshOutlines();
  marks = marks.concat(marksOf(outlines.activity, marked));
  marked = outlines.activity.length;
  scrubber.setMarks(marks);
}

function refreshOutlines() {
  panel.refresh();
  engine.wake();
}

/** @param {import("./source.js").Trouble | null} now */
function setTrouble(now) {
  if (now === trouble) return;
  trouble = now;
  if (trouble === "expired" || trouble === "missing") engine.setPlaying(false);
  update();
}

/** Shows everything as it is now. */
function update() {
  const situation = { manifest: engine.manifest, trouble, following: engine.following };
  const words = veilOf({ ...situation, hasPicture: engine.shownAt !== null && screen.picture !== null, retry: () => follower.look() });
  veil.show(words);
  overlay.update({ veiled: words !== null, trouble });
  const said = statusOf(situation);
  status.set(said.status, said.text, said.tone);
  status.element.title = (engine.manifest?.completeness.gaps ?? []).map(gapText).join("\n");
  parent.setStatus(said.status);
  exporter.update(engine.manifest);
  if (!engine.manifest) return;
  const position = engine.clock.position;
  tabs.update(tabsAt(engine.manifest.tracks, engine.manifest.program, position), engine.track);
  const place = placeAt(engine.manifest.tracks.find((track) => track.pageId === engine.pageID), position);
  setText(byID("title"), place?.title || "Recording");
  setText(byID("address"), place?.url ?? "");
  controls.update();
  scrubber.update();
  panel.setMoment(position);
  parent.update();
}

/** @param {number} ms */
function pictureLabel(ms) {
  return `${byID("title").textContent}, at ${spokenTime(ms)}`;
}

/** What a mark stands for: the sentence of its step. @param {import("./marks.js").Mark} mark */
async function markLabel(mark) {
  const [row] = await source.rows("activity", mark.number - 1, 1);
  return String(row?.message ?? "");
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("select, input, textarea, pre") || help.element.open) return;
  const isButton = target?.closest("button") !== null && target !== null;
  if (isButton && (event.key === " " || event.key === "Enter")) return;
  const command = commandOf(event);
  if (!command || !engine.manifest) return;
  event.preventDefault();
  perform(command.command, command.amount ?? 0);
}

/** @param {string} command @param {number} amount */
function perform(command, amount) {
  const { clock } = engine;
  const direction = amount < 0 ? -1 : 1;
  switch (command) {
    case "toggle": return controls.toggle();
    case "move": return engine.seek(clock.position + amount * 1000);
    case "fraction": return amount === 1 && engine.live ? engine.goLive() : engine.seek(amount * engine.end);
    case "step": return engine.step(direction);
    case "rate": return controls.changeRate(direction);
    case "activity": return jumpToStep(direction);
    case "skip": return controls.toggleSkip();
    case "live": return engine.live ? engine.goLive() : undefined;
    case "fullscreen": return toggleFullscreen();
    case "help": return help.toggle();
  }
}

/** To the step of the activity before or after. @param {1 | -1} direction */
function jumpToStep(direction) {
  const { activity } = outlines;
  const position = engine.clock.position;
  // A step back from just behind a step goes to the one before it.
  const place = activity.placeAt(direction < 0 ? position - 400 : position) + (direction > 0 ? 1 : 0);
  if (place >= 0 && place < activity.length) engine.seek(activity.ms(place));
}

function toggleFullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else byID("player").requestFullscreen?.().catch(() => {});
}

/** The address tells the moment that is looked at, so that it can be passed on. */
let written = "";
setInterval(() => {
  if (!engine.manifest || engine.clock.playing || engine.shownAt === null) return;
  const hash = hashOf(engine.clock.position);
  if (hash === written || (engine.clock.atEnd && !location.hash)) return;
  written = hash;
  history.replaceState(null, "", hash);
}, 500);

"""###,
"player/marks.js": ###"""
// @ts-check
// What is marked on the scrubber. Pure.

/** @typedef {"navigation" | "click" | "error" | "download"} MarkKind */
/** @typedef {{ kind: MarkKind, ms: number, number: number }} Mark `number`: of the row of activity. */

/** @type {Record<string, MarkKind>} */
const kinds = {
  "browser.navigate": "navigation",
  "browser.click": "click",
  "browser.submit": "click",
  "browser.error": "error",
  "browser.crash": "error",
  "network.failed": "error",
  "runtime.failed": "error",
  "file.downloaded": "download",
};

/** What counts more is drawn over what counts less. */
const weight = { navigation: 1, click: 0, error: 3, download: 2 };

/**
 * The marks of an outline of activity from a row on.
 * @param {import("./outline.js").Outline} outline @param {number} from
 * @returns {Mark[]}
 */
export function marksOf(outline, from = 0) {
  /** @type {Mark[]} */
  const marks = [];
  for (let index = from; index < outline.length; index += 1) {
    const kind = kinds[outline.type(index)];
    if (kind) marks.push({ kind, ms: outline.ms(index), number: outline.number(index) });
  }
  return marks;
}

/**
 * One mark a column at most, the weightiest, so that a long run draws no more than there is room for.
 * @param {Mark[]} marks @param {number} duration @param {number} columns
 * @returns {{ column: number, mark: Mark }[]} In the order of weight, the weightiest last.
 */
export function columnsOf(marks, duration, columns) {
  /** @type {Map<number, Mark>} */
  const chosen = new Map();
  for (const mark of marks) {
    const column = Math.min(columns - 1, Math.max(0, Math.floor((mark.ms / Math.max(1, duration)) * columns)));
    const there = chosen.get(column);
    if (!there || weight[mark.kind] > weight[there.kind]) chosen.set(column, mark);
  }
  return [...chosen]
    .map(([column, mark]) => ({ column, mark }))
    .sort((one, other) => weight[one.mark.kind] - weight[other.mark.kind] || one.column - other.column);
}

/**
 * The mark nearest to a moment, within a distance.
 * @param {Mark[]} marks In the order of time. @param {number} ms @param {number} distance
 */
export function nearestMark(marks, ms, distance) {
  /** @type {Mark | null} */
  let nearest = null;
  for (const mark of marks) {
    const away = Math.abs(mark.ms - ms);
    if (away <= distance && (!nearest || away < Math.abs(nearest.ms - ms))) nearest = mark;
  }
  return nearest;
}

"""###,
"player/matches.js": ###"""
// @ts-check
// Which events words and kinds leave: the server looks through the record part by part. Pure.

import { Outline } from "./outline.js";

/** Milliseconds until a look that failed is tried again. */
const retry = 2_000;

/**
 * @typedef {{ types: string[] | null, kinds: string[], words: string }} Narrowing
 * @typedef {{ outline(list: "events", after: number, narrowing: Narrowing): Promise<import("./outline.js").OutlinePart> }} Searcher
 */

/** Keeps up with a list that grows: what was looked through is not looked through again. */
export class Matches {
  #source;
  #events;
  #changed;
  /** @type {Narrowing | null} */
  #narrowing = null;
  #found = new Outline();
  #after = 0;
  #isBusy = false;

  /** @param {Searcher} source @param {Outline} events All events. @param {() => void} changed Called when more is known, and at the end. */
  constructor(source, events, changed) {
    this.#source = source;
    this.#events = events;
    this.#changed = changed;
  }

  /** Whether it is not yet through with what there is. */
  get isReading() {
    return this.#isBusy;
  }

  get isOn() {
    return this.#narrowing !== null;
  }

  /** @param {Narrowing | null} narrowing Null: everything matches. */
  set(narrowing) {
    this.#narrowing = narrowing;
    this.#found = new Outline();
    this.#after = 0;
    this.#isBusy = false;
  }

  /** The places of the matches among all events, as far as they are known. @returns {Uint32Array} */
  rows() {
    const rows = new Uint32Array(this.#found.length);
    let count = 0;
    for (let index = 0; index < this.#found.length; index += 1) {
      const place = this.#events.indexOf(this.#found.number(index));
      if (place >= 0) rows[count++] = place;
    }
    return rows.slice(0, count);
  }

  /** Looks through what is new. */
  async read() {
    const narrowing = this.#narrowing;
    if (!narrowing || this.#isBusy) return;
    this.#isBusy = true;
    const isCurrent = () => narrowing === this.#narrowing;
    try {
      for (let isMore = true; isMore && isCurrent(); ) isMore = await this.#readPart(narrowing, isCurrent);
    } catch {
      if (isCurrent()) setTimeout(() => isCurrent() && this.read(), retry);
    }
    if (!isCurrent()) return;
    this.#isBusy = false;
    this.#changed();
  }

  /** @param {Narrowing} narrowing @param {() => boolean} isCurrent @returns {Promise<boolean>} Whether more follows. */
  async #readPart(narrowing, isCurrent) {
    const known = this.#events.last;
    const part = await this.#source.outline("events", this.#after, narrowing);
    if (!isCurrent()) return false;
    this.#found.add(part);
    this.#after = Math.max(part.next ?? known, this.#found.last);
    this.#changed();
    return part.next !== null;
  }
}

"""###,
"player/outline.js": ###"""
// @ts-check
// The outline of a long list: number, time and type of each row, so that any place of it can be found at once. Pure.

/**
 * @typedef {{ types: string[], rows: number[], next: number | null }} OutlinePart
 *   `rows` holds three numbers a row: its number, its time in milliseconds, the place of its type in `types`.
 */

/** About 13 bytes a row: a million rows take 13 MB. */
export class Outline {
  #numbers = new Uint32Array(1024);
  #times = new Float64Array(1024);
  #types = new Uint8Array(1024);
  #length = 0;
  /** @type {string[]} */
  names = [];

  get length() {
    return this.#length;
  }

  /** The number of the last row; 0 when there is none. */
  get last() {
    return this.#length ? this.#numbers[this.#length - 1] : 0;
  }

  /** @param {OutlinePart} part Rows that follow those already here; others are left out. */
  add(part) {
    const codes = part.types.map((name) => this.#code(name));
    for (let at = 0; at < part.rows.length; at += 3) {
      if (part.rows[at] <= this.last) continue;
      if (this.#length === this.#numbers.length) this.#grow();
      this.#numbers[this.#length] = part.rows[at];
      this.#times[this.#length] = part.rows[at + 1];
      this.#types[this.#length] = codes[part.rows[at + 2]];
      this.#length += 1;
    }
  }

  /** @param {number} index */
  number(index) {
    return this.#numbers[index];
  }

  /** @param {number} index */
  ms(index) {
    return this.#times[index];
  }

  /** @param {number} index */
  type(index) {
    return this.names[this.#types[index]];
  }

  /** The index of the row with a number; -1 when there is none. @param {number} number */
  indexOf(number) {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#numbers[middle] < number) low = middle + 1;
      else high = middle;
    }
    return low < this.#length && this.#numbers[low] === number ? low : -1;
  }

  /** How many rows of each type there are. @returns {Map<string, number>} */
  counts() {
    /** @type {Map<string, number>} */
    const counts = new Map(this.names.map((name) => [name, 0]));
    for (let index = 0; index < this.#length; index += 1) {
      const name = this.type(index);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }

  /**
   * The rows of some types, as their indices; null stands for all rows.
   * @param {Set<string> | null} types
   * @returns {Uint32Array | null}
   */
  filtered(types) {
    if (!types) return null;
    const wanted = this.names.map((name) => types.has(name));
    const found = new Uint32Array(this.#length);
    let count = 0;
    for (let index = 0; index < this.#length; index += 1) {
      if (wanted[this.#types[index]]) found[count++] = index;
    }
    return found.slice(0, count);
  }

  /**
   * The place of the last row that is not after a moment; -1 when there is none.
   * @param {number} ms
   * @param {Uint32Array | null} [rows] Among these rows only; the place is then one of theirs.
   */
  placeAt(ms, rows = null) {
    let low = 0;
    let high = rows ? rows.length : this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#times[rows ? rows[middle] : middle] <= ms) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** @param {string} name */
  #code(name) {
    const index = this.names.indexOf(name);
    if (index >= 0) return index;
    this.names.push(name);
    return this.names.length - 1;
  }

  #grow() {
    const size = this.#numbers.length * 2;
    const grown = [new Uint32Array(size), new Float64Array(size), new Uint8Array(size)];
    grown[0].set(this.#numbers);
    grown[1].set(this.#times);
    grown[2].set(this.#types);
    [this.#numbers, this.#times, this.#types] = /** @type {[Uint32Array, Float64Array, Uint8Array]} */ (grown);
  }
}

"""###,
"player/overlay.js": ###"""
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

"""###,
"player/panel.js": ###"""
// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { roundText } from "../shared/format.js";
import { makeDetails } from "./details.js";
import { EventSheet } from "./event-sheet.js";
import { FileSheet } from "./file-sheet.js";
import { RowList } from "./row-list.js";
import { drawActivity, drawEvent, drawLine, drawRequest } from "./rows.js";

/**
 * One list of the panel. `count`: of its rows; null: not known.
 * @typedef {{ element: HTMLElement, readonly count: number | null, refresh(): void, setMoment(ms: number): void, follow(): void }} Sheet
 */

/**
 * @typedef {{
 *   source: import("./source.js").Source,
 *   activity: import("./outline.js").Outline,
 *   events: import("./outline.js").Outline,
 *   choose(ms: number): void,
 * }} PanelOptions
 */

/** The lists beside the picture, one of them seen at a time. */
export class Panel {
  #options;
  /** @type {{ name: string, sheet: Sheet, tab: HTMLElement, count: HTMLElement, box: HTMLElement }[]} */
  #places = [];
  #shown = 0;
  #ms = 0;
  #details = makeDetails();
  #strip = make("div", { class: "panel-tabs", role: "tablist", "aria-label": "Lists", onkeydown: (/** @type {KeyboardEvent} */ event) => this.#arrow(event) });

  /** @param {HTMLElement} element @param {PanelOptions} options */
  constructor(element, options) {
    this.#options = options;
    element.append(this.#strip);
    this.#add(element, "activity", "Activity", this.#makeActivity());
    this.#add(element, "events", "Events", this.#makeEvents());
    this.#add(element, "network", "Network", this.#makeNetwork());
    this.#add(element, "console", "Console", this.#makeConsole());
    this.#add(element, "files", "Files", new FileSheet({ ...options, changed: () => this.#drawCounts() }));
    element.append(this.#details.element);
    this.#show(0);
  }

  /** @param {number} ms */
  setMoment(ms) {
    this.#ms = ms;
    this.#places[this.#shown].sheet.setMoment(ms);
  }

  /** The outlines have grown. */
  refresh() {
    this.#drawCounts();
    this.#places[this.#shown].sheet.refresh();
  }

  #drawCounts() {
    for (const { sheet, count } of this.#places) setText(count, sheet.count ? roundText(sheet.count) : "");
  }

  /** @param {HTMLElement} parent @param {string} name @param {string} label @param {Sheet} sheet */
  #add(parent, name, label, sheet) {
    const count = make("span", { class: "count" });
    const index = this.#places.length;
    const tab = make(
      "button",
      { type: "button", class: "panel-tab", role: "tab", id: `tab-${name}`, "aria-controls": `sheet-${name}`, "data-testid": `tab-${name}`, onclick: () => this.#show(index) },
      label,
      count,
    );
    const box = make("div", { class: "panel-sheet", role: "tabpanel", id: `sheet-${name}`, "aria-labelledby": `tab-${name}` }, sheet.element);
    this.#places.push({ name, sheet, tab, count, box });
    this.#strip.append(tab);
    parent.append(box);
  }

  /** @param {number} shown */
  #show(shown) {
    this.#shown = shown;
    this.#places.forEach(({ tab, box }, index) => {
      setAttribute(tab, "aria-selected", String(index === shown));
      setAttribute(tab, "tabindex", index === shown ? "0" : "-1");
      box.hidden = index !== shown;
    });
    this.#details.hide();
    const { sheet, tab } = this.#places[shown];
    tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    // The clock may stand still, as after a deep link: then nobody tells the moment again.
    sheet.setMoment(this.#ms);
    sheet.refresh();
    sheet.follow();
  }

  /** @param {KeyboardEvent} event */
  #arrow(event) {
    const last = this.#places.length - 1;
    const next = { ArrowRight: this.#shown === last ? 0 : this.#shown + 1, ArrowLeft: this.#shown === 0 ? last : this.#shown - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    this.#show(next);
    this.#places[next].tab.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  #makeActivity() {
    const { activity, source, choose } = this.#options;
    return new RowList(activity, {
      testID: "activity",
      label: "Activity",
      rowHeight: 46,
      overscan: 300,
      empty: "No steps were recorded up to now.",
      draw: drawActivity,
      fetch: (after, limit) => source.rows("activity", after, limit),
      choose: (ms) => choose(ms),
    });
  }

  #makeEvents() {
    return new EventSheet({ ...this.#options, tell: this.#details.show }, {
      testID: "events",
      label: "Events",
      rowHeight: 30,
      dense: true,
      empty: "No such events.",
      types: null,
      draw: drawEvent,
      search: "Find in events",
      chips: [
        { label: "Navigation", types: ["navigation"] },
        { label: "Network", types: ["network.request", "network.response", "network.failed"] },
        { label: "Console", types: ["console.message"] },
        { label: "Errors", types: ["page.error", "page.crash", "network.failed"] },
        { label: "Dialogs", types: ["dialog"] },
        { label: "Downloads", types: ["download"] },
      ],
    });
  }

  /** The end of a request says all of it, and every request has one. */
  #makeNetwork() {
    return new EventSheet({ ...this.#options, tell: this.#details.show }, {
      testID: "network",
      label: "Network",
      rowHeight: 46,
      empty: "No such requests.",
      types: ["network.response", "network.failed"],
      draw: drawRequest,
      search: "Filter by address, status or type",
      chips: [
        { label: "Failed", kinds: ["failed"] },
        { label: "Pages", kinds: ["document"] },
        { label: "Fetch", kinds: ["fetch", "xhr", "eventsource", "websocket", "ping", "preflight"] },
        { label: "Scripts", kinds: ["script"] },
        { label: "Styles", kinds: ["stylesheet", "font"] },
        { label: "Media", kinds: ["image", "media", "texttrack"] },
      ],
    });
  }

  #makeConsole() {
    return new EventSheet({ ...this.#options, tell: this.#details.show }, {
      testID: "console",
      label: "Console",
      rowHeight: 30,
      dense: true,
      empty: "No such lines.",
      types: ["console.message", "page.error", "page.crash"],
      draw: drawLine,
      search: "Filter by text or source",
      chips: [
        { label: "Errors", kinds: ["error"] },
        { label: "Warnings", kinds: ["warning"] },
        { label: "Info", kinds: ["info", "log"] },
        { label: "Debug", kinds: ["debug"] },
      ],
    });
  }
}

"""###,
"player/parent.js": ###"""
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

"""###,
"player/pieces.js": ###"""
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

"""###,
"player/player.css": ###"""
/* The frame of the player: where its parts stand. */

body { overflow: hidden; }

.player { display: flex; flex-direction: column; height: 100vh; height: 100dvh; background: var(--surface); }

.bar {
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 52px;
  padding: 6px 12px 6px 16px;
  border-bottom: 1px solid var(--line);
}
.mark { border-radius: 6px; flex: none; }
.where { min-width: 0; flex: 1; }
.where h1 { margin: 0; font-size: 14px; font-weight: 600; line-height: 1.3; letter-spacing: -.005em; }
.where p { margin: 0; font-size: 12px; line-height: 1.35; color: var(--text-soft); }
.where h1, .where p { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.where p:empty { display: none; }
.actions { display: flex; align-items: center; gap: 8px; flex: none; }

.middle { display: flex; flex: 1; min-height: 0; }
.picture { flex: 1; min-width: 0; display: flex; padding: 0; background: var(--stage); }
.stage { flex: 1; cursor: pointer; }
.panel {
  display: flex;
  flex-direction: column;
  flex: 0 0 clamp(300px, 33vw, 480px);
  min-width: 0;
  min-height: 0;
  border-left: 1px solid var(--line);
  background: var(--surface);
}

.deck { border-top: 1px solid var(--line); background: var(--surface); padding: 0 16px 8px; position: relative; z-index: 2; }
.controls { display: flex; align-items: center; gap: 4px; min-height: 40px; }
.controls .spread { flex: 1; }
.time {
  padding: 0 10px;
  font-variant-numeric: tabular-nums;
  font-size: 13.5px;
  white-space: nowrap;
  color: var(--text-soft);
}
.time b { font-weight: 600; color: var(--text); }
.go-live { height: 28px; gap: 7px; padding: 0 10px; font-size: 12.5px; }
.go-live::before { content: ""; width: 8px; height: 8px; border-radius: 50%; background: currentColor; }
.go-live[aria-pressed="true"] { background: var(--bad-wash); color: var(--bad); }
.rate {
  height: 34px;
  padding: 0 6px;
  border: 1px solid transparent;
  border-radius: var(--radius-small);
  background: transparent;
  color: var(--text);
  font: inherit;
  font-weight: 500;
  font-variant-numeric: tabular-nums;
  cursor: pointer;
}
.rate:hover { background: var(--hover); }
.rate option { background: var(--raised); color: var(--text); }

/* Over the picture */

.sign {
  position: absolute;
  inset: 0;
  margin: auto;
  width: 68px;
  height: 68px;
  border-radius: 50%;
  display: grid;
  place-items: center;
  background: rgb(10 16 28 / 72%);
  color: #fff;
  pointer-events: none;
  animation: sign-goes 420ms ease-out forwards;
}
.sign .icon { width: 30px; height: 30px; }
@keyframes sign-goes { to { opacity: 0; transform: scale(1.35); } }

.notice {
  position: absolute;
  inset: auto 0 16px;
  width: fit-content;
  margin: 0 auto;
  display: flex;
  align-items: center;
  gap: 9px;
  max-width: calc(100% - 32px);
  padding: 8px 14px;
  border-radius: 10px;
  background: rgb(12 17 27 / 88%);
  color: #f2f5fa;
  font-size: 13px;
  box-shadow: 0 4px 20px rgb(0 0 0 / 28%);
}
.notice .icon { flex: none; }
.notice .button { height: 26px; color: #fff; background: rgb(255 255 255 / 16%); }
.notice[data-tone="problem"] .icon { color: #ff9a92; }
.stage[data-gap="true"] .screen { opacity: .45; }
.stage[data-waiting="true"]::after {
  content: "";
  position: absolute;
  inset: 0;
  margin: auto;
  width: 42px;
  height: 42px;
  border-radius: 50%;
  border: 3px solid rgb(255 255 255 / 85%);
  border-right-color: transparent;
  filter: drop-shadow(0 0 3px rgb(0 0 0 / 55%));
  animation: turn 900ms linear infinite;
}

.help-list { display: grid; grid-template-columns: auto 1fr; gap: 9px 18px; margin: 0; align-items: baseline; }
.help-list dt { display: flex; gap: 5px; justify-content: flex-end; }
.help-list dd { margin: 0; color: var(--text-soft); }

/* Without the rest, for a frame in another page */

[data-chrome="none"] .bar,
[data-chrome="none"] #tabs,
[data-chrome="none"] .panel { display: none; }
[data-chrome="part"] .mark { display: none; }
[data-chrome="none"] .deck { padding: 0 10px 4px; }

:fullscreen .bar, :fullscreen #tabs, :fullscreen .panel { display: none; }

@media (max-width: 860px) {
  .middle { flex-direction: column; }
  .picture { flex: 0 0 auto; height: min(56.25vw + 0px, 46vh); }
  .panel { flex: 1; border-left: 0; border-top: 1px solid var(--line); }
  .deck { order: 0; padding: 0 10px 6px; }
  :fullscreen .picture, [data-chrome="none"] .picture { flex: 1; height: auto; }
}
@media (max-width: 560px) {
  .bar { padding: 6px 10px; gap: 9px; }
  .controls { gap: 0; }
  .time { padding: 0 4px; font-size: 13px; }
  .wide-only { display: none; }
  .button .label { display: none; }
}
@media (max-width: 400px) {
  .controls .step { display: none; }
  .go-live { padding: 0 6px; }
}
@media (max-height: 420px) {
  .bar, #tabs { display: none; }
}

"""###,
"player/row-list.js": ###"""
// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { BoundedCache } from "./bounded-cache.js";
import { mostPixels, scrollTo, windowOf } from "./window.js";

/** Rows are fetched by so many. */
const pageSize = 100;

/**
 * @typedef {{
 *   testID: string,
 *   label: string,
 *   rowHeight: number,
 *   overscan: number,
 *   dense?: boolean,
 *   empty: string,
 *   draw(element: HTMLElement, row: Record<string, any>, ms: number): void,
 *   fetch(after: number, limit: number): Promise<Record<string, any>[]>,
 *   choose(ms: number, row: Record<string, any> | undefined): void,
 * }} RowListOptions
 */

/**
 * A long list in step with the recording: draws only the rows in sight, fetches them as they come in sight, and lights the one
 * of the moment. It follows the moment until its reader scrolls.
 */
export class RowList {
  element;
  /** Places of the outline that are shown; null: all. @type {Uint32Array | null} */
  #rows = null;
  #outline;
  #options;
  #room = make("div", { class: "list-room" });
  #body = make("div", { class: "list-rows", role: "presentation" });
  #scroller;
  #empty;
  #toNow;
  /** @type {BoundedCache<number, Record<string, any>>} */
  #kept = new BoundedCache(5_000);
  /** @type {Set<number>} */
  #asked = new Set();
  #ms = 0;
  #current = -1;
  #cursor = -1;
  #follows = true;
  #scheduled = false;
  /** Whether the row of the moment is to be brought in sight with the next drawing. */
  #mustScroll = true;

  /** @param {import("./outline.js").Outline} outline @param {RowListOptions} options */
  constructor(outline, options) {
    this.#outline = outline;
    this.#options = options;
    this.#scroller = make(
      "div",
      {
        class: "list",
        role: "listbox",
        tabindex: 0,
        "aria-label": options.label,
        "data-testid": options.testID,
        dataset: { dense: String(Boolean(options.dense)) },
        onscroll: () => this.refresh(),
        onwheel: () => this.#setFollows(false),
        ontouchmove: () => this.#setFollows(false),
        onpointerdown: (/** @type {PointerEvent} */ event) => event.target === this.#scroller && this.#setFollows(false),
        onclick: (/** @type {MouseEvent} */ event) => this.#clicked(event),
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.#pressed(event),
      },
      this.#room,
    );
    this.#room.append(this.#body);
    this.#empty = make("p", { class: "list-empty", hidden: true }, options.empty);
    this.#toNow = make("button", { type: "button", class: "button outlined to-now", hidden: true, onclick: () => this.#setFollows(true) }, icon("jump"), "Back to the moment");
    this.element = make("div", { class: "panel-sheet" }, this.#empty, this.#scroller, this.#toNow);
    new ResizeObserver(() => this.refresh()).observe(this.#scroller);
  }

  get count() {
    return this.#rows ? this.#rows.length : this.#outline.length;
  }

  /**
   * Shows these rows of the outline only, or all.
   * @param {Uint32Array | null} rows
   * @param {boolean} hasGrown Whether they begin with the rows that were shown before.
   */
  setRows(rows, hasGrown) {
    this.#rows = rows;
    if (!hasGrown) this.#cursor = -1;
    this.setMoment(this.#ms);
    this.refresh();
  }

  /** What is said where there is no row. @param {string} text */
  setEmpty(text) {
    setText(this.#empty, text);
  }

  /** Lights the row of a moment. @param {number} ms */
  setMoment(ms) {
    this.#ms = ms;
    const current = this.#outline.placeAt(ms, this.#rows);
    if (current === this.#current) return;
    this.#current = current;
    this.#mustScroll = this.#follows;
    this.refresh();
  }

  /** Draws anew, once for all reasons that there are until then. */
  refresh() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#draw();
    });
  }

  /** Follows the moment again. */
  follow() {
    this.#setFollows(true);
  }

  #draw() {
    const view = this.#view;
    if (view.viewHeight === 0) return;
    this.#empty.hidden = view.count > 0;
    this.#scroller.hidden = view.count === 0;
    this.#room.style.height = `${Math.min(mostPixels, view.count * view.rowHeight)}px`;
    if (this.#mustScroll && this.#current >= 0) this.#scroller.scrollTop = scrollTo({ ...view, row: this.#current });
    this.#mustScroll = false;
    const { first, end, offset } = windowOf({ ...view, scrollTop: this.#scroller.scrollTop, overscan: this.#options.overscan });
    this.#body.style.transform = `translateY(${offset}px)`;
    const rows = [...this.#body.children];
    for (let place = first; place < end; place += 1) this.#drawRow(place, rows[place - first]);
    for (const left of rows.slice(Math.max(0, end - first))) left.remove();
    this.#ask(first, end);
  }

  /** @param {number} place @param {Element | undefined} there An element to use again. */
  #drawRow(place, there) {
    const index = this.#index(place);
    const number = this.#outline.number(index);
    const row = this.#kept.get(number);
    const ms = this.#outline.ms(index);
    const element = there instanceof HTMLElement ? there : this.#body.appendChild(this.#makeRow());
    const key = row ? String(number) : `? ${number}`;
    if (element.dataset.key !== key) {
      element.dataset.key = key;
      element.className = row ? "row" : "row waiting";
      element.removeAttribute("data-severity");
      this.#options.draw(element, row ?? { type: this.#outline.type(index) }, ms);
      element.dataset.seconds = (ms / 1000).toFixed(3);
      element.dataset.place = String(place);
      element.id = `${this.#options.testID}-${number}`;
    }
    const isCurrent = place === this.#current;
    setAttribute(element, "aria-current", isCurrent ? "true" : null);
    setAttribute(element, "aria-selected", String(isCurrent));
    setAttribute(element, "aria-setsize", String(this.count));
    setAttribute(element, "aria-posinset", String(place + 1));
    setAttribute(element, "data-past", String(place <= this.#current));
    setAttribute(element, "data-cursor", place === this.#cursor && document.activeElement === this.#scroller ? "true" : null);
    element.dataset.place = String(place);
    if (place === this.#cursor) setAttribute(this.#scroller, "aria-activedescendant", element.id);
  }

  #makeRow() {
    const row = make("div", { class: "row", role: "option" });
    row.style.height = `${this.#options.rowHeight}px`;
    return row;
  }

  /** Fetches the rows in sight that are not here yet. @param {number} first @param {number} end */
  #ask(first, end) {
    for (let place = first; place < end; place += 1) {
      const number = this.#outline.number(this.#index(place));
      if (this.#kept.has(number)) continue;
      const page = Math.floor((number - 1) / pageSize);
      if (!this.#asked.has(page)) this.#fetch(page);
    }
  }

  /** @param {number} page */
  async #fetch(page) {
    this.#asked.add(page);
    try {
      for (const row of await this.#options.fetch(page * pageSize, pageSize)) this.#kept.set(row.seq, row, 1);
      this.refresh();
    } catch {
      setTimeout(() => this.refresh(), 2_000);
    } finally {
      setTimeout(() => this.#asked.delete(page), 1_000);
    }
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const row = event.target instanceof Element ? event.target.closest(".row") : null;
    if (row instanceof HTMLElement) this.#choose(Number(row.dataset.place));
  }

  /** @param {number} place */
  #choose(place) {
    const index = this.#index(place);
    this.#cursor = place;
    this.#setFollows(true);
    this.#options.choose(this.#outline.ms(index), this.#kept.get(this.#outline.number(index)));
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const from = this.#cursor < 0 ? this.#current : this.#cursor;
    const page = Math.floor(this.#scroller.clientHeight / this.#options.rowHeight);
    const places = /** @type {Record<string, number>} */ ({ ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: this.count - 1 });
    if (event.key === "Enter") this.#choose(Math.max(0, from));
    else if (event.key in places) this.#moveCursor(places[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} place */
  #moveCursor(place) {
    this.#cursor = Math.max(0, Math.min(this.count - 1, place));
    this.#setFollows(false);
    this.#scroller.scrollTop = scrollTo({ ...this.#view, row: this.#cursor });
    this.refresh();
  }

  /** @param {boolean} follows */
  #setFollows(follows) {
    this.#follows = follows;
    this.#toNow.hidden = follows;
    this.#mustScroll = follows;
    this.refresh();
  }

  get #view() {
    const view = this.#scroller.hidden ? this.element : this.#scroller;
    return { count: this.count, rowHeight: this.#options.rowHeight, viewHeight: view.clientHeight };
  }

  /** @param {number} place */
  #index(place) {
    return this.#rows ? this.#rows[place] : place;
  }
}

"""###,
"player/rows.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { clockText, sizeText, spanText } from "../shared/format.js";
import { requestWords, sourceWords } from "./words.js";

/** @typedef {import("../shared/icons.js").IconName} IconName */

/** @type {[string, IconName][]} The first that a type begins with. */
const icons = [
  ["browser.navigate", "globe"],
  ["browser.click", "pointer"],
  ["browser.drag", "pointer"],
  ["browser.hover", "pointer"],
  ["browser.type", "text"],
  ["browser.press", "keyboard"],
  ["browser.select", "check"],
  ["browser.check", "check"],
  ["browser.submit", "check"],
  ["browser.scroll", "scroll"],
  ["browser.dialog", "dialog"],
  ["browser.tab", "tab"],
  ["browser.screenshot", "film"],
  ["browser.pdf", "film"],
  ["browser.error", "alert"],
  ["browser.crash", "alert"],
  ["runtime", "power"],
  ["file", "down"],
  ["download", "down"],
  ["network", "arrows"],
  ["console", "terminal"],
  ["navigation", "globe"],
  ["page", "alert"],
  ["dialog", "dialog"],
  ["system", "person"],
];

/** @param {string} type @returns {IconName} */
function iconOf(type) {
  return icons.find(([beginning]) => type.startsWith(beginning))?.[1] ?? "list";
}

/** One step of the activity. @param {HTMLElement} element @param {Record<string, any>} row @param {number} ms */
export function drawActivity(element, row, ms) {
  const text = make("span", { class: "row-text" }, row.message ?? "…");
  if (row.severity && row.severity !== "info") element.dataset.severity = row.severity;
  element.title = row.message ?? "";
  element.dataset.type = row.type;
  element.replaceChildren(time(ms), icon(iconOf(row.type)), text);
}

/** One event. @param {HTMLElement} element @param {Record<string, any>} row @param {number} ms */
export function drawEvent(element, row, ms) {
  const text = make("span", { class: "row-text" }, make("span", { class: "row-kind" }, kindOf(row)), row.seq === undefined ? "…" : labelOf(row));
  const severity = severityOf(row);
  if (severity) element.dataset.severity = severity;
  element.title = row.seq === undefined ? "" : `${row.type} ${row.status ?? ""}\n${labelOf(row)}`;
  element.dataset.type = row.type;
  element.replaceChildren(time(ms), icon(iconOf(row.type)), text);
}

/** A request with what became of it. @param {HTMLElement} element @param {Record<string, any>} row @param {number} ms */
export function drawRequest(element, row, ms) {
  if (row.seq === undefined) return drawWaiting(element, ms);
  const words = requestWords(row);
  if (words.severity) element.dataset.severity = words.severity;
  const bytes = row.data?.fromCache ? "cache" : row.data?.bytes === undefined ? null : sizeText(row.data.bytes);
  const span = row.durationSeconds === undefined ? null : spanText(row.durationSeconds * 1000);
  element.title = `${words.method} ${words.url}\n${words.outcome}`;
  element.replaceChildren(
    time(ms),
    make("span", { class: "row-status" }, words.status),
    make(
      "span",
      { class: "row-text two" },
      make("span", { class: "row-main" }, make("span", { class: "row-kind" }, words.method), words.path),
      make("span", { class: "row-sub" }, [words.problem, row.data?.resourceType, bytes, span, words.host].filter(Boolean).join(" · ")),
    ),
  );
}

/** A line of the console. @param {HTMLElement} element @param {Record<string, any>} row @param {number} ms */
export function drawLine(element, row, ms) {
  if (row.seq === undefined) return drawWaiting(element, ms);
  const severity = severityOf(row);
  if (severity) element.dataset.severity = severity;
  const [text, source] = [String(row.data?.text ?? row.data?.message ?? row.name ?? row.type), sourceWords(row.data)];
  element.title = [text.slice(0, 600), row.data?.url].filter(Boolean).join("\n");
  element.replaceChildren(
    time(ms),
    icon(severity ? "alert" : "terminal"),
    make("span", { class: "row-line" }, make("span", { class: "row-text" }, severity && make("span", { class: "visually-hidden" }, `${severity}: `), text), source && make("span", { class: "row-source" }, source)),
  );
}

/** A row that has not come yet. @param {HTMLElement} element @param {number} ms */
function drawWaiting(element, ms) {
  element.title = "";
  element.replaceChildren(time(ms), make("span"), make("span", { class: "row-text" }, "…"));
}

/** @param {number} ms */
function time(ms) {
  return make("span", { class: "row-time" }, clockText(ms, { tenths: ms < 600_000 }));
}

/** @type {Record<string, string>} */
const kinds = {
  "network.request": "→",
  "network.failed": "failed",
  "page.error": "error",
  "page.crash": "crash",
  "runtime.lifecycle": "runtime",
};

/** @param {Record<string, any>} row */
function kindOf(row) {
  if (row.type === "network.response") return row.data?.statusCode ?? "←";
  if (row.type === "console.message") return row.data?.level ?? "console";
  return kinds[row.type] ?? (row.status && row.type === "navigation" ? row.status : row.type);
}

/** @param {Record<string, any>} row */
function labelOf(row) {
  const data = row.data ?? {};
  // Its status stands before it already.
  if (row.type === "network.response" && row.name) return String(row.name).replace(/^\d+ /, "");
  return String(row.name ?? data.text ?? data.url ?? data.message ?? row.status ?? row.type);
}

/** @param {Record<string, any>} row */
function severityOf(row) {
  if (["page.error", "page.crash"].includes(row.type) || row.status === "failed") return "error";
  if (row.data?.level === "error" || row.data?.statusCode >= 500) return "error";
  if (row.data?.level === "warning" || row.data?.statusCode >= 400) return "warning";
  return null;
}

"""###,
"player/scrubber.css": ###"""
/* The scrubber: marks above, the track in the middle, the picture of a moment over it. */

.scrubber-frame { position: relative; padding-top: 8px; }
.scrubber {
  position: relative;
  height: 30px;
  cursor: pointer;
  touch-action: none;
  border-radius: 4px;
}
.scrubber:focus-visible { outline-offset: 4px; }
.scrubber-lane { position: absolute; inset: 0 0 auto; width: 100%; height: 12px; pointer-events: none; }
.scrubber-track {
  position: absolute;
  inset: 14px 0 auto;
  height: 6px;
  border-radius: 3px;
  background: light-dark(#c3cad6, #343c49);
  overflow: hidden;
  transition: height 120ms, inset 120ms;
}
.scrubber:hover .scrubber-track, .scrubber:focus-visible .scrubber-track { inset: 13px 0 auto; height: 8px; }
.scrubber-played { position: absolute; inset: 0 auto 0 0; width: 0; background: var(--accent); }
.scrubber-buffered { position: absolute; inset: 0 auto 0 0; width: 0; background: light-dark(#9aa5b5, #566174); }
.scrubber-gap {
  position: absolute;
  inset: 0 auto;
  min-width: 3px;
  background: repeating-linear-gradient(135deg, var(--caution) 0 3px, var(--surface) 3px 6px);
}
.scrubber-thumb {
  position: absolute;
  top: 10px;
  left: 0;
  width: 14px;
  height: 14px;
  margin-left: -7px;
  border-radius: 50%;
  background: var(--accent);
  border: 2px solid var(--surface);
  box-shadow: 0 0 0 1px var(--accent), 0 1px 4px rgb(0 0 0 / 30%);
}
.scrubber-hair { position: absolute; top: 12px; height: 10px; width: 2px; margin-left: -1px; background: var(--text); opacity: .6; pointer-events: none; }

.preview {
  position: absolute;
  bottom: calc(100% + 2px);
  left: 0;
  width: 208px;
  padding: 4px;
  border-radius: 9px;
  border: 1px solid var(--line);
  background: var(--raised);
  box-shadow: var(--shadow);
  pointer-events: none;
  z-index: 5;
}
.preview canvas { display: block; width: 100%; height: auto; border-radius: 5px; background: var(--sunken); aspect-ratio: 16 / 9; object-fit: contain; }
.preview-time { display: block; padding: 4px 4px 1px; font-size: 12px; font-weight: 600; font-variant-numeric: tabular-nums; text-align: center; }
.preview-mark {
  padding: 0 4px 3px;
  font-size: 12px;
  color: var(--text-soft);
  text-align: center;
  display: -webkit-box;
  -webkit-line-clamp: 2;
  -webkit-box-orient: vertical;
  overflow: hidden;
}
.preview-mark:empty { display: none; }
@media (max-width: 560px) { .preview { width: 150px; } }

"""###,
"player/scrubber.js": ###"""
// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { clockText, shortTime, spokenTime } from "../shared/format.js";
import { columnsOf, nearestMark } from "./marks.js";
import { follow } from "./tracks.js";

/** Previews are of this many moments of the whole at most, so that a hand that trembles fetches nothing. */
const previewSteps = 300;

/**
 * @typedef {{
 *   engine: import("./engine.js").Engine,
 *   thumbnails: import("./thumbnails.js").Thumbnails,
 *   label(mark: import("./marks.js").Mark): Promise<string>,
 * }} ScrubberOptions `label`: what a mark stands for, as a sentence.
 */

/** The line of the whole recording: where it is, what happened when, what is missing; a slider for hand and keys. */
export class Scrubber {
  element = make("div", { class: "scrubber-frame" });
  #options;
  #played = make("div", { class: "scrubber-played" });
  #buffered = make("div", { class: "scrubber-buffered", "data-testid": "buffered" });
  #thumb = make("div", { class: "scrubber-thumb" });
  #hair = make("div", { class: "scrubber-hair", hidden: true });
  #gaps = make("div", {});
  #lane = make("canvas", { class: "scrubber-lane", "aria-hidden": "true" });
  #slider;
  #preview;
  #previewPicture = make("canvas", { width: 400, height: 225 });
  #previewTime = make("span", { class: "preview-time" });
  #previewMark = make("div", { class: "preview-mark" });
  /** @type {import("./marks.js").Mark[]} */
  #marks = [];
  #drawn = "";
  #drawnGaps = "";
  #dragging = false;
  #wasPlaying = false;

  /** @param {ScrubberOptions} options */
  constructor(options) {
    this.#options = options;
    const track = make("div", { class: "scrubber-track" }, this.#buffered, this.#played, this.#gaps);
    this.#slider = make(
      "div",
      {
        class: "scrubber",
        role: "slider",
        tabindex: 0,
        "aria-label": "Time",
        "aria-valuemin": 0,
        "data-testid": "scrubber",
        onpointerdown: (/** @type {PointerEvent} */ event) => this.#grab(event),
        onpointermove: (/** @type {PointerEvent} */ event) => this.#moved(event),
        onpointerup: () => this.#letGo(),
        onpointercancel: () => this.#letGo(),
        onpointerleave: () => this.#hidePreview(),
      },
      this.#lane,
      track,
      this.#hair,
      this.#thumb,
    );
    this.#preview = make("div", { class: "preview", hidden: true, "data-testid": "preview" }, this.#previewPicture, this.#previewTime, this.#previewMark);
    this.element.append(this.#preview, this.#slider);
    new ResizeObserver(() => this.#drawMarks()).observe(this.#slider);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => ((this.#drawn = ""), this.#drawMarks()));
  }

  get #duration() {
    return Math.max(1, this.#options.engine.end);
  }

  /** @param {import("./marks.js").Mark[]} marks In the order of time. */
  setMarks(marks) {
    this.#marks = marks;
    this.#drawMarks();
  }

  /** Shows where the engine is. */
  update() {
    const { clock, bufferedTo } = this.#options.engine;
    const fraction = Math.min(1, clock.position / this.#duration);
    this.#played.style.width = `${fraction * 100}%`;
    this.#thumb.style.left = `${fraction * 100}%`;
    this.#buffered.style.width = `${Math.min(1, bufferedTo / this.#duration) * 100}%`;
    const seconds = Math.floor(clock.position / 1000);
    setAttribute(this.#slider, "aria-valuemax", String(Math.floor(this.#duration / 1000)));
    setAttribute(this.#slider, "aria-valuenow", String(seconds));
    setAttribute(this.#slider, "aria-valuetext", `${spokenTime(clock.position)} of ${spokenTime(this.#duration)}`);
    this.#drawMarks();
    this.#drawGaps();
  }

  #drawGaps() {
    const gaps = this.#options.engine.manifest?.completeness.gaps ?? [];
    const key = JSON.stringify([gaps, gaps.length ? Math.round(this.#duration / 500) : 0]);
    if (key === this.#drawnGaps) return;
    this.#drawnGaps = key;
    this.#gaps.replaceChildren(
      ...gaps.map((gap) => {
        const element = make("div", { class: "scrubber-gap", "data-testid": "gap" });
        element.style.left = `${(gap.fromMs / this.#duration) * 100}%`;
        element.style.width = `${((gap.toMs - gap.fromMs) / this.#duration) * 100}%`;
        return element;
      }),
    );
  }

  /** One mark for every three pixels at most: the weightiest. */
  #drawMarks() {
    const width = this.#slider.clientWidth;
    const ratio = window.devicePixelRatio || 1;
    const key = [this.#marks.length, width, ratio, Math.round(this.#duration / Math.max(250, this.#duration / 2000))].join(" ");
    if (width === 0 || key === this.#drawn) return;
    this.#drawn = key;
    this.#lane.width = Math.round(width * ratio);
    this.#lane.height = Math.round(12 * ratio);
    const context = this.#lane.getContext("2d");
    if (!context) return;
    context.scale(ratio, ratio);
    const style = getComputedStyle(this.#slider);
    const colors = {
      navigation: style.getPropertyValue("--accent"),
      click: style.getPropertyValue("--text-faint"),
      download: style.getPropertyValue("--good"),
      error: style.getPropertyValue("--bad"),
    };
    const columns = Math.max(1, Math.floor(width / 3));
    for (const { column, mark } of columnsOf(this.#marks, this.#duration, columns)) {
      drawMark(context, mark.kind, (column + 0.5) * (width / columns), resolve(this.#slider, colors[mark.kind]));
    }
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0) return;
    this.#slider.setPointerCapture(event.pointerId);
    this.#slider.focus({ preventScroll: true });
    this.#dragging = true;
    this.#wasPlaying = this.#options.engine.clock.playing;
    this.#seekTo(event);
  }

  /** @param {PointerEvent} event */
  #moved(event) {
    this.#showPreview(event);
    if (!this.#dragging) return;
    this.#options.engine.clock.setPlaying(false);
    this.#seekTo(event);
  }

  #letGo() {
    if (!this.#dragging) return;
    this.#dragging = false;
    if (this.#wasPlaying && !this.#options.engine.clock.atEnd) this.#options.engine.setPlaying(true);
  }

  /** @param {PointerEvent} event */
  #seekTo(event) {
    this.#options.engine.seek(this.#fraction(event) * this.#duration);
  }

  /** @param {PointerEvent} event */
  #fraction(event) {
    const box = this.#slider.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / Math.max(1, box.width)));
  }

  /** @param {PointerEvent} event */
  #showPreview(event) {
    const { engine, thumbnails, label } = this.#options;
    const fraction = this.#fraction(event);
    const ms = fraction * this.#duration;
    const mark = nearestMark(this.#marks, ms, (6 / Math.max(1, this.#slider.clientWidth)) * this.#duration);
    const gap = (engine.manifest?.completeness.gaps ?? []).find((gap) => gap.fromMs <= ms && ms < gap.toMs);
    this.#hair.hidden = false;
    this.#hair.style.left = `${fraction * 100}%`;
    this.#preview.hidden = false;
    const half = this.#preview.offsetWidth / 2;
    const center = fraction * this.#slider.clientWidth;
    this.#preview.style.left = `${Math.min(this.#slider.clientWidth - half * 2, Math.max(0, center - half))}px`;
    setText(this.#previewTime, clockText(ms, { hours: this.#duration >= 3_600_000 }));
    if (gap) setText(this.#previewMark, `No pictures for ${shortTime(gap.toMs - gap.fromMs)}`);
    else if (!mark) setText(this.#previewMark, "");
    else label(mark).then((text) => setText(this.#previewMark, text), () => {});
    const step = this.#duration / previewSteps;
    const page = engine.track === follow ? null : engine.track;
    thumbnails.ask(Math.round(Math.round(ms / step) * step), page, (bitmap) => this.#drawPreview(bitmap));
  }

  /** @param {ImageBitmap} bitmap */
  #drawPreview(bitmap) {
    const context = this.#previewPicture.getContext("2d");
    if (!context) return;
    if (this.#previewPicture.width !== bitmap.width || this.#previewPicture.height !== bitmap.height) {
      this.#previewPicture.width = bitmap.width;
      this.#previewPicture.height = bitmap.height;
    }
    context.drawImage(bitmap, 0, 0);
  }

  #hidePreview() {
    this.#preview.hidden = true;
    this.#hair.hidden = true;
  }
}

/**
 * Each kind has a shape of its own, so that colour is not all that tells them apart.
 * @param {CanvasRenderingContext2D} context @param {import("./marks.js").MarkKind} kind @param {number} x @param {string} color
 */
function drawMark(context, kind, x, color) {
  context.fillStyle = color;
  context.beginPath();
  if (kind === "navigation") context.roundRect(x - 1.25, 1, 2.5, 10, 1);
  else if (kind === "click") context.arc(x, 8.5, 1.9, 0, Math.PI * 2);
  else if (kind === "download") (context.moveTo(x - 4, 4.5), context.lineTo(x + 4, 4.5), context.lineTo(x, 11));
  else (context.moveTo(x, 1), context.lineTo(x + 4.6, 6), context.lineTo(x, 11), context.lineTo(x - 4.6, 6));
  context.fill();
}

/** A colour as a canvas understands it: `light-dark()` is none. @param {Element} element @param {string} color */
function resolve(element, color) {
  const probe = make("i", { hidden: true });
  probe.style.color = color;
  element.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

"""###,
"player/source.js": ###"""
// @ts-check
// What the server tells of a recording, beneath the address of its lease. Times are milliseconds of the recording.

/**
 * @typedef {"preparing" | "processing" | "ready" | "not_available" | "failed"} RecordingStatus
 * @typedef {{
 *   run: { id: string, status: "active" | "stopped" | "failed", startedAt: string, finishedAt: string | null },
 *   recording: { status: RecordingStatus, reason: string | null },
 *   expiresAt: string,
 *   durationMs: number,
 *   tracks: import("./tracks.js").Track[],
 *   program: import("./tracks.js").Front[],
 *   completeness: { ratio: number, gaps: import("./spans.js").Gap[] },
 * }} Manifest
 * @typedef {"expired" | "missing" | "unreachable" | "failed"} Trouble
 */

/** Why something could not be got. */
export class SourceError extends Error {
  /** @param {Trouble} trouble @param {string} message */
  constructor(trouble, message) {
    super(message);
    this.trouble = trouble;
  }
}

/** The data of one recording. Every method throws {@link SourceError}, and may be called again after it. */
export class Source {
  #base;
  #startedAt = 0;

  /** @param {string} base The page's own path, which carries the token. */
  constructor(base = location.pathname.replace(/\/+$/, "")) {
    this.#base = base;
  }

  /** @returns {Promise<Manifest>} */
  async manifest() {
    const manifest = await (await this.#get("/manifest")).json();
    this.#startedAt = Date.parse(manifest.run.startedAt);
    return manifest;
  }

  /**
   * The pictures of a stretch.
   * @param {number} fromMs @param {number} toMs @param {string | null} page Null: of the tab in front.
   * @returns {Promise<import("./frame-index.js").Piece>}
   */
  async index(fromMs, toMs, page) {
    const piece = await (await this.#get("/index", { fromMs, toMs, pageId: page })).json();
    return {
      fromMs,
      toMs: piece.toMs,
      before: entry(piece.before),
      entries: piece.frames.map(entry),
      next: entry(piece.next),
    };
  }

  /** The JPEG of a picture, which never changes. @param {number} number */
  async frame(number) {
    return (await this.#get(`/frames/${number}`)).blob();
  }

  /**
   * The picture that is seen at a moment; null when there is none yet.
   * @param {number} atMs @param {string | null} page
   * @returns {Promise<{ number: number, ms: number, blob: Blob } | null>}
   */
  async frameAt(atMs, page) {
    const response = await this.#get("/frame", { atMs: Math.round(atMs), pageId: page });
    if (response.status === 204) return null;
    return {
      number: Number(response.headers.get("x-frame-number")),
      ms: Math.round(Number(response.headers.get("x-frame-time")) * 1000),
      blob: await response.blob(),
    };
  }

  /**
   * @param {"activity" | "events"} list @param {number} after
   * @param {import("./matches.js").Narrowing} [narrowing] Only the events that it leaves.
   * @returns {Promise<import("./outline.js").OutlinePart>}
   */
  async outline(list, after, narrowing) {
    const { types, kinds, words } = narrowing ?? { types: null, kinds: [], words: "" };
    return (await this.#get(`/${list}/outline`, { after, type: types?.join() ?? null, kind: kinds.join() || null, q: words || null })).json();
  }

  /**
   * A page of the run's files, newest first.
   * @param {string | null} cursor
   * @returns {Promise<{ data: import("./file-sheet.js").RunFile[], nextCursor: string | null }>}
   */
  async files(cursor) {
    return (await this.#get("/files", { cursor, limit: 50 })).json();
  }

  /** A time of the wire as milliseconds of the recording. @param {string} time */
  msOf(time) {
    return Math.max(0, Date.parse(time) - this.#startedAt);
  }

  /**
   * Rows of a list, as the API lists them.
   * @param {"activity" | "events"} list @param {number} after @param {number} limit
   * @returns {Promise<Record<string, any>[]>}
   */
  async rows(list, after, limit) {
    return (await (await this.#get(`/${list}`, { after, limit })).json()).data;
  }

  /** Begins to make a video, or joins who makes the same. @returns {Promise<import("./export.js").Export>} */
  async startExport() {
    return this.#exportState(await this.#fetch(this.address("/export"), { method: "POST" }));
  }

  /** @param {string} id @returns {Promise<import("./export.js").Export>} */
  async exportState(id) {
    return this.#exportState(await this.#fetch(this.address(`/export/${id}`)));
  }

  /** What the server says of why there is none is for people. @param {Response} response */
  async #exportState(response) {
    const body = await response.json().catch(() => ({}));
    if (response.ok) return body;
    const words = [body.error ?? `The server answered ${response.status}.`, body.hint].filter(Boolean).join(" ");
    throw new SourceError(troubleOf(response.status), words);
  }

  /** The address of something of the recording. @param {string} path With a slash at its begin. */
  address(path) {
    return `${this.#base}${path}`;
  }

  /** @param {string} path @param {Record<string, string | number | null>} [query] */
  async #get(path, query = {}) {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== null) parameters.set(name, String(value));
    const text = parameters.toString();
    const response = await this.#fetch(`${this.#base}${path}${text && "?"}${text}`);
    if (response.ok) return response;
    throw new SourceError(troubleOf(response.status), `${path} answered ${response.status}`);
  }

  /** @param {string} address @param {RequestInit} [options] */
  async #fetch(address, options = {}) {
    try {
      return await fetch(address, { ...options, credentials: "omit", referrerPolicy: "no-referrer" });
    } catch {
      throw new SourceError("unreachable", "The server cannot be reached.");
    }
  }
}

/** @param {number} status @returns {Trouble} */
function troubleOf(status) {
  if (status === 410) return "expired";
  if (status === 404) return "missing";
  return status >= 500 || status === 429 ? "unreachable" : "failed";
}

/** @param {[number, number] | null} pair @returns {any} */
function entry(pair) {
  return pair && { number: pair[0], ms: pair[1] };
}

"""###,
"player/spans.js": ###"""
// @ts-check
// Stretches of time: gaps without a picture, and stillness that may be skipped. Pure; all times in milliseconds.

/** @typedef {{ fromMs: number, toMs: number, cause: string }} Gap */

/** A stretch without anything new is worth skipping from this length on. */
export const leastStillness = 10_000;
/** How much of the stillness is still shown, after what was before it. */
export const afterglow = 1_500;
/** And before what comes after it. */
export const leadIn = 1_000;

/**
 * Where to go on from a moment in which nothing is new: null when nothing is to be skipped.
 * @param {number} position
 * @param {number} last When the last new thing was, at or before the position.
 * @param {number} next When the next new thing is; `Infinity` when there is none before the end.
 * @param {number} end Where the recording ends.
 * @returns {number | null}
 */
export function jumpOverStillness(position, last, next, end) {
  const target = next === Infinity ? end : next - leadIn;
  if (Math.min(next, end) - last < leastStillness) return null;
  if (position < last + afterglow) return null;
  return target - position > leadIn ? target : null;
}

/**
 * The gap that a moment lies in.
 * @param {Gap[]} gaps @param {number} ms
 */
export function gapAt(gaps, ms) {
  return gaps.find((gap) => gap.fromMs <= ms && ms < gap.toMs) ?? null;
}

"""###,
"player/states.js": ###"""
// @ts-check
// What the player says of its state. Pure.

import { percentText, shortTime } from "../shared/format.js";

/**
 * @typedef {{
 *   manifest: import("./source.js").Manifest | null,
 *   trouble: import("./source.js").Trouble | null,
 *   following: boolean,
 * }} Situation
 * @typedef {{ status: string, text: string, tone: import("../shared/status.js").Tone }} StatusWords
 */

/** @param {Situation} situation @returns {StatusWords} */
export function statusOf({ manifest, trouble, following }) {
  if (trouble === "expired") return { status: "expired", text: "Address lapsed", tone: "problem" };
  if (trouble === "missing") return { status: "missing", text: "Not found", tone: "problem" };
  if (trouble) return { status: "disconnected", text: "Connection lost", tone: "problem" };
  if (!manifest) return { status: "loading", text: "Opening", tone: "waiting" };
  const { status } = manifest.recording;
  if (manifest.run.status === "active" && status !== "failed" && status !== "not_available") {
    if (status === "preparing") return { status: "preparing", text: "Waiting for a picture", tone: "waiting" };
    return following
      ? { status: "live", text: "Live", tone: "live" }
      : { status: "live", text: "Run goes on", tone: "neutral" };
  }
  return ended(manifest);
}

/** @param {import("./source.js").Manifest} manifest @returns {StatusWords} */
function ended({ recording, completeness }) {
  const { ratio } = completeness;
  switch (recording.status) {
    case "ready":
      return ratio >= 1
        ? { status: "ready", text: "Complete", tone: "good" }
        : { status: "ready", text: `${percentText(ratio)} complete`, tone: "neutral" };
    case "not_available":
      return { status: "not_available", text: "No recording", tone: "neutral" };
    case "failed":
      return { status: "failed", text: "Failed", tone: "problem" };
    default:
      return { status: recording.status, text: "Being finished", tone: "waiting" };
  }
}

/**
 * What stands in the place of the picture; null when the picture can be seen.
 * @param {Situation & { hasPicture: boolean, retry(): void }} situation
 * @returns {import("../shared/veil.js").VeilWords | null}
 */
export function veilOf({ manifest, trouble, hasPicture, retry }) {
  if (trouble === "expired") return words.expired;
  if (trouble === "missing") return words.missing;
  if (!manifest) {
    if (trouble) return { ...words.unreachable, action: { label: "Try again", run: retry } };
    return words.opening;
  }
  const { status } = manifest.recording;
  if (status === "not_available") return words.notAvailable;
  if (status === "failed" && !hasPicture) return words.failed;
  if (hasPicture || status === "ready" || status === "processing") return null;
  return words.preparing;
}

/** @type {Record<string, import("../shared/veil.js").VeilWords>} */
const words = {
  opening: { icon: "wait", title: "Opening the recording", text: "One moment.", tone: "waiting" },
  preparing: { icon: "wait", title: "Waiting for the first picture", text: "The run has begun. The browser has not shown anything yet.", tone: "waiting" },
  expired: { icon: "clock", title: "This address has lapsed", text: "It was good for a limited time, which is over. Ask whoever gave it to you for a new one." },
  missing: { icon: "gap", title: "There is nothing at this address", text: "Ask whoever gave it to you for it once more." },
  unreachable: { icon: "alert", title: "The server cannot be reached", text: "The player goes on trying.", tone: "problem" },
  notAvailable: { icon: "film", title: "There is no recording of this run", text: "It was not recorded, or the time for which recordings are kept is over. What happened in the run is still listed." },
  failed: { icon: "alert", title: "The recording failed", text: "No pictures of this run could be kept. What happened in the run is still listed.", tone: "problem" },
};

/** @type {Record<string, string>} */
const causes = {
  disk_full: "the disk was full",
  storage: "the disk could not keep up",
  browser_hung: "the browser did not answer",
  page_crashed: "the page had crashed",
  server_lost: "the server was lost",
};

/** @param {import("./spans.js").Gap} gap */
export function gapText(gap) {
  const cause = causes[gap.cause];
  return `No pictures for ${shortTime(gap.toMs - gap.fromMs)}${cause ? `: ${cause}` : ""}`;
}

"""###,
"player/thumbnails.js": ###"""
// @ts-check
import { BoundedCache } from "./bounded-cache.js";

const width = 400;

/** Small pictures of moments, fetched one at a time: only the last one asked for matters. */
export class Thumbnails {
  #source;
  /** @type {BoundedCache<string, ImageBitmap>} */
  #kept = new BoundedCache(150, (bitmap) => bitmap.close());
  #busy = false;
  /** @type {(() => void) | null} */
  #next = null;

  /** @param {import("./source.js").Source} source */
  constructor(source) {
    this.#source = source;
  }

  /**
   * Gets the picture of a moment; `use` is called when it is there, unless another one was asked for meanwhile.
   * @param {number} ms @param {string | null} page @param {(bitmap: ImageBitmap) => void} use
   */
  ask(ms, page, use) {
    const key = `${page} ${ms}`;
    const kept = this.#kept.get(key);
    this.#next = kept ? null : () => this.#fetch(ms, page, key, use);
    if (kept) use(kept);
    else this.#pump();
  }

  #pump() {
    if (this.#busy || !this.#next) return;
    const run = this.#next;
    this.#next = null;
    run();
  }

  /** @param {number} ms @param {string | null} page @param {string} key @param {(bitmap: ImageBitmap) => void} use */
  async #fetch(ms, page, key, use) {
    this.#busy = true;
    try {
      const frame = await this.#source.frameAt(ms, page);
      if (frame) {
        const bitmap = await createImageBitmap(frame.blob, { resizeWidth: width, resizeQuality: "medium" });
        this.#kept.set(key, bitmap, 1);
        if (!this.#next) use(bitmap);
      }
    } catch {
      // A preview that cannot be had is left out; the picture itself says what is wrong.
    } finally {
      this.#busy = false;
      this.#pump();
    }
  }
}

"""###,
"player/tracks.js": ###"""
// @ts-check
// Which tabs there were when, and what they were called. Pure; times in milliseconds.

import { lastAtOrBefore } from "./frame-index.js";

/**
 * @typedef {{ atMs: number, title: string, url: string }} Place What a tab showed from a moment on.
 * @typedef {{ pageId: string, fromMs: number, toMs: number | null, places: Place[] }} Track One tab; `toMs` null: still open.
 * @typedef {{ atMs: number, pageId: string | null }} Front Which tab was in front from a moment on.
 */

/** Stands for the track that follows the tab in front. */
export const follow = "follow";

/**
 * The tab that was in front at a moment.
 * @param {Front[]} program @param {number} ms
 */
export function frontAt(program, ms) {
  const index = lastAtOrBefore(program, ms, (front) => front.atMs);
  return index < 0 ? null : program[index].pageId;
}

/**
 * The tab whose picture is seen at a moment by who follows: when no tab is in front, the last one that was.
 * @param {Front[]} program @param {number} ms
 */
export function pageAt(program, ms) {
  for (let index = lastAtOrBefore(program, ms, (front) => front.atMs); index >= 0; index -= 1) {
    if (program[index].pageId !== null) return program[index].pageId;
  }
  return program.find((front) => front.pageId !== null)?.pageId ?? null;
}

/**
 * What a tab showed at a moment; before its first place, that one.
 * @param {Track | undefined} track @param {number} ms
 * @returns {Place | null}
 */
export function placeAt(track, ms) {
  if (!track || track.places.length === 0) return null;
  const index = lastAtOrBefore(track.places, ms, (place) => place.atMs);
  return track.places[Math.max(0, index)];
}

/**
 * The strip of tabs at a moment: first the one that follows, then each tab in the order of opening.
 * @param {Track[]} tracks @param {Front[]} program @param {number} ms
 * @returns {import("../shared/tabs.js").Tab[]}
 */
export function tabsAt(tracks, program, ms) {
  const front = frontAt(program, ms);
  const opened = tracks.filter((track) => track.fromMs <= ms);
  return [
    { id: follow, title: "Follow", hint: "The tab that is in front at the moment", kind: /** @type {const} */ ("follow") },
    ...opened.map((track) => {
      const place = placeAt(track, ms);
      return {
        id: track.pageId,
        title: place?.title || place?.url || "New tab",
        url: place?.url,
        gone: track.toMs !== null && track.toMs <= ms,
        marked: track.pageId === front,
      };
    }),
  ];
}

"""###,
"player/window.js": ###"""
// @ts-check
// Which rows of a long list are drawn. Pure.

/** Browsers draw no element higher than this, so longer lists are scrolled on a shorter scale. */
export const mostPixels = 8_000_000;

/**
 * The rows in sight, and where they stand.
 * @param {{ count: number, rowHeight: number, viewHeight: number, scrollTop: number, overscan?: number }} list
 * @returns {{ first: number, end: number, offset: number }}
 *   Rows from `first` up to `end`; the first one's top edge at `offset` in an element of their height, `mostPixels` at most.
 */
export function windowOf({ count, rowHeight, viewHeight, scrollTop, overscan = 6 }) {
  const full = count * rowHeight;
  const height = Math.min(full, mostPixels);
  const top = toContent(scrollTop, full, height, viewHeight);
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((top + viewHeight) / rowHeight) + overscan);
  return { first, end, offset: scrollTop + first * rowHeight - top };
}

/**
 * How far to scroll so that a row is in the middle.
 * @param {{ count: number, rowHeight: number, viewHeight: number, row: number }} list
 */
export function scrollTo({ count, rowHeight, viewHeight, row }) {
  const full = count * rowHeight;
  const height = Math.min(full, mostPixels);
  const top = Math.max(0, Math.min(full - viewHeight, row * rowHeight - (viewHeight - rowHeight) / 2));
  return full <= height ? top : (top / (full - viewHeight)) * (height - viewHeight);
}

/** @param {number} scrollTop @param {number} full @param {number} height @param {number} viewHeight */
function toContent(scrollTop, full, height, viewHeight) {
  if (full <= height) return Math.max(0, Math.min(scrollTop, full - viewHeight));
  return (Math.max(0, scrollTop) / (height - viewHeight)) * (full - viewHeight);
}

"""###,
"player/words.js": ###"""
// @ts-check
// What rows of requests and console lines say. Pure.

/** @typedef {Record<string, any>} Row As the API lists events. */

/**
 * The words of a request's end: `network.response` or `network.failed`.
 * @param {Row} row
 * @returns {{ method: string, url: string, path: string, host: string, status: string, problem: string | null, outcome: string,
 *   severity: "error" | "warning" | "canceled" | null }}
 */
export function requestWords(row) {
  const data = row.data ?? {};
  const url = String(data.url ?? "");
  const { path, host } = placeOf(url);
  const isFailed = row.type === "network.failed";
  const problem = isFailed ? (data.canceled ? "canceled" : String(data.errorText ?? "failed").replace(/^net::/, "")) : null;
  const status = data.statusCode ? String(data.statusCode) : isFailed ? "–" : "";
  return {
    method: data.method ?? methodOf(String(row.name ?? "")),
    url,
    path,
    host,
    status,
    problem,
    outcome: problem ?? [status, data.statusText].filter(Boolean).join(" "),
    severity: severityOf(Number(data.statusCode ?? 0), isFailed, Boolean(data.canceled)),
  };
}

/** @param {number} status @param {boolean} isFailed @param {boolean} isCanceled */
function severityOf(status, isFailed, isCanceled) {
  if (status >= 500) return "error";
  if (status >= 400) return "warning";
  if (isCanceled) return "canceled";
  return isFailed ? "error" : null;
}

/** Where a line comes from: `shop.js:12`. @param {Row} [data] */
export function sourceWords(data) {
  if (!data?.url) return null;
  const { path } = placeOf(String(data.url));
  const file = path.split("?")[0].split("/").filter(Boolean).pop() ?? path;
  return data.line ? `${file}:${data.line}` : file;
}

/** A response's name is `200 GET /path`. @param {string} name */
function methodOf(name) {
  return /^(?:\d+ )?([A-Z]+) /.exec(name)?.[1] ?? "";
}

/** @param {string} address */
function placeOf(address) {
  try {
    const url = new URL(address);
    return { path: (url.pathname + url.search) || "/", host: url.host };
  } catch {
    return { path: address, host: "" };
  }
}

"""###,
    ]
}
