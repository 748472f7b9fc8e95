import assert from "node:assert/strict";
import test from "node:test";
import { newConnection, step } from "../../Sources/WebPages/Assets/live/connection.js";
import { isMine, isOthers, mayDrive, newModel, openDialog, receive, remaining, report, tabs } from "../../Sources/WebPages/Assets/live/model.js";
import { controlWords, holderWords, statusWords, timeLeft, veilWords } from "../../Sources/WebPages/Assets/live/words.js";

const agent = { holder: "agent", epoch: 1, name: null, mine: false, agentInput: null, since: null };
const me = { ...agent, holder: "person", epoch: 2, mine: true, agentInput: "hold" };
const ada = { ...me, mine: false, name: "Ada" };
const one = { id: "P1", url: "https://shop.example/a", title: "Shop", favicon: null, front: true, crashed: false, problem: null };
const two = { id: "P2", url: "https://mail.example/", title: "", favicon: "icons/3", front: false, crashed: false, problem: null };
const run = { retry() {}, reload() {} };

/** A model whose line is live. */
function live({ lease = "input", control = agent, shown = { pageId: "P1", time: 0 }, ...state } = {}) {
  const [connection] = step(newConnection(), { type: "hello" });
  const hello = { type: "hello", control: lease, runId: "R", runtimeId: "T", expiresAt: "2026-11-24T03:00:00.000Z", now: "2026-11-24T02:00:00.000Z" };
  const whole = {
    type: "state", run: { id: "R", status: "active" }, pages: [one, two], frontPageId: "P1", watchedPageId: "P1", follows: true,
    control, viewers: 1, dialogs: [], select: null, fileChooser: null, humanAction: null, ...state,
  };
  const began = Date.parse("2026-11-24T02:00:05.000Z");
  return { ...receive(receive(newModel(connection), hello, began), whole, began), shown };
}

/** The same model after its line has ended. */
function over(model, reason, message = "") {
  const [ended] = step(model.connection, { type: "ended", reason, message });
  return { ...model, connection: step(ended, { type: "closed", code: 4001, wasLive: true, livedMs: 1, random: 0 })[0] };
}

test("a lease to watch may never drive, whoever holds control", () => {
  for (const control of [agent, me, ada]) {
    const model = live({ lease: "none", control });
    assert.deepEqual([mayDrive(model), isMine(model), controlWords(model)], [false, false, null]);
  }
});

test("a lease for input may drive while the agent or it holds control, not while another person does", () => {
  assert.deepEqual([agent, me, ada].map((control) => mayDrive(live({ control }))), [true, true, false]);
  assert.equal(isOthers(live({ control: ada })), true);
});

test("nobody drives over a line that is lost", () => {
  const model = live({ control: me });
  const [connection] = step(model.connection, { type: "closed", code: 1006, wasLive: true, livedMs: 9_000, random: 0 });
  assert.equal(mayDrive({ ...model, connection }), false);
  assert.equal(controlWords({ ...model, connection }).enabled, false);
});

test("the control button says what it would do", () => {
  assert.deepEqual([agent, me, ada].map((control) => controlWords(live({ control })).verb), ["Take", "Give back", "Take over"]);
  assert.equal(controlWords(over(live(), "stopped")), null);
});

test("who holds control is said by name, and what becomes of the agent's input", () => {
  assert.deepEqual([agent, me, ada].map((control) => holderWords(live({ control })).text), ["Agent in control", "You are in control", "Ada in control"]);
  assert.match(holderWords(live({ control: me })).detail, /wait/);
  assert.match(holderWords(live({ control: { ...me, agentInput: "refuse" } })).detail, /refused/);
});

test("states have steady names", () => {
  const [reconnecting] = step(live().connection, { type: "closed", code: 1006, wasLive: true, livedMs: 9_000, random: 0 });
  assert.equal(statusWords(newModel(newConnection())).code, "connecting");
  assert.equal(statusWords(live()).code, "live");
  assert.equal(statusWords({ ...live(), stalled: true }).code, "stalled");
  assert.equal(statusWords({ ...live(), connection: reconnecting }).code, "reconnecting");
  for (const [reason, code] of [["stopped", "ended"], ["failed", "ended"], ["expired", "expired"], ["revoked", "revoked"]]) {
    assert.equal(statusWords(over(live(), reason)).code, code);
  }
});

