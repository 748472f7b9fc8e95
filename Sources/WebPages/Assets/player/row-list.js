// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { BoundedCache } from "./bounded-cache.js";
import { mostPixels, scrollTo, windowOf } from "./window.js";

/** Rows are fetched by so many. */
const pageSize = 100;

/**
 * @typedef {{
 *   testID: string,
 *   label: string,
 *   rowHeight: number,
 *   overscan: number,
 *   dense?: boolean,
 *   empty: string,
 *   draw(element: HTMLElement, row: Record<string, any>, ms: number): void,
 *   fetch(after: number, limit: number): Promise<Record<string, any>[]>,
 *   choose(ms: number, row: Record<string, any> | undefined): void,
 * }} RowListOptions
 */

/**
 * A long list in step with the recording: draws only the rows in sight, fetches them as they come in sight, and lights the one
 * of the moment. It follows the moment until its reader scrolls.
 */
export class RowList {
  element;
  /** Places of the outline that are shown; null: all. @type {Uint32Array | null} */
  #rows = null;
  #outline;
  #options;
  #room = make("div", { class: "list-room" });
  #body = make("div", { class: "list-rows", role: "presentation" });
  #scroller;
  #empty;
  #toNow;
  /** @type {BoundedCache<number, Record<string, any>>} */
  #kept = new BoundedCache(5_000);
  /** @type {Set<number>} */
  #asked = new Set();
  #ms = 0;
  #current = -1;
  #cursor = -1;
  #follows = true;
  #scheduled = false;
  /** Whether the row of the moment is to be brought in sight with the next drawing. */
  #mustScroll = true;

