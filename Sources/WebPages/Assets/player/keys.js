// @ts-check
// Which key does what. Pure.

/**
 * @typedef {{ command: string, amount?: number }} KeyCommand
 * @typedef {{ key: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean, shiftKey?: boolean }} KeyPress
 */

/**
 * What a key press asks for; null when it is not ours.
 * @param {KeyPress} press
 * @returns {KeyCommand | null}
 */
export function commandOf(press) {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (/^\d$/.test(press.key)) return { command: "fraction", amount: Number(press.key) / 10 };
  const seconds = press.shiftKey ? 1 : 5;
  const commands = /** @type {Record<string, KeyCommand>} */ ({
    " ": { command: "toggle" },
    k: { command: "toggle" },
    ArrowLeft: { command: "move", amount: -seconds },
    ArrowRight: { command: "move", amount: seconds },
    PageDown: { command: "move", amount: -30 },
    PageUp: { command: "move", amount: 30 },
    j: { command: "move", amount: -10 },
    l: { command: "move", amount: 10 },
    Home: { command: "fraction", amount: 0 },
    End: { command: "fraction", amount: 1 },
    ",": { command: "step", amount: -1 },
    ".": { command: "step", amount: 1 },
    "<": { command: "rate", amount: -1 },
    ">": { command: "rate", amount: 1 },
    "-": { command: "rate", amount: -1 },
    "+": { command: "rate", amount: 1 },
    "[": { command: "activity", amount: -1 },
    "]": { command: "activity", amount: 1 },
    s: { command: "skip" },
    e: { command: "live" },
    f: { command: "fullscreen" },
    "?": { command: "help" },
  });
  return commands[press.key.length === 1 ? press.key.toLowerCase() : press.key] ?? null;
}

/** What the help says. */
export const keyHelp = [
  { keys: ["Space", "K"], says: "Play or pause" },
  { keys: ["←", "→"], says: "5 seconds back or on; with Shift 1 second" },
  { keys: ["J", "L"], says: "10 seconds back or on" },
  { keys: [",", "."], says: "One picture back or on" },
  { keys: ["[", "]"], says: "To the step before or after" },
  { keys: ["<", ">"], says: "Slower or faster" },
  { keys: ["0", "…", "9"], says: "To that tenth of the recording" },
  { keys: ["Home", "End"], says: "To the beginning or the end" },
  { keys: ["E"], says: "To what happens now, while the run goes on" },
  { keys: ["S"], says: "Skip stillness, or not" },
  { keys: ["F"], says: "Full screen, or not" },
  { keys: ["?"], says: "This help" },
];
