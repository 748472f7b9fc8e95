// @ts-check
import { modifiersOf } from "./keyboard.js";
import { buttonName, makePacer, place, wheelDelta } from "./pointer.js";

/**
 * The mouse (and the pen) over the picture.
 *
 * A press takes control when the agent holds it. Moves and the wheel do not: who only looks must not disturb, and the wheel scrolls the page around this one.
 * @param {import("./picture.js").Picture} picture
 * @param {{ hands: import("./hands.js").Hands, mac: boolean, pressed(event: MouseEvent): void }} options `pressed`: after a button went down.
 */
export function listenToMouse(picture, { hands, mac, pressed }) {
  const { canvas } = picture;
  /** Buttons whose press was sent, so that each gets its release. @type {Set<number>} */
  const down = new Set();
  const moves = makePacer((/** @type {any} */ message) => void hands.send(message), (_, next) => next);
  const turns = makePacer((/** @type {any} */ message) => void hands.send(message), (a, b) => ({ ...b, deltaX: a.deltaX + b.deltaX, deltaY: a.deltaY + b.deltaY }));
  let isTicking = false;

  /** @param {MouseEvent} event */
  const spot = (event) => {
    const frame = picture.shown;
    return frame && { ...place(event, canvas.getBoundingClientRect(), frame), frame: frame.number, modifiers: modifiersOf(event, mac) };
  };

  /** @param {"move" | "down" | "up"} action @param {MouseEvent} event */
  const mouse = (action, event) => {
    const at = spot(event);
    const button = action === "move" ? "none" : buttonName(event.button);
    return at && { type: "mouse", action, ...at, button, buttons: event.buttons, clickCount: action === "move" ? 0 : Math.min(Math.max(event.detail, 1), 3) };
  };

  const tick = (/** @type {number} */ now) => {
    isTicking = [moves.tick(now), turns.tick(now)].some(Boolean);
    if (isTicking) requestAnimationFrame(tick);
  };
  const startTicking = () => {
    if (!isTicking) requestAnimationFrame(tick);
    isTicking = true;
  };
  const flush = () => [moves, turns].forEach((pacer) => pacer.flush(performance.now()));

  canvas.addEventListener("pointerdown", (event) => {
    // What is dragged out of the picture still counts, until the button is let go.
    if (event.pointerType !== "touch") canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const message = mouse("down", event);
    if (!message) return;
    if (!hands.hold) hands.send({ ...message, action: "move", button: "none", buttons: 0, clickCount: 0 });
    flush();
    if (hands.send(message)) down.add(event.button);
    pressed(event);
  });
  canvas.addEventListener("mousemove", (event) => {
    const message = hands.hold || down.size > 0 ? mouse("move", event) : null;
    if (!message) return;
    moves.push(message);
    startTicking();
  });
  addEventListener("mouseup", (event) => {
    const message = down.delete(event.button) ? mouse("up", event) : null;
    if (!message) return;
    flush();
    hands.send(message);
  });
  canvas.addEventListener("contextmenu", (event) => (hands.may ? event.preventDefault() : undefined));
  canvas.addEventListener("wheel", (event) => {
    const at = hands.hold ? spot(event) : null;
    if (!at) return;
    event.preventDefault();
    turns.push({ type: "wheel", ...at, ...wheelDelta(event, { page: picture.shown?.deviceHeight ?? 600, mac }) });
    startTicking();
  }, { passive: false });
}
