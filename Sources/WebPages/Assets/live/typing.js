// @ts-check
import { make } from "../shared/dom.js";
import { makeKeyboard } from "./keyboard.js";
import { composition, fromInput } from "./text.js";

/** Stands in the element so that a keyboard on glass has something to delete. */
const filler = "\u00a0\u00a0";

/**
 * The keyboard, by an editable element that nobody sees: keys, compositions of input methods, pasted text.
 *
 * The element is reached by Tab without catching the keyboard (Enter catches it), or by a click on the picture, which does. Control and Alt, pressed
 * and let go together, give the keyboard back.
 * @param {HTMLElement} stage
 * @param {{ hands: import("./hands.js").Hands, mac: boolean, command(command: import("./keyboard.js").Command): void, paste(text: string): void, changed(mode: Mode): void }} options
 */
export function makeTyping(stage, { hands, mac, command, paste, changed }) {
  const keyboard = makeKeyboard({ mac });
  const element = make("textarea", {
    class: "typing", rows: 1, autocomplete: "off", autocorrect: "off", autocapitalize: "off", spellcheck: "false", tabindex: 0,
    "aria-label": "Keyboard of the browser", "aria-describedby": "typing-hint", "data-testid": "keyboard",
  });
  /** @type {Mode} */
  let mode = "away";
  let byTab = false;
  let composed = "";

  const reset = () => {
    element.value = filler;
    element.setSelectionRange(filler.length, filler.length);
  };
  const set = (/** @type {Mode} */ next) => {
    if (mode === "captured" && next !== "captured") letGo();
    if (mode !== next) changed((mode = next));
  };
  /** Who has lost control has nothing to let go any more: the server has done it. */
  const letGo = () => {
    const releases = keyboard.releaseAll();
    if (hands.may) for (const message of releases) hands.send(message);
  };
  /** @param {import("./keyboard.js").Meaning} meaning @param {Event} event */
  const obey = ({ send, prevent, command: asked }, event) => {
    if (prevent) event.preventDefault();
    for (const message of send) hands.send(message);
    if (asked) command(asked);
  };

  addEventListener("keydown", (event) => void (byTab = event.key === "Tab"), true);
  addEventListener("pointerdown", () => void (byTab = false), true);
  element.addEventListener("focus", () => (reset(), set(byTab || !hands.may ? "reached" : "captured")));
  element.addEventListener("blur", () => set("away"));
  element.addEventListener("keydown", (event) => {
    if (mode === "captured") return obey(keyboard.down(event), event);
    if (event.key !== "Enter" || !hands.may) return;
    event.preventDefault();
    set("captured");
  });
  element.addEventListener("keyup", (event) => (mode === "captured" ? obey(keyboard.up(event), event) : undefined));

  element.addEventListener("beforeinput", (event) => {
    if (event.isComposing || event.inputType.includes("Composition")) return;
    if (event.cancelable) event.preventDefault();
    if (mode === "captured") for (const message of fromInput(event)) hands.send(message);
  });
  element.addEventListener("input", (event) => {
    const isComposing = event instanceof InputEvent && event.isComposing;
    if (!isComposing) return reset();
    if (mode === "captured") hands.send(composition(composed, element, filler.length));
  });
  element.addEventListener("compositionstart", () => void (composed = ""));
  element.addEventListener("compositionupdate", (event) => void (composed = event.data));
  element.addEventListener("compositionend", (event) => {
    if (mode === "captured") hands.send(event.data ? { type: "commit", text: event.data } : { type: "compose", text: "", selectionStart: 0, selectionEnd: 0 });
    reset();
  });
  element.addEventListener("paste", (event) => {
    event.preventDefault();
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (mode === "captured") paste(text);
  });

  stage.append(element);
  return {
    element,
    /**
     * Catches the keyboard.
     * @param {{ clientX: number, clientY: number }} [at] Where input methods show their candidates.
     * @param {{ onGlass?: boolean }} [options] `onGlass` false: a keyboard on glass stays away; one that is plugged in types all the same.
     */
    capture(at, { onGlass = true } = {}) {
      if (at) follow(element, stage, at);
      element.inputMode = onGlass ? "" : "none";
      byTab = false;
      element.focus({ preventScroll: true });
      if (hands.may) set("captured");
    },
    /** For when control is lost: the keyboard does nothing any more, so it is not kept. */
    update: () => (mode === "captured" && !hands.may ? set("reached") : undefined),
  };
}

/** @typedef {"away" | "reached" | "captured"} Mode */

/** @param {HTMLElement} element @param {HTMLElement} stage @param {{ clientX: number, clientY: number }} at */
function follow(element, stage, { clientX, clientY }) {
  const box = stage.getBoundingClientRect();
  element.style.left = `${Math.min(Math.max(clientX - box.left, 0), box.width - 8)}px`;
  element.style.top = `${Math.min(Math.max(clientY - box.top, 0), box.height - 24)}px`;
}