  /** @param {import("./outline.js").Outline} outline @param {RowListOptions} options */
  constructor(outline, options) {
    this.#outline = outline;
    this.#options = options;
    this.#scroller = make(
      "div",
      {
        class: "list",
        role: "listbox",
        tabindex: 0,
        "aria-label": options.label,
        "data-testid": options.testID,
        dataset: { dense: String(Boolean(options.dense)) },
        onscroll: () => this.refresh(),
        onwheel: () => this.#setFollows(false),
        ontouchmove: () => this.#setFollows(false),
        onpointerdown: (/** @type {PointerEvent} */ event) => event.target === this.#scroller && this.#setFollows(false),
        onclick: (/** @type {MouseEvent} */ event) => this.#clicked(event),
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.#pressed(event),
      },
      this.#room,
    );
    this.#room.append(this.#body);
    this.#empty = make("p", { class: "list-empty", hidden: true }, options.empty);
    this.#toNow = make("button", { type: "button", class: "button outlined to-now", hidden: true, onclick: () => this.#setFollows(true) }, icon("jump"), "Back to the moment");
    this.element = make("div", { class: "panel-sheet" }, this.#empty, this.#scroller, this.#toNow);
    new ResizeObserver(() => this.refresh()).observe(this.#scroller);
  }

  get count() {
    return this.#rows ? this.#rows.length : this.#outline.length;
  }

  /**
   * Shows these rows of the outline only, or all.
   * @param {Uint32Array | null} rows
   * @param {boolean} hasGrown Whether they begin with the rows that were shown before.
   */
  setRows(rows, hasGrown) {
    this.#rows = rows;
    if (!hasGrown) this.#cursor = -1;
    this.setMoment(this.#ms);
    this.refresh();
  }

  /** What is said where there is no row. @param {string} text */
  setEmpty(text) {
    setText(this.#empty, text);
  }

  /** Lights the row of a moment. @param {number} ms */
  setMoment(ms) {
    this.#ms = ms;
    const current = this.#outline.placeAt(ms, this.#rows);
    if (current === this.#current) return;
    this.#current = current;
    this.#mustScroll = this.#follows;
    this.refresh();
  }

  /** Draws anew, once for all reasons that there are until then. */
  refresh() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#draw();
    });
  }

  /** Follows the moment again. */
  follow() {
    this.#setFollows(true);
  }

  #draw() {
    const view = this.#view;
    if (view.viewHeight === 0) return;
    this.#empty.hidden = view.count > 0;
    this.#scroller.hidden = view.count === 0;
    this.#room.style.height = `${Math.min(mostPixels, view.count * view.rowHeight)}px`;
    if (this.#mustScroll && this.#current >= 0) this.#scroller.scrollTop = scrollTo({ ...view, row: this.#current });
    this.#mustScroll = false;
    const { first, end, offset } = windowOf({ ...view, scrollTop: this.#scroller.scrollTop, overscan: this.#options.overscan });
    this.#body.style.transform = `translateY(${offset}px)`;
    const rows = [...this.#body.children];
    for (let place = first; place < end; place += 1) this.#drawRow(place, rows[place - first]);
    for (const left of rows.slice(Math.max(0, end - first))) left.remove();
    this.#ask(first, end);
  }

  /** @param {number} place @param {Element | undefined} there An element to use again. */
  #drawRow(place, there) {
    const index = this.#index(place);
    const number = this.#outline.number(index);
    const row = this.#kept.get(number);
    const ms = this.#outline.ms(index);
    const element = there instanceof HTMLElement ? there : this.#body.appendChild(this.#makeRow());
    const key = row ? String(number) : `? ${number}`;
    if (element.dataset.key !== key) {
      element.dataset.key = key;
      element.className = row ? "row" : "row waiting";
      element.removeAttribute("data-severity");
      this.#options.draw(element, row ?? { type: this.#outline.type(index) }, ms);
      element.dataset.seconds = (ms / 1000).toFixed(3);
      element.dataset.place = String(place);
      element.id = `${this.#options.testID}-${number}`;
    }
    const isCurrent = place === this.#current;
    setAttribute(element, "aria-current", isCurrent ? "true" : null);
    setAttribute(element, "aria-selected", String(isCurrent));
    setAttribute(element, "aria-setsize", String(this.count));
    setAttribute(element, "aria-posinset", String(place + 1));
    setAttribute(element, "data-past", String(place <= this.#current));
    setAttribute(element, "data-cursor", place === this.#cursor && document.activeElement === this.#scroller ? "true" : null);
    element.dataset.place = String(place);
    if (place === this.#cursor) setAttribute(this.#scroller, "aria-activedescendant", element.id);
  }

  #makeRow() {
    const row = make("div", { class: "row", role: "option" });
    row.style.height = `${this.#options.rowHeight}px`;
    return row;
  }

  /** Fetches the rows in sight that are not here yet. @param {number} first @param {number} end */
  #ask(first, end) {
    for (let place = first; place < end; place += 1) {
      const number = this.#outline.number(this.#index(place));
      if (this.#kept.has(number)) continue;
      const page = Math.floor((number - 1) / pageSize);
      if (!this.#asked.has(page)) this.#fetch(page);
    }
  }

  /** @param {number} page */
  async #fetch(page) {
    this.#asked.add(page);
    try {
      for (const row of await this.#options.fetch(page * pageSize, pageSize)) this.#kept.set(row.seq, row, 1);
      this.refresh();
    } catch {
      setTimeout(() => this.refresh(), 2_000);
    } finally {
      setTimeout(() => this.#asked.delete(page), 1_000);
    }
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const row = event.target instanceof Element ? event.target.closest(".row") : null;
    if (row instanceof HTMLElement) this.#choose(Number(row.dataset.place));
  }

  /** @param {number} place */
  #choose(place) {
    const index = this.#index(place);
    this.#cursor = place;
    this.#setFollows(true);
    this.#options.choose(this.#outline.ms(index), this.#kept.get(this.#outline.number(index)));
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const from = this.#cursor < 0 ? this.#current : this.#cursor;
    const page = Math.floor(this.#scroller.clientHeight / this.#options.rowHeight);
    const places = /** @type {Record<string, number>} */ ({ ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: this.count - 1 });
    if (event.key === "Enter") this.#choose(Math.max(0, from));
    else if (event.key in places) this.#moveCursor(places[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} place */
  #moveCursor(place) {
    this.#cursor = Math.max(0, Math.min(this.count - 1, place));
    this.#setFollows(false);
    this.#scroller.scrollTop = scrollTo({ ...this.#view, row: this.#cursor });
    this.refresh();
  }

  /** @param {boolean} follows */
  #setFollows(follows) {
    this.#follows = follows;
    this.#toNow.hidden = follows;
    this.#mustScroll = follows;
    this.refresh();
  }

  get #view() {
    const view = this.#scroller.hidden ? this.element : this.#scroller;
    return { count: this.count, rowHeight: this.#options.rowHeight, viewHeight: view.clientHeight };
  }

  /** @param {number} place */
  #index(place) {
    return this.#rows ? this.#rows[place] : place;
  }
}
