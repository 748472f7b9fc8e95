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
