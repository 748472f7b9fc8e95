// Made by scripts/generate from Sources/WebPages/Assets/live. Edit those.
// swift-format-ignore-file

extension WebPages {
    static let live: [String: String] = [
"live/bar.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/**
 * The address bar with back, forward and reload; the address alone for those who may only watch.
 * @param {{ go(url: string): void, step(action: "back" | "forward" | "reload"): void, left(): void }} options
 *   `left`: after the address was sent or given up, to give the focus back to the picture.
 */
export function makeBar({ go, step, left }) {
  const back = tool("back", "Back", () => step("back"));
  const forward = tool("forward", "Forward", () => step("forward"));
  const reload = tool("reload", "Reload", () => step("reload"));
  const buttons = make("div", { class: "bar-tools", hidden: true }, back, forward, reload);
  const field = make("input", {
    class: "address", type: "text", inputmode: "url", enterkeyhint: "go", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    placeholder: "Address", "aria-label": "Address", "data-testid": "address", readonly: true,
  });
  const form = make("form", { class: "address-form" }, field);
  let url = "";

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = field.value.trim();
    if (field.readOnly || !typed) return;
    go(typed);
    left();
  });
  field.addEventListener("focus", () => field.select());
  field.addEventListener("blur", () => void (field.value = url));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    field.value = url;
    left();
  });

  return {
    element: make("div", { class: "bar-address" }, buttons, form),
    focus: () => field.focus(),
    /** Asks for the address of a tab that is about to come. */
    askFor() {
      field.value = "";
      field.focus();
    },
    /** @param {string} address @param {{ forInput: boolean, may: boolean }} person */
    update(address, { forInput, may }) {
      buttons.hidden = !forInput;
      for (const button of [back, forward, reload]) button.disabled = !may;
      field.readOnly = !may;
      if (address === url) return;
      url = address;
      if (document.activeElement !== field || field.readOnly) field.value = url;
      field.title = url;
    },
  };
}

/** @param {import("../shared/icons.js").IconName} name @param {string} label @param {() => void} run */
export function tool(name, label, run) {
  return make("button", { type: "button", class: "button icon-only", "aria-label": label, title: label, onclick: run }, icon(name));
}

"""###,
"live/card.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";

/**
 * A card over the picture that stands for something the browser shows: a dialog of the page, its file chooser. It is drawn anew when
 * what it is about changes, and takes the focus once when the person may answer.
 * @template Content
 * @param {string} testID
 * @param {(content: Content, may: boolean, hide: () => void) => { title: string, text?: string, body: Node[], focus?: HTMLElement }} draw
 */
export function makeCard(testID, draw) {
  const element = make("section", { class: "card-place", hidden: true });
  let drawn = "";
  /** What was answered is gone at once; it comes back with the next state if the server knows better. */
  const hide = () => {
    drawn = "";
    element.hidden = true;
    element.replaceChildren();
  };
  return {
    element,
    /**
     * @param {(Content & { id: string }) | null} content
     * @param {boolean} may Whether this person may answer.
     * @param {boolean} takesFocus Whether the person is at it already.
     */
    update(content, may, takesFocus) {
      const key = content ? `${content.id} ${may}` : "";
      if (key === drawn) return;
      if (!content) return hide();
      drawn = key;
      element.hidden = false;
      const { title, text, body, focus } = draw(content, may, hide);
      const card = make("div", { class: "card", role: "dialog", "aria-label": title, "data-testid": testID }, make("h2", {}, title));
      if (text) card.append(make("p", { class: "card-text" }, text));
      card.append(...body);
      element.replaceChildren(card);
      if (may && takesFocus) focus?.focus({ preventScroll: true });
    },
  };
}

/** @param {string} label @param {() => void} run @param {"primary" | "outlined"} [look] */
export function cardButton(label, run, look = "outlined") {
  return make("button", { type: "button", class: `button ${look}`, onclick: run }, label);
}

"""###,
"live/chooser.js": ###"""
// @ts-check
import { make, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { cardButton, makeCard } from "./card.js";
import { uploadAll, uploadWords } from "./upload.js";

/** @typedef {import("./protocol.js").FileChooser} FileChooser */

/**
 * The page's file chooser: files of the person's machine go to the server, and from there into the page.
 * @param {{ base: string, hands: import("./hands.js").Hands, done(): void }} options
 */
export function makeChooser({ base, hands, done }) {
  return makeCard("file-chooser", (/** @type {FileChooser} */ { id, multiple }, may, hide) => {
    const input = make("input", { type: "file", class: "visually-hidden", multiple, tabindex: -1, "aria-label": "Files", "data-testid": "file-input" });
    const progress = make("progress", { max: 1, value: 0, hidden: true, "aria-label": "Upload" });
    const said = make("p", { class: "soft", role: "status" });
    const choose = cardButton(multiple ? "Choose files…" : "Choose a file…", () => input.click(), "primary");
    const cancel = cardButton("Cancel", () => (hands.send({ type: "files", id, cancel: true }), hide(), done()));

    /** @param {File[]} files */
    async function upload(files) {
      const chosen = multiple ? files : files.slice(0, 1);
      if (chosen.length === 0) return;
      choose.disabled = true;
      progress.hidden = false;
      setText(said, uploadWords(chosen));
      try {
        const uploadIds = await uploadAll(base, chosen, (share) => void (progress.value = share));
        hands.send({ type: "files", id, uploadIds });
        hide();
        done();
      } catch (error) {
        setText(said, error instanceof Error ? error.message : String(error));
        choose.disabled = false;
        progress.hidden = true;
      }
    }

    input.addEventListener("change", () => void upload([...(input.files ?? [])]));
    const zone = make("div", { class: "drop-zone" }, icon("upload"), make("span", {}, "Drop files here, or"), choose, input);
    zone.addEventListener("dragover", (event) => (event.preventDefault(), void (zone.dataset.over = "true")));
    zone.addEventListener("dragleave", () => delete zone.dataset.over);
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      delete zone.dataset.over;
      void upload([...(event.dataTransfer?.files ?? [])]);
    });
    const body = may ? [zone, progress, said, make("div", { class: "actions" }, cancel)] : [make("p", { class: "soft" }, "Whoever is in control chooses.")];
    return { title: multiple ? "The page asks for files" : "The page asks for a file", body, focus: choose };
  });
}

"""###,
"live/clipboard.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { makeSheet } from "./sheet.js";
import { pasting } from "./text.js";

/**
 * Text between the person's clipboard and the browser's. Where the viewer's browser forbids to touch the clipboard (a frame without
 * `allow="clipboard-read; clipboard-write"`), a sheet with the text lets the person do it by hand.
 * @param {{ hands: import("./hands.js").Hands, say(text: string): void }} options
 */
export function makeClipboard({ hands, say }) {
  const field = make("textarea", { class: "field", rows: 6, spellcheck: "false", "aria-labelledby": "clipboard-explained" });
  const explained = make("p", { id: "clipboard-explained", class: "soft" });
  const pasteButton = make("button", { type: "button", class: "button primary", onclick: () => (paste(field.value), sheet.close()) }, "Paste into the page");
  const copyButton = make("button", { type: "button", class: "button outlined", onclick: () => (hands.send({ type: "copy", cut: false }), sheet.close()) }, "Copy from the page");
  const sheet = makeSheet("Clipboard", explained, field, make("div", { class: "actions" }, copyButton, pasteButton));

  /** @param {string} text */
  function paste(text) {
    const messages = pasting(text);
    if (text && messages.length === 0) say("This text is too long to paste: 1 MiB is the most.");
    for (const message of messages) hands.send(message);
  }

  /** @param {string} text @param {string} words @param {boolean} isCopy */
  function show(text, words, isCopy) {
    explained.textContent = words;
    field.value = text;
    field.readOnly = isCopy;
    pasteButton.hidden = copyButton.hidden = isCopy;
    sheet.open();
    field.focus();
    field.select();
  }

  return {
    element: sheet.element,
    paste,
    /** Asks the page for what is selected. @param {boolean} cut */
    ask: (cut) => void hands.send({ type: "copy", cut }),
    /** Puts what the page had selected into the person's clipboard. @param {string} text */
    async take(text) {
      if (!text) return say("Nothing is selected in the page.");
      if (await write(text)) say("Copied to your clipboard.");
      else show(text, "Your browser did not let this page use the clipboard. The text is selected: copy it from here.", true);
    },
    /** Pastes what the person's clipboard holds, or asks for it. */
    async open() {
      const text = await read();
      show(text, text ? "This is in your clipboard." : "Put the text here that should go into the page.", false);
    },
  };
}

/** @param {string} text @returns {Promise<boolean>} */
async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeByCommand(text);
  }
}

/** The older way, which works in frames without permission right after a key or a click. @param {string} text */
function writeByCommand(text) {
  let isDone = false;
  const fill = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  const isAllowed = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return isAllowed && isDone;
}

/** @returns {Promise<string>} Empty when it may not be read. */
async function read() {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return "";
  }
}

"""###,
"live/connection.js": ###"""
// @ts-check
// The life of the line to the server as a machine: what happened goes in, what to do comes out. Pure.

/**
 * @typedef {"stopped" | "failed" | "expired" | "revoked" | "missing" | "crowded" | "broken"} EndReason
 * @typedef {{ reason: EndReason, message: string }} End `message`: the server's words; may be empty.
 * @typedef {{
 *   phase: "connecting" | "live" | "reconnecting" | "over",
 *   waiting: boolean,
 *   tries: number,
 *   end: End | null,
 * }} Connection `waiting`: the next try has not begun. `tries`: how many failed since the line last held.
 * @typedef {{ type: "nothing" } | { type: "connect" } | { type: "ask" } | { type: "wait", milliseconds: number }} Action
 *   `ask`: `GET status`, which tells why a line cannot be had.
 * @typedef {(
 *   | { type: "start" } | { type: "hello" } | { type: "nudge" } | { type: "waited" }
 *   | { type: "ended", reason: string, message: string }
 *   | { type: "closed", code: number, wasLive: boolean, livedMs: number, random: number }
 *   | { type: "answered", status: number, message?: string, random: number }
 * )} Happening
 *   `nudge`: the network or the page came back. `livedMs`: how long the line held. `random`: 0 to 1. `status`: HTTP; 0 when nobody answered.
 */

/** A line that held so long was good: the next try comes soon. */
const goodMs = 5_000;
const shortestWaitMs = 500;
const longestWaitMs = 10_000;

/** Close codes that are final, and what they mean (docs/live-view-protocol.md, "Close codes"). @type {Record<number, EndReason>} */
const finalCodes = { 4001: "stopped", 4002: "expired", 4003: "revoked", 4004: "crowded", 1002: "broken", 1007: "broken", 1009: "broken" };

/** @returns {Connection} */
export function newConnection() {
  return { phase: "connecting", waiting: false, tries: 0, end: null };
}

/**
 * @param {Connection} connection
 * @param {Happening} happening
 * @returns {[Connection, Action]}
 */
export function step(connection, happening) {
  if (connection.phase === "over") return [connection, { type: "nothing" }];
  switch (happening.type) {
    case "start":
      return [connection, { type: "connect" }];
    case "hello":
      return [{ ...connection, phase: "live", waiting: false }, { type: "nothing" }];
    case "ended":
      return [{ ...connection, end: { reason: endReason(happening.reason), message: happening.message } }, { type: "nothing" }];
    case "waited":
    case "nudge":
      return connection.waiting ? [{ ...connection, waiting: false }, { type: "connect" }] : [connection, { type: "nothing" }];
    case "closed":
      return closed(connection, happening);
    case "answered":
      return answered(connection, happening);
  }
}

/** @param {Connection} connection @param {Extract<Happening, { type: "closed" }>} happening @returns {[Connection, Action]} */
function closed(connection, { code, wasLive, livedMs, random }) {
  const reason = finalCodes[code];
  if (connection.end || reason) return over(connection, connection.end ?? { reason, message: "" });
  if (!wasLive) return [reconnecting(connection), { type: "ask" }];
  return retry({ ...connection, tries: livedMs >= goodMs ? 0 : connection.tries }, random);
}

/** @param {Connection} connection @param {Extract<Happening, { type: "answered" }>} happening @returns {[Connection, Action]} */
function answered(connection, { status, message = "", random }) {
  if (status === 404) return over(connection, { reason: "missing", message: "" });
  if (status === 410) return over(connection, { reason: "expired", message });
  return retry(connection, random);
}

/** @param {Connection} connection @param {number} random @returns {[Connection, Action]} */
function retry(connection, random) {
  const milliseconds = waitBefore(connection.tries, random);
  return [{ ...reconnecting(connection), waiting: true, tries: connection.tries + 1 }, { type: "wait", milliseconds }];
}

/** @param {Connection} connection @returns {Connection} */
function reconnecting(connection) {
  return { ...connection, phase: "reconnecting", waiting: false };
}

/** @param {Connection} connection @param {End} end @returns {[Connection, Action]} */
function over(connection, end) {
  return [{ ...connection, phase: "over", waiting: false, end }, { type: "nothing" }];
}

/**
 * Half a second, doubling to ten, spread by a fifth to either side so that viewers do not come back all at once.
 * @param {number} tries @param {number} random
 */
export function waitBefore(tries, random) {
  return Math.round(Math.min(longestWaitMs, shortestWaitMs * 2 ** Math.min(tries, 10)) * (0.8 + 0.4 * random));
}

