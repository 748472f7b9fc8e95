// @ts-check
import { modifiersOf } from "./keyboard.js";
import { makePacer, place } from "./pointer.js";

/** A finger that moved farther, in CSS pixels, means no tap: before control was taken it scrolls the page around this one. */
const tapSlop = 10;
/** A finger that rests so long asks for the page's menu, as a right click does: the watched browser knows no long press. */
const pressMs = 600;

/**
 * Fingers on the picture. While the person is in control all they do is passed on; before that only a tap is, which takes control.
 * @param {import("./picture.js").Picture} picture
 * @param {{ hands: import("./hands.js").Hands, zoom: { readonly isOn: boolean }, tapped(event: PointerEvent): void }} options `tapped`: after a finger has tapped.
 */
export function listenToTouch(picture, { hands, zoom, tapped }) {
  const { canvas } = picture;
  /** @type {Map<number, PointerEvent>} */
  const fingers = new Map();
  /** @type {PointerEvent | null} */
  let mayBeTap = null;
  let began = false;
  /** The finger that may be tapping or pressing, as it came down. @type {PointerEvent | null} */
  let resting = null;
  let pressing = 0;
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

  /** What the fingers did was not meant for the page. @param {PointerEvent} event */
  const takeBack = (event) => {
    fingers.clear();
    hands.send(message("cancel", event));
    began = false;
    resting = null;
  };

  /** A right click in the place of a touch that is taken back. @param {PointerEvent} event */
  const press = (event) => {
    takeBack(event);
    const frame = picture.shown;
    if (!frame) return;
    const at = { ...place(event, canvas.getBoundingClientRect(), frame), frame: frame.number, modifiers: modifiersOf(event, false) };
    for (const action of ["move", "down", "up"]) {
      const isDown = action === "down";
      hands.send({ type: "mouse", action, ...at, button: action === "move" ? "none" : "right", buttons: isDown ? 2 : 0, clickCount: action === "move" ? 0 : 1 });
    }
  };

  /** @param {PointerEvent} event */
  const rest = (event) => {
    resting = fingers.size === 1 ? event : null;
    clearTimeout(pressing);
    pressing = resting ? setTimeout(() => (resting === event && began ? press(event) : undefined), pressMs) : 0;
  };
  /** @param {PointerEvent} event */
  const hasMoved = (event) => resting !== null && Math.hypot(event.clientX - resting.clientX, event.clientY - resting.clientY) > tapSlop;

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
    if (zoom.isOn && fingers.size > 0) return takeBack(event);
    fingers.set(event.pointerId, event);
    began = hands.send(message("start", event));
    rest(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") return;
    if (mayBeTap && Math.hypot(event.clientX - mayBeTap.clientX, event.clientY - mayBeTap.clientY) > tapSlop) mayBeTap = null;
    if (hasMoved(event)) resting = null;
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
      resting = event;
      mayBeTap = null;
    }
    const isTap = began && resting?.pointerId === event.pointerId;
    resting = null;
    leave(event, "end");
    if (isTap) tapped(event);
  });
  canvas.addEventListener("pointercancel", (event) => {
    mayBeTap = resting = null;
    leave(event, "cancel");
  });
  // The mouse events that browsers make of touches would be heard a second time.
  canvas.addEventListener("touchend", (event) => (hands.may && event.cancelable ? event.preventDefault() : undefined), { passive: false });
}
