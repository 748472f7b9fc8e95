// @ts-check
import { CallError } from "./api.js";

/** After a failure: this long, doubling up to the last. */
const firstRetry = 1_000;
const lastRetry = 15_000;

/**
 * Looks now, and again and again, while the page is seen.
 * @param {() => Promise<number | null>} look Answers the pause in milliseconds until the next look; null: nothing changes any more.
 * @param {(error: CallError | null) => void} trouble Told when it cannot look, and null when it can again.
 * @returns {{ now(): void }} `now` looks at once.
 */
export function keepFresh(look, trouble) {
  let timer = 0;
  let retry = firstRetry;
  let isBusy = false;
  let isAsked = false;

  async function turn() {
    if (isBusy) {
      isAsked = true;
      return;
    }
    clearTimeout(timer);
    isBusy = true;
    isAsked = false;
    const pause = await once();
    isBusy = false;
    if (isAsked) turn();
    else if (pause !== null && !document.hidden) timer = setTimeout(turn, pause);
  }

  async function once() {
    try {
      const pause = await look();
      retry = firstRetry;
      trouble(null);
      return pause;
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      trouble(error);
      const pause = retry;
      retry = Math.min(lastRetry, retry * 2);
      return error.status === 0 || error.status >= 500 ? pause : null;
    }
  }

  document.addEventListener("visibilitychange", () => document.hidden || turn());
  turn();
  return { now: turn };
}
