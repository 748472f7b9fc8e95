// @ts-check
import { make, setText } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { cardButton, makeCard } from "./card.js";
import { uploadAll, uploadWords } from "./upload.js";

/** @typedef {import("./protocol.js").FileChooser} FileChooser */

/**
 * The page's file chooser: files of the person's machine go to the server, and from there into the page.
 * @param {{ base: string, hands: import("./hands.js").Hands, done(): void }} options
 */
export function makeChooser({ base, hands, done }) {
  return makeCard("file-chooser", (/** @type {FileChooser} */ { id, multiple }, may, hide) => {
    const input = make("input", { type: "file", class: "visually-hidden", multiple, tabindex: -1, "aria-label": "Files", "data-testid": "file-input" });
    const progress = make("progress", { max: 1, value: 0, hidden: true, "aria-label": "Upload" });
    const said = make("p", { class: "soft", role: "status" });
    const choose = cardButton(multiple ? "Choose files…" : "Choose a file…", () => input.click(), "primary");
    const cancel = cardButton("Cancel", () => (hands.send({ type: "files", id, cancel: true }), hide(), done()));

    /** @param {File[]} files */
    async function upload(files) {
      const chosen = multiple ? files : files.slice(0, 1);
      if (chosen.length === 0) return;
      choose.disabled = true;
      progress.hidden = false;
      setText(said, uploadWords(chosen));
      try {
        const uploadIds = await uploadAll(base, chosen, (share) => void (progress.value = share));
        hands.send({ type: "files", id, uploadIds });
        hide();
        done();
      } catch (error) {
        setText(said, error instanceof Error ? error.message : String(error));
        choose.disabled = false;
        progress.hidden = true;
      }
    }

    input.addEventListener("change", () => void upload([...(input.files ?? [])]));
    const zone = make("div", { class: "drop-zone" }, icon("upload"), make("span", {}, "Drop files here, or"), choose, input);
    zone.addEventListener("dragover", (event) => (event.preventDefault(), void (zone.dataset.over = "true")));
    zone.addEventListener("dragleave", () => delete zone.dataset.over);
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      delete zone.dataset.over;
      void upload([...(event.dataTransfer?.files ?? [])]);
    });
    const body = may ? [zone, progress, said, make("div", { class: "actions" }, cancel)] : [make("p", { class: "soft" }, "Whoever is in control chooses.")];
    return { title: multiple ? "The page asks for files" : "The page asks for a file", body, focus: choose };
  });
}
