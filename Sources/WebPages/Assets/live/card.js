// @ts-check
import { make } from "../shared/dom.js";

/**
 * A card over the picture that stands for something the browser shows: a dialog of the page, its file chooser. It is drawn anew when
 * what it is about changes, and takes the focus once when the person may answer.
 * @template Content
 * @param {string} testID
 * @param {(content: Content, may: boolean, hide: () => void) => { title: string, text?: string, body: Node[], focus?: HTMLElement }} draw
 */
export function makeCard(testID, draw) {
  const element = make("section", { class: "card-place", hidden: true });
  let drawn = "";
  /** What was answered is gone at once; it comes back with the next state if the server knows better. */
  const hide = () => {
    drawn = "";
    element.hidden = true;
    element.replaceChildren();
  };
  return {
    element,
    /**
     * @param {(Content & { id: string }) | null} content
     * @param {boolean} may Whether this person may answer.
     * @param {boolean} takesFocus Whether the person is at it already.
     */
    update(content, may, takesFocus) {
      const key = content ? `${content.id} ${may}` : "";
      if (key === drawn) return;
      if (!content) return hide();
      drawn = key;
      element.hidden = false;
      const { title, text, body, focus } = draw(content, may, hide);
      const card = make("div", { class: "card", role: "dialog", "aria-label": title, "data-testid": testID }, make("h2", {}, title));
      if (text) card.append(make("p", { class: "card-text" }, text));
      card.append(...body);
      element.replaceChildren(card);
      if (may && takesFocus) focus?.focus({ preventScroll: true });
    },
  };
}

/** @param {string} label @param {() => void} run @param {"primary" | "outlined"} [look] */
export function cardButton(label, run, look = "outlined") {
  return make("button", { type: "button", class: `button ${look}`, onclick: run }, label);
}
