import assert from "node:assert/strict";
import { test } from "node:test";
import { clockText, countText, percentText, roundText, shortTime, sizeText, spanText, spokenTime } from "../../Sources/WebPages/Assets/shared/format.js";
import { hashOf, momentOf } from "../../Sources/WebPages/Assets/shared/moment.js";
import { gapAt, jumpOverStillness } from "../../Sources/WebPages/Assets/player/spans.js";

test("times read as people write them", () => {
  assert.equal(clockText(0), "0:00");
  assert.equal(clockText(59_999), "0:59");
  assert.equal(clockText(61_040, { tenths: true }), "1:01.0");
  assert.equal(clockText(3_723_000), "1:02:03");
  assert.equal(clockText(5_000, { hours: true }), "0:00:05");
  assert.equal(spokenTime(3_720_000), "1 hour 2 minutes");
  assert.equal(spokenTime(1_000), "1 second");
  assert.equal(spokenTime(0), "0 seconds");
  assert.equal(shortTime(125_000), "2 min 5 s");
  assert.equal(countText(1234567), "1\u202f234\u202f567");
});

test("nothing is called whole that is not", () => {
  assert.equal(percentText(1), "100 %");
  assert.equal(percentText(0.99999), "99.9 %");
  assert.equal(percentText(0.92), "92 %");
});

test("a moment in an address is read in three forms, and written in one", () => {
  assert.equal(momentOf("#t=12.5"), 12_500);
  assert.equal(momentOf("#t=1:02.5"), 62_500);
  assert.equal(momentOf("#t=1h2m3s"), 3_723_000);
  assert.equal(momentOf("#a=1&t=7"), 7_000);
  for (const hash of ["", "#", "#t=", "#t=soon", "#t=-4", "#t=1e3"]) assert.equal(momentOf(hash), null, hash);
  assert.equal(hashOf(12_500), "#t=12.5");
  assert.equal(momentOf(hashOf(83_210)), 83_210);
});

test("long stillness is skipped, with a moment before and after it", () => {
  assert.equal(jumpOverStillness(500, 0, 60_000, 90_000), null, "what was before is still looked at");
  assert.equal(jumpOverStillness(2_000, 0, 60_000, 90_000), 59_000);
  assert.equal(jumpOverStillness(2_000, 0, 9_000, 90_000), null, "short stillness is shown");
  assert.equal(jumpOverStillness(58_500, 0, 60_000, 90_000), null, "hardly anything is left of it");
  assert.equal(jumpOverStillness(2_000, 0, Infinity, 90_000), 90_000, "to the end, when nothing comes");
});

test("a moment lies in a gap from its first millisecond to the last", () => {
  const gaps = [{ fromMs: 100, toMs: 200, cause: "storage" }];
  assert.equal(gapAt(gaps, 99), null);
  assert.equal(gapAt(gaps, 100), gaps[0]);
  assert.equal(gapAt(gaps, 200), null);
});

test("spans and sizes are short", () => {
  assert.deepEqual([0, 84.4, 1_240, 12_340, 125_000].map(spanText), ["0 ms", "84 ms", "1.24 s", "12.3 s", "2 min 5 s"]);
  assert.deepEqual([0, 999, 3_008, 120_900, 1_250_000].map(roundText), ["0", "999", "3k", "120k", "1.2M"]);
  assert.deepEqual([0, 940, 12_340, 999_600, 4_100_000, 123_000_000].map(sizeText), ["0 B", "940 B", "12.3 kB", "1.0 MB", "4.1 MB", "123 MB"]);
});
