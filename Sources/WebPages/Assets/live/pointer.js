// @ts-check
// Where and how a pointer is: places of the viewer as pixels of the picture, buttons, wheels, and moves that are not sent too often. Pure.

/** @typedef {{ left: number, top: number, width: number, height: number }} Rect */
/** @typedef {{ width: number, height: number }} Size */

/**
 * A place of the viewer in pixels of the picture. One beside it, where a drag has left it, stays beside it by a pixel.
 * @param {{ clientX: number, clientY: number }} event
 * @param {Rect} rect Where the picture is drawn.
 * @param {Size} picture In its own pixels.
 */
export function place({ clientX, clientY }, rect, picture) {
  return {
    x: within(((clientX - rect.left) * picture.width) / rect.width, picture.width),
    y: within(((clientY - rect.top) * picture.height) / rect.height, picture.height),
  };
}

/** @param {number} value @param {number} size */
function within(value, size) {
  return Math.round(Math.min(Math.max(value, -1), size + 1) * 100) / 100;
}

const buttonNames = ["left", "middle", "right", "back", "forward"];

/** @param {number} button As `MouseEvent.button`. */
export function buttonName(button) {
  return buttonNames[button] ?? "none";
}

/** CSS pixels of one line of a wheel that counts lines: three lines a notch come to the hundred pixels of other browsers. */
const lineHeight = 100 / 3;

/**
 * A turn of the wheel in CSS pixels, whatever unit the viewer's browser counts in.
 * @param {{ deltaX: number, deltaY: number, deltaMode: number, shiftKey: boolean }} event
 * @param {{ page: number, mac: boolean }} options `page`: pixels of a page, for wheels that count pages. A Mac turns the wheel sideways itself.
 */
export function wheelDelta({ deltaX, deltaY, deltaMode, shiftKey }, { page, mac }) {
  const unit = [1, lineHeight, page][deltaMode] ?? 1;
  const sideways = shiftKey && deltaX === 0 && !mac;
  return sideways ? { deltaX: deltaY * unit, deltaY: 0 } : { deltaX: deltaX * unit, deltaY: deltaY * unit };
}

/**
 * Holds back what comes in bursts: of moves the last counts, turns of the wheel add up.
 * @template Item
 * @param {(items: Item) => void} send
 * @param {(before: Item, next: Item) => Item} join
 * @param {number} gapMs Between two sendings; at most 70 a second keeps well below the server's limit of 300 messages.
 */
export function makePacer(send, join, gapMs = 14) {
  /** @type {Item | null} */
  let pending = null;
  let sentAt = -Infinity;
  return {
    /** @param {Item} item */
    push(item) {
      pending = pending === null ? item : join(pending, item);
    },
    /** Sends what is pending if it is time. @param {number} now @returns {boolean} Whether something still waits. */
    tick(now) {
      if (pending !== null && now - sentAt >= gapMs) this.flush(now);
      return pending !== null;
    },
    /** Sends what is pending at once, so that what follows comes after it. @param {number} now */
    flush(now) {
      if (pending === null) return;
      const item = pending;
      pending = null;
      sentAt = now;
      send(item);
    },
  };
}

/**
 * Where a rectangle of the page lies in the viewer.
 * @param {{ x: number, y: number, width: number, height: number }} rect CSS pixels of the visible page.
 * @param {Rect} drawn Where the picture is drawn.
 * @param {{ deviceWidth: number, deviceHeight: number }} frame
 * @returns {Rect}
 */
export function inViewer(rect, drawn, { deviceWidth, deviceHeight }) {
  const [across, down] = [drawn.width / deviceWidth, drawn.height / deviceHeight];
  return { left: drawn.left + rect.x * across, top: drawn.top + rect.y * down, width: rect.width * across, height: rect.height * down };
}
