// @ts-check
// The moment in an address: `#t=12.5`, also `#t=1:02.5` and `#t=1h2m3s`. Pure.

/**
 * @param {string} hash
 * @returns {number | null} Milliseconds; null when the hash names no moment.
 */
export function momentOf(hash) {
  const text = new URLSearchParams(hash.replace(/^#/, "")).get("t");
  if (!text) return null;
  const seconds = secondsOf(text.trim());
  return seconds === null ? null : Math.round(seconds * 1000);
}

/** @param {number} ms */
export function hashOf(ms) {
  return `#t=${Number((Math.max(0, ms) / 1000).toFixed(2))}`;
}

/** @param {string} text */
function secondsOf(text) {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const clock = /^(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const units = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(text);
  if (!units || text === "") return null;
  return Number(units[1] ?? 0) * 3600 + Number(units[2] ?? 0) * 60 + Number(units[3] ?? 0);
}
