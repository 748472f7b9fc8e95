// Made by scripts/generate from Sources/WebPages/Assets/shared. Edit those.
// swift-format-ignore-file

extension WebPages {
    static let shared: [String: String] = [
"shared/dom.js": ###"""
// @ts-check
// Makes elements. Text is always text: nothing here reads HTML.

/**
 * @typedef {string | number | Node | null | undefined | false} Child
 * @typedef {Record<string, unknown>} Properties
 */

/**
 * An element with attributes, listeners (`onclick`), `class`, `dataset` and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties] False, null and undefined leave an attribute out; true gives an empty one.
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === "dataset") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter(isChild).map((child) => (child instanceof Node ? child : String(child))));
  return element;
}

/** @param {Child} child @returns {child is string | number | Node} */
function isChild(child) {
  return child !== null && child !== undefined && child !== false;
}

/**
 * Sets an attribute only when it changes, so that assistive technology is not told the same again.
 * @param {Element} element @param {string} name @param {string | null} value Null removes it.
 */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * An element of the page that its HTML must have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byID(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element #${id}.`);
  return element;
}

"""###,
"shared/fit.js": ###"""
// @ts-check
// Where a picture goes in a box. Pure.

/**
 * The largest place of a picture's shape in the middle of a box, on whole device pixels.
 *
 * When the picture nearly has the size it was taken in, it gets exactly that size: letters stay sharp.
 * @param {{ width: number, height: number }} box In CSS pixels.
 * @param {{ width: number, height: number }} picture In its own pixels.
 * @param {number} ratio Device pixels of a CSS pixel.
 * @returns {{ left: number, top: number, width: number, height: number, pixels: { width: number, height: number } }}
 *   In CSS pixels; `pixels` is the size in device pixels.
 */
export function fit(box, picture, ratio) {
  if (box.width <= 0 || box.height <= 0 || picture.width <= 0 || picture.height <= 0) {
    return { left: 0, top: 0, width: 0, height: 0, pixels: { width: 0, height: 0 } };
  }
  const largest = Math.min((box.width * ratio) / picture.width, (box.height * ratio) / picture.height);
  const scale = largest >= 1 && largest < 1.04 ? 1 : largest;
  const pixels = {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  };
  return {
    left: Math.round((box.width * ratio - pixels.width) / 2) / ratio,
    top: Math.round((box.height * ratio - pixels.height) / 2) / ratio,
    width: pixels.width / ratio,
    height: pixels.height / ratio,
    pixels,
  };
}

/**
 * The place of a picture that is drawn larger than fits, as far from the middle as asked for, but with no gap beside it that need not be.
 * @param {{ width: number, height: number }} box In CSS pixels.
 * @param {{ width: number, height: number }} picture In its own pixels.
 * @param {number} ratio Device pixels of a CSS pixel.
 * @param {{ scale: number, x: number, y: number }} view `scale`: 1 fits. `x`, `y`: from the middle, in CSS pixels.
 * @returns {ReturnType<typeof fit> & { x: number, y: number }} `x`, `y`: how far from the middle it came to lie.
 */
export function fitZoomed(box, picture, ratio, { scale, x, y }) {
  if (scale <= 1) return { ...fit(box, picture, ratio), x: 0, y: 0 };
  const place = fit({ width: box.width * scale, height: box.height * scale }, picture, ratio);
  const within = (/** @type {number} */ free, /** @type {number} */ wanted) => (free >= 0 ? 0 : Math.min(Math.max(wanted, free / 2), -free / 2));
  const [freeX, freeY] = [box.width - place.width, box.height - place.height];
  const [atX, atY] = [within(freeX, x), within(freeY, y)];
  const onPixel = (/** @type {number} */ value) => Math.round(value * ratio) / ratio;
  return { ...place, left: onPixel(freeX / 2 + atX), top: onPixel(freeY / 2 + atY), x: atX, y: atY };
}

"""###,
"shared/format.js": ###"""
// @ts-check
// Times and amounts as people read them. Pure.

/**
 * `0:07`, `12:34`, `1:02:03`; with tenths `0:07.4`. Cut, not rounded: a clock shows no second before it has begun.
 * @param {number} ms @param {{ tenths?: boolean, hours?: boolean }} [options]
 */
export function clockText(ms, { tenths = false, hours = false } = {}) {
  const all = Math.max(0, Math.floor(ms / 100));
  const seconds = Math.floor(all / 10);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const withHours = hours || parts[0] > 0;
  const text = withHours
    ? `${parts[0]}:${pad(parts[1])}:${pad(parts[2])}`
    : `${parts[1]}:${pad(parts[2])}`;
  return tenths ? `${text}.${all % 10}` : text;
}

/**
 * `45 seconds`, `2 minutes 5 seconds`, `1 hour 2 minutes`: for voices and sentences.
 * @param {number} ms
 */
export function spokenTime(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ];
  const first = parts.findIndex(([count]) => count !== 0);
  const said = first < 0 ? parts.slice(2) : parts.slice(first, first + 2).filter(([count]) => count !== 0);
  return said.map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(" ");
}

/**
 * `34 s`, `2 min 5 s`, `1 h 2 min`: short, for labels.
 * @param {number} ms
 */
export function shortTime(ms) {
  return spokenTime(ms).replace(/ hours?/, " h").replace(/ minutes?/, " min").replace(/ seconds?/, " s");
}

/**
 * `99.7 %`; only what is whole is called 100 %.
 * @param {number} ratio
 */
export function percentText(ratio) {
  if (ratio >= 1) return "100 %";
  return `${Math.min(99.9, Math.floor(ratio * 1000) / 10)} %`;
}

/** @param {number} count `12 345` with thin blanks */
export function countText(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** @param {number} count `940`, `3k`, `120k`, `1.2M`: where there is little room. */
export function roundText(count) {
  if (count < 1_000) return String(count);
  return count < 1_000_000 ? `${Math.floor(count / 1_000)}k` : `${Math.floor(count / 100_000) / 10}M`;
}

/** @param {number} number */
function pad(number) {
  return String(number).padStart(2, "0");
}

/**
 * How long something took: `84 ms`, `1.24 s`, then as {@link shortTime}.
 * @param {number} ms
 */
export function spanText(ms) {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1_000).toFixed(2)} s`;
  return ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : shortTime(ms);
}

/**
 * `0 B`, `940 B`, `12.3 kB`, `4.1 MB`: thousands, as files are sold.
 * @param {number} bytes
 */
export function sizeText(bytes) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let amount = bytes;
  let unit = 0;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${unit > 0 && amount < 100 ? amount.toFixed(1) : Math.round(amount)} ${units[unit]}`;
}

