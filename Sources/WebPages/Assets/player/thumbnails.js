// @ts-check
import { BoundedCache } from "./bounded-cache.js";

const width = 400;

/** Small pictures of moments, fetched one at a time: only the last one asked for matters. */
export class Thumbnails {
  #source;
  /** @type {BoundedCache<string, ImageBitmap>} */
  #kept = new BoundedCache(150, (bitmap) => bitmap.close());
  #busy = false;
  /** @type {(() => void) | null} */
  #next = null;

  /** @param {import("./source.js").Source} source */
  constructor(source) {
    this.#source = source;
  }

  /**
   * Gets the picture of a moment; `use` is called when it is there, unless another one was asked for meanwhile.
   * @param {number} ms @param {string | null} page @param {(bitmap: ImageBitmap) => void} use
   */
  ask(ms, page, use) {
    const key = `${page} ${ms}`;
    const kept = this.#kept.get(key);
    this.#next = kept ? null : () => this.#fetch(ms, page, key, use);
    if (kept) use(kept);
    else this.#pump();
  }

  #pump() {
    if (this.#busy || !this.#next) return;
    const run = this.#next;
    this.#next = null;
    run();
  }

  /** @param {number} ms @param {string | null} page @param {string} key @param {(bitmap: ImageBitmap) => void} use */
  async #fetch(ms, page, key, use) {
    this.#busy = true;
    try {
      const frame = await this.#source.frameAt(ms, page);
      if (frame) {
        const bitmap = await createImageBitmap(frame.blob, { resizeWidth: width, resizeQuality: "medium" });
        this.#kept.set(key, bitmap, 1);
        if (!this.#next) use(bitmap);
      }
    } catch {
      // A preview that cannot be had is left out; the picture itself says what is wrong.
    } finally {
      this.#busy = false;
      this.#pump();
    }
  }
}
