// @ts-check
// What the player says of its state. Pure.

import { percentText, shortTime } from "../shared/format.js";

/**
 * @typedef {{
 *   manifest: import("./source.js").Manifest | null,
 *   trouble: import("./source.js").Trouble | null,
 *   following: boolean,
 * }} Situation
 * @typedef {{ status: string, text: string, tone: import("../shared/status.js").Tone }} StatusWords
 */

/** @param {Situation} situation @returns {StatusWords} */
export function statusOf({ manifest, trouble, following }) {
  if (trouble === "expired") return { status: "expired", text: "Address lapsed", tone: "problem" };
  if (trouble === "missing") return { status: "missing", text: "Not found", tone: "problem" };
  if (trouble) return { status: "disconnected", text: "Connection lost", tone: "problem" };
  if (!manifest) return { status: "loading", text: "Opening", tone: "waiting" };
  const { status } = manifest.recording;
  if (manifest.run.status === "active" && status !== "failed" && status !== "not_available") {
    if (status === "preparing") return { status: "preparing", text: "Waiting for a picture", tone: "waiting" };
    return following
      ? { status: "live", text: "Live", tone: "live" }
      : { status: "live", text: "Run goes on", tone: "neutral" };
  }
  return ended(manifest);
}

/** @param {import("./source.js").Manifest} manifest @returns {StatusWords} */
function ended({ recording, completeness }) {
  const { ratio } = completeness;
  switch (recording.status) {
    case "ready":
      return ratio >= 1
        ? { status: "ready", text: "Complete", tone: "good" }
        : { status: "ready", text: `${percentText(ratio)} complete`, tone: "neutral" };
    case "not_available":
      return { status: "not_available", text: "No recording", tone: "neutral" };
    case "failed":
      return { status: "failed", text: "Failed", tone: "problem" };
    default:
      return { status: recording.status, text: "Being finished", tone: "waiting" };
  }
}

/**
 * What stands in the place of the picture; null when the picture can be seen.
 * @param {Situation & { hasPicture: boolean, retry(): void }} situation
 * @returns {import("../shared/veil.js").VeilWords | null}
 */
export function veilOf({ manifest, trouble, hasPicture, retry }) {
  if (trouble === "expired") return words.expired;
  if (trouble === "missing") return words.missing;
  if (!manifest) {
    if (trouble) return { ...words.unreachable, action: { label: "Try again", run: retry } };
    return words.opening;
  }
  const { status } = manifest.recording;
  if (status === "not_available") return words.notAvailable;
  if (status === "failed" && !hasPicture) return words.failed;
  if (hasPicture || status === "ready" || status === "processing") return null;
  return words.preparing;
}

/** @type {Record<string, import("../shared/veil.js").VeilWords>} */
const words = {
  opening: { icon: "wait", title: "Opening the recording", text: "One moment.", tone: "waiting" },
  preparing: { icon: "wait", title: "Waiting for the first picture", text: "The run has begun. The browser has not shown anything yet.", tone: "waiting" },
  expired: { icon: "clock", title: "This address has lapsed", text: "It was good for a limited time, which is over. Ask whoever gave it to you for a new one." },
  missing: { icon: "gap", title: "There is nothing at this address", text: "Ask whoever gave it to you for it once more." },
  unreachable: { icon: "alert", title: "The server cannot be reached", text: "The player goes on trying.", tone: "problem" },
  notAvailable: { icon: "film", title: "There is no recording of this run", text: "It was not recorded, or the time for which recordings are kept is over. What happened in the run is still listed." },
  failed: { icon: "alert", title: "The recording failed", text: "No pictures of this run could be kept. What happened in the run is still listed.", tone: "problem" },
};

/** @type {Record<string, string>} */
const causes = {
  disk_full: "the disk was full",
  storage: "the disk could not keep up",
  browser_hung: "the browser did not answer",
  page_crashed: "the page had crashed",
  server_lost: "the server was lost",
};

/** @param {import("./spans.js").Gap} gap */
export function gapText(gap) {
  const cause = causes[gap.cause];
  return `No pictures for ${shortTime(gap.toMs - gap.fromMs)}${cause ? `: ${cause}` : ""}`;
}
