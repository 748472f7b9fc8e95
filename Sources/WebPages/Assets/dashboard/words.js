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
