// @ts-check
import { modifiersOf } from "./keyboard.js";
import { place } from "./pointer.js";
import { uploadAll, uploadWords } from "./upload.js";

/** How long control is waited for, which an upload needs. */
const patienceMs = 5_000;

/**
 * Files of the person's machine that are dropped on the picture are dropped on the page, at that place.
 * @param {HTMLElement} stage
 * @param {{ base: string, picture: import("./picture.js").Picture, hands: import("./hands.js").Hands, mac: boolean, take(): void,
 *   say(text: string, kind?: "info" | "problem"): void, done(): void }} options
 */
export function listenToDrops(stage, { base, picture, hands, mac, take, say, done }) {
  const { canvas } = picture;
  const hasFiles = (/** @type {DragEvent} */ event) => Boolean(event.dataTransfer?.types.includes("Files"));

  canvas.addEventListener("dragover", (event) => {
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = hands.may ? "copy" : "none";
    stage.dataset.over = String(hands.may);
  });
  for (const name of ["dragleave", "drop"]) canvas.addEventListener(name, () => delete stage.dataset.over);
  canvas.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const frame = picture.shown;
    if (files.length === 0 || !frame) return;
    void drop(files, { ...place(event, canvas.getBoundingClientRect(), frame), frame: frame.number, modifiers: modifiersOf(event, mac) });
  });

  /** @param {File[]} files @param {{ x: number, y: number, frame: number, modifiers: number }} spot */
  async function drop(files, spot) {
    if (!hands.may) return void say("Take control first, then drop the files again.", "problem");
    try {
      if (!hands.hold) take();
      await until(() => hands.hold);
      say(uploadWords(files));
      hands.send({ type: "drop", ...spot, uploadIds: await uploadAll(base, files, () => {}) });
      done();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), "problem");
    }
  }
}

/** @param {() => boolean} test */
async function until(test) {
  for (const end = performance.now() + patienceMs; !test(); ) {
    if (performance.now() > end) throw new Error("Control of the browser did not come. Try again.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
