"""The map and timeline in a browser: drawn offline, by keyboard, saved as pictures, and still there without WebGL."""

import gzip
import shutil
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import pytest
from desk_people import make_first_account

from conftest import Desk, guvoh

LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]
PLACES = ".map-places [data-place]"
LARGEST = 1_000_000
"""Bytes that the page may weigh compressed, besides the map library."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory, samples_vault):
    """One desk over the samples, weighed."""
    path = shutil.copytree(samples_vault, tmp_path_factory.mktemp("weighed") / "vault")
    guvoh("weigh", path)
    running = Desk(path)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def logged_in(desk, chromium):
    """What the browser of the first keeper keeps of the session."""
    context = chromium.new_context(base_url=desk.url)
    page = context.new_page()
    page.goto("/")
    make_first_account(page)
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def mapped(desk, logged_in, visit):
    """Opens the map of the samples in a browser with these options, drawn unless `script` spoils WebGL."""

    def open_map(query="", script=None, answers=None, **options):
        page = visit(desk, "/", storage_state=logged_in, **options)
        if script:
            page.add_init_script(script)
        page.on("response", lambda answer: None if answers is None else answers.append(answer))
        page.goto(f"/map/{query}")
        if not script:
            page.locator("[data-map][data-drawn=yes]").wait_for(timeout=40_000)
        page.locator("[data-timeline][data-drawn=yes]").wait_for()
        return page

    return open_map


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_the_page_is_accessible_in_both_themes_and_widths(mapped, accessible, scheme, width):
    page = mapped("?day=2025-03-05", color_scheme=scheme, viewport={"width": width, "height": 900})
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"


def test_a_place_is_pointed_at_from_the_list_by_keyboard(mapped, accessible):
    page = mapped()
    row = page.locator(PLACES).first
    name = row.locator("a").inner_text()
    row.locator("a").focus()
    card = page.locator("[data-map] [data-card]")
    card.wait_for()
    assert name in card.inner_text()
    assert row.locator(".n").inner_text() in card.inner_text()
    accessible(page)
    page.locator("main h1").click()
    card.wait_for(state="hidden")


def test_the_map_is_drawn_and_moves_by_keyboard(mapped):
    page = mapped(viewport={"width": 1280, "height": 900})
    canvas = page.locator("[data-canvas] canvas")
    before = canvas.screenshot()
    page.locator("[data-map] [data-zoom=in]").click()
    page.wait_for_timeout(1500)
    zoomed = canvas.screenshot()
    canvas.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(1500)
    assert len({before, zoomed, canvas.screenshot()}) == 3


def test_the_timeline_goes_from_date_to_date_by_keyboard(mapped):
    page = mapped()
    stops = page.locator("#timeline a[tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    first = stops.get_attribute("aria-label")
    page.keyboard.press("ArrowRight")
    assert stops.count() == 1
    assert page.locator("#timeline a:focus").get_attribute("aria-label") != first
    words, told = page.locator("#timeline a:focus").get_attribute("aria-label"), page.locator(".time-stage [data-card]")
    assert words.split(":")[0] in told.inner_text()
    ticks = page.locator("#timeline .time-tick").all_text_contents()
    page.keyboard.press("+")
    assert page.locator("#timeline .time-tick").all_text_contents() != ticks
    page.keyboard.press("Escape")
    told.wait_for(state="hidden")
    page.evaluate("document.querySelector('#timeline svg').dataset.old = 'yes'")
    size = page.viewport_size
    page.set_viewport_size({"width": size["width"] - 200, "height": size["height"]})
    page.locator("#timeline svg:not([data-old])").first.wait_for()
    assert page.locator("#timeline a:focus").count() == 1
    assert told.is_hidden()


@pytest.mark.parametrize("which", ["#sheet-1", "#timeline"])
def test_a_picture_is_saved_with_its_source_line(mapped, which):
    page = mapped("?status=single_origin", color_scheme="dark")
    with page.expect_download() as saved:
        page.locator(f"[data-picture='{which}'][data-format=svg]").click()
    text = saved.value.path().read_text(encoding="utf-8")
    root = ET.fromstring(text)
    words = " ".join(root.itertext())
    for said in ("single origin", "Reports, not occurrences", "GeoNames", "Natural Earth", "Made with Guvoh on"):
        assert said in words
    for element in root.iter():
        assert not {"class", "style", "href"} & element.attrib.keys()
        assert "script" not in element.tag
    assert "var(" not in text
    assert "#182026" not in text, "dark colours in a picture that is always light"
    with page.expect_download() as saved:
        page.locator(f"[data-picture='{which}'][data-format=png]").click()
    data = saved.value.path().read_bytes()
    assert data.startswith(b"\x89PNG")
    wide, high = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert (wide, high) == tuple(round(float(root.get(side)) * 2) for side in ("width", "height"))


def test_without_webgl_the_pages_own_drawing_stays(mapped, accessible):
    page = mapped(script="HTMLCanvasElement.prototype.getContext = () => null;")
    page.locator("[data-map][data-state=plain]").wait_for()
    assert page.locator(".map-drawn svg").first.is_visible()
    assert page.locator(PLACES).count() > 10
    accessible(page)


def test_without_scripts_the_page_is_drawings_and_tables(desk, logged_in, visit):
    page = visit(desk, "/map/?act=raid", java_script_enabled=False, storage_state=logged_in)
    assert page.locator(".map-drawn svg").first.is_visible()
    assert page.locator(PLACES).count() > 0
    page.locator("summary", has_text="as a table").click()
    assert page.locator("details tbody tr").first.is_visible()
    assert not page.locator("[data-picture]").first.is_visible()


def test_the_page_weighs_little_besides_the_map_library(mapped):
    seen = []
    page = mapped(answers=seen)
    ours = {one.url for one in seen if one.url.startswith(page.watch.url) and "/vendor/maplibre" not in one.url}
    weights = {urlsplit(url).path: len(gzip.compress(page.request.get(url).body())) for url in ours}
    assert {"/map/ground.json", "/map/places.json", "/map/times.json"} <= weights.keys()
    assert sum(weights.values()) < LARGEST, weights
