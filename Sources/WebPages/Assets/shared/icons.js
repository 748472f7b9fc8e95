// @ts-check
// Icons as paths on a grid of 24, drawn with the colour of the text.

const paths = {
  play: "M7 4.5v15a1 1 0 0 0 1.5.86l12-7.5a1 1 0 0 0 0-1.72l-12-7.5A1 1 0 0 0 7 4.5Z",
  pause: "M7 4h3.2v16H7zM13.8 4H17v16h-3.2z",
  stepBack: "M17.5 5.5 9 12l8.5 6.5zM5.5 5.5h2v13h-2z",
  stepForward: "M6.5 5.5 15 12l-8.5 6.5zM16.5 5.5h2v13h-2z",
};

const lines = {
  replay: "M4 4v5h5M4.6 9A8 8 0 1 1 4 13.5",
  fullscreen: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  fullscreenExit: "M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5",
  keyboard: "M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M13.5 10h.01M17 10h.01M8 14h8",
  skip: "M4 6l6 6-6 6M11 6l6 6-6 6M20 6v12",
  close: "M6 6l12 12M18 6 6 18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.7-4.7",
  zoomIn: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.7-4.7M10.5 7.700v5.6M7.700 10.500h5.6",
  zoomOut: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.7-4.7M7.700 10.500h5.6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  alert: "M12 8v5M12 16.5h.01M10.3 3.9 2.4 17.5A2 2 0 0 0 4.1 20.5h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0Z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.2 2",
  wait: "M12 3a9 9 0 1 0 9 9",
  gap: "M4 4l16 16M20 12a8 8 0 0 0-10.4-7.6M6 6.700A8 8 0 0 0 17.7 18",
  film: "M4 4h16v16H4zM8 4v16M16 4v16M4 9h4M4 15h4M16 9h4M16 15h4",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  follow: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 2v4M12 18v4M2 12h4M18 12h4",
  down: "M12 4v10M8 10.500l4 4 4-4M5 19.500h14",
  jump: "M12 5v13M6.5 12.5 12 18l5.5-5.5",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 9.500h17M3.5 14.500h17M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18Z",
  pointer: "M5 4l5.5 15 2.3-6.200L19 10.500z",
  text: "M5 6V5h14v1M12 5v14M9 19h6",
  scroll: "M12 4v16M8 8l4-4 4 4M8 16l4 4 4-4",
  terminal: "M4 5h16v14H4zM7.5 9.500l3 2.5-3 2.500M12.5 15h4",
  tab: "M3 19V6h7l2 3h9v10z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 15 0",
  power: "M12 4v8M7 6.500a7.5 7.5 0 1 0 10 0",
  arrows: "M4 9h14l-4-4M20 15H6l4 4",
  dialog: "M4 5h16v11H10l-4 4v-4H4z",
  back: "M19 12H5M11 6l-6 6 6 6",
  forward: "M5 12h14M13 6l6 6-6 6",
  reload: "M20 4v5h-5M19.4 9A8 8 0 1 0 20 13.5",
  plus: "M12 5v14M5 12h14",
  clipboard: "M9 4.500h6v3H9zM9 6H6v14.500h12V6h-3",
  upload: "M12 15V5M8 8.500l4-4 4 4M5 19.500h14",
  people: "M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 19.500a6.500 6.500 0 0 1 13 0M15.500 4.700a3.500 3.500 0 0 1 0 6.600M18 13.700a6.500 6.500 0 0 1 3.500 5.800",
  lock: "M6 11h12v9.500H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
};

/** @typedef {keyof typeof paths | keyof typeof lines} IconName */

/**
 * An icon that assistive technology does not see: what it means, its button says.
 * @param {IconName} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  if (name in paths) {
    path.setAttribute("d", paths[/** @type {keyof typeof paths} */ (name)]);
    path.setAttribute("fill", "currentColor");
  } else {
    path.setAttribute("d", lines[/** @type {keyof typeof lines} */ (name)]);
    for (const [attribute, value] of Object.entries(stroke)) path.setAttribute(attribute, value);
  }
  svg.append(path);
  return svg;
}

const stroke = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": "1.8",
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
};
