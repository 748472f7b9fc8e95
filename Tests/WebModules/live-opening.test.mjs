import assert from "node:assert/strict";
import test from "node:test";
import { makeOpening } from "../../Sources/WebPages/Assets/live/opening.js";

test("an address goes out at once, or when the tab that was asked for has come", () => {
  const went = [];
  const opening = makeOpening({ navigate: (url) => went.push(url) });
  opening.go("one");
  opening.begin("P1");
  opening.go("two");
  opening.update("P1");
  assert.deepEqual(went, ["one"]);
  opening.update("P2");
  opening.update("P1");
  opening.go("three");
  assert.deepEqual(went, ["one", "two", "three"]);
});

test("without the tab the address is for the one that is there", () => {
  const went = [];
  const opening = makeOpening({ navigate: (url) => went.push(url) });
  opening.begin("P1");
  opening.giveUp();
  opening.go("one");
  assert.deepEqual(went, ["one"]);
});
