// @ts-check
import { make, setAttribute } from "../shared/dom.js";
import { clockText, sizeText } from "../shared/format.js";
import { icon } from "../shared/icons.js";

/** A list that grows is asked for again no sooner than this. */
const pause = 2_000;
/** A reading that failed is tried again after this, then twice as long, up to the longest. */
const [firstRetry, longestRetry] = [2_000, 60_000];

/** @typedef {{ id: string, name: string, type: string | null, contentType: string, sizeBytes: number, createdAt: string }} RunFile */

/** @type {Record<string, string>} */
const typeNames = { download: "Download", screenshot: "Screenshot", pdf: "PDF", recording: "Video", export: "Archive", upload: "Upload" };

/** The files of the run, newest first, page by page. */
export class FileSheet {
  element;
  #source;
  #events;
  #choose;
  #changed;
  #list = make("div", { class: "list files", role: "list", "aria-label": "Files", "data-testid": "files" });
  #empty = make("p", { class: "list-empty", hidden: true }, "No files up to now. Downloads, screenshots and PDFs of the run come here.");
  #more = make("button", { type: "button", class: "button outlined more", hidden: true, onclick: () => this.#read(this.#next) }, "Show older files");
  /** @type {Map<string, { file: RunFile, row: HTMLElement }>} */
  #files = new Map();
  /** @type {string | null} */
  #next = null;
  #ms = 0;
  #readAt = -Infinity;
  #timer = 0;
  #length = -1;
  #retry = firstRetry;

  /** @param {import("./panel.js").PanelOptions & { changed(): void }} options `changed`: its count may be another. */
  constructor({ source, events, choose, changed }) {
    this.#changed = changed;
    this.#source = source;
    this.#events = events;
    this.#choose = choose;
    this.element = make("div", { class: "panel-sheet" }, this.#empty, this.#list);
  }

  /** @returns {number | null} */
  get count() {
    return this.#next === null ? this.#files.size : null;
  }

  /** Reads the newest page, if there may be something new: at once, or as soon as it may be asked for again. */
  refresh() {
    clearTimeout(this.#timer);
    if (this.#length === this.#events.length) return;
    const now = performance.now();
    const rest = this.#readAt + pause - now;
    if (rest > 0) {
      this.#timer = setTimeout(() => this.refresh(), rest);
      return;
    }
    this.#length = this.#events.length;
    this.#readAt = now;
    this.#read(null);
  }

  /** @param {number} ms */
  setMoment(ms) {
    this.#ms = ms;
    this.#light();
  }

  follow() {
    this.#list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {string | null} cursor Null: the newest page. */
  async #read(cursor) {
    try {
      const { data, nextCursor } = await this.#source.files(cursor);
      const isFirst = this.#files.size === 0;
      for (const file of data) if (!this.#files.has(file.id)) this.#files.set(file.id, { file, row: this.#draw(file) });
      if (isFirst || cursor) this.#next = nextCursor;
      this.#retry = firstRetry;
      this.#show();
      this.#changed();
    } catch {
      // Older files have a button to ask again.
      if (cursor === null) this.#readAgain();
    }
  }

  #readAgain() {
    this.#length = -1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), this.#retry);
    this.#retry = Math.min(this.#retry * 2, longestRetry);
  }

  #show() {
    const files = [...this.#files.values()].sort((one, other) => (one.file.id < other.file.id ? 1 : -1));
    this.#empty.hidden = files.length > 0;
    this.#more.hidden = this.#next === null;
    this.#list.replaceChildren(...files.map(({ row }) => row), this.#more);
    this.#light();
  }

  /** @param {RunFile} file */
  #draw(file) {
    const ms = this.#source.msOf(file.createdAt);
    const kind = typeNames[file.type ?? ""] ?? file.type ?? "File";
    const go = make(
      "button",
      { type: "button", class: "file-go", title: `${file.name}\n${file.contentType}`, onclick: () => this.#choose(ms) },
      make("span", { class: "row-time" }, clockText(ms, { tenths: ms < 600_000 })),
      icon(file.type === "screenshot" || file.type === "recording" ? "film" : "down"),
      make("span", { class: "row-text two" }, make("span", { class: "row-main" }, file.name), make("span", { class: "row-sub" }, `${kind} · ${sizeText(file.sizeBytes)}`)),
    );
    const save = make("a", { class: "button icon-only", href: this.#source.address(`/files/${file.id}/content`), download: file.name, rel: "noreferrer", "aria-label": `Download ${file.name}`, title: "Download" }, icon("down"));
    return make("div", { class: "file-row", role: "listitem", "data-ms": ms }, go, save);
  }

  /** The newest file that is not after the moment. */
  #light() {
    let isFound = false;
    for (const row of this.#list.querySelectorAll(".file-row")) {
      const isPast = row instanceof HTMLElement && Number(row.dataset.ms) <= this.#ms;
      setAttribute(row, "aria-current", isPast && !isFound ? "true" : null);
      isFound ||= isPast;
    }
  }
}
