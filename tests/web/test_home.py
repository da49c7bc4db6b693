"""The home page: what came in, what waits, what conflicts, what could not be read, what is due; an empty vault too."""

import hashlib
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from guvoh import actions
from guvoh.custody.browse import StatementFilter
from guvoh.extraction.rules import find_by_rules
from guvoh.model import Document, Findings, Letter, Passage, Role
from guvoh.model.access import HOLDER, Duty
from guvoh.web import holding

PASSPHRASE = "seven blue herons at dusk"


def letter(vault, name, reply_by):
    """Keeps a letter that asks for a reply."""
    data = f"Letter {name}. Please reply.".encode()
    text = data.decode()
    made = Document(f"{name}.txt", hashlib.sha256(data).hexdigest(), "text/plain", text,
                    (Passage(0, len(text), Role.BODY),), title=f"Letter {name}")  # fmt: skip
    vault.keep(made, data)
    vault.keep_findings(Findings(made, letter=Letter(addressee="The Ministry", reference="A/7", reply_by=reply_by)))


def page_of(client):
    answer = client.get(reverse("home"))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("duty", Duty)
def test_home_shows_what_came_in_and_how_much_waits(browse, holder, duty):
    page = page_of(browse(duty))
    waiting = actions.browse_statements.browse_statements(holder.vault(), HOLDER, StatementFilter(waiting=True)).total
    newest = actions.browse_documents.browse_documents(holder.vault(), HOLDER, size=1).rows[0]
    assert f'<span class="big">{waiting.count}</span>' in page
    assert reverse("document", args=[newest.sha256]) in page
    assert ("Review the next one" in page) == (duty is not Duty.READER)


def test_home_names_the_figures_that_conflict(browse, holder):
    vault = holder.vault()
    before = vault.browse.conflicts(5)[1].count
    assert "No figures contradict each other." in page_of(browse(Duty.READER)) or before
    figures = actions.browse_statements.browse_figures(vault, HOLDER, size=50).rows
    a, b = [row.id for row in figures if row.event][:2]
    actions.decide_figures.relate(vault, HOLDER, a, b, "conflict")
    actions.weigh_vault.refresh(vault)
    shown, total = vault.browse.conflicts(5)
    assert (total.count, total.exact) == (before + 1, True)
    assert {a, b} in [{pair.a.id, pair.b.id} for pair in shown]
    page = page_of(browse(Duty.READER))
    assert f"?statement={a}" in page
    assert f"?statement={b}" in page
    assert reverse("family", args=[shown[0].a.id]) in page


def test_letters_overdue_stand_first_then_those_that_are_due_soonest(browse, holder):
    today = timezone.localdate()
    for name, days in (("later", 9), ("soon", 2), ("long-past", -400), ("past", -1), ("today", 0)):
        letter(holder.vault(), name, (today + timedelta(days=days)).isoformat())
    letter(holder.vault(), "none", None)
    view = actions.look_over.look_over(holder.vault(), HOLDER, today)
    ours = [(d.letter.title, d.overdue) for d in view.deadlines if d.letter.reference == "A/7"]
    assert ours == [
        ("Letter past", True), ("Letter long-past", True), ("Letter today", False), ("Letter soon", False),
        ("Letter later", False),
    ]  # fmt: skip
    page = page_of(browse(Duty.READER))
    assert page.index("Letter past") < page.index("Letter today")
    assert "overdue" in page


def test_a_month_is_overdue_only_when_it_is_over(holder):
    letter(holder.vault(), "month", "2031-03")
    within = actions.look_over.look_over(holder.vault(), HOLDER, date(2031, 3, 15)).deadlines
    after = actions.look_over.look_over(holder.vault(), HOLDER, date(2031, 4, 1)).deadlines
    assert [d.overdue for d in within if d.letter.title == "Letter month"] == [False]
    assert [d.overdue for d in after if d.letter.title == "Letter month"] == [True]


def test_what_could_not_be_read_is_told_with_its_words(browse, holder):
    data = b"\x00scan"
    made = Document("scan.pdf", hashlib.sha256(data).hexdigest(), "application/pdf",
                    "", problems=("No text was found in the file. Scan it (OCR).",))  # fmt: skip
    holder.vault().keep(made, data)
    page = page_of(browse(Duty.READER))
    assert "scan.pdf" in page
    assert "Scan it (OCR)." in page
    assert "Mend the file" in page


def test_a_page_in_another_language_is_said_to_be_kept_and_searchable_not_to_need_mending(browse, holder):
    words = "Die Polizei nahm am Dienstag auf dem Markt zwölf Arbeiter fest, sagte ihr Anwalt der Zeitung gestern."
    data = words.encode()
    made = Document("seite.txt", hashlib.sha256(data).hexdigest(), "text/plain", words, language="de")
    holder.vault().keep(made, data)
    holder.vault().keep_findings(find_by_rules(made))
    page = page_of(browse(Duty.READER))
    assert "seite.txt" in page
    assert "Its language has no finder yet." in page
    assert "Mend the file" not in page


@pytest.fixture
def empty_desk(tmp_path, cheap_keys):
    """A desk over an empty vault."""
    actions.new_vault.new_vault(tmp_path / "empty", PASSPHRASE)
    one = holding.Holder(tmp_path / "empty")
    one.unlock(PASSPHRASE)
    holding.serve_from(one)
    vault = one.vault()
    actions.accounts.make_first_keeper(vault, "keeper", "Keeper", "three grey cranes at noon")
    actions.accounts.add_account(vault, HOLDER, "reader", "Reader", Duty.READER, "three grey cranes at noon")
    yield one
    one.lock()
    connection.close()


def test_an_empty_vault_says_what_to_do_next(empty_desk, browse_empty):
    assert "guvoh add" in page_of(browse_empty("keeper"))
    assert "guvoh add" not in page_of(browse_empty("reader"))
    assert "An editor or keeper takes documents in" in page_of(browse_empty("reader"))


@pytest.fixture
def browse_empty():
    """Gives a client logged in by name."""
    from django.test import Client

    from guvoh.custody.records.models import Account

    def client(name):
        one = Client(raise_request_exception=False, HTTP_HOST="localhost")
        one.force_login(Account.objects.get(username=name), "allauth.account.auth_backends.AuthenticationBackend")
        return one

    return client


def test_the_tour_stands_on_the_home_page(browse):
    page = page_of(browse(Duty.READER))
    assert page.count("data-tour-step ") == 5
    assert 'id="desk-tour"' in page
    assert "js/tour.js" in page
