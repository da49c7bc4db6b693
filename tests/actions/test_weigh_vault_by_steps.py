"""Weighing only what changed gives what weighing everything gives, under ids that last."""

import hashlib
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from guvoh.actions import decide_events, decide_sources, weigh_vault
from guvoh.actions import review_statements as review
from guvoh.assessment import weigh
from guvoh.custody.browse import EventFilter
from guvoh.extraction import find
from guvoh.model import Document, Passage, Role

OMSK = "Police detained 40 workers at a market in Omsk on March 22, 2024, lawyer Mina Rahimi said."
AGAIN = "About 40 people were detained at an Omsk market on March 22, 2024, the police said."
KAZAN = "Police detained 15 workers in Kazan on March 25, 2024, lawyer Rahimi said."
EARLY = "Police detained 38 workers at the Omsk market on March 22, 2024, witnesses said."
COPY = OMSK + " The market was closed after the raid, and its owner was fined."
TEXTS = [
    (OMSK, "2024-03-26"),
    (KAZAN, "2024-03-26"),
    (AGAIN, "2024-03-25"),
    (COPY, "2024-03-24"),
    (EARLY, "2024-03-23"),
]


def keep(vault, text, published):
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    made = Document(
        f"{sha256[:8]}.txt", sha256, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="en",
        publisher=f"News of {published}", published=published,
    )  # fmt: skip
    vault.keep(made, data)
    vault.keep_findings(find(made))


def told(vault, text):
    return vault.applied(hashlib.sha256(text.encode()).hexdigest()).findings.statements[0].id


@pytest.fixture
def whole(monkeypatch):
    """Counts how often everything was weighed."""
    done = []
    full = weigh_vault.fill

    def fill(shelf, findings, *watch):
        done.append(len(findings))
        return full(shelf, findings)

    monkeypatch.setattr(weigh_vault, "fill", fill)
    return done


def same(vault, *, anew=False):
    """The tables, and weighing everything from nothing, event ids and the order of relations aside.

    Pairs of documents that share no event are listed only once everything was weighed `anew`.
    """
    held, made = vault.weighed(), weigh(weigh_vault.standing_findings(vault))
    ids = {frozenset(e.statements): e.id for e in held.events}
    names = {e.id: ids.get(frozenset(e.statements), "") for e in made.events}
    events = {replace(e, id=names[e.id], part_of=names.get(e.part_of)) for e in made.events}
    assert set(held.events) == events
    assert set(held.sources) == set(made.sources)
    assert set(held.origins) == set(made.origins)
    met = {frozenset(pair) for event in made.events for pair in combinations(event.documents, 2)}
    assert {p for p in held.documents if {p.a, p.b} in met} == {p for p in made.documents if {p.a, p.b} in met}
    assert set(held.documents) <= set(made.documents)
    assert not anew or set(held.documents) == set(made.documents)
    assert set(held.figures) == set(made.figures)
    assert held.problems == made.problems
    placed = Counter(e.place.id or e.place.name for e in held.events if e.place)
    assert {p.place.id or p.place.name: p.count for p in vault.browse.places(EventFilter())} == placed


def test_documents_added_one_by_one(vault, whole):
    keep(vault, *TEXTS[0])
    weigh_vault.refresh(vault)
    first = vault.events_of_statements()[told(vault, OMSK)]
    for text, published in TEXTS[1:]:
        keep(vault, text, published)
        assert weigh_vault.refresh(vault)
        same(vault)
    assert whole == [1]
    assert vault.events_of_statements()[told(vault, OMSK)] == first
    weigh_vault.refresh(vault, anew=True)
    assert whole == [1, 5]
    assert vault.events_of_statements()[told(vault, OMSK)] == first
    same(vault, anew=True)


def test_statements_decided_on_one_by_one(vault, people, whole):
    for text, published in TEXTS:
        keep(vault, text, published)
    weigh_vault.refresh(vault)
    by = people["reviewer"]
    steps = [
        lambda: review.reject(vault, by, [told(vault, EARLY)]),
        lambda: review.correct(vault, by, told(vault, KAZAN), {"when": "2024-03-22"}),
        lambda: review.correct(vault, by, told(vault, AGAIN), {"act": "raid"}),
        lambda: review.accept(vault, by, [told(vault, OMSK)]),
        lambda: review.undo(vault, by, vault.decisions()[0].id),
        lambda: review.undo(vault, by, vault.decisions()[1].id),
    ]
    for step in steps:
        step()
        weigh_vault.refresh(vault)
        same(vault)
    assert whole == [5]
    assert vault.verify().faults == ()


def test_a_name_and_a_grade_outlast_what_is_added(vault, people, whole):
    keep(vault, *TEXTS[0])
    weigh_vault.refresh(vault)
    event = vault.events_of_statements()[told(vault, OMSK)]
    rahimi = next(s for s in vault.weighed().sources if "Rahimi" in s.name)
    decide_events.name(vault, people["editor"], event, "The market of Omsk")
    decide_sources.grade_source(vault, people["editor"], rahimi.id, "B")
    weigh_vault.refresh(vault)
    for text, published in TEXTS[1:]:
        keep(vault, text, published)
        weigh_vault.refresh(vault)
    assert whole == [1, 1]  # a name is given to everything anew, later additions carry it along
    assert next(e.title for e in vault.weighed().events if e.id == event) == "The market of Omsk"
    assert vault.grade_of(rahimi.id) == "B"


def test_a_far_reaching_decision_is_obeyed_in_what_is_added_later(vault, people, whole):
    keep(vault, *TEXTS[0])
    keep(vault, *TEXTS[2])
    weigh_vault.refresh(vault)
    event = vault.events_of_statements()[told(vault, OMSK)]
    decide_events.separate(vault, people["editor"], [told(vault, AGAIN)], event)
    weigh_vault.refresh(vault)
    keep(vault, *TEXTS[3])
    weigh_vault.refresh(vault)
    home = vault.events_of_statements()
    assert home[told(vault, COPY)] == home[told(vault, OMSK)] != home[told(vault, AGAIN)]
    review.undo(vault, people["editor"], vault.decisions()[-1].id)
    weigh_vault.refresh(vault)
    keep(vault, *TEXTS[4])
    weigh_vault.refresh(vault)
    assert whole == [2, 3]  # filled at first, and again once nothing far-reaching stands
    same(vault)
