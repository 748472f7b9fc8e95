// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

const shownMs = 8_000;
const most = 3;

/**
 * Short messages at the foot of the picture, which go by themselves (not while the pointer or the focus is on them).
 * @returns {{ element: HTMLElement, say(text: string, kind?: "info" | "problem", about?: string): void, drop(about: string): void }}
 *   `about`: the type of the message that the words answer; `drop`: it is over with them, since the person has sent another.
 */
export function makeNotices() {
  const element = make("div", { class: "notices", role: "status", "aria-live": "polite", "data-testid": "notices" });

  /** @param {string} text @param {"info" | "problem"} [kind] @param {string} [about] */
  function say(text, kind = "info", about = "") {
    const known = [...element.children].find((child) => child instanceof HTMLElement && child.dataset.text === text);
    known?.remove();
    while (element.children.length >= most) element.firstElementChild?.remove();
    const notice = make("div", { class: "notice", dataset: { text, kind, about } }, icon(kind === "problem" ? "alert" : "person"), make("span", {}, text));
    notice.append(make("button", { type: "button", class: "button icon-only", "aria-label": "Close this message", onclick: () => notice.remove() }, icon("close")));
    element.append(notice);
    fade(notice);
  }

  /** @param {string} about */
  function drop(about) {
    for (const notice of element.querySelectorAll(`[data-about="${about}"]`)) notice.remove();
  }
  return { element, say, drop };
}

/** @param {HTMLElement} notice */
function fade(notice) {
  setTimeout(() => (notice.matches(":hover, :focus-within") ? fade(notice) : notice.remove()), shownMs);
}
