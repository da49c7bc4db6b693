/**
 * The marks of reported places: areas as areas, cities as points, groups of near points as one mark.
 *
 * No mark is finer than the source says. A country is its land and a ring, a region likewise, a single site is a ring
 * over its surroundings; nothing is moved aside to look tidier.
 */

import { BOLD } from "./ground.js";
import { collection, feature, land } from "./unpack.js";

/** @typedef {import("./ground.js").Theme} Theme */
/** @typedef {import("./unpack.js").Feature} Feature */
/** @typedef {"country"|"admin1"|"admin2"|"city"|"facility"|"unknown"} Precision */
/**
 * @typedef {object} Place
 * @property {string} key
 * @property {string} name
 * @property {Precision} precision
 * @property {number} lon
 * @property {number} lat
 * @property {number} count
 * @property {string} counted the count in words
 * @property {string} precise how precise the place is, in words
 * @property {string} note
 * @property {[string, number][]} acts
 * @property {string} href
 */
/** @typedef {Record<string, number[][][]>} Areas */

export const POINTS = "points";
export const RINGS = "rings";
export const LAND = "areas";
/** Radius of the ring by precision. It marks that the place is wider than a point; the land shows how wide. */
const DASHED = { country: 15, admin1: 12, admin2: 10, facility: 9, unknown: 9 };

/**
 * @param {Precision} precision
 * @returns {boolean} whether the place is an area, to be drawn as a ring and never as a point
 */
export function isArea(precision) {
  return precision in DASHED;
}

/**
 * @param {Place} place
 * @returns {Feature}
 */
function mark(place) {
  const { key, name, precision, count } = place;
  return feature({ type: "Point", coordinates: [place.lon, place.lat] }, { key, name, precision, count, order: -count });
}

/**
 * @param {Place[]} places
 * @param {Areas} areas packed land by place key
 * @param {number} scale
 * @returns {Record<string, import("maplibre-gl").GeoJSONSourceSpecification>}
 */
export function markSources(places, areas, scale) {
  const known = places.filter((place) => place.key in areas);
  const ground = known.map((place) =>
    feature(land(areas[place.key].flat(), scale), { key: place.key, precision: place.precision }),
  );
  return {
    [LAND]: { type: "geojson", data: collection(ground), promoteId: "key" },
    [RINGS]: {
      type: "geojson",
      data: collection(places.filter((place) => isArea(place.precision)).map(mark)),
      promoteId: "key",
    },
    [POINTS]: {
      type: "geojson",
      data: collection(places.filter((place) => !isArea(place.precision)).map(mark)),
      promoteId: "key",
      cluster: true,
      clusterRadius: 30,
      clusterMaxZoom: 8,
      clusterProperties: { total: ["+", ["get", "count"]] },
    },
  };
}

/** The size of a mark grows with the root of its count, so that its area is what the eye compares. */
const RADIUS = (/** @type {string} */ count) =>
  /** @type {import("maplibre-gl").ExpressionSpecification} */ ([
    "min", 26, ["+", 4, ["*", 2.1, ["sqrt", ["coalesce", ["get", count], 1]]]],
  ]);

/**
 * @param {Theme} t
 * @returns {import("maplibre-gl").LayerSpecification[]} the land of reported areas, to lie under the borders
 */
export function areaLayers(t) {
  return [
    {
      id: "area-land",
      type: "fill",
      source: LAND,
      paint: { "fill-color": t.dot, "fill-opacity": ["case", ["==", ["get", "precision"], "country"], 0.1, 0.2] },
    },
    {
      id: "area-edge",
      type: "line",
      source: LAND,
      paint: { "line-color": t.dot, "line-width": 1.1, "line-opacity": 0.75, "line-dasharray": [3, 2] },
    },
  ];
}

/**
 * @param {Theme} t
 * @returns {import("maplibre-gl").LayerSpecification[]} the marks and their names, to lie on top
 */
export function markLayers(t) {
  return [...ringLayers(t), ...pointLayers(t), ...nameLayers(t)];
}

/**
 * @param {Theme} t
 * @returns {import("maplibre-gl").LayerSpecification[]}
 */
function ringLayers(t) {
  return [
    {
      id: "rings",
      type: "symbol",
      source: RINGS,
      layout: {
        "icon-image": ["concat", "ring-", ["get", "precision"]],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "text-field": ["to-string", ["get", "count"]],
        "text-font": BOLD,
        "text-size": 11.5,
        "text-allow-overlap": true,
        "symbol-sort-key": ["get", "order"],
      },
      paint: { "text-color": t.ink, "text-halo-color": t.land, "text-halo-width": 1.6 },
    },
  ];
}