test("a picture stands without words only while it is live and of the page that is watched", () => {
  assert.equal(veilWords(live(), run), null);
  assert.match(veilWords(live({ watchedPageId: "P2" }), run).title, /Changing/);
  assert.match(veilWords(live({ shown: null }), run).title, /first picture/);
  assert.match(veilWords(live({ pages: [{ ...one, crashed: true }] }), run).title, /crashed/);
  assert.match(veilWords(over(live(), "failed", "The browser crashed."), run).text, /browser crashed/);
  const [connection] = step(live().connection, { type: "closed", code: 1006, wasLive: true, livedMs: 9_000, random: 0 });
  assert.match(veilWords({ ...live(), connection }, run).text, /out of date/);
});

test("an address that could not be opened is said over the blank picture, with the reason", () => {
  const pages = [{ ...one, problem: "there is no such host" }];
  assert.deepEqual(
    [live({ pages }), live({ lease: "none", pages })].map((model) => veilWords(model, run)).map(({ text, action }) => [text, action?.label]),
    [["https://shop.example/a: there is no such host.", "Try again"], ["https://shop.example/a: there is no such host.", undefined]],
  );
});

test("who only watches is offered no way to load a crashed tab again", () => {
  const pages = [{ ...one, crashed: true }];
  assert.equal(veilWords(live({ lease: "none", pages }), run).action, undefined);
  assert.equal(veilWords(live({ pages }), run).action.label, "Load it again");
});

test("tabs have a title in any case, and mark the one in front", () => {
  assert.deepEqual(tabs(live()).map(({ id, title, marked }) => [id, title, marked]), [["P1", "Shop", true], ["P2", "mail.example/", false]]);
  assert.equal(tabs(live({ pages: [{ ...one, title: "", url: "about:blank" }] }))[0].title, "New tab");
});

test("favicons come from the server of the view: nothing is fetched from the sites", () => {
  const favicons = ["https://shop.example/favicon.ico", "icons/../../v1", "data:image/svg+xml,<svg/>"];
  for (const favicon of favicons) {
    const [bad, good] = tabs(live({ pages: [{ ...one, favicon }, two] }), "https://martlet.example/view/live/T");
    assert.deepEqual([bad.favicon, bad.kind], [undefined, "globe"]);
    assert.deepEqual([good.favicon, good.kind], ["https://martlet.example/view/live/T/icons/3", undefined]);
  }
});

test("the dialog of the page that is watched is shown, another is marked in the strip", () => {
  const dialogs = [{ id: "d", pageId: "P2", kind: "alert", message: "" }];
  assert.equal(openDialog(live({ dialogs })), null);
  assert.equal(openDialog(live({ dialogs, watchedPageId: "P2" })).id, "d");
  assert.equal(tabs(live({ dialogs }))[1].kind, "dialog");
});

test("time left goes by the server's clock", () => {
  assert.equal(remaining(live(), Date.parse("2026-11-24T02:30:05.000Z")), 30 * 60_000);
  assert.deepEqual([-1, 0, 400, 59_001, 61_000, 3_599_000, 7_500_000].map(timeLeft), ["0 s", "0 s", "1 s", "1:00", "1:01", "59:59", "2 h 5 min"]);
});

test("the parent is told the state, its reason, the page and who holds control", () => {
  const model = live({ control: me, humanAction: { id: "h", message: "Type the code", expiresAt: null } });
  const { type, status, control, page, humanAction, mode } = report(model, "live");
  assert.deepEqual([type, status, mode], ["bctrl:live-status", "live", "input"]);
  assert.deepEqual(control, { holder: "person", mine: true, name: null });
  assert.deepEqual([page.url, humanAction.message], [one.url, "Type the code"]);
  assert.deepEqual([report(over(model, "failed", "crash"), "ended").reason, report(over(model, "failed", "crash"), "ended").message], ["failed", "crash"]);
});
