// @ts-check
// Who is signed in: kept in this tab's session storage, handed on to the dashboard's other tabs, never in a cookie.

/** @typedef {{ secret: string, keyId: string | null, expiresAt: string | null }} Session `keyId`: of a key that is this session's own. */

const name = "martlet.session";
/** Other tabs answer within this time, or there is none. */
const patience = 200;

export class Sessions {
  #channel = new BroadcastChannel(name);
  #ended;

  /** @param {() => void} ended Called when the person signs out in another tab. */
  constructor(ended) {
    this.#ended = ended;
    this.#channel.addEventListener("message", ({ data }) => this.#heard(data));
  }

  /** The session of this tab; null when there is none, or it is over. @returns {Session | null} */
  get current() {
    try {
      const session = JSON.parse(sessionStorage.getItem(name) ?? "null");
      if (typeof session?.secret !== "string") return null;
      return session.expiresAt && Date.parse(session.expiresAt) <= Date.now() ? null : session;
    } catch {
      return null;
    }
  }

  /** @param {Session} session */
  begin(session) {
    sessionStorage.setItem(name, JSON.stringify(session));
  }

  /** Forgets the session in this tab. */
  forget() {
    sessionStorage.removeItem(name);
  }

  /** Forgets the session in every tab. */
  end() {
    this.forget();
    this.#channel.postMessage({ type: "end" });
  }

  /** Asks the dashboard's other tabs for their session, so that a link may be opened in a new one. @returns {Promise<Session | null>} */
  ask() {
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(null), patience);
      const listen = (/** @type {MessageEvent} */ { data }) => data?.type === "session" && done(data.session);
      const done = (/** @type {Session | null} */ session) => {
        clearTimeout(timer);
        this.#channel.removeEventListener("message", listen);
        if (session) this.begin(session);
        resolve(this.current);
      };
      this.#channel.addEventListener("message", listen);
      this.#channel.postMessage({ type: "ask" });
    });
  }

  /** @param {any} message */
  #heard(message) {
    const session = this.current;
    if (message?.type === "ask" && session) this.#channel.postMessage({ type: "session", session });
    if (message?.type === "end" && session) {
      this.forget();
      this.#ended();
    }
  }
}
