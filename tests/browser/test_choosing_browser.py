"""Choosing by words in a browser: statements are moved to an event that is found as a person types."""

from opened_desk import log_in
from playwright.sync_api import expect


def test_statements_are_moved_to_an_event_found_by_its_name(serve, peopled_vault, visit, accessible):
    desk = serve(peopled_vault)
    page = visit(desk)
    log_in(page, "editor")
    page.goto("/events/?sort=documents")
    links = page.locator("tbody a[href^='/events/']")
    here, there = (links.nth(at).get_attribute("href") for at in (0, 1))
    page.goto(there)
    page.get_by_label("Name", exact=True).fill("Heron at dawn")
    page.get_by_role("button", name="Name it").click()
    page.get_by_role("heading", name="Heron at dawn", level=1).wait_for()
    page.goto(here)
    moved = page.locator("input[name=statement]").first
    statement = moved.get_attribute("value")
    moved.check()
    field = page.get_by_label("Or they are of another event: words of it, or its name")
    field.press_sequentially("heron dawn")
    offer = page.locator("#choose-other-found").get_by_role("radio", name="Heron at dawn")
    offer.wait_for()
    offer.check()
    with page.expect_response("**/choose/events/**"):
        field.press("Enter")  # searches, and decides nothing
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
    assert page.url.endswith(here)
    assert offer.is_checked()
    page.evaluate("scrollTo(0, 0)")  # else the bar on top may lie half over a box, which axe takes for a small one
    accessible(page)
    with page.expect_response("**/decide/") as decided:
        page.get_by_role("button", name="Move", exact=True).click()
    assert decided.value.status == 302
    page.goto(there)
    page.locator(f"input[name=statement][value='{statement}']").wait_for()


def test_sources_ticked_stay_ticked_while_others_are_looked_for(serve, peopled_vault, visit):
    desk = serve(peopled_vault)
    page = visit(desk)
    log_in(page, "editor")
    page.goto("/sources/?sort=name")
    links = page.locator("tbody a[href^='/sources/']")
    names = [links.nth(at).inner_text() for at in range(3)]
    links.nth(0).click()
    field, found = page.get_by_label("Other sources, by a name of theirs"), page.locator("#choose-sources-found")
    for name in names[1:]:
        field.fill(name)
        found.get_by_role("checkbox", name=name).first.check()
    assert found.get_by_role("checkbox", checked=True).count() == 2


def test_a_place_of_several_is_chosen_by_a_link_beside_its_field(serve, peopled_vault, visit, accessible):
    page = visit(serve(peopled_vault), viewport={"width": 400, "height": 800})
    page.watch.expect("422")
    log_in(page, "reader")
    for path in ("/events/", "/map/"):
        page.goto(f"{path}?place=Georgia")
        accessible(page)
        page.get_by_role("link", name="Georgia (the country as a whole, GE)").click()
        page.wait_for_url("**GE**")
        assert page.get_by_label("Place", exact=True).input_value() == "Georgia, GE"
        assert page.locator(".fault").count() == 0
