"""What a reviewer does to statements and events besides accepting: split, merge, undo, nest, agree in pairs."""

import contextlib
import re
import shutil

import pytest
from opened_desk import Desk, log_in
from playwright.sync_api import Error, expect

CARD = re.compile(r"/statements/\w+/?$")


@pytest.fixture(scope="module")
def desk(tmp_path_factory, peopled_vault):
    """One desk over the samples, weighed, with an account for each duty."""
    running = Desk(shutil.copytree(peopled_vault, tmp_path_factory.mktemp("reviewing") / "vault"))
    yield running
    running.stop()


@pytest.fixture
def at_work(desk, visit):
    """Opens a page of the desk, logged in with a duty."""

    def open_page(duty, path="/"):
        page = visit(desk, "/")
        log_in(page, duty)
        page.goto(path)
        return page

    return open_page


def waiting(page):
    """Opens the document with most to review."""
    page.goto("/documents/?sort=waiting")
    page.locator("td a[href^='/documents/']").first.click()
    page.locator("#card [data-do=split]").wait_for()


def stays(page):
    """Marks the page that is loaded; what comes back says whether it is still that one, and not another load."""
    page.evaluate("window.stayed = true")
    return lambda: page.evaluate("window.stayed === true")


def test_a_statement_is_split_and_the_split_undone_on_the_same_page(at_work):
    page = at_work("reviewer")
    waiting(page)
    is_same = stays(page)
    lines = page.locator(".statements .line")
    before = lines.count()
    page.keyboard.press("s")
    page.locator("[name=one-act]").select_option("raid")
    page.locator("[name=two-act]").select_option("expulsion")
    page.locator("#card").get_by_role("button", name="Split", exact=True).click()
    expect(lines).to_have_count(before + 1)
    expect(page.locator(".line[aria-current=true]")).to_contain_text("Raid")
    part = page.locator(".line[aria-current=true]").get_attribute("data-statement")
    assert page.url.endswith(f"?statement={part}")
    assert page.locator(f".text mark.is-current[data-statements*='{part}']").count()
    page.locator("#card [data-do=undo]").wait_for()
    page.keyboard.press("u")
    expect(lines).to_have_count(before)
    page.locator("#card blockquote").wait_for()
    assert is_same()


def test_a_card_fetched_ahead_of_a_statement_that_goes_is_given_up(at_work):
    page = at_work("reviewer")
    waiting(page)
    lines, held, asked, undone = page.locator(".statements .line"), [], [], []

    def hold(route):
        asked.append(route)
        if undone or len(asked) == 1:  # the first part is shown
            route.continue_()
        else:
            held.append(route)

    before = lines.count()
    page.keyboard.press("s")
    page.locator("[name=one-act]").select_option("raid")
    page.locator("[name=two-act]").select_option("expulsion")
    page.route(CARD, hold)
    page.locator("#card").get_by_role("button", name="Split", exact=True).click()
    expect(lines).to_have_count(before + 1)
    page.locator("#card [data-do=undo]").wait_for()
    assert held
    undone.append(True)
    page.keyboard.press("u")
    expect(lines).to_have_count(before)
    page.locator("#card blockquote").wait_for()
    for route in held:  # only now would they reach the desk, which knows the second part no more
        with contextlib.suppress(Error):
            route.continue_()
    page.wait_for_timeout(300)  # a page that sees a fault says so when it is closed


def test_statements_are_merged_and_parted_again_on_the_same_page(at_work):
    page = at_work("reviewer")
    waiting(page)
    is_same = stays(page)
    lines = page.locator(".statements .line")
    before = lines.count()
    page.keyboard.press("m")
    expect(lines).to_have_count(before - 1)
    page.locator("#card [data-do=undo]").wait_for()
    page.keyboard.press("u")
    expect(lines).to_have_count(before)
    page.locator("#card blockquote").wait_for()
    assert is_same()


def test_a_second_person_must_agree_where_the_keeper_says_so(at_work):
    keeper = at_work("keeper", "/settings/")
    keeper.get_by_label("Two persons must agree").check()
    keeper.get_by_role("button", name="Keep these settings").click()
    keeper.get_by_label("Two persons must agree").wait_for()
    first = at_work("reviewer")
    waiting(first)
    statement = first.locator(".line[aria-current=true]").get_attribute("data-statement")
    address = first.url
    line = f".line[data-statement='{statement}']"
    first.keyboard.press("a")
    first.locator(f"{line}[data-state=awaiting]").wait_for()
    second = at_work("editor", f"{address.partition('?')[0]}?statement={statement}")
    second.locator(f"{line}[aria-current=true][data-state=awaiting]").wait_for()
    second.locator("#card", has_text="Reviewer").wait_for()
    second.keyboard.press("a")
    second.locator(f"{line}[data-state=accepted]").wait_for()
    keeper.get_by_label("Two persons must agree").uncheck()
    keeper.get_by_role("button", name="Keep these settings").click()
    keeper.get_by_label("Two persons must agree").wait_for()


def test_an_event_is_placed_in_a_larger_one_and_taken_out_again(at_work):
    page = at_work("editor", "/events/?sort=support")
    links = page.locator("td a[href^='/events/']").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    for link in dict.fromkeys(links):
        page.goto(link)
        if page.locator("dt", has_text="Part of").count() == 0:  # some are parts already, by their place and time
            break
    found = page.locator("#choose-larger-found label.choice")
    name = found.first.locator("span").first.inner_text()
    found.first.locator("input").check()
    page.get_by_role("button", name="It is a part of that one").click()
    crumbs = page.locator(".crumbs li")
    page.locator("dt", has_text="Part of").wait_for()
    assert crumbs.nth(1).inner_text() in name
    page.get_by_role("button", name="Undo the last decision").click()
    page.locator(".history .undone").wait_for()
    assert page.locator("dt", has_text="Part of").count() == 0


def test_a_search_is_kept_opened_again_and_dropped(at_work):
    page = at_work("reader", "/search/?words=detained&scope=statements")
    page.get_by_label("Keep this search as").fill("The detained")
    page.get_by_role("button", name="Keep", exact=True).click()
    page.goto("/search/")
    page.get_by_role("link", name="The detained").click()
    page.locator(".hits mark").first.wait_for()
    page.get_by_role("button", name="Drop The detained").click()
    page.get_by_text("Words that stand together").wait_for()
    assert page.get_by_role("link", name="The detained").count() == 0


@pytest.mark.parametrize(("width", "moved"), [(390, True), (1280, False)])
def test_a_tapped_mark_brings_its_card_into_view_where_it_lies_below(at_work, width, moved):
    page = at_work("reviewer")
    waiting(page)
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("scrollTo(0, 0)")
    page.locator(".text mark").first.click()
    if moved:
        page.wait_for_function(
            "() => { const y = document.querySelector('#card').getBoundingClientRect().top; return y > -1 && y < 400 }"
        )
    tapped = page.locator(".text mark.is-current").first
    assert page.locator("#card blockquote").is_visible()
    assert (page.evaluate("scrollY") > 0) == moved
    assert tapped.get_attribute("data-statements")
