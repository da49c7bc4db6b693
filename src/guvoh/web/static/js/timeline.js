/**
 * The timeline: what is reported, in lanes by act, over the days it may mean, with reports per week below.
 *
 * Zoom with the buttons, with Ctrl and the wheel, or + and -; move by dragging or with the arrow keys. The table on
 * the page holds the same dates and needs none of this.
 */

import { cardContents } from "./map/parts.js";
import { draw } from "./timeline/draw.js";
import { items } from "./timeline/layout.js";
import { dayAt, dayOf } from "./timeline/scale.js";

/** @typedef {import("./timeline/layout.js").Item} Item */
/** @typedef {{from: number, to: number}} Window */
/**
 * @typedef {object} Data
 * @property {import("./timeline/layout.js").Told[]} items
 * @property {import("./timeline/layout.js").Lane[]} lanes
 * @property {import("./timeline/weeks.js").Week[]} weeks
 * @property {string[]} notes what must be said beside the drawing
 */

const CLOSEST = 14;

/**
 * @param {Item[]} all
 * @returns {Window} around all dates; few dates long before the rest are left to the left of the first view
 */
function firstWindow(all) {
  const starts = all.map((item) => item.from);
  const from = starts[Math.floor(starts.length * 0.04)];
  const to = Math.max(...all.map((item) => item.to));
  const spare = Math.max(8, (to - from) * 0.03);
  return { from: from - spare, to: to + spare };
}

class Timeline {
  /**
   * @param {HTMLElement} stage
   * @param {Data} data
   */
  constructor(stage, data) {
    this.stage = stage;
    this.data = data;
    this.items = items(data.items);
    this.sheet = /** @type {HTMLElement} */ (stage.querySelector("[data-sheet]"));
    this.box = /** @type {HTMLElement} */ (stage.querySelector("[data-card]"));
    this.whole = firstWindow(this.items);
    this.window = { ...this.whole };
    this.current = 0;
    const chosen = stage.dataset.chosen;
    this.chosen = chosen ? dayOf(chosen) : null;
    /** @type {{mark: import("./timeline/layout.js").Mark, element: SVGElement}[]} */
    this.marks = [];
    /** @type {import("./timeline/scale.js").Axis} */
    this.axis = { from: 0, to: 1, left: 0, right: 1 };
  }

  start() {
    const notes = document.querySelector("[data-notes]");
    if (notes) notes.textContent = this.data.notes.join(" ");
    this.paint();
    this.controls();
    new ResizeObserver(() => this.paint()).observe(this.sheet);
  }

  paint() {
    const width = Math.max(300, Math.round(this.sheet.clientWidth));
    const words = this.stage.dataset;
    const shown = { ...this.data, items: this.items, chosen: this.chosen, ...this.window, width };
    const made = draw(shown, {
      title: words.title ?? "",
      weeks: words.weeks ?? "",
      chosen: words.chosenWords ?? "",
      language: document.documentElement.lang || "en",
    });
    const focused = this.sheet.contains(document.activeElement);
    const wasHidden = this.box.hidden;
    this.sheet.replaceChildren(made.drawing);
    this.axis = made.axis;
    this.marks = made.marks.sort((a, b) => a.mark.item.place - b.mark.item.place);
    this.box.hidden = true;
    this.rove(this.marks.findIndex(({ mark }) => mark.item.place >= this.current), focused);
    if (wasHidden) this.box.hidden = true; // focus given back to a mark tells nothing that was put away with Escape
  }

  /**
   * One mark takes part in the tab order; arrow keys move on from it.
   *
   * @param {number} index
   * @param {boolean} focus
   */
  rove(index, focus) {
    const next = this.marks[Math.min(this.marks.length - 1, Math.max(0, index))];
    if (!next) return;
    for (const { element } of this.marks) element.setAttribute("tabindex", "-1");
    next.element.setAttribute("tabindex", "0");
    this.current = next.mark.item.place;
    if (focus) next.element.focus();
  }

