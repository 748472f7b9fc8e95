// @ts-check
import { BoundedCache } from "./bounded-cache.js";
import { SourceError } from "./source.js";

/** Decoded pictures take four bytes a pixel: about 40 of 1280 x 720. */
const mostDecodedBytes = 160 * 1024 * 1024;
/** Browsers open six connections to a server; some are left for the rest. */
const mostRequests = 4;

/** Fetches and decodes pictures, the most urgent first, and keeps a bounded number of them. */
export class Frames {
  #source;
  #arrived;
  #failed;
  /** @type {BoundedCache<number, ImageBitmap>} */
  #decoded;
  /** @type {Set<number>} */
  #under = new Set();
  /** @type {Set<number>} */
  #damaged = new Set();
  /** @type {number[]} */
  #wanted = [];
  /** @type {ImageBitmap | null} */
  #pinned = null;

  /**
   * @param {import("./source.js").Source} source
   * @param {() => void} arrived Called when a picture has come.
   * @param {(error: SourceError) => void} failed Called when one could not be got; it is asked for again when wanted again.
   */
  constructor(source, arrived, failed) {
    this.#source = source;
    this.#arrived = arrived;
    this.#failed = failed;
    this.#decoded = new BoundedCache(mostDecodedBytes, (bitmap) => {
      if (bitmap !== this.#pinned) bitmap.close();
    });
  }

  /** @param {number} number */
  get(number) {
    return this.#decoded.get(number) ?? null;
  }

  /** Whether a picture is here. @param {number} number */
  has(number) {
    return this.#decoded.has(number);
  }

  /** Whether the server has no whole picture of this number. @param {number} number */
  isDamaged(number) {
    return this.#damaged.has(number);
  }

  /** Keeps the picture that is on the screen alive, and lets go of the one before. @param {ImageBitmap} bitmap @param {number} number */
  pin(bitmap, number) {
    const old = this.#pinned;
    this.#pinned = bitmap;
    if (old && old !== bitmap && !this.#keeps(old)) old.close();
    if (!this.#decoded.has(number)) this.#decoded.set(number, bitmap, cost(bitmap));
  }

  /** What is wanted now, the most urgent first. What was wanted before and is not under way is forgotten. @param {number[]} numbers */
  want(numbers) {
    this.#wanted = numbers.filter((number) => !this.#decoded.has(number) && !this.#damaged.has(number));
    this.#pump();
  }

  /** Takes a picture that came another way. @param {number} number @param {Blob} blob */
  async take(number, blob) {
    if (this.#decoded.has(number)) return;
    try {
      const bitmap = await createImageBitmap(blob);
      this.#decoded.set(number, bitmap, cost(bitmap));
    } catch {
      this.#damaged.add(number);
    }
    this.#arrived();
  }

  #pump() {
    while (this.#under.size < mostRequests) {
      const number = this.#wanted.find((candidate) => !this.#under.has(candidate));
      if (number === undefined) return;
      this.#wanted = this.#wanted.filter((candidate) => candidate !== number);
      this.#fetch(number);
    }
  }

  /** @param {number} number */
  async #fetch(number) {
    this.#under.add(number);
    try {
      await this.take(number, await this.#source.frame(number));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      if (error.trouble === "missing") {
        this.#damaged.add(number);
        this.#arrived();
      } else this.#failed(error);
    } finally {
      this.#under.delete(number);
      this.#pump();
    }
  }

  /** @param {ImageBitmap} bitmap */
  #keeps(bitmap) {
    return this.#decoded.holds(bitmap);
  }
}

/** @param {ImageBitmap} bitmap */
function cost(bitmap) {
  return bitmap.width * bitmap.height * 4;
}
