// @ts-check
import { newConnection, step } from "./connection.js";

/** @typedef {import("./connection.js").Connection} Connection */

const beatMs = 5_000;
/** The server is asked every beat; an answer that is owed for so long is worth a word, or means that the line is dead. */
const stalledMs = 4_000;
const deadMs = 12_000;
const openingMs = 15_000;

/**
 * The line to the server: opens it, notices when it is dead though nobody closed it, and opens it again.
 * @param {{
 *   base: string,
 *   changed(connection: Connection, stalled: boolean): void,
 *   message(message: import("./protocol.js").ServerMessage): void,
 *   frame(buffer: ArrayBuffer): void,
 * }} options `base`: the address of the page, without a slash at its end.
 */
export function makeLine({ base, changed, message, frame }) {
  let connection = newConnection();
  /** @type {WebSocket | null} */
  let socket = null;
  let liveSince = 0;
  let owedSince = 0;
  let stalled = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {import("./connection.js").Happening} happening */
  function happen(happening) {
    const [next, action] = step(connection, happening);
    connection = next;
    clearTimeout(action.type === "nothing" ? undefined : timer);
    changed(connection, stalled);
    if (action.type === "connect") open();
    else if (action.type === "ask") void ask();
    else if (action.type === "wait") timer = setTimeout(() => happen({ type: "waited" }), action.milliseconds);
  }

  function open() {
    const mine = new WebSocket(`${base}/socket`.replace(/^http/, "ws"));
    mine.binaryType = "arraybuffer";
    mine.onmessage = ({ data }) => (socket === mine ? receive(data) : undefined);
    mine.onclose = ({ code }) => (socket === mine ? lost(code) : undefined);
    socket = mine;
    liveSince = 0;
    timer = setTimeout(() => (socket === mine && !liveSince ? drop() : undefined), openingMs);
  }

  /** @param {string | ArrayBuffer} data */
  function receive(data) {
    owedSince = 0;
    if (stalled) changed(connection, (stalled = false));
    if (typeof data !== "string") return frame(data);
    const received = /** @type {import("./protocol.js").ServerMessage} */ (JSON.parse(data));
    if (received.type === "hello") liveSince = performance.now();
    message(received);
    if (received.type === "hello") happen({ type: "hello" });
    if (received.type === "ended") happen({ type: "ended", reason: received.reason, message: received.message });
  }

  /** @param {number} code */
  function lost(code) {
    socket = null;
    stalled = false;
    owedSince = 0;
    const livedMs = liveSince ? performance.now() - liveSince : 0;
    happen({ type: "closed", code, wasLive: liveSince > 0, livedMs, random: Math.random() });
  }

  /** Gives up a line that says nothing; its own closing may take minutes. */
  function drop() {
    socket?.close();
    lost(1006);
  }

  async function ask() {
    let status = 0;
    let words = "";
    try {
      const response = await fetch(`${base}/status`, { cache: "no-store", signal: AbortSignal.timeout(openingMs) });
      status = response.status;
      if (status === 410) words = (await response.json()).error;
    } catch {
      // Nobody answers: the line is tried again.
    }
    happen({ type: "answered", status, message: words, random: Math.random() });
  }

  function beat() {
    if (connection.phase !== "live" || !socket) return;
    const owed = owedSince ? performance.now() - owedSince : 0;
    if (owed > deadMs) return drop();
    if (owed > stalledMs && !stalled) changed(connection, (stalled = true));
    if (!owedSince && send({ type: "ping", time: Date.now() })) owedSince = performance.now();
  }

  /** @param {object} outgoing @returns {boolean} Whether it went out. */
  function send(outgoing) {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(outgoing));
    return true;
  }

  function nudge() {
    happen({ type: "nudge" });
    beat();
  }

  setInterval(beat, beatMs);
  addEventListener("online", nudge);
  addEventListener("pageshow", nudge);
  document.addEventListener("visibilitychange", () => (document.hidden ? undefined : nudge()));

  return {
    start: () => happen({ type: "start" }),
    send,
    nudge,
    /** Bytes that wait to be sent: with many of them, moves of the mouse are better left out. */
    get waiting() {
      return socket?.bufferedAmount ?? 0;
    },
  };
}
