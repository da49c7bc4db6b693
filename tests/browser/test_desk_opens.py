"""From an empty vault to the home page in a browser: first account, login, themes, languages, keys, lock."""

import pytest
from desk_people import PASSPHRASE, log_in, make_first_account

LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]


def test_the_first_keeper_logs_in_and_comes_home(serve, new_vault, visit, accessible):
    page = visit(serve(new_vault))
    accessible(page)
    make_first_account(page)
    accessible(page)


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_home_is_accessible_in_both_themes_and_widths(serve, new_vault, visit, accessible, scheme, width):
    page = visit(serve(new_vault), color_scheme=scheme, viewport={"width": width, "height": 800})
    make_first_account(page)
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"


def test_a_locked_desk_asks_for_the_passphrase_first(serve, new_vault, visit, accessible):
    page = visit(serve(new_vault, "--locked"))
    accessible(page)
    page.get_by_label("Passphrase").fill("not the passphrase at all")
    page.watch.expect("422")
    page.get_by_role("button", name="Unlock").click()
    page.get_by_role("alert").wait_for()
    accessible(page)
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Unlock").click()
    page.get_by_label("Name to log in with").wait_for()


def test_keys_theme_language_and_lock_work(serve, new_vault, visit, accessible):
    page = visit(serve(new_vault))
    make_first_account(page)
    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_role("heading").wait_for()
    accessible(page)
    page.keyboard.press("Escape")
    was = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-theme-switch]").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != was
    accessible(page)
    page.locator("select[name=language]").select_option("ru")
    page.locator("html[lang=ru]").wait_for(state="attached")
    page.locator("select[name=language]").select_option("en")
    page.locator("html[lang=en]").wait_for(state="attached")
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="Lock now").click()
    page.locator("[name=login]").wait_for()
    page.goto("/")
    log_in(page, "keeper")
