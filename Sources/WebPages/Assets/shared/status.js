// @ts-check
import { make, setAttribute, setText } from "./dom.js";

/** @typedef {"neutral" | "live" | "good" | "waiting" | "problem"} Tone */

/**
 * The pill that says what state the viewer is in. Its `data-status` is for programs, its text for people.
 * @returns {{ element: HTMLElement, set(status: string, text: string, tone: Tone): void }}
 */
export function makeStatus() {
  const element = make("span", { class: "status", role: "status", "data-testid": "status" });
  return {
    element,
    set(status, text, tone) {
      setAttribute(element, "data-status", status);
      setAttribute(element, "data-tone", tone);
      setText(element, text);
    },
  };
}
