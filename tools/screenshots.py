"""Takes a picture of every page of the desk over the samples: two themes, two widths, into build/screenshots/.

The best four go, with --guide, into docs/guide/pictures/ as well. The pages are those of the table of routes that
a person looks at; ids in their addresses are found on the pages before them.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from opened_desk import FLAGS, ROOT, Desk, chromium_program, log_in, peopled_samples
from PIL import Image
from playwright.sync_api import Page, sync_playwright

OUT = ROOT / "build" / "screenshots"
GUIDE = ROOT / "docs" / "guide" / "pictures"
WIDTHS = {1280: 800, 400: 800}
BEST = {"document": "review", "event": "event", "map": "map", "tally": "tally"}
_TALLY = "tally/?act=expulsion&first=2024-03-01&last=2025-12-31"
_COLOURS = 128
_MAP_REDRAWN = 2500
"""Milliseconds: the map is drawn anew in the colours of the theme."""
_NO_PAGES = ("original", "original_view", "language", "openapi", "progress")


def addresses(page: Page) -> dict[str, str]:
    """The address of each page by the name of its route, with real ids in it."""
    ids = _ids(page)
    found = {}
    for name, path, keys in _routes():
        if any(word in name for word in _NO_PAGES) or not set(keys) <= ids.keys():
            continue
        answer = page.request.get("/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda m: ids[m[1]], path), max_redirects=0)
        if answer.status == 200 and "<main" in answer.text():
            found[name] = answer.url
    if "tally" in found:
        found["tally"] = _TALLY
    return found


def _routes() -> list[tuple[str, str, list[str]]]:
    from guvoh.web.configuring import configure  # noqa: PLC0415 - asked for once, here

    configure()
    from guvoh.web.urls import ROUTES  # noqa: PLC0415 - Django must be set up before

    return [(route.name, route.path, re.findall(r"<(?:\w+:)?(\w+)>", route.path)) for route in ROUTES]


def _ids(page: Page) -> Mapping[str, str]:
    page.goto("/documents/?sort=waiting")
    ids = {"sha256": _part(page, "documents")}
    page.goto(f"/documents/{ids['sha256']}/")
    page.locator("#card blockquote").wait_for()
    for name, of in (("event", "events"), ("source", "sources"), ("statement", "figures")):
        page.goto(f"/{of}/?sort=support" if of == "events" else f"/{of}/")
        ids[name] = _part(page, of)
    return ids


def _part(page: Page, of: str) -> str:
    link = page.locator(f"td a[href^='/{of}/']").first
    return str(link.get_attribute("href")).split("/")[2]


def settle(page: Page) -> None:
    """Wait until what the page draws by itself is drawn."""
    page.wait_for_load_state("networkidle")
    if page.locator("[data-map]").count():
        page.locator("[data-map]:is([data-drawn=yes], [data-state=plain])").wait_for(timeout=60_000)
        page.wait_for_timeout(1500)
    if page.locator("dialog[open]").count():
        page.keyboard.press("Escape")  # the tour greets whoever comes for the first time
    if page.locator(".statements .line").count():
        page.locator("#card blockquote").wait_for()


def lighten(path: Path) -> None:
    """Give the picture a palette, which makes it a third as large; nobody sees the difference."""
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(_COLOURS).save(path, optimize=True)


def take(page: Page, name: str, address: str) -> None:
    """The pictures of one page; the first screenful for the guide where it is one of the best."""
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address)
        settle(page)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            page.wait_for_timeout(_MAP_REDRAWN if name == "map" else 200)
            page.screenshot(path=OUT / f"{name}-{theme}-{width}.png", full_page=True)
            if "--guide" in sys.argv and name in BEST and (width, theme) == (1280, "light"):
                page.screenshot(path=GUIDE / f"{BEST[name]}.png")
                lighten(GUIDE / f"{BEST[name]}.png")
        page.emulate_media(color_scheme="light")


def main() -> None:
    """Fill a vault, serve it, take the pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    GUIDE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        desk = Desk(peopled_samples(Path(folder)))
        try:
            browser = play.chromium.launch(executable_path=chromium_program(), args=FLAGS)
            page = browser.new_page(base_url=desk.url, color_scheme="light")
            page.set_default_timeout(60_000)
            page.goto("/account/login/")
            settle(page)
            take(page, "login", "/account/login/")
            log_in(page, "keeper")
            for name, address in addresses(page).items():
                take(page, name, address)
                print(name)
            browser.close()
        finally:
            desk.stop()
    print(f"The pictures are in {OUT.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
