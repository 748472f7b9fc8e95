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
