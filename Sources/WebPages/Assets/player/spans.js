// @ts-check
// Stretches of time: gaps without a picture, and stillness that may be skipped. Pure; all times in milliseconds.

/** @typedef {{ fromMs: number, toMs: number, cause: string }} Gap */

/** A stretch without anything new is worth skipping from this length on. */
export const leastStillness = 10_000;
/** How much of the stillness is still shown, after what was before it. */
export const afterglow = 1_500;
/** And before what comes after it. */
export const leadIn = 1_000;

/**
 * Where to go on from a moment in which nothing is new: null when nothing is to be skipped.
 * @param {number} position
 * @param {number} last When the last new thing was, at or before the position.
 * @param {number} next When the next new thing is; `Infinity` when there is none before the end.
 * @param {number} end Where the recording ends.
 * @returns {number | null}
 */
export function jumpOverStillness(position, last, next, end) {
  const target = next === Infinity ? end : next - leadIn;
  if (Math.min(next, end) - last < leastStillness) return null;
  if (position < last + afterglow) return null;
  return target - position > leadIn ? target : null;
}

/**
 * The gap that a moment lies in.
 * @param {Gap[]} gaps @param {number} ms
 */
export function gapAt(gaps, ms) {
  return gaps.find((gap) => gap.fromMs <= ms && ms < gap.toMs) ?? null;
}
