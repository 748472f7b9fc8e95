// @ts-check
// Puts the player together.

import { byID, setText } from "../shared/dom.js";
import { makeScreen } from "../shared/screen.js";
import { makeStatus } from "../shared/status.js";
import { makeTabs } from "../shared/tabs.js";
import { makeVeil } from "../shared/veil.js";
import { Controls } from "./controls.js";
import { Engine } from "./engine.js";
import { ExportButton } from "./export.js";
import { Follower } from "./follower.js";
import { spokenTime } from "../shared/format.js";
import { makeHelp } from "./help.js";
import { commandOf } from "./keys.js";
import { hashOf, momentOf } from "../shared/moment.js";
import { marksOf } from "./marks.js";
import { Outline } from "./outline.js";
import { Overlay } from "./overlay.js";
import { Panel } from "./panel.js";
import { Parent } from "./parent.js";
import { Scrubber } from "./scrubber.js";
import { Source } from "./source.js";
import { gapText, statusOf, veilOf } from "./states.js";
import { Thumbnails } from "./thumbnails.js";
import { placeAt, tabsAt } from "./tracks.js";

const source = new Source();
const outlines = { activity: new Outline(), events: new Outline() };
const stage = byID("stage");
const screen = makeScreen(stage);
const veil = makeVeil();
const status = makeStatus();
const help = makeHelp();
/** @type {import("./source.js").Trouble | null} */
let trouble = null;
/** @type {import("./marks.js").Mark[]} */
let marks = [];
let marked = 0;

const engine = new Engine(source, {
  draw: (bitmap, ms) => screen.show(bitmap, pictureLabel(ms)),
  changed: () => update(),
  trouble: (error) => {
    setTrouble(error.trouble);
    follower.look();
  },
});
engine.stepsAround = (ms) => {
  const place = outlines.activity.placeAt(ms);
  const next = place + 1 < outlines.activity.length ? outlines.activity.ms(place + 1) : Infinity;
  return { last: place < 0 ? -Infinity : outlines.activity.ms(place), next };
};

const controls = new Controls(engine, { fullscreen: toggleFullscreen, help: () => help.toggle() });
const exporter = new ExportButton(source);
const overlay = new Overlay(stage, engine);
const scrubber = new Scrubber({ engine, thumbnails: new Thumbnails(source), label: markLabel });
const panel = new Panel(byID("panel"), { source, ...outlines, choose: (ms) => engine.seek(ms) });
const tabs = makeTabs({ label: "Tabs", controls: "stage", select: (id) => engine.setTrack(id) });
const parent = new Parent(engine);
const follower = new Follower(source, outlines, { manifest: received, grown, trouble: (error) => setTrouble(error?.trouble ?? null) });

stage.append(veil.element);
byID("tabs").replaceWith(tabs.element);
tabs.element.id = "tabs";
byID("actions").append(exporter.element, status.element);
byID("deck").append(scrubber.element, controls.element);
document.body.append(help.element);
stage.addEventListener("click", (event) => {
  if (!engine.manifest || (event.target instanceof Element && event.target.closest("button, .veil"))) return;
  controls.toggle();
  overlay.flash();
});
document.addEventListener("keydown", pressed);
window.addEventListener("hashchange", openMoment);
update();
follower.look();

/** The newest manifest; with the first one the player begins. @param {import("./source.js").Manifest} manifest */
function received(manifest) {
  const first = engine.manifest === null;
  const wasLive = engine.live;
  engine.update(manifest);
  if (first) begin();
  if (wasLive && !engine.live) refreshOutlines();
}

function begin() {
  if (momentOf(location.hash) !== null) openMoment();
  else if (engine.live) engine.goLive();
  else engine.setPlaying(true);
}

/** A moment in the address is shown and stands still, so that it can be looked at. */
function openMoment() {
  const moment = momentOf(location.hash);
  if (moment === null) return;
  engine.setPlaying(false);
  engine.seek(moment);
}

