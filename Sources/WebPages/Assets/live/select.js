// @ts-check
import { make } from "../shared/dom.js";
import { inViewer } from "./pointer.js";

/** @typedef {import("./protocol.js").Select} Select */

/**
 * The list of a `<select>`, which a headless browser does not draw: a listbox where the page has its box.
 * @param {HTMLElement} stage
 * @param {{ picture: import("./picture.js").Picture, hands: import("./hands.js").Hands, done(): void }} options
 */
export function makeSelect(stage, { picture, hands, done }) {
  const element = make("div", { class: "select-place", hidden: true });
  let drawn = "";
  let again = () => {};

  /** What was answered is gone at once; it comes back with the next state if the server knows better. */
  function hide() {
    drawn = "";
    again = () => {};
    element.hidden = true;
    element.replaceChildren();
  }

  /** @param {Select} select @param {boolean} may */
  function draw(select, may) {
    const chosen = new Set(select.options.filter((option) => option.selected).map((option) => option.index));
    const send = (/** @type {object} */ rest) => {
      hands.send({ type: "select", id: select.id, ...rest });
      hide();
      done();
    };
    const list = make("div", { class: "select-list", role: "listbox", tabindex: 0, "aria-label": "Options", "aria-multiselectable": String(select.multiple), "aria-disabled": String(!may), "data-testid": "select" });
    const mark = () => rows.forEach(({ row, option }) => row.setAttribute("aria-selected", String(chosen.has(option.index))));
    const pick = (/** @type {import("./protocol.js").Option} */ option) => {
      if (!may || option.disabled) return;
      if (!select.multiple) return send({ indexes: [option.index] });
      chosen.has(option.index) ? chosen.delete(option.index) : chosen.add(option.index);
      mark();
    };
    const rows = select.options.map((option) => ({ option, row: drawOption(option, () => pick(option)) }));
    list.append(...withGroups(rows));
    mark();
    listenToKeys(list, rows, { pick, cancel: () => may && send({ cancel: true }), apply: () => select.multiple && may && send({ indexes: [...chosen].sort((a, b) => a - b) }) });
    const actions = select.multiple && may
      ? [make("div", { class: "actions" }, make("button", { type: "button", class: "button primary", onclick: () => send({ indexes: [...chosen].sort((a, b) => a - b) }) }, "Choose"))] : [];
    const shade = make("div", { class: "select-shade", onclick: () => may && send({ cancel: true }) });
    const box = make("div", { class: "select-box" }, list, ...actions);
    element.replaceChildren(shade, box);
    element.hidden = false;
    again = () => lay(box, select);
    again();
    if (may) list.focus({ preventScroll: true });
    (rows.find(({ option }) => option.selected) ?? rows[0])?.row.scrollIntoView({ block: "nearest" });
  }

  /** Beneath the box of the page, or above it where there is more room. @param {HTMLElement} box @param {Select} select */
  function lay(box, { rect }) {
    const frame = picture.shown;
    if (!frame) return;
    const outer = stage.getBoundingClientRect();
    const at = inViewer(rect, picture.canvas.getBoundingClientRect(), frame);
    const [top, bottom] = [at.top - outer.top, at.top + at.height - outer.top];
    const isBelow = outer.height - bottom >= Math.min(220, top);
    const width = Math.min(Math.max(at.width, 160), outer.width - 16);
    box.style.width = `${width}px`;
    box.style.left = `${Math.min(Math.max(at.left - outer.left, 8), outer.width - width - 8)}px`;
    box.style.maxHeight = `${Math.max(120, (isBelow ? outer.height - bottom : top) - 12)}px`;
    box.style.top = isBelow ? `${bottom + 2}px` : "";
    box.style.bottom = isBelow ? "" : `${outer.height - top + 2}px`;
  }

  stage.append(element);
  new ResizeObserver(() => again()).observe(stage);
  return {
    /** Lays the list anew, for another size of the picture. */
    lay: () => again(),
    /** @param {Select | null} select @param {boolean} may */
    update(select, may) {
      const key = select ? JSON.stringify([select.id, select.options, may]) : "";
      if (key === drawn) return;
      if (!select) return hide();
      drawn = key;
      draw(select, may);
    },
  };
}

/** @typedef {{ row: HTMLElement, option: import("./protocol.js").Option }} Row */

/** @param {import("./protocol.js").Option} option @param {() => void} pick */
function drawOption(option, pick) {
  return make("div", { class: "select-option", role: "option", id: `option-${option.index}`, "aria-disabled": String(option.disabled), onclick: pick }, option.label || "\u00a0");
}

/** @param {Row[]} rows */
function withGroups(rows) {
  let group = /** @type {string | null} */ (null);
  return rows.flatMap(({ row, option }) => {
    const heading = option.group && option.group !== group ? [make("div", { class: "select-group", role: "presentation" }, option.group)] : [];
    group = option.group;
    return [...heading, row];
  });
}

/**
 * Arrows, Home, End, Enter, Escape, and letters that look for a label.
 * @param {HTMLElement} list @param {Row[]} rows
 * @param {{ pick(option: Row["option"]): void, cancel(): void, apply(): void }} run
 */
function listenToKeys(list, rows, { pick, cancel, apply }) {
  const open = rows.filter(({ option }) => !option.disabled);
  let active = Math.max(0, open.findIndex(({ option }) => option.selected));
  let typed = "";
  let typedAt = 0;
  const show = () => {
    open.forEach(({ row }, index) => row.toggleAttribute("data-active", index === active));
    list.setAttribute("aria-activedescendant", open[active]?.row.id ?? "");
    open[active]?.row.scrollIntoView({ block: "nearest" });
  };
  show();
  list.addEventListener("keydown", (event) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: open.length - 1, PageDown: active + 10, PageUp: active - 10 }[event.key];
    if (to !== undefined) active = Math.min(Math.max(to, 0), open.length - 1);
    else if (event.key === " " && open[active]) pick(open[active].option);
    else if (event.key === "Enter" && open[active]) (apply(), list.getAttribute("aria-multiselectable") === "false" && pick(open[active].option));
    else if (event.key === "Escape") cancel();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      typed = event.timeStamp - typedAt < 800 ? typed + event.key : event.key;
      typedAt = event.timeStamp;
      const found = open.findIndex(({ option }) => option.label.toLowerCase().startsWith(typed.toLowerCase()));
      if (found >= 0) active = found;
    } else return;
    event.preventDefault();
    show();
  });
}