"""###,
"shared/icon.svg": ###"""
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2457d6"/><path d="M5.5 11c5 .3 8.2 2 10.5 5.300C18.3 13 21.5 11.3 26.5 11c-4 2-6.3 4.8-7.3 8.600l1.7 4.4-4.9-3.100L11.1 24l1.7-4.400C11.8 15.8 9.5 13 5.5 11Z" fill="#fff"/></svg>

"""###,
"shared/icons.js": ###"""
// @ts-check
// Icons as paths on a grid of 24, drawn with the colour of the text.

const paths = {
  play: "M7 4.5v15a1 1 0 0 0 1.5.86l12-7.5a1 1 0 0 0 0-1.72l-12-7.5A1 1 0 0 0 7 4.5Z",
  pause: "M7 4h3.2v16H7zM13.8 4H17v16h-3.2z",
  stepBack: "M17.5 5.5 9 12l8.5 6.5zM5.5 5.5h2v13h-2z",
  stepForward: "M6.5 5.5 15 12l-8.5 6.5zM16.5 5.5h2v13h-2z",
};

const lines = {
  replay: "M4 4v5h5M4.6 9A8 8 0 1 1 4 13.5",
  fullscreen: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  fullscreenExit: "M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5",
  keyboard: "M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M13.5 10h.01M17 10h.01M8 14h8",
  skip: "M4 6l6 6-6 6M11 6l6 6-6 6M20 6v12",
  close: "M6 6l12 12M18 6 6 18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.7-4.7",
  zoomIn: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.7-4.7M10.5 7.700v5.6M7.700 10.500h5.6",
  zoomOut: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.7-4.7M7.700 10.500h5.6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  alert: "M12 8v5M12 16.5h.01M10.3 3.9 2.4 17.5A2 2 0 0 0 4.1 20.5h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0Z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.2 2",
  wait: "M12 3a9 9 0 1 0 9 9",
  gap: "M4 4l16 16M20 12a8 8 0 0 0-10.4-7.6M6 6.700A8 8 0 0 0 17.7 18",
  film: "M4 4h16v16H4zM8 4v16M16 4v16M4 9h4M4 15h4M16 9h4M16 15h4",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  follow: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 2v4M12 18v4M2 12h4M18 12h4",
  down: "M12 4v10M8 10.500l4 4 4-4M5 19.500h14",
  jump: "M12 5v13M6.5 12.5 12 18l5.5-5.5",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 9.500h17M3.5 14.500h17M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18Z",
  pointer: "M5 4l5.5 15 2.3-6.200L19 10.500z",
  text: "M5 6V5h14v1M12 5v14M9 19h6",
  scroll: "M12 4v16M8 8l4-4 4 4M8 16l4 4 4-4",
  terminal: "M4 5h16v14H4zM7.5 9.500l3 2.5-3 2.500M12.5 15h4",
  tab: "M3 19V6h7l2 3h9v10z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 15 0",
  power: "M12 4v8M7 6.500a7.5 7.5 0 1 0 10 0",
  arrows: "M4 9h14l-4-4M20 15H6l4 4",
  dialog: "M4 5h16v11H10l-4 4v-4H4z",
  back: "M19 12H5M11 6l-6 6 6 6",
  forward: "M5 12h14M13 6l6 6-6 6",
  reload: "M20 4v5h-5M19.4 9A8 8 0 1 0 20 13.5",
  plus: "M12 5v14M5 12h14",
  clipboard: "M9 4.500h6v3H9zM9 6H6v14.500h12V6h-3",
  upload: "M12 15V5M8 8.500l4-4 4 4M5 19.500h14",
  people: "M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 19.500a6.500 6.500 0 0 1 13 0M15.500 4.700a3.500 3.500 0 0 1 0 6.600M18 13.700a6.500 6.500 0 0 1 3.500 5.800",
  lock: "M6 11h12v9.500H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
};

