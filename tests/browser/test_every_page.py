"""Every page of the table of routes, with hostile words in every field that is kept: accessible, and nothing runs."""

import json
import shutil
from urllib.parse import urljoin

import pytest
from django.urls import reverse
from opened_desk import Desk, guvoh, log_in

from guvoh.web.routes import Route
from guvoh.web.urls import ROUTES

IMAGE = "<img src=x onerror=window.ran=1>"
BREAK = '"><script>window.ran=1</script>'
LINK = "javascript:window.ran=1"
BRACES = "{{ 7|add:7 }}{% now %}"
ALL = f"{IMAGE} {BREAK} {BRACES}"
FILE = f"{IMAGE}{BRACES}'\".html"
PAGE = f"""<!doctype html><html lang="en"><head><title>Raid {BREAK.replace("<", "&lt;")}</title>
<meta name="author" content="{IMAGE.replace("<", "&lt;")}"><script>window.ran = 1</script></head>
<body onload="window.ran=1"><article><h1>Raid {IMAGE.replace("<", "&lt;")}</h1>{IMAGE}
<p>Police detained 43 foreigners at the
market in Kazan on March 10, 2025, lawyer Mina Rahimi told the desk. <a href="{LINK}">More</a></p>
<p>The Interior Ministry said that 50 people were detained at the market. {ALL.replace("<", "&lt;")}</p>
<p>This page is invented for a test, and long enough that readers take it for an article with some sentences in it.</p>
</article><svg onload="window.ran=1"></svg></body></html>
"""
ABOUT = {"title": f"Raid {ALL}", "publisher": f"Courier {ALL}", "url": LINK, "published": "2025-03-12"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory, peopled_vault):
    """One desk over the samples and a hostile page."""
    folder = tmp_path_factory.mktemp("hostile")
    vault = shutil.copytree(peopled_vault, folder / "vault")
    sent = folder / "sent"
    sent.mkdir()
    (sent / FILE).write_text(PAGE, encoding="utf-8")
    (sent / f"{FILE}.meta.json").write_text(json.dumps(ABOUT), encoding="utf-8")
    guvoh("add", vault, sent)
    running = Desk(vault)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def session(desk, chromium):
    """What the keeper's browser keeps, and the ids of hostile things; every field was filled with hostile words."""
    context = chromium.new_context(base_url=desk.url)
    page = context.new_page()
    page.goto("/")
    log_in(page, "keeper")
    ids = spoil(page)
    kept = context.storage_state()
    context.close()
    return kept, ids


def spoil(page):
    """Write hostile words into all that a person can write; gives the ids of what holds them."""
    page.goto("/documents/?publisher=&sort=newest")
    ids = {"sha256": page.locator("td a[href^='/documents/']").first.get_attribute("href").split("/")[2]}
    page.goto(f"/documents/{ids['sha256']}/")
    page.locator(".line", has_text="43").click()
    page.locator("#card blockquote", has_text="43 foreigners").wait_for()
    ids["statement"] = page.locator(".line[aria-current=true]").get_attribute("data-statement")
    page.locator("[data-do=correct]").click()
    for name in ("unit", "actor", "affected", "said_by", "said_role"):
        page.locator(f"#card [name={name}]").first.fill(f"{name} {ALL}")
    page.locator("#card").get_by_role("button", name="Save").click()
    page.locator(f".line[data-statement='{ids['statement']}'][data-state=corrected]").wait_for()
    page.locator(f".line[data-statement='{ids['statement']}']").click()
    ids["event"] = page.locator("#card a[href^='/events/']").get_attribute("href").split("/")[2]
    page.goto(f"/events/{ids['event']}/")
    page.get_by_label("Name", exact=True).fill(f"Event {ALL}")
    page.get_by_role("button", name="Name it").click()
    page.get_by_role("heading", level=1, name="Event <img").wait_for()
    ids["event"] = page.url.split("/")[4]
    source = page.locator("h3 a[href^='/sources/']", has_text="said_by").first
    ids["source"] = source.get_attribute("href").split("/")[2]
    page.goto("/take-in/")
    page.locator("#files").set_input_files({"name": FILE, "mimeType": "text/html", "buffer": PAGE.encode() + b" "})
    page.locator("[data-files] button.main").click()
    page.locator(".job:not([data-running])").wait_for(timeout=60_000)
    page.locator("#text").fill(f"Police detained 12 people in Kazan on March 11, 2025. {ALL}")
    for name in ("title", "publisher"):
        page.locator(f"#t-{name}").fill(f"Pasted {ALL}")
    page.locator("[data-text]:has(#text) button.main").click()
    page.locator(".job:not([data-running])").nth(1).wait_for(timeout=60_000)
    assert page.evaluate("window.ran") is None
    return ids


