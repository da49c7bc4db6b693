"""Reviewing on the desk: cards, decisions, corrections, and no lost edit between two people."""

import hashlib
import re
import sys
from pathlib import Path

import pytest
from django.urls import reverse

from guvoh import actions
from guvoh.custody.browse import StatementFilter
from guvoh.extraction.rules import find_by_rules
from guvoh.model import Document, Passage, Role
from guvoh.model.access import HOLDER, Duty
from guvoh.web import listing, reasons

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import messages


@pytest.fixture
def counted(holder):
    """A statement with a count, as in lists."""
    return actions.browse_statements.browse_figures(holder.vault(), HOLDER).rows[0]


def review_of(holder, ident):
    return actions.browse_statements.view_statement(holder.vault(), HOLDER, ident).review


def seen_on(client, ident):
    return re.search(r'name="seen" value="(\d+)"', client.get(reverse("statement", args=[ident])).content.decode())[1]


def test_the_text_of_a_document_is_whole_and_marked(browse, counted):
    page = browse(Duty.READER).get(reverse("document", args=[counted.sha256])).content.decode()
    assert f'data-statement="{counted.id}"' in page
    assert re.search(rf'<mark [^>]*data-statements="[^"]*{counted.id}', page)


@pytest.mark.parametrize(("what", "state"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_decision_answers_with_the_new_line_and_is_kept(browse, holder, counted, what, state):
    client = browse(Duty.REVIEWER)
    answer = client.post(reverse(f"statement_{what}", args=[counted.id]), {"seen": seen_on(client, counted.id)})
    assert answer.status_code == 200
    assert f'data-state="{state}"' in answer.content.decode()
    assert review_of(holder, counted.id) == state


def test_a_source_that_no_words_name_is_shown_as_the_likeliest(browse, holder):
    rows = actions.browse_statements.browse_figures(holder.vault(), HOLDER, size=200).rows
    views = [actions.browse_statements.view_statement(holder.vault(), HOLDER, row.id) for row in rows]
    assert {view.statement.likely_told for view in views} == {True, False}
    for view in views[:: len(views) // 5] + [view for view in views if view.statement.likely_told]:
        card = browse(Duty.READER).get(reverse("statement", args=[view.statement.id])).content.decode()
        assert ("most likely: no words tell" in card) == view.statement.likely_told


def test_a_correction_stays_beside_the_machines_reading_and_can_be_undone(browse, holder, counted):
    client = browse(Duty.REVIEWER)
    form = client.get(reverse("statement_correct", args=[counted.id])).content.decode()
    assert 'name="count"' in form
    answer = client.post(reverse("statement_correct", args=[counted.id]), {"when": "2024-03", "seen": "0"})
    assert answer.status_code == 200, answer.content
    view = actions.browse_statements.view_statement(holder.vault(), HOLDER, counted.id)
    assert view.statement.when == "2024-03"
    card = client.get(reverse("statement", args=[counted.id])).content.decode()
    assert 'class="was"' in card
    decision = re.search(r'name="decision" value="(\w+)"', card)[1]
    client.post(
        reverse("statement_undo", args=[counted.id]), {"decision": decision, "seen": seen_on(client, counted.id)}
    )
    assert review_of(holder, counted.id) == "suggested"


def test_undoing_a_merge_or_a_split_brings_the_page_with_all_statements_back(browse, holder, counted):
    client = browse(Duty.REVIEWER)

    def document():
        return actions.browse_documents.view_document(holder.vault(), HOLDER, counted.sha256).statements

    before = {one.id for one in document()}
    first, other = (one.id for one in document()[:2])
    client.post(reverse("statement_merge", args=[first]), {"other": other, "seen": seen_on(client, first)})
    assert {one.id for one in document()} == before - {other}
    assert f'data-many="{first}"' in undo_on(client, first)
    assert {one.id for one in document()} == before
    parts = {"one-act": "raid", "two-act": "expulsion", "seen": seen_on(client, first)}
    answer = client.post(reverse("statement_split", args=[first]), parts).content.decode()
    part = re.search(r'data-many="(\w+)"', answer)[1]
    assert {one.act for one in document() if one.id not in before} == {"raid", "expulsion"}
    assert f'data-many="{first}"' in undo_on(client, part)
    assert {one.id for one in document()} == before


def test_the_chain_of_who_said_it_is_corrected_link_by_link(browse, holder, counted):
    client, address = browse(Duty.REVIEWER), reverse("statement_correct", args=[counted.id])
    before = actions.browse_statements.view_statement(holder.vault(), HOLDER, counted.id).statement
    form = client.get(address).content.decode()
    assert form.count('name="said_by"') == len(before.attribution) + 2
    chain = {
        "said_by": ["Mina Rahimi", "", before.attribution[-1].name],
        "said_role": ["lawyer", "", ""],
        "said_kind": ["ngo", "person", "outlet"],
    }
    assert client.post(address, {**chain, "seen": "0"}).status_code == 200
    after = actions.browse_statements.view_statement(holder.vault(), HOLDER, counted.id).statement
    assert [(one.name, one.role, one.kind) for one in after.attribution] == [
        ("Mina Rahimi", "lawyer", "ngo"),
        (before.attribution[-1].name, None, "outlet"),
    ]
    assert after.attribution[-1].start == before.attribution[-1].start


def test_place_and_nationality_are_corrected_to_what_the_document_does_not_name(browse, holder, counted):
    client, address = browse(Duty.REVIEWER), reverse("statement_correct", args=[counted.id])
    sent = {"affected": "workers", "nationality": "uz, TJ", "place_name": "Kazan", "place": "same", "seen": "0"}
    assert client.post(address, sent).status_code == 200
    after = actions.browse_statements.view_statement(holder.vault(), HOLDER, counted.id).statement
    assert (after.place.id, after.place.country, after.affected.nationality) == ("geonames:551487", "RU", ("UZ", "TJ"))
    for wrong in ({"affected": "workers", "nationality": "Uzbek"}, {"place_name": "Nowhere at all"}):
        answer = client.post(address, wrong, headers={"HX-Request": "true"})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize("language", ["en", *messages.LANGUAGES])
def test_a_place_in_doubt_is_asked_for_beside_its_field(browse, counted, language, monkeypatch):
    kept = messages.catalogue(language) if language != "en" else None
    for module in (listing, reasons):
        monkeypatch.setattr(module, "gettext", lambda words: kept.get(words).string if kept else words)
    client = browse(Duty.REVIEWER)
    for form, name in (
        ("correct", "place_name"), ("split", "one-place_name"), ("split", "two-place_name"), ("add", "place_name"),
    ):  # fmt: skip
        address = reverse(f"statement_{form}", args=[counted.sha256 if form == "add" else counted.id])
        assert f'name="{name}"' in client.get(address, {"start": 0, "end": 9}).content.decode()
        for place, offered in (("Georgia", ["Georgia, US", "Georgia, GE"]), ("Nowhere at all", [])):
            sent = {name: place, "start": 0, "end": 9, "seen": "0"}
            answer = client.post(address, sent, headers={"HX-Request": "true"})
            told = answer.content.decode()
            assert answer.status_code == 422
            assert re.search(r'data-beside="([^"]+)"', told)[1] == name
            assert re.findall(r'data-write="([^"]+)"', told) == offered
            fault = re.search(r'role="alert">([^<]+)<', told)[1]
            assert bool(re.search(r"The name may|no place of that name", fault)) == (language == "en")


def undo_on(client, ident):
    """Presses undo on the card of a statement; gives the answer."""
    card = client.get(reverse("statement", args=[ident])).content.decode()
    given = {"decision": re.search(r'name="decision" value="(\w+)"', card)[1], "seen": seen_on(client, ident)}
    answer = client.post(reverse("statement_undo", args=[ident]), given)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def test_a_wrong_date_is_refused_in_words_and_nothing_changes(browse, holder, counted):
    client = browse(Duty.REVIEWER)
    answer = client.post(
        reverse("statement_correct", args=[counted.id]), {"when": "last spring"}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 422
    assert "EDTF" in answer.content.decode()
    assert review_of(holder, counted.id) == "suggested"


def test_two_people_at_once_lose_no_edit(browse, holder, counted):
    first, second = browse(Duty.REVIEWER), browse(Duty.EDITOR)
    seen_one, seen_two = seen_on(first, counted.id), seen_on(second, counted.id)
    assert first.post(reverse("statement_reject", args=[counted.id]), {"seen": seen_one}).status_code == 200
    late = second.post(reverse("statement_accept", args=[counted.id]), {"seen": seen_two})
    assert late.status_code == 409
    assert review_of(holder, counted.id) == "rejected"


def test_a_statement_is_made_by_hand_from_selected_words(browse, holder, counted):
    client = browse(Duty.REVIEWER)
    address = reverse("statement_add", args=[counted.sha256])
    view = actions.browse_documents.view_document(holder.vault(), HOLDER, counted.sha256)
    start = view.document.text.index(counted.quote[:20])
    assert client.get(address, {"start": start, "end": start + 20}).status_code == 200
    answer = client.post(address, {"start": start, "end": start + 20, "act": "raid", "modality": "asserted"})
    assert answer.status_code == 200, answer.content
    made = re.search(r'data-many="(\w+)"', answer.content.decode())[1]
    assert review_of(holder, made) == "added"


def test_a_private_person_is_marked_in_a_correction_and_hinted_at_before(browse, holder):
    text = "Police detained 12 men in Kazan on 12 March 2025, Anna Petrova told the desk.\n\nThis note is invented."
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document("note.txt", sha256, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="en")
    holder.vault().keep(document, text.encode())
    holder.vault().keep_findings(find_by_rules(document))
    actions.weigh_vault.refresh(holder.vault())
    client, address = browse(Duty.REVIEWER), reverse("document", args=[sha256])
    hint = "name that may be a private person"
    page = client.get(address).content.decode()
    assert hint in page
    assert "<p>Anna Petrova</p>" in page
    assert hint not in browse(Duty.READER).get(address).content.decode(), "who cannot mark gets no hint to"
    one = actions.browse_documents.view_document(holder.vault(), HOLDER, sha256).statements[0].id
    form = client.get(reverse("statement_correct", args=[one])).content.decode()
    assert 'name="private"' in form
    sent = {"names": "asked", "private": "yes", "seen": "0"}
    assert client.post(reverse("statement_correct", args=[one]), sent).status_code == 200
    assert holder.vault().decided(one).statement.private
    assert hint not in client.get(address).content.decode()
    rows = actions.show_records.show_records(holder.vault(), "statements").rows
    (row,) = (row for row in rows if str(row[-1]).startswith("Police detained 12 men"))
    assert any(str(cell).startswith("Witness ") for cell in row)
    assert "Anna Petrova" not in row
    assert client.post(reverse("statement_correct", args=[one]), {"names": "asked"}).status_code == 200
    assert not holder.vault().decided(one).statement.private


def test_review_leads_to_the_first_statement_that_waits(browse, holder):
    answer = browse(Duty.REVIEWER).get(reverse("review"))
    waiting = actions.browse_statements.browse_statements(holder.vault(), HOLDER, StatementFilter(waiting=True), size=1)
    assert answer.headers["Location"].endswith(f"?statement={waiting.rows[0].id}")


def test_a_page_as_it_was_runs_nothing(browse, holder):
    html = next(
        d for d in actions.browse_documents.browse_documents(holder.vault(), HOLDER).rows if d.media_type == "text/html"
    )
    answer = browse(Duty.READER).get(reverse("original_view", args=[html.sha256]))
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox;")
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    saved = browse(Duty.READER).get(reverse("original", args=[html.sha256]))
    assert saved.headers["Content-Disposition"].startswith("attachment")
    assert saved.content == holder.vault().original(html.sha256)


@pytest.mark.parametrize("name", ["documents", "events", "figures", "sources"])
@pytest.mark.parametrize("duty", [Duty.READER, Duty.KEEPER])
def test_lists_show_rows_and_filters_that_fit_nothing_say_what_to_do(browse, name, duty):
    client = browse(duty)
    assert "<tbody>" in client.get(reverse(name)).content.decode()
    nothing = {"documents": {"publisher": "none such"}, "sources": {"said_least": "100000"}}.get(
        name, {"country": "ZZ"}
    )
    assert 'class="empty"' in client.get(reverse(name), nothing).content.decode()
    assert client.get(reverse(name), {"sort": "sideways"}).status_code == 400


def test_an_event_shows_support_and_takes_a_name(browse, holder):
    event = actions.browse_events.browse_events(holder.vault(), HOLDER).rows[0]
    client = browse(Duty.EDITOR)
    assert event.title in client.get(reverse("event", args=[event.id])).content.decode().replace("&#x27;", "'")
    answer = client.post(
        reverse("event_decide", args=[event.id]), {"do": "name", "title": "The raid at dawn", "seen": "0"}
    )
    page = client.get(answer.headers["Location"]).content.decode()
    assert "<h1>The raid at dawn</h1>" in page


def test_a_source_is_graded_by_an_editor_only(browse, holder):
    source = actions.browse_sources.browse_sources(holder.vault(), HOLDER).rows[0]
    address = reverse("source_decide", args=[source.id])
    assert browse(Duty.REVIEWER).post(address, {"do": "grade", "reliability": "B"}).status_code == 403
    browse(Duty.EDITOR).post(address, {"do": "grade", "reliability": "B", "seen": "0"})
    assert actions.browse_sources.view_source(holder.vault(), HOLDER, source.id).item.reliability == "B"
