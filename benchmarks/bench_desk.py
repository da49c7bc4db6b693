"""What a person waits for at the desk: the next card after a decision, and the first paint of a page, in a browser."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from results import table, write_section

sys.path.append(str(Path(__file__).parents[1] / "tools"))

from opened_desk import FLAGS, Desk, chromium_program, log_in, peopled_samples

CARDS, PAGES = 100, 300
"""Milliseconds: the next card (95 of 100), and the first page from the start of the request (median)."""
ADDRESSES = ("/", "/documents/", "/events/", "/figures/", "/sources/")
TIMES = 7
PLAIN = [*(flag for flag in FLAGS if "swiftshader" not in flag), "--disable-gpu"]
"""No page measured here draws WebGL; drawing them on a graphics card that the processor plays adds some 200 ms."""
WATCH = """() => {
  window.took = [];
  let pressed = 0;
  document.addEventListener("keydown", () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    const since = pressed;
    if (!since) return;
    pressed = 0;
    requestAnimationFrame(() => window.took.push(performance.now() - since));
  }).observe(document.getElementById("card"), { childList: true });
}"""
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@contextmanager
def open_desk(folder: Path) -> Iterator[Page]:
    """A page of a browser, logged in as keeper at a desk over the samples."""
    desk = Desk(peopled_samples(folder))
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium_program(), args=PLAIN)
            page = browser.new_page(base_url=desk.url, viewport={"width": 1280, "height": 900})
            page.goto("/")
            log_in(page, "keeper")
            yield page
            browser.close()
    finally:
        desk.stop()


def cards(page: Page) -> list[float]:
    """Milliseconds from pressing `a` to the painted card of the next statement, over every document of the samples."""
    took: list[float] = []
    page.goto("/documents/?sort=waiting")
    links = page.locator("td a[href^='/documents/']").all()
    for path in [str(link.get_attribute("href")) for link in links]:
        page.goto(path)
        waiting = page.locator(".line[data-state=suggested]").count()
        if waiting < 3:
            continue
        page.locator("#card [data-do=accept]").wait_for()
        page.wait_for_timeout(300)
        page.evaluate(WATCH)
        for number in range(1, waiting):
            page.keyboard.press("a")
            page.wait_for_function("n => window.took.length >= n", arg=number)
            page.wait_for_timeout(150)  # nobody decides faster than this
        took += page.evaluate("() => window.took")
    return took


def first_paints(page: Page) -> dict[str, list[float]]:
    """Milliseconds from the start of the request to the first paint with content, of each page."""
    took: dict[str, list[float]] = {}
    for path in ADDRESSES:
        for _ in range(TIMES):
            page.goto(path)
            page.wait_for_function(PAINT)
            took.setdefault(path, []).append(float(page.evaluate(PAINT)))
    return took


def high(values: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def main() -> None:
    """Measure, print, write the section; exit with an error when a floor is missed."""
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder)) as page:
        paints = first_paints(page)
        shown = cards(page)
    rows: list[list[Any]] = [["next card after `a`", len(shown), statistics.median(shown), high(shown)]]
    rows += [
        [f"first paint of {path}", len(took), statistics.median(took), high(took)] for path, took in paints.items()
    ]
    words = [[what, str(times), f"{mid:.0f} ms", f"{most:.0f} ms"] for what, times, mid, most in rows]
    text = table(["what", "times", "median", "95 of 100 under"], words)
    note = (
        "On the samples, in Chromium, which draws without a graphics card (--disable-gpu). "
        f"Floors: {CARDS} ms for 95 of 100 next cards, "
        f"{PAGES} ms for the median first paint. "
        "The time runs from the key, or the start of the request, to what is painted. "
        f"Load of the machine meanwhile: {os.getloadavg()[1]:.1f}."
    )
    print(f"{text}\n\n{note}")
    write_section("The desk in a browser", "make bench", f"{text}\n\n{note}")
    if high(shown) > CARDS or max(statistics.median(took) for took in paints.values()) > PAGES:
        sys.exit("The desk is slower than its floors.")


if __name__ == "__main__":
    main()
