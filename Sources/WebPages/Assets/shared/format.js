// @ts-check
// Times and amounts as people read them. Pure.

/**
 * `0:07`, `12:34`, `1:02:03`; with tenths `0:07.4`. Cut, not rounded: a clock shows no second before it has begun.
 * @param {number} ms @param {{ tenths?: boolean, hours?: boolean }} [options]
 */
export function clockText(ms, { tenths = false, hours = false } = {}) {
  const all = Math.max(0, Math.floor(ms / 100));
  const seconds = Math.floor(all / 10);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const withHours = hours || parts[0] > 0;
  const text = withHours
    ? `${parts[0]}:${pad(parts[1])}:${pad(parts[2])}`
    : `${parts[1]}:${pad(parts[2])}`;
  return tenths ? `${text}.${all % 10}` : text;
}

/**
 * `45 seconds`, `2 minutes 5 seconds`, `1 hour 2 minutes`: for voices and sentences.
 * @param {number} ms
 */
export function spokenTime(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ];
  const first = parts.findIndex(([count]) => count !== 0);
  const said = first < 0 ? parts.slice(2) : parts.slice(first, first + 2).filter(([count]) => count !== 0);
  return said.map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(" ");
}

/**
 * `34 s`, `2 min 5 s`, `1 h 2 min`: short, for labels.
 * @param {number} ms
 */
export function shortTime(ms) {
  return spokenTime(ms).replace(/ hours?/, " h").replace(/ minutes?/, " min").replace(/ seconds?/, " s");
}

/**
 * `99.7 %`; only what is whole is called 100 %.
 * @param {number} ratio
 */
export function percentText(ratio) {
  if (ratio >= 1) return "100 %";
  return `${Math.min(99.9, Math.floor(ratio * 1000) / 10)} %`;
}

/** @param {number} count `12 345` with thin blanks */
export function countText(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** @param {number} count `940`, `3k`, `120k`, `1.2M`: where there is little room. */
export function roundText(count) {
  if (count < 1_000) return String(count);
  return count < 1_000_000 ? `${Math.floor(count / 1_000)}k` : `${Math.floor(count / 100_000) / 10}M`;
}

/** @param {number} number */
function pad(number) {
  return String(number).padStart(2, "0");
}

/**
 * How long something took: `84 ms`, `1.24 s`, then as {@link shortTime}.
 * @param {number} ms
 */
export function spanText(ms) {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1_000).toFixed(2)} s`;
  return ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : shortTime(ms);
}

/**
 * `0 B`, `940 B`, `12.3 kB`, `4.1 MB`: thousands, as files are sold.
 * @param {number} bytes
 */
export function sizeText(bytes) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let amount = bytes;
  let unit = 0;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${unit > 0 && amount < 100 ? amount.toFixed(1) : Math.round(amount)} ${units[unit]}`;
}
