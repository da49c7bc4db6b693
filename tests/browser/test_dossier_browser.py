"""The dossier as a folder opened from the disk, in a browser: accessible, and readable on a telephone."""

from shutil import copytree

import pytest
from opened_desk import SAMPLES, guvoh

from conftest import AXE

_LONG_NAME = "report-without-any-space-" + "x" * 60 + ".pdf"


@pytest.fixture(scope="session")
def dossier(tmp_path_factory, new_vault):
    """The pages of a dossier of the samples and of one file, with a name long and unbroken, that cannot be read."""
    folder = tmp_path_factory.mktemp("dossier")
    vault = copytree(new_vault, folder / "vault")
    (folder / _LONG_NAME).write_bytes(b"%PDF-1.4 cut short")
    guvoh("add", vault, SAMPLES, folder / _LONG_NAME)
    guvoh("dossier", vault, "-o", folder / "out")
    return sorted((folder / "out").rglob("*.html"))


@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_of_the_dossier_scrolls_sideways_or_breaks_its_table(chromium, dossier, accessible, width):
    context = chromium.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(path=AXE)
    page = context.new_page()
    for path in dossier:
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
        past = page.evaluate(
            "[...document.querySelectorAll('#figure-table .badge')].filter(one =>"
            " one.getBoundingClientRect().right > one.closest('td').getBoundingClientRect().right + 1).length"
        )
        assert not past, f"{past} badges of {path.name} stand out of their cell"
    page.goto(next(path for path in dossier if path.name == "index.html").as_uri())
    assert _LONG_NAME in page.locator("#unread").inner_text()
    accessible(page)
    context.close()
