// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { keyHelp } from "./keys.js";

/** The dialog that lists the keys. @returns {{ element: HTMLDialogElement, toggle(): void }} */
export function makeHelp() {
  const close = make("button", { type: "button", class: "button icon-only", "aria-label": "Close", onclick: () => element.close() }, icon("close"));
  const list = make("dl", { class: "help-list" });
  for (const { keys, says } of keyHelp) {
    list.append(make("dt", {}, ...keys.map((key) => make("kbd", {}, key))), make("dd", {}, says));
  }
  const element = make(
    "dialog",
    { class: "sheet", "aria-labelledby": "help-title", "data-testid": "help" },
    make("header", {}, make("h2", { id: "help-title" }, "Keys"), close),
    make("div", { class: "sheet-body" }, list),
  );
  element.addEventListener("click", (event) => event.target === element && element.close());
  return {
    element,
    toggle() {
      if (element.open) element.close();
      else element.showModal();
    },
  };
}
