import assert from "node:assert/strict";
import { test } from "node:test";
import { BoundedCache } from "../../Sources/WebPages/Assets/player/bounded-cache.js";
import { FrameIndex, pieceLength } from "../../Sources/WebPages/Assets/player/frame-index.js";
import { frontAt, pageAt, placeAt, tabsAt } from "../../Sources/WebPages/Assets/player/tracks.js";

const entry = (number, ms) => ({ number, ms });

test("the picture of a moment is the newest one that is not newer", () => {
  const index = new FrameIndex();
  index.add({ fromMs: 0, toMs: pieceLength, before: null, entries: [entry(1, 100), entry(2, 900)], next: entry(3, 50_000) });
  assert.equal(index.at(50), null, "before the first one there is none");
  assert.equal(index.at(100).number, 1);
  assert.equal(index.at(899.9).number, 1);
  assert.equal(index.at(29_000).number, 2);
  assert.equal(index.at(pieceLength), undefined, "another piece is not known");
  assert.equal(index.after(50).number, 1);
  assert.equal(index.after(100).number, 2);
  assert.equal(index.after(900).number, 3, "the next one may lie far behind the piece");
});

test("a piece without pictures shows the one before it", () => {
  const index = new FrameIndex();
  index.add({ fromMs: pieceLength, toMs: 2 * pieceLength, before: entry(2, 900), entries: [], next: null });
  assert.equal(index.at(pieceLength + 1).number, 2);
  assert.equal(index.after(pieceLength + 1), null);
});

test("a piece that still grows is known only as far as it goes", () => {
  const index = new FrameIndex();
  index.add({ fromMs: 0, toMs: 4_000, before: null, entries: [entry(1, 0)], next: null });
  assert.ok(index.knows(3_999));
  assert.ok(!index.knows(4_000));
  index.add({ fromMs: 0, toMs: 5_000, before: null, entries: [entry(1, 0), entry(2, 4_500)], next: null });
  assert.equal(index.at(4_600).number, 2);
  index.clear();
  assert.equal(index.at(4_600), undefined);
});

test("the index of a day-long recording stays bounded", () => {
  const index = new FrameIndex();
  for (let piece = 0; piece < 3_000; piece += 1) {
    const fromMs = piece * pieceLength;
    index.add({ fromMs, toMs: fromMs + pieceLength, before: null, entries: [entry(piece, fromMs)], next: null });
  }
  assert.equal(index.at(0), undefined, "the oldest is let go");
  assert.equal(index.at(2_999 * pieceLength).number, 2_999);
});

test("a cache lets go of what was used longest ago, and says so", () => {
  const gone = [];
  const cache = new BoundedCache(10, (value) => gone.push(value));
  cache.set("a", "A", 4);
  cache.set("b", "B", 4);
  assert.equal(cache.get("a"), "A");
  cache.set("c", "C", 4);
  assert.deepEqual(gone, ["B"]);
  assert.equal(cache.cost, 8);
  cache.set("d", "D", 100);
  assert.ok(cache.has("d"), "one that is larger than all is kept while it is the newest");
  assert.equal(cache.cost, 100);
  assert.ok(cache.holds("D") && !cache.holds("A"));
});

test("tabs are those of the moment", () => {
  const tracks = [
    { pageId: "A", fromMs: 0, toMs: null, places: [{ atMs: 0, title: "", url: "about:blank" }, { atMs: 500, title: "Shop", url: "https://shop/" }] },
    { pageId: "B", fromMs: 1_000, toMs: 2_000, places: [{ atMs: 1_000, title: "Help", url: "https://help/" }] },
  ];
  const program = [{ atMs: 0, pageId: "A" }, { atMs: 1_000, pageId: "B" }, { atMs: 2_000, pageId: "A" }];
  assert.equal(frontAt(program, 1_500), "B");
  assert.equal(frontAt([], 1_500), null);
  const closed = [...program, { atMs: 3_000, pageId: null }];
  assert.equal(frontAt(closed, 3_500), null);
  assert.equal(pageAt(closed, 3_500), "A", "its picture is still seen");
  assert.equal(pageAt([{ atMs: 600, pageId: "A" }], 0), "A", "the first picture is seen from the beginning");
  assert.equal(placeAt(tracks[0], 600).title, "Shop");
  assert.deepEqual(tabsAt(tracks, program, 100).map((tab) => tab.title), ["Follow", "about:blank"]);
  const later = tabsAt(tracks, program, 2_500);
  assert.deepEqual(later.map((tab) => [tab.title, Boolean(tab.gone), Boolean(tab.marked)]), [["Follow", false, false], ["Shop", false, true], ["Help", true, false]]);
});

test("what comes after a piece is asked for again while the run goes on", () => {
  const index = new FrameIndex();
  index.add({ fromMs: 0, toMs: pieceLength, before: null, entries: [entry(1, 0)], next: null });
  index.add({ fromMs: pieceLength, toMs: pieceLength + 500, before: entry(1, 0), entries: [], next: null });
  index.forgetOpenEnds();
  assert.equal(index.at(10), undefined);
  assert.equal(index.at(pieceLength + 10).number, 1, "the piece that grows stays until it is replaced");
});
