// @ts-check
import { makeScreen } from "../shared/screen.js";
import { decodeFrame } from "./frames.js";

/** @typedef {import("./frames.js").Frame} Frame */

/**
 * Draws the frames: one at a time, always the newest, acknowledged when it is decoded.
 * @param {HTMLElement} stage
 * @param {{ acknowledge(number: number): void, drawn(frame: Frame): void, describe(frame: Frame): string }} options
 *   `describe`: what the picture shows, for those who do not see it.
 */
export function makePicture(stage, { acknowledge, drawn, describe }) {
  const screen = makeScreen(stage);
  /** @type {Frame | null} */
  let newest = null;
  /** @type {Frame | null} */
  let shown = null;
  let isBusy = false;

  async function work() {
    isBusy = true;
    while (newest) {
      const frame = newest;
      newest = null;
      await draw(frame);
      acknowledge(frame.number);
    }
    isBusy = false;
  }

  /** @param {Frame} frame */
  async function draw(frame) {
    try {
      await screen.showBlob(new Blob([frame.jpeg], { type: "image/jpeg" }), describe(frame));
      shown = frame;
      drawn(frame);
    } catch {
      // A picture that cannot be decoded is left out; the next one replaces it.
    }
  }

  return {
    canvas: screen.canvas,
    screen,
    /** @param {ArrayBuffer} buffer */
    receive(buffer) {
      const frame = decodeFrame(buffer);
      if (!frame) return;
      newest = frame;
      if (!isBusy) void work();
    },
    /** The frame on the screen. */
    get shown() {
      return shown;
    },
  };
}

/** @typedef {ReturnType<typeof makePicture>} Picture */
