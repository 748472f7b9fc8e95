// @ts-check
import { make, setAttribute } from "./dom.js";
import { fit } from "./fit.js";

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

  function draw() {
    if (!picture || !context) return;
    const place = fit({ width: stage.clientWidth, height: stage.clientHeight }, picture, window.devicePixelRatio || 1);
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
    clear() {
      picture = null;
      shown = ++asked;
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/**
 * @typedef {{
 *   canvas: HTMLCanvasElement,
 *   readonly picture: ImageBitmap | null,
 *   show(bitmap: ImageBitmap, label: string): void,
 *   showBlob(blob: Blob, label: string): Promise<boolean>,
 *   clear(): void,
 * }} Screen
 *   `show` draws a picture that its caller keeps alive while it is shown. `showBlob` decodes and draws a JPEG and owns what it
 *   decoded; of pictures that overtake each other the newest stays, and the answer tells whether this one was drawn. One
 *   screen is fed by the one or by the other.
 */

/** @param {() => void} changed Called when the window goes to a display with other pixels, or is zoomed. */
function watchPixelRatio(changed) {
  const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  query.addEventListener("change", () => (changed(), watchPixelRatio(changed)), { once: true });
}
