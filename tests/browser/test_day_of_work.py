"""A day at the desk in a browser: take in, review by keyboard, name an event, see figures, tally, save the dossier."""

import io
import re
import shutil
import zipfile

import pytest
from opened_desk import Desk, log_in

RAID = """Night raid at a dormitory in Kazan

Published: 14 March 2025

Police detained 61 foreign workers at a dormitory in Kazan on March 13, 2025, lawyer Mina Rahimi told the desk.
At least 17 of them were ordered to leave the country, Rahimi said.
On March 14, 2025, police detained another 8 workers at a bus station in Kazan, Rahimi said.

This note is invented.
"""
SLOW = 60_000
"""Milliseconds that the first reading may take: the parser is loaded then."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory, peopled_vault):
    """One desk over the samples, weighed, with an account for each duty."""
    running = Desk(shutil.copytree(peopled_vault, tmp_path_factory.mktemp("day") / "vault"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def sessions(desk, chromium):
    """What a browser keeps of a session of each duty; logged in once."""
    kept = {}

    def of(duty):
        if duty not in kept:
            context = chromium.new_context(base_url=desk.url)
            page = context.new_page()
            page.goto("/")
            log_in(page, duty)
            kept[duty] = context.storage_state()
            context.close()
        return kept[duty]

    return of


@pytest.fixture
def at_work(desk, sessions, visit):
    """Opens a page of the desk for a duty."""
    return lambda duty, path="/": visit(desk, path, storage_state=sessions(duty))


class Reviewing:
    """The review page as a person at the keyboard has it."""

    def __init__(self, page):
        self.page = page
        self.card = page.locator("#card")
        self.card.locator("blockquote").wait_for()
        self.lines = page.locator(".statements .line")
        page.evaluate("window.stayed = true")

    @property
    def here(self):
        return self.page.locator(".line[aria-current=true]").get_attribute("data-statement")

    def state(self, statement):
        return self.page.locator(f".line[data-statement='{statement}']").get_attribute("data-state")

    def press(self, key):
        self.page.keyboard.press(key)

    def until(self, statement, state):
        self.page.locator(f".line[data-statement='{statement}'][data-state='{state}']").wait_for()

    def onto(self, statement):
        """Waits until the card of the statement is shown."""
        self.page.locator(f".line[data-statement='{statement}'][aria-current=true]").wait_for()
        self.page.locator(f"#card [action='/statements/{statement}/accept/']").wait_for(state="attached")

    def stayed(self):
        return self.page.evaluate("window.stayed === true")


def test_one_persons_path_from_a_file_to_the_dossier(at_work, tmp_path):
    page = at_work("editor", "/take-in/")
    document = take_in(page, tmp_path)
    page.goto(document)
    event = review_by_keyboard(page)
    page.goto(event)
    page.get_by_label("Name", exact=True).fill("The dormitory raid")
    page.get_by_role("button", name="Name it").click()
    page.get_by_role("heading", name="The dormitory raid", level=1).wait_for()
    page.goto("/events/?country=RU")
    page.get_by_role("link", name="The dormitory raid").wait_for()
    figures_and_tally(page)
    page.goto("/dossier/")
    with page.expect_download(timeout=SLOW) as saved:
        page.get_by_role("button", name="Write it and save").click()
    with zipfile.ZipFile(io.BytesIO(saved.value.path().read_bytes())) as archive:
        assert "dossier/index.html" in archive.namelist()
        assert "61 foreign workers" in archive.read("dossier/statements.csv").decode()


def take_in(page, folder):
    """Takes the file in and gives the address of its document; a second time it is told as a duplicate."""
    path = folder / "dormitory note.txt"
    path.write_text(RAID, encoding="utf-8")
    page.locator("#files").set_input_files(path)
    page.locator("[data-files] button.main").click()
    over = page.locator(".job:not([data-running])")
    over.wait_for(timeout=SLOW)
    assert "1 new documents" in over.inner_text()
    page.goto("/documents/?sort=newest")
    link = page.get_by_role("link", name=re.compile("dormitory", re.IGNORECASE)).first
    return link.get_attribute("href")


def test_files_dropped_from_another_program_go_in(at_work):
    page = at_work("editor", "/take-in/")
    page.evaluate("""() => {
        const dropped = new DataTransfer();
        dropped.items.add(new File(["Police detained 9 people in Osh on March 3, 2025."], "attached.txt"));
        dropped.items.add(new File(["\\x00\\x01"], "odd.bin"));
        const options = { dataTransfer: dropped, bubbles: true, cancelable: true };
        document.querySelector(".drop").dispatchEvent(new DragEvent("drop", options));
    }""")
    over = page.locator(".job:not([data-running])", has_text="2 of 2 files")
    over.wait_for(timeout=SLOW)
    assert "odd.bin" in over.inner_text(), "what cannot be read is told"


def review_by_keyboard(page):
    """Every key of the review page, without a page load but for `n`; gives the address of the first one's event."""
    review = Reviewing(page)
    first, second = (review.lines.nth(at).get_attribute("data-statement") for at in (0, 1))
    review.press("j")
    review.onto(second)
    review.press("k")
    review.onto(first)
    event = review.card.locator("a[href^='/events/']").get_attribute("href")
    review.press("a")
    review.until(first, "accepted")
    review.onto(second)
    review.press("x")
    review.until(second, "rejected")
    page.locator(f".line[data-statement='{second}']").click()
    review.onto(second)
    review.card.locator("[data-do=undo]").wait_for()
    review.press("u")
    review.until(second, "suggested")
    correct(page, review, first)
    assert review.stayed()
    add_from_selection(page, review)
    return event


