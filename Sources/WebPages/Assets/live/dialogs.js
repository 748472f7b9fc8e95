// @ts-check
import { make } from "../shared/dom.js";
import { cardButton, makeCard } from "./card.js";

/** @typedef {import("./protocol.js").Dialog} Dialog */

/**
 * The page's alert, confirm, prompt and beforeunload, which a headless browser does not show.
 * @param {{ hands: import("./hands.js").Hands, done(): void }} options `done`: after the answer, to give the focus back to the picture.
 */
export function makeDialogs({ hands, done }) {
  return makeCard("dialog", (/** @type {Dialog} */ dialog, may, hide) => {
    const { id, kind, message, defaultText } = dialog;
    const field = kind === "prompt" ? make("input", { class: "field", type: "text", "aria-label": "Answer", readonly: !may }) : null;
    if (field) field.value = defaultText;
    const answer = (/** @type {boolean} */ accept) => {
      hands.send({ type: "dialog", id, accept, ...(field && accept ? { text: field.value } : {}) });
      hide();
      done();
    };
    const agree = cardButton(kind === "beforeunload" ? "Leave" : "OK", () => answer(true), "primary");
    const buttons = kind === "alert" ? [agree] : [cardButton(kind === "beforeunload" ? "Stay" : "Cancel", () => answer(false)), agree];
    const form = make("form", { class: "card-form" }, field, may ? make("div", { class: "actions" }, ...buttons) : waiting());
    form.addEventListener("submit", (event) => (event.preventDefault(), may && answer(true)));
    form.addEventListener("keydown", (event) => (event.key === "Escape" && may ? answer(false) : undefined));
    const words = message || (kind === "beforeunload" ? "Changes you made may not be saved." : "");
    return { title: titles[kind] ?? "The page says", text: words, body: [form], focus: field ?? agree };
  });
}

const titles = { alert: "The page says", confirm: "The page asks", prompt: "The page asks", beforeunload: "Leave this page?" };

function waiting() {
  return make("p", { class: "soft" }, "Whoever is in control answers this.");
}
