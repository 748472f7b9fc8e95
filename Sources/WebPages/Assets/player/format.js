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

/** @param {number} number */
function pad(number) {
  return String(number).padStart(2, "0");
}
