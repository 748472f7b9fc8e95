// @ts-check
// What a key of the person's keyboard means: for the browser that is watched, or for this page. Pure, but for what is held down.

/**
 * @typedef {Pick<KeyboardEvent, "key" | "code" | "location" | "repeat" | "keyCode" | "isComposing" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">
 *   & { getModifierState(name: string): boolean }} Stroke
 * @typedef {"copy" | "cut" | "paste" | "reload" | "back" | "forward" | "address" | "leave"} Command What this page does itself.
 * @typedef {{ type: "key", action: "down" | "up", key: string, code: string, location: number, repeat: boolean, modifiers: number, altGraph: boolean }} KeyMessage
 * @typedef {{ send: KeyMessage[], prevent: boolean, command?: Command }} Meaning `prevent`: whether the viewer's own browser must not act on it.
 */

/** @param {{ mac: boolean }} options `mac`: Command is the key of shortcuts. */
export function makeKeyboard({ mac }) {
  /** What the watched browser believes to be held, in the order of pressing. @type {Map<string, KeyMessage>} */
  const held = new Map();
  const chord = makeLeaveChord();

  return {
    /** @param {Stroke} stroke @returns {Meaning} */
    down(stroke) {
      chord.down(stroke);
      if (comesAsText(stroke) || isViewersOwn(stroke, mac)) return { send: [], prevent: false };
      const command = commandOf(stroke, mac);
      // A paste event carries the text without any permission, but it only comes when the key is left alone.
      if (command) return { send: [], prevent: command !== "paste", command };
      const message = keyMessage("down", stroke, mac);
      held.set(idOf(stroke), message);
      return { send: [message], prevent: true };
    },

    /** @param {Stroke} stroke @returns {Meaning} */
    up(stroke) {
      const leaves = chord.up(stroke);
      const message = held.get(idOf(stroke));
      held.delete(idOf(stroke));
      const send = message ? [release(message, modifiersOf(stroke, mac))] : [];
      // A Mac tells of no key that is let go while Command is held.
      if (mac && stroke.key === "Meta") send.push(...this.releaseAll());
      return leaves ? { send: [...send, ...this.releaseAll()], prevent: true, command: "leave" } : { send, prevent: message !== undefined };
    },

    /** Lets go of everything, the last first: for when the keyboard goes elsewhere. @returns {KeyMessage[]} */
    releaseAll() {
      const all = [...held.values()].reverse().map((message) => release(message, 0));
      held.clear();
      chord.forget();
      return all;
    },
  };
}

/** Sum of Alt 1, Control 2, Meta 4, Shift 8. Command of a Mac counts as Control: the browser that is watched runs on Linux.
 * @param {Pick<KeyboardEvent, "altKey" | "ctrlKey" | "metaKey" | "shiftKey">} event @param {boolean} mac */
export function modifiersOf(event, mac) {
  const control = event.ctrlKey || (mac && event.metaKey);
  return (event.altKey ? 1 : 0) + (control ? 2 : 0) + (event.metaKey && !mac ? 4 : 0) + (event.shiftKey ? 8 : 0);
}

/** Whether a key tells nothing by itself: dead keys, keys of an input method, of a keyboard on glass. Their text comes as input. @param {Stroke} stroke */
export function comesAsText(stroke) {
  return stroke.isComposing || stroke.keyCode === 229 || ["Dead", "Process", "Unidentified", "Compose"].includes(stroke.key);
}

/** Keys that stay with the viewer's own browser: full screen, its tools, its zoom. @param {Stroke} stroke @param {boolean} mac */
function isViewersOwn(stroke, mac) {
  if (stroke.key === "F11" || stroke.key === "F12") return true;
  return primary(stroke, mac) && !stroke.altKey && ["+", "-", "=", "0"].includes(stroke.key);
}

/** @param {Stroke} stroke @param {boolean} mac @returns {Command | undefined} */
function commandOf(stroke, mac) {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = stroke;
  if (key === "F5") return "reload";
  if (key === "Insert" && shiftKey && !ctrlKey) return "paste";
  if (key === "Insert" && ctrlKey && !shiftKey) return "copy";
  if (!mac && altKey && !ctrlKey && !shiftKey && !metaKey) return { ArrowLeft: /** @type {const} */ ("back"), ArrowRight: /** @type {const} */ ("forward") }[key];
  if (!primary(stroke, mac) || altKey) return undefined;
  const letter = letterOf(stroke);
  if (letter === "v") return "paste";
  if (shiftKey) return undefined;
  if (mac && key === "[") return "back";
  if (mac && key === "]") return "forward";
  return { c: /** @type {const} */ ("copy"), x: /** @type {const} */ ("cut"), r: /** @type {const} */ ("reload"), l: /** @type {const} */ ("address") }[letter];
}

/** Whether the key of shortcuts is held, and AltGr, which looks like Control and Alt on Windows, is not. @param {Stroke} stroke @param {boolean} mac */
function primary(stroke, mac) {
  return (mac ? stroke.metaKey && !stroke.ctrlKey : stroke.ctrlKey && !stroke.metaKey) && !stroke.getModifierState("AltGraph");
}

/** The Latin letter of a key, also on keyboards of other scripts, where shortcuts go by the place of the key. @param {Stroke} stroke */
function letterOf({ key, code }) {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return key.charCodeAt(0) > 127 && /^Key[A-Z]$/.test(code) ? code[3].toLowerCase() : "";
}

/** @param {"down" | "up"} action @param {Stroke} stroke @param {boolean} mac @returns {KeyMessage} */
function keyMessage(action, stroke, mac) {
  const { location, repeat } = stroke;
  const [key, code] = mac ? onLinux(stroke) : [stroke.key, stroke.code];
  return { type: "key", action, key, code, location, repeat, modifiers: modifiersOf(stroke, mac), altGraph: choosesCharacter(stroke, mac) };
}

/** Whether Alt is held to choose a character: AltGr, or Option of a Mac. @param {Stroke} stroke @param {boolean} mac */
function choosesCharacter(stroke, mac) {
  if (stroke.getModifierState("AltGraph")) return true;
  return mac && stroke.altKey && !stroke.ctrlKey && !stroke.metaKey && [...stroke.key].length === 1;
}

/** A Mac's key as a keyboard of Linux has it. @param {Stroke} stroke @returns {[string, string]} */
function onLinux({ key, code, metaKey }) {
  if (key === "Meta") return ["Control", code === "MetaRight" ? "ControlRight" : "ControlLeft"];
  if (metaKey && key === "ArrowLeft") return ["Home", "Home"];
  if (metaKey && key === "ArrowRight") return ["End", "End"];
  return [key, code];
}

/** @param {KeyMessage} message @param {number} modifiers @returns {KeyMessage} */
function release(message, modifiers) {
  return { ...message, action: "up", repeat: false, modifiers };
}

/** @param {Stroke} stroke */
function idOf(stroke) {
  return stroke.code || stroke.key;
}

/** Control and Alt pressed together and let go with no other key between: the way out of the captured keyboard. */
function makeLeaveChord() {
  let control = false;
  let alt = false;
  let other = false;
  const forget = () => void (control = alt = other = false);
  return {
    forget,
    /** @param {Stroke} stroke */
    down({ key, repeat }) {
      if (repeat) return;
      if (key === "Control") control = true;
      else if (key === "Alt") alt = true;
      else other = true;
    },
    /** @param {Stroke} stroke */
    up({ key, ctrlKey, altKey }) {
      const leaves = control && alt && !other && (key === "Control" || key === "Alt");
      if (leaves || (!ctrlKey && !altKey)) forget();
      return leaves;
    },
  };
}
