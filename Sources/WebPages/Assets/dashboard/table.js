// @ts-check
import { make } from "../shared/dom.js";

/**
 * A table whose rows stay what they are while their items do, so that focus and selection survive a refresh.
 * @template Item
 * @param {{
 *   label: string, testID: string, columns: { title: string, class?: string }[],
 *   key(item: Item): string, draw(item: Item): HTMLTableRowElement, tick?(row: HTMLTableRowElement, item: Item): void,
 * }} options `tick` writes what changes with time alone.
 */
export function makeTable({ label, testID, columns, key, draw, tick }) {
  const body = make("tbody");
  const head = make("tr", {}, ...columns.map((column) => make("th", { scope: "col", class: column.class }, column.title)));
  const element = make("table", { class: "table", "aria-label": label, "data-testid": testID }, make("thead", {}, head), body);
  /** @type {Map<string, { row: HTMLTableRowElement, item: Item, drawn: string }>} */
  let rows = new Map();

  return {
    element,
    /** Shows these items, in their order. @param {Item[]} items */
    update(items) {
      const next = new Map();
      for (const item of items) {
        const drawn = JSON.stringify(item);
        const there = rows.get(key(item));
        const row = there?.drawn === drawn ? there.row : draw(item);
        if (there && there.row !== row) replaceKeepingFocus(there.row, row);
        next.set(key(item), { row, item, drawn });
      }
      rows = next;
      const wanted = [...next.values()].map(({ row }) => row);
      if (wanted.length !== body.children.length || wanted.some((row, index) => body.children[index] !== row)) body.replaceChildren(...wanted);
      this.tick();
    },
    tick() {
      if (tick) for (const { row, item } of rows.values()) tick(row, item);
    },
  };
}

/** The same control of the new row has the focus again. @param {HTMLElement} old @param {HTMLElement} now */
function replaceKeepingFocus(old, now) {
  const name = document.activeElement instanceof HTMLElement && old.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  old.replaceWith(now);
  if (name) for (const element of now.querySelectorAll("[data-focus]")) if (element instanceof HTMLElement && element.dataset.focus === name) element.focus();
}

/**
 * A cell; on narrow screens its title stands before it.
 * @param {string} title @param {import("../shared/dom.js").Properties} properties @param {...import("../shared/dom.js").Child} children
 */
export function cell(title, properties, ...children) {
  return make("td", { "data-title": title, ...properties }, ...children);
}
