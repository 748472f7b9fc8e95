// @ts-check
// All that the page knows, and what follows from it. Pure.

/**
 * @typedef {import("./protocol.js").Hello} Hello
 * @typedef {import("./protocol.js").State} State
 * @typedef {import("./protocol.js").Page} Page
 * @typedef {{
 *   connection: import("./connection.js").Connection,
 *   stalled: boolean,
 *   hello: Hello | null,
 *   state: State | null,
 *   shown: import("./frames.js").Frame | null,
 *   clockSkew: number,
 * }} Model `stalled`: the server owes an answer. `shown`: the frame that is on the screen.
 *   `clockSkew`: milliseconds to add to this machine's clock for the server's.
 */

/** @param {import("./connection.js").Connection} connection @returns {Model} */
export function newModel(connection) {
  return { connection, stalled: false, hello: null, state: null, shown: null, clockSkew: 0 };
}

/**
 * The model after a message of the server; the same object when the message changes nothing in it.
 * @param {Model} model @param {import("./protocol.js").ServerMessage} message @param {number} now This machine's clock.
 * @returns {Model}
 */
export function receive(model, message, now) {
  switch (message.type) {
    case "hello":
      return { ...model, hello: message, clockSkew: Date.parse(message.now) - now || 0 };
    case "state":
      return { ...model, state: message };
    default:
      return model;
  }
}

/** @param {Model} model */
export function isLive(model) {
  return model.connection.phase === "live" && model.state !== null;
}

/** The page whose pictures this viewer gets. @param {Model} model @returns {Page | null} */
export function watchedPage({ state }) {
  return state?.pages.find((page) => page.id === state.watchedPageId) ?? null;
}

/** @param {Model} model @returns {boolean} Whether the lease lets a person drive at all. */
export function isForInput(model) {
  return model.hello?.control === "input";
}

/** @param {Model} model @returns {boolean} */
export function isMine(model) {
  return isForInput(model) && Boolean(model.state?.control.mine);
}

/** @param {Model} model @returns {boolean} Whether another person holds control. */
export function isOthers(model) {
  return model.state?.control.holder === "person" && !model.state.control.mine;
}

/** @param {Model} model @returns {boolean} Whether what the person does may go to the browser now: it has control, or may have it from the agent. */
export function mayDrive(model) {
  return isLive(model) && isForInput(model) && !isOthers(model);
}

/** @param {Model} model @returns {boolean} Whether the picture is of the page that is watched. */
export function showsWatched({ state, shown }) {
  return shown !== null && shown.pageId === state?.watchedPageId;
}

/** The dialog over the watched page. @param {Model} model */
export function openDialog({ state }) {
  return state?.dialogs.find((dialog) => dialog.pageId === state.watchedPageId) ?? null;
}

/** Milliseconds until the lease expires, by the server's clock; null while that is unknown. @param {Model} model @param {number} now */
export function remaining({ hello, clockSkew }, now) {
  return hello ? Date.parse(hello.expiresAt) - (now + clockSkew) : null;
}

/** The tabs as the strip draws them. @param {Model} model @param {string} base The address of the page. @returns {import("../shared/tabs.js").Tab[]} */
export function tabs({ state }, base) {
  return (state?.pages ?? []).map((page) => {
    const asks = state?.dialogs.some((dialog) => dialog.pageId === page.id);
    const favicon = page.favicon && /^icons\/\d+$/.test(page.favicon) ? `${base}/${page.favicon}` : undefined;
    return {
      id: page.id,
      title: tabTitle(page),
      url: page.url,
      favicon: asks || page.crashed ? undefined : favicon,
      kind: page.crashed ? "alert" : asks ? "dialog" : favicon ? undefined : "globe",
      marked: page.front && state !== null && state.pages.length > 1,
    };
  });
}

/** @param {Page} page */
export function tabTitle({ title, url }) {
  if (title) return title;
  if (!url || url === "about:blank") return "New tab";
  return url.replace(/^https?:\/\//, "");
}

/** What the page that frames this one is told: see docs/live-view.md. @param {Model} model @param {string} status */
export function report(model, status) {
  const { connection, hello, state } = model;
  const page = watchedPage(model);
  const action = state?.humanAction;
  return {
    type: "bctrl:live-status",
    status,
    reason: connection.end?.reason ?? null,
    message: connection.end?.message || null,
    runId: hello?.runId ?? null,
    runtimeId: hello?.runtimeId ?? null,
    expiresAt: hello?.expiresAt ?? null,
    mode: hello?.control ?? null,
    control: state ? { holder: state.control.holder, mine: state.control.mine, name: state.control.name } : null,
    page: page ? { id: page.id, url: page.url, title: page.title, crashed: page.crashed } : null,
    humanAction: action ? { id: action.id, message: action.message, expiresAt: action.expiresAt } : null,
    viewers: state?.viewers ?? null,
  };
}
