"""Weighing in the vault: tables that hold what weighing says, ids that stay, and persons' decisions obeyed."""

import hashlib
from dataclasses import replace

import pytest
from django.db import connection

from guvoh.actions import decide_events, decide_figures, decide_sources, read_decisions
from guvoh.actions import review_statements as review
from guvoh.actions.weigh_vault import is_weighed, refresh, weigh_vault
from guvoh.assessment import weigh
from guvoh.extraction import find
from guvoh.model import Document, Passage, Role
from guvoh.model.errors import BadTerm, ChangedMeanwhile, NotAllowed, NotThere

OMSK = "Police detained 40 workers at a market in Omsk on March 22, 2024, lawyer Mina Rahimi said."
AGAIN = "About 40 people were detained at an Omsk market on March 22, 2024, the police said."
FOUND = "SELECT count(*) FROM statement_marks WHERE statement_marks MATCH %s"
KAZAN = "Police detained 15 workers in Kazan on March 25, 2024, Rahimi said."


def keep(vault, text, name, publisher, published="2024-03-26"):
    data = text.encode()
    made = Document(
        name,
        hashlib.sha256(data).hexdigest(),
        "text/plain",
        text,
        (Passage(0, len(text), Role.BODY),),
        language="en",
        publisher=publisher,
        published=published,
    )
    vault.keep(made, data)
    vault.keep_findings(find(made))


@pytest.fixture
def weighed(vault):
    keep(vault, OMSK, "omsk.txt", "First News")
    keep(vault, AGAIN, "again.txt", "Second News")
    keep(vault, KAZAN, "kazan.txt", "Third News")
    refresh(vault)
    return vault.weighed()


def at(weighed, place):
    return [e for e in weighed.events if e.place and e.place.name == place]


def told(vault, name):
    return next(f.statements[0].id for f in vault.findings() if f.document.path == name)


def test_the_tables_give_back_what_weighing_says(vault, weighed):
    assert weighed == weigh(list(vault.findings()))
    assert is_weighed(vault)
    assert not refresh(vault)
    keep(vault, KAZAN + " Ten of them were beaten.", "more.txt", "Fourth News")
    assert not is_weighed(vault)
    assert refresh(vault)
    findings, now = weigh_vault(vault)
    assert len(findings) == 4
    assert {o.path for o in now.origins} == {"omsk.txt", "again.txt", "kazan.txt", "more.txt"}
    assert set(now.sources) == set(weigh(findings).sources)
    assert vault.verify().faults == ()


def test_what_is_rejected_is_out_of_every_event_and_what_is_corrected_counts_so(vault, weighed, people):
    (omsk,) = at(weighed, "Omsk")
    assert len(omsk.documents) == 2
    review.reject(vault, people["reviewer"], [told(vault, "again.txt")])
    refresh(vault)
    (omsk,) = at(vault.weighed(), "Omsk")
    assert omsk.documents == ("omsk.txt",)
    review.correct(vault, people["reviewer"], told(vault, "omsk.txt"), {"when": "2024-03-21"})
    refresh(vault)
    (omsk,) = at(vault.weighed(), "Omsk")
    assert omsk.when == "2024-03-21"


def test_accepting_makes_no_weighing_stale(vault, weighed, people):
    review.accept(vault, people["reviewer"], [told(vault, "omsk.txt")])
    assert is_weighed(vault)


def test_an_event_separated_stays_so_and_undoing_joins_it_again(vault, weighed, people):
    (omsk,) = at(weighed, "Omsk")
    by = people["editor"]
    decision = decide_events.separate(vault, by, [told(vault, "again.txt")], omsk.id)
    refresh(vault)
    assert sorted(e.documents for e in at(vault.weighed(), "Omsk")) == [("again.txt",), ("omsk.txt",)]
    keep(vault, OMSK + " The market was closed.", "later.txt", "Fifth News", "2024-03-30")
    refresh(vault)
    apart = [e for e in at(vault.weighed(), "Omsk") if "omsk.txt" in e.documents]
    assert all("again.txt" not in e.documents for e in apart)
    assert "later.txt" in apart[0].documents
    review.undo(vault, by, decision.id)
    refresh(vault)
    (whole,) = at(vault.weighed(), "Omsk")
    assert set(whole.documents) == {"omsk.txt", "again.txt", "later.txt"}