@pytest.fixture(scope="module")
def looked_at(desk, session, chromium):
    """One watched page for all, with axe in it."""
    from conftest import watched

    page, watch, context = watched(chromium, desk.url, storage_state=session[0])
    yield page, watch
    context.close()


def address(route: Route, ids):
    """The route's address with the ids of hostile things where it takes any."""
    return reverse(route.name, kwargs={name: ids.get(name, value) for name, value in (route.example or {}).items()})


@pytest.mark.parametrize("name", [route.name for route in ROUTES])
def test_a_page_is_accessible_in_both_themes_and_widths_and_runs_nothing(looked_at, session, accessible, name):
    page, watch = looked_at
    route = next(one for one in ROUTES if one.name == name)
    where = address(route, session[1])
    answer = page.request.get(where)
    is_html = "html" in answer.headers.get("content-type", "")
    looked_for = is_html and ("<main" in answer.text() or name == "original_view")
    if answer.status == 405 or "attachment" in answer.headers.get("content-disposition", "") or not looked_for:
        assert answer.status < 500
        return  # nothing that a person opens: an address to send to, a file, or a part of a page that is tried there
    watch.faults.clear()
    watch.expected.clear()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    shown = page.goto(where)
    settle(page)
    if "<main" in answer.text():
        accessible(page)
        page.emulate_media(color_scheme="dark")
        accessible(page, ["color-contrast"])
        page.set_viewport_size({"width": 400, "height": 800})
        accessible(page)
        page.emulate_media(color_scheme="light")
        accessible(page, ["color-contrast"])
        assert page.evaluate("document.documentElement.scrollWidth") <= 400, "the page scrolls sideways"
    assert page.evaluate("window.ran") is None, "words of a document ran"
    if name == "original_view":
        watch.expect("Content Security Policy")  # that its scripts and pictures are held back is what is wanted
        watch.expect("Blocked script execution")
    if shown.status >= 400:
        watch.expect(str(shown.status))
    watch.close()


def settle(page):
    """Wait for what the page draws by itself."""
    page.wait_for_load_state("load")
    if page.locator("[data-map]").count():
        page.locator("[data-map]:is([data-drawn=yes], [data-state=plain])").wait_for(timeout=60_000)
    if page.locator("#card[aria-live]").count() and page.locator(".statements .line").count():
        page.locator("#card blockquote").wait_for()


SHOWN = {
    "documents": "Courier <img", "document": "Raid <img", "events": "Event <img", "event": "said_by <img",
    "figures": "said_by <img", "family": "said_by <img", "sources": "said_by <img", "source": "said_by <img",
}  # fmt: skip


@pytest.mark.parametrize("name", SHOWN)
def test_hostile_words_are_shown_as_words(looked_at, session, name):
    page, _ = looked_at
    page.goto(address(next(one for one in ROUTES if one.name == name), session[1]))
    settle(page)
    further = page.get_by_role("link", name="Further")
    while SHOWN[name] not in page.locator("main").inner_text() and further.count():  # a list may have it farther on
        page.goto(urljoin(page.url, further.first.get_attribute("href")))
        settle(page)
    assert SHOWN[name] in page.locator("main").inner_text()
    assert "{{ 7|add:7 }}" in page.locator("main").inner_text()


def test_the_page_as_it_was_runs_nothing_in_its_frame(looked_at, session):
    page, watch = looked_at
    page.goto(f"/documents/{session[1]['sha256']}/")
    settle(page)
    page.locator("[data-original]").click()
    frame = page.frame_locator("iframe.as-it-was")
    frame.locator("article").wait_for()
    assert page.evaluate("window.ran") is None
    assert not watch.outside
