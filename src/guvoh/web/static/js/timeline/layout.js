/** Which mark stands in which row: one lane for each act, rows within a lane so that marks don't lie on each other. */

import { at, dayOf } from "./scale.js";

/** @typedef {"day"|"within"|"span"|"from"|"until"} DateKind */
/**
 * @typedef {object} Told
 * @property {string} told the date in words
 * @property {string | null} first
 * @property {string | null} last
 * @property {DateKind} kind
 * @property {string} lane
 * @property {boolean} planned
 * @property {number} count
 * @property {string} counted
 * @property {string} href
 * @property {{title: string, href: string}[]} events
 */
/** @typedef {{key: string, label: string, count: number}} Lane */
/** @typedef {Told & {from: number, to: number, place: number}} Item */
/** @typedef {{item: Item, x: number, end: number, row: number}} Mark */
/** @typedef {{lane: Lane, index: number, marks: Mark[], rows: number}} Band */

export const TAIL = 30;
export const SMALLEST = 9;

/**
 * @param {Told[]} told
 * @returns {Item[]} with days as numbers; `place` is the order in time
 */
export function items(told) {
  const known = told.filter((item) => item.first !== null || item.last !== null);
  const dated = known.map((item) => {
    const from = dayOf(/** @type {string} */ (item.first ?? item.last));
    const to = dayOf(/** @type {string} */ (item.last ?? item.first)) + 1;
    return { ...item, from, to, place: 0 };
  });
  dated.sort((a, b) => a.from - b.from || a.to - b.to);
  dated.forEach((item, place) => {
    item.place = place;
  });
  return dated;
}

/**
 * @param {Item[]} all
 * @param {Lane[]} lanes
 * @param {import("./scale.js").Axis} axis
 * @returns {Band[]} lanes that have something to show, in their order
 */
export function bands(all, lanes, axis) {
  return lanes
    .map((lane, index) => {
      const marks = packed(all.filter((item) => item.lane === lane.key && seen(item, axis)), axis);
      return { lane, index, marks, rows: Math.max(1, ...marks.map((mark) => mark.row + 1)) };
    })
    .filter((band) => band.marks.length > 0);
}

/**
 * @param {Item} item
 * @param {import("./scale.js").Axis} axis
 * @returns {boolean}
 */
function seen(item, axis) {
  return (item.to > axis.from || item.kind === "from") && (item.from < axis.to || item.kind === "until");
}

/**
 * @param {Item[]} some
 * @param {import("./scale.js").Axis} axis
 * @returns {Mark[]} each in the first row that is free there
 */
function packed(some, axis) {
  /** @type {number[]} */
  const taken = [];
  const placed = some.map((item) => ({ item, ...extent(item, axis) }));
  placed.sort((a, b) => a.x - b.x || b.end - a.end);
  return placed.map((mark) => {
    const free = taken.findIndex((end) => end + 3 <= mark.x);
    const row = free === -1 ? taken.length : free;
    taken[row] = mark.end + (mark.item.count > 1 ? 6 + 7 * String(mark.item.count).length : 0);
    return { ...mark, row };
  });
}

/**
 * @param {Item} item
 * @param {import("./scale.js").Axis} axis
 * @returns {{x: number, end: number}} where the mark begins and ends
 */
function extent(item, axis) {
  const x = at(axis, item.from);
  const end = at(axis, item.to);
  if (item.kind === "from") return { x, end: x + TAIL };
  if (item.kind === "until") return { x: end - TAIL, end };
  if (item.kind === "day") return { x: (x + end) / 2 - SMALLEST / 2, end: (x + end) / 2 + SMALLEST / 2 };
  return { x, end: Math.max(end, x + SMALLEST) };
}