def test_statements_grouped_by_a_person_are_one_event(vault, weighed, people):
    (omsk,), (kazan,) = at(weighed, "Omsk"), at(weighed, "Kazan")
    decide_events.group(vault, people["editor"], kazan.statements, omsk.id)
    refresh(vault)
    one = next(e for e in vault.weighed().events if e.id == omsk.id)
    assert set(one.statements) == {*omsk.statements, *kazan.statements}
    assert vault.event_now(kazan.id) == omsk.id
    with pytest.raises(NotThere):
        vault.event_members(kazan.id)


def test_a_new_event_is_grouped_out_of_others(vault, weighed, people):
    pair = [told(vault, "again.txt"), told(vault, "kazan.txt")]
    decide_events.group(vault, people["editor"], pair, None)
    refresh(vault)
    made = vault.events_of_statements()
    assert made[pair[0]] == made[pair[1]] != made[told(vault, "omsk.txt")]
    with pytest.raises(BadTerm):
        decide_events.group(vault, people["editor"], pair[:1], None)


def test_name_and_larger_event_outlast_a_regrouping(vault, weighed, people):
    (omsk,), (kazan,) = at(weighed, "Omsk"), at(weighed, "Kazan")
    by = people["editor"]
    decide_events.name(vault, by, omsk.id, "The market of Omsk")
    decide_events.nest(vault, by, omsk.id, kazan.id)
    with pytest.raises(BadTerm):
        decide_events.nest(vault, by, omsk.id, omsk.id)
    keep(vault, OMSK, "earlier.txt", "Early News", "2024-03-23")
    keep(vault, OMSK + " It was early.", "earliest.txt", "Early News", "2024-03-22")
    refresh(vault)
    one = next(e for e in vault.weighed().events if e.id == omsk.id)
    assert (one.title, one.part_of) == ("The market of Omsk", kazan.id)
    assert "earliest.txt" in one.documents


def test_no_event_lies_in_one_that_lies_in_it(vault, weighed, people):
    (omsk,), (kazan,) = at(weighed, "Omsk"), at(weighed, "Kazan")
    decide_events.nest(vault, people["editor"], omsk.id, kazan.id)
    decide_events.nest(vault, people["editor"], kazan.id, omsk.id)
    refresh(vault)
    parts = {e.id: e.part_of for e in vault.weighed().events}
    assert (parts[omsk.id], parts[kazan.id]) == (kazan.id, None)


def test_sources_are_joined_parted_and_graded(vault, weighed, people):
    by = people["editor"]
    rahimi = next(s for s in weighed.sources if s.name == "Mina Rahimi")
    first = next(s for s in weighed.sources if s.name == "First News")
    third = next(s for s in weighed.sources if s.name == "Third News")
    assert "Rahimi" in rahimi.aliases
    decide_sources.identify(vault, by, [first.id, third.id])
    decide_sources.part(vault, by, rahimi.id, ["Rahimi"])
    decide_sources.grade_source(vault, by, rahimi.id, "B")
    refresh(vault)
    now = vault.weighed()
    names = {s.name: s for s in now.sources}
    assert "Third News" in names["First News"].aliases
    assert third.id not in {s.id for s in now.sources}
    assert names["Mina Rahimi"].id == rahimi.id
    assert names["Rahimi"].id != rahimi.id
    origins = {o.path: o.origin for o in now.origins}
    assert origins["kazan.txt"] == names["Rahimi"].id
    with pytest.raises(BadTerm):
        decide_sources.grade_source(vault, by, rahimi.id, "G")


