// @ts-check
// The page of one run: what it is, and the view of it.

import { make } from "../shared/dom.js";
import { momentOf } from "../shared/moment.js";
import { CallError } from "./api.js";
import { empty } from "./parts.js";
import { keepFresh } from "./poll.js";
import { Head } from "./run-head.js";
import { Viewer } from "./viewer.js";
import { shortID } from "./words.js";

const pause = 2_000;
/** A download must begin within this time. */
const downloadSeconds = 600;

/** @typedef {import("./words.js").Run} Run */

/** @param {import("./main.js").Frame} frame @param {string} id */
export function showRun(frame, id) {
  const { api, page, trouble } = frame;
  document.title = `Run ${shortID(id)} · Martlet`;
  document.body.dataset.page = "run";
  /** @type {Run | null} */
  let run = null;
  /** @type {import("./viewer.js").View | null} */
  let view = null;
  let wantsControl = false;
  const head = new Head(id, { show, download: () => download(api, viewer, id) });
  const viewer = new Viewer(frame, id, { message: heard });
  page.append(head.element, viewer.element);
  const fresh = keepFresh(look, trouble);
  window.addEventListener("hashchange", openMoment);
  setInterval(() => run && head.tick(run), 1_000);

  async function look() {
    try {
      received(await api.get(`/runs/${encodeURIComponent(id)}`));
    } catch (error) {
      if (!(error instanceof CallError) || error.status !== 404) throw error;
      page.replaceChildren(empty("There is no such run", make("p", {}, "Its id may have been copied only in part. "), make("p", {}, make("a", { href: "/" }, "All runs"))));
      return null;
    }
    return run?.status === "active" ? pause : null;
  }

  /** @param {Run} now */
  function received(now) {
    const isFirst = run === null;
    const hasEnded = run?.status === "active" && now.status !== "active";
    run = now;
    head.update(run);
    if (isFirst) {
      head.name(run.runtimeName, run.runtimeId);
      document.title = `${run.runtimeName} · Martlet`;
      show(run.status === "active" && !location.hash ? "live" : "replay");
    } else if (hasEnded && view !== "replay") {
      show("replay");
    }
  }

  /** @param {import("./viewer.js").View} wanted */
  async function show(wanted) {
    view = wanted;
    wantsControl = wanted === "steer";
    head.choose(wanted);
    try {
      await viewer.show(wanted, location.hash);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      // The run ended between two looks.
      if (error.code === "run.live_not_active") fresh.now();
      else viewer.say(empty("There is no view now", make("p", {}, error.message), make("button", { type: "button", class: "button primary", onclick: () => show(wanted) }, "Try again")));
    }
  }

  /** The address of this page was given another moment. */
  function openMoment() {
    const moment = momentOf(location.hash);
    if (moment === null) return;
    if (view !== "replay") return void show("replay");
    viewer.tell({ type: "bctrl:recording-pause" });
    viewer.tell({ type: "bctrl:recording-seek", seconds: moment / 1000 });
  }

  /** @param {{ type: string } & Record<string, any>} data */
  function heard(data) {
    if (data.type === "bctrl:recording-time" && !data.playing) keepMoment(data.seconds);
    if (data.type !== "bctrl:live-status") return;
    if (data.status === "ended") fresh.now();
    if (wantsControl && data.status === "live" && data.mode === "input") {
      wantsControl = false;
      viewer.tell({ type: "bctrl:live-take" });
    }
  }
}

/** The moment that is looked at stands in the address, so that it can be passed on. @param {number} seconds */
function keepMoment(seconds) {
  const hash = `#t=${Number(seconds.toFixed(2))}`;
  if (hash !== location.hash) history.replaceState(null, "", hash);
}

/**
 * Makes an archive of the run and saves it. Its bytes come by a lease, since a plain download carries no key.
 * @param {import("./api.js").API} api @param {Viewer} viewer @param {string} id
 */
async function download(api, viewer, id) {
  const file = await api.post(`/runs/${id}/files/export`, { name: `run-${id}.zip`, include: ["events", "activity"] });
  const { path } = await viewer.lease("replay", downloadSeconds);
  make("a", { href: `${path}/files/${file.id}/content`, download: file.name, rel: "noreferrer" }).click();
}
