import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { FileSheet } from "../../Sources/WebPages/Assets/player/file-sheet.js";

// As much of a page as a list without rows needs.
class Element {
  setAttribute() {}
  addEventListener() {}
  append() {}
  replaceChildren() {}
  querySelectorAll() {
    return [];
  }
}
Object.assign(globalThis, { Node: Element, document: { createElement: () => new Element() } });

test("what comes soon after a reading is read as soon as the list may be asked for again, with nothing more to come", () => {
  let now = 0;
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(performance, "now", () => now);
  const pass = (ms) => ((now += ms), mock.timers.tick(ms));
  let reads = 0;
  const events = { length: 1 };
  const source = { files: async () => ((reads += 1), { data: [], nextCursor: null }) };
  const sheet = new FileSheet({ source, events, choose() {}, changed() {} });
  sheet.refresh();
  assert.equal(reads, 1);
  pass(100);
  events.length = 2;
  sheet.refresh();
  sheet.refresh();
  assert.equal(reads, 1);
  pass(1_900);
  assert.equal(reads, 2);
  pass(10_000);
  assert.equal(reads, 2);
  mock.reset();
});
