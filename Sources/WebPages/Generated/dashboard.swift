// Made by scripts/generate from Sources/WebPages/Assets/dashboard. Edit those.
// swift-format-ignore-file

extension WebPages {
    static let dashboard: [String: String] = [
"dashboard/api.js": ###"""
// @ts-check
// Calls the server's public API with the key of whoever looks.

/** Why a call did not do what it was asked. `status` 0: the server cannot be reached. */
export class CallError extends Error {
  /** @param {number} status @param {string} code @param {string} message */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** @typedef {Record<string, string | number | string[] | null | undefined>} Query */

/** A caller with a key. Every method throws {@link CallError}. */
export class API {
  #secret;
  #refused;

  /** @param {string} secret The key. @param {() => void} refused Called when the key opens nothing (any more). */
  constructor(secret, refused = () => {}) {
    this.#secret = secret;
    this.#refused = refused;
  }

  /** @param {string} path Beneath `/v1`. @param {Query} [query] @returns {Promise<any>} */
  get(path, query = {}) {
    return this.#call("GET", addressOf(path, query));
  }

  /** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  post(path, body = {}) {
    return this.#call("POST", addressOf(path, {}), { body: JSON.stringify(body) });
  }

  /** Also while the page is being left. @param {string} path @returns {Promise<any>} */
  delete(path) {
    return this.#call("DELETE", addressOf(path, {}), { keepalive: true });
  }

  /** @param {string} method @param {string} address @param {RequestInit} [options] */
  async #call(method, address, options = {}) {
    /** @type {Record<string, string>} */
    const headers = { authorization: `Bearer ${this.#secret}` };
    if (options.body) headers["content-type"] = "application/json";
    const response = await send(address, { ...options, method, headers });
    if (response.status === 401) this.#refused();
    return answerOf(response);
  }
}

/** Exchanges a one-time code for a session. @param {string} code @returns {Promise<import("./session.js").Session>} */
export async function exchange(code) {
  const headers = { "content-type": "application/json" };
  const response = await send("/v1/dashboard/sessions", { method: "POST", headers, body: JSON.stringify({ code }) });
  const { data, secret } = await answerOf(response);
  return { secret, keyId: data.id, expiresAt: data.expiresAt };
}

/** @param {string} path @param {Query} query */
function addressOf(path, query) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null && one !== undefined) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  return `/v1${path}${text && "?"}${text}`;
}

