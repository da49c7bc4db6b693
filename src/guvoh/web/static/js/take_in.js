/** Taking in: files dropped or chosen go in without a page load; progress is asked for while something runs. */

import { ask } from "./guvoh.js";

const EVERY = 800;
const progress = document.getElementById("progress");
const problems = document.getElementById("problems");

/** @param {Response} answer */
async function shown(answer) {
  const text = await answer.text();
  if (answer.ok && progress) progress.innerHTML = text;
  else if (problems) problems.innerHTML = text;
  if (progress?.querySelector("[data-running]")) setTimeout(() => void poll(), EVERY);
}

async function poll() {
  await shown(await ask(progress?.dataset.url ?? "", { headers: { "HX-Request": "true", "X-Background": "yes" } }));
}

/** @param {string} url @param {FormData} body */
async function send(url, body) {
  problems?.replaceChildren();
  await shown(await ask(url, { method: "POST", body, headers: { "HX-Request": "true" } }));
}

/** @param {FileSystemEntry} entry @param {FormData} into @returns {Promise<void>} */
async function gather(entry, into) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => /** @type {FileSystemFileEntry} */ (entry).file(done, failed));
    into.append("files", file);
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return;
    for (const one of some) await gather(one, into);
  }
}

const form = document.querySelector("[data-files]");
const drop = document.querySelector(".drop");
if (form instanceof HTMLFormElement) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = new FormData();
    for (const file of new FormData(form).getAll("files")) if (file instanceof File && file.name) body.append("files", file);
    void send(form.action, body);
    form.reset();
  });
  drop?.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop?.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop?.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (!(event instanceof DragEvent)) return;
    const body = new FormData();
    // all at once, before the first wait: after it the browser has forgotten them
    const dropped = [...(event.dataTransfer?.items ?? [])].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
    for (const { entry, file } of dropped) {
      if (entry) await gather(entry, body);
      else if (file) body.append("files", file); // from a program that hands over no path, such as a mail's attachment
    }
    await send(form.action, body);
  });
}
for (const sent of document.querySelectorAll("form[data-text]")) {
  if (!(sent instanceof HTMLFormElement)) continue;
  sent.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(sent.action, new FormData(sent));
  });
}
if (progress?.querySelector("[data-running]")) void poll();
