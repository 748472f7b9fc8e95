import assert from "node:assert/strict";
import test from "node:test";
import { decodeFrame } from "../../Sources/WebPages/Assets/live/frames.js";

/** A message as docs/live-view-protocol.md has it; `extra` bytes of a later version stand before the picture. */
function message({ version = 1, kind = 1, pageId = "ABC", extra = 0, jpeg = [0xff, 0xd8, 0xff], headerLength } = {}) {
  const length = 49 + pageId.length + extra;
  const buffer = new ArrayBuffer(length + jpeg.length);
  const view = new DataView(buffer);
  view.setUint8(0, version);
  view.setUint8(1, kind);
  view.setUint16(2, headerLength ?? length);
  view.setFloat64(4, 2 ** 40 + 1);
  view.setFloat64(12, 1_795_000_000_123.5);
  view.setUint16(20, 1280);
  view.setUint16(22, 720);
  [1280, 720, 1.5, 2, 3, 4].forEach((value, index) => view.setFloat32(24 + 4 * index, value));
  view.setUint8(48, pageId.length);
  [...pageId].forEach((character, index) => view.setUint8(49 + index, character.charCodeAt(0)));
  new Uint8Array(buffer, length).set(jpeg);
  return buffer;
}

test("a frame has all its fields", () => {
  const { jpeg, ...frame } = decodeFrame(message());
  assert.deepEqual(frame, {
    number: 2 ** 40 + 1, time: 1_795_000_000_123.5, width: 1280, height: 720,
    deviceWidth: 1280, deviceHeight: 720, pageScaleFactor: 1.5, offsetTop: 2, scrollX: 3, scrollY: 4, pageId: "ABC",
  });
  assert.deepEqual([...jpeg], [0xff, 0xd8, 0xff]);
});

test("fields of a later version are passed over", () => {
  assert.deepEqual([...decodeFrame(message({ extra: 12 })).jpeg], [0xff, 0xd8, 0xff]);
});

test("what is no frame of this version is ignored", () => {
  for (const buffer of [message({ version: 2 }), message({ kind: 2 }), new ArrayBuffer(0), new ArrayBuffer(48)]) assert.equal(decodeFrame(buffer), null);
});

test("a header that lies about its length is ignored", () => {
  for (const headerLength of [0, 48, 51, 5000]) assert.equal(decodeFrame(message({ headerLength })), null);
  assert.equal(decodeFrame(message({ jpeg: [] })), null);
});
