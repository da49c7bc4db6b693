/* Sets the theme before the page is drawn, so that a dark page never flashes light. */
(() => {
  const kept = localStorage.getItem("guvoh-theme");
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
})();
