// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/**
 * The address bar with back, forward and reload; the address alone for those who may only watch.
 * @param {{ go(url: string): void, step(action: "back" | "forward" | "reload"): void, left(): void }} options
 *   `left`: after the address was sent or given up, to give the focus back to the picture.
 */
export function makeBar({ go, step, left }) {
  const back = tool("back", "Back", () => step("back"));
  const forward = tool("forward", "Forward", () => step("forward"));
  const reload = tool("reload", "Reload", () => step("reload"));
  const buttons = make("div", { class: "bar-tools", hidden: true }, back, forward, reload);
  const field = make("input", {
    class: "address", type: "text", inputmode: "url", enterkeyhint: "go", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    placeholder: "Address", "aria-label": "Address", "data-testid": "address", readonly: true,
  });
  const form = make("form", { class: "address-form" }, field);
  let url = "";

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = field.value.trim();
    if (field.readOnly || !typed) return;
    go(typed);
    left();
  });
  field.addEventListener("focus", () => field.select());
  field.addEventListener("blur", () => void (field.value = url));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    field.value = url;
    left();
  });

  return {
    element: make("div", { class: "bar-address" }, buttons, form),
    focus: () => field.focus(),
    /** Asks for the address of a tab that is about to come. */
    askFor() {
      field.value = "";
      field.focus();
    },
    /** @param {string} address @param {{ forInput: boolean, may: boolean }} person */
    update(address, { forInput, may }) {
      buttons.hidden = !forInput;
      for (const button of [back, forward, reload]) button.disabled = !may;
      field.readOnly = !may;
      if (address === url) return;
      url = address;
      if (document.activeElement !== field || field.readOnly) field.value = url;
      field.title = url;
    },
  };
}

/** @param {import("../shared/icons.js").IconName} name @param {string} label @param {() => void} run */
export function tool(name, label, run) {
  return make("button", { type: "button", class: "button icon-only", "aria-label": label, title: label, onclick: run }, icon(name));
}
