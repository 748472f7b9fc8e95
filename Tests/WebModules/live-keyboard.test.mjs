import assert from "node:assert/strict";
import test from "node:test";
import { makeKeyboard } from "../../Sources/WebPages/Assets/live/keyboard.js";

/** A key event; `held` names the modifiers. */
function stroke(key, code, held = "", more = {}) {
  const has = (name) => held.split(" ").includes(name);
  return {
    key, code, location: 0, repeat: false, keyCode: 65, isComposing: false,
    altKey: has("alt"), ctrlKey: has("ctrl"), metaKey: has("meta"), shiftKey: has("shift"),
    getModifierState: (name) => name === "AltGraph" && has("altgr"), ...more,
  };
}

const linux = () => makeKeyboard({ mac: false });
const apple = () => makeKeyboard({ mac: true });

test("a letter goes out with its key, code and modifiers, and its release after it", () => {
  const keyboard = linux();
  const down = keyboard.down(stroke("A", "KeyA", "shift"));
  assert.deepEqual(down, { prevent: true, send: [{ type: "key", action: "down", key: "A", code: "KeyA", location: 0, repeat: false, modifiers: 8, altGraph: false }] });
  assert.deepEqual(keyboard.up(stroke("a", "KeyA")).send.map(({ action, key }) => [action, key]), [["up", "A"]]);
});

test("repeats say so", () => {
  assert.equal(linux().down(stroke("a", "KeyA", "", { repeat: true })).send[0].repeat, true);
});

for (const [name, event] of Object.entries({
  "a dead key": stroke("Dead", "BracketLeft"),
  "a key of an input method": stroke("Process", "KeyN"),
  "a key while composing": stroke("n", "KeyN", "", { isComposing: true }),
  "a key of a keyboard on glass": stroke("Unidentified", "", "", { keyCode: 229 }),
})) {
  test(`${name} is left to the editable element`, () => {
    const keyboard = linux();
    assert.deepEqual(keyboard.down(event), { send: [], prevent: false });
    assert.deepEqual(keyboard.up(event).send, []);
  });
}

test("AltGr chooses a character and is no shortcut", () => {
  const { send, command } = linux().down(stroke("©", "KeyC", "ctrl alt altgr"));
  assert.equal(command, undefined);
  assert.equal(send[0].altGraph, true);
});

test("a layout of another script keeps its letters", () => {
  assert.equal(linux().down(stroke("ф", "KeyA")).send[0].key, "ф");
});

test("shortcuts go by the place of the key where letters are of another script", () => {
  assert.equal(linux().down(stroke("с", "KeyC", "ctrl")).command, "copy");
  assert.equal(linux().down(stroke("ц", "KeyW", "ctrl")).command, undefined);
});

test("shortcuts of a Latin layout go by the letter, not by the place", () => {
  assert.equal(linux().down(stroke("c", "KeyI", "ctrl")).command, "copy");
  assert.equal(linux().down(stroke("j", "KeyC", "ctrl")).command, undefined);
});

test("paste is left to the viewer's browser, so that its event brings the text", () => {
  assert.deepEqual(linux().down(stroke("v", "KeyV", "ctrl")), { send: [], prevent: false, command: "paste" });
  assert.deepEqual(linux().down(stroke("Insert", "Insert", "shift")), { send: [], prevent: false, command: "paste" });
});

for (const [name, event, command] of [
  ["Ctrl+C", stroke("c", "KeyC", "ctrl"), "copy"],
  ["Ctrl+X", stroke("x", "KeyX", "ctrl"), "cut"],
  ["Ctrl+Insert", stroke("Insert", "Insert", "ctrl"), "copy"],
  ["Ctrl+R", stroke("r", "KeyR", "ctrl"), "reload"],
  ["F5", stroke("F5", "F5"), "reload"],
  ["Ctrl+L", stroke("l", "KeyL", "ctrl"), "address"],
  ["Alt+Left", stroke("ArrowLeft", "ArrowLeft", "alt"), "back"],
  ["Alt+Right", stroke("ArrowRight", "ArrowRight", "alt"), "forward"],
]) {
  test(`${name} is ${command}, and the page gets no key of it`, () => {
    const keyboard = linux();
    const meaning = keyboard.down(event);
    assert.deepEqual(meaning, { send: [], prevent: true, command });
    assert.deepEqual(keyboard.up(event).send, []);
  });
}

