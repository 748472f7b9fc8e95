// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { controlWords, holderWords } from "./words.js";

/**
 * Who is in control, and the button that takes or gives back.
 * @param {{ take(): void, release(): void }} run
 */
export function makeControl(run) {
  const name = make("span", { class: "holder-name" });
  const detail = make("span", { class: "visually-hidden" });
  const holder = make("span", { class: "holder", role: "status", "data-testid": "holder", hidden: true }, icon("person"), name, detail);
  const verb = make("span", {});
  const label = make("span", {}, verb, make("span", { class: "control-word" }, " control"));
  const button = make("button", { type: "button", class: "button primary control", "data-testid": "control", hidden: true }, icon("pointer"), label);
  let action = /** @type {"take" | "release"} */ ("take");
  button.addEventListener("click", () => run[action]());
  return {
    holder,
    button,
    /** @param {import("./model.js").Model} model */
    update(model) {
      const who = holderWords(model);
      holder.hidden = !who;
      if (who) {
        setAttribute(holder, "data-holder", who.code);
        setAttribute(holder, "title", who.detail || null);
        setText(name, who.text);
        setText(detail, who.detail);
      }
      const words = controlWords(model);
      button.hidden = !words;
      if (!words) return;
      action = words.action;
      button.disabled = !words.enabled;
      button.classList.toggle("primary", !words.pressed);
      button.classList.toggle("outlined", words.pressed);
      setAttribute(button, "data-action", words.action);
      setText(verb, words.verb);
    },
  };
}
