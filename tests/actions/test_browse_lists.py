"""The lists of a vault that was taken in, found in, weighed and decided on; nothing is shown without the right."""

import hashlib
from datetime import date

import pytest

from guvoh.actions import (
    browse_documents,
    browse_events,
    browse_history,
    browse_sources,
    browse_statements,
    review_statements,
)
from guvoh.actions.weigh_vault import refresh
from guvoh.custody.browse import (
    DecisionFilter,
    DocumentFilter,
    DocumentSort,
    EventFilter,
    EventSort,
    LedgerFilter,
    SourceFilter,
    SourceSort,
    StatementFilter,
    StatementSort,
)
from guvoh.extraction import find
from guvoh.model import Document, Passage, Role, SourceKind
from guvoh.model.decisions import Review
from guvoh.model.errors import NotAllowed, NotThere

TEXTS = {
    "a.txt": "Police detained 40 workers in Omsk on March 22, 2024, the lawyer Anna Petrova said. "
    "The court ordered the expulsion of 12 people.",
    "b.txt": "Police detained 40 workers in Omsk on March 22, 2024, the lawyer Anna Petrova said.",
    "c.txt": "Officers beat a man in Perm in May 2023, Human Rights Watch reported.",
}


@pytest.fixture
def told(vault, people):
    """Three documents, found in and weighed; one statement rejected."""
    for path, text in TEXTS.items():
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        problems = ("A picture was not read.",) if path == "c.txt" else ()
        made = Document(
            path, sha256, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="en", title=path.upper(),
            publisher=f"Paper {path[0]}", published="2024-03-23", problems=problems,
        )  # fmt: skip
        vault.keep(made, text.encode())
        vault.keep_findings(find(made))
    first = browse_statements.browse_statements(vault, people["reader"]).rows[0]
    review_statements.accept(vault, people["reviewer"], [first.id])
    refresh(vault)
    return vault


def test_documents_with_their_counts_and_problems(told, people):
    page = browse_documents.browse_documents(told, people["reader"], sort=DocumentSort.OLDEST)
    assert [item.path for item in page.rows] == list(TEXTS)
    statements = browse_statements.browse_statements(told, people["reader"]).rows
    for item in page.rows:
        of = [s for s in statements if s.sha256 == item.sha256]
        assert item.statements == len(of) > 0
        assert item.waiting == sum(s.review is Review.SUGGESTED for s in of)
    assert page.rows[2].problems >= 1
    (problem,) = [p for p in browse_documents.browse_problems(told, people["reader"]).rows if p.path == "c.txt"]
    assert "A picture was not read." in problem.words
    for sort in DocumentSort:
        assert len(browse_documents.browse_documents(told, people["reader"], sort=sort).rows) == 3
    for wanted in (
        DocumentFilter(publisher="Paper a"),
        DocumentFilter(problems=True, first=date(2024, 3, 23), language="en"),
        DocumentFilter(last=date(2024, 3, 22)),
    ):
        got = browse_documents.browse_documents(told, people["reader"], wanted).total.count
        assert got == (0 if wanted.last else 1)


def test_statements_carry_what_was_weighed(told, people):
    items = browse_statements.browse_statements(told, people["reader"]).rows
    texts = {hashlib.sha256(text.encode()).hexdigest(): text for text in TEXTS.values()}
    assert all(texts[i.sha256][i.start : i.end] == i.quote for i in items)
    assert items[0].review is Review.ACCEPTED
    omsk = [i for i in items if i.place and i.place.name == "Omsk" and i.act == "arbitrary_detention"]
    assert len(omsk) >= 2
    assert {i.source_name for i in omsk} == {"Anna Petrova"}
    assert len({i.event for i in omsk}) == 1
    assert all(i.status for i in omsk)
    event, source = omsk[0].event, omsk[0].source
    for wanted in (StatementFilter(event=event), StatementFilter(source=source)):
        got = browse_statements.browse_statements(told, people["reader"], wanted, StatementSort.DATE).rows
        assert {i.id for i in omsk} <= {i.id for i in got}
    figures = browse_statements.browse_figures(told, people["reader"], sort=StatementSort.VALUE_DOWN).rows
    values = [f.best or f.low or f.high for f in figures]
    assert values == sorted(values, reverse=True)
    assert values[0] == 40


