// @ts-check
import { make } from "../shared/dom.js";

/**
 * @typedef {"live" | "steer" | "replay"} View `steer`: the live view, in control.
 * @typedef {{ message(data: { type: string } & Record<string, any>): void }} ViewerListener Told what the page in the frame tells.
 */

/** The live view or the replay of a run, in a frame, each by a lease of its own. */
export class Viewer {
  element = make("div", { class: "viewer", "data-testid": "viewer" });
  #api;
  #run;
  #seconds;
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** The lease of what is shown. @type {string | null} */
  #lease = null;
  #turn = 0;

  /** @param {import("./main.js").Frame} frame @param {string} run @param {ViewerListener} listener */
  constructor({ api, seconds, atLeave }, run, listener) {
    this.#api = api;
    this.#run = run;
    this.#seconds = seconds;
    window.addEventListener("message", ({ source, data }) => {
      if (this.#frame && source === this.#frame.contentWindow && typeof data?.type === "string") listener.message(data);
    });
    atLeave(() => this.#takeBack(this.#lease));
    // A page that comes back from the browser's memory has no lease any more.
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  }

  /**
   * Shows a view in the place of what was there.
   * @param {View} view @param {string} [hash] The moment that a replay opens at.
   * @throws {import("./api.js").CallError}
   */
  async show(view, hash = "") {
    const turn = ++this.#turn;
    const { path, leaseId } = await this.lease(view, this.#seconds);
    // Another view was chosen meanwhile.
    if (turn !== this.#turn) return this.#takeBack(leaseId);
    this.#takeBack(this.#lease);
    this.#lease = leaseId;
    this.#frame = make("iframe", {
      src: `${path}?chrome=part${view === "replay" ? hash : ""}`,
      title: view === "replay" ? "Replay of the run" : "Live view of the run",
      allow: "clipboard-read; clipboard-write; fullscreen",
      "data-testid": "view",
      "data-view": view,
    });
    this.element.replaceChildren(this.#frame);
  }

  /** A new address of a view. @param {View} view @param {number} seconds How long it is good. @returns {Promise<{ path: string, leaseId: string }>} */
  async lease(view, seconds) {
    const terms = view === "replay" ? {} : { control: view === "steer" ? "input" : "none" };
    const { url, leaseId } = await this.#api.post(`/runs/${this.#run}/${view === "replay" ? "recording" : "live"}`, { expiresInSeconds: seconds, ...terms });
    // The server's public address may be another than this one; both lead to it.
    return { path: new URL(url).pathname, leaseId };
  }

  /** @param {{ type: string } & Record<string, unknown>} message */
  tell(message) {
    this.#frame?.contentWindow?.postMessage(message, location.origin);
  }

  /** Says in the place of a view why there is none. @param {...Node} words */
  say(...words) {
    this.#frame = null;
    this.element.replaceChildren(...words);
  }

  /** A lease that nobody looks at any more is revoked. @param {string | null} lease */
  async #takeBack(lease) {
    if (lease === this.#lease) this.#lease = null;
    if (lease) await this.#api.delete(`/runs/${this.#run}/leases/${lease}`).catch(() => {});
  }
}
