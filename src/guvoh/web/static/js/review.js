/** Reading and reviewing by keyboard: the card of one statement, its neighbours fetched ahead, no page reloads. */

import { ask, onKeys, tell } from "./guvoh.js";

const AHEAD = 2;

/** @template {HTMLElement} T @param {string} selector @returns {T} */
function need(selector) {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`The page lacks ${selector}`);
  return /** @type {T} */ (found);
}

const read = /** @type {HTMLElement} */ (need(".read"));
const card = /** @type {HTMLElement} */ (need("#card"));
const problems = /** @type {HTMLElement} */ (need("#problems"));
const list = /** @type {HTMLElement} */ (need(".statements"));
/** @type {Map<string, Promise<string>>} */
const fetched = new Map();
/** What is fetched ahead and not there yet. @type {Map<string, AbortController>} */
const underway = new Map();
let current = "";

/** @returns {HTMLElement[]} */
function lines() {
  return [...list.querySelectorAll(".line")].filter((one) => one instanceof HTMLElement);
}

/** @param {string} id @returns {HTMLElement | undefined} */
function lineOf(id) {
  return lines().find((line) => line.dataset.statement === id);
}

/** @param {HTMLElement} line @param {AbortSignal} [signal] @returns {Promise<string>} */
function cardOf(line, signal) {
  const id = line.dataset.statement ?? "";
  if (!signal) underway.delete(id); // somebody waits for it now
  let html = fetched.get(id);
  if (!html) {
    html = ask(line.dataset.card ?? "", { headers: { "HX-Request": "true" }, signal }).then((answer) => answer.text());
    fetched.set(id, html);
  }
  return html;
}

/** Fetch a card before it is asked for; nobody misses one that is given up. @param {HTMLElement} line */
function fetchAhead(line) {
  const id = line.dataset.statement ?? "";
  if (fetched.has(id)) return;
  const given = new AbortController();
  underway.set(id, given);
  const html = cardOf(line, given.signal);
  html
    .catch(() => fetched.get(id) === html && fetched.delete(id))
    .finally(() => underway.get(id) === given && underway.delete(id));
}

/** Give up what is fetched ahead: the statements of those cards may be gone in a moment. */
function giveUp() {
  for (const [id, given] of underway) {
    fetched.delete(id);
    given.abort();
  }
  underway.clear();
}

/** @param {string} id @param {boolean} [scroll] */
async function show(id, scroll = true) {
  const line = lineOf(id);
  if (!line) return;
  current = id;
  for (const one of lines()) one.toggleAttribute("aria-current", one === line);
  line.setAttribute("aria-current", "true");
  line.scrollIntoView({ block: "nearest" });
  for (const mark of document.querySelectorAll(".text mark")) {
    const here = mark instanceof HTMLElement && (mark.dataset.statements ?? "").split(" ").includes(id);
    mark.classList.toggle("is-current", here);
  }
  if (scroll) document.querySelector(".text mark.is-current")?.scrollIntoView({ block: "center" });
  const html = await cardOf(line);
  if (current !== id) return;
  card.innerHTML = html;
  if (line.isConnected) asNow(line);
  const here = lines().indexOf(line);
  for (const next of lines().slice(here + 1, here + 1 + AHEAD)) fetchAhead(next);
}

/** Where the window is narrow, the card lies below the text: bring it up, else nobody sees what a tap chose. */
function cardIntoView() {
  if (card.getBoundingClientRect().top > innerHeight / 2) card.scrollIntoView({ block: "start" });
}

/** What the card says of the review is newer than the list when somebody else decided. @param {HTMLElement} line */
function asNow(line) {
  const badge = card.querySelector("[data-review] .badge");
  const state = /** @type {HTMLElement | null} */ (card.querySelector("[data-review]"))?.dataset.review;
  if (!badge || !state || state === line.dataset.state) return;
  line.dataset.state = state;
  line.querySelector(".badge")?.replaceWith(badge.cloneNode(true));
}

/** @param {number} step */
function move(step) {
  const every = lines();
  const at = every.findIndex((line) => line.dataset.statement === current);
  const next = every[at + step];
  if (next?.dataset.statement) void show(next.dataset.statement);
  else if (step > 0) tell(read.dataset.wait ?? "");
}

