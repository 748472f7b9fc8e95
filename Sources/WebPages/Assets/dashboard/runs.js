// @ts-check
// The list of runs.

import { make, setAttribute, setText } from "../shared/dom.js";
import { countText } from "../shared/format.js";
import { icon } from "../shared/icons.js";
import { CallError } from "./api.js";
import { command, empty, pill } from "./parts.js";
import { runAddress, runsAddress, runsQueryOf } from "./places.js";
import { keepFresh } from "./poll.js";
import { cell, makeTable } from "./table.js";
import { agoText, dateText, failureWords, lengthText, runLength, shortID } from "./words.js";

const pageSize = 25;
/** Milliseconds between two looks. */
const pause = 3_000;

const statuses = [
  { status: null, label: "All" },
  { status: "active", label: "Active" },
  { status: "stopped", label: "Stopped" },
  { status: "failed", label: "Failed" },
];

/** @typedef {import("./words.js").Run} Run */

/** @param {import("./main.js").Frame} frame */
export function showRuns({ api, page, trouble }) {
  document.title = "Runs · Martlet";
  const query = runsQueryOf(location.search);
  const details = new Details(api);
  const table = makeTable({
    label: "Runs",
    testID: "runs",
    columns: [{ title: "Run" }, { title: "Status" }, { title: "Started" }, { title: "Duration", class: "number" }, { title: "Events", class: "number" }],
    key: (/** @type {Run} */ run) => run.id,
    draw: drawRun,
    tick: tickRun,
  });
  const runtimes = make("select", { class: "field", id: "runtime", "aria-label": "Runtime", "data-testid": "runtime-filter" }, make("option", { value: "" }, "All runtimes"));
  runtimes.addEventListener("change", () => location.assign(runsAddress({ ...query, runtime: runtimes.value || null, cursor: null })));
  const body = make("div", { class: "body", "aria-busy": "true" }, make("p", { class: "loading" }, "Loading…"));
  const pages = make("nav", { class: "pages", "aria-label": "Pages of runs" });
  const filter = make("div", { class: "segments", role: "group", "aria-label": "Status" }, ...statuses.map(({ status, label }) =>
    make("a", { class: "segment", href: runsAddress({ ...query, status, cursor: null }), "aria-current": status === query.status ? "true" : null }, label)));
  page.append(make("div", { class: "sheet" }, make("div", { class: "title" }, make("h1", {}, "Runs"), make("div", { class: "filters" }, filter, runtimes)), body, pages));

  keepFresh(look, trouble);
  setInterval(() => table.tick(), 1_000);

  async function look() {
    const found = await asked();
    if (!found) return null;
    await details.read(found.data);
    drawRuntimes();
    /** @type {Run[]} */
    const runs = found.data.map((/** @type {Run} */ run) => details.of(run));
    body.removeAttribute("aria-busy");
    if (runs.length) {
      table.update(runs);
      if (table.element.parentElement !== body) body.replaceChildren(table.element);
    } else if (!body.querySelector(".empty")) {
      body.replaceChildren(nothing(query));
    }
    drawPages(found.nextCursor);
    return pause;
  }

  /** The runs that the address asks for; null when it asks for what cannot be, which is said. */
  async function asked() {
    try {
      return await api.get("/runs", { status: query.status, runtimeId: query.runtime, cursor: query.cursor, limit: pageSize });
    } catch (error) {
      if (!(error instanceof CallError) || error.status !== 400) throw error;
      body.removeAttribute("aria-busy");
      body.replaceChildren(empty("There is no such list", make("p", {}, error.message), make("p", {}, make("a", { href: "/" }, "All runs"))));
      return null;
    }
  }

  /** @param {string | null} next */
  function drawPages(next) {
    const links = [
      query.cursor ? make("a", { class: "button outlined", href: runsAddress({ ...query, cursor: null }), "data-testid": "newest" }, icon("back"), "Newest") : null,
      next ? make("a", { class: "button outlined", href: runsAddress({ ...query, cursor: next }), "data-testid": "older" }, "Older", icon("forward")) : null,
    ].flatMap((link) => link ?? []);
    const addresses = (/** @type {Iterable<Element>} */ all) => [...all].map((link) => link.getAttribute("href")).join();
    if (addresses(links) !== addresses(pages.children)) pages.replaceChildren(...links);
  }

  function drawRuntimes() {
    const names = [...details.names];
    if (query.runtime && !details.names.has(query.runtime)) names.push([query.runtime, shortID(query.runtime)]);
    if (runtimes.options.length === names.length + 1) return;
    runtimes.replaceChildren(make("option", { value: "" }, "All runtimes"), ...names.map(([id, name]) => make("option", { value: id }, name)));
    runtimes.value = query.runtime ?? "";
  }
}