test("other shortcuts go to the page", () => {
  const { send, command } = linux().down(stroke("a", "KeyA", "ctrl"));
  assert.deepEqual([command, send[0].key, send[0].modifiers], [undefined, "a", 2]);
  assert.equal(linux().down(stroke("C", "KeyC", "ctrl shift")).command, undefined);
});

test("full screen, tools and zoom stay with the viewer's browser", () => {
  for (const event of [stroke("F11", "F11"), stroke("F12", "F12"), stroke("+", "Equal", "ctrl shift"), stroke("0", "Digit0", "ctrl")]) {
    assert.deepEqual(linux().down(event), { send: [], prevent: false });
  }
});

test("Command of a Mac is Control", () => {
  const keyboard = apple();
  assert.deepEqual(keyboard.down(stroke("Meta", "MetaLeft", "meta")).send.map(({ key, code, modifiers }) => [key, code, modifiers]), [["Control", "ControlLeft", 2]]);
  assert.equal(keyboard.down(stroke("a", "KeyA", "meta")).send[0].modifiers, 2);
  assert.equal(keyboard.down(stroke("v", "KeyV", "meta")).command, "paste");
});

test("what is held while Command goes up is let go, as a Mac tells of no release meanwhile", () => {
  const keyboard = apple();
  keyboard.down(stroke("Meta", "MetaLeft", "meta"));
  keyboard.down(stroke("a", "KeyA", "meta"));
  const { send } = keyboard.up(stroke("Meta", "MetaLeft"));
  assert.deepEqual(send.map(({ action, key }) => [action, key]), [["up", "Control"], ["up", "a"]]);
});

test("Option of a Mac chooses a character; Command with an arrow goes to the line's end", () => {
  assert.equal(apple().down(stroke("å", "KeyA", "alt")).send[0].altGraph, true);
  assert.equal(apple().down(stroke("ArrowRight", "ArrowRight", "meta")).send[0].key, "End");
});

test("Control and Alt let go together give the keyboard back, and nothing stays held", () => {
  const keyboard = linux();
  keyboard.down(stroke("Control", "ControlLeft", "ctrl"));
  keyboard.down(stroke("Alt", "AltLeft", "ctrl alt"));
  const { send, command } = keyboard.up(stroke("Alt", "AltLeft", "ctrl"));
  assert.equal(command, "leave");
  assert.deepEqual(send.map(({ action, key }) => [action, key]), [["up", "Alt"], ["up", "Control"]]);
  assert.deepEqual(keyboard.releaseAll(), []);
});

test("Control, Alt and another key are a shortcut of the page", () => {
  const keyboard = linux();
  keyboard.down(stroke("Control", "ControlLeft", "ctrl"));
  keyboard.down(stroke("Alt", "AltLeft", "ctrl alt"));
  assert.equal(keyboard.down(stroke("k", "KeyK", "ctrl alt")).send[0].modifiers, 3);
  keyboard.up(stroke("k", "KeyK", "ctrl alt"));
  assert.equal(keyboard.up(stroke("Alt", "AltLeft", "ctrl")).command, undefined);
});

test("AltGr of Windows, which looks like Control and Alt, does not give the keyboard back", () => {
  const keyboard = linux();
  keyboard.down(stroke("Control", "ControlLeft", "ctrl"));
  keyboard.down(stroke("AltGraph", "AltRight", "ctrl alt altgr"));
  assert.equal(keyboard.up(stroke("AltGraph", "AltRight", "ctrl")).command, undefined);
  assert.equal(keyboard.up(stroke("Control", "ControlLeft")).command, undefined);
});

test("leaving lets go of everything, the last first", () => {
  const keyboard = linux();
  keyboard.down(stroke("Shift", "ShiftLeft", "shift"));
  keyboard.down(stroke("A", "KeyA", "shift"));
  assert.deepEqual(keyboard.releaseAll().map(({ action, key, modifiers }) => [action, key, modifiers]), [["up", "A", 0], ["up", "Shift", 0]]);
});