/** @param {string} reason @returns {EndReason} */
function endReason(reason) {
  const known = /** @type {EndReason[]} */ (["stopped", "failed", "expired", "revoked"]);
  return known.find((one) => one === reason) ?? "stopped";
}

"""###,
"live/control.js": ###"""
// @ts-check
import { make, setAttribute, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { controlWords, holderWords } from "./words.js";

/**
 * Who is in control, and the button that takes or gives back.
 * @param {{ take(): void, release(): void }} run
 */
export function makeControl(run) {
  const name = make("span", { class: "holder-name" });
  const detail = make("span", { class: "visually-hidden" });
  const holder = make("span", { class: "holder", role: "status", "data-testid": "holder", hidden: true }, icon("person"), name, detail);
  const verb = make("span", {});
  const label = make("span", {}, verb, make("span", { class: "control-word" }, " control"));
  const button = make("button", { type: "button", class: "button primary control", "data-testid": "control", hidden: true }, icon("pointer"), label);
  let action = /** @type {"take" | "release"} */ ("take");
  button.addEventListener("click", () => run[action]());
  return {
    holder,
    button,
    /** @param {import("./model.js").Model} model */
    update(model) {
      const who = holderWords(model);
      holder.hidden = !who;
      if (who) {
        setAttribute(holder, "data-holder", who.code);
        setAttribute(holder, "title", who.detail || null);
        setText(name, who.text);
        setText(detail, who.detail);
      }
      const words = controlWords(model);
      button.hidden = !words;
      if (!words) return;
      action = words.action;
      button.disabled = !words.enabled;
      button.classList.toggle("primary", !words.pressed);
      button.classList.toggle("outlined", words.pressed);
      setAttribute(button, "data-action", words.action);
      setText(verb, words.verb);
    },
  };
}

"""###,
"live/dialogs.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { cardButton, makeCard } from "./card.js";

/** @typedef {import("./protocol.js").Dialog} Dialog */

/**
 * The page's alert, confirm, prompt and beforeunload, which a headless browser does not show.
 * @param {{ hands: import("./hands.js").Hands, done(): void }} options `done`: after the answer, to give the focus back to the picture.
 */
export function makeDialogs({ hands, done }) {
  return makeCard("dialog", (/** @type {Dialog} */ dialog, may, hide) => {
    const { id, kind, message, defaultText } = dialog;
    const field = kind === "prompt" ? make("input", { class: "field", type: "text", "aria-label": "Answer", readonly: !may }) : null;
    if (field) field.value = defaultText;
    const answer = (/** @type {boolean} */ accept) => {
      hands.send({ type: "dialog", id, accept, ...(field && accept ? { text: field.value } : {}) });
      hide();
      done();
    };
    const agree = cardButton(kind === "beforeunload" ? "Leave" : "OK", () => answer(true), "primary");
    const buttons = kind === "alert" ? [agree] : [cardButton(kind === "beforeunload" ? "Stay" : "Cancel", () => answer(false)), agree];
    const form = make("form", { class: "card-form" }, field, may ? make("div", { class: "actions" }, ...buttons) : waiting());
    form.addEventListener("submit", (event) => (event.preventDefault(), may && answer(true)));
    form.addEventListener("keydown", (event) => (event.key === "Escape" && may ? answer(false) : undefined));
    const words = message || (kind === "beforeunload" ? "Changes you made may not be saved." : "");
    return { title: titles[kind] ?? "The page says", text: words, body: [form], focus: field ?? agree };
  });
}

const titles = { alert: "The page says", confirm: "The page asks", prompt: "The page asks", beforeunload: "Leave this page?" };

function waiting() {
  return make("p", { class: "soft" }, "Whoever is in control answers this.");
}

"""###,
"live/drop.js": ###"""
// @ts-check
import { modifiersOf } from "./keyboard.js";
import { place } from "./pointer.js";
import { uploadAll, uploadWords } from "./upload.js";

/** How long control is waited for, which an upload needs. */
const patienceMs = 5_000;

/**
 * Files of the person's machine that are dropped on the picture are dropped on the page, at that place.
 * @param {HTMLElement} stage
 * @param {{ base: string, picture: import("./picture.js").Picture, hands: import("./hands.js").Hands, mac: boolean, take(): void,
 *   say(text: string, kind?: "info" | "problem"): void, done(): void }} options
 */
export function listenToDrops(stage, { base, picture, hands, mac, take, say, done }) {
  const { canvas } = picture;
  const hasFiles = (/** @type {DragEvent} */ event) => Boolean(event.dataTransfer?.types.includes("Files"));

  canvas.addEventListener("dragover", (event) => {
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = hands.may ? "copy" : "none";
    stage.dataset.over = String(hands.may);
  });
  for (const name of ["dragleave", "drop"]) canvas.addEventListener(name, () => delete stage.dataset.over);
  canvas.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const frame = picture.shown;
    if (files.length === 0 || !frame) return;
    void drop(files, { ...place(event, canvas.getBoundingClientRect(), frame), frame: frame.number, modifiers: modifiersOf(event, mac) });
  });

  /** @param {File[]} files @param {{ x: number, y: number, frame: number, modifiers: number }} spot */
  async function drop(files, spot) {
    if (!hands.may) return void say("Take control first, then drop the files again.", "problem");
    try {
      if (!hands.hold) take();
      await until(() => hands.hold);
      say(uploadWords(files));
      hands.send({ type: "drop", ...spot, uploadIds: await uploadAll(base, files, () => {}) });
      done();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), "problem");
    }
  }
}