def test_one_statement_with_its_surroundings(told, people):
    items = browse_statements.browse_statements(told, people["reader"]).rows
    views = [browse_statements.view_statement(told, people["reader"], i.id) for i in items]
    assert [v.previous for v in views] == [None, *(i.id for i in items[:-1])]
    assert [v.next for v in views] == [*(i.id for i in items[1:]), None]
    assert [d.kind for d in views[0].decisions] == ["accept"]
    assert all(v.document.text[v.statement.start : v.statement.end] == v.item.quote for v in views)
    told_of = next(v for v in views if v.relations)
    family = browse_statements.view_family(told, people["reader"], told_of.item.id)
    assert {told_of.item.id} < {f.id for f in family.figures}
    assert set(told_of.relations) <= set(family.relations)
    assert family.complete


def test_events_and_their_reports_by_origin(told, people):
    page = browse_events.browse_events(told, people["reader"])
    assert {i.id for i in page.rows} == {e.id for e in told.weighed().events}
    for item in page.rows:
        view = browse_events.view_event(told, people["reader"], item.id)
        shown = [s.id for group in view.by_origin for s in group.statements]
        assert sorted(shown) == sorted(view.event.statements)
        assert item.statements == len(shown)
        assert item.waiting == sum(s.review is Review.SUGGESTED for g in view.by_origin for s in g.statements)
    for sort in EventSort:
        assert len(browse_events.browse_events(told, people["reader"], sort=sort).rows) == len(page.rows)
    official = browse_events.browse_events(told, people["reader"], EventFilter(source_kind=SourceKind.NGO)).rows
    assert official == tuple(i for i in page.rows if SourceKind.NGO in i.kinds)
    waiting = browse_events.browse_events(told, people["reader"], EventFilter(waiting=True)).rows
    assert waiting == tuple(i for i in page.rows if i.waiting)


def test_places_days_and_weeks_add_up_to_the_events(told, people):
    rows = browse_events.browse_events(told, people["reader"]).rows
    places = browse_events.count_places(told, people["reader"])
    assert sum(p.count for p in places) == sum(1 for i in rows if i.place)
    assert {p.place.name for p in places} >= {"Omsk", "Perm"}
    days = browse_events.count_days(told, people["reader"])
    assert sum(d.count for d in days) == len(rows)
    assert {ident for d in days for ident, _ in d.events} <= {i.id for i in rows}
    weeks = browse_events.count_weeks(told, people["reader"], EventFilter(first=date(2024, 1, 1)))
    assert [w.monday for w in weeks] == [date(2024, 3, 18)]


def test_sources_and_who_repeats_them(told, people):
    page = browse_sources.browse_sources(told, people["reader"])
    assert [i.said for i in page.rows] == sorted((i.said for i in page.rows), reverse=True)
    lawyer = next(i for i in page.rows if i.name == "Anna Petrova")
    view = browse_sources.view_source(told, people["reader"], lawyer.id)
    assert view.said.total.count == lawyer.said
    assert {item.name for item, _ in view.passed_on_by} == {"Paper a", "Paper b"}
    paper = next(i for i in page.rows if i.name == "Paper b")
    assert lawyer.id in {s.id for s, _ in browse_sources.view_source(told, people["reader"], paper.id).passes_on}
    some = SourceFilter(kind=lawyer.kind, said_least=1)
    assert lawyer in browse_sources.browse_sources(told, people["reader"], some, SourceSort.NAME).rows


def test_history_and_log_newest_first(told, people):
    (decision,) = browse_history.browse_decisions(told, people["reader"], DecisionFilter(by="reviewer")).rows
    assert decision.kind == "accept"
    assert browse_history.browse_decisions(told, people["reader"], DecisionFilter(kind="reject")).rows == ()
    log = browse_history.browse_ledger(told, people["keeper"], size=3)
    assert [e.number for e in log.rows] == list(range(log.total.count, log.total.count - 3, -1))
    assert browse_history.browse_ledger(told, people["keeper"], LedgerFilter(action="decided")).total.count == 1


def test_a_document_with_the_statements_in_it(told, people):
    sha256 = hashlib.sha256(TEXTS["a.txt"].encode()).hexdigest()
    view = browse_documents.view_document(told, people["reader"], sha256)
    assert view.document.text == TEXTS["a.txt"]
    assert [s.start for s in view.statements] == sorted(s.start for s in view.statements)
    assert len(view.statements) == view.item.statements
    assert [s.path for s in view.sightings] == ["a.txt"]


@pytest.mark.parametrize(
    "view",
    [
        browse_documents.view_document,
        browse_statements.view_statement,
        browse_statements.view_family,
        browse_events.view_event,
        browse_sources.view_source,
    ],
)
def test_what_is_not_there_is_said_so(vault, people, view):
    with pytest.raises(NotThere):
        view(vault, people["reader"], "nothing")


def test_the_log_is_for_keepers(vault, people):
    with pytest.raises(NotAllowed):
        browse_history.browse_ledger(vault, people["editor"])
