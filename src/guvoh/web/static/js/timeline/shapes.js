/**
 * The shapes of dates: a day is a small figure, an uncertain date a bar with soft ends, an open end an arrow.
 *
 * Colour never stands alone: each act has its own figure for days and its own pattern for bars.
 */

import { short, svg } from "../svg.js";

/** @typedef {import("./layout.js").Mark} Mark */

export const KINDS = 8;
const HIGH = 9;

/** Figures about the middle, 9 units wide. @type {string[]} */
const FIGURES = [
  "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
  "M-4 -4h8v8h-8z",
  "M0 -5.4L5.4 0L0 5.4L-5.4 0z",
  "M0 -5L5 4H-5z",
  "M0 5L5 -4H-5z",
  "M-1.7 -5h3.4v3.3h3.3v3.4h-3.3v3.3h-3.4v-3.3h-3.3v-3.4h3.3z",
  "M-2.6 -4.6h5.2L5.2 0L2.6 4.6H-2.6L-5.2 0z",
  "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0zM-2 0a2 2 0 1 1 4 0a2 2 0 1 1 -4 0z",
];

/** Strokes of an 8 by 8 tile, in the colour of the paper; the first act and no act are plain. @type {string[]} */
const TILES = [
  "",
  "M-2 10L10 -2M-6 6L6 -6M2 14L14 2",
  "M2 2h.01M6 6h.01",
  "M2 0V8M6 0V8",
  "M-2 10L10 -2M-2 -2L10 10",
  "M0 2H8M0 6H8",
  "M-2 -2L10 10M-6 2L6 14M2 -6L14 6",
  "",
];

/**
 * @param {string} prefix
 * @returns {SVGElement} the fills of all acts: soft-ended and patterned
 */
export function fills(prefix) {
  const parts = [];
  for (let kind = 0; kind < KINDS; kind += 1) {
    const stop = (/** @type {number} */ offset, /** @type {number} */ opacity) =>
      svg("stop", { offset: String(offset), class: `act-stop act-${kind + 1}`, "stop-opacity": String(opacity) });
    parts.push(
      svg("linearGradient", { id: `${prefix}-soft-${kind}` }, stop(0, 0.08), stop(0.3, 0.85), stop(0.7, 0.85), stop(1, 0.08)),
      svg(
        "pattern",
        { id: `${prefix}-tile-${kind}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
        svg("path", { d: TILES[kind], class: "act-tile" }),
      ),
    );
  }
  return svg("defs", {}, ...parts);
}

/**
 * @param {Mark} mark
 * @param {number} kind the number of the act's look
 * @param {number} y
 * @param {string} prefix
 * @returns {SVGElement[]}
 */
export function shape(mark, kind, y, prefix) {
  const { item, x, end } = mark;
  const look = `act-${kind + 1}${item.planned ? " planned" : ""}`;
  if (item.kind === "day") return [day((x + end) / 2, y, kind, look)];
  if (item.kind === "from") return [arrow(x, end, y, look)];
  if (item.kind === "until") return [arrow(end, x, y, look)];
  const box = { x, y: y - HIGH / 2, width: end - x, height: HIGH };
  const soft = item.kind === "within" && !item.planned ? `url(#${prefix}-soft-${kind})` : undefined;
  const bar = svg("rect", { ...box, rx: 1.5, class: `act-bar ${soft ? "soft" : ""} ${look}`, fill: soft });
  return TILES[kind] && !item.planned ? [bar, svg("rect", { ...box, fill: `url(#${prefix}-tile-${kind})` })] : [bar];
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} kind
 * @param {string} look
 * @returns {SVGElement}
 */
export function day(x, y, kind, look) {
  return svg("path", { d: FIGURES[kind], transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, class: `act-day ${look}` });
}

/**
 * @param {number} start where the date is known
 * @param {number} end where it is open
 * @param {number} y
 * @param {string} look
 * @returns {SVGElement}
 */
function arrow(start, end, y, look) {
  const [from, tip, back] = [short(start), short(end), short(end + (end > start ? -6 : 6))];
  const shaft = `M${from} ${short(y - 5)}V${short(y + 5)}M${from} ${short(y)}H${tip}`;
  const d = `${shaft}M${back} ${short(y - 4.5)}L${tip} ${short(y)}L${back} ${short(y + 4.5)}`;
  return svg("path", { d, class: `act-open ${look}` });
}
