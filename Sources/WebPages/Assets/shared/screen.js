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
