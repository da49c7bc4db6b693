/** Bars of reports per week under the timeline, on its axis, with the chosen date between before and after. */

import { svg } from "../svg.js";
import { at, dayOf } from "./scale.js";

const HIGH = 84;
const WEEK = 7;

/** @typedef {[string, number]} Week the Monday, and how many reports fall wholly into that week */

/**
 * @param {Week[]} weeks
 * @param {import("./scale.js").Axis} axis
 * @param {number} top
 * @param {number | null} chosen
 * @param {{title: string}} words
 * @returns {{parts: SVGElement[], height: number}}
 */
export function weekBars(weeks, axis, top, chosen, words) {
  const shown = weeks
    .map(([monday, count]) => ({ day: dayOf(monday), count }))
    .filter(({ day }) => day + WEEK > axis.from && day < axis.to);
  const most = Math.max(1, ...shown.map((week) => week.count));
  const floor = top + 26 + HIGH;
  const bars = shown.map((week) => bar(week, axis, floor, most, chosen));
  return {
    parts: [
      svg("text", { x: 0, y: top + 14, class: "time-lane" }, words.title),
      ...grid(axis, floor, most),
      ...bars,
      svg("line", { x1: axis.left, x2: axis.right, y1: floor, y2: floor, class: "time-floor" }),
    ],
    height: 26 + HIGH + 10,
  };
}

/**
 * @param {{day: number, count: number}} week
 * @param {import("./scale.js").Axis} axis
 * @param {number} floor
 * @param {number} most
 * @param {number | null} chosen
 * @returns {SVGElement}
 */
function bar(week, axis, floor, most, chosen) {
  const left = Math.max(axis.left, at(axis, week.day));
  const right = Math.min(axis.right, at(axis, week.day + WEEK));
  const wide = Math.max(1, right - left - Math.min(2, (right - left) * 0.2));
  const high = Math.max(1, (week.count / most) * HIGH);
  const side = chosen === null ? "" : week.day >= chosen ? "after" : week.day + WEEK <= chosen ? "before" : "across";
  return svg("rect", { x: left, y: floor - high, width: wide, height: high, class: `week-bar ${side}` });
}

/**
 * @param {import("./scale.js").Axis} axis
 * @param {number} floor
 * @param {number} most
 * @returns {SVGElement[]} lines at round numbers, named at the left
 */
function grid(axis, floor, most) {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000, 10000, 50000].find((s) => most / s <= 3);
  const found = [];
  for (let value = step ?? 100000; value <= most; value += step ?? 100000) {
    const y = floor - (value / most) * HIGH;
    found.push(
      svg("line", { x1: axis.left, x2: axis.right, y1: y, y2: y, class: "time-grid" }),
      svg("text", { x: axis.left - 8, y: y + 3.5, class: "time-tick", "text-anchor": "end" }, String(value)),
    );
  }
  return found;
}
