// @ts-check
// The time of the recording that is shown. Pure: who uses it says what time it is.

export const rates = [0.5, 1, 1.5, 2, 4, 8, 16];

/** Counts recording time in milliseconds against a steady clock, at a rate, between 0 and an end that may grow. */
export class PlaybackClock {
  #now;
  #position = 0;
  #since = 0;
  #rate = 1;
  #playing = false;
  #held = false;
  #end = 0;

  /** @param {() => number} now Milliseconds that never go back. */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** Milliseconds since the beginning of the recording. */
  get position() {
    const passed = this.#runs ? (this.#now() - this.#since) * this.#rate : 0;
    return Math.min(this.#end, this.#position + passed);
  }

  get playing() {
    return this.#playing;
  }

  /** Whether it is kept still although it plays, because a picture has not come yet. */
  get held() {
    return this.#held;
  }

  get rate() {
    return this.#rate;
  }

  get end() {
    return this.#end;
  }

  get atEnd() {
    return this.position >= this.#end;
  }

  /** @param {number} end */
  setEnd(end) {
    this.#settle();
    this.#end = Math.max(0, end);
    this.#position = Math.min(this.#position, this.#end);
  }

  /** @param {number} milliseconds */
  seek(milliseconds) {
    this.#settle();
    this.#position = Math.min(this.#end, Math.max(0, milliseconds));
  }

  /** @param {boolean} playing */
  setPlaying(playing) {
    this.#settle();
    this.#playing = playing;
  }

  /** @param {boolean} held */
  setHeld(held) {
    if (held === this.#held) return;
    this.#settle();
    this.#held = held;
  }

  /** @param {number} rate */
  setRate(rate) {
    this.#settle();
    this.#rate = rate;
  }

  get #runs() {
    return this.#playing && !this.#held;
  }

  /** Takes what has passed into the position, before something changes how it passes. */
  #settle() {
    this.#position = this.position;
    this.#since = this.#now();
  }
}

/**
 * The next faster (or slower) rate.
 * @param {number} rate @param {1 | -1} direction
 */
export function nextRate(rate, direction) {
  const index = rates.indexOf(rate);
  return rates[Math.min(rates.length - 1, Math.max(0, index + direction))] ?? 1;
}