/** @typedef {keyof typeof paths | keyof typeof lines} IconName */

/**
 * An icon that assistive technology does not see: what it means, its button says.
 * @param {IconName} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  if (name in paths) {
    path.setAttribute("d", paths[/** @type {keyof typeof paths} */ (name)]);
    path.setAttribute("fill", "currentColor");
  } else {
    path.setAttribute("d", lines[/** @type {keyof typeof lines} */ (name)]);
    for (const [attribute, value] of Object.entries(stroke)) path.setAttribute(attribute, value);
  }
  svg.append(path);
  return svg;
}

const stroke = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": "1.8",
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
};

"""###,
"shared/message.js": ###"""
// @ts-check
// Tells the page that frames this one what goes on.

/**
 * Sends a message to the parent. Nothing in it is secret, so every origin may read it.
 * @param {{ type: string } & Record<string, unknown>} message
 */
export function tellParent(message) {
  if (window.parent !== window) window.parent.postMessage(message, "*");
}

"""###,
"shared/moment.js": ###"""
// @ts-check
// The moment in an address: `#t=12.5`, also `#t=1:02.5` and `#t=1h2m3s`. Pure.

/**
 * @param {string} hash
 * @returns {number | null} Milliseconds; null when the hash names no moment.
 */
export function momentOf(hash) {
  const text = new URLSearchParams(hash.replace(/^#/, "")).get("t");
  if (!text) return null;
  const seconds = secondsOf(text.trim());
  return seconds === null ? null : Math.round(seconds * 1000);
}

/** @param {number} ms */
export function hashOf(ms) {
  return `#t=${Number((Math.max(0, ms) / 1000).toFixed(2))}`;
}

/** @param {string} text */
function secondsOf(text) {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const clock = /^(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const units = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(text);
  if (!units || text === "") return null;
  return Number(units[1] ?? 0) * 3600 + Number(units[2] ?? 0) * 60 + Number(units[3] ?? 0);
}

"""###,
"shared/screen.js": ###"""
// @ts-check
import { make, setAttribute } from "./dom.js";
import { fit, fitZoomed } from "./fit.js";

/**
 * The picture: a canvas that is as large as its stage lets it be, drawn in device pixels, and never empty between two
 * pictures. The canvas has exactly the picture's shape, so a place on it is a place on the page.
 * @param {HTMLElement} stage The box to fill; it must be positioned.
 * @returns {Screen}
 */
export function makeScreen(stage) {
  const canvas = make("canvas", { class: "screen", role: "img", "aria-label": "No picture yet", "data-testid": "screen", width: 0, height: 0 });
  const context = canvas.getContext("2d", { alpha: false });
  /** @type {ImageBitmap | null} */
  let picture = null;
  let asked = 0;
  let shown = 0;
  let view = { scale: 1, x: 0, y: 0 };

  const box = () => ({ width: stage.clientWidth, height: stage.clientHeight });

  function draw() {
    if (!picture || !context) return;
    const place = fitZoomed(box(), picture, window.devicePixelRatio || 1, view);
    view = { ...view, x: place.x, y: place.y };
    if (canvas.width !== place.pixels.width || canvas.height !== place.pixels.height) {
      canvas.width = place.pixels.width;
      canvas.height = place.pixels.height;
    }
    Object.assign(canvas.style, {
      left: `${place.left}px`,
      top: `${place.top}px`,
      width: `${place.width}px`,
      height: `${place.height}px`,
    });
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }

  stage.append(canvas);
  new ResizeObserver(draw).observe(stage);
  watchPixelRatio(draw);

  return {
    canvas,
    get picture() {
      return picture;
    },
    get scale() {
      return view.scale;
    },
    get fullScale() {
      const fitted = picture ? fit(box(), picture, 1).width : 0;
      return picture && fitted ? picture.width / fitted : 1;
    },
    look(next) {
      view = { ...view, ...next };
      draw();
    },
    pan(x, y) {
      view = { ...view, x: view.x + x, y: view.y + y };
      draw();
    },
    show(bitmap, label) {
      picture = bitmap;
      shown = asked;
      draw();
      setAttribute(canvas, "aria-label", label);
    },
    async showBlob(blob, label) {
      const turn = ++asked;
      const bitmap = await createImageBitmap(blob);
      if (turn < shown) {
        bitmap.close();
        return false;
      }
      picture?.close();
      picture = bitmap;
      shown = turn;
      draw();
      setAttribute(canvas, "aria-label", label);
      return true;
    },
  };
}

/**
 * @typedef {{
 *   canvas: HTMLCanvasElement,
 *   readonly picture: ImageBitmap | null,
 *   readonly scale: number,
 *   readonly fullScale: number,
 *   look(view: { scale?: number, x?: number, y?: number }): void,
 *   pan(x: number, y: number): void,
 *   show(bitmap: ImageBitmap, label: string): void,
 *   showBlob(blob: Blob, label: string): Promise<boolean>,
 * }} Screen
 *   `scale`: 1 fits into the stage; `fullScale` shows each pixel of the picture as one of the page. `look` sets scale and distance from the middle,
 *   `pan` moves on, both in CSS pixels. `show` draws a picture that its caller keeps alive while it is shown. `showBlob` decodes and draws a JPEG and owns what it
 *   decoded; of pictures that overtake each other the newest stays, and the answer tells whether this one was drawn. One
 *   screen is fed by the one or by the other.
 */

/** @param {() => void} changed Called when the window goes to a display with other pixels, or is zoomed. */
function watchPixelRatio(changed) {
  const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  query.addEventListener("change", () => (changed(), watchPixelRatio(changed)), { once: true });
}

"""###,
"shared/status.js": ###"""
// @ts-check
import { make, setAttribute, setText } from "./dom.js";

/** @typedef {"neutral" | "live" | "good" | "waiting" | "problem"} Tone */

/**
 * The pill that says what state the viewer is in. Its `data-status` is for programs, its text for people.
 * @returns {{ element: HTMLElement, set(status: string, text: string, tone: Tone): void }}
 */
export function makeStatus() {
  const element = make("span", { class: "status", role: "status", "data-testid": "status" });
  return {
    element,
    set(status, text, tone) {
      setAttribute(element, "data-status", status);
      setAttribute(element, "data-tone", tone);
      setText(element, text);
    },
  };
}

"""###,
"shared/style.css": ###"""
/* The look that all viewers share: tokens first, then the parts that more than one page has. */

:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f5f7, #0c0f13);
  --surface: light-dark(#ffffff, #13171d);
  --raised: light-dark(#ffffff, #1a1f27);
  --sunken: light-dark(#eceef2, #0f1318);
  --stage: light-dark(#e3e6eb, #07090c);
  --line: light-dark(#dde0e6, #272d37);
  --line-strong: light-dark(#878f9d, #667182);
  --text: light-dark(#12161d, #e8ebf0);
  --text-soft: light-dark(#4a5362, #a9b3c1);
  --text-faint: light-dark(#626b7a, #8d98a8);
  --accent: light-dark(#2457d6, #82a8ff);
  --accent-text: light-dark(#ffffff, #0a1430);
  --accent-wash: light-dark(#e8eefd, #1a2644);
  --good: light-dark(#0b7146, #4fc78d);
  --caution: light-dark(#855300, #e5b64a);
  --bad: light-dark(#bd1f2b, #ff8078);
  --bad-wash: light-dark(#fdecec, #361a1c);
  --hover: light-dark(rgb(18 30 60 / 6%), rgb(200 215 255 / 8%));
  --shadow: 0 1px 2px light-dark(rgb(10 20 40 / 8%), rgb(0 0 0 / 40%)), 0 8px 24px light-dark(rgb(10 20 40 / 12%), rgb(0 0 0 / 45%));
  --radius: 8px;
  --radius-small: 5px;
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", "Noto Sans Mono", Menlo, Consolas, monospace;
}

:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }

*, *::before, *::after { box-sizing: border-box; }

html, body { height: 100%; margin: 0; }

body {
  background: var(--ground);
  color: var(--text);
  font: 14px/1.45 var(--font);
  -webkit-font-smoothing: antialiased;
  text-rendering: optimizeLegibility;
}

[hidden] { display: none !important; }

:focus { outline: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.visually-hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.icon { width: 18px; height: 18px; flex: none; display: block; }

/* Buttons */

.button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 6px;
  min-width: 34px;
  height: 34px;
  padding: 0 10px;
  border: 1px solid transparent;
  border-radius: var(--radius-small);
  background: transparent;
  color: var(--text);
  font: inherit;
  font-weight: 500;
  white-space: nowrap;
  cursor: pointer;
  transition: background-color 120ms, color 120ms, border-color 120ms;
}
.button:hover { background: var(--hover); }
.button:disabled { color: var(--text-faint); opacity: .55; cursor: default; background: transparent; }
.button.icon-only { padding: 0; width: 34px; }
.button.outlined { border-color: var(--line); background: var(--surface); }
.button.outlined:hover { background: var(--sunken); }
.button.primary { background: var(--accent); color: var(--accent-text); }
.button.primary:hover { background: color-mix(in srgb, var(--accent) 88%, var(--text)); }
.button[aria-pressed="true"] { background: var(--accent-wash); color: var(--accent); }

/* The state of a viewer */

.status {
  display: inline-flex;
  align-items: center;
  gap: 7px;
  height: 24px;
  padding: 0 10px 0 8px;
  border-radius: 12px;
  background: var(--sunken);
  color: var(--text-soft);
  font-size: 12.5px;
  font-weight: 550;
  white-space: nowrap;
}
.status::before { content: ""; width: 8px; height: 8px; border-radius: 50%; background: currentColor; flex: none; }
.status[data-tone="live"] { background: var(--bad-wash); color: var(--bad); }
.status[data-tone="live"]::before { animation: status-breath 2s ease-in-out infinite; }
.status[data-tone="good"] { color: var(--good); }
.status[data-tone="waiting"] { color: var(--caution); }
.status[data-tone="waiting"]::before {
  background: transparent;
  border: 2px solid currentColor;
  border-right-color: transparent;
  animation: turn 900ms linear infinite;
}
.status[data-tone="problem"] { background: var(--bad-wash); color: var(--bad); }
@keyframes status-breath { 50% { opacity: .35; } }
@keyframes turn { to { transform: rotate(1turn); } }

/* The strip of a browser's tabs */

.tabs {
  display: flex;
  align-items: stretch;
  gap: 2px;
  min-width: 0;
  height: 38px;
  padding: 4px 8px 0;
  overflow: auto hidden;
  scrollbar-width: none;
  background: var(--sunken);
  border-bottom: 1px solid var(--line);
}
.tabs::-webkit-scrollbar { display: none; }
.tab {
  display: flex;
  align-items: center;
  gap: 7px;
  flex: 0 1 220px;
  min-width: 84px;
  padding: 0 10px;
  border: 1px solid transparent;
  border-bottom: 0;
  border-radius: 7px 7px 0 0;
  background: transparent;
  color: var(--text-soft);
  font: inherit;
  font-size: 13px;
  text-align: left;
  cursor: pointer;
  position: relative;
}
.tab:hover { background: var(--hover); color: var(--text); }
.tab:focus-visible { outline-offset: -2px; }
.tab[aria-selected="true"] {
  background: var(--surface);
  border-color: var(--line);
  color: var(--text);
  margin-bottom: -1px;
}
.tab[aria-selected="true"]::after {
  content: "";
  position: absolute;
  inset: -1px -1px auto;
  height: 2px;
  border-radius: 2px 2px 0 0;
  background: var(--accent);
}
.tab[data-gone="true"] .tab-title { text-decoration: line-through; text-decoration-color: var(--line-strong); }
.tab-title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 1; }
.tab-favicon { width: 16px; height: 16px; flex: none; border-radius: 3px; }
.tab-dot { width: 7px; height: 7px; border-radius: 50%; background: var(--accent); flex: none; }
.tab-close { flex: none; width: 20px; height: 20px; padding: 0; min-width: 0; border-radius: 4px; }
.tab-close .icon { width: 12px; height: 12px; }

/* The picture */

.stage {
  position: relative;
  min-width: 0;
  min-height: 0;
  overflow: hidden;
  background: var(--stage);
}
.screen {
  position: absolute;
  display: block;
  background: light-dark(#ffffff, #000000);
  box-shadow: 0 0 0 1px light-dark(rgb(10 20 40 / 12%), rgb(255 255 255 / 9%));
}

/* What is said over the picture when there is none */

.veil {
  position: absolute;
  inset: 0;
  display: grid;
  place-content: center;
  justify-items: center;
  gap: 8px;
  padding: 24px;
  text-align: center;
  background: color-mix(in srgb, var(--stage) 86%, transparent);
  overflow: auto;
}
.veil h2 { margin: 4px 0 0; font-size: 18px; font-weight: 600; }
.veil p { margin: 0; max-width: 46ch; color: var(--text-soft); text-wrap: pretty; }
.veil .button { margin-top: 8px; }
.veil .icon { width: 30px; height: 30px; color: var(--text-faint); }
.veil[data-tone="waiting"] .icon { animation: turn 1.2s linear infinite; }
.veil[data-tone="problem"] .icon { color: var(--bad); }

/* Dialogs */

dialog.sheet {
  border: 1px solid var(--line);
  border-radius: 12px;
  padding: 0;
  background: var(--raised);
  color: var(--text);
  box-shadow: var(--shadow);
  width: min(560px, calc(100vw - 32px));
  max-height: calc(100vh - 48px);
}
dialog.sheet::backdrop { background: rgb(6 9 14 / 45%); }
dialog.sheet header { display: flex; align-items: center; justify-content: space-between; padding: 14px 14px 4px 20px; }
dialog.sheet h2 { margin: 0; font-size: 16px; font-weight: 600; }
dialog.sheet .sheet-body { padding: 6px 20px 20px; }

kbd {
  display: inline-block;
  min-width: 22px;
  padding: 1px 6px;
  border: 1px solid var(--line);
  border-bottom-width: 2px;
  border-radius: 5px;
  background: var(--sunken);
  font: 12px/1.5 var(--mono);
  text-align: center;
}

@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation-duration: 0.01ms !important; animation-iteration-count: 1 !important; transition: none !important; scroll-behavior: auto !important; }
}

@media (forced-colors: active) {
  .button, .tab, .status { border: 1px solid ButtonText; }
}

"""###,
"shared/tabs.js": ###"""
// @ts-check
import { make } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @typedef {{
 *   id: string,
 *   title: string,
 *   url?: string,
 *   favicon?: string,
 *   hint?: string,
 *   gone?: boolean,
 *   marked?: boolean,
 *   kind?: import("./icons.js").IconName,
 * }} Tab `gone`: it is closed by now. `marked`: it is the one in front in the browser. `kind`: an icon in the favicon's place.
 *   `hint`: what the pointer is told, in the place of title and address.
 */

/**
 * A strip of tabs, as the ARIA pattern has it: one stop of the Tab key, arrows go from tab to tab, Delete closes.
 * @param {{ label: string, controls: string, select(id: string): void, close?(id: string): void }} options
 *   `controls`: the id of the panel that the tabs change.
 * @returns {{ element: HTMLElement, update(tabs: Tab[], selected: string): void }}
 */
export function makeTabs({ label, controls, select, close }) {
  const element = make("div", { class: "tabs", role: "tablist", "aria-label": label, "data-testid": "tabs" });
  let drawn = "";
  element.addEventListener("keydown", (event) => moveFocus(element, event));
  return {
    element,
    update(tabs, selected) {
      const key = JSON.stringify([tabs, selected]);
      if (key === drawn) return;
      drawn = key;
      const focused = element.contains(document.activeElement) ? focusedID(element) : null;
      element.replaceChildren(...tabs.map((tab) => drawTab(tab, tab.id === selected, { controls, select, close })));
      const chosen = [...element.children].find((child) => idOf(child) === (focused ?? selected));
      if (focused && chosen instanceof HTMLElement) chosen.focus();
      else chosen?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
  };
}

/** @param {Tab} tab @param {boolean} selected @param {{ controls: string, select(id: string): void, close?(id: string): void }} options */
function drawTab(tab, selected, { controls, select, close }) {
  const element = make(
    "div",
    {
      class: "tab",
      role: "tab",
      tabindex: selected ? 0 : -1,
      "aria-selected": String(selected),
      "aria-controls": controls,
      "aria-keyshortcuts": close ? "Delete" : null,
      title: tab.hint ?? (tab.url ? `${tab.title}\n${tab.url}` : tab.title),
      dataset: { id: tab.id, gone: String(Boolean(tab.gone)), ...(tab.url ? { url: tab.url } : {}) },
      onclick: () => select(tab.id),
    },
    tab.kind && icon(tab.kind),
    tab.favicon && drawFavicon(tab.favicon),
    make("span", { class: "tab-title" }, tab.title),
    tab.marked && make("span", { class: "tab-dot", title: "In front in the browser" }, make("span", { class: "visually-hidden" }, "in front")),
  );
  if (close) element.append(closeButton(tab, close));
  return element;
}

/** A globe stands for a picture that cannot be shown. @param {string} address */
function drawFavicon(address) {
  const image = make("img", { class: "tab-favicon", src: address, alt: "", decoding: "sync", onerror: () => image.replaceWith(icon("globe")) });
  return image;
}

/** @param {Tab} tab @param {(id: string) => void} close */
function closeButton(tab, close) {
  const run = (/** @type {Event} */ event) => {
    event.stopPropagation();
    close(tab.id);
  };
  const button = make("button", { type: "button", class: "button tab-close", tabindex: -1, "aria-label": `Close ${tab.title}`, onclick: run });
  button.append(icon("close"));
  return button;
}

/** @param {HTMLElement} strip @param {KeyboardEvent} event */
function moveFocus(strip, event) {
  const tabs = /** @type {HTMLElement[]} */ ([...strip.children]);
  const index = tabs.findIndex((tab) => tab.contains(document.activeElement));
  const step = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (index < 0) return;
  if (event.key === "Enter" || event.key === " ") tabs[index].click();
  else if (event.key === "Delete") tabs[index].querySelector("button")?.click();
  else if (step === undefined) return;
  else tabs[(step + tabs.length) % tabs.length].focus();
  event.preventDefault();
  event.stopPropagation();
}

/** @param {Element} tab */
function idOf(tab) {
  return tab instanceof HTMLElement ? tab.dataset.id ?? "" : "";
}

/** @param {HTMLElement} strip */
function focusedID(strip) {
  const tab = [...strip.children].find((child) => child.contains(document.activeElement));
  return tab ? idOf(tab) : null;
}

"""###,
"shared/veil.js": ###"""
// @ts-check
import { make } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @typedef {{
 *   icon: import("./icons.js").IconName,
 *   title: string,
 *   text: string,
 *   tone?: "waiting" | "problem",
 *   action?: { label: string, run(): void },
 * }} VeilWords
 */

/**
 * What is said over the picture, while there is none or none to trust.
 * @returns {{ element: HTMLElement, show(words: VeilWords | null): void }}
 */
export function makeVeil() {
  const element = make("div", { class: "veil", "data-testid": "veil", hidden: true });
  let shown = "";
  return {
    element,
    show(words) {
      const key = words ? JSON.stringify([words.icon, words.title, words.text, words.tone, words.action?.label]) : "";
      if (key === shown) return;
      shown = key;
      element.hidden = !words;
      if (!words) return;
      if (words.tone) element.dataset.tone = words.tone;
      else delete element.dataset.tone;
      const { action } = words;
      element.replaceChildren(
        icon(words.icon),
        make("h2", {}, words.title),
        make("p", {}, words.text),
        ...(action ? [make("button", { type: "button", class: "button primary", onclick: () => action.run() }, action.label)] : []),
      );
    },
  };
}

"""###,
    ]
}
