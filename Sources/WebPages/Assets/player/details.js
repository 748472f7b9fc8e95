// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/** One event in full, beneath the lists. */
export function makeDetails() {
  const element = make("section", { class: "details", hidden: true, "aria-label": "The event", "data-testid": "details" });
  const hide = () => void (element.hidden = true);
  return {
    element,
    hide,
    /** @param {Record<string, any>} row */
    show(row) {
      const span = row.durationSeconds === undefined ? {} : { durationSeconds: row.durationSeconds };
      element.replaceChildren(
        make("header", {}, make("span", {}, `${row.seq} · ${row.type}${row.status ? ` · ${row.status}` : ""}`), make("button", { type: "button", class: "button icon-only", "aria-label": "Close", onclick: hide }, icon("close"))),
        make("pre", { tabindex: 0 }, JSON.stringify({ time: row.time, pageId: row.pageId, ...span, ...row.data }, null, 2)),
      );
      element.hidden = false;
    },
  };
}