function onward() {
  const every = lines();
  const at = every.findIndex((line) => line.dataset.statement === current);
  const waiting = [...every.slice(at + 1), ...every.slice(0, at)].find((line) => ["suggested", "awaiting"].includes(line.dataset.state ?? ""));
  if (waiting?.dataset.statement) void show(waiting.dataset.statement);
  else {
    tell(read.dataset.wait ?? "");
    void show(current, false);
  }
}

/**
 * Send one decision. The answer names the statements that changed; their cards are fetched anew.
 * With `ahead`, the next card comes at once, fetched already; a decision that is refused brings its own card back.
 * @param {string} url
 * @param {FormData} body
 * @param {boolean} goOn
 * @param {boolean} ahead
 */
async function decide(url, body, goOn, ahead) {
  const about = current;
  problems.replaceChildren();
  if (!ahead) giveUp();
  const sent = ask(url, { method: "POST", body, headers: { "HX-Request": "true" } });
  if (ahead) onward();
  const answer = await sent;
  const text = await answer.text();
  if (!answer.ok) {
    if (beside(text)) return;
    problems.innerHTML = text;
    fetched.delete(about);
    if (ahead || answer.status === 409) await show(about, false);
    return;
  }
  tell(read.dataset.saved ?? "");
  const told = new DOMParser().parseFromString(text, "text/html");
  const many = told.querySelector("[data-many]");
  if (many instanceof HTMLElement) {
    await anew(many.dataset.many || current);
    return;
  }
  for (const one of told.querySelectorAll(".line")) replaceLine(/** @type {HTMLElement} */ (one));
  if (current !== about) return;
  if (goOn && !ahead) onward();
  else await show(about, false);
}

/**
 * Put the text and the list as they are now in place of the old, after a split, a merge, an addition or its undoing.
 * @param {string} to the statement to show
 */
async function anew(to) {
  const address = `?statement=${encodeURIComponent(to)}`;
  const answer = await ask(address);
  const text = await answer.text();
  if (!answer.ok) {
    problems.innerHTML = text;
    return;
  }
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const part of [".text", ".statements"]) need(part).replaceChildren(...(page.querySelector(part)?.childNodes ?? []));
  fetched.clear();
  history.replaceState(null, "", address);
  const chosen = lineOf(to) ?? lines().find((one) => one.hasAttribute("aria-current"));
  if (chosen?.dataset.statement) await show(chosen.dataset.statement, false);
  else card.replaceChildren();
}

/**
 * Show what is wrong with one field beside it, in the form that is open; false where the answer is of no field of it.
 * @param {string} text
 */
function beside(text) {
  const told = /** @type {HTMLElement | null} */ (new DOMParser().parseFromString(text, "text/html").querySelector("[data-beside]"));
  const field = told ? card.querySelector(`input[name="${CSS.escape(told.dataset.beside ?? "")}"]`) : null;
  if (!told || !(field instanceof HTMLInputElement)) return false;
  for (const input of card.querySelectorAll("input[aria-invalid]")) settle(/** @type {HTMLInputElement} */ (input));
  field.after(told);
  field.parentElement?.classList.add("wrong");
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", told.id);
  field.focus();
  return true;
}

/** Take away what was said to be wrong with a field. @param {HTMLInputElement} field */
function settle(field) {
  field.parentElement?.querySelector("[data-beside]")?.remove();
  field.parentElement?.classList.remove("wrong");
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
}

/** @param {HTMLElement} made */
function replaceLine(made) {
  const id = made.dataset.statement ?? "";
  fetched.delete(id);
  const old = lineOf(id);
  if (old) old.replaceWith(made);
  for (const mark of document.querySelectorAll(".text mark")) {
    if (mark instanceof HTMLElement && (mark.dataset.statements ?? "").split(" ").includes(id)) {
      mark.classList.remove("is-suggested", "is-awaiting", "is-accepted", "is-rejected", "is-corrected", "is-added");
      mark.classList.add(`is-${made.dataset.state}`);
    }
  }
}

/** @param {string} name */
function press(name) {
  const button = card.querySelector(`[data-do="${name}"]`);
  if (button instanceof HTMLElement) button.click();
}

/** @param {Node} node @param {number} offset @returns {number} */
function place(node, offset) {
  const holder = node instanceof Element ? node : node.parentElement;
  const piece = holder?.closest("[data-at]");
  if (!(piece instanceof HTMLElement)) return -1;
  return Number(piece.dataset.at) + [...(piece.textContent ?? "").slice(0, offset)].length;
}

