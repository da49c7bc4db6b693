/**
 * The ground under the marks: land without country colours, undisputed borders, disputed areas hatched, names.
 *
 * It is drawn from one file of the desk. There are no tiles, no glyph files and no sprites: names are drawn with
 * the reader's own fonts.
 */

import { collection, feature, land, unpackLine } from "./unpack.js";

/** @typedef {import("./unpack.js").Feature} Feature */
/** @typedef {{name: string, anchors: [number, number, number][]}} Named */
/**
 * @typedef {object} Ground
 * @property {string} source
 * @property {number} scale
 * @property {number[][]} land
 * @property {number[][]} borders
 * @property {number[][]} control
 * @property {(Named & {note: string, rings: number[][]})[]} disputed
 * @property {Named[]} labels
 */
/** @typedef {Record<"sea"|"land"|"shore"|"border"|"dispute"|"disputeGround"|"ink"|"soft"|"dot"|"dotEdge"|"paper", string>} Theme */

/** The reader's own fonts. MapLibre reads the weight off the first name, which no font bears. */
export const FONT = ["Map Regular", "system-ui", "Segoe UI", "Roboto", "Noto Sans", "DejaVu Sans"];
export const BOLD = ["Map Semibold", ...FONT.slice(1)];
const HATCH = "hatch";

/**
 * @param {Element} element
 * @returns {Theme} the colours that the style sheet gives the map here
 */
export function themeOf(element) {
  const style = getComputedStyle(element);
  /** @param {string} name */
  const token = (name) => style.getPropertyValue(name).trim();
  return {
    sea: token("--map-sea"),
    land: token("--map-land"),
    shore: token("--map-shore"),
    border: token("--map-border"),
    dispute: token("--map-dispute"),
    disputeGround: token("--map-dispute-ground"),
    ink: token("--map-ink"),
    soft: token("--map-soft"),
    dot: token("--map-dot"),
    dotEdge: token("--map-dot-edge"),
    paper: token("--map-paper"),
  };
}

/**
 * @param {string} ink
 * @returns {ImageData} diagonal strokes on nothing, to be repeated
 */
function hatching(ink) {
  const size = 16;
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.strokeStyle = ink;
  pen.globalAlpha = 0.75;
  pen.lineWidth = 2.2;
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift - 2, size + 2);
    pen.lineTo(shift + size + 2, -2);
    pen.stroke();
  }
  return pen.getImageData(0, 0, size, size);
}

/**
 * @param {Ground} ground
 * @returns {Record<string, import("maplibre-gl").GeoJSONSourceSpecification>}
 */
function sources(ground) {
  const { scale } = ground;
  const lines = (/** @type {number[][]} */ rows) =>
    collection([
      feature({ type: "MultiLineString", coordinates: rows.map((row) => unpackLine(row, scale)) }),
    ]);
  return {
    land: { type: "geojson", data: collection([feature(land(ground.land, scale))]), tolerance: 0.3 },
    borders: { type: "geojson", data: lines(ground.borders) },
    control: { type: "geojson", data: lines(ground.control) },
    disputed: {
      type: "geojson",
      data: collection(ground.disputed.map((area) => feature(land(area.rings, scale), { name: area.name }))),
    },
    names: { type: "geojson", data: collection([...names(ground.labels, false), ...names(ground.disputed, true)]) },
  };
}

/**
 * @param {Named[]} rows
 * @param {boolean} disputed
 * @returns {Feature[]} one point for each name, where it has most room; wide countries come first
 */
function names(rows, disputed) {
  return rows
    .filter((row) => row.anchors.length > 0)
    .map((row) => {
      const [lon, lat, free] = row.anchors[0];
      return feature({ type: "Point", coordinates: [lon, lat] }, { name: row.name, free, disputed, order: -free });
    });
}

/**
 * @param {Theme} t
 * @returns {import("maplibre-gl").LayerSpecification[]}
 */
function layers(t) {
  return [
    { id: "sea", type: "background", paint: { "background-color": t.sea } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": t.land, "fill-outline-color": t.shore } },
    {
      id: "disputed-ground",
      type: "fill",
      source: "disputed",
      paint: { "fill-color": t.disputeGround, "fill-antialias": false },
    },
    { id: "shore", type: "line", source: "land", paint: { "line-color": t.shore, "line-width": 0.7 } },
    { id: "disputed-hatch", type: "fill", source: "disputed", paint: { "fill-pattern": HATCH } },
    {
      id: "control",
      type: "line",
      source: "control",
      paint: { "line-color": t.dispute, "line-width": 1, "line-dasharray": [1, 2.5] },
    },
    {
      id: "borders",
      type: "line",
      source: "borders",
      layout: { "line-join": "round" },
      paint: { "line-color": t.border, "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.1] },
    },
    {
      id: "disputed-edge",
      type: "line",
      source: "disputed",
      paint: { "line-color": t.dispute, "line-width": 1, "line-dasharray": [4, 2.5] },
    },
  ];
}

/**
 * Names of countries and disputed areas, each only where it has room; drawn under the names of reported places.
 *
 * @param {Theme} t
 * @returns {import("maplibre-gl").SymbolLayerSpecification}
 */
function nameLayer(t) {
  return {
    id: "names",
    type: "symbol",
    source: "names",
    filter: [">", ["*", ["get", "free"], ["^", 2, ["zoom"]]], 14],
    layout: {
      "text-field": ["get", "name"],
      "text-font": FONT,
      "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 5, 12.5],
      "text-letter-spacing": ["case", ["get", "disputed"], 0, 0.08],
      "text-max-width": 7,
      "text-padding": 4,
      "symbol-sort-key": ["get", "order"],
    },
    paint: { "text-color": t.soft, "text-halo-color": t.land, "text-halo-width": 1.4 },
  };
}

/**
 * @param {Ground} ground
 * @param {Theme} theme
 * @returns {import("maplibre-gl").StyleSpecification}
 */
export function groundStyle(ground, theme) {
  return { version: 8, sources: sources(ground), layers: [...layers(theme), nameLayer(theme)] };
}

/**
 * @param {import("maplibre-gl").Map} map
 * @param {Theme} theme
 */
export function addHatching(map, theme) {
  if (map.hasImage(HATCH)) map.removeImage(HATCH);
  map.addImage(HATCH, hatching(theme.dispute), { pixelRatio: 2 });
}
