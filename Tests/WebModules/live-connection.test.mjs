import assert from "node:assert/strict";
import test from "node:test";
import { newConnection, step, waitBefore } from "../../Sources/WebPages/Assets/live/connection.js";

/** Plays happenings one after the other; answers the last connection and all actions. */
function play(...happenings) {
  let connection = newConnection();
  const actions = [];
  for (const happening of happenings) {
    const [next, action] = step(connection, happening);
    connection = next;
    actions.push(action.type === "wait" ? `wait ${action.milliseconds}` : action.type);
  }
  return { connection, actions };
}

const start = { type: "start" };
const hello = { type: "hello" };
const lost = (livedMs, code = 1006) => ({ type: "closed", code, wasLive: true, livedMs, random: 0.5 });
const failed = { type: "closed", code: 1006, wasLive: false, livedMs: 0, random: 0.5 };
const answer = (status, message) => ({ type: "answered", status, message, random: 0.5 });
const waited = { type: "waited" };

test("a greeting makes it live", () => {
  const { connection, actions } = play(start, hello);
  assert.equal(connection.phase, "live");
  assert.deepEqual(actions, ["connect", "nothing"]);
});

test("a good line that is lost comes back after half a second", () => {
  const { connection, actions } = play(start, hello, lost(60_000), waited);
  assert.equal(connection.phase, "reconnecting");
  assert.deepEqual(actions.slice(2), ["wait 500", "connect"]);
});

test("waits double up to ten seconds while no line can be had", () => {
  const rounds = Array.from({ length: 7 }, () => [failed, answer(0), waited]).flat();
  const { actions } = play(start, hello, lost(60_000), waited, ...rounds);
  assert.deepEqual(actions.filter((action) => action.startsWith("wait")), ["wait 500", "wait 1000", "wait 2000", "wait 4000", "wait 8000", "wait 10000", "wait 10000", "wait 10000"]);
});

test("a line that breaks again and again right after its greeting is not tried ever faster", () => {
  const { actions } = play(start, hello, lost(50, 4008), waited, hello, lost(50, 4008), waited, hello, lost(50, 4008));
  assert.deepEqual(actions.filter((action) => action.startsWith("wait")), ["wait 500", "wait 1000", "wait 2000"]);
});

test("waits are spread by a fifth", () => {
  assert.equal(waitBefore(0, 0), 400);
  assert.equal(waitBefore(0, 1), 600);
});

for (const [code, reason] of Object.entries({ 4002: "expired", 4003: "revoked", 4004: "crowded", 1002: "broken", 1007: "broken", 1009: "broken", 4001: "stopped" })) {
  test(`close code ${code} is final: ${reason}`, () => {
    const { connection, actions } = play(start, hello, lost(1, Number(code)), waited, { type: "nudge" });
    assert.equal(connection.phase, "over");
    assert.equal(connection.end.reason, reason);
    assert.deepEqual(actions.slice(2), ["nothing", "nothing", "nothing"]);
  });
}

for (const code of [1000, 1001, 1006, 1011, 4008, 4009, 4999]) {
  test(`close code ${code} is tried again`, () => assert.equal(play(start, hello, lost(1, code)).connection.phase, "reconnecting"));
}

test("the server's words about the end are kept, and count more than the close code", () => {
  const { connection } = play(start, hello, { type: "ended", reason: "failed", message: "The browser crashed." }, lost(1, 4001));
  assert.deepEqual([connection.phase, connection.end], ["over", { reason: "failed", message: "The browser crashed." }]);
});

test("an end that arrived is final, though the close was lost", () => {
  const { connection } = play(start, hello, { type: "ended", reason: "stopped", message: "" }, lost(1, 1006));
  assert.equal(connection.phase, "over");
});

test("a handshake that fails asks why, and believes 404 and 410", () => {
  assert.deepEqual(play(start, failed).actions, ["connect", "ask"]);
  assert.equal(play(start, failed, answer(404)).connection.end.reason, "missing");
  assert.deepEqual(play(start, failed, answer(410, "It was taken back.")).connection.end, { reason: "expired", message: "It was taken back." });
});

test("a server that answers something else is tried again", () => {
  for (const status of [0, 200, 429, 500, 503]) assert.equal(play(start, failed, answer(status)).connection.waiting, true);
});

test("a nudge ends the waiting and does nothing else", () => {
  assert.deepEqual(play(start, hello, lost(60_000), { type: "nudge" }, { type: "nudge" }).actions.slice(3), ["connect", "nothing"]);
  assert.deepEqual(play(start, { type: "nudge" }).actions, ["connect", "nothing"]);
});