/** What lists of runs leave out: how many events each has, and which runtimes there are to choose from. What cannot change is asked for once. */
class Details {
  #api;
  /** The runtimes' names: of those that are there, and of the runs that are listed. @type {Map<string, string>} */
  names = new Map();
  /** @type {Map<string, { events: number, files: number }>} */
  #counts = new Map();
  #isFirst = true;

  /** @param {import("./api.js").API} api */
  constructor(api) {
    this.#api = api;
  }

  /** @param {Run[]} runs */
  async #readRuntimes(runs) {
    const isKnown = runs.every((run) => this.names.has(run.runtimeId));
    for (const run of runs.toReversed()) this.names.set(run.runtimeId, run.runtimeName);
    if (!this.#isFirst && isKnown) return;
    const { data } = await this.#api.get("/runtimes", { limit: 200 });
    for (const runtime of data) this.names.set(runtime.id, runtime.name);
    this.#isFirst = false;
  }

  /** @param {Run[]} runs */
  async read(runs) {
    const wanted = runs.filter((run) => run.status === "active" || !this.#counts.has(run.id));
    await Promise.all(wanted.map(async (run) => {
      const { counts, status } = await this.#api.get(`/runs/${run.id}`);
      if (status === "active") run.counts = counts;
      else this.#counts.set(run.id, counts);
    }));
    await this.#readRuntimes(runs);
  }

  /** @param {Run} run @returns {Run} */
  of(run) {
    return { ...run, counts: this.#counts.get(run.id) ?? run.counts };
  }
}

/** @param {Run} run @returns {HTMLTableRowElement} */
function drawRun(run) {
  const started = Date.parse(run.startedAt);
  const name = make("span", { class: "name" }, run.runtimeName);
  return make(
    "tr",
    { "data-run": run.id, "data-status": run.status },
    make("th", { scope: "row" }, make("a", { class: "whole", href: runAddress(run.id), "data-focus": "run" }, name, make("span", { class: "id" }, shortID(run.id)))),
    cell("Status", {}, pill(run.status), run.failure && make("span", { class: "why", title: run.failure.message }, failureWords(run.failure))),
    cell("Started", {}, make("time", { datetime: run.startedAt, title: dateText(started) })),
    cell("Duration", { class: "number" }, make("span", { class: "length" })),
    cell("Events", { class: "number" }, run.counts ? countText(run.counts.events) : "…"),
  );
}

/** @param {HTMLTableRowElement} row @param {Run} run */
function tickRun(row, run) {
  const now = Date.now();
  const [started, length] = [row.querySelector("time"), row.querySelector(".length")];
  if (started) setText(started, agoText(Date.parse(run.startedAt), now));
  if (length) setText(length, lengthText(runLength(run, now)));
  setAttribute(row, "data-status", run.status);
}

/** @param {import("./places.js").RunsQuery} query */
function nothing(query) {
  if (query.cursor) return empty("No more runs", make("p", {}, "These were all."));
  if (query.status || query.runtime) return empty("No such runs", make("p", {}, "No run matches what is chosen above."));
  return empty(
    "No runs yet",
    make("p", {}, "A run is the record of a browser from its start to its stop. Make the first one:"),
    command("martlet demo"),
    make("p", {}, make("a", { href: "/docs/quick-start" }, "Quick start"), ": connect your own agent."),
  );
}
