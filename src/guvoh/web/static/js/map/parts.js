/** What a card holds: a name, lines of words, links. Text is set as text, so that nothing in it can run. */

/**
 * @typedef {object} Card
 * @property {string} name
 * @property {string[]} lines
 * @property {{title: string, href: string}[]} links
 * @property {string} more where the whole list is
 * @property {string} moreWords
 */

/**
 * @param {string} tag
 * @param {string} text
 * @param {string} className
 * @returns {HTMLElement}
 */
function made(tag, text, className) {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
}

/**
 * @param {string} text
 * @param {string} href
 * @returns {HTMLElement}
 */
function link(text, href) {
  const element = made("a", text, "map-card-link");
  element.setAttribute("href", href);
  return element;
}

/**
 * @param {Card} card
 * @returns {HTMLElement[]}
 */
export function cardContents(card) {
  return [
    made("strong", card.name, "map-card-name"),
    ...card.lines.filter((line) => line !== "").map((line) => made("span", line, "map-card-line")),
    ...card.links.map(({ title, href }) => link(title, href)),
    ...(card.links.length === 1 ? [] : [link(card.moreWords, card.more)]),
  ];
}
