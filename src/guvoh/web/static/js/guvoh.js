/** What every page has: theme, keys, forms that send themselves, confirmations, focus after a swap. */

/** @typedef {{keys: string, run: (event: KeyboardEvent) => void}} Shortcut */

/** @type {Map<string, (event: KeyboardEvent) => void>} */
const shortcuts = new Map();
let before = "";

/**
 * Run `run` when the keys are pressed outside of a field: one key ("a"), or two in a row ("g h").
 * @param {string} keys
 * @param {(event: KeyboardEvent) => void} run
 */
export function onKeys(keys, run) {
  shortcuts.set(keys, run);
}

/**
 * Tell something to everybody, those who hear the page included.
 * @param {string} words
 */
export function tell(words) {
  const news = document.getElementById("news");
  if (!news) return;
  const line = document.createElement("p");
  line.className = "news";
  line.textContent = words;
  news.replaceChildren(line);
}

/** @returns {string} the token that a request which changes something must carry */
export function csrf() {
  const headers = document.body.getAttribute("hx-headers");
  return headers ? JSON.parse(headers)["X-CSRFToken"] : "";
}

/**
 * Send JSON or a form to an address of the desk.
 * @param {string} url
 * @param {{method?: string, body?: BodyInit, headers?: Record<string, string>, signal?: AbortSignal}} [options]
 * @returns {Promise<Response>}
 */
export function ask(url, options = {}) {
  return fetch(url, { credentials: "same-origin", ...options, headers: { "X-CSRFToken": csrf(), ...options.headers } });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** The Latin letter on the key where the layout is Cyrillic, so that shortcuts work in either. @param {KeyboardEvent} event */
function letter(event) {
  const isCyrillic = /^\p{Script=Cyrillic}$/u.test(event.key) && /^Key[A-Z]$/.test(event.code);
  return isCyrillic ? event.code.slice(3).toLowerCase() : event.key;
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (document.querySelector("dialog[open]") && event.key !== "?") return;
  const key = letter(event);
  const run = shortcuts.get(`${before} ${key}`) ?? shortcuts.get(key);
  before = run ? "" : key;
  if (!run) return;
  event.preventDefault();
  run(event);
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme === "dark" || (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("guvoh-theme", root.dataset.theme);
  document.dispatchEvent(new CustomEvent("guvoh:theme"));
}

function showKeys() {
  const dialog = document.getElementById("keys");
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
}

/** @param {Event} event */
function clicked(event) {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest("[data-theme-switch]")) switchTheme();
  if (event.target.closest("[data-keys]")) showKeys();
}

/** @param {Event} event */
function changed(event) {
  if (event.target instanceof HTMLSelectElement && event.target.matches("[data-submit]")) event.target.form?.requestSubmit();
}

/** @param {SubmitEvent} event */
function submitted(event) {
  const words = event.submitter?.dataset.confirm;
  if (words && !window.confirm(words)) event.preventDefault();
}

document.addEventListener("keydown", pressed);
document.addEventListener("click", clicked);
document.addEventListener("change", changed);
document.addEventListener("submit", submitted);
document.addEventListener("htmx:afterSwap", (event) => {
  const first = event.target instanceof Element ? event.target.querySelector("[data-focus]") : null;
  if (first instanceof HTMLElement) first.focus();
});
onKeys("?", showKeys);
onKeys("/", () => {
  const field = document.querySelector("[data-search], .filters input");
  if (field instanceof HTMLElement) field.focus();
});
for (const door of document.querySelectorAll("a[data-go]")) {
  if (door instanceof HTMLAnchorElement) onKeys(`g ${door.dataset.go}`, () => location.assign(door.href));
}
