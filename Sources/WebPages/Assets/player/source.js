// @ts-check
// What the server tells of a recording, beneath the address of its lease. Times are milliseconds of the recording.

/**
 * @typedef {"preparing" | "processing" | "ready" | "not_available" | "failed"} RecordingStatus
 * @typedef {{
 *   run: { id: string, status: "active" | "stopped" | "failed", startedAt: string, finishedAt: string | null },
 *   recording: { status: RecordingStatus, reason: string | null },
 *   expiresAt: string,
 *   durationMs: number,
 *   tracks: import("./tracks.js").Track[],
 *   program: import("./tracks.js").Front[],
 *   completeness: { ratio: number, gaps: import("./spans.js").Gap[] },
 * }} Manifest
 * @typedef {"expired" | "missing" | "unreachable" | "failed"} Trouble
 */

/** Why something could not be got. */
export class SourceError extends Error {
  /** @param {Trouble} trouble @param {string} message */
  constructor(trouble, message) {
    super(message);
    this.trouble = trouble;
  }
}

/** The data of one recording. Every method throws {@link SourceError}, and may be called again after it. */
export class Source {
  #base;
  #startedAt = 0;

  /** @param {string} base The page's own path, which carries the token. */
  constructor(base = location.pathname.replace(/\/+$/, "")) {
    this.#base = base;
  }

  /** @returns {Promise<Manifest>} */
  async manifest() {
    const manifest = await (await this.#get("/manifest")).json();
    this.#startedAt = Date.parse(manifest.run.startedAt);
    return manifest;
  }

  /**
   * The pictures of a stretch.
   * @param {number} fromMs @param {number} toMs @param {string | null} page Null: of the tab in front.
   * @returns {Promise<import("./frame-index.js").Piece>}
   */
  async index(fromMs, toMs, page) {
    const piece = await (await this.#get("/index", { fromMs, toMs, pageId: page })).json();
    return {
      fromMs,
      toMs: piece.toMs,
      before: entry(piece.before),
      entries: piece.frames.map(entry),
      next: entry(piece.next),
    };
  }

  /** The JPEG of a picture, which never changes. @param {number} number */
  async frame(number) {
    return (await this.#get(`/frames/${number}`)).blob();
  }

  /**
   * The picture that is seen at a moment; null when there is none yet.
   * @param {number} atMs @param {string | null} page
   * @returns {Promise<{ number: number, ms: number, blob: Blob } | null>}
   */
  async frameAt(atMs, page) {
    const response = await this.#get("/frame", { atMs: Math.round(atMs), pageId: page });
    if (response.status === 204) return null;
    return {
      number: Number(response.headers.get("x-frame-number")),
      ms: Math.round(Number(response.headers.get("x-frame-time")) * 1000),
      blob: await response.blob(),
    };
  }

  /**
   * @param {"activity" | "events"} list @param {number} after
   * @param {import("./matches.js").Narrowing} [narrowing] Only the events that it leaves.
   * @returns {Promise<import("./outline.js").OutlinePart>}
   */
  async outline(list, after, narrowing) {
    const { types, kinds, words } = narrowing ?? { types: null, kinds: [], words: "" };
    return (await this.#get(`/${list}/outline`, { after, type: types?.join() ?? null, kind: kinds.join() || null, q: words || null })).json();
  }

  /**
   * A page of the run's files, newest first.
   * @param {string | null} cursor
   * @returns {Promise<{ data: import("./file-sheet.js").RunFile[], nextCursor: string | null }>}
   */
  async files(cursor) {
    return (await this.#get("/files", { cursor, limit: 50 })).json();
  }

  /** A time of the wire as milliseconds of the recording. @param {string} time */
  msOf(time) {
    return Math.max(0, Date.parse(time) - this.#startedAt);
  }

  /**
   * Rows of a list, as the API lists them.
   * @param {"activity" | "events"} list @param {number} after @param {number} limit
   * @returns {Promise<Record<string, any>[]>}
   */
  async rows(list, after, limit) {
    return (await (await this.#get(`/${list}`, { after, limit })).json()).data;
  }

  /** Begins to make a video, or joins who makes the same. @returns {Promise<import("./export.js").Export>} */
  async startExport() {
    return this.#exportState(await this.#fetch(this.address("/export"), { method: "POST" }));
  }

  /** @param {string} id @returns {Promise<import("./export.js").Export>} */
  async exportState(id) {
    return this.#exportState(await this.#fetch(this.address(`/export/${id}`)));
  }

  /** What the server says of why there is none is for people. @param {Response} response */
  async #exportState(response) {
    const body = await response.json().catch(() => ({}));
    if (response.ok) return body;
    const words = [body.error ?? `The server answered ${response.status}.`, body.hint].filter(Boolean).join(" ");
    throw new SourceError(troubleOf(response.status), words);
  }

  /** The address of something of the recording. @param {string} path With a slash at its begin. */
  address(path) {
    return `${this.#base}${path}`;
  }

  /** @param {string} path @param {Record<string, string | number | null>} [query] */
  async #get(path, query = {}) {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== null) parameters.set(name, String(value));
    const text = parameters.toString();
    const response = await this.#fetch(`${this.#base}${path}${text && "?"}${text}`);
    if (response.ok) return response;
    throw new SourceError(troubleOf(response.status), `${path} answered ${response.status}`);
  }

  /** @param {string} address @param {RequestInit} [options] */
  async #fetch(address, options = {}) {
    try {
      return await fetch(address, { ...options, credentials: "omit", referrerPolicy: "no-referrer" });
    } catch {
      throw new SourceError("unreachable", "The server cannot be reached.");
    }
  }
}

/** @param {number} status @returns {Trouble} */
function troubleOf(status) {
  if (status === 410) return "expired";
  if (status === 404) return "missing";
  return status >= 500 || status === 429 ? "unreachable" : "failed";
}

/** @param {[number, number] | null} pair @returns {any} */
function entry(pair) {
  return pair && { number: pair[0], ms: pair[1] };
}
