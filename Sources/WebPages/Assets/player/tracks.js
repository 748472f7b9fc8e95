// @ts-check
// Which tabs there were when, and what they were called. Pure; times in milliseconds.

import { lastAtOrBefore } from "./frame-index.js";

/**
 * @typedef {{ atMs: number, title: string, url: string }} Place What a tab showed from a moment on.
 * @typedef {{ pageId: string, fromMs: number, toMs: number | null, places: Place[] }} Track One tab; `toMs` null: still open.
 * @typedef {{ atMs: number, pageId: string | null }} Front Which tab was in front from a moment on.
 */

/** Stands for the track that follows the tab in front. */
export const follow = "follow";

/**
 * The tab that was in front at a moment.
 * @param {Front[]} program @param {number} ms
 */
export function frontAt(program, ms) {
  const index = lastAtOrBefore(program, ms, (front) => front.atMs);
  return index < 0 ? null : program[index].pageId;
}

/**
 * The tab whose picture is seen at a moment by who follows: when no tab is in front, the last one that was.
 * @param {Front[]} program @param {number} ms
 */
export function pageAt(program, ms) {
  for (let index = lastAtOrBefore(program, ms, (front) => front.atMs); index >= 0; index -= 1) {
    if (program[index].pageId !== null) return program[index].pageId;
  }
  return program.find((front) => front.pageId !== null)?.pageId ?? null;
}

/**
 * What a tab showed at a moment; before its first place, that one.
 * @param {Track | undefined} track @param {number} ms
 * @returns {Place | null}
 */
export function placeAt(track, ms) {
  if (!track || track.places.length === 0) return null;
  const index = lastAtOrBefore(track.places, ms, (place) => place.atMs);
  return track.places[Math.max(0, index)];
}

/**
 * The strip of tabs at a moment: first the one that follows, then each tab in the order of opening.
 * @param {Track[]} tracks @param {Front[]} program @param {number} ms
 * @returns {import("../shared/tabs.js").Tab[]}
 */
export function tabsAt(tracks, program, ms) {
  const front = frontAt(program, ms);
  const opened = tracks.filter((track) => track.fromMs <= ms);
  return [
    { id: follow, title: "Follow", hint: "The tab that is in front at the moment", kind: /** @type {const} */ ("follow") },
    ...opened.map((track) => {
      const place = placeAt(track, ms);
      return {
        id: track.pageId,
        title: place?.title || place?.url || "New tab",
        url: place?.url,
        gone: track.toMs !== null && track.toMs <= ms,
        marked: track.pageId === front,
      };
    }),
  ];
}