def test_a_relation_is_overruled(vault, weighed, people):
    a, b = told(vault, "omsk.txt"), told(vault, "again.txt")
    assert any({p.a, p.b} == {a, b} for p in weighed.figures)
    decide_figures.relate(vault, people["editor"], a, b, "conflict", note="The police speak of another market.")
    refresh(vault)
    (pair,) = [p for p in vault.weighed().figures if {p.a, p.b} == {a, b}]
    assert pair.relation == "conflict"
    assert pair.why == ("decided by Editor", "The police speak of another market.")
    (omsk,) = at(vault.weighed(), "Omsk")
    assert omsk.support.status == "contested"
    decide_figures.relate(vault, people["editor"], a, b, None)
    refresh(vault)
    assert not [p for p in vault.weighed().figures if {p.a, p.b} == {a, b}]
    with pytest.raises(BadTerm):
        decide_figures.relate(vault, people["editor"], a, b, "sums_to")


def test_a_reviewer_groups_nothing(vault, weighed, people):
    (omsk,) = at(weighed, "Omsk")
    with pytest.raises(NotAllowed):
        decide_events.name(vault, people["reviewer"], omsk.id, "Any")
    with pytest.raises(NotAllowed):
        decide_sources.grade_statement(vault, people["reviewer"], told(vault, "omsk.txt"), "1")


def test_two_editors_of_one_event_do_not_overwrite_each_other(vault, weighed, people):
    (omsk,) = at(weighed, "Omsk")
    seen = read_decisions.history(vault, people["reader"], omsk.id).newest
    decide_events.name(vault, people["editor"], omsk.id, "One", seen=seen)
    with pytest.raises(ChangedMeanwhile):
        decide_events.name(vault, people["keeper"], omsk.id, "Two", seen=seen)


def test_credibility_is_kept_beside_the_statement(vault, weighed, people):
    statement = told(vault, "omsk.txt")
    decide_sources.grade_statement(vault, people["editor"], statement, "2")
    applied = vault.applied(next(f.document.sha256 for f in vault.findings() if f.document.path == "omsk.txt"))
    assert applied.credibility == {statement: "2"}
    assert replace(applied, credibility={}).reviews == {}


def marked():
    """How many statements the marks find by their status, how many rows there are of each, and the trigger's text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT status, count(*) FROM records_statementrow WHERE status <> '' GROUP BY 1 ORDER BY 1")
        rows = dict(cursor.fetchall())
        found = {}
        for status in rows:
            cursor.execute(FOUND, [f'"status:{status}"'])
            ((found[status],),) = cursor.fetchall()
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'marks_changed'")
        return found, rows, cursor.fetchall()


def test_a_weighing_of_everything_marks_every_statement_and_later_ones_are_marked_as_they_change(vault, weighed):
    found, rows, trigger = marked()
    assert found == rows
    assert sum(rows.values()) == 3
    keep(vault, KAZAN.replace("15", "17"), "other.txt", "Fifth News")
    assert refresh(vault, anew=True)
    assert marked()[0] == marked()[1]
    keep(vault, AGAIN + " Nobody was hurt.", "later.txt", "Sixth News")
    assert refresh(vault)
    assert marked()[0] == marked()[1]
    assert marked()[2] == trigger
    assert len(trigger) == 1


def half_weighed(vault, weighed):
    with vault.weighing() as shelf:
        shelf.clear()
        vault.keep_weighed(replace(weighed, events=()), vault.latest("other"), {})
        raise NotThere("The weighing stopped here.", "Nothing.")


def test_a_weighing_that_fails_leaves_tables_marks_and_trigger_as_they_were(vault, weighed):
    before = marked()
    with pytest.raises(NotThere):
        half_weighed(vault, weighed)
    assert marked() == before
    assert vault.weighed() == weighed
    assert is_weighed(vault)
