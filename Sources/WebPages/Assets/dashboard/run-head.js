// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { countText } from "../shared/format.js";
import { icon } from "../shared/icons.js";
import { CallError } from "./api.js";
import { copyButton, pill } from "./parts.js";
import { runsAddress } from "./places.js";
import { agoText, dateText, failureWords, firstSentence, lengthText, runLength, shortID } from "./words.js";

/** @typedef {import("./words.js").Run} Run */

/** What stands above the view: which run it is, how it went, and what can be done with it. */
export class Head {
  element;
  #facts = {
    started: make("time"),
    length: make("span"),
    events: make("span"),
    files: make("span"),
  };
  #name = make("h1", {}, "Run");
  #status = make("span", { class: "head-status" });
  #failure = make("div", { "data-testid": "failure", hidden: true });
  #segments;
  /** @type {import("./viewer.js").View | null} */
  #view = null;
  #views;
  #take;

  /** @param {string} id @param {{ show(view: import("./viewer.js").View): void, download(): Promise<void> }} actions */
  constructor(id, { show, download }) {
    this.#views = {
      live: make("button", { type: "button", class: "segment", "aria-pressed": "false", "data-testid": "show-live", onclick: () => show("live") }, "Live"),
      replay: make("button", { type: "button", class: "segment", "aria-pressed": "false", "data-testid": "show-replay", onclick: () => show("replay") }, "Replay"),
    };
    this.#segments = make("div", { class: "segments", role: "group", "aria-label": "View", hidden: true }, this.#views.live, this.#views.replay);
    this.#take = make("button", { type: "button", class: "button primary", hidden: true, "data-testid": "take", onclick: () => show("steer") }, icon("pointer"), "Take control");
    const facts = make(
      "dl",
      { class: "facts" },
      fact("Started", this.#facts.started),
      fact("Duration", this.#facts.length),
      fact("Events", this.#facts.events),
      fact("Files", this.#facts.files),
      fact("Run", make("span", { class: "id", title: id }, shortID(id)), copyButton(id, "Copy the run's id")),
    );
    this.element = make(
      "header",
      { class: "run-head" },
      make(
        "div",
        { class: "run-title" },
        make("a", { class: "button icon-only back", href: "/", "aria-label": "All runs", title: "All runs" }, icon("back")),
        this.#name,
        this.#status,
        facts,
        make("div", { class: "run-actions" }, this.#segments, this.#take, exportButton(download)),
      ),
      this.#failure,
    );
  }

  /** @param {Run} run */
  update(run) {
    this.#status.replaceChildren(pill(run.status));
    setText(this.#facts.events, countText(run.counts?.events ?? 0));
    setText(this.#facts.files, countText(run.counts?.files ?? 0));
    this.#failure.hidden = !run.failure;
    if (run.failure) this.#failure.replaceChildren(failure(run.failure));
    const isActive = run.status === "active";
    this.#segments.hidden = !isActive;
    this.#drawTake(isActive);
    this.tick(run);
  }

  /** @param {Run} run */
  tick(run) {
    const [now, started] = [Date.now(), Date.parse(run.startedAt)];
    this.#facts.started.dateTime = run.startedAt;
    this.#facts.started.title = agoText(started, now);
    setText(this.#facts.started, dateText(started));
    setText(this.#facts.length, lengthText(runLength(run, now)));
  }

  /** @param {string} name The runtime's. @param {string} runtime */
  name(name, runtime) {
    this.#name.replaceChildren(make("a", { href: runsAddress({ runtime }), title: "All runs of this runtime" }, name));
  }

  /** @param {import("./viewer.js").View} view */
  choose(view) {
    setAttribute(this.#views.live, "aria-pressed", String(view !== "replay"));
    setAttribute(this.#views.replay, "aria-pressed", String(view === "replay"));
    this.#view = view;
    this.#drawTake(!this.#segments.hidden);
  }

  /** A view that is in control has the buttons for it. @param {boolean} isActive */
  #drawTake(isActive) {
    this.#take.hidden = !isActive || this.#view === "steer";
  }
}

/** Why it failed: a sentence first, all that is known on request. @param {import("./words.js").Failure} failure */
function failure({ code, message }) {
  const [first, rest] = firstSentence(message);
  const words = [icon("alert"), make("span", {}, make("b", {}, failureWords({ code, message })), " ", first), make("code", {}, code)];
  if (!rest) return make("p", { class: "failure" }, ...words);
  return make("details", { class: "failure" }, make("summary", {}, ...words, make("span", { class: "more" }, "Details")), make("pre", { tabindex: 0 }, rest));
}

/** @param {string} name @param {...Node} value */
function fact(name, ...value) {
  return make("div", {}, make("dt", {}, name), make("dd", {}, ...value));
}

/** @param {() => Promise<void>} download */
function exportButton(download) {
  const label = make("span", { class: "label" }, "Export");
  const button = make("button", { type: "button", class: "button outlined", title: "Save its files, events and activity as a ZIP archive", "data-testid": "export-run", "aria-live": "polite" }, icon("down"), label);
  button.addEventListener("click", async () => {
    button.disabled = true;
    setText(label, "Exporting…");
    try {
      await download();
      setText(label, "Export");
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      setText(label, "No export");
      button.title = error.message;
    } finally {
      button.disabled = false;
    }
  });
  return button;
}
