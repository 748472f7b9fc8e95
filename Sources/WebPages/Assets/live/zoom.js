// @ts-check
import { make, setAttribute } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/** A picture that is drawn so much smaller than it is can hardly be read. */
const smallScale = 1.5;
/** So near to an edge of the window, as a share of it, the picture's edge is seen: what lies there is not beneath the button. */
const edge = 0.1;

/**
 * Shows a part of the picture in its full size, for small windows. The part follows the mouse; a finger moves it while the person is not in control,
 * two fingers always.
 * @param {HTMLElement} stage
 * @param {{ picture: import("./picture.js").Picture, hands: import("./hands.js").Hands, changed(): void }} options `changed`: another part is seen.
 */
export function makeZoom(stage, { picture, hands, changed }) {
  const { canvas, screen } = picture;
  const button = make("button", { type: "button", class: "button icon-only zoom", "aria-label": "Zoom", "data-testid": "zoom", hidden: true, onclick: toggle });
  /** Fingers on the picture, where they were last. @type {Map<number, PointerEvent>} */
  const fingers = new Map();
  /** Where the person was last, as shares of the picture: that comes into the middle. */
  let spot = { x: 0, y: 0 };

  function toggle() {
    if (isOn()) screen.look({ scale: 1 });
    else {
      screen.look({ scale: screen.fullScale });
      screen.look({ x: (0.5 - spot.x) * canvas.offsetWidth, y: (0.5 - spot.y) * canvas.offsetHeight });
    }
    update();
    changed();
  }

  function isOn() {
    return screen.scale > 1;
  }

  function update() {
    button.hidden = !isOn() && screen.fullScale < smallScale;
    setAttribute(button, "aria-pressed", String(isOn()));
    setAttribute(stage, "data-zoomed", String(isOn()));
    button.replaceChildren(icon(isOn() ? "zoomOut" : "zoomIn"));
  }

  /** The part follows the mouse: near an edge of the window is that edge of the picture. @param {MouseEvent} event */
  function follow(event) {
    const rect = stage.getBoundingClientRect();
    const share = (/** @type {number} */ at) => Math.min(Math.max((at - edge) / (1 - 2 * edge), 0), 1);
    const away = (/** @type {number} */ at, /** @type {number} */ size, /** @type {number} */ drawn) => (0.5 - share(at / size)) * Math.max(0, drawn - size);
    screen.look({ x: away(event.clientX - rect.left, rect.width, canvas.offsetWidth), y: away(event.clientY - rect.top, rect.height, canvas.offsetHeight) });
    changed();
  }

  /** @param {PointerEvent} event */
  function drag(event) {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const moves = fingers.size > 1 || !hands.hold;
    if (moves) screen.pan((event.clientX - before.clientX) / fingers.size, (event.clientY - before.clientY) / fingers.size);
    fingers.set(event.pointerId, event);
    if (moves) changed();
  }

  canvas.addEventListener("pointerdown", (event) => {
    const rect = canvas.getBoundingClientRect();
    spot = { x: (event.clientX - rect.left) / rect.width, y: (event.clientY - rect.top) / rect.height };
    if (event.pointerType === "touch") fingers.set(event.pointerId, event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!isOn()) return;
    if (event.pointerType === "touch") drag(event);
    else if (event.buttons === 0) follow(event);
  });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel"])) canvas.addEventListener(name, (event) => void fingers.delete(event.pointerId));
  new ResizeObserver(update).observe(stage);
  stage.append(button);
  return {
    update,
    /** Whether two fingers move the picture instead of doing something in the page. */
    get isOn() {
      return isOn();
    },
  };
}
