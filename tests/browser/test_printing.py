"""Pages on paper: light in either theme, whole, without what can only be pressed."""

import shutil

import pytest
from opened_desk import Desk, log_in

PAPER = {"width": 1100, "height": 760}
"""A4 across, in CSS pixels."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory, peopled_vault):
    """One desk over the samples, weighed."""
    running = Desk(shutil.copytree(peopled_vault, tmp_path_factory.mktemp("printing") / "vault"))
    yield running
    running.stop()


@pytest.fixture
def printed(desk, visit):
    """Opens a page in the dark and turns it to paper."""
    page = visit(desk, "/", color_scheme="dark", viewport=PAPER)
    log_in(page, "editor")
    return page


def on_paper(page):
    page.emulate_media(media="print", color_scheme="dark")


def is_light(page, selector):
    colours = page.locator(selector).first.evaluate(
        "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
    )
    paper, ink = (sum(map(int, c.removeprefix("rgb(").rstrip(")").split(", ")[:3])) for c in colours)
    return paper > 600 and ink < 200


def test_a_document_is_printed_whole_and_light(printed):
    printed.goto("/documents/?sort=waiting")
    printed.locator("td a[href^='/documents/']").first.click()
    printed.locator("#card blockquote").wait_for()
    printed.locator("[data-theme-switch]").click()  # light
    printed.locator("[data-theme-switch]").click()  # dark, by choice
    on_paper(printed)
    assert is_light(printed, ".page")
    cut = "e => e.scrollHeight - e.clientHeight"
    assert all(printed.locator(one).first.evaluate(cut) <= 1 for one in (".page", "#card"))
    assert printed.locator("button:visible").count() == 0


def test_an_events_page_is_printed_without_its_forms(printed):
    printed.goto("/events/?sort=support")
    printed.locator("td a[href^='/events/']").first.click()
    printed.get_by_text("Id of this event").wait_for()
    on_paper(printed)
    assert is_light(printed, ".card")
    assert printed.locator("input:visible, button:visible, fieldset:visible").count() == 0
    assert printed.locator(".reports .quote:visible").count() > 1


def test_the_map_is_printed_with_its_places(printed):
    printed.goto("/map/")
    printed.locator("[data-map][data-drawn=yes]").wait_for(timeout=40_000)
    on_paper(printed)
    assert printed.locator(".map-drawn svg .spot:visible").count() > 3
    assert not printed.locator("[data-canvas]").is_visible()
    assert printed.locator(".map-places").evaluate("e => e.scrollHeight - e.clientHeight") <= 1
