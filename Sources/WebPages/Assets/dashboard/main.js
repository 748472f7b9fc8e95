// @ts-check
// Signs in, and shows the page of the address.

import { byID, make, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { API, CallError, exchange } from "./api.js";
import { codeOf, placeOf } from "./places.js";
import { showRun } from "./run.js";
import { showRuns } from "./runs.js";
import { showRuntimes } from "./runtimes.js";
import { Sessions } from "./session.js";
import { showSignIn } from "./sign-in.js";

/**
 * What every page is given.
 * @typedef {{
 *   api: API,
 *   page: HTMLElement,
 *   seconds: number,
 *   trouble(error: CallError | null): void,
 *   atLeave(task: () => Promise<unknown>): void,
 * }} Frame `seconds`: how long what it makes may last. `trouble` says over the page why it is not up to date; null: it is. `atLeave`: what is to be done when the page is left.
 */

/** Sessions last no longer. */
const longest = 43_200;

const page = byID("page");
const sessions = new Sessions(() => location.reload());
/** @type {(() => Promise<unknown>)[]} */
const farewells = [];
/** Whether this page's session is over: told once, however many calls find out. */
let isOver = false;
const sayFarewell = () => Promise.all(farewells.map((task) => task()));
window.addEventListener("pagehide", sayFarewell);
start();

async function start() {
  const code = takeCode();
  const notice = code ? await useCode(code) : null;
  const session = sessions.current ?? (notice ? null : await sessions.ask());
  if (session) show(session);
  else showSignIn(page, notice, begin);
}

/** Takes the one-time code out of the address at once, so that it stays in no history. */
function takeCode() {
  const { code, rest } = codeOf(location.hash);
  if (code) history.replaceState(null, "", `${location.pathname}${location.search}${rest}`);
  return code;
}

/** @param {string} code @returns {Promise<string | null>} Why it did not sign in. */
async function useCode(code) {
  try {
    sessions.begin(await exchange(code));
    return null;
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    // Whoever opens a link a second time in a tab that is signed in goes on.
    if (sessions.current) return null;
    return error.status === 401
      ? "This link was used already, or it is older than five minutes. Make a new one with “martlet open”, or sign in with a key."
      : error.message;
  }
}

/** @param {import("./session.js").Session} session */
function begin(session) {
  sessions.begin(session);
  show(session);
}

/** @param {import("./session.js").Session} session */
function show(session) {
  const api = new API(session.secret, lapsed);
  const place = placeOf(location.pathname);
  drawTop(api, session, place.page);
  page.replaceChildren();
  const rest = session.expiresAt ? Math.floor((Date.parse(session.expiresAt) - Date.now()) / 1000) : longest;
  const seconds = Math.max(1, Math.min(longest, rest));
  const frame = { api, page, seconds, trouble: showTrouble, atLeave: (/** @type {() => Promise<unknown>} */ task) => void farewells.push(task) };
  if (place.page === "run") showRun(frame, place.id);
  else if (place.page === "runtimes") showRuntimes(frame);
  else showRuns(frame);
}

/** The key opens nothing any more. */
function lapsed() {
  if (isOver) return;
  isOver = true;
  sessions.forget();
  showTrouble(null);
  byID("places").hidden = true;
  byID("account").replaceChildren();
  showSignIn(page, "Your session has ended, or its key was revoked. Sign in again.", (session) => (sessions.begin(session), location.reload()));
}

/** @param {API} api @param {import("./session.js").Session} session @param {string} current */
function drawTop(api, session, current) {
  const link = (/** @type {string} */ href, /** @type {string} */ text, /** @type {boolean} */ isCurrent) =>
    make("a", { href, "aria-current": isCurrent ? "page" : null }, text);
  const places = byID("places");
  places.hidden = false;
  places.replaceChildren(link("/", "Runs", current === "runs"), link("/runtimes", "Runtimes", current === "runtimes"), link("/docs", "Docs", false));
  byID("account").replaceChildren(
    make("button", { type: "button", class: "button", "data-testid": "sign-out", title: "Forget the key in all tabs", onclick: () => signOut(api, session) }, icon("lock"), make("span", { class: "label" }, "Sign out")),
  );
}

/** A session's own key is revoked; one that was typed in stays good. @param {API} api @param {import("./session.js").Session} session */
async function signOut(api, session) {
  isOver = true;
  sessions.end();
  await sayFarewell();
  if (session.keyId) await api.delete(`/api-keys/${session.keyId}`).catch(() => {});
  location.assign("/");
}

/** @param {CallError | null} error */
function showTrouble(error) {
  const element = byID("trouble");
  element.hidden = !error || error.status === 401;
  if (error) setText(element, error.status === 0 ? "The server cannot be reached. What you see may be old; trying again." : error.message);
}
