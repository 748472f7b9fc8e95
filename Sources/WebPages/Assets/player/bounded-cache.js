// @ts-check
// A cache that is never larger than it may be. Pure.

/**
 * Keeps values up to a sum of costs; what was used longest ago goes first.
 * @template Key, Value
 */
export class BoundedCache {
  /** @type {Map<Key, { value: Value, cost: number }>} */
  #kept = new Map();
  #cost = 0;
  #limit;
  #dispose;

  /**
   * @param {number} limit The largest sum of costs. One value alone may cost more.
   * @param {(value: Value) => void} [dispose] Called with what is let go.
   */
  constructor(limit, dispose = () => {}) {
    this.#limit = limit;
    this.#dispose = dispose;
  }

  get cost() {
    return this.#cost;
  }

  /** @param {Key} key */
  has(key) {
    return this.#kept.has(key);
  }

  /** Whether it keeps this very value. @param {Value} value */
  holds(value) {
    for (const kept of this.#kept.values()) if (kept.value === value) return true;
    return false;
  }

  /** Gets a value and counts it as used. @param {Key} key @returns {Value | undefined} */
  get(key) {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  /** @param {Key} key @param {Value} value @param {number} cost */
  set(key, value, cost) {
    this.delete(key);
    this.#kept.set(key, { value, cost });
    this.#cost += cost;
    for (const oldest of this.#kept.keys()) {
      if (this.#cost <= this.#limit || oldest === key) break;
      this.delete(oldest);
    }
  }

  /** @param {Key} key */
  delete(key) {
    const found = this.#kept.get(key);
    if (!found) return;
    this.#kept.delete(key);
    this.#cost -= found.cost;
    this.#dispose(found.value);
  }
}