function grown() {
  refreshOutlines();
  marks = marks.concat(marksOf(outlines.activity, marked));
  marked = outlines.activity.length;
  scrubber.setMarks(marks);
}

function refreshOutlines() {
  panel.refresh();
  engine.wake();
}

/** @param {import("./source.js").Trouble | null} now */
function setTrouble(now) {
  if (now === trouble) return;
  trouble = now;
  if (trouble === "expired" || trouble === "missing") engine.setPlaying(false);
  update();
}

/** Shows everything as it is now. */
function update() {
  const situation = { manifest: engine.manifest, trouble, following: engine.following };
  const words = veilOf({ ...situation, hasPicture: engine.shownAt !== null && screen.picture !== null, retry: () => follower.look() });
  veil.show(words);
  overlay.update({ veiled: words !== null, trouble });
  const said = statusOf(situation);
  status.set(said.status, said.text, said.tone);
  status.element.title = (engine.manifest?.completeness.gaps ?? []).map(gapText).join("\n");
  parent.setStatus(said.status);
  exporter.update(engine.manifest);
  if (!engine.manifest) return;
  const position = engine.clock.position;
  tabs.update(tabsAt(engine.manifest.tracks, engine.manifest.program, position), engine.track);
  const place = placeAt(engine.manifest.tracks.find((track) => track.pageId === engine.pageID), position);
  setText(byID("title"), place?.title || "Recording");
  setText(byID("address"), place?.url ?? "");
  controls.update();
  scrubber.update();
  panel.setMoment(position);
  parent.update();
}

/** @param {number} ms */
function pictureLabel(ms) {
  return `${byID("title").textContent}, at ${spokenTime(ms)}`;
}

/** What a mark stands for: the sentence of its step. @param {import("./marks.js").Mark} mark */
async function markLabel(mark) {
  const [row] = await source.rows("activity", mark.number - 1, 1);
  return String(row?.message ?? "");
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("select, input, textarea, pre") || help.element.open) return;
  const isButton = target?.closest("button") !== null && target !== null;
  if (isButton && (event.key === " " || event.key === "Enter")) return;
  const command = commandOf(event);
  if (!command || !engine.manifest) return;
  event.preventDefault();
  perform(command.command, command.amount ?? 0);
}

/** @param {string} command @param {number} amount */
function perform(command, amount) {
  const { clock } = engine;
  const direction = amount < 0 ? -1 : 1;
  switch (command) {
    case "toggle": return controls.toggle();
    case "move": return engine.seek(clock.position + amount * 1000);
    case "fraction": return amount === 1 && engine.live ? engine.goLive() : engine.seek(amount * engine.end);
    case "step": return engine.step(direction);
    case "rate": return controls.changeRate(direction);
    case "activity": return jumpToStep(direction);
    case "skip": return controls.toggleSkip();
    case "live": return engine.live ? engine.goLive() : undefined;
    case "fullscreen": return toggleFullscreen();
    case "help": return help.toggle();
  }
}

/** To the step of the activity before or after. @param {1 | -1} direction */
function jumpToStep(direction) {
  const { activity } = outlines;
  const position = engine.clock.position;
  // A step back from just behind a step goes to the one before it.
  const place = activity.placeAt(direction < 0 ? position - 400 : position) + (direction > 0 ? 1 : 0);
  if (place >= 0 && place < activity.length) engine.seek(activity.ms(place));
}

function toggleFullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else byID("player").requestFullscreen?.().catch(() => {});
}

/** The address tells the moment that is looked at, so that it can be passed on. */
let written = "";
setInterval(() => {
  if (!engine.manifest || engine.clock.playing || engine.shownAt === null) return;
  const hash = hashOf(engine.clock.position);
  if (hash === written || (engine.clock.atEnd && !location.hash)) return;
  written = hash;
  history.replaceState(null, "", hash);
}, 500);
