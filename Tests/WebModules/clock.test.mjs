import assert from "node:assert/strict";
import { test } from "node:test";
import { PlaybackClock, nextRate } from "../../Sources/WebPages/Assets/player/clock.js";

/** A clock whose time the test moves. */
function made(end = 10_000) {
  let now = 0;
  const clock = new PlaybackClock(() => now);
  clock.setEnd(end);
  return { clock, pass: (ms) => (now += ms) };
}

test("time passes at the rate, and stands still while paused", () => {
  const { clock, pass } = made();
  pass(500);
  assert.equal(clock.position, 0);
  clock.setPlaying(true);
  pass(1000);
  assert.equal(clock.position, 1000);
  clock.setRate(4);
  pass(500);
  assert.equal(clock.position, 3000);
  clock.setPlaying(false);
  pass(5000);
  assert.equal(clock.position, 3000);
});

test("a held clock goes on from where it was held", () => {
  const { clock, pass } = made();
  clock.setPlaying(true);
  pass(1000);
  clock.setHeld(true);
  pass(3000);
  assert.equal(clock.position, 1000);
  assert.ok(clock.playing);
  clock.setHeld(false);
  pass(250);
  assert.equal(clock.position, 1250);
});

test("the clock stays between the beginning and the end", () => {
  const { clock, pass } = made(2000);
  clock.seek(-5);
  assert.equal(clock.position, 0);
  clock.setPlaying(true);
  pass(9000);
  assert.equal(clock.position, 2000);
  assert.ok(clock.atEnd);
  clock.setEnd(4000);
  pass(500);
  assert.equal(clock.position, 2500, "it goes on when the recording grows, from where it had stopped");
});

test("rates go up and down the list and no further", () => {
  assert.equal(nextRate(1, 1), 1.5);
  assert.equal(nextRate(1, -1), 0.5);
  assert.equal(nextRate(0.5, -1), 0.5);
  assert.equal(nextRate(16, 1), 16);
});
