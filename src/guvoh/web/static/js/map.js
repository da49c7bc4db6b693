/**
 * The map page: MapLibre over the desk's own outlines, beside a list of the same places that needs no map.
 *
 * Where the browser cannot draw it (no WebGL), the page's own drawing stays and a line says so.
 */

import { card } from "./map/card.js";
import { addHatching, groundStyle, themeOf } from "./map/ground.js";
import { LAND, addRings, areaLayers, markLayers, markSources } from "./map/marks.js";
import { boundsOf, firstSeen } from "./map/view.js";

/** @typedef {import("./map/marks.js").Place} Place */
/** @typedef {{places: Place[], areas: import("./map/marks.js").Areas, scale: number}} Told */
/** @typedef {typeof import("maplibre-gl")} MapLibre */

/** The closest zoom, about 300 m a pixel: no place is known better than that. */
const CLOSEST = 8.5;
/** The closest zoom that the page chooses itself: a place alone must not look more precise than it is. */
const FIRST = 5.5;
/** Below this width of the map, in pixels, the room around the marks shrinks. */
const NARROW = 560;

/**
 * @param {string} url
 * @returns {Promise<any>}
 */
async function fetched(url) {
  const answer = await fetch(url, { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

/** @returns {boolean} */
function canDraw() {
  try {
    const canvas = document.createElement("canvas");
    return Boolean(canvas.getContext("webgl2"));
  } catch {
    return false;
  }
}

/**
 * @param {HTMLElement} stage
 * @returns {Promise<[MapLibre, import("./map/ground.js").Ground, Told]>}
 */
function load(stage) {
  const { maplibre = "", worker = "", ground = "", places = "" } = stage.dataset;
  const library = import(maplibre).then((/** @type {MapLibre} */ module) => {
    module.setWorkerUrl(new URL(worker, document.baseURI).href);
    return module;
  });
  return Promise.all([library, fetched(ground), fetched(places)]);
}

/**
 * @param {import("maplibre-gl").StyleSpecification} style
 * @param {Told} told
 * @param {import("./map/ground.js").Theme} theme
 * @returns {import("maplibre-gl").StyleSpecification} the ground with the marks: areas under the borders, the rest on top
 */
function withMarks(style, told, theme) {
  const borders = style.layers.findIndex((layer) => layer.id === "control");
  return {
    ...style,
    sources: { ...style.sources, ...markSources(told.places, told.areas, told.scale) },
    layers: [
      ...style.layers.slice(0, borders),
      ...areaLayers(theme),
      ...style.layers.slice(borders),
      ...markLayers(theme),
    ],
  };
}

/**
 * @param {HTMLElement} stage
 * @param {MapLibre} library
 * @param {import("./map/ground.js").Ground} ground
 * @param {Told} told
 * @returns {import("maplibre-gl").Map}
 */
function draw(stage, library, ground, told) {
  const canvas = /** @type {HTMLElement} */ (stage.querySelector("[data-canvas]"));
  const theme = themeOf(stage);
  const map = new library.Map({
    container: canvas,
    style: withMarks(groundStyle(ground, theme), told, theme),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    maxZoom: CLOSEST,
    renderWorldCopies: true,
    fadeDuration: 0,
    canvasContextAttributes: { preserveDrawingBuffer: false, antialias: true },
    locale: { "Map.Title": stage.dataset.label ?? "" },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  addHatching(map, theme);
  addRings(map, theme);
  fit(map, firstSeen(told.places), false);
  outside(stage, map, told.places);
  watchTheme(() => restyle(map, stage, ground, told));
  return map;
}

/**
 * @param {import("maplibre-gl").Map} map
 * @param {HTMLElement} stage
 * @param {import("./map/ground.js").Ground} ground
 * @param {Told} told
 */
function restyle(map, stage, ground, told) {
  const theme = themeOf(stage);
  map.setStyle(withMarks(groundStyle(ground, theme), told, theme), { diff: false });
  addHatching(map, theme);
  addRings(map, theme);
}

/** @param {() => void} changed called when the reader or the system turns the page light or dark */
function watchTheme(changed) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  new MutationObserver(changed).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}

/**
 * @param {import("maplibre-gl").Map} map
 * @param {Place[]} places
 * @param {boolean} animate
 */
function fit(map, places, animate) {
  const bounds = boundsOf(places);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const small = map.getContainer().clientWidth < NARROW;
  const padding = small
    ? { top: 44, bottom: 48, left: 24, right: 84 }
    : { top: 56, bottom: 64, left: 64, right: 132 }; // names stand to the right of their marks
  if (bounds) map.fitBounds(bounds, { padding, maxZoom: FIRST, animate: animate && !still });
}

/**
 * Keeps saying how many places lie outside the view.
 *
 * @param {HTMLElement} stage
 * @param {import("maplibre-gl").Map} map
 * @param {Place[]} places
 */
function outside(stage, map, places) {
  const line = /** @type {HTMLElement} */ (stage.querySelector("[data-outside]"));
  const tell = () => {
    const bounds = map.getBounds();
    const shown = (/** @type {Place} */ { lon, lat }) => [-360, 0, 360].some((turn) => bounds.contains([lon + turn, lat]));
    const count = places.filter((place) => !shown(place)).length;
    line.hidden = count === 0;
    line.textContent = (line.dataset.words ?? "").replace("{n}", String(count));
  };
  map.on("moveend", tell);
  tell();
}

/**
 * @param {HTMLElement} stage
 * @param {import("maplibre-gl").Map} map
 * @param {Place[]} places
 */
function buttons(stage, map, places) {
  const does = {
    in: () => map.zoomIn(),
    out: () => map.zoomOut(),
    fit: () => fit(map, places, true),
  };
  for (const [name, act] of Object.entries(does)) {
    stage.querySelector(`[data-zoom="${name}"]`)?.addEventListener("click", act);
  }
}

/** @param {HTMLElement} stage */
async function start(stage) {
  if (!canDraw()) {
    stage.dataset.state = "plain";
    return;
  }
  try {
    const [library, ground, told] = await load(stage);
    stage.dataset.state = "live"; // the canvas must have its size before the map measures it
    const map = draw(stage, library, ground, told);
    buttons(stage, map, told.places);
    card(stage, map, told.places, LAND);
    map.once("idle", () => {
      stage.dataset.drawn = "yes";
    });
  } catch (error) {
    stage.dataset.state = "plain";
    console.error("The map could not be drawn; the drawing below shows the same places.", error);
  }
}

for (const stage of document.querySelectorAll("[data-map]")) {
  if (stage instanceof HTMLElement) void start(stage);
}