/** @param {() => boolean} test */
async function until(test) {
  for (const end = performance.now() + patienceMs; !test(); ) {
    if (performance.now() > end) throw new Error("Control of the browser did not come. Try again.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

"""###,
"live/frames.js": ###"""
// @ts-check
// Reads the binary messages of a live view (docs/live-view-protocol.md, "Frames"). Pure.

/**
 * @typedef {{
 *   number: number, time: number, width: number, height: number,
 *   deviceWidth: number, deviceHeight: number, pageScaleFactor: number, offsetTop: number, scrollX: number, scrollY: number,
 *   pageId: string, jpeg: Uint8Array<ArrayBuffer>,
 * }} Frame One picture of one page. `time`: milliseconds since 1970 by the browser's clock. `width`, `height`: pixels of the JPEG.
 */

const fixedBytes = 49;

/**
 * The frame in a message; null for what is no frame of a version that this page can read.
 * @param {ArrayBuffer} buffer
 * @returns {Frame | null}
 */
export function decodeFrame(buffer) {
  if (buffer.byteLength < fixedBytes) return null;
  const view = new DataView(buffer);
  if (view.getUint8(0) !== 1 || view.getUint8(1) !== 1) return null;
  const headerLength = view.getUint16(2);
  const idLength = view.getUint8(48);
  if (headerLength < fixedBytes + idLength || headerLength >= buffer.byteLength) return null;
  return {
    number: view.getFloat64(4),
    time: view.getFloat64(12),
    width: view.getUint16(20),
    height: view.getUint16(22),
    deviceWidth: view.getFloat32(24),
    deviceHeight: view.getFloat32(28),
    pageScaleFactor: view.getFloat32(32),
    offsetTop: view.getFloat32(36),
    scrollX: view.getFloat32(40),
    scrollY: view.getFloat32(44),
    pageId: String.fromCharCode(...new Uint8Array(buffer, fixedBytes, idLength)),
    jpeg: new Uint8Array(buffer, headerLength),
  };
}

"""###,
"live/hands.js": ###"""
// @ts-check
import { isForInput, isLive, isMine, isOthers, mayDrive } from "./model.js";

/**
 * What the person does goes through here: only what may be done is sent, and what may not is said.
 *
 * The epoch goes along once control is ours. Before that it is left out, so that the messages which follow the one that takes control are
 * not refused as stale.
 * @param {{ model(): import("./model.js").Model, send(message: object): boolean, say(text: string): void }} options
 */
export function makeHands({ model, send, say }) {
  return {
    /** @param {{ type: string } & Record<string, unknown>} message @returns {boolean} Whether it was sent. */
    send(message) {
      const now = model();
      if (!mayDrive(now)) {
        if (isLive(now) && isForInput(now) && isOthers(now)) say("Someone else is in control. Take over to use the browser.");
        return false;
      }
      return send(isMine(now) ? { ...message, epoch: now.state?.control.epoch } : message);
    },
    /** Whether the browser is the person's already, so that even a passing pointer may reach it. */
    get hold() {
      const now = model();
      return isLive(now) && isMine(now);
    },
    get may() {
      return mayDrive(model());
    },
  };
}

/** @typedef {ReturnType<typeof makeHands>} Hands */

"""###,
"live/help.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { makeSheet } from "./sheet.js";

/** The sheet that tells the keys of this page. @param {{ mac: boolean }} options */
export function makeHelp({ mac }) {
  const main = mac ? "⌘" : "Ctrl";
  const rows = [
    [["Enter"], "with the picture in focus: send your keys to the browser (a click on it does too)"],
    [["Ctrl", mac ? "Option" : "Alt"], "pressed and let go together: get your keyboard back"],
    [[main, "C"], "copy what is selected in the page to your clipboard; X cuts"],
    [[main, "V"], "paste your clipboard into the page"],
    [[main, "L"], "go to the address bar"],
    [[main, "R"], "reload the page"],
    [mac ? [main, "[ ]"] : ["Alt", "← →"], "back, forward"],
  ];
  const list = rows.map(([keys, text]) =>
    make("div", { class: "help-row" }, make("span", { class: "help-keys" }, .../** @type {string[]} */ (keys).map((key) => make("kbd", {}, key))), make("span", {}, /** @type {string} */ (text))),
  );
  return makeSheet("Keyboard", make("p", { class: "soft" }, "While the picture has your keyboard, every other key goes to the browser."), ...list);
}

"""###,
"live/index.html": ###"""
<!doctype html>
<html lang="en" data-theme="{{theme}}" data-chrome="{{chrome}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>Live view · Martlet</title>
<link rel="icon" href="{{assets}}/shared/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{{assets}}/shared/style.css">
<link rel="stylesheet" href="{{assets}}/live/live.css">
<script type="module" src="{{assets}}/live/main.js"></script>
</head>
<body>
<h1 class="visually-hidden">Live view of a browser</h1>
<header id="head"></header>
<main>
<div id="stage" class="stage" role="tabpanel" aria-label="The browser's page"></div>
</main>
<noscript><p class="noscript">A live view needs JavaScript.</p></noscript>
</body>
</html>

"""###,
"live/keyboard.js": ###"""
// @ts-check
// What a key of the person's keyboard means: for the browser that is watched, or for this page. Pure, but for what is held down.

/**
 * @typedef {Pick<KeyboardEvent, "key" | "code" | "location" | "repeat" | "keyCode" | "isComposing" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">
 *   & { getModifierState(name: string): boolean }} Stroke
 * @typedef {"copy" | "cut" | "paste" | "reload" | "back" | "forward" | "address" | "leave"} Command What this page does itself.
 * @typedef {{ type: "key", action: "down" | "up", key: string, code: string, location: number, repeat: boolean, modifiers: number, altGraph: boolean }} KeyMessage
 * @typedef {{ send: KeyMessage[], prevent: boolean, command?: Command }} Meaning `prevent`: whether the viewer's own browser must not act on it.
 */

/** @param {{ mac: boolean }} options `mac`: Command is the key of shortcuts. */
export function makeKeyboard({ mac }) {
  /** What the watched browser believes to be held, in the order of pressing. @type {Map<string, KeyMessage>} */
  const held = new Map();
  const chord = makeLeaveChord();

  return {
    /** @param {Stroke} stroke @returns {Meaning} */
    down(stroke) {
      chord.down(stroke);
      if (comesAsText(stroke) || isViewersOwn(stroke, mac)) return { send: [], prevent: false };
      const command = commandOf(stroke, mac);
      // A paste event carries the text without any permission, but it only comes when the key is left alone.
      if (command) return { send: [], prevent: command !== "paste", command };
      const message = keyMessage("down", stroke, mac);
      held.set(idOf(stroke), message);
      return { send: [message], prevent: true };
    },

    /** @param {Stroke} stroke @returns {Meaning} */
    up(stroke) {
      const leaves = chord.up(stroke);
      const message = held.get(idOf(stroke));
      held.delete(idOf(stroke));
      const send = message ? [release(message, modifiersOf(stroke, mac))] : [];
      // A Mac tells of no key that is let go while Command is held.
      if (mac && stroke.key === "Meta") send.push(...this.releaseAll());
      return leaves ? { send: [...send, ...this.releaseAll()], prevent: true, command: "leave" } : { send, prevent: message !== undefined };
    },

    /** Lets go of everything, the last first: for when the keyboard goes elsewhere. @returns {KeyMessage[]} */
    releaseAll() {
      const all = [...held.values()].reverse().map((message) => release(message, 0));
      held.clear();
      chord.forget();
      return all;
    },
  };
}

/** Sum of Alt 1, Control 2, Meta 4, Shift 8. Command of a Mac counts as Control: the browser that is watched runs on Linux.
 * @param {Pick<KeyboardEvent, "altKey" | "ctrlKey" | "metaKey" | "shiftKey">} event @param {boolean} mac */
export function modifiersOf(event, mac) {
  const control = event.ctrlKey || (mac && event.metaKey);
  return (event.altKey ? 1 : 0) + (control ? 2 : 0) + (event.metaKey && !mac ? 4 : 0) + (event.shiftKey ? 8 : 0);
}

/** Whether a key tells nothing by itself: dead keys, keys of an input method, of a keyboard on glass. Their text comes as input. @param {Stroke} stroke */
export function comesAsText(stroke) {
  return stroke.isComposing || stroke.keyCode === 229 || ["Dead", "Process", "Unidentified", "Compose"].includes(stroke.key);
}

/** Keys that stay with the viewer's own browser: full screen, its tools, its zoom. @param {Stroke} stroke @param {boolean} mac */
function isViewersOwn(stroke, mac) {
  if (stroke.key === "F11" || stroke.key === "F12") return true;
  return primary(stroke, mac) && !stroke.altKey && ["+", "-", "=", "0"].includes(stroke.key);
}

/** @param {Stroke} stroke @param {boolean} mac @returns {Command | undefined} */
function commandOf(stroke, mac) {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = stroke;
  if (key === "F5") return "reload";
  if (key === "Insert" && shiftKey && !ctrlKey) return "paste";
  if (key === "Insert" && ctrlKey && !shiftKey) return "copy";
  if (!mac && altKey && !ctrlKey && !shiftKey && !metaKey) return { ArrowLeft: /** @type {const} */ ("back"), ArrowRight: /** @type {const} */ ("forward") }[key];
  if (!primary(stroke, mac) || altKey) return undefined;
  const letter = letterOf(stroke);
  if (letter === "v") return "paste";
  if (shiftKey) return undefined;
  if (mac && key === "[") return "back";
  if (mac && key === "]") return "forward";
  return { c: /** @type {const} */ ("copy"), x: /** @type {const} */ ("cut"), r: /** @type {const} */ ("reload"), l: /** @type {const} */ ("address") }[letter];
}

/** Whether the key of shortcuts is held, and AltGr, which looks like Control and Alt on Windows, is not. @param {Stroke} stroke @param {boolean} mac */
function primary(stroke, mac) {
  return (mac ? stroke.metaKey && !stroke.ctrlKey : stroke.ctrlKey && !stroke.metaKey) && !stroke.getModifierState("AltGraph");
}

/** The Latin letter of a key, also on keyboards of other scripts, where shortcuts go by the place of the key. @param {Stroke} stroke */
function letterOf({ key, code }) {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return key.charCodeAt(0) > 127 && /^Key[A-Z]$/.test(code) ? code[3].toLowerCase() : "";
}

/** @param {"down" | "up"} action @param {Stroke} stroke @param {boolean} mac @returns {KeyMessage} */
function keyMessage(action, stroke, mac) {
  const { location, repeat } = stroke;
  const [key, code] = mac ? onLinux(stroke) : [stroke.key, stroke.code];
  return { type: "key", action, key, code, location, repeat, modifiers: modifiersOf(stroke, mac), altGraph: choosesCharacter(stroke, mac) };
}

/** Whether Alt is held to choose a character: AltGr, or Option of a Mac. @param {Stroke} stroke @param {boolean} mac */
function choosesCharacter(stroke, mac) {
  if (stroke.getModifierState("AltGraph")) return true;
  return mac && stroke.altKey && !stroke.ctrlKey && !stroke.metaKey && [...stroke.key].length === 1;
}

/** A Mac's key as a keyboard of Linux has it. @param {Stroke} stroke @returns {[string, string]} */
function onLinux({ key, code, metaKey }) {
  if (key === "Meta") return ["Control", code === "MetaRight" ? "ControlRight" : "ControlLeft"];
  if (metaKey && key === "ArrowLeft") return ["Home", "Home"];
  if (metaKey && key === "ArrowRight") return ["End", "End"];
  return [key, code];
}

/** @param {KeyMessage} message @param {number} modifiers @returns {KeyMessage} */
function release(message, modifiers) {
  return { ...message, action: "up", repeat: false, modifiers };
}

/** @param {Stroke} stroke */
function idOf(stroke) {
  return stroke.code || stroke.key;
}

/** Control and Alt pressed together and let go with no other key between: the way out of the captured keyboard. */
function makeLeaveChord() {
  let control = false;
  let alt = false;
  let other = false;
  const forget = () => void (control = alt = other = false);
  return {
    forget,
    /** @param {Stroke} stroke */
    down({ key, repeat }) {
      if (repeat) return;
      if (key === "Control") control = true;
      else if (key === "Alt") alt = true;
      else other = true;
    },
    /** @param {Stroke} stroke */
    up({ key, ctrlKey, altKey }) {
      const leaves = control && alt && !other && (key === "Control" || key === "Alt");
      if (leaves || (!ctrlKey && !altKey)) forget();
      return leaves;
    },
  };
}

"""###,
"live/line.js": ###"""
// @ts-check
import { newConnection, step } from "./connection.js";

/** @typedef {import("./connection.js").Connection} Connection */

const beatMs = 5_000;
/** The server is asked every beat; an answer that is owed for so long is worth a word, or means that the line is dead. */
const stalledMs = 4_000;
const deadMs = 12_000;
const openingMs = 15_000;

/**
 * The line to the server: opens it, notices when it is dead though nobody closed it, and opens it again.
 * @param {{
 *   base: string,
 *   changed(connection: Connection, stalled: boolean): void,
 *   message(message: import("./protocol.js").ServerMessage): void,
 *   frame(buffer: ArrayBuffer): void,
 * }} options `base`: the address of the page, without a slash at its end.
 */
export function makeLine({ base, changed, message, frame }) {
  let connection = newConnection();
  /** @type {WebSocket | null} */
  let socket = null;
  let liveSince = 0;
  let owedSince = 0;
  let stalled = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {import("./connection.js").Happening} happening */
  function happen(happening) {
    const [next, action] = step(connection, happening);
    connection = next;
    clearTimeout(action.type === "nothing" ? undefined : timer);
    changed(connection, stalled);
    if (action.type === "connect") open();
    else if (action.type === "ask") void ask();
    else if (action.type === "wait") timer = setTimeout(() => happen({ type: "waited" }), action.milliseconds);
  }

  function open() {
    const mine = new WebSocket(`${base}/socket`.replace(/^http/, "ws"));
    mine.binaryType = "arraybuffer";
    mine.onmessage = ({ data }) => (socket === mine ? receive(data) : undefined);
    mine.onclose = ({ code }) => (socket === mine ? lost(code) : undefined);
    socket = mine;
    liveSince = 0;
    timer = setTimeout(() => (socket === mine && !liveSince ? drop() : undefined), openingMs);
  }

  /** @param {string | ArrayBuffer} data */
  function receive(data) {
    owedSince = 0;
    if (stalled) changed(connection, (stalled = false));
    if (typeof data !== "string") return frame(data);
    const received = /** @type {import("./protocol.js").ServerMessage} */ (JSON.parse(data));
    if (received.type === "hello") liveSince = performance.now();
    message(received);
    if (received.type === "hello") happen({ type: "hello" });
    if (received.type === "ended") happen({ type: "ended", reason: received.reason, message: received.message });
  }

  /** @param {number} code */
  function lost(code) {
    socket = null;
    stalled = false;
    owedSince = 0;
    const livedMs = liveSince ? performance.now() - liveSince : 0;
    happen({ type: "closed", code, wasLive: liveSince > 0, livedMs, random: Math.random() });
  }

  /** Gives up a line that says nothing; its own closing may take minutes. */
  function drop() {
    socket?.close();
    lost(1006);
  }

  async function ask() {
    let status = 0;
    let words = "";
    try {
      const response = await fetch(`${base}/status`, { cache: "no-store", signal: AbortSignal.timeout(openingMs) });
      status = response.status;
      if (status === 410) words = (await response.json()).error;
    } catch {
      // Nobody answers: the line is tried again.
    }
    happen({ type: "answered", status, message: words, random: Math.random() });
  }

  function beat() {
    if (connection.phase !== "live" || !socket) return;
    const owed = owedSince ? performance.now() - owedSince : 0;
    if (owed > deadMs) return drop();
    if (owed > stalledMs && !stalled) changed(connection, (stalled = true));
    if (!owedSince && send({ type: "ping", time: Date.now() })) owedSince = performance.now();
  }

  /** @param {object} outgoing @returns {boolean} Whether it went out. */
  function send(outgoing) {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(outgoing));
    return true;
  }

  function nudge() {
    happen({ type: "nudge" });
    beat();
  }

  setInterval(beat, beatMs);
  addEventListener("online", nudge);
  addEventListener("pageshow", nudge);
  document.addEventListener("visibilitychange", () => (document.hidden ? undefined : nudge()));

  return {
    start: () => happen({ type: "start" }),
    send,
    nudge,
    /** Bytes that wait to be sent: with many of them, moves of the mouse are better left out. */
    get waiting() {
      return socket?.bufferedAmount ?? 0;
    },
  };
}

"""###,
"live/live.css": ###"""
/* The live view: a head of tabs, address and state; the picture below, as large as it can be. */

body { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); overflow: hidden; }
main { min-width: 0; min-height: 0; }
main > .stage { width: 100%; height: 100%; }
.noscript { position: fixed; inset: 40% 0 auto; text-align: center; }
.soft { margin: 0; color: var(--text-soft); }
.actions { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 8px; }
.field {
  width: 100%;
  padding: 8px 10px;
  border: 1px solid var(--line-strong);
  border-radius: var(--radius-small);
  background: var(--surface);
  color: var(--text);
  font: inherit;
}
textarea.field { resize: vertical; font-family: var(--mono); font-size: 13px; }
.sheet .sheet-body { display: grid; gap: 12px; }

/* Head */

header#head { background: var(--surface); }
.strip { display: flex; align-items: stretch; background: var(--sunken); border-bottom: 1px solid var(--line); }
.strip .tabs { flex: 0 1 auto; border-bottom: 0; margin-bottom: -1px; height: 39px; padding-bottom: 0; }
.strip > .button { align-self: center; height: 28px; min-width: 28px; flex: none; }
.strip > .icon-only { width: 28px; }
.strip .follow { margin: 0 8px 0 auto; color: var(--accent); font-size: 13px; }
:root[data-mine="false"] .tab-close { display: none; }

.bar { display: flex; align-items: center; gap: 8px; padding: 7px 8px; border-bottom: 1px solid var(--line); min-height: 49px; }
.bar-address { display: flex; flex: 1 1 220px; min-width: 0; gap: 6px; }
.bar-tools { display: flex; flex: none; }
.bar-state { display: flex; flex: none; align-items: center; gap: 8px; min-width: 0; }
.address-form { flex: 1; min-width: 0; }
.address {
  width: 100%;
  height: 34px;
  padding: 0 14px;
  border: 1px solid transparent;
  border-radius: 17px;
  background: var(--sunken);
  color: var(--text);
  font: inherit;
  text-overflow: ellipsis;
}
.address:read-only { color: var(--text-soft); }
.address:focus { border-color: var(--accent); background: var(--surface); outline: 1px solid var(--accent); outline-offset: 0; }
.address::placeholder { color: var(--text-faint); }

.holder { display: inline-flex; align-items: center; gap: 6px; min-width: 0; color: var(--text-soft); font-size: 13px; }
.holder .icon { width: 16px; height: 16px; }
.holder-name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 24ch; }
.holder[data-holder="me"] { color: var(--accent); font-weight: 550; }
.holder[data-holder="person"] { color: var(--caution); font-weight: 550; }
.timer { color: var(--text-soft); font-size: 13px; font-variant-numeric: tabular-nums; white-space: nowrap; }
.timer[data-soon="true"] { color: var(--caution); font-weight: 550; }
.control .icon { width: 16px; height: 16px; }

/* Request of the agent */

.request { display: flex; align-items: flex-start; gap: 12px; padding: 12px 14px; background: var(--accent-wash); border-bottom: 1px solid var(--line); }
.request > .icon { margin-top: 1px; color: var(--accent); }
.request-body { flex: 1; min-width: 0; }
.request h2 { margin: 0; font-size: 14px; font-weight: 600; }
.request-text { margin: 1px 0 0; max-height: 30vh; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--text); }
.request-time { color: var(--text-soft); font-size: 13px; font-variant-numeric: tabular-nums; white-space: nowrap; }
.request .actions { align-self: center; }

/* Picture */

.screen { outline: 0 solid var(--accent); cursor: default; }
:root[data-mine="true"] .screen { touch-action: none; }
/* Who is in control sees a frame around the stage; it grows while the keyboard is in the browser. */
:root[data-mine="true"] .stage::after, .stage[data-keyboard="captured"]::after, .stage[data-keyboard="reached"]::after {
  content: "";
  position: absolute;
  inset: 0;
  border: 2px solid var(--accent);
  pointer-events: none;
}
.stage[data-keyboard="captured"]::after { border-width: 4px !important; }
.stage[data-keyboard="reached"]::after { border: 4px dashed var(--accent) !important; }
.stage[data-zoomed="true"] .screen { touch-action: none; }
.zoom { position: absolute; right: 10px; bottom: 10px; width: 40px; height: 40px; border-radius: 20px; background: var(--raised); box-shadow: var(--shadow); z-index: 2; }
.veil { backdrop-filter: blur(5px); }
:root:not([data-status="live"]) .screen { filter: saturate(.35); }

