// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { clockText } from "./format.js";

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
  return String(row.name ?? data.text ?? data.url ?? data.message ?? row.status ?? row.type);
}

/** @param {Record<string, any>} row */
function severityOf(row) {
  if (["page.error", "page.crash"].includes(row.type) || row.status === "failed") return "error";
  if (row.data?.level === "error" || row.data?.statusCode >= 500) return "error";
  if (row.data?.level === "warning" || row.data?.statusCode >= 400) return "warning";
  return null;
}
