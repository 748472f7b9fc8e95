// @ts-check
import { make, setAttribute } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { countText } from "../shared/format.js";
import { Matches } from "./matches.js";
import { RowList } from "./row-list.js";

/** Typing rests for so long before it is looked for. */
const rest = 200;

/**
 * What events can be narrowed down to: by `types`, which are known at once, or by `kinds`, which the server looks for.
 * @typedef {{ label: string, types?: string[], kinds?: string[] }} Chip
 * @typedef {{
 *   testID: string, label: string, rowHeight: number, dense?: boolean, empty: string, search: string,
 *   types: string[] | null,
 *   chips: Chip[],
 *   draw(element: HTMLElement, row: Record<string, any>, ms: number): void,
 * }} EventSheetOptions `types`: of the events that are listed; null: all.
 */

/** A list of events of some types, that can be narrowed down, with one event at a time in full. */
export class EventSheet {
  element;
  #options;
  #events;
  #list;
  #matches;
  /** @type {Set<Chip>} */
  #chosen = new Set();
  #chips;
  #words = "";
  #drawn = -1;

  /**
   * @param {import("./panel.js").PanelOptions & { tell(row: Record<string, any>): void }} panel `tell` shows an event in full.
   * @param {EventSheetOptions} options
   */
  constructor({ source, events, choose, tell }, options) {
    this.#options = options;
    this.#events = events;
    this.#matches = new Matches(source, events, () => this.#setRows(true));
    this.#list = new RowList(events, {
      ...options,
      overscan: 8,
      fetch: (after, limit) => source.rows("events", after, limit),
      choose: (ms, row) => {
        choose(ms);
        if (row) tell(row);
      },
    });
    this.#chips = options.chips.map((chip) => ({ chip, button: this.#makeChip(chip), count: make("span", { class: "count" }) }));
    for (const { chip, button, count } of this.#chips) if (chip.types) button.append(count);
    this.element = make(
      "div",
      { class: "panel-sheet" },
      make("div", { class: "chips", role: "group", "aria-label": `${options.label} to show` }, this.#makeSearch(), ...this.#chips.map(({ button }) => button)),
      this.#list.element,
    );
  }

  get count() {
    if (!this.#options.types) return this.#events.length;
    const counts = this.#events.counts();
    return this.#options.types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
  }

  refresh() {
    if (this.#drawn !== this.#events.length) this.#drawCounts();
    this.#drawn = this.#events.length;
    if (this.#matches.isOn) this.#matches.read();
    else this.#setRows(true);
  }

  /** @param {number} ms */
  setMoment(ms) {
    this.#list.setMoment(ms);
  }

  follow() {
    this.#list.follow();
  }

  /** @param {boolean} hasGrown */
  #setRows(hasGrown) {
    this.#list.setEmpty(this.#matches.isReading ? "Looking…" : this.#options.empty);
    this.#list.setRows(this.#matches.isOn ? this.#matches.rows() : this.#events.filtered(this.#types && new Set(this.#types)), hasGrown);
  }

  /** Of what is chosen; null: all. */
  get #types() {
    const chosen = [...this.#chosen].flatMap(({ types }) => types ?? []);
    return chosen.length ? chosen : this.#options.types;
  }

  #makeSearch() {
    const field = make("input", { type: "search", class: "find", placeholder: this.#options.search, "aria-label": this.#options.search, spellcheck: "false", "data-testid": `${this.#options.testID}-find` });
    let timer = 0;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.#words = field.value.trim();
        this.#narrow();
      }, rest);
    });
    return make("label", { class: "find-box" }, icon("search"), field);
  }

  /** @param {Chip} chip */
  #makeChip(chip) {
    const button = make("button", { type: "button", class: "chip", "aria-pressed": "false" }, chip.label);
    button.addEventListener("click", () => {
      if (!this.#chosen.delete(chip)) this.#chosen.add(chip);
      setAttribute(button, "aria-pressed", String(this.#chosen.has(chip)));
      this.#narrow();
    });
    return button;
  }

  #narrow() {
    const kinds = [...this.#chosen].flatMap((chip) => chip.kinds ?? []);
    this.#matches.set(kinds.length || this.#words ? { types: this.#types, kinds, words: this.#words } : null);
    this.refresh();
    this.#setRows(false);
    this.#list.follow();
  }

  #drawCounts() {
    const counts = this.#events.counts();
    for (const { chip, count } of this.#chips) {
      if (chip.types) count.textContent = countText(chip.types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0));
    }
  }
}
