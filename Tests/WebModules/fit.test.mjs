import assert from "node:assert/strict";
import test from "node:test";
import { fit, fitZoomed } from "../../Sources/WebPages/Assets/shared/fit.js";

const box = { width: 320, height: 400 };
const picture = { width: 1280, height: 720 };

test("a picture that is not zoomed lies as it fits", () => {
  for (const ratio of [1, 1.5, 2]) assert.deepEqual(fitZoomed(box, picture, ratio, { scale: 1, x: 99, y: 99 }), { ...fit(box, picture, ratio), x: 0, y: 0 });
});

test("a zoomed picture is drawn in its own size, and can be moved to its edges and no farther", () => {
  const middle = fitZoomed(box, picture, 2, { scale: 4, x: 0, y: 0 });
  assert.deepEqual([middle.width, middle.height, middle.left, middle.top], [1280, 720, -480, -160]);
  const corner = fitZoomed(box, picture, 1, { scale: 4, x: 9999, y: -9999 });
  assert.deepEqual([corner.left, corner.top, corner.x, corner.y], [0, 400 - 720, 480, -160]);
});

test("what is no larger than the window in one direction stays in its middle", () => {
  const place = fitZoomed({ width: 320, height: 1000 }, picture, 1, { scale: 4, x: 0, y: 50 });
  assert.deepEqual([place.top, place.y], [140, 0]);
});
