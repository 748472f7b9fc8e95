// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { roundText } from "../shared/format.js";
import { makeDetails } from "./details.js";
import { EventSheet } from "./event-sheet.js";
import { FileSheet } from "./file-sheet.js";
import { RowList } from "./row-list.js";
import { drawActivity, drawEvent, drawLine, drawRequest } from "./rows.js";

/**
 * One list of the panel. `count`: of its rows; null: not known.
 * @typedef {{ element: HTMLElement, readonly count: number | null, refresh(): void, setMoment(ms: number): void, follow(): void }} Sheet
 */

/**
 * @typedef {{
 *   source: import("./source.js").Source,
 *   activity: import("./outline.js").Outline,
 *   events: import("./outline.js").Outline,
 *   choose(ms: number): void,
 * }} PanelOptions
 */

/** The lists beside the picture, one of them seen at a time. */
export class Panel {
  #options;
  /** @type {{ name: string, sheet: Sheet, tab: HTMLElement, count: HTMLElement, box: HTMLElement }[]} */
  #places = [];
  #shown = 0;
  #ms = 0;
  #details = makeDetails();
  #strip = make("div", { class: "panel-tabs", role: "tablist", "aria-label": "Lists", onkeydown: (/** @type {KeyboardEvent} */ event) => this.#arrow(event) });

  /** @param {HTMLElement} element @param {PanelOptions} options */
  constructor(element, options) {
    this.#options = options;
    element.append(this.#strip);
    this.#add(element, "activity", "Activity", this.#makeActivity());
    this.#add(element, "events", "Events", this.#makeEvents());
    this.#add(element, "network", "Network", this.#makeNetwork());
    this.#add(element, "console", "Console", this.#makeConsole());
    this.#add(element, "files", "Files", new FileSheet({ ...options, changed: () => this.#drawCounts() }));
    element.append(this.#details.element);
    this.#show(0);
  }

  /** @param {number} ms */
  setMoment(ms) {
    this.#ms = ms;
    this.#places[this.#shown].sheet.setMoment(ms);
  }

  /** The outlines have grown. */
  refresh() {
    this.#drawCounts();
    this.#places[this.#shown].sheet.refresh();
  }

  #drawCounts() {
    for (const { sheet, count } of this.#places) setText(count, sheet.count ? roundText(sheet.count) : "");
  }

  /** @param {HTMLElement} parent @param {string} name @param {string} label @param {Sheet} sheet */
  #add(parent, name, label, sheet) {
    const count = make("span", { class: "count" });
    const index = this.#places.length;
    const tab = make(
      "button",
      { type: "button", class: "panel-tab", role: "tab", id: `tab-${name}`, "aria-controls": `sheet-${name}`, "data-testid": `tab-${name}`, onclick: () => this.#show(index) },
      label,
      count,
    );
    const box = make("div", { class: "panel-sheet", role: "tabpanel", id: `sheet-${name}`, "aria-labelledby": `tab-${name}` }, sheet.element);
    this.#places.push({ name, sheet, tab, count, box });
    this.#strip.append(tab);
    parent.append(box);
  }

  /** @param {number} shown */
  #show(shown) {
    this.#shown = shown;
    this.#places.forEach(({ tab, box }, index) => {
      setAttribute(tab, "aria-selected", String(index === shown));
      setAttribute(tab, "tabindex", index === shown ? "0" : "-1");
      box.hidden = index !== shown;
    });
    this.#details.hide();
    const { sheet, tab } = this.#places[shown];
    tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    // The clock may stand still, as after a deep link: then nobody tells the moment again.
    sheet.setMoment(this.#ms);
    sheet.refresh();
    sheet.follow();
  }

  /** @param {KeyboardEvent} event */
  #arrow(event) {
    const last = this.#places.length - 1;
    const next = { ArrowRight: this.#shown === last ? 0 : this.#shown + 1, ArrowLeft: this.#shown === 0 ? last : this.#shown - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    this.#show(next);
    this.#places[next].tab.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  #makeActivity() {
    const { activity, source, choose } = this.#options;
    return new RowList(activity, {
      testID: "activity",
      label: "Activity",
      rowHeight: 46,
      overscan: 300,
      empty: "No steps were recorded up to now.",
      draw: drawActivity,
      fetch: (after, limit) => source.rows("activity", after, limit),
      choose: (ms) => choose(ms),
    });
  }

  #makeEvents() {
    return new EventSheet({ ...this.#options, tell: this.#details.show }, {
      testID: "events",
      label: "Events",
      rowHeight: 30,
      dense: true,
      empty: "No such events.",
      types: null,
      draw: drawEvent,
      search: "Find in events",
      chips: [
        { label: "Navigation", types: ["navigation"] },
        { label: "Network", types: ["network.request", "network.response", "network.failed"] },
        { label: "Console", types: ["console.message"] },
        { label: "Errors", types: ["page.error", "page.crash", "network.failed"] },
        { label: "Dialogs", types: ["dialog"] },
        { label: "Downloads", types: ["download"] },
      ],
    });
  }

  /** The end of a request says all of it, and every request has one. */
  #makeNetwork() {
    return new EventSheet({ ...this.#options, tell: this.#details.show }, {
      testID: "network",
      label: "Network",
      rowHeight: 46,
      empty: "No such requests.",
      types: ["network.response", "network.failed"],
      draw: drawRequest,
      search: "Filter by address, status or type",
      chips: [
        { label: "Failed", kinds: ["failed"] },
        { label: "Pages", kinds: ["document"] },
        { label: "Fetch", kinds: ["fetch", "xhr", "eventsource", "websocket", "ping", "preflight"] },
        { label: "Scripts", kinds: ["script"] },
        { label: "Styles", kinds: ["stylesheet", "font"] },
        { label: "Media", kinds: ["image", "media", "texttrack"] },
      ],
    });
  }

  #makeConsole() {
    return new EventSheet({ ...this.#options, tell: this.#details.show }, {
      testID: "console",
      label: "Console",
      rowHeight: 30,
      dense: true,
      empty: "No such lines.",
      types: ["console.message", "page.error", "page.crash"],
      draw: drawLine,
      search: "Filter by text or source",
      chips: [
        { label: "Errors", kinds: ["error"] },
        { label: "Warnings", kinds: ["warning"] },
        { label: "Info", kinds: ["info", "log"] },
        { label: "Debug", kinds: ["debug"] },
      ],
    });
  }
}
