// @ts-check
// Text that no key tells: what input methods, dictation, emoji pickers and keyboards on glass put into the editable element. Pure.

/** @typedef {{ type: "text", text: string } | import("./keyboard.js").KeyMessage} TextMessage */

/**
 * What a change of the editable element means for the watched browser.
 * @param {{ inputType: string, data: string | null }} event Of `beforeinput` (Input Events Level 2).
 * @returns {TextMessage[]} Empty for what compositions and pastes tell by events of their own.
 */
export function fromInput({ inputType, data }) {
  switch (inputType) {
    case "insertText":
    case "insertReplacementText":
    case "insertFromDictation":
    case "insertFromYank":
      return data ? [{ type: "text", text: data }] : [];
    case "insertLineBreak":
    case "insertParagraph":
      return tap("Enter", 0);
    case "deleteContentBackward":
      return tap("Backspace", 0);
    case "deleteWordBackward":
    case "deleteSoftLineBackward":
      return tap("Backspace", 2);
    case "deleteContentForward":
      return tap("Delete", 0);
    case "deleteWordForward":
      return tap("Delete", 2);
    default:
      return [];
  }
}

/** @param {string} key @param {number} modifiers @returns {TextMessage[]} */
function tap(key, modifiers) {
  const stroke = { type: /** @type {const} */ ("key"), key, code: key, location: 0, repeat: false, modifiers, altGraph: false };
  return [{ ...stroke, action: "down" }, { ...stroke, action: "up" }];
}

/** A message may have 64 KiB; so much is left for its text as JSON. */
const chunkBytes = 60 * 1024;
/** What one paste may have, in bytes of UTF-8 (docs/live-view-protocol.md). */
export const pasteBytes = 1024 * 1024;
const encoder = new TextEncoder();

/**
 * The messages of one paste: the page gets it as a whole.
 * @param {string} text
 * @returns {{ type: "paste", text: string, more: boolean }[]} None when it is longer than {@link pasteBytes}.
 */
export function pasting(text) {
  if (encoder.encode(text).length > pasteBytes) return [];
  const parts = chunks(text);
  return parts.map((part, index) => ({ type: "paste", text: part, more: index < parts.length - 1 }));
}

/**
 * Cuts text so that each part fits into one message, never inside a character.
 * @param {string} text
 * @returns {string[]}
 */
function chunks(text) {
  /** @type {string[]} */
  const parts = [];
  let part = "";
  let bytes = 0;
  for (const character of text) {
    const size = encoder.encode(JSON.stringify(character)).length - 2;
    if (bytes + size > chunkBytes) {
      parts.push(part);
      part = "";
      bytes = 0;
    }
    part += character;
    bytes += size;
  }
  if (part) parts.push(part);
  return parts;
}

/**
 * What of the element is selected, counted in the composition that stands in it.
 * @param {string} composed @param {{ selectionStart: number, selectionEnd: number }} element @param {number} from Where the composition begins.
 */
export function composition(composed, { selectionStart, selectionEnd }, from) {
  const within = (/** @type {number} */ offset) => Math.min(Math.max(offset - from, 0), composed.length);
  return { type: "compose", text: composed, selectionStart: within(selectionStart), selectionEnd: within(selectionEnd) };
}
