/** SVG elements made without inline style or markup, so that the page's policy allows them and text stays text. */

const SPACE = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, string | number | undefined>} [attributes] undefined leaves one out
 * @param {...(SVGElement | string)} content
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...content) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, typeof value === "number" ? short(value) : value);
  }
  element.append(...content);
  return element;
}

/**
 * @param {number} value
 * @returns {string} with at most one decimal
 */
export function short(value) {
  return String(Math.round(value * 10) / 10);
}
