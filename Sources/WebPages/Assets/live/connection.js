// @ts-check
// The life of the line to the server as a machine: what happened goes in, what to do comes out. Pure.

/**
 * @typedef {"stopped" | "failed" | "expired" | "revoked" | "missing" | "crowded" | "broken"} EndReason
 * @typedef {{ reason: EndReason, message: string }} End `message`: the server's words; may be empty.
 * @typedef {{
 *   phase: "connecting" | "live" | "reconnecting" | "over",
 *   waiting: boolean,
 *   tries: number,
 *   end: End | null,
 * }} Connection `waiting`: the next try has not begun. `tries`: how many failed since the line last held.
 * @typedef {{ type: "nothing" } | { type: "connect" } | { type: "ask" } | { type: "wait", milliseconds: number }} Action
 *   `ask`: `GET status`, which tells why a line cannot be had.
 * @typedef {(
 *   | { type: "start" } | { type: "hello" } | { type: "nudge" } | { type: "waited" }
 *   | { type: "ended", reason: string, message: string }
 *   | { type: "closed", code: number, wasLive: boolean, livedMs: number, random: number }
 *   | { type: "answered", status: number, message?: string, random: number }
 * )} Happening
 *   `nudge`: the network or the page came back. `livedMs`: how long the line held. `random`: 0 to 1. `status`: HTTP; 0 when nobody answered.
 */

/** A line that held so long was good: the next try comes soon. */
const goodMs = 5_000;
const shortestWaitMs = 500;
const longestWaitMs = 10_000;

/** Close codes that are final, and what they mean (docs/live-view-protocol.md, "Close codes"). @type {Record<number, EndReason>} */
const finalCodes = { 4001: "stopped", 4002: "expired", 4003: "revoked", 4004: "crowded", 1002: "broken", 1007: "broken", 1009: "broken" };

/** @returns {Connection} */
export function newConnection() {
  return { phase: "connecting", waiting: false, tries: 0, end: null };
}

/**
 * @param {Connection} connection
 * @param {Happening} happening
 * @returns {[Connection, Action]}
 */
export function step(connection, happening) {
  if (connection.phase === "over") return [connection, { type: "nothing" }];
  switch (happening.type) {
    case "start":
      return [connection, { type: "connect" }];
    case "hello":
      return [{ ...connection, phase: "live", waiting: false }, { type: "nothing" }];
    case "ended":
      return [{ ...connection, end: { reason: endReason(happening.reason), message: happening.message } }, { type: "nothing" }];
    case "waited":
    case "nudge":
      return connection.waiting ? [{ ...connection, waiting: false }, { type: "connect" }] : [connection, { type: "nothing" }];
    case "closed":
      return closed(connection, happening);
    case "answered":
      return answered(connection, happening);
  }
}

/** @param {Connection} connection @param {Extract<Happening, { type: "closed" }>} happening @returns {[Connection, Action]} */
function closed(connection, { code, wasLive, livedMs, random }) {
  const reason = finalCodes[code];
  if (connection.end || reason) return over(connection, connection.end ?? { reason, message: "" });
  if (!wasLive) return [reconnecting(connection), { type: "ask" }];
  return retry({ ...connection, tries: livedMs >= goodMs ? 0 : connection.tries }, random);
}

/** @param {Connection} connection @param {Extract<Happening, { type: "answered" }>} happening @returns {[Connection, Action]} */
function answered(connection, { status, message = "", random }) {
  if (status === 404) return over(connection, { reason: "missing", message: "" });
  if (status === 410) return over(connection, { reason: "expired", message });
  return retry(connection, random);
}

/** @param {Connection} connection @param {number} random @returns {[Connection, Action]} */
function retry(connection, random) {
  const milliseconds = waitBefore(connection.tries, random);
  return [{ ...reconnecting(connection), waiting: true, tries: connection.tries + 1 }, { type: "wait", milliseconds }];
}

/** @param {Connection} connection @returns {Connection} */
function reconnecting(connection) {
  return { ...connection, phase: "reconnecting", waiting: false };
}

/** @param {Connection} connection @param {End} end @returns {[Connection, Action]} */
function over(connection, end) {
  return [{ ...connection, phase: "over", waiting: false, end }, { type: "nothing" }];
}

/**
 * Half a second, doubling to ten, spread by a fifth to either side so that viewers do not come back all at once.
 * @param {number} tries @param {number} random
 */
export function waitBefore(tries, random) {
  return Math.round(Math.min(longestWaitMs, shortestWaitMs * 2 ** Math.min(tries, 10)) * (0.8 + 0.4 * random));
}

/** @param {string} reason @returns {EndReason} */
function endReason(reason) {
  const known = /** @type {EndReason[]} */ (["stopped", "failed", "expired", "revoked"]);
  return known.find((one) => one === reason) ?? "stopped";
}
