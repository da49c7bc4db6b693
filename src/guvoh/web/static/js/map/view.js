/**
 * Which part of the world the map shows first, and what lies outside of it.
 */

/** @typedef {import("./marks.js").Place} Place */
/** @typedef {[[number, number], [number, number]]} Bounds south-west and north-east */

/** Degrees: places with a wider gap between them and the rest make a group of their own. */
const FAR = 22;
/** The first view holds at least this share of all reports. */
const ENOUGH = 0.75;

/**
 * @param {Place} a
 * @param {Place} b
 * @returns {number} about how many degrees of arc lie between them
 */
function apart(a, b) {
  const turn = Math.abs(a.lon - b.lon);
  const east = Math.min(turn, 360 - turn) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(east, a.lat - b.lat);
}

/**
 * @param {Place[]} places
 * @returns {Place[][]} places joined by chains of steps that are not far, the most reported group first
 */
function groups(places) {
  /** @type {Place[][]} */
  let found = [];
  for (const place of places) {
    const near = found.filter((group) => group.some((other) => apart(place, other) < FAR));
    found = [...found.filter((group) => !near.includes(group)), [place, ...near.flat()]];
  }
  const weight = (/** @type {Place[]} */ group) => group.reduce((sum, place) => sum + place.count, 0);
  return found.sort((a, b) => weight(b) - weight(a));
}

/**
 * @param {Place[]} places
 * @returns {Place[]} the places that the view is fitted to: countries only where nothing narrower is reported
 */
function narrow(places) {
  const narrower = places.filter((place) => place.precision !== "country");
  return narrower.length > 0 ? narrower : places;
}

/**
 * @param {Place[]} places
 * @returns {Place[]} the fewest groups of near places that hold most of what is reported
 */
export function firstSeen(places) {
  const wanted = narrow(places);
  const whole = wanted.reduce((sum, place) => sum + place.count, 0);
  /** @type {Place[]} */
  const chosen = [];
  for (const group of groups(wanted)) {
    chosen.push(...group);
    if (chosen.reduce((sum, place) => sum + place.count, 0) >= ENOUGH * whole) break;
  }
  return chosen;
}

/**
 * @param {Place[]} places
 * @returns {Bounds | null} around them all, over the 180th meridian where that is shorter
 */
export function boundsOf(places) {
  if (places.length === 0) return null;
  const lats = places.map((place) => place.lat);
  const lons = places.map((place) => place.lon).sort((a, b) => a - b);
  let [west, gap] = [lons[0], 360 - (lons[lons.length - 1] - lons[0])];
  for (let i = 1; i < lons.length; i += 1) {
    if (lons[i] - lons[i - 1] > gap) [west, gap] = [lons[i], lons[i] - lons[i - 1]];
  }
  return [
    [west, Math.min(...lats)],
    [west + 360 - gap, Math.max(...lats)],
  ];
}
