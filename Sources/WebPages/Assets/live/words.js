// @ts-check
// What the page says about its state, in words. Pure.
import { isForInput, isLive, isMine, isOthers, mayDrive, showsWatched, watchedPage } from "./model.js";

/**
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("../shared/veil.js").VeilWords} VeilWords
 * @typedef {{ code: string, text: string, tone: import("../shared/status.js").Tone }} StatusWords
 */

/** @type {Record<import("./connection.js").EndReason, StatusWords>} */
const endStatus = {
  stopped: { code: "ended", text: "Ended", tone: "neutral" },
  failed: { code: "ended", text: "Ended: failed", tone: "problem" },
  expired: { code: "expired", text: "Expired", tone: "neutral" },
  revoked: { code: "revoked", text: "Revoked", tone: "neutral" },
  missing: { code: "missing", text: "Not found", tone: "problem" },
  crowded: { code: "crowded", text: "Too many viewers", tone: "problem" },
  broken: { code: "broken", text: "Disconnected", tone: "problem" },
};

/** @param {Model} model @returns {StatusWords} */
export function statusWords({ connection, stalled }) {
  if (connection.end && connection.phase === "over") return endStatus[connection.end.reason];
  if (connection.phase === "connecting") return { code: "connecting", text: "Connecting…", tone: "waiting" };
  if (connection.phase === "reconnecting") return { code: "reconnecting", text: "Reconnecting…", tone: "waiting" };
  if (stalled) return { code: "stalled", text: "Waiting for the server…", tone: "waiting" };
  return { code: "live", text: "Live", tone: "live" };
}

/** @type {Record<import("./connection.js").EndReason, VeilWords>} */
const endVeil = {
  stopped: { icon: "check", title: "The run has ended", text: "The browser was stopped. Nothing more will happen here." },
  failed: { icon: "alert", tone: "problem", title: "The run failed", text: "The browser ended before anyone asked it to." },
  expired: { icon: "clock", title: "This address has expired", text: "A live view is good for a limited time. The browser goes on without it: ask whoever gave you the address for a new one." },
  revoked: { icon: "lock", title: "This address was withdrawn", text: "Whoever gave it to you has taken it back. The browser goes on without it." },
  missing: { icon: "alert", tone: "problem", title: "There is nothing at this address", text: "The server knows of no such live view. Ask whoever gave you the address for a new one." },
  crowded: { icon: "people", tone: "problem", title: "Too many people are watching", text: "This browser has as many viewers as it may have. Load the page again when one has left." },
  broken: { icon: "alert", tone: "problem", title: "The line was closed", text: "The server did not understand this page. Load it again; if that does not help, the page may be older than the server." },
};

/**
 * What is said over the picture; null while it can be trusted.
 * @param {Model} model
 * @param {{ retry(): void, reload(): void }} run `reload`: of the page that is watched.
 * @returns {VeilWords | null}
 */
export function veilWords(model, run) {
  const { connection, state, shown } = model;
  if (connection.phase === "over" && connection.end) return withMessage(endVeil[connection.end.reason], connection.end.message);
  if (connection.phase === "reconnecting") return reconnectingVeil(shown, run);
  const page = watchedPage(model);
  if (isLive(model) && page?.crashed) return crashVeil(model, run);
  if (isLive(model) && page?.problem) return problemVeil(model, page, run);
  if (isLive(model) && state?.pages.length === 0) return { icon: "tab", title: "No tab is open", text: "The picture comes back with the next one." };
  if (shown && (showsWatched(model) || connection.phase === "connecting")) return null;
  if (shown) return { icon: "wait", tone: "waiting", title: "Changing the tab", text: "Waiting for its first picture." };
  if (isLive(model)) return { icon: "wait", tone: "waiting", title: "Waiting for the first picture", text: "It appears as soon as the page shows something." };
  return { icon: "wait", tone: "waiting", title: "Connecting to the browser", text: "This takes a moment." };
}

/** @param {VeilWords} words @param {string} message @returns {VeilWords} */
function withMessage(words, message) {
  return message ? { ...words, text: message } : words;
}

/** @param {Model["shown"]} shown @param {{ retry(): void }} run @returns {VeilWords} */
function reconnectingVeil(shown, { retry }) {
  const age = shown ? ` The picture is from ${clock(shown.time)} and may be out of date.` : "";
  return { icon: "wait", tone: "waiting", title: "Reconnecting", text: `The line to the server was lost.${age}`, action: { label: "Try now", run: retry } };
}

/** @param {Model} model @param {{ reload(): void }} run @returns {VeilWords} */
function crashVeil(model, { reload }) {
  const may = mayDrive(model);
  const text = may ? "The page in it ended by itself. Loading it again usually helps." : "The page in it ended by itself. It shows nothing until it is loaded again.";
  return { icon: "alert", tone: "problem", title: "This tab crashed", text, ...(may ? { action: { label: "Load it again", run: reload } } : {}) };
}

/** A headless browser draws no error page. @param {Model} model @param {import("./protocol.js").Page} page @param {{ reload(): void }} run @returns {VeilWords} */
function problemVeil(model, { url, problem }, { reload }) {
  const address = url.length > 300 ? `${url.slice(0, 299)}…` : url;
  const again = mayDrive(model) ? { action: { label: "Try again", run: reload } } : {};
  return { icon: "alert", tone: "problem", title: "This address could not be opened", text: `${address}: ${problem}.`, ...again };
}

/** Who holds control. @param {Model} model @returns {{ code: "me" | "person" | "agent", text: string, detail: string } | null} */
export function holderWords(model) {
  const control = model.state?.control;
  if (!control || !isLive(model)) return null;
  if (control.holder === "agent") return { code: "agent", text: "Agent in control", detail: "" };
  const agent = control.agentInput === "refuse" ? "The agent's clicks and keys are refused meanwhile." : "The agent's clicks and keys wait meanwhile.";
  if (isMine(model)) return { code: "me", text: "You are in control", detail: agent };
  return { code: "person", text: `${control.name ?? "Someone else"} in control`, detail: agent };
}

/** The control button, which says `verb` control; null where it could do nothing. @param {Model} model */
export function controlWords(model) {
  if (!isForInput(model) || model.connection.phase === "over") return null;
  if (isMine(model)) return { action: /** @type {const} */ ("release"), verb: "Give back", pressed: true, enabled: isLive(model) };
  return { action: /** @type {const} */ ("take"), verb: isOthers(model) ? "Take over" : "Take", pressed: false, enabled: isLive(model) };
}

/** Time left, as people say it: `59 s`, `4:32`, `2 h 5 min`. @param {number} milliseconds */
export function timeLeft(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** @param {number} time Milliseconds since 1970. */
function clock(time) {
  return new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}
