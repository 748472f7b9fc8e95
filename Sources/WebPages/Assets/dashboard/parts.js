// @ts-check
// Small parts that several pages have.

import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { makeStatus } from "../shared/status.js";
import { statusWords } from "./words.js";

/** The pill of a status. @param {string} status */
export function pill(status) {
  const { text, tone } = statusWords(status);
  const { element, set } = makeStatus();
  set(status, text, tone);
  element.removeAttribute("role");
  element.dataset.breathes = String(status === "active");
  return element;
}

/**
 * What stands where there is nothing to show.
 * @param {string} title @param {...import("../shared/dom.js").Child} children
 */
export function empty(title, ...children) {
  return make("div", { class: "empty", "data-testid": "empty" }, make("h2", {}, title), ...children);
}

/** @param {string} text A command for a terminal. */
export function command(text) {
  return make("pre", { class: "command" }, make("code", {}, text), copyButton(text, "Copy the command"));
}

/**
 * A button that copies, and says that it did.
 * @param {string | (() => Promise<string>)} text @param {string} label @param {string} [words] Beside the icon.
 */
export function copyButton(text, label, words) {
  const button = make("button", { type: "button", class: words ? "button outlined" : "button icon-only copy", title: label, "aria-label": words ? null : label, "data-focus": "copy", onclick: copy });
  const draw = (/** @type {import("../shared/icons.js").IconName} */ name) => button.replaceChildren(icon(name), ...(words ? [make("span", { class: "label" }, words)] : []));
  draw("clipboard");
  async function copy() {
    const isDone = await write(typeof text === "string" ? text : await text().catch(() => ""));
    draw(isDone ? "check" : "alert");
    button.title = isDone ? "Copied" : "It could not be copied";
    setTimeout(() => {
      draw("clipboard");
      button.title = label;
    }, 1_600);
  }
  return button;
}

/** Pages without TLS on other machines have no `navigator.clipboard`. @param {string} text */
async function write(text) {
  if (!text) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make("textarea", { class: "visually-hidden", "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    return isDone;
  }
}