.typing {
  position: absolute;
  left: 50%;
  top: 50%;
  width: 8px;
  height: 24px;
  padding: 0;
  border: 0;
  outline: none !important;
  resize: none;
  overflow: hidden;
  opacity: 0;
  font-size: 16px;
  pointer-events: none;
}
.typing-hint {
  position: absolute;
  left: 50%;
  top: 10px;
  translate: -50%;
  width: max-content;
  max-width: calc(100% - 24px);
  margin: 0;
  padding: 5px 12px;
  border-radius: 16px;
  background: var(--raised);
  box-shadow: var(--shadow);
  color: var(--text);
  font-size: 13px;
  opacity: 0;
  visibility: hidden;
  pointer-events: none;
}
.typing-hint span { display: none; }
.stage[data-keyboard="captured"] .typing-hint { animation: hint 4s ease-out; }
.stage[data-keyboard="captured"] .when-captured, .stage[data-keyboard="reached"] .when-reached { display: inline; }
.stage[data-keyboard="reached"] .typing-hint { opacity: 1; visibility: visible; }
:root[data-may="false"] .typing-hint { display: none; }
@keyframes hint { 0%, 85% { opacity: 1; visibility: visible; } 100% { opacity: 0; visibility: hidden; } }

/* Notices */

.notices { position: absolute; left: 50%; bottom: 14px; translate: -50%; display: grid; gap: 8px; justify-items: center; width: max-content; max-width: calc(100% - 24px); z-index: 4; }
.notice {
  display: flex;
  align-items: center;
  gap: 10px;
  padding: 4px 4px 4px 14px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--raised);
  color: var(--text);
  box-shadow: var(--shadow);
  animation: rise 160ms ease-out;
}
.notice > .icon { color: var(--accent); }
.notice[data-kind="problem"] > .icon { color: var(--bad); }
.notice > span { overflow-wrap: anywhere; }
.notice .button { height: 28px; width: 28px; min-width: 28px; flex: none; }
.notice .button .icon { width: 14px; height: 14px; }
@keyframes rise { from { opacity: 0; translate: 0 8px; } }

/* Cards: dialogs of the page, its file chooser */

