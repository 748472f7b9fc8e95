// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/**
 * A sheet over the whole viewer; Escape closes it, and the focus goes back to where it was.
 * @param {string} title
 * @param {...Node} content
 */
export function makeSheet(title, ...content) {
  const close = make("button", { type: "button", class: "button icon-only", "aria-label": "Close", onclick: () => element.close() }, icon("close"));
  const heading = make("h2", {}, title);
  const element = make("dialog", { class: "sheet", "aria-label": title }, make("header", {}, heading, close), make("div", { class: "sheet-body" }, ...content));
  element.addEventListener("click", (event) => (event.target === element ? element.close() : undefined));
  return { element, open: () => element.showModal(), close: () => element.close() };
}
