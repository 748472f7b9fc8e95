// @ts-check
// Calls the server's public API with the key of whoever looks.

/** Why a call did not do what it was asked. `status` 0: the server cannot be reached. */
export class CallError extends Error {
  /** @param {number} status @param {string} code @param {string} message */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** @typedef {Record<string, string | number | string[] | null | undefined>} Query */

/** A caller with a key. Every method throws {@link CallError}. */
export class API {
  #secret;
  #refused;

  /** @param {string} secret The key. @param {() => void} refused Called when the key opens nothing (any more). */
  constructor(secret, refused = () => {}) {
    this.#secret = secret;
    this.#refused = refused;
  }

  /** @param {string} path Beneath `/v1`. @param {Query} [query] @returns {Promise<any>} */
  get(path, query = {}) {
    return this.#call("GET", addressOf(path, query));
  }

  /** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  post(path, body = {}) {
    return this.#call("POST", addressOf(path, {}), { body: JSON.stringify(body) });
  }

  /** Also while the page is being left. @param {string} path @returns {Promise<any>} */
  delete(path) {
    return this.#call("DELETE", addressOf(path, {}), { keepalive: true });
  }

  /** @param {string} method @param {string} address @param {RequestInit} [options] */
  async #call(method, address, options = {}) {
    /** @type {Record<string, string>} */
    const headers = { authorization: `Bearer ${this.#secret}` };
    if (options.body) headers["content-type"] = "application/json";
    const response = await send(address, { ...options, method, headers });
    if (response.status === 401) this.#refused();
    return answerOf(response);
  }
}

/** Exchanges a one-time code for a session. @param {string} code @returns {Promise<import("./session.js").Session>} */
export async function exchange(code) {
  const headers = { "content-type": "application/json" };
  const response = await send("/v1/dashboard/sessions", { method: "POST", headers, body: JSON.stringify({ code }) });
  const { data, secret } = await answerOf(response);
  return { secret, keyId: data.id, expiresAt: data.expiresAt };
}

/** @param {string} path @param {Query} query */
function addressOf(path, query) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null && one !== undefined) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  return `/v1${path}${text && "?"}${text}`;
}

/** @param {string} address @param {RequestInit} options */
async function send(address, options) {
  try {
    return await fetch(address, { ...options, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
  } catch {
    throw new CallError(0, "unreachable", "The server cannot be reached.");
  }
}

/** @param {Response} response */
async function answerOf(response) {
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  const words = [body?.error ?? `The server answered ${response.status}.`, body?.hint].filter(Boolean).join(" ");
  throw new CallError(response.status, body?.code ?? "", words);
}
