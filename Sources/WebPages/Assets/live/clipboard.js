// @ts-check
import { make } from "../shared/dom.js";
import { makeSheet } from "./sheet.js";
import { pasting } from "./text.js";

/**
 * Text between the person's clipboard and the browser's. Where the viewer's browser forbids to touch the clipboard (a frame without
 * `allow="clipboard-read; clipboard-write"`), a sheet with the text lets the person do it by hand.
 * @param {{ hands: import("./hands.js").Hands, say(text: string): void }} options
 */
export function makeClipboard({ hands, say }) {
  const field = make("textarea", { class: "field", rows: 6, spellcheck: "false", "aria-labelledby": "clipboard-explained" });
  const explained = make("p", { id: "clipboard-explained", class: "soft" });
  const pasteButton = make("button", { type: "button", class: "button primary", onclick: () => (paste(field.value), sheet.close()) }, "Paste into the page");
  const copyButton = make("button", { type: "button", class: "button outlined", onclick: () => (hands.send({ type: "copy", cut: false }), sheet.close()) }, "Copy from the page");
  const sheet = makeSheet("Clipboard", explained, field, make("div", { class: "actions" }, copyButton, pasteButton));

  /** @param {string} text */
  function paste(text) {
    const messages = pasting(text);
    if (text && messages.length === 0) say("This text is too long to paste: 1 MiB is the most.");
    for (const message of messages) hands.send(message);
  }

  /** @param {string} text @param {string} words @param {boolean} isCopy */
  function show(text, words, isCopy) {
    explained.textContent = words;
    field.value = text;
    field.readOnly = isCopy;
    pasteButton.hidden = copyButton.hidden = isCopy;
    sheet.open();
    field.focus();
    field.select();
  }

  return {
    element: sheet.element,
    paste,
    /** Asks the page for what is selected. @param {boolean} cut */
    ask: (cut) => void hands.send({ type: "copy", cut }),
    /** Puts what the page had selected into the person's clipboard. @param {string} text */
    async take(text) {
      if (!text) return say("Nothing is selected in the page.");
      if (await write(text)) say("Copied to your clipboard.");
      else show(text, "Your browser did not let this page use the clipboard. The text is selected: copy it from here.", true);
    },
    /** Pastes what the person's clipboard holds, or asks for it. */
    async open() {
      const text = await read();
      show(text, text ? "This is in your clipboard." : "Put the text here that should go into the page.", false);
    },
  };
}

/** @param {string} text @returns {Promise<boolean>} */
async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeByCommand(text);
  }
}

/** The older way, which works in frames without permission right after a key or a click. @param {string} text */
function writeByCommand(text) {
  let isDone = false;
  const fill = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  const isAllowed = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return isAllowed && isDone;
}

/** @returns {Promise<string>} Empty when it may not be read. */
async function read() {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return "";
  }
}