/** @param {string} address @param {RequestInit} options */
async function send(address, options) {
  try {
    return await fetch(address, { ...options, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
  } catch {
    throw new CallError(0, "unreachable", "The server cannot be reached.");
  }
}

/** @param {Response} response */
async function answerOf(response) {
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  const words = [body?.error ?? `The server answered ${response.status}.`, body?.hint].filter(Boolean).join(" ");
  throw new CallError(response.status, body?.code ?? "", words);
}

"""###,
"dashboard/dashboard.css": ###"""
/* The dashboard: its frame, lists and forms. */

body { display: flex; flex-direction: column; min-height: 100dvh; height: auto; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
h1 { margin: 0; font-size: 20px; font-weight: 650; letter-spacing: -.015em; }
code { font: .92em/1.4 var(--mono); }

.skip { position: absolute; left: -999px; z-index: 9; padding: 10px 14px; background: var(--surface); }
.skip:focus { left: 8px; top: 8px; }

.top {
  display: flex;
  align-items: center;
  gap: 8px 22px;
  flex: none;
  height: 52px;
  padding: 0 20px;
  background: var(--surface);
  border-bottom: 1px solid var(--line);
}
.brand { display: flex; align-items: center; gap: 9px; color: var(--text); font-weight: 650; font-size: 15px; letter-spacing: -.01em; }
.brand:hover { text-decoration: none; }
.brand img { border-radius: 6px; }
.top nav { display: flex; align-self: stretch; gap: 4px; }
.top nav a { display: flex; align-items: center; padding: 2px 10px 0; border-bottom: 2px solid transparent; color: var(--text-soft); font-weight: 550; }
.top nav a:hover { color: var(--text); text-decoration: none; }
.top nav a[aria-current] { color: var(--text); border-bottom-color: var(--accent); }
.account { margin-left: auto; }
.account .button { color: var(--text-soft); }

.trouble { margin: 0; padding: 8px 20px; background: var(--bad-wash); color: var(--bad); font-weight: 500; }
main { flex: 1; display: flex; flex-direction: column; min-width: 0; min-height: 0; }
main:focus { outline: none; }

.sheet { width: 100%; max-width: 1360px; margin: 0 auto; padding: 24px 24px 48px; }
.title { display: flex; flex-wrap: wrap; align-items: center; gap: 12px 20px; margin-bottom: 16px; }
.title h1 { flex: 1; }
.filters { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
.loading { padding: 40px; text-align: center; color: var(--text-soft); }
.problem { margin: 0 0 12px; color: var(--bad); }
.problem:empty { display: none; }

.field {
  height: 34px;
  min-width: 0;
  padding: 0 10px;
  border: 1px solid var(--line-strong);
  border-radius: var(--radius-small);
  background: var(--surface);
  color: var(--text);
  font: inherit;
}
.field::placeholder { color: var(--text-faint); opacity: 1; }
select.field { max-width: 220px; }
.create .field { width: 230px; }

.segments { display: inline-flex; padding: 2px; gap: 2px; border-radius: 8px; background: var(--sunken); border: 1px solid var(--line); }
.segment {
  display: inline-flex;
  align-items: center;
  height: 28px;
  padding: 0 12px;
  border: 0;
  border-radius: 6px;
  background: transparent;
  color: var(--text-soft);
  font: inherit;
  font-weight: 550;
  cursor: pointer;
}
.segment:hover { color: var(--text); text-decoration: none; }
.segment[aria-current], .segment[aria-pressed="true"] { background: var(--raised); color: var(--text); box-shadow: 0 1px 2px rgb(0 0 0 / 18%); }

.button.accent { color: var(--accent); }
a.button:hover { text-decoration: none; }

/* Tables */

.table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
.table thead th { padding: 9px 16px; border-bottom: 1px solid var(--line); color: var(--text-faint); font-size: 12px; font-weight: 550; text-align: left; white-space: nowrap; }
.table tbody th, .table td { padding: 11px 16px; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; vertical-align: middle; }
.table tbody tr:last-child > * { border-bottom: 0; }
.table tbody tr { position: relative; }
.table tbody tr:has(.whole):hover { background: var(--hover); }
.table .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.table .whole { color: inherit; display: block; }
.table .whole::after { content: ""; position: absolute; inset: 0; }
.table .whole:hover { text-decoration: none; }
.table .whole:focus-visible { outline: none; }
.table .whole:focus-visible::after { outline: 2px solid var(--accent); outline-offset: -2px; border-radius: 8px; }
.table .plain { display: block; color: inherit; }
.table .name { display: block; font-weight: 600; overflow-wrap: anywhere; }
.id { font: 12px/1.4 var(--mono); color: var(--text-faint); }
.table time { white-space: nowrap; }
.table .none { color: var(--text-faint); }
.table .why { display: block; margin-top: 4px; font-size: 12.5px; color: var(--bad); }
.table .actions { text-align: right; white-space: nowrap; }
.table .actions .button + .button { margin-left: 8px; }
.status[data-breathes="true"]::before { animation: status-breath 2s ease-in-out infinite; }

.pages { display: flex; justify-content: space-between; gap: 8px; margin-top: 16px; }
.pages a:only-child[data-testid="older"] { margin-left: auto; }

/* Where there is nothing */

.empty { display: grid; justify-items: center; gap: 10px; padding: 64px 24px; text-align: center; }
.body > .empty { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
.empty h1, .empty h2 { margin: 0; font-size: 17px; font-weight: 600; }
.empty p { margin: 0; max-width: 52ch; color: var(--text-soft); text-wrap: pretty; }
.command { display: flex; align-items: center; gap: 8px; margin: 4px 0; padding: 4px 4px 4px 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--sunken); }

/* Signing in */

.sign-in { display: grid; gap: 10px; width: min(420px, calc(100vw - 32px)); margin: min(14vh, 120px) auto 40px; padding: 26px; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
.sign-in h1 { margin-bottom: 4px; }
.sign-in label { font-weight: 550; }
.sign-in .field { height: 38px; font-family: var(--mono); }
.sign-in .button { height: 38px; }
.sign-in .problem { margin: 0; }
.hint { margin: 4px 0 0; font-size: 13px; color: var(--text-soft); text-wrap: pretty; }
.notice-text { display: flex; gap: 10px; margin: 0 0 6px; padding: 10px 12px; border-radius: 8px; background: var(--bad-wash); color: var(--text); text-wrap: pretty; }
.notice-text .icon { color: var(--bad); }

@media (max-width: 720px) {
  .top { padding: 0 12px; gap: 8px; }
  .top nav { gap: 0; }
  .top nav a { padding: 2px 8px 0; }
  .account .label { display: none; }
  .sheet { padding: 16px 12px 40px; }
  .title h1 { flex: 0 0 100%; }
  .filters { flex: 1; }
  .filters .segments { flex: 1 0 100%; }
  .filters .segment { flex: 1; justify-content: center; padding: 0 6px; }
  select.field { flex: 1; max-width: none; }
  .create .field { flex: 1; width: auto; }

  .table, .table tbody { display: block; }
  .table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .table tbody tr { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; padding: 12px 14px; border-bottom: 1px solid var(--line); }
  .table tbody tr:last-child { border-bottom: 0; }
  .table tbody th, .table td { padding: 0; border: 0; }
  .table tbody th { flex: 1 1 0; min-width: 40%; }
  .table tbody th + td { flex: 0 1 auto; max-width: 56%; text-align: right; }
  .table tbody td:has(> .none) { display: none; }
  .table td.number { text-align: left; }
  .table td + td:not(.actions) { font-size: 13px; color: var(--text-soft); }
  .table td.number[data-title="Events"]::after { content: " events"; }
  .table .actions { flex: 1 0 100%; text-align: left; }
}
@media (max-width: 400px) {
  .brand { font-size: 0; gap: 0; }
}

"""###,
"dashboard/index.html": ###"""
<!doctype html>
<html lang="en" data-theme="{{theme}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Martlet</title>
<link rel="icon" href="{{assets}}/shared/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{{assets}}/shared/style.css">
<link rel="stylesheet" href="{{assets}}/dashboard/dashboard.css">
<link rel="stylesheet" href="{{assets}}/dashboard/run.css">
<script type="module" src="{{assets}}/dashboard/main.js"></script>
</head>
<body>
<a class="skip" href="#page">Skip to the page</a>
<header class="top">
  <a class="brand" href="/"><img src="{{assets}}/shared/icon.svg" alt="" width="24" height="24">Martlet</a>
  <nav id="places" aria-label="Dashboard" hidden></nav>
  <div class="account" id="account"></div>
</header>
<p class="trouble" id="trouble" role="status" hidden></p>
<main id="page" tabindex="-1"></main>
<noscript><div class="empty"><h1>The dashboard needs JavaScript</h1><p>Switch it on for this page. The documentation at <a href="/docs">/docs</a> does without.</p></div></noscript>
</body>
</html>

"""###,
"dashboard/main.js": ###"""
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

"""###,
"dashboard/parts.js": ###"""
// @ts-check
// Small parts that several pages have.

import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { makeStatus } from "../shared/status.js";
import { statusWords } from "./words.js";

/** The pill of a status. @param {string} status */
export function pill(status) {
  const { text, tone } = statusWords(status);
  const { element, set } = makeStatus();
  set(status, text, tone);
  element.removeAttribute("role");
  element.dataset.breathes = String(status === "active");
  return element;
}

/**
 * What stands where there is nothing to show.
 * @param {string} title @param {...import("../shared/dom.js").Child} children
 */
export function empty(title, ...children) {
  return make("div", { class: "empty", "data-testid": "empty" }, make("h2", {}, title), ...children);
}

/** @param {string} text A command for a terminal. */
export function command(text) {
  return make("pre", { class: "command" }, make("code", {}, text), copyButton(text, "Copy the command"));
}

/**
 * A button that copies, and says that it did.
 * @param {string | (() => Promise<string>)} text @param {string} label @param {string} [words] Beside the icon.
 */
export function copyButton(text, label, words) {
  const button = make("button", { type: "button", class: words ? "button outlined" : "button icon-only copy", title: label, "aria-label": words ? null : label, "data-focus": "copy", onclick: copy });
  const draw = (/** @type {import("../shared/icons.js").IconName} */ name) => button.replaceChildren(icon(name), ...(words ? [make("span", { class: "label" }, words)] : []));
  draw("clipboard");
  async function copy() {
    const isDone = await write(typeof text === "string" ? text : await text().catch(() => ""));
    draw(isDone ? "check" : "alert");
    button.title = isDone ? "Copied" : "It could not be copied";
    setTimeout(() => {
      draw("clipboard");
      button.title = label;
    }, 1_600);
  }
  return button;
}

/** Pages without TLS on other machines have no `navigator.clipboard`. @param {string} text */
async function write(text) {
  if (!text) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make("textarea", { class: "visually-hidden", "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    return isDone;
  }
}

"""###,
"dashboard/places.js": ###"""
// @ts-check
// The dashboard's addresses. Pure.

/**
 * @typedef {{ page: "runs" } | { page: "run", id: string } | { page: "runtimes" }} Place
 * @typedef {{ status: string | null, runtime: string | null, cursor: string | null }} RunsQuery
 */

/** @param {string} path @returns {Place} */
export function placeOf(path) {
  const parts = path.split("/").filter(Boolean);
  if (parts[0] === "runtimes") return { page: "runtimes" };
  if (parts[0] === "runs" && parts[1]) return { page: "run", id: decoded(parts[1]) };
  return { page: "runs" };
}

/** @param {string} id */
export function runAddress(id) {
  return `/runs/${encodeURIComponent(id)}`;
}

/** What a list's address asks for. @param {string} search @returns {RunsQuery} */
export function runsQueryOf(search) {
  const query = new URLSearchParams(search);
  return {
    status: query.get("status") || null,
    runtime: query.get("runtime") || null,
    cursor: query.get("cursor") || null,
  };
}

/** @param {Partial<RunsQuery>} query */
export function runsAddress({ status, runtime, cursor }) {
  const query = new URLSearchParams();
  if (status) query.set("status", status);
  if (runtime) query.set("runtime", runtime);
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return text ? `/?${text}` : "/";
}

/**
 * The one-time code of a fragment, and the fragment without it.
 * @param {string} hash
 * @returns {{ code: string | null, rest: string }}
 */
export function codeOf(hash) {
  const parts = hash.replace(/^#/, "").split("&").filter(Boolean);
  const code = parts.find((part) => part.startsWith("code="));
  const rest = parts.filter((part) => part !== code).join("&");
  return { code: code ? decoded(code.slice("code=".length)) : null, rest: rest && `#${rest}` };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

"""###,
"dashboard/poll.js": ###"""
// @ts-check
import { CallError } from "./api.js";

/** After a failure: this long, doubling up to the last. */
const firstRetry = 1_000;
const lastRetry = 15_000;

/**
 * Looks now, and again and again, while the page is seen.
 * @param {() => Promise<number | null>} look Answers the pause in milliseconds until the next look; null: nothing changes any more.
 * @param {(error: CallError | null) => void} trouble Told when it cannot look, and null when it can again.
 * @returns {{ now(): void }} `now` looks at once.
 */
export function keepFresh(look, trouble) {
  let timer = 0;
  let retry = firstRetry;
  let isBusy = false;
  let isAsked = false;

  async function turn() {
    if (isBusy) {
      isAsked = true;
      return;
    }
    clearTimeout(timer);
    isBusy = true;
    isAsked = false;
    const pause = await once();
    isBusy = false;
    if (isAsked) turn();
    else if (pause !== null && !document.hidden) timer = setTimeout(turn, pause);
  }

  async function once() {
    try {
      const pause = await look();
      retry = firstRetry;
      trouble(null);
      return pause;
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      trouble(error);
      const pause = retry;
      retry = Math.min(lastRetry, retry * 2);
      return error.status === 0 || error.status >= 500 ? pause : null;
    }
  }

  document.addEventListener("visibilitychange", () => document.hidden || turn());
  turn();
  return { now: turn };
}

"""###,
"dashboard/run-head.js": ###"""
// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { countText } from "../shared/format.js";
import { icon } from "../shared/icons.js";
import { CallError } from "./api.js";
import { copyButton, pill } from "./parts.js";
import { runsAddress } from "./places.js";
import { agoText, dateText, failureWords, firstSentence, lengthText, runLength, shortID } from "./words.js";

/** @typedef {import("./words.js").Run} Run */

/** What stands above the view: which run it is, how it went, and what can be done with it. */
export class Head {
  element;
  #facts = {
    started: make("time"),
    length: make("span"),
    events: make("span"),
    files: make("span"),
  };
  #name = make("h1", {}, "Run");
  #status = make("span", { class: "head-status" });
  #failure = make("div", { "data-testid": "failure", hidden: true });
  #segments;
  /** @type {import("./viewer.js").View | null} */
  #view = null;
  #views;
  #take;

  /** @param {string} id @param {{ show(view: import("./viewer.js").View): void, download(): Promise<void> }} actions */
  constructor(id, { show, download }) {
    this.#views = {
      live: make("button", { type: "button", class: "segment", "aria-pressed": "false", "data-testid": "show-live", onclick: () => show("live") }, "Live"),
      replay: make("button", { type: "button", class: "segment", "aria-pressed": "false", "data-testid": "show-replay", onclick: () => show("replay") }, "Replay"),
    };
    this.#segments = make("div", { class: "segments", role: "group", "aria-label": "View", hidden: true }, this.#views.live, this.#views.replay);
    this.#take = make("button", { type: "button", class: "button primary", hidden: true, "data-testid": "take", onclick: () => show("steer") }, icon("pointer"), "Take control");
    const facts = make(
      "dl",
      { class: "facts" },
      fact("Started", this.#facts.started),
      fact("Duration", this.#facts.length),
      fact("Events", this.#facts.events),
      fact("Files", this.#facts.files),
      fact("Run", make("span", { class: "id", title: id }, shortID(id)), copyButton(id, "Copy the run's id")),
    );
    this.element = make(
      "header",
      { class: "run-head" },
      make(
        "div",
        { class: "run-title" },
        make("a", { class: "button icon-only back", href: "/", "aria-label": "All runs", title: "All runs" }, icon("back")),
        this.#name,
        this.#status,
        facts,
        make("div", { class: "run-actions" }, this.#segments, this.#take, exportButton(download)),
      ),
      this.#failure,
    );
  }

  /** @param {Run} run */
  update(run) {
    this.#status.replaceChildren(pill(run.status));
    setText(this.#facts.events, countText(run.counts?.events ?? 0));
    setText(this.#facts.files, countText(run.counts?.files ?? 0));
    this.#failure.hidden = !run.failure;
    if (run.failure) this.#failure.replaceChildren(failure(run.failure));
    const isActive = run.status === "active";
    this.#segments.hidden = !isActive;
    this.#drawTake(isActive);
    this.tick(run);
  }

  /** @param {Run} run */
  tick(run) {
    const [now, started] = [Date.now(), Date.parse(run.startedAt)];
    this.#facts.started.dateTime = run.startedAt;
    this.#facts.started.title = agoText(started, now);
    setText(this.#facts.started, dateText(started));
    setText(this.#facts.length, lengthText(runLength(run, now)));
  }

  /** @param {string} name The runtime's. @param {string} runtime */
  name(name, runtime) {
    this.#name.replaceChildren(make("a", { href: runsAddress({ runtime }), title: "All runs of this runtime" }, name));
  }

  /** @param {import("./viewer.js").View} view */
  choose(view) {
    setAttribute(this.#views.live, "aria-pressed", String(view !== "replay"));
    setAttribute(this.#views.replay, "aria-pressed", String(view === "replay"));
    this.#view = view;
    this.#drawTake(!this.#segments.hidden);
  }

  /** A view that is in control has the buttons for it. @param {boolean} isActive */
  #drawTake(isActive) {
    this.#take.hidden = !isActive || this.#view === "steer";
  }
}

/** Why it failed: a sentence first, all that is known on request. @param {import("./words.js").Failure} failure */
function failure({ code, message }) {
  const [first, rest] = firstSentence(message);
  const words = [icon("alert"), make("span", {}, make("b", {}, failureWords({ code, message })), " ", first), make("code", {}, code)];
  if (!rest) return make("p", { class: "failure" }, ...words);
  return make("details", { class: "failure" }, make("summary", {}, ...words, make("span", { class: "more" }, "Details")), make("pre", { tabindex: 0 }, rest));
}

/** @param {string} name @param {...Node} value */
function fact(name, ...value) {
  return make("div", {}, make("dt", {}, name), make("dd", {}, ...value));
}

/** @param {() => Promise<void>} download */
function exportButton(download) {
  const label = make("span", { class: "label" }, "Export");
  const button = make("button", { type: "button", class: "button outlined", title: "Save its files, events and activity as a ZIP archive", "data-testid": "export-run", "aria-live": "polite" }, icon("down"), label);
  button.addEventListener("click", async () => {
    button.disabled = true;
    setText(label, "Exporting…");
    try {
      await download();
      setText(label, "Export");
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      setText(label, "No export");
      button.title = error.message;
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

"""###,
"dashboard/run.css": ###"""
/* The page of one run. */

[data-page="run"] { height: 100dvh; }
.run-head { flex: none; padding: 8px 20px; background: var(--surface); border-bottom: 1px solid var(--line); }
.run-title { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
.run-title h1 { font-size: 17px; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.run-title h1 a { color: inherit; }
.run-title .back { margin-left: -8px; margin-right: -6px; color: var(--text-soft); }
.run-actions { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-left: auto; }

.facts { display: flex; flex-wrap: wrap; gap: 2px 22px; margin: 0 8px; }
.facts div { display: flex; align-items: center; gap: 7px; min-height: 26px; font-size: 13px; }
.facts dt { color: var(--text-faint); }
.facts dd { display: flex; align-items: center; gap: 2px; margin: 0; font-variant-numeric: tabular-nums; white-space: nowrap; }
.facts .copy { min-width: 26px; width: 26px; height: 26px; color: var(--text-faint); }
.facts .copy .icon { width: 15px; height: 15px; }

.failure { margin: 8px 0 2px; border-radius: 8px; background: var(--bad-wash); overflow-wrap: anywhere; }
p.failure, .failure summary { display: flex; align-items: flex-start; gap: 10px; padding: 8px 12px; }
.failure summary { cursor: pointer; list-style: none; border-radius: 8px; }
.failure .icon { color: var(--bad); }
.failure span { flex: 1; }
.failure code { color: var(--text-soft); white-space: nowrap; }
.failure .more { flex: none; color: var(--accent); font-weight: 550; }
.failure pre { margin: 0; padding: 0 12px 12px 40px; max-height: 30vh; overflow: auto; font: 12px/1.5 var(--mono); white-space: pre-wrap; }

.viewer { flex: 1; min-height: 480px; display: flex; background: var(--stage); }
.viewer iframe { flex: 1; width: 100%; border: 0; }

@media (min-width: 1181px) and (max-width: 1440px) {
  .run-title:has(.segments:not([hidden])) .facts { order: 3; flex: 1 0 100%; margin: 0; padding-left: 30px; }
}
@media (max-width: 1180px) {
  .facts { order: 3; flex: 1 0 100%; margin: 0; padding-left: 30px; }
}
@media (max-width: 720px) {
  .run-head { padding: 8px 12px 10px; }
  .run-actions .label { display: none; }
  .facts { padding-left: 0; gap: 0 16px; }
  .viewer { min-height: 620px; }
  [data-page="run"] { height: auto; }
  .failure summary, p.failure { flex-wrap: wrap; }
  .failure span:not(.more) { flex: 1 0 70%; }
}
.viewer .empty { flex: 1; align-content: center; }

"""###,
"dashboard/run.js": ###"""
// @ts-check
// The page of one run: what it is, and the view of it.

import { make } from "../shared/dom.js";
import { momentOf } from "../shared/moment.js";
import { CallError } from "./api.js";
import { empty } from "./parts.js";
import { keepFresh } from "./poll.js";
import { Head } from "./run-head.js";
import { Viewer } from "./viewer.js";
import { shortID } from "./words.js";

const pause = 2_000;
/** A download must begin within this time. */
const downloadSeconds = 600;

/** @typedef {import("./words.js").Run} Run */

/** @param {import("./main.js").Frame} frame @param {string} id */
export function showRun(frame, id) {
  const { api, page, trouble } = frame;
  document.title = `Run ${shortID(id)} · Martlet`;
  document.body.dataset.page = "run";
  /** @type {Run | null} */
  let run = null;
  /** @type {import("./viewer.js").View | null} */
  let view = null;
  let wantsControl = false;
  const head = new Head(id, { show, download: () => download(api, viewer, id) });
  const viewer = new Viewer(frame, id, { message: heard });
  page.append(head.element, viewer.element);
  const fresh = keepFresh(look, trouble);
  window.addEventListener("hashchange", openMoment);
  setInterval(() => run && head.tick(run), 1_000);

  async function look() {
    try {
      received(await api.get(`/runs/${encodeURIComponent(id)}`));
    } catch (error) {
      if (!(error instanceof CallError) || error.status !== 404) throw error;
      page.replaceChildren(empty("There is no such run", make("p", {}, "Its id may have been copied only in part. "), make("p", {}, make("a", { href: "/" }, "All runs"))));
      return null;
    }
    return run?.status === "active" ? pause : null;
  }

  /** @param {Run} now */
  function received(now) {
    const isFirst = run === null;
    const hasEnded = run?.status === "active" && now.status !== "active";
    run = now;
    head.update(run);
    if (isFirst) {
      head.name(run.runtimeName, run.runtimeId);
      document.title = `${run.runtimeName} · Martlet`;
      show(run.status === "active" && !location.hash ? "live" : "replay");
    } else if (hasEnded && view !== "replay") {
      show("replay");
    }
  }

  /** @param {import("./viewer.js").View} wanted */
  async function show(wanted) {
    view = wanted;
    wantsControl = wanted === "steer";
    head.choose(wanted);
    try {
      await viewer.show(wanted, location.hash);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      // The run ended between two looks.
      if (error.code === "run.live_not_active") fresh.now();
      else viewer.say(empty("There is no view now", make("p", {}, error.message), make("button", { type: "button", class: "button primary", onclick: () => show(wanted) }, "Try again")));
    }
  }

  /** The address of this page was given another moment. */
  function openMoment() {
    const moment = momentOf(location.hash);
    if (moment === null) return;
    if (view !== "replay") return void show("replay");
    viewer.tell({ type: "bctrl:recording-pause" });
    viewer.tell({ type: "bctrl:recording-seek", seconds: moment / 1000 });
  }

  /** @param {{ type: string } & Record<string, any>} data */
  function heard(data) {
    if (data.type === "bctrl:recording-time" && !data.playing) keepMoment(data.seconds);
    if (data.type !== "bctrl:live-status") return;
    if (data.status === "ended") fresh.now();
    if (wantsControl && data.status === "live" && data.mode === "input") {
      wantsControl = false;
      viewer.tell({ type: "bctrl:live-take" });
    }
  }
}

/** The moment that is looked at stands in the address, so that it can be passed on. @param {number} seconds */
function keepMoment(seconds) {
  const hash = `#t=${Number(seconds.toFixed(2))}`;
  if (hash !== location.hash) history.replaceState(null, "", hash);
}

/**
 * Makes an archive of the run and saves it. Its bytes come by a lease, since a plain download carries no key.
 * @param {import("./api.js").API} api @param {Viewer} viewer @param {string} id
 */
async function download(api, viewer, id) {
  const file = await api.post(`/runs/${id}/files/export`, { name: `run-${id}.zip`, include: ["events", "activity"] });
  const { path } = await viewer.lease("replay", downloadSeconds);
  make("a", { href: `${path}/files/${file.id}/content`, download: file.name, rel: "noreferrer" }).click();
}

"""###,
"dashboard/runs.js": ###"""
// @ts-check
// The list of runs.

import { make, setAttribute, setText } from "../shared/dom.js";
import { countText } from "../shared/format.js";
import { icon } from "../shared/icons.js";
import { CallError } from "./api.js";
import { command, empty, pill } from "./parts.js";
import { runAddress, runsAddress, runsQueryOf } from "./places.js";
import { keepFresh } from "./poll.js";
import { cell, makeTable } from "./table.js";
import { agoText, dateText, failureWords, lengthText, runLength, shortID } from "./words.js";

const pageSize = 25;
/** Milliseconds between two looks. */
const pause = 3_000;

const statuses = [
  { status: null, label: "All" },
  { status: "active", label: "Active" },
  { status: "stopped", label: "Stopped" },
  { status: "failed", label: "Failed" },
];

/** @typedef {import("./words.js").Run} Run */

/** @param {import("./main.js").Frame} frame */
export function showRuns({ api, page, trouble }) {
  document.title = "Runs · Martlet";
  const query = runsQueryOf(location.search);
  const details = new Details(api);
  const table = makeTable({
    label: "Runs",
    testID: "runs",
    columns: [{ title: "Run" }, { title: "Status" }, { title: "Started" }, { title: "Duration", class: "number" }, { title: "Events", class: "number" }],
    key: (/** @type {Run} */ run) => run.id,
    draw: drawRun,
    tick: tickRun,
  });
  const runtimes = make("select", { class: "field", id: "runtime", "aria-label": "Runtime", "data-testid": "runtime-filter" }, make("option", { value: "" }, "All runtimes"));
  runtimes.addEventListener("change", () => location.assign(runsAddress({ ...query, runtime: runtimes.value || null, cursor: null })));
  const body = make("div", { class: "body", "aria-busy": "true" }, make("p", { class: "loading" }, "Loading…"));
  const pages = make("nav", { class: "pages", "aria-label": "Pages of runs" });
  const filter = make("div", { class: "segments", role: "group", "aria-label": "Status" }, ...statuses.map(({ status, label }) =>
    make("a", { class: "segment", href: runsAddress({ ...query, status, cursor: null }), "aria-current": status === query.status ? "true" : null }, label)));
  page.append(make("div", { class: "sheet" }, make("div", { class: "title" }, make("h1", {}, "Runs"), make("div", { class: "filters" }, filter, runtimes)), body, pages));

  keepFresh(look, trouble);
  setInterval(() => table.tick(), 1_000);

  async function look() {
    const found = await asked();
    if (!found) return null;
    await details.read(found.data);
    drawRuntimes();
    /** @type {Run[]} */
    const runs = found.data.map((/** @type {Run} */ run) => details.of(run));
    body.removeAttribute("aria-busy");
    if (runs.length) {
      table.update(runs);
      if (table.element.parentElement !== body) body.replaceChildren(table.element);
    } else if (!body.querySelector(".empty")) {
      body.replaceChildren(nothing(query));
    }
    drawPages(found.nextCursor);
    return pause;
  }

  /** The runs that the address asks for; null when it asks for what cannot be, which is said. */
  async function asked() {
    try {
      return await api.get("/runs", { status: query.status, runtimeId: query.runtime, cursor: query.cursor, limit: pageSize });
    } catch (error) {
      if (!(error instanceof CallError) || error.status !== 400) throw error;
      body.removeAttribute("aria-busy");
      body.replaceChildren(empty("There is no such list", make("p", {}, error.message), make("p", {}, make("a", { href: "/" }, "All runs"))));
      return null;
    }
  }

  /** @param {string | null} next */
  function drawPages(next) {
    const links = [
      query.cursor ? make("a", { class: "button outlined", href: runsAddress({ ...query, cursor: null }), "data-testid": "newest" }, icon("back"), "Newest") : null,
      next ? make("a", { class: "button outlined", href: runsAddress({ ...query, cursor: next }), "data-testid": "older" }, "Older", icon("forward")) : null,
    ].flatMap((link) => link ?? []);
    const addresses = (/** @type {Iterable<Element>} */ all) => [...all].map((link) => link.getAttribute("href")).join();
    if (addresses(links) !== addresses(pages.children)) pages.replaceChildren(...links);
  }

  function drawRuntimes() {
    const names = [...details.names];
    if (query.runtime && !details.names.has(query.runtime)) names.push([query.runtime, shortID(query.runtime)]);
    if (runtimes.options.length === names.length + 1) return;
    runtimes.replaceChildren(make("option", { value: "" }, "All runtimes"), ...names.map(([id, name]) => make("option", { value: id }, name)));
    runtimes.value = query.runtime ?? "";
  }
}

/** What lists of runs leave out: how many events each has, and which runtimes there are to choose from. What cannot change is asked for once. */
class Details {
  #api;
  /** The runtimes' names: of those that are there, and of the runs that are listed. @type {Map<string, string>} */
  names = new Map();
  /** @type {Map<string, { events: number, files: number }>} */
  #counts = new Map();
  #isFirst = true;

  /** @param {import("./api.js").API} api */
  constructor(api) {
    this.#api = api;
  }

  /** @param {Run[]} runs */
  async #readRuntimes(runs) {
    const isKnown = runs.every((run) => this.names.has(run.runtimeId));
    for (const run of runs.toReversed()) this.names.set(run.runtimeId, run.runtimeName);
    if (!this.#isFirst && isKnown) return;
    const { data } = await this.#api.get("/runtimes", { limit: 200 });
    for (const runtime of data) this.names.set(runtime.id, runtime.name);
    this.#isFirst = false;
  }

  /** @param {Run[]} runs */
  async read(runs) {
    const wanted = runs.filter((run) => run.status === "active" || !this.#counts.has(run.id));
    await Promise.all(wanted.map(async (run) => {
      const { counts, status } = await this.#api.get(`/runs/${run.id}`);
      if (status === "active") run.counts = counts;
      else this.#counts.set(run.id, counts);
    }));
    await this.#readRuntimes(runs);
  }

  /** @param {Run} run @returns {Run} */
  of(run) {
    return { ...run, counts: this.#counts.get(run.id) ?? run.counts };
  }
}

/** @param {Run} run @returns {HTMLTableRowElement} */
function drawRun(run) {
  const started = Date.parse(run.startedAt);
  const name = make("span", { class: "name" }, run.runtimeName);
  return make(
    "tr",
    { "data-run": run.id, "data-status": run.status },
    make("th", { scope: "row" }, make("a", { class: "whole", href: runAddress(run.id), "data-focus": "run" }, name, make("span", { class: "id" }, shortID(run.id)))),
    cell("Status", {}, pill(run.status), run.failure && make("span", { class: "why", title: run.failure.message }, failureWords(run.failure))),
    cell("Started", {}, make("time", { datetime: run.startedAt, title: dateText(started) })),
    cell("Duration", { class: "number" }, make("span", { class: "length" })),
    cell("Events", { class: "number" }, run.counts ? countText(run.counts.events) : "…"),
  );
}

/** @param {HTMLTableRowElement} row @param {Run} run */
function tickRun(row, run) {
  const now = Date.now();
  const [started, length] = [row.querySelector("time"), row.querySelector(".length")];
  if (started) setText(started, agoText(Date.parse(run.startedAt), now));
  if (length) setText(length, lengthText(runLength(run, now)));
  setAttribute(row, "data-status", run.status);
}

/** @param {import("./places.js").RunsQuery} query */
function nothing(query) {
  if (query.cursor) return empty("No more runs", make("p", {}, "These were all."));
  if (query.status || query.runtime) return empty("No such runs", make("p", {}, "No run matches what is chosen above."));
  return empty(
    "No runs yet",
    make("p", {}, "A run is the record of a browser from its start to its stop. Make the first one:"),
    command("martlet demo"),
    make("p", {}, make("a", { href: "/docs/quick-start" }, "Quick start"), ": connect your own agent."),
  );
}

"""###,
"dashboard/runtimes.js": ###"""
// @ts-check
// The list of runtimes: browsers that can be started and stopped.

import { make, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { CallError } from "./api.js";
import { copyButton, empty, pill } from "./parts.js";
import { runAddress, runsAddress } from "./places.js";
import { keepFresh } from "./poll.js";
import { cell, makeTable } from "./table.js";
import { agoText, dateText, shortID } from "./words.js";

const pageSize = 50;
const pause = 3_000;

/** @typedef {import("./words.js").Runtime} Runtime */

/** @param {import("./main.js").Frame} frame */
export function showRuntimes({ api, page, trouble }) {
  document.title = "Runtimes · Martlet";
  const cursor = new URLSearchParams(location.search).get("cursor");
  /** Runtimes that are being started or stopped from here, and how that is going. @type {Map<string, { word: string, problem?: string }>} */
  const underway = new Map();
  const table = makeTable({
    label: "Runtimes",
    testID: "runtimes",
    columns: [{ title: "Runtime" }, { title: "Status" }, { title: "Active run" }, { title: "Last used" }, { title: "", class: "actions-head" }],
    key: (/** @type {Runtime & { lastActivityAt?: string }} */ runtime) => runtime.id,
    draw: (runtime) => drawRuntime(runtime, underway.get(runtime.id), { change, connectURL }),
    tick: (row, runtime) => {
      const time = row.querySelector("time");
      if (time) setText(time, agoText(Date.parse(time.dateTime), Date.now()));
    },
  });
  const problem = make("p", { class: "problem", role: "alert" });
  const body = make("div", { class: "body", "aria-busy": "true" }, make("p", { class: "loading" }, "Loading…"));
  const pages = make("nav", { class: "pages", "aria-label": "Pages of runtimes" });
  page.append(make("div", { class: "sheet" }, make("div", { class: "title" }, make("h1", {}, "Runtimes"), makeForm(create)), problem, body, pages));
  const fresh = keepFresh(look, trouble);

  async function look() {
    const found = await api.get("/runtimes", { limit: pageSize, cursor });
    body.removeAttribute("aria-busy");
    table.update(found.data.map((/** @type {Runtime} */ runtime) => ({ ...runtime, underway: underway.get(runtime.id) ?? null })));
    if (found.data.length === 0) body.replaceChildren(empty("No runtimes yet", make("p", {}, "A runtime is a browser that can be started and stopped. Name one above, and start it.")));
    else if (table.element.parentElement !== body) body.replaceChildren(table.element);
    pages.replaceChildren(
      ...(cursor ? [make("a", { class: "button outlined", href: "/runtimes" }, icon("back"), "Newest")] : []),
      ...(found.nextCursor ? [make("a", { class: "button outlined", href: `/runtimes?cursor=${encodeURIComponent(found.nextCursor)}` }, "Older", icon("forward"))] : []),
    );
    return pause;
  }

  /** @param {Runtime} runtime @param {"start" | "stop"} verb */
  async function change(runtime, verb) {
    underway.set(runtime.id, { word: verb === "start" ? "starting" : "stopping" });
    fresh.now();
    const failure = await tried(() => api.post(`/runtimes/${runtime.id}/${verb}`));
    underway.delete(runtime.id);
    setText(problem, failure ? `“${runtime.name}” could not be ${verb === "start" ? "started" : "stopped"}. ${failure}` : "");
    fresh.now();
  }

  /** @param {string} name */
  async function create(name) {
    const failure = await tried(() => api.post("/runtimes", { name }));
    setText(problem, failure ? `“${name}” could not be made. ${failure}` : "");
    fresh.now();
    return failure === null;
  }

  /** The address carries a credential, so it is asked for when it is wanted. @param {Runtime} runtime @returns {Promise<string>} */
  async function connectURL(runtime) {
    return (await api.get(`/runtimes/${runtime.id}`)).connectUrl ?? "";
  }
}

/** @param {() => Promise<unknown>} call @returns {Promise<string | null>} Why it failed. */
async function tried(call) {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof CallError) return error.message;
    throw error;
  }
}

/** @param {(name: string) => Promise<boolean>} create */
function makeForm(create) {
  const name = make("input", { class: "field", name: "name", maxlength: 120, required: true, placeholder: "Name of a new runtime", "aria-label": "Name of a new runtime", autocomplete: "off", "data-testid": "runtime-name" });
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (name.value.trim() && (await create(name.value.trim()))) name.value = "";
  };
  return make("form", { class: "filters create", onsubmit: submit }, name, make("button", { type: "submit", class: "button primary" }, icon("plus"), "Create"));
}

/**
 * @param {Runtime & { lastActivityAt?: string }} runtime
 * @param {{ word: string } | undefined} underway
 * @param {{ change(runtime: Runtime, verb: "start" | "stop"): void, connectURL(runtime: Runtime): Promise<string> }} actions
 * @returns {HTMLTableRowElement}
 */
function drawRuntime(runtime, underway, { change, connectURL }) {
  const used = runtime.lastActivityAt ?? runtime.createdAt;
  const isActive = runtime.activeRunId !== null;
  const verb = isActive ? "stop" : "start";
  const button = make(
    "button",
    { type: "button", class: isActive ? "button outlined" : "button outlined accent", disabled: underway !== undefined, "data-focus": "change", "aria-label": `${isActive ? "Stop" : "Start"} ${runtime.name}`, onclick: () => change(runtime, verb) },
    icon(isActive ? "power" : "play"),
    isActive ? "Stop" : "Start",
  );
  return make(
    "tr",
    { "data-runtime": runtime.id, "data-status": runtime.status },
    make("th", { scope: "row" }, make("a", { class: "plain", href: runsAddress({ runtime: runtime.id }), title: "Its runs", "data-focus": "name" }, make("span", { class: "name" }, runtime.name), make("span", { class: "id" }, shortID(runtime.id)))),
    cell("Status", {}, pill(underway?.word ?? runtime.status)),
    cell("Active run", {}, runtime.activeRunId ? make("a", { href: runAddress(runtime.activeRunId), "data-focus": "run" }, "Watch ", make("span", { class: "id" }, shortID(runtime.activeRunId))) : make("span", { class: "none" }, "–")),
    cell("Last used", {}, make("time", { datetime: used, title: dateText(Date.parse(used)) })),
    make("td", { class: "actions" }, isActive && copyButton(() => connectURL(runtime), "Copy the address that an agent connects to", "Connect address"), button),
  );
}

"""###,
"dashboard/session.js": ###"""
// @ts-check
// Who is signed in: kept in this tab's session storage, handed on to the dashboard's other tabs, never in a cookie.

/** @typedef {{ secret: string, keyId: string | null, expiresAt: string | null }} Session `keyId`: of a key that is this session's own. */

const name = "martlet.session";
/** Other tabs answer within this time, or there is none. */
const patience = 200;

export class Sessions {
  #channel = new BroadcastChannel(name);
  #ended;

  /** @param {() => void} ended Called when the person signs out in another tab. */
  constructor(ended) {
    this.#ended = ended;
    this.#channel.addEventListener("message", ({ data }) => this.#heard(data));
  }

  /** The session of this tab; null when there is none, or it is over. @returns {Session | null} */
  get current() {
    try {
      const session = JSON.parse(sessionStorage.getItem(name) ?? "null");
      if (typeof session?.secret !== "string") return null;
      return session.expiresAt && Date.parse(session.expiresAt) <= Date.now() ? null : session;
    } catch {
      return null;
    }
  }

  /** @param {Session} session */
  begin(session) {
    sessionStorage.setItem(name, JSON.stringify(session));
  }

  /** Forgets the session in this tab. */
  forget() {
    sessionStorage.removeItem(name);
  }

  /** Forgets the session in every tab. */
  end() {
    this.forget();
    this.#channel.postMessage({ type: "end" });
  }

  /** Asks the dashboard's other tabs for their session, so that a link may be opened in a new one. @returns {Promise<Session | null>} */
  ask() {
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(null), patience);
      const listen = (/** @type {MessageEvent} */ { data }) => data?.type === "session" && done(data.session);
      const done = (/** @type {Session | null} */ session) => {
        clearTimeout(timer);
        this.#channel.removeEventListener("message", listen);
        if (session) this.begin(session);
        resolve(this.current);
      };
      this.#channel.addEventListener("message", listen);
      this.#channel.postMessage({ type: "ask" });
    });
  }

  /** @param {any} message */
  #heard(message) {
    const session = this.current;
    if (message?.type === "ask" && session) this.#channel.postMessage({ type: "session", session });
    if (message?.type === "end" && session) {
      this.forget();
      this.#ended();
    }
  }
}

"""###,
"dashboard/sign-in.js": ###"""
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

"""###,
"dashboard/table.js": ###"""
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

"""###,
"dashboard/viewer.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";

/**
 * @typedef {"live" | "steer" | "replay"} View `steer`: the live view, in control.
 * @typedef {{ message(data: { type: string } & Record<string, any>): void }} ViewerListener Told what the page in the frame tells.
 */

/** The live view or the replay of a run, in a frame, each by a lease of its own. */
export class Viewer {
  element = make("div", { class: "viewer", "data-testid": "viewer" });
  #api;
  #run;
  #seconds;
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** The lease of what is shown. @type {string | null} */
  #lease = null;
  #turn = 0;

  /** @param {import("./main.js").Frame} frame @param {string} run @param {ViewerListener} listener */
  constructor({ api, seconds, atLeave }, run, listener) {
    this.#api = api;
    this.#run = run;
    this.#seconds = seconds;
    window.addEventListener("message", ({ source, data }) => {
      if (this.#frame && source === this.#frame.contentWindow && typeof data?.type === "string") listener.message(data);
    });
    atLeave(() => this.#takeBack(this.#lease));
    // A page that comes back from the browser's memory has no lease any more.
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  }

  /**
   * Shows a view in the place of what was there.
   * @param {View} view @param {string} [hash] The moment that a replay opens at.
   * @throws {import("./api.js").CallError}
   */
  async show(view, hash = "") {
    const turn = ++this.#turn;
    const { path, leaseId } = await this.lease(view, this.#seconds);
    // Another view was chosen meanwhile.
    if (turn !== this.#turn) return this.#takeBack(leaseId);
    this.#takeBack(this.#lease);
    this.#lease = leaseId;
    this.#frame = make("iframe", {
      src: `${path}?chrome=part${view === "replay" ? hash : ""}`,
      title: view === "replay" ? "Replay of the run" : "Live view of the run",
      allow: "clipboard-read; clipboard-write; fullscreen",
      "data-testid": "view",
      "data-view": view,
    });
    this.element.replaceChildren(this.#frame);
  }

  /** A new address of a view. @param {View} view @param {number} seconds How long it is good. @returns {Promise<{ path: string, leaseId: string }>} */
  async lease(view, seconds) {
    const terms = view === "replay" ? {} : { control: view === "steer" ? "input" : "none" };
    const { url, leaseId } = await this.#api.post(`/runs/${this.#run}/${view === "replay" ? "recording" : "live"}`, { expiresInSeconds: seconds, ...terms });
    // The server's public address may be another than this one; both lead to it.
    return { path: new URL(url).pathname, leaseId };
  }

  /** @param {{ type: string } & Record<string, unknown>} message */
  tell(message) {
    this.#frame?.contentWindow?.postMessage(message, location.origin);
  }

  /** Says in the place of a view why there is none. @param {...Node} words */
  say(...words) {
    this.#frame = null;
    this.element.replaceChildren(...words);
  }

  /** A lease that nobody looks at any more is revoked. @param {string | null} lease */
  async #takeBack(lease) {
    if (lease === this.#lease) this.#lease = null;
    if (lease) await this.#api.delete(`/runs/${this.#run}/leases/${lease}`).catch(() => {});
  }
}

"""###,
"dashboard/words.js": ###"""
// @ts-check
// What the dashboard says of runs and runtimes. Pure.

import { shortTime } from "../shared/format.js";

/**
 * @typedef {import("../shared/status.js").Tone} Tone
 * @typedef {{ code: string, message: string }} Failure
 * @typedef {{
 *   id: string, runtimeId: string, runtimeName: string, status: string, failure: Failure | null,
 *   startedAt: string, finishedAt: string | null, durationSeconds: number | null,
 *   counts?: { events: number, files: number },
 * }} Run
 * @typedef {{ id: string, name: string, status: string, activeRunId: string | null, createdAt: string, connectUrl?: string }} Runtime
 */

/** @type {Record<string, { text: string, tone: Tone }>} */
const statuses = {
  active: { text: "Active", tone: "good" },
  starting: { text: "Starting", tone: "waiting" },
  stopping: { text: "Stopping", tone: "waiting" },
  idle: { text: "Stopped", tone: "neutral" },
  stopped: { text: "Stopped", tone: "neutral" },
  failed: { text: "Failed", tone: "problem" },
};

/** How the status of a run or a runtime is shown. @param {string} status @returns {{ text: string, tone: Tone }} */
export function statusWords(status) {
  return statuses[status] ?? { text: status, tone: "neutral" };
}

/** @type {Record<string, string>} */
const failures = {
  "browser.crashed": "The browser crashed.",
  "runtime.host_lost": "The server ended while the run went on.",
  "runtime.start_failed": "The browser could not be started.",
  "storage.unavailable": "The record could not be written.",
};

/** Why a run failed, in a sentence. @param {Failure} failure */
export function failureWords(failure) {
  return failures[failure.code] ?? (failure.message || failure.code);
}

/** A message's first sentence, and all that follows it. @param {string} message @returns {[string, string]} */
export function firstSentence(message) {
  const end = message.search(/[.!?] /);
  return end < 0 ? [message, ""] : [message.slice(0, end + 1), message.slice(end + 2)];
}

/**
 * How long a run is, or has been so far, in milliseconds.
 * @param {Run} run @param {number} now Milliseconds since 1970.
 */
export function runLength(run, now) {
  if (run.durationSeconds !== null) return run.durationSeconds * 1000;
  const end = run.finishedAt ? Date.parse(run.finishedAt) : now;
  return Math.max(0, end - Date.parse(run.startedAt));
}

/** The end of an id, by which two that were made in the same minute differ. @param {string} id */
export function shortID(id) {
  return id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-6)}` : id;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * `just now`, `12 min ago`, `3 h ago`, then the day.
 * @param {number} then @param {number} now
 * @param {(then: number) => string} date Writes a day.
 */
export function agoText(then, now, date = dateText) {
  const past = now - then;
  if (past < 45_000) return "just now";
  if (past < hour) return `${Math.max(1, Math.round(past / minute))} min ago`;
  if (past < day) return `${Math.floor(past / hour)} h ago`;
  return date(then);
}

/** @param {number} then */
export function dateText(then) {
  return new Date(then).toLocaleString([], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

/** `4.2 s`, `34 s`, `2 min 5 s`. @param {number} ms */
export function lengthText(ms) {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : shortTime(ms);
}

"""###,
    ]
}
