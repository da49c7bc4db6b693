"""The tour, and settings and people, in a browser: reachable by keyboard, accessible, and a backup that is saved."""

import tarfile

import pytest
from desk_people import make_first_account

PAGES = ("", "people/", "log/", "decisions/", "decisions/adrift/", "vocabulary/")


def test_the_tour_opens_once_and_again_for_whoever_asks(serve, new_vault, visit, accessible):
    page = visit(serve(new_vault), tour=True)
    make_first_account(page)
    tour = page.locator("#desk-tour")
    tour.wait_for()
    accessible(page)
    for step in range(1, 5):
        assert f"{step}" in page.locator("[data-tour-count]").inner_text()
        page.locator("[data-tour-next]").click()
    page.locator("[data-tour-next]").click()
    tour.wait_for(state="hidden")
    page.goto("/settings/")
    page.keyboard.press("?")
    page.locator("#keys a").click()
    tour.wait_for()
    page.keyboard.press("Escape")
    page.reload()
    assert not tour.is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_settings_and_people_are_accessible(serve, new_vault, visit, accessible, width):
    page = visit(serve(new_vault), viewport={"width": width, "height": 800})
    make_first_account(page)
    for path in PAGES:
        page.goto(f"/settings/{path}")
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"


def test_a_vault_is_verified_and_its_backup_saved(serve, samples_vault, visit, accessible, tmp_path):
    page = visit(serve(samples_vault))
    make_first_account(page)
    page.goto("/settings/log/")
    page.get_by_role("button", name="Verify everything now").click()
    page.get_by_role("heading", name="No fault found").wait_for()
    accessible(page)
    page.get_by_label("New folder on this machine").fill(str(tmp_path / "copy"))
    page.get_by_role("button", name="Back up into this folder").click()
    page.get_by_text("The backup is made").wait_for()
    accessible(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download it as one file").click()
    saved.value.save_as(tmp_path / "backup.tar")
    with tarfile.open(tmp_path / "backup.tar") as tar:
        assert {"vault/vault.json", "vault/head", "vault/records.db"} <= set(tar.getnames())


def test_a_wording_is_added_and_all_documents_are_searched_again(serve, samples_vault, visit, accessible):
    page = visit(serve(samples_vault))
    make_first_account(page)
    page.goto("/settings/vocabulary/")
    page.locator("#w-act").select_option("extortion")
    page.get_by_label("Words", exact=True).fill("paint … ladder")
    page.get_by_label("Example: a sentence").fill("Workers painted the ladder.")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("cell", name="paint … ladder", exact=True).wait_for()
    page.get_by_role("button", name="Search all documents again").click()
    page.get_by_text("something else was found than before").wait_for(timeout=60_000)
    accessible(page)
