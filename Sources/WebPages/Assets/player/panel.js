// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { countText } from "./format.js";
import { RowList } from "./row-list.js";
import { drawActivity, drawEvent } from "./rows.js";

/** What events can be narrowed down to. */
const groups = [
  { label: "Navigation", types: ["navigation"] },
  { label: "Network", types: ["network.request", "network.response", "network.failed"] },
  { label: "Console", types: ["console.message"] },
  { label: "Errors", types: ["page.error", "page.crash", "network.failed"] },
  { label: "Dialogs", types: ["dialog"] },
  { label: "Downloads", types: ["download"] },
];

/**
 * @typedef {{
 *   source: import("./source.js").Source,
 *   activity: import("./outline.js").Outline,
 *   events: import("./outline.js").Outline,
 *   choose(ms: number): void,
 * }} PanelOptions
 */

/** The lists beside the picture: activity and events, one of them seen at a time. */
export class Panel {
  #options;
  #lists;
  /** @type {"activity" | "events"} */
  #shown = "activity";
  #tabs;
  #counts = { activity: make("span", { class: "count" }), events: make("span", { class: "count" }) };
  #sheets;
  /** @type {Set<string>} */
  #chosen = new Set();
  #chips = make("div", { class: "chips", role: "group", "aria-label": "Events to show" });
  #details;
  #length = -1;

  /** @param {HTMLElement} element @param {PanelOptions} options */
  constructor(element, options) {
    this.#options = options;
    this.#lists = { activity: this.#makeActivity(), events: this.#makeEvents() };
    this.#details = make("section", { class: "details", hidden: true, "aria-label": "The event", "data-testid": "details" });
    this.#sheets = {
      activity: make("div", { class: "panel-sheet", role: "tabpanel", id: "sheet-activity", "aria-labelledby": "tab-activity" }, this.#lists.activity.element),
      events: make("div", { class: "panel-sheet", role: "tabpanel", id: "sheet-events", "aria-labelledby": "tab-events", hidden: true }, this.#chips, this.#lists.events.element, this.#details),
    };
    this.#tabs = { activity: this.#makeTab("activity", "Activity"), events: this.#makeTab("events", "Events") };
    const strip = make("div", { class: "panel-tabs", role: "tablist", "aria-label": "Lists", onkeydown: (/** @type {KeyboardEvent} */ event) => this.#arrow(event) }, this.#tabs.activity, this.#tabs.events);
    element.append(strip, this.#sheets.activity, this.#sheets.events);
    this.#show("activity");
  }

  /** @param {number} ms */
  setMoment(ms) {
    this.#lists[this.#shown].setMoment(ms);
  }

  /** The outlines have grown. */
  refresh() {
    const { activity, events } = this.#options;
    setText(this.#counts.activity, activity.length ? countText(activity.length) : "");
    setText(this.#counts.events, events.length ? countText(events.length) : "");
    if (this.#length !== events.length) this.#drawChips();
    this.#length = events.length;
    this.#lists.activity.refresh();
    if (this.#chosen.size) this.#filter();
    else this.#lists.events.refresh();
  }

  /** Follows the moment again, in both lists. */
  follow() {
    this.#lists.activity.follow();
    this.#lists.events.follow();
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
    const { events, source, choose } = this.#options;
    return new RowList(events, {
      testID: "events",
      label: "Events",
      rowHeight: 30,
      overscan: 8,
      dense: true,
      empty: "No such events.",
      draw: drawEvent,
      fetch: (after, limit) => source.rows("events", after, limit),
      choose: (ms, row) => {
        choose(ms);
        if (row) this.#showDetails(row);
      },
    });
  }

  /** @param {"activity" | "events"} name @param {string} label */
  #makeTab(name, label) {
    return make(
      "button",
      { type: "button", class: "panel-tab", role: "tab", id: `tab-${name}`, "aria-controls": `sheet-${name}`, "data-testid": `tab-${name}`, onclick: () => this.#show(name) },
      label,
      this.#counts[name],
    );
  }

  /** @param {"activity" | "events"} shown */
  #show(shown) {
    this.#shown = shown;
    for (const name of /** @type {const} */ (["activity", "events"])) {
      setAttribute(this.#tabs[name], "aria-selected", String(name === shown));
      setAttribute(this.#tabs[name], "tabindex", name === shown ? "0" : "-1");
      this.#sheets[name].hidden = name !== shown;
    }
    this.#lists[shown].refresh();
    this.#lists[shown].follow();
  }

  /** @param {KeyboardEvent} event */
  #arrow(event) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    this.#show(this.#shown === "activity" ? "events" : "activity");
    this.#tabs[this.#shown].focus();
    event.preventDefault();
    event.stopPropagation();
  }

  #drawChips() {
    const counts = this.#options.events.counts();
    this.#chips.replaceChildren(
      ...groups.map(({ label, types }) => {
        const count = types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
        return make(
          "button",
          { type: "button", class: "chip", "aria-pressed": String(this.#chosen.has(label)), onclick: () => this.#toggle(label) },
          label,
          make("span", { class: "count" }, countText(count)),
        );
      }),
    );
  }

  /** @param {string} label */
  #toggle(label) {
    if (!this.#chosen.delete(label)) this.#chosen.add(label);
    [...this.#chips.children].forEach((chip, index) => setAttribute(chip, "aria-pressed", String(this.#chosen.has(groups[index].label))));
    this.#filter();
    this.#lists.events.follow();
  }

  #filter() {
    const types = groups.filter(({ label }) => this.#chosen.has(label)).flatMap((group) => group.types);
    this.#lists.events.setRows(this.#options.events.filtered(types.length ? new Set(types) : null));
  }

  /** @param {Record<string, any>} row */
  #showDetails(row) {
    const close = make("button", { type: "button", class: "button icon-only", "aria-label": "Close", onclick: () => (this.#details.hidden = true) }, icon("close"));
    this.#details.replaceChildren(
      make("header", {}, make("span", {}, `${row.seq} · ${row.type}${row.status ? ` · ${row.status}` : ""}`), close),
      make("pre", { tabindex: 0 }, JSON.stringify({ time: row.time, pageId: row.pageId, ...row.data }, null, 2)),
    );
    this.#details.hidden = false;
  }
}
