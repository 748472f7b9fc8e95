// @ts-check
import { make } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @typedef {{
 *   id: string,
 *   title: string,
 *   url?: string,
 *   favicon?: string,
 *   hint?: string,
 *   gone?: boolean,
 *   marked?: boolean,
 *   kind?: import("./icons.js").IconName,
 * }} Tab `gone`: it is closed by now. `marked`: it is the one in front in the browser. `kind`: an icon in the favicon's place.
 *   `hint`: what the pointer is told, in the place of title and address.
 */

/**
 * A strip of tabs, as the ARIA pattern has it: one stop of the Tab key, arrows go from tab to tab, Delete closes.
 * @param {{ label: string, controls: string, select(id: string): void, close?(id: string): void }} options
 *   `controls`: the id of the panel that the tabs change.
 * @returns {{ element: HTMLElement, update(tabs: Tab[], selected: string): void }}
 */
export function makeTabs({ label, controls, select, close }) {
  const element = make("div", { class: "tabs", role: "tablist", "aria-label": label, "data-testid": "tabs" });
  let drawn = "";
  element.addEventListener("keydown", (event) => moveFocus(element, event));
  return {
    element,
    update(tabs, selected) {
      const key = JSON.stringify([tabs, selected]);
      if (key === drawn) return;
      drawn = key;
      const focused = element.contains(document.activeElement) ? focusedID(element) : null;
      element.replaceChildren(...tabs.map((tab) => drawTab(tab, tab.id === selected, { controls, select, close })));
      const chosen = [...element.children].find((child) => idOf(child) === (focused ?? selected));
      if (focused && chosen instanceof HTMLElement) chosen.focus();
      else chosen?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
  };
}

/** @param {Tab} tab @param {boolean} selected @param {{ controls: string, select(id: string): void, close?(id: string): void }} options */
function drawTab(tab, selected, { controls, select, close }) {
  const element = make(
    "div",
    {
      class: "tab",
      role: "tab",
      tabindex: selected ? 0 : -1,
      "aria-selected": String(selected),
      "aria-controls": controls,
      "aria-keyshortcuts": close ? "Delete" : null,
      title: tab.hint ?? (tab.url ? `${tab.title}\n${tab.url}` : tab.title),
      dataset: { id: tab.id, gone: String(Boolean(tab.gone)), ...(tab.url ? { url: tab.url } : {}) },
      onclick: () => select(tab.id),
    },
    tab.kind && icon(tab.kind),
    tab.favicon && drawFavicon(tab.favicon),
    make("span", { class: "tab-title" }, tab.title),
    tab.marked && make("span", { class: "tab-dot", title: "In front in the browser" }, make("span", { class: "visually-hidden" }, "in front")),
  );
  if (close) element.append(closeButton(tab, close));
  return element;
}

/** A globe stands for a picture that cannot be shown. @param {string} address */
function drawFavicon(address) {
  const image = make("img", { class: "tab-favicon", src: address, alt: "", decoding: "sync", onerror: () => image.replaceWith(icon("globe")) });
  return image;
}

/** @param {Tab} tab @param {(id: string) => void} close */
function closeButton(tab, close) {
  const run = (/** @type {Event} */ event) => {
    event.stopPropagation();
    close(tab.id);
  };
  const button = make("button", { type: "button", class: "button tab-close", tabindex: -1, "aria-label": `Close ${tab.title}`, onclick: run });
  button.append(icon("close"));
  return button;
}

/** @param {HTMLElement} strip @param {KeyboardEvent} event */
function moveFocus(strip, event) {
  const tabs = /** @type {HTMLElement[]} */ ([...strip.children]);
  const index = tabs.findIndex((tab) => tab.contains(document.activeElement));
  const step = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (index < 0) return;
  if (event.key === "Enter" || event.key === " ") tabs[index].click();
  else if (event.key === "Delete") tabs[index].querySelector("button")?.click();
  else if (step === undefined) return;
  else tabs[(step + tabs.length) % tabs.length].focus();
  event.preventDefault();
  event.stopPropagation();
}

/** @param {Element} tab */
function idOf(tab) {
  return tab instanceof HTMLElement ? tab.dataset.id ?? "" : "";
}

/** @param {HTMLElement} strip */
function focusedID(strip) {
  const tab = [...strip.children].find((child) => child.contains(document.activeElement));
  return tab ? idOf(tab) : null;
}
