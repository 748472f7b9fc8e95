// @ts-check
// Which picture was on one track when. Pure; times in milliseconds.

/**
 * @typedef {{ number: number, ms: number }} Entry One picture: its number in the run, and since when it is seen.
 * @typedef {{ fromMs: number, toMs: number, before: Entry | null, entries: Entry[], next: Entry | null }} Piece
 *   All entries from `fromMs` up to but not at `toMs`; `before`: what is seen when it begins, `next`: the first one after it.
 */

/** The length of recording whose index is asked for at once. */
export const pieceLength = 30_000;
/** How many pieces are kept. */
const mostPieces = 120;

/** Pieces of the index of one track, the oldest used let go. */
export class FrameIndex {
  /** @type {Map<number, Piece>} */
  #pieces = new Map();

  /** The beginning of the piece that a moment lies in. @param {number} ms */
  static start(ms) {
    return Math.floor(Math.max(0, ms) / pieceLength) * pieceLength;
  }

  /**
   * Takes a piece in, in the place of what was known of this stretch.
   * @param {Piece} piece It begins where pieces begin.
   */
  add(piece) {
    this.#pieces.delete(piece.fromMs);
    this.#pieces.set(piece.fromMs, piece);
    if (this.#pieces.size <= mostPieces) return;
    const [oldest] = this.#pieces.keys();
    this.#pieces.delete(oldest);
  }

  /**
   * Whether it is known what is seen at a moment.
   * @param {number} ms
   */
  knows(ms) {
    const piece = this.#pieces.get(FrameIndex.start(ms));
    return piece !== undefined && ms < piece.toMs;
  }

  /**
   * The picture that is seen at a moment: null when there is none yet, undefined when it is not known.
   * @param {number} ms
   */
  at(ms) {
    const piece = this.#use(FrameIndex.start(ms));
    if (!piece) return undefined;
    const index = lastAtOrBefore(piece.entries, ms);
    if (index >= 0) return piece.entries[index];
    return piece.before;
  }

  /**
   * The first picture after a moment: null when there is none, undefined when that is not known.
   * @param {number} ms
   */
  after(ms) {
    const piece = this.#use(FrameIndex.start(ms));
    if (!piece) return undefined;
    const entry = piece.entries[lastAtOrBefore(piece.entries, ms) + 1];
    if (entry) return entry;
    if (piece.next === null || piece.next.ms > ms) return piece.next;
    return undefined;
  }

  /** Forgets everything. */
  clear() {
    this.#pieces.clear();
  }

  /** Forgets whole pieces of which it was not known what comes after them: by now it may be. */
  forgetOpenEnds() {
    for (const [start, piece] of this.#pieces) {
      if (piece.next === null && piece.toMs >= start + pieceLength) this.#pieces.delete(start);
    }
  }

  /** @param {number} start */
  #use(start) {
    const piece = this.#pieces.get(start);
    if (!piece) return undefined;
    this.#pieces.delete(start);
    this.#pieces.set(start, piece);
    return piece;
  }
}

/**
 * The index of the last entry that is not after a moment; -1 when there is none.
 * @template Item
 * @param {Item[]} entries In the order of time.
 * @param {number} ms
 * @param {(item: Item) => number} [timeOf]
 */
export function lastAtOrBefore(entries, ms, timeOf = (item) => /** @type {any} */ (item).ms) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeOf(entries[middle]) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
