"""The original beside the reading text: the pages of a PDF as pictures, a web page in its frame."""

import shutil

import pytest
from opened_desk import Desk, log_in


@pytest.fixture(scope="module")
def desk(tmp_path_factory, peopled_vault):
    """One desk over the samples."""
    running = Desk(shutil.copytree(peopled_vault, tmp_path_factory.mktemp("beside") / "vault"))
    yield running
    running.stop()


@pytest.fixture
def reading(desk, visit):
    """Opens the first document of the list that is called so, on a wide window or a phone."""

    def open_document(title, width):
        page = visit(desk, viewport={"width": width, "height": 900})
        log_in(page, "reader")
        page.goto("/documents/")
        page.locator("td a", has_text=title).first.click()
        page.locator("#card blockquote").wait_for()
        return page

    return open_document


@pytest.mark.parametrize("width", [1440, 400])
def test_the_pages_of_a_pdf_stand_beside_its_text(reading, accessible, width):
    page = reading("roads-home", width)
    page.keyboard.press("o")
    pictures = page.locator(".pages img")
    pictures.first.wait_for()
    pictures.first.scroll_into_view_if_needed()
    assert pictures.first.evaluate("one => one.decode().then(() => one.naturalWidth)") > 1000
    assert pictures.count() == 3
    accessible(page)
    text, beside = page.locator(".text").bounding_box(), page.locator(".pages").bounding_box()
    if width > 1000:
        assert beside["x"] >= text["x"] + text["width"]
        assert beside["width"] > 300
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("o")
    page.locator(".pages").wait_for(state="hidden")


def test_a_page_that_cannot_be_drawn_says_so_in_its_place(reading):
    page = reading("roads-home", 1440)
    page.watch.expect("500")
    page.route("**/pages/1/", lambda route: route.fulfill(status=500))
    page.get_by_role("button", name="The pages as they were").click()
    page.locator(".pages .notice", has_text="Page 1 of 3").wait_for()
    assert page.locator(".pages img").count() == 2
