/**
 * Packed outlines to GeoJSON: rings are steps (longitude, latitude) in whole parts of a degree.
 *
 * Outer rings run clockwise and stand before their holes, so the sign of the area tells them apart.
 */

/** @typedef {[number, number]} Point */
/** @typedef {{type: "Feature", id?: number, properties: Record<string, unknown>, geometry: import("geojson").Geometry}} Feature */

/**
 * @param {number[]} steps
 * @param {number} scale steps in a degree
 * @returns {Point[]}
 */
export function unpackLine(steps, scale) {
  /** @type {Point[]} */
  const points = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    points.push([x / scale, y / scale]);
  }
  return points;
}

/**
 * @param {number[]} steps
 * @param {number} scale
 * @returns {Point[]} the ring, closed
 */
export function unpackRing(steps, scale) {
  const ring = unpackLine(steps, scale);
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push(first);
  return ring;
}

/**
 * @param {Point[]} ring
 * @returns {number} twice the area, negative for a ring that runs clockwise
 */
function turning(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return sum;
}

/**
 * @param {number[][]} rings outer rings, each followed by its holes
 * @param {number} scale
 * @returns {import("geojson").MultiPolygon}
 */
export function land(rings, scale) {
  /** @type {Point[][][]} */
  const polygons = [];
  for (const steps of rings) {
    const ring = unpackRing(steps, scale);
    if (turning(ring) < 0 || polygons.length === 0) polygons.push([ring]);
    else polygons[polygons.length - 1].push(ring);
  }
  return { type: "MultiPolygon", coordinates: polygons };
}

/**
 * @param {import("geojson").Geometry} geometry
 * @param {Record<string, unknown>} properties
 * @returns {Feature}
 */
export function feature(geometry, properties = {}) {
  return { type: "Feature", properties, geometry };
}

/**
 * @param {Feature[]} features
 * @returns {import("geojson").FeatureCollection}
 */
export function collection(features) {
  return { type: "FeatureCollection", features };
}
