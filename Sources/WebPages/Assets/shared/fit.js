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
