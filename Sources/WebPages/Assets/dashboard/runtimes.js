// @ts-check
// The list of runtimes: browsers that can be started and stopped.

import { make, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { CallError } from "./api.js";
import { copyButton, empty, pill } from "./parts.js";
import { runAddress, runsAddress } from "./places.js";
import { keepFresh } from "./poll.js";
import { cell, makeTable } from "./table.js";
import { agoText, dateText, shortID } from "./words.js";

const pageSize = 50;
const pause = 3_000;

/** @typedef {import("./words.js").Runtime} Runtime */

/** @param {import("./main.js").Frame} frame */
export function showRuntimes({ api, page, trouble }) {
  document.title = "Runtimes · Martlet";
  const cursor = new URLSearchParams(location.search).get("cursor");
  /** Runtimes that are being started or stopped from here, and how that is going. @type {Map<string, { word: string, problem?: string }>} */
  const underway = new Map();
  const table = makeTable({
    label: "Runtimes",
    testID: "runtimes",
    columns: [{ title: "Runtime" }, { title: "Status" }, { title: "Active run" }, { title: "Last used" }, { title: "", class: "actions-head" }],
    key: (/** @type {Runtime & { lastActivityAt?: string }} */ runtime) => runtime.id,
    draw: (runtime) => drawRuntime(runtime, underway.get(runtime.id), { change, connectURL }),
    tick: (row, runtime) => {
      const time = row.querySelector("time");
      if (time) setText(time, agoText(Date.parse(time.dateTime), Date.now()));
    },
  });
  const problem = make("p", { class: "problem", role: "alert" });
  const body = make("div", { class: "body", "aria-busy": "true" }, make("p", { class: "loading" }, "Loading…"));
  const pages = make("nav", { class: "pages", "aria-label": "Pages of runtimes" });
  page.append(make("div", { class: "sheet" }, make("div", { class: "title" }, make("h1", {}, "Runtimes"), makeForm(create)), problem, body, pages));
  const fresh = keepFresh(look, trouble);

  async function look() {
    const found = await api.get("/runtimes", { limit: pageSize, cursor });
    body.removeAttribute("aria-busy");
    table.update(found.data.map((/** @type {Runtime} */ runtime) => ({ ...runtime, underway: underway.get(runtime.id) ?? null })));
    if (found.data.length === 0) body.replaceChildren(empty("No runtimes yet", make("p", {}, "A runtime is a browser that can be started and stopped. Name one above, and start it.")));
    else if (table.element.parentElement !== body) body.replaceChildren(table.element);
    pages.replaceChildren(
      ...(cursor ? [make("a", { class: "button outlined", href: "/runtimes" }, icon("back"), "Newest")] : []),
      ...(found.nextCursor ? [make("a", { class: "button outlined", href: `/runtimes?cursor=${encodeURIComponent(found.nextCursor)}` }, "Older", icon("forward"))] : []),
    );
    return pause;
  }

  /** @param {Runtime} runtime @param {"start" | "stop"} verb */
  async function change(runtime, verb) {
    underway.set(runtime.id, { word: verb === "start" ? "starting" : "stopping" });
    fresh.now();
    const failure = await tried(() => api.post(`/runtimes/${runtime.id}/${verb}`));
    underway.delete(runtime.id);
    setText(problem, failure ? `“${runtime.name}” could not be ${verb === "start" ? "started" : "stopped"}. ${failure}` : "");
    fresh.now();
  }

  /** @param {string} name */
  async function create(name) {
    const failure = await tried(() => api.post("/runtimes", { name }));
    setText(problem, failure ? `“${name}” could not be made. ${failure}` : "");
    fresh.now();
    return failure === null;
  }

  /** The address carries a credential, so it is asked for when it is wanted. @param {Runtime} runtime @returns {Promise<string>} */
  async function connectURL(runtime) {
    return (await api.get(`/runtimes/${runtime.id}`)).connectUrl ?? "";
  }
}

/** @param {() => Promise<unknown>} call @returns {Promise<string | null>} Why it failed. */
async function tried(call) {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof CallError) return error.message;
    throw error;
  }
}

/** @param {(name: string) => Promise<boolean>} create */
function makeForm(create) {
  const name = make("input", { class: "field", name: "name", maxlength: 120, required: true, placeholder: "Name of a new runtime", "aria-label": "Name of a new runtime", autocomplete: "off", "data-testid": "runtime-name" });
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (name.value.trim() && (await create(name.value.trim()))) name.value = "";
  };
  return make("form", { class: "filters create", onsubmit: submit }, name, make("button", { type: "submit", class: "button primary" }, icon("plus"), "Create"));
}

/**
 * @param {Runtime & { lastActivityAt?: string }} runtime
 * @param {{ word: string } | undefined} underway
 * @param {{ change(runtime: Runtime, verb: "start" | "stop"): void, connectURL(runtime: Runtime): Promise<string> }} actions
 * @returns {HTMLTableRowElement}
 */
function drawRuntime(runtime, underway, { change, connectURL }) {
  const used = runtime.lastActivityAt ?? runtime.createdAt;
  const isActive = runtime.activeRunId !== null;
  const verb = isActive ? "stop" : "start";
  const button = make(
    "button",
    { type: "button", class: isActive ? "button outlined" : "button outlined accent", disabled: underway !== undefined, "data-focus": "change", "aria-label": `${isActive ? "Stop" : "Start"} ${runtime.name}`, onclick: () => change(runtime, verb) },
    icon(isActive ? "power" : "play"),
    isActive ? "Stop" : "Start",
  );
  return make(
    "tr",
    { "data-runtime": runtime.id, "data-status": runtime.status },
    make("th", { scope: "row" }, make("a", { class: "plain", href: runsAddress({ runtime: runtime.id }), title: "Its runs", "data-focus": "name" }, make("span", { class: "name" }, runtime.name), make("span", { class: "id" }, shortID(runtime.id)))),
    cell("Status", {}, pill(underway?.word ?? runtime.status)),
    cell("Active run", {}, runtime.activeRunId ? make("a", { href: runAddress(runtime.activeRunId), "data-focus": "run" }, "Watch ", make("span", { class: "id" }, shortID(runtime.activeRunId))) : make("span", { class: "none" }, "–")),
    cell("Last used", {}, make("time", { datetime: used, title: dateText(Date.parse(used)) })),
    make("td", { class: "actions" }, isActive && copyButton(() => connectURL(runtime), "Copy the address that an agent connects to", "Connect address"), button),
  );
}