.card-place { position: absolute; inset: 0; display: grid; place-items: start center; padding: 24px 16px; background: rgb(6 9 14 / 32%); overflow: auto; z-index: 3; }
.card { width: min(440px, 100%); padding: 18px 20px 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); color: var(--text); box-shadow: var(--shadow); display: grid; gap: 12px; animation: rise 160ms ease-out; }
.card h2 { margin: 0; font-size: 15px; font-weight: 600; }
.card-text { margin: 0; max-height: 40vh; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.card-form { display: grid; gap: 14px; }
.card .actions .button { min-width: 76px; }
.card progress { width: 100%; accent-color: var(--accent); }
.card .soft:empty { display: none; }
.drop-zone { display: grid; justify-items: center; gap: 10px; padding: 22px 16px; border: 1.5px dashed var(--line-strong); border-radius: 10px; color: var(--text-soft); }
#stage[data-over="true"] canvas { outline: 3px dashed var(--accent); outline-offset: -3px; }
.drop-zone[data-over="true"] { border-color: var(--accent); background: var(--accent-wash); }

/* The list of a select box */

.select-place { position: absolute; inset: 0; z-index: 3; }
.select-shade { position: absolute; inset: 0; }
.select-box { position: absolute; display: flex; flex-direction: column; gap: 8px; padding: 4px; border: 1px solid var(--line-strong); border-radius: 8px; background: var(--raised); color: var(--text); box-shadow: var(--shadow); }
.select-box .actions { padding: 0 4px 4px; }
.select-list { overflow: auto; min-height: 0; }
.select-list:focus-visible { outline-offset: 2px; border-radius: 4px; }
.select-group { padding: 6px 8px 2px; color: var(--text-soft); font-size: 12px; font-weight: 600; }
.select-option { padding: 5px 8px; border-radius: 5px; cursor: pointer; overflow-wrap: anywhere; }
.select-option:hover, .select-option[data-active] { background: var(--hover); }
.select-option[data-active] { box-shadow: inset 0 0 0 1px var(--line-strong); }
.select-option[aria-selected="true"] { background: var(--accent-wash); color: var(--accent); font-weight: 550; }
.select-option[aria-disabled="true"] { color: var(--text-faint); cursor: default; }

.help-row { display: grid; grid-template-columns: 132px 1fr; gap: 12px; align-items: baseline; }
.help-keys { display: inline-flex; gap: 4px; flex-wrap: wrap; }

/* Narrow */

@media (max-width: 900px) {
  .bar { flex-wrap: wrap; }
  .bar-address { flex-basis: 100%; }
  .bar-state { flex: 1; justify-content: flex-end; flex-wrap: wrap; }
  .bar-state .holder { margin-right: auto; order: -1; }
  .bar-state .status { order: -2; }
  .request { flex-wrap: wrap; }
  .request .actions { width: 100%; }
}
@media (max-width: 480px) {
  .address { border-radius: var(--radius-small); padding: 0 10px; }
  .holder:is([data-holder="me"], [data-holder="agent"]) { display: none; }
  .bar-state .status { margin-right: auto; }
  .help-row { grid-template-columns: 1fr; gap: 4px; }
}
@media (max-width: 400px) {
  .control { position: relative; }
  .control[data-action="release"] .control-word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .timer[data-soon="false"] { display: none; }
}
/* Fingers have no keys to give back. */
@media (pointer: coarse) {
  .typing-hint { display: none; }
}

/* Without chrome: the picture, and below it what steers it. Who only watches gets the state alone, in a corner of the picture. */

:root[data-chrome="none"] body { grid-template-rows: minmax(0, 1fr) auto; }
:root[data-chrome="none"] main { grid-row: 1; }
:root[data-chrome="none"] header#head { grid-row: 2; display: flex; flex-direction: column-reverse; border-top: 1px solid var(--line); }
:root[data-chrome="none"] :is(.strip, .bar-address, .input-tools) { display: none; }
:root[data-chrome="none"] .bar { border: 0; min-height: 0; padding: 5px 8px; }
:root[data-chrome="none"] .bar-state { flex: 1; justify-content: flex-end; }
:root[data-chrome="none"] .bar-state .holder { margin-right: auto; order: -1; }
:root[data-chrome="none"] .bar-state .status { order: -2; }
:root[data-chrome="none"] .control { height: 28px; }
:root[data-chrome="none"]:not([data-mode="input"]) header#head { position: absolute; inset: auto 0 0; border: 0; background: transparent; pointer-events: none; z-index: 5; }
:root[data-chrome="none"]:not([data-mode="input"]) .bar { align-self: flex-end; }
:root[data-chrome="none"]:not([data-mode="input"]) .holder { display: none; }
:root[data-chrome="none"]:not([data-mode="input"]) .status { box-shadow: var(--shadow); }

"""###,
"live/main.js": ###"""
// @ts-check
import { byID, make, setAttribute } from "../shared/dom.js";
import { tellParent } from "../shared/message.js";
import { makeStatus } from "../shared/status.js";
import { makeTabs } from "../shared/tabs.js";
import { makeVeil } from "../shared/veil.js";
import { makeBar, tool } from "./bar.js";
import { makeChooser } from "./chooser.js";
import { makeClipboard } from "./clipboard.js";
import { makeControl } from "./control.js";
import { makeDialogs } from "./dialogs.js";
import { listenToDrops } from "./drop.js";
import { makeHands } from "./hands.js";
import { makeHelp } from "./help.js";
import { makeLine } from "./line.js";
import { isForInput, isLive, isMine, mayDrive, newModel, openDialog, receive, remaining, report, tabs, tabTitle, watchedPage } from "./model.js";
import { listenToMouse } from "./mouse.js";
import { makeNotices } from "./notices.js";
import { makeOpening } from "./opening.js";
import { makePicture } from "./picture.js";
import { makeRequest } from "./request.js";
import { makeSelect } from "./select.js";
import { listenToTouch } from "./touch.js";
import { makeTyping } from "./typing.js";
import { newConnection } from "./connection.js";
import { makeZoom } from "./zoom.js";
import { statusWords, timeLeft, veilWords } from "./words.js";

const base = location.origin + location.pathname.replace(/\/+$/, "");
const mac = /mac|iphone|ipad/i.test(navigator.platform);
const stage = byID("stage");
const [root, head] = [document.documentElement, byID("head")];
let model = newModel(newConnection());

const notices = makeNotices();
const line = makeLine({
  base,
  changed: (connection, stalled) => update({ ...model, connection, stalled }),
  message: obey,
  frame: (buffer) => picture.receive(buffer),
});
const hands = makeHands({ model: () => model, send: line.send, say: notices.say });
const picture = makePicture(stage, {
  acknowledge: (number) => void line.send({ type: "ack", number }),
  drawn(frame) {
    const isSamePage = model.shown?.pageId === frame.pageId;
    model = { ...model, shown: frame };
    if (!isSamePage) update(model);
    select.lay();
    zoom.update();
  },
  describe: ({ pageId }) => `Picture of ${tabTitle(model.state?.pages.find((page) => page.id === pageId) ?? { title: "a page", url: "" })}`,
});
const typing = makeTyping(stage, { hands, mac, command: obeyKey, paste: (text) => clipboard.paste(text), changed: (mode) => setAttribute(stage, "data-keyboard", mode) });
const toPicture = () => typing.capture();

const strip = makeTabs({ label: "Tabs of the browser", controls: "stage", select: chooseTab, close: (pageId) => void hands.send({ type: "tab", action: "close", pageId }) });
const opening = makeOpening({ navigate: (url) => navigate({ action: "to", url }) });
const opener = tool("plus", "New tab", openTab);
const follower = make("button", { type: "button", class: "button follow", title: "Show the tab that is in front in the browser", onclick: () => void line.send({ type: "watch", pageId: null }) }, "Follow");
const bar = makeBar({ go: opening.go, step: (action) => navigate({ action }), left: toPicture });
const status = makeStatus();
const control = makeControl({ take, release: () => void line.send({ type: "release" }) });
const clipboard = makeClipboard({ hands, say: notices.say });
const help = makeHelp({ mac });
const timer = make("span", { class: "timer", hidden: true, "data-testid": "countdown" });
const tools = make("div", { class: "bar-tools input-tools" }, tool("clipboard", "Clipboard", () => void clipboard.open()), tool("keyboard", "Keyboard", openKeyboard));
const request = makeRequest({ done: () => void line.send({ type: "done" }) });
const veil = makeVeil();
const dialogs = makeDialogs({ hands, done: toPicture });
const chooser = makeChooser({ base, hands, done: toPicture });
const select = makeSelect(stage, { picture, hands, done: toPicture });

const zoom = makeZoom(stage, { picture, hands, changed: () => select.lay() });

function take() {
  line.send({ type: "take" });
  toPicture();
}

/** The page around this one may press the button for its person. */
addEventListener("message", ({ source, data }) => {
  if (parent !== window && source === parent && data?.type === "bctrl:live-take" && isForInput(model) && !isMine(model)) take();
});

/** Keyboards on glass come with the focus; others need to be told how this works. */
function openKeyboard() {
  if (matchMedia("(pointer: coarse)").matches) toPicture();
  else help.open();
}

/** @param {{ action: string, url?: string }} message */
function navigate(message) {
  notices.drop("navigate");
  hands.send({ type: "navigate", ...message });
}

function openTab() {
  if (!hands.send({ type: "tab", action: "open", url: "about:blank" })) return;
  opening.begin(model.state?.watchedPageId ?? null);
  bar.askFor();
}

/** While a person is in control a tab that is chosen comes to the front of the browser; otherwise this viewer alone looks at it. @param {string} id */
function chooseTab(id) {
  const page = model.state?.pages.find((one) => one.id === id);
  if (isMine(model)) hands.send({ type: "tab", action: "activate", pageId: id });
  line.send({ type: "watch", pageId: isMine(model) || page?.front ? null : id });
}

/** @param {import("./keyboard.js").Command} command */
function obeyKey(command) {
  if (command === "copy" || command === "cut") clipboard.ask(command === "cut");
  else if (command === "address") bar.focus();
  else if (command === "leave") (control.button.hidden ? head : control.button).focus();
  else if (command !== "paste") navigate({ action: command });
}

/** @param {import("./protocol.js").ServerMessage} message */
function obey(message) {
  if (message.type === "cursor") picture.canvas.style.cursor = /^[a-z-]+$/.test(message.cursor) ? message.cursor : "";
  else if (message.type === "clipboard") void clipboard.take(message.text);
  else if (message.type === "notice") notices.say(message.message);
  else if (message.type === "refused" && message.code !== "control_stale") notices.say(message.message, "problem", message.of);
  if (message.type === "refused" && message.of === "tab") opening.giveUp();
  const next = receive(model, message, Date.now());
  if (next !== model) update(next);
}

/** @param {import("./model.js").Model} next */
function update(next) {
  model = next;
  const { state } = model;
  const page = watchedPage(model);
  const [may, mine, forInput] = [mayDrive(model), isMine(model), isForInput(model)];
  const words = statusWords(model);
  status.set(words.code, words.text, words.tone);
  setAttribute(root, "data-status", words.code);
  setAttribute(root, "data-mine", String(mine));
  setAttribute(root, "data-may", String(may));
  setAttribute(root, "data-mode", model.hello?.control ?? "none");
  const title = page ? `${tabTitle(page)} · live` : "Live view · Martlet";
  if (document.title !== title) document.title = title;
  strip.update(tabs(model, base), state?.watchedPageId ?? "");
  follower.hidden = !isLive(model) || Boolean(state?.follows);
  opener.hidden = !mine;
  tools.hidden = !may;
  opening.update(state?.watchedPageId ?? null);
  bar.update(page?.url ?? "", { forInput, may });
  control.update(model);
  request.update(isLive(model) ? state?.humanAction ?? null : null, { may, mine });
  veil.show(veilWords(model, { retry: line.nudge, reload: () => navigate({ action: "reload" }) }));
  dialogs.update(isLive(model) ? openDialog(model) : null, may, mine);
  chooser.update(isLive(model) && state?.fileChooser?.pageId === page?.id ? state?.fileChooser ?? null : null, mine, mine);
  select.update(isLive(model) && state?.select?.pageId === page?.id ? state?.select ?? null : null, mine);
  typing.element.hidden = !forInput;
  typing.update();
  tell(report(model, words.code));
}

let told = "";
/** @param {ReturnType<typeof report>} message */
function tell(message) {
  const text = JSON.stringify(message);
  if (text === told) return;
  told = text;
  tellParent(message);
}

/** Countdowns; a lease that has hours left needs none. */
function tick() {
  const left = remaining(model, Date.now());
  const shows = isLive(model) && left !== null && left < 300_000;
  timer.hidden = !shows;
  if (left !== null) timer.textContent = `${timeLeft(left)} left`;
  setAttribute(timer, "data-soon", String(left !== null && left < 60_000));
  request.tick(Date.now() + model.clockSkew);
}

const hint = make("p", { class: "typing-hint", id: "typing-hint" });
const keys = mac ? "Ctrl+Option" : "Ctrl+Alt";
hint.append(make("span", { class: "when-captured" }, "Your keyboard is in the browser. ", make("kbd", {}, keys), " gives it back."), make("span", { class: "when-reached" }, make("kbd", {}, "Enter"), " sends your keys to the browser."));

head.append(
  make("div", { class: "strip" }, strip.element, opener, follower),
  make("div", { class: "bar" }, bar.element, make("div", { class: "bar-state" }, timer, control.holder, status.element, tools, control.button)),
  request.element,
);
veil.element.setAttribute("aria-live", "polite");
stage.append(veil.element, dialogs.element, chooser.element, hint, notices.element);
document.body.append(clipboard.element, help.element);
listenToMouse(picture, { hands, mac, pressed: (event) => typing.capture(event) });
listenToTouch(picture, { hands, zoom, tapped: (event) => typing.capture(event, { onGlass: false }) });
listenToDrops(stage, { base, picture, hands, mac, take, say: notices.say, done: toPicture });
picture.canvas.tabIndex = -1;
picture.canvas.addEventListener("focus", toPicture);
// A file that is dropped beside a chooser must not replace this page.
for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
setInterval(tick, 500);
update(model);
line.start();

"""###,
"live/model.js": ###"""
// @ts-check
// All that the page knows, and what follows from it. Pure.

/**
 * @typedef {import("./protocol.js").Hello} Hello
 * @typedef {import("./protocol.js").State} State
 * @typedef {import("./protocol.js").Page} Page
 * @typedef {{
 *   connection: import("./connection.js").Connection,
 *   stalled: boolean,
 *   hello: Hello | null,
 *   state: State | null,
 *   shown: import("./frames.js").Frame | null,
 *   clockSkew: number,
 * }} Model `stalled`: the server owes an answer. `shown`: the frame that is on the screen.
 *   `clockSkew`: milliseconds to add to this machine's clock for the server's.
 */

/** @param {import("./connection.js").Connection} connection @returns {Model} */
export function newModel(connection) {
  return { connection, stalled: false, hello: null, state: null, shown: null, clockSkew: 0 };
}

/**
 * The model after a message of the server; the same object when the message changes nothing in it.
 * @param {Model} model @param {import("./protocol.js").ServerMessage} message @param {number} now This machine's clock.
 * @returns {Model}
 */
export function receive(model, message, now) {
  switch (message.type) {
    case "hello":
      return { ...model, hello: message, clockSkew: Date.parse(message.now) - now || 0 };
    case "state":
      return { ...model, state: message };
    default:
      return model;
  }
}

/** @param {Model} model */
export function isLive(model) {
  return model.connection.phase === "live" && model.state !== null;
}

/** The page whose pictures this viewer gets. @param {Model} model @returns {Page | null} */
export function watchedPage({ state }) {
  return state?.pages.find((page) => page.id === state.watchedPageId) ?? null;
}

/** @param {Model} model @returns {boolean} Whether the lease lets a person drive at all. */
export function isForInput(model) {
  return model.hello?.control === "input";
}

/** @param {Model} model @returns {boolean} */
export function isMine(model) {
  return isForInput(model) && Boolean(model.state?.control.mine);
}

/** @param {Model} model @returns {boolean} Whether another person holds control. */
export function isOthers(model) {
  return model.state?.control.holder === "person" && !model.state.control.mine;
}

/** @param {Model} model @returns {boolean} Whether what the person does may go to the browser now: it has control, or may have it from the agent. */
export function mayDrive(model) {
  return isLive(model) && isForInput(model) && !isOthers(model);
}

/** @param {Model} model @returns {boolean} Whether the picture is of the page that is watched. */
export function showsWatched({ state, shown }) {
  return shown !== null && shown.pageId === state?.watchedPageId;
}

/** The dialog over the watched page. @param {Model} model */
export function openDialog({ state }) {
  return state?.dialogs.find((dialog) => dialog.pageId === state.watchedPageId) ?? null;
}

/** Milliseconds until the lease expires, by the server's clock; null while that is unknown. @param {Model} model @param {number} now */
export function remaining({ hello, clockSkew }, now) {
  return hello ? Date.parse(hello.expiresAt) - (now + clockSkew) : null;
}

/** The tabs as the strip draws them. @param {Model} model @param {string} base The address of the page. @returns {import("../shared/tabs.js").Tab[]} */
export function tabs({ state }, base) {
  return (state?.pages ?? []).map((page) => {
    const asks = state?.dialogs.some((dialog) => dialog.pageId === page.id);
    const favicon = page.favicon && /^icons\/\d+$/.test(page.favicon) ? `${base}/${page.favicon}` : undefined;
    return {
      id: page.id,
      title: tabTitle(page),
      url: page.url,
      favicon: asks || page.crashed ? undefined : favicon,
      kind: page.crashed ? "alert" : asks ? "dialog" : favicon ? undefined : "globe",
      marked: page.front && state !== null && state.pages.length > 1,
    };
  });
}

/** @param {Page} page */
export function tabTitle({ title, url }) {
  if (title) return title;
  if (!url || url === "about:blank") return "New tab";
  return url.replace(/^https?:\/\//, "");
}

/** What the page that frames this one is told: see docs/live-view.md. @param {Model} model @param {string} status */
export function report(model, status) {
  const { connection, hello, state } = model;
  const page = watchedPage(model);
  const action = state?.humanAction;
  return {
    type: "bctrl:live-status",
    status,
    reason: connection.end?.reason ?? null,
    message: connection.end?.message || null,
    runId: hello?.runId ?? null,
    runtimeId: hello?.runtimeId ?? null,
    expiresAt: hello?.expiresAt ?? null,
    mode: hello?.control ?? null,
    control: state ? { holder: state.control.holder, mine: state.control.mine, name: state.control.name } : null,
    page: page ? { id: page.id, url: page.url, title: page.title, crashed: page.crashed } : null,
    humanAction: action ? { id: action.id, message: action.message, expiresAt: action.expiresAt } : null,
    viewers: state?.viewers ?? null,
  };
}

"""###,
"live/mouse.js": ###"""
// @ts-check
import { modifiersOf } from "./keyboard.js";
import { buttonName, makePacer, place, wheelDelta } from "./pointer.js";

/**
 * The mouse (and the pen) over the picture.
 *
 * A press takes control when the agent holds it. Moves and the wheel do not: who only looks must not disturb, and the wheel scrolls the page around this one.
 * @param {import("./picture.js").Picture} picture
 * @param {{ hands: import("./hands.js").Hands, mac: boolean, pressed(event: MouseEvent): void }} options `pressed`: after a button went down.
 */
export function listenToMouse(picture, { hands, mac, pressed }) {
  const { canvas } = picture;
  /** Buttons whose press was sent, so that each gets its release. @type {Set<number>} */
  const down = new Set();
  const moves = makePacer((/** @type {any} */ message) => void hands.send(message), (_, next) => next);
  const turns = makePacer((/** @type {any} */ message) => void hands.send(message), (a, b) => ({ ...b, deltaX: a.deltaX + b.deltaX, deltaY: a.deltaY + b.deltaY }));
  let isTicking = false;

  /** @param {MouseEvent} event */
  const spot = (event) => {
    const frame = picture.shown;
    return frame && { ...place(event, canvas.getBoundingClientRect(), frame), frame: frame.number, modifiers: modifiersOf(event, mac) };
  };

  /** @param {"move" | "down" | "up"} action @param {MouseEvent} event */
  const mouse = (action, event) => {
    const at = spot(event);
    const button = action === "move" ? "none" : buttonName(event.button);
    return at && { type: "mouse", action, ...at, button, buttons: event.buttons, clickCount: action === "move" ? 0 : Math.min(Math.max(event.detail, 1), 3) };
  };

  const tick = (/** @type {number} */ now) => {
    isTicking = [moves.tick(now), turns.tick(now)].some(Boolean);
    if (isTicking) requestAnimationFrame(tick);
  };
  const startTicking = () => {
    if (!isTicking) requestAnimationFrame(tick);
    isTicking = true;
  };
  const flush = () => [moves, turns].forEach((pacer) => pacer.flush(performance.now()));

  canvas.addEventListener("pointerdown", (event) => {
    // What is dragged out of the picture still counts, until the button is let go.
    if (event.pointerType !== "touch") canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const message = mouse("down", event);
    if (!message) return;
    if (!hands.hold) hands.send({ ...message, action: "move", button: "none", buttons: 0, clickCount: 0 });
    flush();
    if (hands.send(message)) down.add(event.button);
    pressed(event);
  });
  canvas.addEventListener("mousemove", (event) => {
    const message = hands.hold || down.size > 0 ? mouse("move", event) : null;
    if (!message) return;
    moves.push(message);
    startTicking();
  });
  addEventListener("mouseup", (event) => {
    const message = down.delete(event.button) ? mouse("up", event) : null;
    if (!message) return;
    flush();
    hands.send(message);
  });
  canvas.addEventListener("contextmenu", (event) => (hands.may ? event.preventDefault() : undefined));
  canvas.addEventListener("wheel", (event) => {
    const at = hands.hold ? spot(event) : null;
    if (!at) return;
    event.preventDefault();
    turns.push({ type: "wheel", ...at, ...wheelDelta(event, { page: picture.shown?.deviceHeight ?? 600, mac }) });
    startTicking();
  }, { passive: false });
}

"""###,
"live/notices.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

const shownMs = 8_000;
const most = 3;

/**
 * Short messages at the foot of the picture, which go by themselves (not while the pointer or the focus is on them).
 * @returns {{ element: HTMLElement, say(text: string, kind?: "info" | "problem", about?: string): void, drop(about: string): void }}
 *   `about`: the type of the message that the words answer; `drop`: it is over with them, since the person has sent another.
 */
export function makeNotices() {
  const element = make("div", { class: "notices", role: "status", "aria-live": "polite", "data-testid": "notices" });

  /** @param {string} text @param {"info" | "problem"} [kind] @param {string} [about] */
  function say(text, kind = "info", about = "") {
    const known = [...element.children].find((child) => child instanceof HTMLElement && child.dataset.text === text);
    known?.remove();
    while (element.children.length >= most) element.firstElementChild?.remove();
    const notice = make("div", { class: "notice", dataset: { text, kind, about } }, icon(kind === "problem" ? "alert" : "person"), make("span", {}, text));
    notice.append(make("button", { type: "button", class: "button icon-only", "aria-label": "Close this message", onclick: () => notice.remove() }, icon("close")));
    element.append(notice);
    fade(notice);
  }

  /** @param {string} about */
  function drop(about) {
    for (const notice of element.querySelectorAll(`[data-about="${about}"]`)) notice.remove();
  }
  return { element, say, drop };
}

/** @param {HTMLElement} notice */
function fade(notice) {
  setTimeout(() => (notice.matches(":hover, :focus-within") ? fade(notice) : notice.remove()), shownMs);
}

"""###,
"live/opening.js": ###"""
// @ts-check

/**
 * A tab that the person opens. An address that is typed before it has come waits for it, so that the tab before is not left.
 * @param {{ navigate(url: string): void }} options
 */
export function makeOpening({ navigate }) {
  /** @type {{ before: string | null, url: string } | null} */
  let opening = null;

  return {
    /** @param {string | null} watched The page that is watched as the tab is asked for. */
    begin(watched) {
      opening = { before: watched, url: "" };
    },
    /** The tab will not come. */
    giveUp() {
      opening = null;
    },
    /** @param {string} url Typed by the person. */
    go(url) {
      if (opening) opening.url = url;
      else navigate(url);
    },
    /** @param {string | null} watched The page that is watched now. */
    update(watched) {
      if (!opening || watched === opening.before) return;
      const { url } = opening;
      opening = null;
      if (url) navigate(url);
    },
  };
}

"""###,
"live/picture.js": ###"""
// @ts-check
import { makeScreen } from "../shared/screen.js";
import { decodeFrame } from "./frames.js";

/** @typedef {import("./frames.js").Frame} Frame */

/**
 * Draws the frames: one at a time, always the newest, acknowledged when it is decoded.
 * @param {HTMLElement} stage
 * @param {{ acknowledge(number: number): void, drawn(frame: Frame): void, describe(frame: Frame): string }} options
 *   `describe`: what the picture shows, for those who do not see it.
 */
export function makePicture(stage, { acknowledge, drawn, describe }) {
  const screen = makeScreen(stage);
  /** @type {Frame | null} */
  let newest = null;
  /** @type {Frame | null} */
  let shown = null;
  let isBusy = false;

  async function work() {
    isBusy = true;
    while (newest) {
      const frame = newest;
      newest = null;
      await draw(frame);
      acknowledge(frame.number);
    }
    isBusy = false;
  }

  /** @param {Frame} frame */
  async function draw(frame) {
    try {
      await screen.showBlob(new Blob([frame.jpeg], { type: "image/jpeg" }), describe(frame));
      shown = frame;
      drawn(frame);
    } catch {
      // A picture that cannot be decoded is left out; the next one replaces it.
    }
  }

  return {
    canvas: screen.canvas,
    screen,
    /** @param {ArrayBuffer} buffer */
    receive(buffer) {
      const frame = decodeFrame(buffer);
      if (!frame) return;
      newest = frame;
      if (!isBusy) void work();
    },
    /** The frame on the screen. */
    get shown() {
      return shown;
    },
  };
}

/** @typedef {ReturnType<typeof makePicture>} Picture */

"""###,
"live/pointer.js": ###"""
// @ts-check
// Where and how a pointer is: places of the viewer as pixels of the picture, buttons, wheels, and moves that are not sent too often. Pure.

/** @typedef {{ left: number, top: number, width: number, height: number }} Rect */
/** @typedef {{ width: number, height: number }} Size */

/**
 * A place of the viewer in pixels of the picture. One beside it, where a drag has left it, stays beside it by a pixel.
 * @param {{ clientX: number, clientY: number }} event
 * @param {Rect} rect Where the picture is drawn.
 * @param {Size} picture In its own pixels.
 */
export function place({ clientX, clientY }, rect, picture) {
  return {
    x: within(((clientX - rect.left) * picture.width) / rect.width, picture.width),
    y: within(((clientY - rect.top) * picture.height) / rect.height, picture.height),
  };
}

/** @param {number} value @param {number} size */
function within(value, size) {
  return Math.round(Math.min(Math.max(value, -1), size + 1) * 100) / 100;
}

const buttonNames = ["left", "middle", "right", "back", "forward"];

/** @param {number} button As `MouseEvent.button`. */
export function buttonName(button) {
  return buttonNames[button] ?? "none";
}

/** CSS pixels of one line of a wheel that counts lines: three lines a notch come to the hundred pixels of other browsers. */
const lineHeight = 100 / 3;

/**
 * A turn of the wheel in CSS pixels, whatever unit the viewer's browser counts in.
 * @param {{ deltaX: number, deltaY: number, deltaMode: number, shiftKey: boolean }} event
 * @param {{ page: number, mac: boolean }} options `page`: pixels of a page, for wheels that count pages. A Mac turns the wheel sideways itself.
 */
export function wheelDelta({ deltaX, deltaY, deltaMode, shiftKey }, { page, mac }) {
  const unit = [1, lineHeight, page][deltaMode] ?? 1;
  const sideways = shiftKey && deltaX === 0 && !mac;
  return sideways ? { deltaX: deltaY * unit, deltaY: 0 } : { deltaX: deltaX * unit, deltaY: deltaY * unit };
}

/**
 * Holds back what comes in bursts: of moves the last counts, turns of the wheel add up.
 * @template Item
 * @param {(items: Item) => void} send
 * @param {(before: Item, next: Item) => Item} join
 * @param {number} gapMs Between two sendings; at most 70 a second keeps well below the server's limit of 300 messages.
 */
export function makePacer(send, join, gapMs = 14) {
  /** @type {Item | null} */
  let pending = null;
  let sentAt = -Infinity;
  return {
    /** @param {Item} item */
    push(item) {
      pending = pending === null ? item : join(pending, item);
    },
    /** Sends what is pending if it is time. @param {number} now @returns {boolean} Whether something still waits. */
    tick(now) {
      if (pending !== null && now - sentAt >= gapMs) this.flush(now);
      return pending !== null;
    },
    /** Sends what is pending at once, so that what follows comes after it. @param {number} now */
    flush(now) {
      if (pending === null) return;
      const item = pending;
      pending = null;
      sentAt = now;
      send(item);
    },
  };
}

/**
 * Where a rectangle of the page lies in the viewer.
 * @param {{ x: number, y: number, width: number, height: number }} rect CSS pixels of the visible page.
 * @param {Rect} drawn Where the picture is drawn.
 * @param {{ deviceWidth: number, deviceHeight: number }} frame
 * @returns {Rect}
 */
export function inViewer(rect, drawn, { deviceWidth, deviceHeight }) {
  const [across, down] = [drawn.width / deviceWidth, drawn.height / deviceHeight];
  return { left: drawn.left + rect.x * across, top: drawn.top + rect.y * down, width: rect.width * across, height: rect.height * down };
}

"""###,
"live/protocol.js": ###"""
// @ts-check
// The shapes of the messages that the server sends (docs/live-view-protocol.md). Types alone.

/**
 * @typedef {{ id: string, url: string, title: string, favicon: string | null, front: boolean, crashed: boolean, problem: string | null }} Page
 * @typedef {{ id: string, pageId: string, kind: "alert" | "confirm" | "prompt" | "beforeunload", message: string, defaultText: string, openedAt: string }} Dialog
 * @typedef {{ index: number, label: string, group: string | null, disabled: boolean, selected: boolean }} Option
 * @typedef {{ id: string, pageId: string, multiple: boolean, rect: { x: number, y: number, width: number, height: number }, options: Option[] }} Select
 * @typedef {{ id: string, pageId: string, multiple: boolean }} FileChooser
 * @typedef {{ id: string, message: string, status: string, createdAt: string, expiresAt: string | null }} HumanAction
 * @typedef {{ holder: "agent" | "person", epoch: number, name: string | null, mine: boolean, agentInput: "hold" | "refuse" | null, since: string | null }} Control
 * @typedef {{
 *   type: "hello", version: number, runId: string, runtimeId: string, leaseId: string, viewerId: string, control: "none" | "input",
 *   name: string | null, agentInput: "hold" | "refuse", expiresAt: string, now: string,
 * }} Hello
 * @typedef {{
 *   type: "state",
 *   run: { id: string, status: "active" | "stopped" | "failed", startedAt: string },
 *   pages: Page[], frontPageId: string | null, watchedPageId: string | null, follows: boolean,
 *   control: Control, viewers: number,
 *   dialogs: Dialog[], select: Select | null, fileChooser: FileChooser | null, humanAction: HumanAction | null,
 * }} State
 * @typedef {{ type: "cursor", pageId: string, cursor: string }} Cursor
 * @typedef {{ type: "clipboard", text: string }} Clipboard
 * @typedef {{ type: "notice", code: string, message: string }} Notice
 * @typedef {{ type: "refused", of: string, code: string, message: string }} Refused
 * @typedef {{ type: "pong", time: unknown }} Pong
 * @typedef {{ type: "ended", reason: string, message: string }} Ended
 * @typedef {Hello | State | Cursor | Clipboard | Notice | Refused | Pong | Ended} ServerMessage
 */

export {};

"""###,
"live/request.js": ###"""
// @ts-check
import { make, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { timeLeft } from "./words.js";

/**
 * What the agent asks a person to do, with the button that says it is done.
 * @param {{ done(): void }} run
 */
export function makeRequest(run) {
  const text = make("p", { class: "request-text" });
  const time = make("span", { class: "request-time" });
  const done = make("button", { type: "button", class: "button", "data-testid": "done", onclick: () => run.done() }, icon("check"), "Done");
  const body = make("div", { class: "request-body" }, make("h2", {}, "The agent asks for a person"), text);
  const actions = make("div", { class: "actions" }, time, done);
  const element = make("section", { class: "request", role: "region", "aria-label": "Request of the agent", "aria-live": "assertive", "data-testid": "human-action", hidden: true }, icon("person"), body, actions);
  /** @type {string | null} */
  let expiresAt = null;
  return {
    element,
    /** @param {import("./protocol.js").HumanAction | null} action @param {{ may: boolean, mine: boolean }} person */
    update(action, { may, mine }) {
      element.hidden = !action;
      expiresAt = action?.expiresAt ?? null;
      if (!action) return;
      setText(text, action.message);
      done.hidden = !may;
      done.classList.toggle("primary", mine);
      done.classList.toggle("outlined", !mine);
    },
    /** @param {number} now The server's clock, milliseconds since 1970. */
    tick: (now) => setText(time, expiresAt ? `${timeLeft(Date.parse(expiresAt) - now)} left` : ""),
  };
}

"""###,
"live/select.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { inViewer } from "./pointer.js";

/** @typedef {import("./protocol.js").Select} Select */

/**
 * The list of a `<select>`, which a headless browser does not draw: a listbox where the page has its box.
 * @param {HTMLElement} stage
 * @param {{ picture: import("./picture.js").Picture, hands: import("./hands.js").Hands, done(): void }} options
 */
export function makeSelect(stage, { picture, hands, done }) {
  const element = make("div", { class: "select-place", hidden: true });
  let drawn = "";
  let again = () => {};

  /** What was answered is gone at once; it comes back with the next state if the server knows better. */
  function hide() {
    drawn = "";
    again = () => {};
    element.hidden = true;
    element.replaceChildren();
  }

  /** @param {Select} select @param {boolean} may */
  function draw(select, may) {
    const chosen = new Set(select.options.filter((option) => option.selected).map((option) => option.index));
    const send = (/** @type {object} */ rest) => {
      hands.send({ type: "select", id: select.id, ...rest });
      hide();
      done();
    };
    const list = make("div", { class: "select-list", role: "listbox", tabindex: 0, "aria-label": "Options", "aria-multiselectable": String(select.multiple), "aria-disabled": String(!may), "data-testid": "select" });
    const mark = () => rows.forEach(({ row, option }) => row.setAttribute("aria-selected", String(chosen.has(option.index))));
    const pick = (/** @type {import("./protocol.js").Option} */ option) => {
      if (!may || option.disabled) return;
      if (!select.multiple) return send({ indexes: [option.index] });
      chosen.has(option.index) ? chosen.delete(option.index) : chosen.add(option.index);
      mark();
    };
    const rows = select.options.map((option) => ({ option, row: drawOption(option, () => pick(option)) }));
    list.append(...withGroups(rows));
    mark();
    listenToKeys(list, rows, { pick, cancel: () => may && send({ cancel: true }), apply: () => select.multiple && may && send({ indexes: [...chosen].sort((a, b) => a - b) }) });
    const actions = select.multiple && may
      ? [make("div", { class: "actions" }, make("button", { type: "button", class: "button primary", onclick: () => send({ indexes: [...chosen].sort((a, b) => a - b) }) }, "Choose"))] : [];
    const shade = make("div", { class: "select-shade", onclick: () => may && send({ cancel: true }) });
    const box = make("div", { class: "select-box" }, list, ...actions);
    element.replaceChildren(shade, box);
    element.hidden = false;
    again = () => lay(box, select);
    again();
    if (may) list.focus({ preventScroll: true });
    (rows.find(({ option }) => option.selected) ?? rows[0])?.row.scrollIntoView({ block: "nearest" });
  }

  /** Beneath the box of the page, or above it where there is more room. @param {HTMLElement} box @param {Select} select */
  function lay(box, { rect }) {
    const frame = picture.shown;
    if (!frame) return;
    const outer = stage.getBoundingClientRect();
    const at = inViewer(rect, picture.canvas.getBoundingClientRect(), frame);
    const [top, bottom] = [at.top - outer.top, at.top + at.height - outer.top];
    const isBelow = outer.height - bottom >= Math.min(220, top);
    const width = Math.min(Math.max(at.width, 160), outer.width - 16);
    box.style.width = `${width}px`;
    box.style.left = `${Math.min(Math.max(at.left - outer.left, 8), outer.width - width - 8)}px`;
    box.style.maxHeight = `${Math.max(120, (isBelow ? outer.height - bottom : top) - 12)}px`;
    box.style.top = isBelow ? `${bottom + 2}px` : "";
    box.style.bottom = isBelow ? "" : `${outer.height - top + 2}px`;
  }

  stage.append(element);
  new ResizeObserver(() => again()).observe(stage);
  return {
    /** Lays the list anew, for another size of the picture. */
    lay: () => again(),
    /** @param {Select | null} select @param {boolean} may */
    update(select, may) {
      const key = select ? JSON.stringify([select.id, select.options, may]) : "";
      if (key === drawn) return;
      if (!select) return hide();
      drawn = key;
      draw(select, may);
    },
  };
}

/** @typedef {{ row: HTMLElement, option: import("./protocol.js").Option }} Row */

/** @param {import("./protocol.js").Option} option @param {() => void} pick */
function drawOption(option, pick) {
  return make("div", { class: "select-option", role: "option", id: `option-${option.index}`, "aria-disabled": String(option.disabled), onclick: pick }, option.label || "\u00a0");
}

/** @param {Row[]} rows */
function withGroups(rows) {
  let group = /** @type {string | null} */ (null);
  return rows.flatMap(({ row, option }) => {
    const heading = option.group && option.group !== group ? [make("div", { class: "select-group", role: "presentation" }, option.group)] : [];
    group = option.group;
    return [...heading, row];
  });
}

/**
 * Arrows, Home, End, Enter, Escape, and letters that look for a label.
 * @param {HTMLElement} list @param {Row[]} rows
 * @param {{ pick(option: Row["option"]): void, cancel(): void, apply(): void }} run
 */
function listenToKeys(list, rows, { pick, cancel, apply }) {
  const open = rows.filter(({ option }) => !option.disabled);
  let active = Math.max(0, open.findIndex(({ option }) => option.selected));
  let typed = "";
  let typedAt = 0;
  const show = () => {
    open.forEach(({ row }, index) => row.toggleAttribute("data-active", index === active));
    list.setAttribute("aria-activedescendant", open[active]?.row.id ?? "");
    open[active]?.row.scrollIntoView({ block: "nearest" });
  };
  show();
  list.addEventListener("keydown", (event) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: open.length - 1, PageDown: active + 10, PageUp: active - 10 }[event.key];
    if (to !== undefined) active = Math.min(Math.max(to, 0), open.length - 1);
    else if (event.key === " " && open[active]) pick(open[active].option);
    else if (event.key === "Enter" && open[active]) (apply(), list.getAttribute("aria-multiselectable") === "false" && pick(open[active].option));
    else if (event.key === "Escape") cancel();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      typed = event.timeStamp - typedAt < 800 ? typed + event.key : event.key;
      typedAt = event.timeStamp;
      const found = open.findIndex(({ option }) => option.label.toLowerCase().startsWith(typed.toLowerCase()));
      if (found >= 0) active = found;
    } else return;
    event.preventDefault();
    show();
  });
}

"""###,
"live/sheet.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/**
 * A sheet over the whole viewer; Escape closes it, and the focus goes back to where it was.
 * @param {string} title
 * @param {...Node} content
 */
export function makeSheet(title, ...content) {
  const close = make("button", { type: "button", class: "button icon-only", "aria-label": "Close", onclick: () => element.close() }, icon("close"));
  const heading = make("h2", {}, title);
  const element = make("dialog", { class: "sheet", "aria-label": title }, make("header", {}, heading, close), make("div", { class: "sheet-body" }, ...content));
  element.addEventListener("click", (event) => (event.target === element ? element.close() : undefined));
  return { element, open: () => element.showModal(), close: () => element.close() };
}

"""###,
"live/text.js": ###"""
// @ts-check
// Text that no key tells: what input methods, dictation, emoji pickers and keyboards on glass put into the editable element. Pure.

/** @typedef {{ type: "text", text: string } | import("./keyboard.js").KeyMessage} TextMessage */

/**
 * What a change of the editable element means for the watched browser.
 * @param {{ inputType: string, data: string | null }} event Of `beforeinput` (Input Events Level 2).
 * @returns {TextMessage[]} Empty for what compositions and pastes tell by events of their own.
 */
export function fromInput({ inputType, data }) {
  switch (inputType) {
    case "insertText":
    case "insertReplacementText":
    case "insertFromDictation":
    case "insertFromYank":
      return data ? [{ type: "text", text: data }] : [];
    case "insertLineBreak":
    case "insertParagraph":
      return tap("Enter", 0);
    case "deleteContentBackward":
      return tap("Backspace", 0);
    case "deleteWordBackward":
    case "deleteSoftLineBackward":
      return tap("Backspace", 2);
    case "deleteContentForward":
      return tap("Delete", 0);
    case "deleteWordForward":
      return tap("Delete", 2);
    default:
      return [];
  }
}

/** @param {string} key @param {number} modifiers @returns {TextMessage[]} */
function tap(key, modifiers) {
  const stroke = { type: /** @type {const} */ ("key"), key, code: key, location: 0, repeat: false, modifiers, altGraph: false };
  return [{ ...stroke, action: "down" }, { ...stroke, action: "up" }];
}

/** A message may have 64 KiB; so much is left for its text as JSON. */
const chunkBytes = 60 * 1024;
/** What one paste may have, in bytes of UTF-8 (docs/live-view-protocol.md). */
export const pasteBytes = 1024 * 1024;
const encoder = new TextEncoder();

/**
 * The messages of one paste: the page gets it as a whole.
 * @param {string} text
 * @returns {{ type: "paste", text: string, more: boolean }[]} None when it is longer than {@link pasteBytes}.
 */
export function pasting(text) {
  if (encoder.encode(text).length > pasteBytes) return [];
  const parts = chunks(text);
  return parts.map((part, index) => ({ type: "paste", text: part, more: index < parts.length - 1 }));
}

/**
 * Cuts text so that each part fits into one message, never inside a character.
 * @param {string} text
 * @returns {string[]}
 */
function chunks(text) {
  /** @type {string[]} */
  const parts = [];
  let part = "";
  let bytes = 0;
  for (const character of text) {
    const size = encoder.encode(JSON.stringify(character)).length - 2;
    if (bytes + size > chunkBytes) {
      parts.push(part);
      part = "";
      bytes = 0;
    }
    part += character;
    bytes += size;
  }
  if (part) parts.push(part);
  return parts;
}

/**
 * What of the element is selected, counted in the composition that stands in it.
 * @param {string} composed @param {{ selectionStart: number, selectionEnd: number }} element @param {number} from Where the composition begins.
 */
export function composition(composed, { selectionStart, selectionEnd }, from) {
  const within = (/** @type {number} */ offset) => Math.min(Math.max(offset - from, 0), composed.length);
  return { type: "compose", text: composed, selectionStart: within(selectionStart), selectionEnd: within(selectionEnd) };
}

"""###,
"live/touch.js": ###"""
// @ts-check
import { modifiersOf } from "./keyboard.js";
import { makePacer, place } from "./pointer.js";

/** A finger that moved farther, in CSS pixels, means no tap: before control was taken it scrolls the page around this one. */
const tapSlop = 10;
/** A finger that rests so long asks for the page's menu, as a right click does: the watched browser knows no long press. */
const pressMs = 600;

/**
 * Fingers on the picture. While the person is in control all they do is passed on; before that only a tap is, which takes control.
 * @param {import("./picture.js").Picture} picture
 * @param {{ hands: import("./hands.js").Hands, zoom: { readonly isOn: boolean }, tapped(event: PointerEvent): void }} options `tapped`: after a finger has tapped.
 */
export function listenToTouch(picture, { hands, zoom, tapped }) {
  const { canvas } = picture;
  /** @type {Map<number, PointerEvent>} */
  const fingers = new Map();
  /** @type {PointerEvent | null} */
  let mayBeTap = null;
  let began = false;
  /** The finger that may be tapping or pressing, as it came down. @type {PointerEvent | null} */
  let resting = null;
  let pressing = 0;
  const moves = makePacer((/** @type {any} */ message) => void hands.send(message), (_, next) => next);

  /** @param {"start" | "move" | "end" | "cancel"} action @param {PointerEvent} event */
  const message = (action, event) => {
    const frame = picture.shown;
    const rect = canvas.getBoundingClientRect();
    const points = [...fingers.values()].map((finger) => ({
      id: finger.pointerId % 1000,
      ...place(finger, rect, frame ?? { width: 1, height: 1 }),
      radiusX: Math.max(1, finger.width / 2),
      radiusY: Math.max(1, finger.height / 2),
      force: finger.pressure || 0.5,
    }));
    return { type: "touch", action, points, frame: frame?.number, modifiers: modifiersOf(event, false) };
  };

  const tick = (/** @type {number} */ now) => void (moves.tick(now) && requestAnimationFrame(tick));

  /** What the fingers did was not meant for the page. @param {PointerEvent} event */
  const takeBack = (event) => {
    fingers.clear();
    hands.send(message("cancel", event));
    began = false;
    resting = null;
  };

  /** A right click in the place of a touch that is taken back. @param {PointerEvent} event */
  const press = (event) => {
    takeBack(event);
    const frame = picture.shown;
    if (!frame) return;
    const at = { ...place(event, canvas.getBoundingClientRect(), frame), frame: frame.number, modifiers: modifiersOf(event, false) };
    for (const action of ["move", "down", "up"]) {
      const isDown = action === "down";
      hands.send({ type: "mouse", action, ...at, button: action === "move" ? "none" : "right", buttons: isDown ? 2 : 0, clickCount: action === "move" ? 0 : 1 });
    }
  };

  /** @param {PointerEvent} event */
  const rest = (event) => {
    resting = fingers.size === 1 ? event : null;
    clearTimeout(pressing);
    pressing = resting ? setTimeout(() => (resting === event && began ? press(event) : undefined), pressMs) : 0;
  };
  /** @param {PointerEvent} event */
  const hasMoved = (event) => resting !== null && Math.hypot(event.clientX - resting.clientX, event.clientY - resting.clientY) > tapSlop;

  /** @param {PointerEvent} event @param {"end" | "cancel"} action */
  const leave = (event, action) => {
    if (!fingers.delete(event.pointerId) || !began) return;
    moves.flush(performance.now());
    hands.send(message(action, event));
    began = fingers.size > 0;
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" || !picture.shown) return;
    if (!hands.hold) return void (mayBeTap = event);
    if (zoom.isOn && fingers.size > 0) return takeBack(event);
    fingers.set(event.pointerId, event);
    began = hands.send(message("start", event));
    rest(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") return;
    if (mayBeTap && Math.hypot(event.clientX - mayBeTap.clientX, event.clientY - mayBeTap.clientY) > tapSlop) mayBeTap = null;
    if (hasMoved(event)) resting = null;
    if (!fingers.has(event.pointerId) || !began) return;
    fingers.set(event.pointerId, event);
    moves.push(message("move", event));
    requestAnimationFrame(tick);
  });
  canvas.addEventListener("pointerup", (event) => {
    if (event.pointerType !== "touch") return;
    if (mayBeTap?.pointerId === event.pointerId) {
      fingers.set(event.pointerId, event);
      began = hands.send(message("start", event));
      resting = event;
      mayBeTap = null;
    }
    const isTap = began && resting?.pointerId === event.pointerId;
    resting = null;
    leave(event, "end");
    if (isTap) tapped(event);
  });
  canvas.addEventListener("pointercancel", (event) => {
    mayBeTap = resting = null;
    leave(event, "cancel");
  });
  // The mouse events that browsers make of touches would be heard a second time.
  canvas.addEventListener("touchend", (event) => (hands.may && event.cancelable ? event.preventDefault() : undefined), { passive: false });
}

"""###,
"live/typing.js": ###"""
// @ts-check
import { make } from "../shared/dom.js";
import { makeKeyboard } from "./keyboard.js";
import { composition, fromInput } from "./text.js";

/** Stands in the element so that a keyboard on glass has something to delete. */
const filler = "\u00a0\u00a0";

/**
 * The keyboard, by an editable element that nobody sees: keys, compositions of input methods, pasted text.
 *
 * The element is reached by Tab without catching the keyboard (Enter catches it), or by a click on the picture, which does. Control and Alt, pressed
 * and let go together, give the keyboard back.
 * @param {HTMLElement} stage
 * @param {{ hands: import("./hands.js").Hands, mac: boolean, command(command: import("./keyboard.js").Command): void, paste(text: string): void, changed(mode: Mode): void }} options
 */
export function makeTyping(stage, { hands, mac, command, paste, changed }) {
  const keyboard = makeKeyboard({ mac });
  const element = make("textarea", {
    class: "typing", rows: 1, autocomplete: "off", autocorrect: "off", autocapitalize: "off", spellcheck: "false", tabindex: 0,
    "aria-label": "Keyboard of the browser", "aria-describedby": "typing-hint", "data-testid": "keyboard",
  });
  /** @type {Mode} */
  let mode = "away";
  let byTab = false;
  let composed = "";

  const reset = () => {
    element.value = filler;
    element.setSelectionRange(filler.length, filler.length);
  };
  const set = (/** @type {Mode} */ next) => {
    if (mode === "captured" && next !== "captured") letGo();
    if (mode !== next) changed((mode = next));
  };
  /** Who has lost control has nothing to let go any more: the server has done it. */
  const letGo = () => {
    const releases = keyboard.releaseAll();
    if (hands.may) for (const message of releases) hands.send(message);
  };
  /** @param {import("./keyboard.js").Meaning} meaning @param {Event} event */
  const obey = ({ send, prevent, command: asked }, event) => {
    if (prevent) event.preventDefault();
    for (const message of send) hands.send(message);
    if (asked) command(asked);
  };

  addEventListener("keydown", (event) => void (byTab = event.key === "Tab"), true);
  addEventListener("pointerdown", () => void (byTab = false), true);
  element.addEventListener("focus", () => (reset(), set(byTab || !hands.may ? "reached" : "captured")));
  element.addEventListener("blur", () => set("away"));
  element.addEventListener("keydown", (event) => {
    if (mode === "captured") return obey(keyboard.down(event), event);
    if (event.key !== "Enter" || !hands.may) return;
    event.preventDefault();
    set("captured");
  });
  element.addEventListener("keyup", (event) => (mode === "captured" ? obey(keyboard.up(event), event) : undefined));

  element.addEventListener("beforeinput", (event) => {
    if (event.isComposing || event.inputType.includes("Composition")) return;
    if (event.cancelable) event.preventDefault();
    if (mode === "captured") for (const message of fromInput(event)) hands.send(message);
  });
  element.addEventListener("input", (event) => {
    const isComposing = event instanceof InputEvent && event.isComposing;
    if (!isComposing) return reset();
    if (mode === "captured") hands.send(composition(composed, element, filler.length));
  });
  element.addEventListener("compositionstart", () => void (composed = ""));
  element.addEventListener("compositionupdate", (event) => void (composed = event.data));
  element.addEventListener("compositionend", (event) => {
    if (mode === "captured") hands.send(event.data ? { type: "commit", text: event.data } : { type: "compose", text: "", selectionStart: 0, selectionEnd: 0 });
    reset();
  });
  element.addEventListener("paste", (event) => {
    event.preventDefault();
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (mode === "captured") paste(text);
  });

  stage.append(element);
  return {
    element,
    /**
     * Catches the keyboard.
     * @param {{ clientX: number, clientY: number }} [at] Where input methods show their candidates.
     * @param {{ onGlass?: boolean }} [options] `onGlass` false: a keyboard on glass stays away; one that is plugged in types all the same.
     */
    capture(at, { onGlass = true } = {}) {
      if (at) follow(element, stage, at);
      element.inputMode = onGlass ? "" : "none";
      byTab = false;
      element.focus({ preventScroll: true });
      if (hands.may) set("captured");
    },
    /** For when control is lost: the keyboard does nothing any more, so it is not kept. */
    update: () => (mode === "captured" && !hands.may ? set("reached") : undefined),
  };
}

/** @typedef {"away" | "reached" | "captured"} Mode */

/** @param {HTMLElement} element @param {HTMLElement} stage @param {{ clientX: number, clientY: number }} at */
function follow(element, stage, { clientX, clientY }) {
  const box = stage.getBoundingClientRect();
  element.style.left = `${Math.min(Math.max(clientX - box.left, 0), box.width - 8)}px`;
  element.style.top = `${Math.min(Math.max(clientY - box.top, 0), box.height - 24)}px`;
}

"""###,
"live/upload.js": ###"""
// @ts-check
// Files on their way from the person's machine to the server.

/** @param {File[]} files */
export function uploadWords(files) {
  return `Uploading ${files.length === 1 ? files[0].name : `${files.length} files`}…`;
}

/**
 * Sends files to the server, one after another, for the page to be given.
 * @param {string} base @param {File[]} files @param {(share: number) => void} told @returns {Promise<string[]>} Their upload ids.
 */
export async function uploadAll(base, files, told) {
  const total = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let before = 0;
  const ids = [];
  for (const file of files) {
    ids.push(await uploadOne(base, file, (bytes) => told((before + bytes) / total)));
    before += file.size;
  }
  return ids;
}

/** Only XMLHttpRequest tells how far an upload is. @param {string} base @param {File} file @param {(bytes: number) => void} told @returns {Promise<string>} */
function uploadOne(base, file, told) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${base}/uploads?name=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => told(loaded);
    request.onerror = () => reject(new Error(`${file.name} could not be sent. Try again.`));
    request.onload = () => {
      if (request.status === 201 && request.response) resolve(request.response.uploadId);
      else reject(new Error(request.response?.error ?? `${file.name} was refused (${request.status}).`));
    };
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
}

"""###,
"live/words.js": ###"""
// @ts-check
// What the page says about its state, in words. Pure.
import { isForInput, isLive, isMine, isOthers, mayDrive, showsWatched, watchedPage } from "./model.js";

/**
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("../shared/veil.js").VeilWords} VeilWords
 * @typedef {{ code: string, text: string, tone: import("../shared/status.js").Tone }} StatusWords
 */

/** @type {Record<import("./connection.js").EndReason, StatusWords>} */
const endStatus = {
  stopped: { code: "ended", text: "Ended", tone: "neutral" },
  failed: { code: "ended", text: "Ended: failed", tone: "problem" },
  expired: { code: "expired", text: "Expired", tone: "neutral" },
  revoked: { code: "revoked", text: "Revoked", tone: "neutral" },
  missing: { code: "missing", text: "Not found", tone: "problem" },
  crowded: { code: "crowded", text: "Too many viewers", tone: "problem" },
  broken: { code: "broken", text: "Disconnected", tone: "problem" },
};

/** @param {Model} model @returns {StatusWords} */
export function statusWords({ connection, stalled }) {
  if (connection.end && connection.phase === "over") return endStatus[connection.end.reason];
  if (connection.phase === "connecting") return { code: "connecting", text: "Connecting…", tone: "waiting" };
  if (connection.phase === "reconnecting") return { code: "reconnecting", text: "Reconnecting…", tone: "waiting" };
  if (stalled) return { code: "stalled", text: "Waiting for the server…", tone: "waiting" };
  return { code: "live", text: "Live", tone: "live" };
}

/** @type {Record<import("./connection.js").EndReason, VeilWords>} */
const endVeil = {
  stopped: { icon: "check", title: "The run has ended", text: "The browser was stopped. Nothing more will happen here." },
  failed: { icon: "alert", tone: "problem", title: "The run failed", text: "The browser ended before anyone asked it to." },
  expired: { icon: "clock", title: "This address has expired", text: "A live view is good for a limited time. The browser goes on without it: ask whoever gave you the address for a new one." },
  revoked: { icon: "lock", title: "This address was withdrawn", text: "Whoever gave it to you has taken it back. The browser goes on without it." },
  missing: { icon: "alert", tone: "problem", title: "There is nothing at this address", text: "The server knows of no such live view. Ask whoever gave you the address for a new one." },
  crowded: { icon: "people", tone: "problem", title: "Too many people are watching", text: "This browser has as many viewers as it may have. Load the page again when one has left." },
  broken: { icon: "alert", tone: "problem", title: "The line was closed", text: "The server did not understand this page. Load it again; if that does not help, the page may be older than the server." },
};

/**
 * What is said over the picture; null while it can be trusted.
 * @param {Model} model
 * @param {{ retry(): void, reload(): void }} run `reload`: of the page that is watched.
 * @returns {VeilWords | null}
 */
export function veilWords(model, run) {
  const { connection, state, shown } = model;
  if (connection.phase === "over" && connection.end) return withMessage(endVeil[connection.end.reason], connection.end.message);
  if (connection.phase === "reconnecting") return reconnectingVeil(shown, run);
  const page = watchedPage(model);
  if (isLive(model) && page?.crashed) return crashVeil(model, run);
  if (isLive(model) && page?.problem) return problemVeil(model, page, run);
  if (isLive(model) && state?.pages.length === 0) return { icon: "tab", title: "No tab is open", text: "The picture comes back with the next one." };
  if (shown && (showsWatched(model) || connection.phase === "connecting")) return null;
  if (shown) return { icon: "wait", tone: "waiting", title: "Changing the tab", text: "Waiting for its first picture." };
  if (isLive(model)) return { icon: "wait", tone: "waiting", title: "Waiting for the first picture", text: "It appears as soon as the page shows something." };
  return { icon: "wait", tone: "waiting", title: "Connecting to the browser", text: "This takes a moment." };
}

/** @param {VeilWords} words @param {string} message @returns {VeilWords} */
function withMessage(words, message) {
  return message ? { ...words, text: message } : words;
}

/** @param {Model["shown"]} shown @param {{ retry(): void }} run @returns {VeilWords} */
function reconnectingVeil(shown, { retry }) {
  const age = shown ? ` The picture is from ${clock(shown.time)} and may be out of date.` : "";
  return { icon: "wait", tone: "waiting", title: "Reconnecting", text: `The line to the server was lost.${age}`, action: { label: "Try now", run: retry } };
}

/** @param {Model} model @param {{ reload(): void }} run @returns {VeilWords} */
function crashVeil(model, { reload }) {
  const may = mayDrive(model);
  const text = may ? "The page in it ended by itself. Loading it again usually helps." : "The page in it ended by itself. It shows nothing until it is loaded again.";
  return { icon: "alert", tone: "problem", title: "This tab crashed", text, ...(may ? { action: { label: "Load it again", run: reload } } : {}) };
}

/** A headless browser draws no error page. @param {Model} model @param {import("./protocol.js").Page} page @param {{ reload(): void }} run @returns {VeilWords} */
function problemVeil(model, { url, problem }, { reload }) {
  const address = url.length > 300 ? `${url.slice(0, 299)}…` : url;
  const again = mayDrive(model) ? { action: { label: "Try again", run: reload } } : {};
  return { icon: "alert", tone: "problem", title: "This address could not be opened", text: `${address}: ${problem}.`, ...again };
}

/** Who holds control. @param {Model} model @returns {{ code: "me" | "person" | "agent", text: string, detail: string } | null} */
export function holderWords(model) {
  const control = model.state?.control;
  if (!control || !isLive(model)) return null;
  if (control.holder === "agent") return { code: "agent", text: "Agent in control", detail: "" };
  const agent = control.agentInput === "refuse" ? "The agent's clicks and keys are refused meanwhile." : "The agent's clicks and keys wait meanwhile.";
  if (isMine(model)) return { code: "me", text: "You are in control", detail: agent };
  return { code: "person", text: `${control.name ?? "Someone else"} in control`, detail: agent };
}

/** The control button, which says `verb` control; null where it could do nothing. @param {Model} model */
export function controlWords(model) {
  if (!isForInput(model) || model.connection.phase === "over") return null;
  if (isMine(model)) return { action: /** @type {const} */ ("release"), verb: "Give back", pressed: true, enabled: isLive(model) };
  return { action: /** @type {const} */ ("take"), verb: isOthers(model) ? "Take over" : "Take", pressed: false, enabled: isLive(model) };
}

/** Time left, as people say it: `59 s`, `4:32`, `2 h 5 min`. @param {number} milliseconds */
export function timeLeft(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** @param {number} time Milliseconds since 1970. */
function clock(time) {
  return new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

"""###,
"live/zoom.js": ###"""
// @ts-check
import { make, setAttribute } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/** A picture that is drawn so much smaller than it is can hardly be read. */
const smallScale = 1.5;
/** So near to an edge of the window, as a share of it, the picture's edge is seen: what lies there is not beneath the button. */
const edge = 0.1;

/**
 * Shows a part of the picture in its full size, for small windows. The part follows the mouse; a finger moves it while the person is not in control,
 * two fingers always.
 * @param {HTMLElement} stage
 * @param {{ picture: import("./picture.js").Picture, hands: import("./hands.js").Hands, changed(): void }} options `changed`: another part is seen.
 */
export function makeZoom(stage, { picture, hands, changed }) {
  const { canvas, screen } = picture;
  const button = make("button", { type: "button", class: "button icon-only zoom", "aria-label": "Zoom", "data-testid": "zoom", hidden: true, onclick: toggle });
  /** Fingers on the picture, where they were last. @type {Map<number, PointerEvent>} */
  const fingers = new Map();
  /** Where the person was last, as shares of the picture: that comes into the middle. */
  let spot = { x: 0, y: 0 };

  function toggle() {
    if (isOn()) screen.look({ scale: 1 });
    else {
      screen.look({ scale: screen.fullScale });
      screen.look({ x: (0.5 - spot.x) * canvas.offsetWidth, y: (0.5 - spot.y) * canvas.offsetHeight });
    }
    update();
    changed();
  }

  function isOn() {
    return screen.scale > 1;
  }

  function update() {
    button.hidden = !isOn() && screen.fullScale < smallScale;
    setAttribute(button, "aria-pressed", String(isOn()));
    setAttribute(stage, "data-zoomed", String(isOn()));
    button.replaceChildren(icon(isOn() ? "zoomOut" : "zoomIn"));
  }

  /** The part follows the mouse: near an edge of the window is that edge of the picture. @param {MouseEvent} event */
  function follow(event) {
    const rect = stage.getBoundingClientRect();
    const share = (/** @type {number} */ at) => Math.min(Math.max((at - edge) / (1 - 2 * edge), 0), 1);
    const away = (/** @type {number} */ at, /** @type {number} */ size, /** @type {number} */ drawn) => (0.5 - share(at / size)) * Math.max(0, drawn - size);
    screen.look({ x: away(event.clientX - rect.left, rect.width, canvas.offsetWidth), y: away(event.clientY - rect.top, rect.height, canvas.offsetHeight) });
    changed();
  }

  /** @param {PointerEvent} event */
  function drag(event) {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const moves = fingers.size > 1 || !hands.hold;
    if (moves) screen.pan((event.clientX - before.clientX) / fingers.size, (event.clientY - before.clientY) / fingers.size);
    fingers.set(event.pointerId, event);
    if (moves) changed();
  }

  canvas.addEventListener("pointerdown", (event) => {
    const rect = canvas.getBoundingClientRect();
    spot = { x: (event.clientX - rect.left) / rect.width, y: (event.clientY - rect.top) / rect.height };
    if (event.pointerType === "touch") fingers.set(event.pointerId, event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!isOn()) return;
    if (event.pointerType === "touch") drag(event);
    else if (event.buttons === 0) follow(event);
  });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel"])) canvas.addEventListener(name, (event) => void fingers.delete(event.pointerId));
  new ResizeObserver(update).observe(stage);
  stage.append(button);
  return {
    update,
    /** Whether two fingers move the picture instead of doing something in the page. */
    get isOn() {
      return isOn();
    },
  };
}

"""###,
    ]
}
