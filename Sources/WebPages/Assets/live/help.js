// @ts-check
import { make } from "../shared/dom.js";
import { makeSheet } from "./sheet.js";

/** The sheet that tells the keys of this page. @param {{ mac: boolean }} options */
export function makeHelp({ mac }) {
  const main = mac ? "⌘" : "Ctrl";
  const rows = [
    [["Enter"], "with the picture in focus: send your keys to the browser (a click on it does too)"],
    [["Ctrl", mac ? "Option" : "Alt"], "pressed and let go together: get your keyboard back"],
    [[main, "C"], "copy what is selected in the page to your clipboard; X cuts"],
    [[main, "V"], "paste your clipboard into the page"],
    [[main, "L"], "go to the address bar"],
    [[main, "R"], "reload the page"],
    [mac ? [main, "[ ]"] : ["Alt", "← →"], "back, forward"],
  ];
  const list = rows.map(([keys, text]) =>
    make("div", { class: "help-row" }, make("span", { class: "help-keys" }, .../** @type {string[]} */ (keys).map((key) => make("kbd", {}, key))), make("span", {}, /** @type {string} */ (text))),
  );
  return makeSheet("Keyboard", make("p", { class: "soft" }, "While the picture has your keyboard, every other key goes to the browser."), ...list);
}
