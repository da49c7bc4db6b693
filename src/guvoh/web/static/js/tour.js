/** The first-run tour: short steps in a dialog, shown once in this browser, and again by whoever asks. */

const SEEN = "guvoh-tour";
const dialog = document.getElementById("desk-tour");

/** @param {HTMLDialogElement} tour */
function guide(tour) {
  const steps = [...tour.querySelectorAll("[data-tour-step]")].filter((one) => one instanceof HTMLElement);
  const back = tour.querySelector("[data-tour-back]");
  const next = tour.querySelector("[data-tour-next]");
  const count = tour.querySelector("[data-tour-count]");
  if (!(back instanceof HTMLButtonElement && next instanceof HTMLButtonElement && count) || !steps.length) return;
  const further = next.textContent ?? "";
  let here = 0;

  const show = () => {
    steps.forEach((step, at) => (step.hidden = at !== here));
    count.textContent = (tour.dataset.stepWords ?? "").replace("{n}", String(here + 1)).replace("{all}", String(steps.length));
    back.disabled = here === 0;
    next.textContent = here === steps.length - 1 ? (next.dataset.last ?? further) : further;
    steps[here].focus();
  };
  const open = () => {
    const keys = document.getElementById("keys");
    if (keys instanceof HTMLDialogElement) keys.close();
    here = 0;
    tour.showModal();
    show();
  };
  back.addEventListener("click", () => {
    here -= 1;
    show();
  });
  next.addEventListener("click", () => {
    here += 1;
    if (here === steps.length) tour.close();
    else show();
  });
  tour.addEventListener("close", () => localStorage.setItem(SEEN, "seen"));
  for (const button of document.querySelectorAll("[data-tour]")) button.addEventListener("click", open);
  // The address forgets that the tour was asked for as it opens: a page read again then opens without it, however soon.
  const asked = () => {
    if (location.hash !== "#tour") return;
    history.replaceState(null, "", location.pathname + location.search);
    open();
  };
  addEventListener("hashchange", asked);
  if (localStorage.getItem(SEEN) === null) open();
  else asked();
}

if (dialog instanceof HTMLDialogElement) guide(dialog);
