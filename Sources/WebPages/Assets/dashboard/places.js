// @ts-check
// The dashboard's addresses. Pure.

/**
 * @typedef {{ page: "runs" } | { page: "run", id: string } | { page: "runtimes" }} Place
 * @typedef {{ status: string | null, runtime: string | null, cursor: string | null }} RunsQuery
 */

/** @param {string} path @returns {Place} */
export function placeOf(path) {
  const parts = path.split("/").filter(Boolean);
  if (parts[0] === "runtimes") return { page: "runtimes" };
  if (parts[0] === "runs" && parts[1]) return { page: "run", id: decoded(parts[1]) };
  return { page: "runs" };
}

/** @param {string} id */
export function runAddress(id) {
  return `/runs/${encodeURIComponent(id)}`;
}

/** What a list's address asks for. @param {string} search @returns {RunsQuery} */
export function runsQueryOf(search) {
  const query = new URLSearchParams(search);
  return {
    status: query.get("status") || null,
    runtime: query.get("runtime") || null,
    cursor: query.get("cursor") || null,
  };
}

/** @param {Partial<RunsQuery>} query */
export function runsAddress({ status, runtime, cursor }) {
  const query = new URLSearchParams();
  if (status) query.set("status", status);
  if (runtime) query.set("runtime", runtime);
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return text ? `/?${text}` : "/";
}

/**
 * The one-time code of a fragment, and the fragment without it.
 * @param {string} hash
 * @returns {{ code: string | null, rest: string }}
 */
export function codeOf(hash) {
  const parts = hash.replace(/^#/, "").split("&").filter(Boolean);
  const code = parts.find((part) => part.startsWith("code="));
  const rest = parts.filter((part) => part !== code).join("&");
  return { code: code ? decoded(code.slice("code=".length)) : null, rest: rest && `#${rest}` };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
