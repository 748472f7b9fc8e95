// @ts-check
// The button that makes a video of the recording and saves it.

import { make, setAttribute, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/**
 * How the making of a video stands.
 * @typedef {{
 *   id: string, status: "queued" | "running" | "finished" | "failed" | "cancelled", progress: number,
 *   file: { path: string, name: string } | null, error?: { message: string, hint?: string },
 * }} Export
 */

/** Milliseconds between two looks at how far it is. */
const pause = 700;

export class ExportButton {
  element;
  #source;
  #label = make("span", { class: "label" });
  #working = false;

  /** @param {import("./source.js").Source} source */
  constructor(source) {
    this.#source = source;
    this.element = make(
      "button",
      { type: "button", class: "button outlined", "data-testid": "export", "aria-live": "polite", hidden: true, onclick: () => this.#run() },
      icon("down"),
      this.#label,
    );
    this.#say("Video", "Save the recording as a video (MP4)");
  }

  /** @param {import("./source.js").Manifest | null} manifest */
  update(manifest) {
    const status = manifest?.recording.status;
    this.element.hidden = status !== "ready" && status !== "processing";
  }

  async #run() {
    if (this.#working) return;
    this.#working = true;
    setAttribute(this.element, "aria-disabled", "true");
    try {
      this.#end(await this.#follow(await this.#source.startExport()));
    } catch (error) {
      this.#say("No video", error instanceof Error ? error.message : "The video could not be made.");
    }
    this.#working = false;
    setAttribute(this.element, "aria-disabled", null);
  }

  /** Until it has ended. @param {Export} state @returns {Promise<Export>} */
  async #follow(state) {
    while (state.status === "queued" || state.status === "running") {
      setAttribute(this.element, "data-status", state.status);
      this.#say(textOf(state), "The video is being made");
      await new Promise((resolve) => setTimeout(resolve, pause));
      state = await this.#source.exportState(state.id);
    }
    return state;
  }

  /** @param {Export} state */
  #end(state) {
    setAttribute(this.element, "data-status", state.status);
    if (!state.file) {
      const why = [state.error?.message ?? "The video could not be made.", state.error?.hint].filter(Boolean).join(" ");
      return this.#say("No video", why);
    }
    this.#say("Video", "Save the recording as a video (MP4)");
    make("a", { href: this.#source.address(`/${state.file.path}`), download: state.file.name, rel: "noreferrer" }).click();
  }

  /** @param {string} label @param {string} title */
  #say(label, title) {
    setText(this.#label, label);
    setAttribute(this.element, "title", title);
    setAttribute(this.element, "aria-label", `${label}. ${title}`);
  }
}

/** @param {Export} state */
export function textOf(state) {
  return state.status === "queued" ? "Video: waits" : `Video: ${Math.floor(state.progress * 100)} %`;
}
