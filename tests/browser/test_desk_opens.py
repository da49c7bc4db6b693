"""From an empty vault to the home page in a browser: first account, login, themes, languages, keys, lock."""

import base64
import hmac
import time

import pytest
from desk_people import PASSPHRASE, PASSWORD, log_in, make_first_account

LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]


_STEP, _TYPING = 30, 6
"""Seconds for which a code holds, and that typing it takes at most."""


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


ACCOUNT_PAGES = ("account/second/", "account/password/", "account/passkeys/", "account/again/", "account/logout/")


def test_the_pages_of_ones_own_account_are_accessible(serve, new_vault, visit, accessible):
    page = visit(serve(new_vault))
    make_first_account(page)
    for path in ACCOUNT_PAGES:
        page.goto(f"/{path}")
        accessible(page)


def test_a_second_factor_is_set_up_and_asked_for(serve, new_vault, visit, accessible):
    page = visit(serve(new_vault))
    make_first_account(page)
    page.goto("/account/second/totp/activate/")
    if "/again/" in page.url:
        page.locator("[name=password]").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button").first.click()
    page.locator("#authenticator_secret").wait_for()
    accessible(page)
    secret = page.locator("#authenticator_secret").input_value()
    page.locator("[name=code]").fill(code_of(secret))
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_role("heading", level=1).wait_for()
    accessible(page)
    lock_and_come_back(page)
    accessible(page)


def lock_and_come_back(page):
    """Lock the desk and log in again as far as the second factor."""
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="Lock now").click()
    page.locator("[name=login]").fill("keeper")
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").first.click()
    page.locator("[name=code]").wait_for()


def code_of(secret):
    """What an app that shows codes would show now (RFC 6238); one about to lapse is waited out."""
    left = _STEP - time.time() % _STEP
    time.sleep(left if left < _TYPING else 0)
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, int(time.time() // _STEP).to_bytes(8, "big"), "sha1")
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at : at + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def test_a_passkey_is_made_and_opens_the_desk(serve, new_vault, visit):
    page = visit(serve(new_vault))
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    make_first_account(page)
    page.goto("/account/passkeys/add/")
    if "/again/" in page.url:
        page.locator("[name=password]").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_role("main").locator("[name=name]").fill("Key of the keeper")
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_text("There are 10 out of 10 recovery codes available.").wait_for()
    lock_and_come_back(page)
    assert page.get_by_role("heading", name="Home", level=1).count() == 0
    page.get_by_role("main").get_by_text("Use a security key").click()
    page.get_by_role("heading", name="Home", level=1).wait_for()
