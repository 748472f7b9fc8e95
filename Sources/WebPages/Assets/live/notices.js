// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

const shownMs = 8_000;
const most = 3;

/**
 * Short messages at the foot of the picture, which go by themselves (not while the pointer or the focus is on them).
 * @returns {{ element: HTMLElement, say(text: string, kind?: "info" | "problem"): void }}
 */
export function makeNotices() {
  const element = make("div", { class: "notices", role: "status", "aria-live": "polite", "data-testid": "notices" });

  /** @param {string} text @param {"info" | "problem"} [kind] */
  function say(text, kind = "info") {
    const known = [...element.children].find((child) => child instanceof HTMLElement && child.dataset.text === text);
    known?.remove();
    while (element.children.length >= most) element.firstElementChild?.remove();
    const notice = make("div", { class: "notice", dataset: { text, kind } }, icon(kind === "problem" ? "alert" : "person"), make("span", {}, text));
    notice.append(make("button", { type: "button", class: "button icon-only", "aria-label": "Close this message", onclick: () => notice.remove() }, icon("close")));
    element.append(notice);
    fade(notice);
  }
  return { element, say };
}

/** @param {HTMLElement} notice */
function fade(notice) {
  setTimeout(() => (notice.matches(":hover, :focus-within") ? fade(notice) : notice.remove()), shownMs);
}
