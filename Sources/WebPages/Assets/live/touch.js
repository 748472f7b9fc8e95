// @ts-check
import { modifiersOf } from "./keyboard.js";
import { makePacer, place } from "./pointer.js";

/** A finger that moved farther, in CSS pixels, meant to scroll the page around this one. */
const tapSlop = 10;

/**
 * Fingers on the picture. While the person is in control all they do is passed on; before that only a tap is, which takes control.
 * @param {import("./picture.js").Picture} picture
 * @param {{ hands: import("./hands.js").Hands }} options
 */
export function listenToTouch(picture, { hands }) {
  const { canvas } = picture;
  /** @type {Map<number, PointerEvent>} */
  const fingers = new Map();
  /** @type {PointerEvent | null} */
  let mayBeTap = null;
  let began = false;
  const moves = makePacer((/** @type {any} */ message) => void hands.send(message), (_, next) => next);

  /** @param {"start" | "move" | "end" | "cancel"} action @param {PointerEvent} event */
  const message = (action, event) => {
    const frame = picture.shown;
    const rect = canvas.getBoundingClientRect();
    const points = [...fingers.values()].map((finger) => ({
      id: finger.pointerId % 1000,
      ...place(finger, rect, frame ?? { width: 1, height: 1 }),
      radiusX: Math.max(1, finger.width / 2),
      radiusY: Math.max(1, finger.height / 2),
      force: finger.pressure || 0.5,
    }));
    return { type: "touch", action, points, frame: frame?.number, modifiers: modifiersOf(event, false) };
  };

  const tick = (/** @type {number} */ now) => void (moves.tick(now) && requestAnimationFrame(tick));

  /** @param {PointerEvent} event @param {"end" | "cancel"} action */
  const leave = (event, action) => {
    if (!fingers.delete(event.pointerId) || !began) return;
    moves.flush(performance.now());
    hands.send(message(action, event));
    began = fingers.size > 0;
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" || !picture.shown) return;
    if (!hands.hold) return void (mayBeTap = event);
    fingers.set(event.pointerId, event);
    began = hands.send(message("start", event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") return;
    if (mayBeTap && Math.hypot(event.clientX - mayBeTap.clientX, event.clientY - mayBeTap.clientY) > tapSlop) mayBeTap = null;
    if (!fingers.has(event.pointerId) || !began) return;
    fingers.set(event.pointerId, event);
    moves.push(message("move", event));
    requestAnimationFrame(tick);
  });
  canvas.addEventListener("pointerup", (event) => {
    if (event.pointerType !== "touch") return;
    if (mayBeTap?.pointerId === event.pointerId) {
      fingers.set(event.pointerId, event);
      began = hands.send(message("start", event));
      mayBeTap = null;
    }
    leave(event, "end");
  });
  canvas.addEventListener("pointercancel", (event) => {
    mayBeTap = null;
    leave(event, "cancel");
  });
  // The mouse events that browsers make of touches would be heard a second time.
  canvas.addEventListener("touchend", (event) => (hands.may && event.cancelable ? event.preventDefault() : undefined), { passive: false });
}
