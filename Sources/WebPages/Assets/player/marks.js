// @ts-check
// What is marked on the scrubber. Pure.

/** @typedef {"navigation" | "click" | "error" | "download"} MarkKind */
/** @typedef {{ kind: MarkKind, ms: number, number: number }} Mark `number`: of the row of activity. */

/** @type {Record<string, MarkKind>} */
const kinds = {
  "browser.navigate": "navigation",
  "browser.click": "click",
  "browser.submit": "click",
  "browser.error": "error",
  "browser.crash": "error",
  "network.failed": "error",
  "runtime.failed": "error",
  "file.downloaded": "download",
};

/** What counts more is drawn over what counts less. */
const weight = { navigation: 1, click: 0, error: 3, download: 2 };

/**
 * The marks of an outline of activity from a row on.
 * @param {import("./outline.js").Outline} outline @param {number} from
 * @returns {Mark[]}
 */
export function marksOf(outline, from = 0) {
  /** @type {Mark[]} */
  const marks = [];
  for (let index = from; index < outline.length; index += 1) {
    const kind = kinds[outline.type(index)];
    if (kind) marks.push({ kind, ms: outline.ms(index), number: outline.number(index) });
  }
  return marks;
}

/**
 * One mark a column at most, the weightiest, so that a long run draws no more than there is room for.
 * @param {Mark[]} marks @param {number} duration @param {number} columns
 * @returns {{ column: number, mark: Mark }[]} In the order of weight, the weightiest last.
 */
export function columnsOf(marks, duration, columns) {
  /** @type {Map<number, Mark>} */
  const chosen = new Map();
  for (const mark of marks) {
    const column = Math.min(columns - 1, Math.max(0, Math.floor((mark.ms / Math.max(1, duration)) * columns)));
    const there = chosen.get(column);
    if (!there || weight[mark.kind] > weight[there.kind]) chosen.set(column, mark);
  }
  return [...chosen]
    .map(([column, mark]) => ({ column, mark }))
    .sort((one, other) => weight[one.mark.kind] - weight[other.mark.kind] || one.column - other.column);
}

/**
 * The mark nearest to a moment, within a distance.
 * @param {Mark[]} marks In the order of time. @param {number} ms @param {number} distance
 */
export function nearestMark(marks, ms, distance) {
  /** @type {Mark | null} */
  let nearest = null;
  for (const mark of marks) {
    const away = Math.abs(mark.ms - ms);
    if (away <= distance && (!nearest || away < Math.abs(nearest.ms - ms))) nearest = mark;
  }
  return nearest;
}
