import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf, keyHelp } from "../../Sources/WebPages/Assets/player/keys.js";
import { columnsOf, marksOf, nearestMark } from "../../Sources/WebPages/Assets/player/marks.js";
import { Outline } from "../../Sources/WebPages/Assets/player/outline.js";
import { mostPixels, scrollTo, windowOf } from "../../Sources/WebPages/Assets/player/window.js";
import { fit } from "../../Sources/WebPages/Assets/shared/fit.js";
import { gapText, statusOf, veilOf } from "../../Sources/WebPages/Assets/player/states.js";

function outlineOf(count, types = ["a", "b"]) {
  const outline = new Outline();
  const rows = [];
  for (let number = 1; number <= count; number += 1) rows.push(number, number * 10, number % types.length);
  outline.add({ types, rows, next: null });
  return outline;
}

test("an outline of 100,000 rows finds any place", () => {
  const outline = outlineOf(100_000);
  assert.equal(outline.length, 100_000);
  assert.equal(outline.placeAt(5), -1);
  assert.equal(outline.placeAt(10), 0);
  assert.equal(outline.number(outline.placeAt(777_777)), 77_777);
  const odd = outline.filtered(new Set(["b"]));
  assert.equal(odd.length, 50_000);
  assert.equal(outline.number(odd[outline.placeAt(45, odd)]), 3);
  assert.deepEqual([...outline.counts()], [["a", 50_000], ["b", 50_000]]);
});

test("rows that are there already are not added again", () => {
  const outline = outlineOf(3);
  outline.add({ types: ["c"], rows: [2, 20, 0, 3, 30, 0, 4, 40, 0], next: null });
  assert.equal(outline.length, 4);
  assert.equal(outline.type(3), "c");
});

test("only the rows in sight are drawn, and any row can be brought into sight", () => {
  for (const count of [10, 1_000, 100_000, 2_000_000]) {
    const list = { count, rowHeight: 30, viewHeight: 600 };
    const pixels = Math.min(mostPixels, count * 30);
    for (const row of [0, Math.floor(count / 3), count - 1]) {
      const scrollTop = Math.min(scrollTo({ ...list, row }), Math.max(0, pixels - 600));
      const { first, end, offset } = windowOf({ ...list, scrollTop });
      assert.ok(first <= row && row < end, `${row} of ${count}`);
      assert.ok(end - first <= 34);
      const top = offset + (row - first) * 30 - scrollTop;
      assert.ok(top >= -1 && top <= 571, `row ${row} of ${count} stands at ${top}`);
    }
  }
});

test("marks are steps that matter; a column shows the weightiest", () => {
  const outline = new Outline();
  outline.add({ types: ["browser.click", "browser.error", "browser.scroll", "browser.navigate"], rows: [1, 100, 0, 2, 101, 1, 3, 102, 2, 4, 900, 3], next: null });
  const marks = marksOf(outline);
  assert.deepEqual(marks.map((mark) => mark.kind), ["click", "error", "navigation"]);
  assert.deepEqual(columnsOf(marks, 1000, 10).map(({ column, mark }) => [column, mark.kind]), [[9, "navigation"], [1, "error"]]);
  assert.equal(nearestMark(marks, 110, 20).kind, "error");
  assert.equal(nearestMark(marks, 500, 20), null);
});

test("keys that are the browser's own are left to it", () => {
  assert.deepEqual(commandOf({ key: " " }), { command: "toggle" });
  assert.deepEqual(commandOf({ key: "ArrowRight", shiftKey: true }), { command: "move", amount: 1 });
  assert.deepEqual(commandOf({ key: "7" }), { command: "fraction", amount: 0.7 });
  assert.deepEqual(commandOf({ key: "F" }), { command: "fullscreen" });
  assert.equal(commandOf({ key: "f", ctrlKey: true }), null);
  assert.equal(commandOf({ key: "Tab" }), null);
  assert.ok(keyHelp.length > 8);
});

test("a picture fills its box in its own shape, and nearly its own size becomes its own size", () => {
  const wide = fit({ width: 1000, height: 1000 }, { width: 1280, height: 720 }, 1);
  assert.deepEqual([wide.width, wide.height, wide.left, wide.top], [1000, 563, 0, 219]);
  const sharp = fit({ width: 1300, height: 740 }, { width: 1280, height: 720 }, 1);
  assert.deepEqual([sharp.width, sharp.height], [1280, 720]);
  const dense = fit({ width: 640, height: 360 }, { width: 1280, height: 720 }, 2);
  assert.deepEqual(dense.pixels, { width: 1280, height: 720 });
  assert.deepEqual(fit({ width: 0, height: 9 }, { width: 1, height: 1 }, 1).pixels, { width: 0, height: 0 });
});

const manifest = (status, run = "stopped", ratio = 1) => ({ run: { status: run }, recording: { status }, completeness: { ratio, gaps: [] } });

test("every state has true words", () => {
  const said = (situation) => statusOf({ manifest: null, trouble: null, following: false, ...situation }).status;
  assert.equal(said({}), "loading");
  assert.equal(said({ manifest: manifest("processing", "active"), following: true }), "live");
  assert.equal(said({ manifest: manifest("preparing", "active") }), "preparing");
  assert.equal(said({ manifest: manifest("processing") }), "processing");
  assert.equal(said({ manifest: manifest("ready") }), "ready");
  assert.equal(said({ manifest: manifest("ready"), trouble: "expired" }), "expired");
  assert.equal(said({ manifest: manifest("ready"), trouble: "unreachable" }), "disconnected");
  assert.equal(said({ manifest: manifest("not_available") }), "not_available");
  assert.equal(said({ manifest: manifest("failed") }), "failed");
  assert.equal(statusOf({ manifest: manifest("ready", "stopped", 0.987), trouble: null, following: false }).text, "98.7 % complete");
});

test("what hides the picture says why; a lost connection hides nothing that can be seen", () => {
  const veil = (situation) => veilOf({ manifest: null, trouble: null, following: false, hasPicture: false, retry() {}, ...situation })?.title ?? null;
  assert.equal(veil({ manifest: manifest("ready"), hasPicture: true, trouble: "unreachable" }), null);
  assert.match(veil({ manifest: manifest("ready"), hasPicture: true, trouble: "expired" }), /lapsed/);
  assert.match(veil({ trouble: "unreachable" }), /cannot be reached/);
  assert.match(veil({ manifest: manifest("not_available") }), /no recording/);
  assert.match(veil({ manifest: manifest("preparing", "active") }), /first picture/);
  assert.equal(gapText({ fromMs: 0, toMs: 12_000, cause: "browser_hung" }), "No pictures for 12 s: the browser did not answer");
});
