// @ts-check
import { make } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @typedef {{
 *   icon: import("./icons.js").IconName,
 *   title: string,
 *   text: string,
 *   tone?: "waiting" | "problem",
 *   action?: { label: string, run(): void },
 * }} VeilWords
 */

/**
 * What is said over the picture, while there is none or none to trust.
 * @returns {{ element: HTMLElement, show(words: VeilWords | null): void }}
 */
export function makeVeil() {
  const element = make("div", { class: "veil", "data-testid": "veil", hidden: true });
  let shown = "";
  return {
    element,
    show(words) {
      const key = words ? JSON.stringify([words.icon, words.title, words.text, words.tone, words.action?.label]) : "";
      if (key === shown) return;
      shown = key;
      element.hidden = !words;
      if (!words) return;
      if (words.tone) element.dataset.tone = words.tone;
      else delete element.dataset.tone;
      const { action } = words;
      element.replaceChildren(
        icon(words.icon),
        make("h2", {}, words.title),
        make("p", {}, words.text),
        ...(action ? [make("button", { type: "button", class: "button primary", onclick: () => action.run() }, action.label)] : []),
      );
    },
  };
}
