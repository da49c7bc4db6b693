/**
 * The card of a place: shown on hover, on focus of its row in the list, and held open by a click or Enter.
 */

import { POINTS } from "./marks.js";
import { cardContents } from "./parts.js";

/** @typedef {import("./marks.js").Place} Place */

const HIT = ["spots", "rings", "area-land"];

/**
 * @param {HTMLElement} stage
 * @param {import("maplibre-gl").Map} map
 * @param {Place[]} places
 * @param {string} areas the source that holds the land of places
 */
export function card(stage, map, places, areas) {
  const box = /** @type {HTMLElement} */ (stage.querySelector("[data-card]"));
  const byKey = new Map(places.map((place) => [place.key, place]));
  let held = false;

  /** @param {Place | undefined} place */
  function show(place) {
    if (!place) return;
    box.replaceChildren(...contents(place));
    box.hidden = false;
    put(box, map.project([place.lon, place.lat]), stage);
  }
  function hide() {
    box.hidden = true;
    held = false;
  }

  map.on("mousemove", (event) => {
    const found = hit(map, event.point);
    map.getCanvas().classList.toggle("is-over", Boolean(found));
    if (held) return;
    if (found && "key" in found) show(byKey.get(found.key));
    else hide();
  });
  map.on("click", (event) => {
    const found = hit(map, event.point);
    if (!found) return hide();
    if ("group" in found) return void open(map, found.group, found.at);
    show(byKey.get(found.key));
    held = true;
  });
  map.on("move", () => {
    if (!held) box.hidden = true;
  });
  stage.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  rows(byKey, map, show, hide, areas);
}

/**
 * @param {import("maplibre-gl").Map} map
 * @param {import("maplibre-gl").PointLike} point
 * @returns {{key: string} | {group: number, at: [number, number]} | null}
 */
function hit(map, point) {
  const group = map.queryRenderedFeatures(point, { layers: ["groups"] })[0];
  if (group && group.geometry.type === "Point") {
    return { group: group.properties.cluster_id, at: /** @type {[number, number]} */ (group.geometry.coordinates) };
  }
  for (const layer of HIT) {
    const found = map.queryRenderedFeatures(point, { layers: [layer] })[0];
    if (found) return { key: String(found.properties.key) };
  }
  return null;
}

/**
 * @param {import("maplibre-gl").Map} map
 * @param {number} group
 * @param {[number, number]} at
 */
async function open(map, group, at) {
  const source = /** @type {import("maplibre-gl").GeoJSONSource} */ (map.getSource(POINTS));
  const zoom = await source.getClusterExpansionZoom(group);
  map.easeTo({ center: at, zoom: zoom + 0.3 });
}

/**
 * The rows of the list beside the map: to point at one is to point at its mark.
 *
 * @param {Map<string, Place>} byKey
 * @param {import("maplibre-gl").Map} map
 * @param {(place: Place | undefined) => void} show
 * @param {() => void} hide
 * @param {string} areas
 */
function rows(byKey, map, show, hide, areas) {
  for (const row of document.querySelectorAll("[data-place]")) {
    const place = byKey.get(row.getAttribute("data-place") ?? "");
    if (!place) continue;
    const point = () => {
      if (!map.getBounds().contains([place.lon, place.lat])) map.jumpTo({ center: [place.lon, place.lat] });
      map.setFeatureState({ source: areas, id: place.key }, { pointed: true });
      show(place);
    };
    const leave = () => {
      map.setFeatureState({ source: areas, id: place.key }, { pointed: false });
      hide();
    };
    row.addEventListener("mouseenter", point);
    row.addEventListener("mouseleave", leave);
    row.addEventListener("focusin", point);
    row.addEventListener("focusout", leave);
  }
}

/**
 * @param {Place} place
 * @returns {HTMLElement[]}
 */
function contents(place) {
  const acts = place.acts.map(([act, count]) => `${act}: ${count}`);
  return cardContents({
    name: place.name,
    lines: [place.precise, place.note, ...acts],
    links: [],
    more: place.href,
    moreWords: place.counted,
  });
}

/**
 * Beside the mark, on the side that has room.
 *
 * @param {HTMLElement} box
 * @param {{x: number, y: number}} at
 * @param {HTMLElement} stage
 */
function put(box, at, stage) {
  const wide = stage.clientWidth;
  const right = at.x + 18 + box.offsetWidth < wide;
  const left = right ? at.x + 18 : Math.max(4, at.x - 18 - box.offsetWidth);
  const top = Math.min(Math.max(4, at.y - box.offsetHeight / 2), stage.clientHeight - box.offsetHeight - 4);
  box.style.left = `${left}px`;
  box.style.top = `${Math.max(4, top)}px`;
}
