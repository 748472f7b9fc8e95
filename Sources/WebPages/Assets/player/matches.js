// @ts-check
// Which events words and kinds leave: the server looks through the record part by part. Pure.

import { Outline } from "./outline.js";

/** Milliseconds until a look that failed is tried again. */
const retry = 2_000;

/**
 * @typedef {{ types: string[] | null, kinds: string[], words: string }} Narrowing
 * @typedef {{ outline(list: "events", after: number, narrowing: Narrowing): Promise<import("./outline.js").OutlinePart> }} Searcher
 */

/** Keeps up with a list that grows: what was looked through is not looked through again. */
export class Matches {
  #source;
  #events;
  #changed;
  /** @type {Narrowing | null} */
  #narrowing = null;
  #found = new Outline();
  #after = 0;
  #isBusy = false;

  /** @param {Searcher} source @param {Outline} events All events. @param {() => void} changed Called when more is known, and at the end. */
  constructor(source, events, changed) {
    this.#source = source;
    this.#events = events;
    this.#changed = changed;
  }

  /** Whether it is not yet through with what there is. */
  get isReading() {
    return this.#isBusy;
  }

  get isOn() {
    return this.#narrowing !== null;
  }

  /** @param {Narrowing | null} narrowing Null: everything matches. */
  set(narrowing) {
    this.#narrowing = narrowing;
    this.#found = new Outline();
    this.#after = 0;
    this.#isBusy = false;
  }

  /** The places of the matches among all events, as far as they are known. @returns {Uint32Array} */
  rows() {
    const rows = new Uint32Array(this.#found.length);
    let count = 0;
    for (let index = 0; index < this.#found.length; index += 1) {
      const place = this.#events.indexOf(this.#found.number(index));
      if (place >= 0) rows[count++] = place;
    }
    return rows.slice(0, count);
  }

  /** Looks through what is new. */
  async read() {
    const narrowing = this.#narrowing;
    if (!narrowing || this.#isBusy) return;
    this.#isBusy = true;
    const isCurrent = () => narrowing === this.#narrowing;
    try {
      for (let isMore = true; isMore && isCurrent(); ) isMore = await this.#readPart(narrowing, isCurrent);
    } catch {
      if (isCurrent()) setTimeout(() => isCurrent() && this.read(), retry);
    }
    if (!isCurrent()) return;
    this.#isBusy = false;
    this.#changed();
  }

  /** @param {Narrowing} narrowing @param {() => boolean} isCurrent @returns {Promise<boolean>} Whether more follows. */
  async #readPart(narrowing, isCurrent) {
    const known = this.#events.last;
    const part = await this.#source.outline("events", this.#after, narrowing);
    if (!isCurrent()) return false;
    this.#found.add(part);
    this.#after = Math.max(part.next ?? known, this.#found.last);
    this.#changed();
    return part.next !== null;
  }
}
