// @ts-check
// The outline of a long list: number, time and type of each row, so that any place of it can be found at once. Pure.

/**
 * @typedef {{ types: string[], rows: number[], next: number | null }} OutlinePart
 *   `rows` holds three numbers a row: its number, its time in milliseconds, the place of its type in `types`.
 */

/** About 13 bytes a row: a million rows take 13 MB. */
export class Outline {
  #numbers = new Uint32Array(1024);
  #times = new Float64Array(1024);
  #types = new Uint8Array(1024);
  #length = 0;
  /** @type {string[]} */
  names = [];

  get length() {
    return this.#length;
  }

  /** The number of the last row; 0 when there is none. */
  get last() {
    return this.#length ? this.#numbers[this.#length - 1] : 0;
  }

  /** @param {OutlinePart} part Rows that follow those already here; others are left out. */
  add(part) {
    const codes = part.types.map((name) => this.#code(name));
    for (let at = 0; at < part.rows.length; at += 3) {
      if (part.rows[at] <= this.last) continue;
      if (this.#length === this.#numbers.length) this.#grow();
      this.#numbers[this.#length] = part.rows[at];
      this.#times[this.#length] = part.rows[at + 1];
      this.#types[this.#length] = codes[part.rows[at + 2]];
      this.#length += 1;
    }
  }

  /** @param {number} index */
  number(index) {
    return this.#numbers[index];
  }

  /** @param {number} index */
  ms(index) {
    return this.#times[index];
  }

  /** @param {number} index */
  type(index) {
    return this.names[this.#types[index]];
  }

  /** The index of the row with a number; -1 when there is none. @param {number} number */
  indexOf(number) {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#numbers[middle] < number) low = middle + 1;
      else high = middle;
    }
    return low < this.#length && this.#numbers[low] === number ? low : -1;
  }

  /** How many rows of each type there are. @returns {Map<string, number>} */
  counts() {
    /** @type {Map<string, number>} */
    const counts = new Map(this.names.map((name) => [name, 0]));
    for (let index = 0; index < this.#length; index += 1) {
      const name = this.type(index);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }

  /**
   * The rows of some types, as their indices; null stands for all rows.
   * @param {Set<string> | null} types
   * @returns {Uint32Array | null}
   */
  filtered(types) {
    if (!types) return null;
    const wanted = this.names.map((name) => types.has(name));
    const found = new Uint32Array(this.#length);
    let count = 0;
    for (let index = 0; index < this.#length; index += 1) {
      if (wanted[this.#types[index]]) found[count++] = index;
    }
    return found.slice(0, count);
  }

  /**
   * The place of the last row that is not after a moment; -1 when there is none.
   * @param {number} ms
   * @param {Uint32Array | null} [rows] Among these rows only; the place is then one of theirs.
   */
  placeAt(ms, rows = null) {
    let low = 0;
    let high = rows ? rows.length : this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#times[rows ? rows[middle] : middle] <= ms) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** @param {string} name */
  #code(name) {
    const index = this.names.indexOf(name);
    if (index >= 0) return index;
    this.names.push(name);
    return this.names.length - 1;
  }

  #grow() {
    const size = this.#numbers.length * 2;
    const grown = [new Uint32Array(size), new Float64Array(size), new Uint8Array(size)];
    grown[0].set(this.#numbers);
    grown[1].set(this.#times);
    grown[2].set(this.#types);
    [this.#numbers, this.#times, this.#types] = /** @type {[Uint32Array, Float64Array, Uint8Array]} */ (grown);
  }
}