async function add() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || read.dataset.may !== "yes") {
    tell(read.dataset.none ?? "");
    return;
  }
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  if (start < 0 || end <= start) {
    tell(read.dataset.none ?? "");
    return;
  }
  const answer = await ask(`${read.dataset.add}?start=${start}&end=${end}`, { headers: { "HX-Request": "true" } });
  (answer.ok ? card : problems).innerHTML = await answer.text();
  const first = card.querySelector("select, input:not([type=hidden])");
  if (first instanceof HTMLElement) first.focus();
}

async function showOriginal() {
  const button = document.querySelector("[data-original]");
  const beside = document.querySelector(".as-it-was");
  if (!(button instanceof HTMLElement) || !(beside instanceof HTMLElement)) return;
  const open = beside.hidden;
  beside.hidden = !open;
  button.setAttribute("aria-expanded", String(open));
  document.querySelector(".text mark.is-current")?.scrollIntoView({ block: "center" });
  if (open) beside.scrollIntoView({ block: "nearest" }); // below the text where there is no room beside it
  if (!open || beside.dataset.asked) return;
  beside.dataset.asked = "yes";
  if (beside instanceof HTMLIFrameElement) beside.src = button.dataset.original ?? "";
  else await fillPages(beside, button.dataset.original ?? "");
}

/** The pictures of a PDF's pages; one that cannot be drawn says so in its place. @param {HTMLElement} beside @param {string} url */
async function fillPages(beside, url) {
  const answer = await ask(url, { headers: { "HX-Request": "true" } });
  const text = await answer.text();
  beside.removeAttribute("aria-busy");
  if (!answer.ok) {
    problems.innerHTML = text;
    delete beside.dataset.asked;
    return;
  }
  beside.innerHTML = text;
  for (const picture of beside.querySelectorAll("img")) {
    picture.addEventListener("error", () => {
      const line = document.createElement("p");
      line.className = "notice";
      line.textContent = `${picture.alt}: ${beside.dataset.broken}`;
      picture.replaceWith(line);
    });
  }
}

list.addEventListener("click", (event) => {
  const line = event.target instanceof Element ? event.target.closest(".line") : null;
  if (line instanceof HTMLElement && line.dataset.statement) void show(line.dataset.statement);
});
need(".text").addEventListener("click", (event) => {
  const mark = event.target instanceof Element ? event.target.closest("mark") : null;
  if (!(mark instanceof HTMLElement) || !getSelection()?.isCollapsed) return;
  const ids = (mark.dataset.statements ?? "").split(" ");
  const at = ids.indexOf(current);
  void show(ids[(at + 1) % ids.length], false).then(cardIntoView);
});
card.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  const submitter = event instanceof SubmitEvent && event.submitter instanceof HTMLButtonElement ? event.submitter : null;
  const to = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action; // without the attribute, formAction is the page
  void decide(to, new FormData(form, submitter), form.dataset.stay === undefined, ["accept", "reject"].includes(submitter?.dataset.do ?? ""));
});
card.addEventListener("click", (event) => {
  const offer = event.target instanceof Element ? event.target.closest("[data-write]") : null;
  const field = offer?.closest(".field")?.querySelector("input");
  if (!(offer instanceof HTMLElement) || !field) return;
  field.value = offer.dataset.write ?? "";
  settle(field);
  field.focus();
});
card.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-open]") : null;
  if (!(button instanceof HTMLElement)) return;
  const answer = await ask(button.dataset.open ?? "", { headers: { "HX-Request": "true" } });
  (answer.ok ? card : problems).innerHTML = await answer.text();
  const first = card.querySelector("select, input:not([type=hidden])");
  if (first instanceof HTMLElement) first.focus();
});
document.querySelector("[data-original]")?.addEventListener("click", () => void showOriginal());

onKeys("j", () => move(1));
onKeys("k", () => move(-1));
onKeys("n", () => void add());
onKeys("o", () => void showOriginal());
for (const [key, name] of Object.entries({ a: "accept", x: "reject", e: "correct", s: "split", m: "merge", u: "undo" })) onKeys(key, () => press(name));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && card.contains(document.activeElement)) void show(current, false);
});

const first = list.querySelector("[aria-current]") ?? list.querySelector(".line");
if (first instanceof HTMLElement && first.dataset.statement) void show(first.dataset.statement);
