// @ts-check
import { make, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { timeLeft } from "./words.js";

/**
 * What the agent asks a person to do, with the button that says it is done.
 * @param {{ done(): void }} run
 */
export function makeRequest(run) {
  const text = make("p", { class: "request-text" });
  const time = make("span", { class: "request-time" });
  const done = make("button", { type: "button", class: "button", "data-testid": "done", onclick: () => run.done() }, icon("check"), "Done");
  const body = make("div", { class: "request-body" }, make("h2", {}, "The agent asks for a person"), text);
  const actions = make("div", { class: "actions" }, time, done);
  const element = make("section", { class: "request", role: "region", "aria-label": "Request of the agent", "aria-live": "assertive", "data-testid": "human-action", hidden: true }, icon("person"), body, actions);
  /** @type {string | null} */
  let expiresAt = null;
  return {
    element,
    /** @param {import("./protocol.js").HumanAction | null} action @param {{ may: boolean, mine: boolean }} person */
    update(action, { may, mine }) {
      element.hidden = !action;
      expiresAt = action?.expiresAt ?? null;
      if (!action) return;
      setText(text, action.message);
      done.hidden = !may;
      done.classList.toggle("primary", mine);
      done.classList.toggle("outlined", !mine);
    },
    /** @param {number} now The server's clock, milliseconds since 1970. */
    tick: (now) => setText(time, expiresAt ? `${timeLeft(Date.parse(expiresAt) - now)} left` : ""),
  };
}
