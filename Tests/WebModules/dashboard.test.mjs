import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, placeOf, runAddress, runsAddress, runsQueryOf } from "../../Sources/WebPages/Assets/dashboard/places.js";
import { agoText, failureWords, firstSentence, lengthText, runLength, shortID, statusWords } from "../../Sources/WebPages/Assets/dashboard/words.js";

test("every address of the dashboard leads to a page", () => {
  assert.deepEqual(placeOf("/"), { page: "runs" });
  assert.deepEqual(placeOf("/runs"), { page: "runs" });
  assert.deepEqual(placeOf("/runs/01a2"), { page: "run", id: "01a2" });
  assert.deepEqual(placeOf("/runs/a%2Fb"), { page: "run", id: "a/b" });
  assert.deepEqual(placeOf("/runs/%"), { page: "run", id: "%" });
  assert.deepEqual(placeOf("/runtimes"), { page: "runtimes" });
  assert.deepEqual(placeOf(runAddress("a/b?c")), { page: "run", id: "a/b?c" });
});

test("a list's address and what it asks for are one", () => {
  for (const query of [{ status: null, runtime: null, cursor: null }, { status: "failed", runtime: "01 a", cursor: "02&b" }]) {
    assert.deepEqual(runsQueryOf(new URL(runsAddress(query), "http://x").search), query);
  }
  assert.equal(runsAddress({}), "/");
});

test("the one-time code is taken out of the fragment, the moment stays", () => {
  assert.deepEqual(codeOf("#code=abc-_"), { code: "abc-_", rest: "" });
  assert.deepEqual(codeOf("#t=12.5&code=abc"), { code: "abc", rest: "#t=12.5" });
  assert.deepEqual(codeOf("#t=12.5"), { code: null, rest: "#t=12.5" });
  assert.deepEqual(codeOf(""), { code: null, rest: "" });
});

test("runs and their ends read as people say them", () => {
  assert.equal(statusWords("active").text, "Active");
  assert.deepEqual(statusWords("newer"), { text: "newer", tone: "neutral" });
  assert.equal(failureWords({ code: "browser.crashed", message: "The browser was ended by signal 9." }), "The browser crashed.");
  assert.equal(failureWords({ code: "newer", message: "It fell." }), "It fell.");
  assert.deepEqual(firstSentence("Ended by signal 9. Its last words: x. y"), ["Ended by signal 9.", "Its last words: x. y"]);
  assert.deepEqual(firstSentence("It fell."), ["It fell.", ""]);
  assert.equal(shortID("01a224c3-2506-7000-a458-3f621da9b3b2"), "01a224c3…a9b3b2");
  assert.equal(shortID("short"), "short");
});

test("lengths and times are short", () => {
  const run = { startedAt: "2026-11-24T00:00:00.000Z", finishedAt: null, durationSeconds: null };
  assert.equal(runLength(run, Date.parse("2026-11-24T00:01:05.000Z")), 65_000);
  assert.equal(runLength({ ...run, durationSeconds: 4.2 }, 0), 4_200);
  assert.equal(lengthText(900), "0.9 s");
  assert.equal(lengthText(65_000), "1 min 5 s");
  const ago = (ms) => agoText(0, ms, () => "a day");
  assert.deepEqual([5_000, 60_000, 3_540_000, 7_300_000, 90_000_000].map(ago), ["just now", "1 min ago", "59 min ago", "2 h ago", "a day"]);
});