def correct(page, review, statement):
    """Corrects the place in time of a statement; the machine's reading stays beside it."""
    page.locator(f".line[data-statement='{statement}']").click()
    review.onto(statement)
    review.press("e")
    when = page.locator("#when")
    was = when.input_value()
    when.fill("2025-03-12")
    when.press("Enter")
    review.until(statement, "corrected")
    page.locator(f".line[data-statement='{statement}']").click()
    review.onto(statement)
    page.locator("#card .was", has_text=was or "not said").wait_for()
    assert "2025-03-12" in review.card.inner_text()


def add_from_selection(page, review):
    """Adds a statement from selected words by `n`."""
    number = review.lines.count()
    page.evaluate("""() => {
        const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf("This note is invented");
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 21);
            return;
        }
        throw new Error("the words are not in the text");
    }""")
    review.press("n")
    page.locator("#card blockquote", has_text="This note is invented").wait_for()
    page.locator("#card [name=act]").select_option("raid")
    page.locator("#card").get_by_role("button", name="Add").click()
    page.locator(".line[data-state=added]").wait_for()
    assert page.locator(".line").count() == number + 1


def figures_and_tally(page):
    """From the table of figures to a family, and from the tally's number to its sentence."""
    page.goto("/figures/?act=arbitrary_detention&country=RU")
    page.get_by_role("row", name=re.compile("61")).get_by_role("link").last.click()
    page.get_by_role("heading", name="A family of figures").wait_for()
    page.goto("/tally/")
    page.get_by_label("Act").select_option("arbitrary_detention")
    page.get_by_label("Place").fill("Kazan")
    page.get_by_role("button", name="Show").click()
    assert int(page.locator(".answer").inner_text()) >= 61
    page.get_by_role("row", name=re.compile("61")).get_by_role("link").first.click()
    page.locator("#card blockquote", has_text="61 foreign workers").wait_for()


def waiting_document(page):
    """The address of a document with statements that wait."""
    page.goto("/documents/?sort=waiting")
    return page.locator("td a[href^='/documents/']").first.get_attribute("href")


def test_two_people_at_once_lose_no_edit(at_work):
    first, second = at_work("reviewer"), at_work("editor")
    second.watch.expect("409")
    address = waiting_document(first)
    first.goto(address)
    second.goto(address)
    one, two = Reviewing(first), Reviewing(second)
    statement = one.here
    assert two.here == statement
    one.press("x")
    one.until(statement, "rejected")
    two.press("a")
    second.locator("#problems [role=alert]").wait_for()
    second.locator("#card", has_text="Reviewer").wait_for()
    assert two.here == statement
    two.until(statement, "rejected")
    two.press("a")
    two.until(statement, "accepted")
    assert second.locator("#problems [role=alert]").count() == 0


SEEN = {
    "reader": set(),
    "reviewer": {"accept"},
    "editor": {"accept", "grade", "name", "reliability", "take-in", "dossier"},
    "keeper": {"accept", "grade", "name", "reliability", "take-in", "dossier", "lock the vault"},
}


@pytest.mark.parametrize("duty", SEEN)
def test_each_duty_sees_only_what_it_may_do(at_work, accessible, duty):
    page = at_work(duty)
    seen = {what for what in ("take-in", "dossier") if page.locator(f"header a[href='/{what}/']").count()}
    seen |= {"lock the vault"} & ({"lock the vault"} if page.locator("header [name=vault]").count() else set())
    page.goto(waiting_document(page))
    page.locator("#card blockquote").wait_for()
    seen |= {"accept"} if page.locator("[data-do=accept]").count() else set()
    seen |= {"grade"} if page.locator("[name=credibility]").count() else set()
    page.keyboard.press("e")
    page.goto("/events/")
    page.locator("td a").first.click()
    page.get_by_text("Id of this event").wait_for()
    seen |= {"name"} if page.get_by_role("button", name="Name it").count() else set()
    page.goto("/sources/")
    page.locator("td a").first.click()
    page.get_by_text("Id of this source").wait_for()
    seen |= {"reliability"} if page.locator("select[name=reliability]").count() else set()
    assert seen == SEEN[duty]
    if "take-in" not in seen:
        page.watch.expect("403")
        page.goto("/take-in/")
        page.get_by_role("alert").wait_for()
        accessible(page)
