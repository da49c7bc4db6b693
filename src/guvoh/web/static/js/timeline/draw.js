/** The whole drawing of the timeline for one stretch of time: axis, lanes, weekly bars, chosen date. */

import { short, svg } from "../svg.js";
import { bands } from "./layout.js";
import { at, dateOf, ticks } from "./scale.js";
import { KINDS, fills, shape } from "./shapes.js";
import { weekBars } from "./weeks.js";

/** @typedef {import("./layout.js").Item} Item */
/** @typedef {import("./layout.js").Mark} Mark */
/** @typedef {{title: string, weeks: string, chosen: string, language: string}} Words */
/**
 * @typedef {object} Shown
 * @property {Item[]} items
 * @property {import("./layout.js").Lane[]} lanes
 * @property {import("./weeks.js").Week[]} weeks
 * @property {number | null} chosen
 * @property {number} from
 * @property {number} to
 * @property {number} width
 */

const ROW = 15;
const TOP = 30;
const GAP = 12;
const NARROW = 620;

/**
 * @param {Shown} shown
 * @param {Words} words
 * @returns {{drawing: SVGElement, axis: import("./scale.js").Axis, marks: {mark: Mark, element: SVGElement}[]}}
 */
export function draw(shown, words) {
  const narrow = shown.width < NARROW;
  const axis = { from: shown.from, to: shown.to, left: narrow ? 30 : 190, right: shown.width - 14 };
  const found = bands(shown.items, shown.lanes, axis);
  const marks = [];
  const parts = [];
  let y = TOP;
  for (const band of found) {
    const lane = laneOf(band, axis, y, shown.width, narrow);
    parts.push(...lane.parts);
    marks.push(...lane.marks);
    y += lane.height;
  }
  const weeks = weekBars(shown.weeks, axis, y + GAP, shown.chosen, { title: words.weeks });
  const height = y + GAP + weeks.height;
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${short(shown.width)} ${short(height)}`, class: "time-svg", role: "group", "aria-label": words.title },
    fills("time"),
    svg("clipPath", { id: "time-clip" }, svg("rect", { x: axis.left - 8, y: 0, width: axis.right - axis.left + 16, height })),
    ...ticksOf(axis, height, words.language, narrow),
    ...parts,
    svg("g", { "clip-path": "url(#time-clip)" }, ...marks.map(({ element }) => element)),
    ...weeks.parts,
    ...chosenLine(shown.chosen, axis, height, words),
  );
  return { drawing, axis, marks };
}

/**
 * @param {import("./scale.js").Axis} axis
 * @param {number} height
 * @param {string} language
 * @param {boolean} narrow
 * @returns {SVGElement[]}
 */
function ticksOf(axis, height, language, narrow) {
  return ticks(axis, language, narrow ? 80 : 96).flatMap(({ day, words, major }) => {
    const x = at(axis, day);
    return [
      svg("line", { x1: x, x2: x, y1: TOP - 8, y2: height - 10, class: `time-grid ${major ? "major" : ""}` }),
      svg("text", { x, y: TOP - 14, class: "time-tick", "text-anchor": "middle" }, words),
    ];
  });
}

/**
 * @param {import("./layout.js").Band} band
 * @param {import("./scale.js").Axis} axis
 * @param {number} y
 * @param {number} width
 * @param {boolean} narrow the lane's name stands above it
 * @returns {{parts: SVGElement[], marks: {mark: Mark, element: SVGElement}[], height: number}}
 */
function laneOf(band, axis, y, width, narrow) {
  const kind = Math.min(band.index, KINDS - 1);
  const top = y + (narrow ? 20 : 6);
  const middle = top + ROW / 2;
  const name = narrow ? band.lane.label : clipped(band.lane.label, 26);
  const parts = [
    svg("line", { x1: 0, x2: width, y1: y, y2: y, class: "time-rule" }),
    svg(
      "text",
      { x: 0, y: narrow ? y + 14 : middle + 4, class: "time-lane" },
      name,
      svg("tspan", { dx: 6, class: "time-count" }, String(band.lane.count)),
    ),
  ];
  const marks = band.marks.map((mark) => ({ mark, element: markOf(mark, kind, top + ROW * (mark.row + 0.5)) }));
  return { parts, marks, height: top - y + ROW * band.rows + 6 };
}

/**
 * @param {string} text
 * @param {number} most
 * @returns {string}
 */
function clipped(text, most) {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/**
 * @param {Mark} mark
 * @param {number} kind
 * @param {number} y
 * @returns {SVGElement} a link that holds the figure, its count and its name
 */
function markOf(mark, kind, y) {
  const { item, x, end } = mark;
  const number =
    item.count > 1 ? [svg("text", { x: end + 4, y: y + 3.8, class: "time-number" }, String(item.count))] : [];
  return svg(
    "a",
    { href: item.href, class: "time-mark", tabindex: "-1", "data-place": String(item.place), "aria-label": `${item.told}: ${item.counted}` },
    svg("rect", { x: x - 2, y: y - ROW / 2, width: Math.max(12, end - x + 4), height: ROW, class: "time-hit" }),
    ...shape(mark, kind, y, "time"),
    ...number,
  );
}

/**
 * @param {number | null} chosen
 * @param {import("./scale.js").Axis} axis
 * @param {number} height
 * @param {Words} words
 * @returns {SVGElement[]}
 */
function chosenLine(chosen, axis, height, words) {
  if (chosen === null || chosen < axis.from || chosen > axis.to) return [];
  const x = at(axis, chosen);
  const format = new Intl.DateTimeFormat(words.language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const late = x > (axis.left + axis.right) / 2;
  return [
    svg("line", { x1: x, x2: x, y1: TOP - 8, y2: height - 10, class: "time-chosen" }),
    svg(
      "text",
      { x: x + (late ? -6 : 6), y: height - 86, class: "time-chosen-name", "text-anchor": late ? "end" : "start" },
      `${words.chosen}: ${format.format(dateOf(chosen))}`,
    ),
  ];
}
