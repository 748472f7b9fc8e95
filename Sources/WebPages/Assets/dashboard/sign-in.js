// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { API, CallError } from "./api.js";

const wrongKey = "This key is not valid. It is in the server's file admin.key; “martlet keys create” makes another.";

/**
 * The form that asks for a key.
 * @param {HTMLElement} page
 * @param {string | null} notice Why it is asked for.
 * @param {(session: import("./session.js").Session) => void} begin Called with a key that is good.
 */
export function showSignIn(page, notice, begin) {
  document.title = "Sign in · Martlet";
  const problem = make("p", { class: "problem", role: "alert", id: "key-problem", "data-testid": "sign-in-problem" });
  const key = make("input", {
    id: "key", name: "key", type: "password", class: "field", autocomplete: "off", spellcheck: "false", autocapitalize: "off", required: true,
    placeholder: "bctrl_…", "aria-describedby": "key-hint key-problem",
  });
  const button = make("button", { type: "submit", class: "button primary" }, "Sign in");
  const form = make(
    "form",
    { class: "sign-in", "data-testid": "sign-in", onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), submit()) },
    make("h1", {}, "Sign in"),
    notice && make("p", { class: "notice-text", "data-testid": "sign-in-notice" }, icon("alert"), make("span", {}, notice)),
    make("label", { for: "key" }, "API key"),
    key,
    problem,
    button,
    make(
      "p",
      { class: "hint", id: "key-hint" },
      "On the server's machine, ",
      make("code", {}, "martlet open"),
      " opens the dashboard signed in. The key stays in this browser until you sign out or close its tabs.",
    ),
  );
  page.replaceChildren(form);
  key.focus();

  async function submit() {
    const secret = key.value.trim();
    if (!/^[\x21-\x7e]+$/.test(secret)) {
      problem.textContent = secret ? wrongKey : "";
      return key.focus();
    }
    button.disabled = true;
    problem.textContent = "";
    try {
      await new API(secret).get("/auth/whoami");
      key.value = "";
      begin({ secret, keyId: null, expiresAt: null });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      problem.textContent = error.status === 401 ? wrongKey : error.message;
      key.focus();
      key.select();
    } finally {
      button.disabled = false;
    }
  }
}