/**
 * @param {Theme} t
 * @returns {import("maplibre-gl").LayerSpecification[]}
 */
function pointLayers(t) {
  const shared = { "circle-color": t.dot, "circle-stroke-color": t.dotEdge };
  return [
    {
      id: "groups",
      type: "circle",
      source: POINTS,
      filter: ["has", "point_count"],
      paint: { ...shared, "circle-radius": RADIUS("total"), "circle-opacity": 0.92, "circle-stroke-width": 1.4 },
    },
    {
      id: "group-rim",
      type: "circle",
      source: POINTS,
      filter: ["has", "point_count"],
      paint: {
        "circle-radius": ["+", 4, RADIUS("total")],
        "circle-color": "rgba(0,0,0,0)",
        "circle-stroke-color": t.dot,
        "circle-stroke-width": 1.4,
      },
    },
    {
      id: "spots",
      type: "circle",
      source: POINTS,
      filter: ["!", ["has", "point_count"]],
      paint: {
        ...shared,
        "circle-radius": RADIUS("count"),
        "circle-opacity": 0.88,
        "circle-stroke-width": 1.3,
      },
    },
  ];
}

/**
 * @param {Theme} t
 * @returns {import("maplibre-gl").LayerSpecification[]}
 */
function nameLayers(t) {
  /** @type {import("maplibre-gl").SymbolLayerSpecification["layout"]} */
  const number = { "text-font": BOLD, "text-size": 11.5, "text-allow-overlap": true };
  /** @type {import("maplibre-gl").SymbolLayerSpecification["layout"]} */
  const beside = {
    "text-field": ["get", "name"],
    "text-font": BOLD,
    "text-size": 12.5,
    "text-max-width": 9,
    "text-variable-anchor": ["left", "right", "top", "bottom", "top-left", "bottom-left", "top-right", "bottom-right"],
    "text-justify": "auto",
    "symbol-sort-key": ["get", "order"],
  };
  const halo = { "text-color": t.ink, "text-halo-color": t.land, "text-halo-width": 1.7 };
  return [
    {
      id: "group-count",
      type: "symbol",
      source: POINTS,
      filter: ["has", "point_count"],
      layout: { ...number, "text-field": ["to-string", ["get", "total"]] },
      paint: { "text-color": t.dotEdge },
    },
    {
      id: "spot-count",
      type: "symbol",
      source: POINTS,
      filter: ["all", ["!", ["has", "point_count"]], [">=", ["get", "count"], 4]],
      layout: { ...number, "text-field": ["to-string", ["get", "count"]] },
      paint: { "text-color": t.dotEdge },
    },
    {
      id: "spot-names",
      type: "symbol",
      source: POINTS,
      filter: ["!", ["has", "point_count"]],
      layout: { ...beside, "text-radial-offset": ["+", 0.7, ["*", 0.16, ["sqrt", ["get", "count"]]]] },
      paint: halo,
    },
    {
      id: "ring-names",
      type: "symbol",
      source: RINGS,
      layout: {
        ...beside,
        "text-font": BOLD,
        "text-radial-offset": ["match", ["get", "precision"], "country", 1.45, "admin1", 1.2, 1.05],
      },
      paint: halo,
    },
  ];
}

/**
 * @param {number} radius
 * @param {Theme} t
 * @returns {ImageData} a dashed ring at twice its size
 */
function ring(radius, t) {
  const size = 2 * (2 * radius + 4);
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.scale(2, 2);
  pen.beginPath();
  pen.arc(radius + 2, radius + 2, radius, 0, 2 * Math.PI);
  pen.globalAlpha = 0.16;
  pen.fillStyle = t.dot;
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = t.dot;
  pen.lineWidth = 1.7;
  pen.setLineDash([3.6, 2.6]);
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

/**
 * @param {import("maplibre-gl").Map} map
 * @param {Theme} theme
 */
export function addRings(map, theme) {
  for (const [precision, radius] of Object.entries(DASHED)) {
    const name = `ring-${precision}`;
    if (map.hasImage(name)) map.removeImage(name);
    map.addImage(name, ring(radius, theme), { pixelRatio: 2 });
  }
}

