import assert from "node:assert/strict";
import { test } from "node:test";
import { Matches } from "../../Sources/WebPages/Assets/player/matches.js";
import { Outline } from "../../Sources/WebPages/Assets/player/outline.js";
import { requestWords, sourceWords } from "../../Sources/WebPages/Assets/player/words.js";

const narrowing = { types: ["b"], kinds: ["failed"], words: "" };

function outlineOf(count) {
  const outline = new Outline();
  outline.add({ types: ["a"], rows: Array.from({ length: count }, (_, index) => [index + 1, index * 10, 0]).flat(), next: null });
  return outline;
}

/** A server that knows which numbers match, and looks through so many rows a call. */
function serverOf(numbers, { reach = Infinity, last }) {
  const calls = [];
  return {
    calls,
    async outline(list, after, asked) {
      calls.push(after);
      assert.equal(list, "events");
      assert.equal(asked, narrowing);
      const end = Math.min(last(), after + reach);
      const rows = numbers.filter((number) => number > after && number <= end).flatMap((number) => [number, number * 10, 0]);
      return { types: ["b"], rows, next: end < last() ? end : null };
    },
  };
}

test("matches are read part by part, and stand where they are among all events", async () => {
  const events = outlineOf(100);
  const drawn = [];
  const server = serverOf([3, 50, 99], { reach: 40, last: () => 100 });
  const matches = new Matches(server, events, () => drawn.push(matches.isReading));
  matches.set(narrowing);
  await matches.read();
  assert.deepEqual([...matches.rows()], [2, 49, 98]);
  assert.deepEqual(server.calls, [0, 40, 80]);
  assert.deepEqual(drawn, [true, true, true, false]);
});

test("what was looked through is not looked through again, and what comes later is found", async () => {
  const events = outlineOf(100);
  let last = 100;
  const server = serverOf([3, 150], { last: () => last });
  const matches = new Matches(server, events, () => {});
  matches.set(narrowing);
  await matches.read();
  last = 200;
  events.add({ types: ["a"], rows: Array.from({ length: 100 }, (_, index) => [101 + index, 0, 0]).flat(), next: null });
  await matches.read();
  assert.deepEqual(server.calls, [0, 100]);
  assert.deepEqual([...matches.rows()], [2, 149]);
});

test("a match that the list does not have yet is shown when it does", async () => {
  const events = outlineOf(10);
  const matches = new Matches(serverOf([5, 12], { last: () => 12 }), events, () => {});
  matches.set(narrowing);
  await matches.read();
  assert.deepEqual([...matches.rows()], [4]);
  events.add({ types: ["a"], rows: [11, 0, 0, 12, 0, 0], next: null });
  assert.deepEqual([...matches.rows()], [4, 11]);
});

test("an answer to a question that was taken back changes nothing", async () => {
  const events = outlineOf(10);
  let answer = () => {};
  const source = { outline: () => new Promise((resolve) => (answer = resolve)) };
  const matches = new Matches(source, events, () => assert.fail("drawn"));
  matches.set(narrowing);
  const reading = matches.read();
  matches.set(null);
  answer({ types: ["b"], rows: [3, 30, 0], next: null });
  await reading;
  assert.equal(matches.isOn, false);
  assert.equal(matches.rows().length, 0);
});

test("a request is told with what became of it", () => {
  const answered = requestWords({ type: "network.response", name: "404 GET /cart", data: { url: "https://shop.example/cart?x=1", statusCode: 404, statusText: "Not Found" } });
  assert.deepEqual(answered, { method: "GET", url: "https://shop.example/cart?x=1", path: "/cart?x=1", host: "shop.example", status: "404", problem: null, outcome: "404 Not Found", severity: "warning" });
  const failed = requestWords({ type: "network.failed", name: "POST /x", data: { url: "https://shop.example/x", method: "POST", errorText: "net::ERR_FAILED", canceled: false } });
  assert.deepEqual([failed.method, failed.status, failed.problem, failed.severity], ["POST", "–", "ERR_FAILED", "error"]);
  const canceled = { type: "network.failed", data: { url: "blob:1", errorText: "net::ERR_ABORTED", canceled: true } };
  assert.deepEqual([requestWords(canceled).problem, requestWords(canceled).severity], ["canceled", "canceled"]);
  assert.equal(requestWords({ ...canceled, data: { ...canceled.data, statusCode: 500 } }).severity, "error");
});

test("a line's source is its file and line", () => {
  assert.equal(sourceWords({ url: "https://shop.example/js/shop.js?v=3", line: 12 }), "shop.js:12");
  assert.equal(sourceWords({ url: "https://shop.example/" }), "/");
  assert.equal(sourceWords({}), null);
});
