/**
 * Saves a drawing of the page as SVG or PNG, always in light colours and with its source line.
 *
 * The file stands by itself: what the style sheet says is written into the elements, words are set below it that say
 * what is shown, by which filters, from when, and that reports are not occurrences.
 */

import { short, svg } from "./svg.js";

/** What a style sheet gives a drawing, as attributes that a file of its own can carry. */
const KEPT = [
  "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap",
  "stroke-linejoin", "stop-color", "stop-opacity", "opacity", "font-family", "font-size", "font-weight", "font-style",
  "letter-spacing", "paint-order", "text-anchor",
];
const PLAIN = new Map([
  ["fill-opacity", "1"], ["stroke-opacity", "1"], ["opacity", "1"], ["stop-opacity", "1"], ["stroke-dasharray", "none"],
  ["letter-spacing", "normal"], ["font-style", "normal"], ["fill-rule", "nonzero"], ["paint-order", "normal"],
  ["stroke-linecap", "butt"], ["stroke-linejoin", "miter"], ["text-anchor", "start"],
]);
const GONE = "script, foreignObject, .time-hit";
const LINE = 15;
const SHARP = 2;

/** @typedef {{title: string, lines: string[]}} Words the title above and the lines below the drawing */

/**
 * @param {SVGElement} drawing
 * @param {Words} words
 * @returns {SVGElement} a copy that needs no style sheet
 */
export function standalone(drawing, words) {
  const holder = document.createElement("div");
  holder.className = "picture-light";
  holder.setAttribute("aria-hidden", "true");
  const copy = /** @type {SVGElement} */ (drawing.cloneNode(true));
  holder.append(copy);
  document.body.append(holder);
  try {
    for (const element of copy.querySelectorAll(GONE)) element.remove();
    const all = [copy, ...copy.querySelectorAll("*")];
    all.forEach(inline); // all of them before any loses its class: a rule may ask for the class of a parent
    all.forEach(bare);
    return framed(copy, words, getComputedStyle(holder));
  } finally {
    holder.remove();
  }
}

/** @param {Element} element */
function inline(element) {
  const style = getComputedStyle(element);
  for (const name of KEPT) {
    const value = style.getPropertyValue(name);
    if (value && value !== PLAIN.get(name)) element.setAttribute(name, value);
  }
}

/** @param {Element} element */
function bare(element) {
  for (const name of ["class", "tabindex", "href", "role", "aria-label", "data-place"]) element.removeAttribute(name);
}

/**
 * @param {SVGElement} copy
 * @param {Words} words
 * @param {CSSStyleDeclaration} style
 * @returns {SVGElement}
 */
function framed(copy, words, style) {
  const [, , width, height] = (copy.getAttribute("viewBox") ?? "0 0 720 400").split(/[ ,]+/).map(Number);
  const ink = style.getPropertyValue("--map-ink").trim();
  const soft = style.getPropertyValue("--map-soft").trim();
  const paper = style.getPropertyValue("--map-paper").trim();
  const family = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
  const lines = words.lines.flatMap((line) => wrapped(line, Math.floor((width - 32) / 6)));
  const top = 44;
  const whole = { width: width + 32, height: top + height + 18 + lines.length * LINE + 10 };
  copy.setAttribute("x", "16");
  copy.setAttribute("y", String(top));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const frame = svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${short(whole.width)} ${short(whole.height)}`, ...whole },
    svg("title", {}, words.title),
    svg("desc", {}, words.lines.join(" ")),
    svg("rect", { ...whole, fill: paper }),
    svg("text", { x: 16, y: 28, fill: ink, "font-family": family, "font-size": 18, "font-weight": 650 }, words.title),
    copy,
    ...lines.map((line, i) =>
      svg(
        "text",
        { x: 16, y: top + height + 22 + i * LINE, fill: soft, "font-family": family, "font-size": 11 },
        line,
      ),
    ),
  );
  return frame;
}

/**
 * @param {string} text
 * @param {number} most letters in a line
 * @returns {string[]}
 */
function wrapped(text, most) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

/**
 * @param {SVGElement} picture
 * @returns {Blob}
 */
export function asSvg(picture) {
  const text = new XMLSerializer().serializeToString(picture);
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', text, "\n"], { type: "image/svg+xml" });
}

/**
 * @param {SVGElement} picture
 * @returns {Promise<Blob>}
 */
export async function asPng(picture) {
  const url = URL.createObjectURL(asSvg(picture));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(Number(picture.getAttribute("width")) * SHARP);
    canvas.height = Math.round(Number(picture.getAttribute("height")) * SHARP);
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => {
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("The browser made no picture."))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function hand(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {HTMLElement} button */
async function save(button) {
  const { picture = "", format = "svg", name = "picture", title = "", source = "" } = button.dataset;
  const drawing = document.querySelector(`${picture} svg`);
  if (!(drawing instanceof SVGElement)) return;
  const made = standalone(drawing, { title, lines: source.split("\n").map((line) => line.trim()).filter(Boolean) });
  hand(format === "png" ? await asPng(made) : asSvg(made), `${name}.${format}`);
}

for (const button of document.querySelectorAll("[data-picture]")) {
  if (button instanceof HTMLElement) {
    button.hidden = false;
    button.addEventListener("click", () => {
      save(button).catch((error) => console.error("The picture could not be saved.", error));
    });
  }
}
