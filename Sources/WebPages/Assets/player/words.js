// @ts-check
// What rows of requests and console lines say. Pure.

/** @typedef {Record<string, any>} Row As the API lists events. */

/**
 * The words of a request's end: `network.response` or `network.failed`.
 * @param {Row} row
 * @returns {{ method: string, url: string, path: string, host: string, status: string, problem: string | null, outcome: string,
 *   severity: "error" | "warning" | "canceled" | null }}
 */
export function requestWords(row) {
  const data = row.data ?? {};
  const url = String(data.url ?? "");
  const { path, host } = placeOf(url);
  const isFailed = row.type === "network.failed";
  const problem = isFailed ? (data.canceled ? "canceled" : String(data.errorText ?? "failed").replace(/^net::/, "")) : null;
  const status = data.statusCode ? String(data.statusCode) : isFailed ? "–" : "";
  return {
    method: data.method ?? methodOf(String(row.name ?? "")),
    url,
    path,
    host,
    status,
    problem,
    outcome: problem ?? [status, data.statusText].filter(Boolean).join(" "),
    severity: severityOf(Number(data.statusCode ?? 0), isFailed, Boolean(data.canceled)),
  };
}

/** @param {number} status @param {boolean} isFailed @param {boolean} isCanceled */
function severityOf(status, isFailed, isCanceled) {
  if (status >= 500) return "error";
  if (status >= 400) return "warning";
  if (isCanceled) return "canceled";
  return isFailed ? "error" : null;
}

/** Where a line comes from: `shop.js:12`. @param {Row} [data] */
export function sourceWords(data) {
  if (!data?.url) return null;
  const { path } = placeOf(String(data.url));
  const file = path.split("?")[0].split("/").filter(Boolean).pop() ?? path;
  return data.line ? `${file}:${data.line}` : file;
}

/** A response's name is `200 GET /path`. @param {string} name */
function methodOf(name) {
  return /^(?:\d+ )?([A-Z]+) /.exec(name)?.[1] ?? "";
}

/** @param {string} address */
function placeOf(address) {
  try {
    const url = new URL(address);
    return { path: (url.pathname + url.search) || "/", host: url.host };
  } catch {
    return { path: address, host: "" };
  }
}