  /**
   * @param {number} factor of the stretch shown
   * @param {number} [around] the day that stays in its place
   */
  zoom(factor, around = (this.window.from + this.window.to) / 2) {
    const wide = this.window.to - this.window.from;
    const most = Math.max(this.whole.to, ...this.items.map((item) => item.to)) - Math.min(this.whole.from, this.items[0].from);
    const next = Math.min(most * 1.1, Math.max(CLOSEST, wide * factor));
    const from = around - ((around - this.window.from) / wide) * next;
    this.window = { from, to: from + next };
    this.paint();
  }

  /** @param {number} days */
  move(days) {
    this.window = { from: this.window.from + days, to: this.window.to + days };
    this.paint();
  }

  controls() {
    const act = {
      in: () => this.zoom(0.5),
      out: () => this.zoom(2),
      earlier: () => this.move(-(this.window.to - this.window.from) / 3),
      later: () => this.move((this.window.to - this.window.from) / 3),
      fit: () => {
        this.window = { ...this.whole };
        this.paint();
      },
    };
    for (const [name, does] of Object.entries(act)) {
      this.stage.querySelector(`[data-time="${name}"]`)?.addEventListener("click", does);
    }
    this.sheet.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.sheet.addEventListener("keydown", (event) => this.key(event));
    this.drag();
    this.cards();
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = this.sheet.getBoundingClientRect();
    this.zoom(event.deltaY > 0 ? 1.25 : 0.8, dayAt(this.axis, event.clientX - box.left));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const at = this.marks.findIndex(({ mark }) => mark.item.place === this.current);
    /** @type {Record<string, () => void>} */
    const does = {
      ArrowRight: () => this.rove(at + 1, true),
      ArrowLeft: () => this.rove(at - 1, true),
      Home: () => this.rove(0, true),
      End: () => this.rove(this.marks.length - 1, true),
      "+": () => this.zoom(0.5),
      "-": () => this.zoom(2),
      Escape: () => {
        this.box.hidden = true;
      },
    };
    if (event.key in does && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      does[event.key]();
    }
  }

  drag() {
    let last = 0;
    let held = false;
    this.sheet.addEventListener("pointerdown", (event) => {
      held = event.button === 0 && !(event.target instanceof Element && event.target.closest("a"));
      last = event.clientX;
    });
    window.addEventListener("pointerup", () => {
      held = false;
    });
    this.sheet.addEventListener("pointermove", (event) => {
      if (!held || Math.abs(event.clientX - last) < 3) return;
      const days = dayAt(this.axis, last) - dayAt(this.axis, event.clientX);
      last = event.clientX;
      this.move(days);
    });
  }

  cards() {
    const over = (/** @type {Event} */ event) => {
      const element = event.target instanceof Element ? event.target.closest("[data-place]") : null;
      const found = element && this.marks.find((mark) => mark.element === element);
      if (found) this.show(found.mark.item, found.element);
    };
    this.sheet.addEventListener("pointerover", over);
    this.sheet.addEventListener("focusin", over);
    this.stage.addEventListener("pointerleave", () => {
      this.box.hidden = true;
    });
    this.stage.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && this.stage.contains(event.relatedTarget))) this.box.hidden = true;
    });
  }

  /**
   * @param {Item} item
   * @param {SVGElement} element
   */
  show(item, element) {
    this.current = item.place;
    this.box.replaceChildren(
      ...cardContents({ name: item.told, lines: [item.counted], links: item.events, more: item.href, moreWords: item.counted }),
    );
    this.box.hidden = false;
    const [mark, stage] = [element.getBoundingClientRect(), this.stage.getBoundingClientRect()];
    const left = Math.min(mark.left - stage.left, stage.width - this.box.offsetWidth - 4);
    this.box.style.left = `${Math.max(4, left)}px`;
    this.box.style.top = `${mark.bottom - stage.top + 4}px`;
  }
}

/** @param {HTMLElement} stage */
async function start(stage) {
  const answer = await fetch(stage.dataset.source ?? "", { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`The timeline's dates could not be read: ${answer.status}`);
  const data = /** @type {Data} */ (await answer.json());
  if (data.items.length === 0) return;
  stage.dataset.state = "live";
  new Timeline(stage, data).start();
  stage.dataset.drawn = "yes";
}

for (const stage of document.querySelectorAll("[data-timeline]")) {
  if (stage instanceof HTMLElement) start(stage).catch((error) => console.error(error));
}
