// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { clockText, sizeText, spanText } from "../shared/format.js";
import { requestWords, sourceWords } from "./words.js";

/** @typedef {import("../shared/icons.js").IconName} IconName */

/** @type {[string, IconName][]} The first that a type begins with. */
const icons = [
  ["browser.navigate", "globe"],
  ["browser.click", "pointer"],
  ["browser.drag", "pointer"],
  ["browser.hover", "pointer"],
  ["browser.type", "text"],
  ["browser.press", "keyboard"],
  ["browser.select", "check"],
  ["browser.check", "check"],
  ["browser.submit", "check"],
  ["browser.scroll", "scroll"],
  ["browser.dialog", "dialog"],
  ["browser.tab", "tab"],
  ["browser.screenshot", "film"],
  ["browser.pdf", "film"],
  ["browser.error", "alert"],
  ["browser.crash", "alert"],
  ["runtime", "power"],
  ["file", "down"],
  ["download", "down"],
  ["network", "arrows"],
  ["console", "terminal"],
  ["navigation", "globe"],
  ["page", "alert"],
  ["dialog", "dialog"],
  ["system", "person"],
];

/** @param {string} type @returns {IconName} */
function iconOf(type) {
  return icons.find(([beginning]) => type.startsWith(beginning))?.[1] ?? "list";
}

/** One step of the activity. @param {HTMLElement} element @param {Record<string, any>} row @param {number} ms */
export function drawActivity(element, row, ms) {
  const text = make("span", { class: "row-text" }, row.message ?? "…");
  if (row.severity && row.severity !== "info") element.dataset.severity = row.severity;
  element.title = row.message ?? "";
  element.dataset.type = row.type;
  element.replaceChildren(time(ms), icon(iconOf(row.type)), text);
}

/** One event. @param {HTMLElement} element @param {Record<string, any>} row @param {number} ms */
export function drawEvent(element, row, ms) {
  const text = make("span", { class: "row-text" }, make("span", { class: "row-kind" }, kindOf(row)), row.seq === undefined ? "…" : labelOf(row));
  const severity = severityOf(row);
  if (severity) element.dataset.severity = severity;
  element.title = row.seq === undefined ? "" : `${row.type} ${row.status ?? ""}\n${labelOf(row)}`;
  element.dataset.type = row.type;
  element.replaceChildren(time(ms), icon(iconOf(row.type)), text);
}

/** A request with what became of it. @param {HTMLElement} element @param {Record<string, any>} row @param {number} ms */
export function drawRequest(element, row, ms) {
  if (row.seq === undefined) return drawWaiting(element, ms);
  const words = requestWords(row);
  if (words.severity) element.dataset.severity = words.severity;
  const bytes = row.data?.fromCache ? "cache" : row.data?.bytes === undefined ? null : sizeText(row.data.bytes);
  const span = row.durationSeconds === undefined ? null : spanText(row.durationSeconds * 1000);
  element.title = `${words.method} ${words.url}\n${words.outcome}`;
  element.replaceChildren(
    time(ms),
    make("span", { class: "row-status" }, words.status),
    make(
      "span",
      { class: "row-text two" },
      make("span", { class: "row-main" }, make("span", { class: "row-kind" }, words.method), words.path),
      make("span", { class: "row-sub" }, [words.problem, row.data?.resourceType, bytes, span, words.host].filter(Boolean).join(" · ")),
    ),
  );
}

/** A line of the console. @param {HTMLElement} element @param {Record<string, any>} row @param {number} ms */
export function drawLine(element, row, ms) {
  if (row.seq === undefined) return drawWaiting(element, ms);
  const severity = severityOf(row);
  if (severity) element.dataset.severity = severity;
  const [text, source] = [String(row.data?.text ?? row.data?.message ?? row.name ?? row.type), sourceWords(row.data)];
  element.title = [text.slice(0, 600), row.data?.url].filter(Boolean).join("\n");
  element.replaceChildren(
    time(ms),
    icon(severity ? "alert" : "terminal"),
    make("span", { class: "row-line" }, make("span", { class: "row-text" }, severity && make("span", { class: "visually-hidden" }, `${severity}: `), text), source && make("span", { class: "row-source" }, source)),
  );
}

/** A row that has not come yet. @param {HTMLElement} element @param {number} ms */
function drawWaiting(element, ms) {
  element.title = "";
  element.replaceChildren(time(ms), make("span"), make("span", { class: "row-text" }, "…"));
}

/** @param {number} ms */
function time(ms) {
  return make("span", { class: "row-time" }, clockText(ms, { tenths: ms < 600_000 }));
}

/** @type {Record<string, string>} */
const kinds = {
  "network.request": "→",
  "network.failed": "failed",
  "page.error": "error",
  "page.crash": "crash",
  "runtime.lifecycle": "runtime",
};

/** @param {Record<string, any>} row */
function kindOf(row) {
  if (row.type === "network.response") return row.data?.statusCode ?? "←";
  if (row.type === "console.message") return row.data?.level ?? "console";
  return kinds[row.type] ?? (row.status && row.type === "navigation" ? row.status : row.type);
}

/** @param {Record<string, any>} row */
function labelOf(row) {
  const data = row.data ?? {};
  // Its status stands before it already.
  if (row.type === "network.response" && row.name) return String(row.name).replace(/^\d+ /, "");
  return String(row.name ?? data.text ?? data.url ?? data.message ?? row.status ?? row.type);
}

/** @param {Record<string, any>} row */
function severityOf(row) {
  if (["page.error", "page.crash"].includes(row.type) || row.status === "failed") return "error";
  if (row.data?.level === "error" || row.data?.statusCode >= 500) return "error";
  if (row.data?.level === "warning" || row.data?.statusCode >= 400) return "warning";
  return null;
}
