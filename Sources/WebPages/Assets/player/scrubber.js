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
