import assert from "node:assert/strict";
import test from "node:test";
import { buttonName, inViewer, makePacer, place, wheelDelta } from "../../Sources/WebPages/Assets/live/pointer.js";
import { composition, fromInput, pasteBytes, pasting } from "../../Sources/WebPages/Assets/live/text.js";

const rect = { left: 100, top: 50, width: 640, height: 360 };
const picture = { width: 1280, height: 720 };

test("a place on the viewer is a place on the picture", () => {
  assert.deepEqual(place({ clientX: 420, clientY: 230 }, rect, picture), { x: 640, y: 360 });
  assert.deepEqual(place({ clientX: 100.25, clientY: 50 }, rect, picture), { x: 0.5, y: 0 });
});

test("a place beside the picture stays beside it by a pixel, so that a drag may leave the page", () => {
  assert.deepEqual(place({ clientX: 0, clientY: 9999 }, rect, picture), { x: -1, y: 721 });
});

test("a rectangle of the page is found on the viewer, whatever the sizes", () => {
  const frame = { deviceWidth: 2560, deviceHeight: 1440 };
  assert.deepEqual(inViewer({ x: 256, y: 144, width: 400, height: 40 }, rect, frame), { left: 164, top: 86, width: 100, height: 10 });
});

test("buttons have names", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 7].map(buttonName), ["left", "middle", "right", "back", "forward", "none"]);
});

test("wheels that count pixels, lines or pages come to pixels", () => {
  const options = { page: 700, mac: false };
  const turn = (deltaMode, deltaY) => Math.round(wheelDelta({ deltaX: 0, deltaY, deltaMode, shiftKey: false }, options).deltaY);
  assert.deepEqual([turn(0, 100), turn(1, 3), turn(2, 1), turn(0, -2.5)], [100, 100, 700, -2]);
});

test("Shift turns the wheel sideways, but not on a Mac, which has done it", () => {
  const event = { deltaX: 0, deltaY: 100, deltaMode: 0, shiftKey: true };
  assert.deepEqual(wheelDelta(event, { page: 700, mac: false }), { deltaX: 100, deltaY: 0 });
  assert.deepEqual(wheelDelta(event, { page: 700, mac: true }), { deltaX: 0, deltaY: 100 });
});

test("of many moves the last goes out, no faster than the pace", () => {
  const sent = [];
  const pacer = makePacer((item) => sent.push(item), (_, next) => next, 14);
  pacer.push(1);
  assert.equal(pacer.tick(100), false);
  pacer.push(2);
  pacer.push(3);
  assert.equal(pacer.tick(107), true);
  assert.deepEqual(sent, [1]);
  assert.equal(pacer.tick(114), false);
  assert.deepEqual(sent, [1, 3]);
});

test("a flush does not wait, and sends nothing twice", () => {
  const sent = [];
  const pacer = makePacer((item) => sent.push(item), (a, b) => a + b);
  pacer.push(1);
  pacer.push(2);
  pacer.flush(0);
  pacer.flush(1);
  assert.deepEqual(sent, [3]);
});

test("text of input methods, dictation and emoji goes out as text", () => {
  for (const inputType of ["insertText", "insertReplacementText", "insertFromDictation"]) {
    assert.deepEqual(fromInput({ inputType, data: "é🙂" }), [{ type: "text", text: "é🙂" }]);
  }
});

test("a keyboard on glass deletes and breaks lines by keys", () => {
  const keys = (inputType) => fromInput({ inputType, data: null }).map(({ action, key, modifiers }) => `${action} ${key} ${modifiers}`);
  assert.deepEqual(keys("deleteContentBackward"), ["down Backspace 0", "up Backspace 0"]);
  assert.deepEqual(keys("deleteWordBackward"), ["down Backspace 2", "up Backspace 2"]);
  assert.deepEqual(keys("insertLineBreak"), ["down Enter 0", "up Enter 0"]);
});

test("what compositions and pastes tell themselves is not told twice", () => {
  for (const inputType of ["insertCompositionText", "insertFromComposition", "insertFromPaste", "historyUndo"]) assert.deepEqual(fromInput({ inputType, data: "x" }), []);
});

test("the selection is counted in the composition", () => {
  assert.deepEqual(composition("にほん", { selectionStart: 5, selectionEnd: 5 }, 2), { type: "compose", text: "にほん", selectionStart: 3, selectionEnd: 3 });
  assert.deepEqual(composition("に", { selectionStart: 0, selectionEnd: 9 }, 2), { type: "compose", text: "に", selectionStart: 0, selectionEnd: 1 });
});

test("a long paste is cut into messages that fit, never inside a character; all but the last say that more comes", () => {
  const text = "🙂\u0001ж".repeat(9_000);
  const messages = pasting(text);
  assert.equal(messages.map((message) => message.text).join(""), text);
  assert.ok(messages.length > 1);
  for (const message of messages) {
    assert.ok(new TextEncoder().encode(JSON.stringify({ ...message, epoch: 1e15 })).length <= 65_536);
    assert.ok(message.text.isWellFormed());
  }
  assert.deepEqual(messages.map(({ more }) => more), messages.map((message) => message !== messages.at(-1)));
  assert.deepEqual(pasting("a"), [{ type: "paste", text: "a", more: false }]);
});

test("nothing, and what is too long, is not pasted", () => {
  assert.deepEqual(pasting(""), []);
  assert.deepEqual(pasting("ж".repeat(pasteBytes / 2 + 1)), []);
  assert.ok(pasting("ж".repeat(pasteBytes / 2)).length > 0);
});
