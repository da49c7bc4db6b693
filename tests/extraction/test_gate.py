"""The gate: what breaks the contract is dropped and told, what keeps it passes untouched."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guvoh.extraction.gate import checked
from guvoh.model import (
    Count,
    DateMention,
    Document,
    Findings,
    Kind,
    Link,
    Party,
    Passage,
    Place,
    Qualifier,
    Role,
    SourceKind,
    SourceMention,
    Speech,
    Statement,
)

TEXT = "Guards deported 87 people from Omsk."
DOCUMENT = Document("a.txt", "0" * 64, "text/plain", TEXT, (Passage(0, 36, Role.BODY),))
COUNT = Count(Qualifier.EXACT, "87 people", "person", 16, 25, 87.0, 87.0, 87.0)
GOOD = Statement(
    "id",
    0,
    36,
    TEXT,
    Kind.ACT,
    "rules/en@1",
    0.7,
    ("why",),
    act="expulsion",
    count=COUNT,
    actor=Party("Guards", 0, 6),
    affected=Party("people", 19, 25),
    place=Place("Omsk", "1", 31, 35),
    when="2024-03",
    attribution=(Link("Desk", SourceKind.PUBLISHER),),
)
FIGURE = replace(GOOD, id="figure", kind=Kind.FIGURE, act=None)


def test_what_keeps_the_contract_passes_untouched():
    speech = Speech((0, 6), (7, 15), ((16, 25),))
    findings = Findings(
        DOCUMENT,
        (GOOD, FIGURE),
        (speech,),
        (GOOD.place,),
        (DateMention("2024-03", "text", 0, 3),),
        (SourceMention("Guards", SourceKind.OFFICIAL, 0, 6),),
        problems=("told before",),
    )
    assert checked(findings) == findings


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"quote": "guards deported 87 people from Omsk."}, "quote"),
        ({"quote": ""}, "quote"),
        ({"start": 1}, "quote"),
        ({"start": 36, "quote": ""}, "quote"),
        ({"start": -36}, "quote"),
        ({"end": 99}, "quote"),
        ({"act": "deportation"}, "vocabulary"),
        ({"act": None}, "kind"),
        ({"kind": Kind.FIGURE}, "kind"),
        ({"when": "March 2024"}, "EDTF"),
        ({"when": "2024-02-30"}, "EDTF"),
        ({"count": replace(COUNT, words="78 people")}, "number"),
        ({"count": replace(COUNT, start=15)}, "number"),
        ({"count": replace(COUNT, start=-20, end=-11)}, "number"),
        ({"actor": Party("Guards", -1, 6)}, "outside"),
        ({"affected": Party("people", 25, 19)}, "outside"),
        ({"place": Place("Omsk", "1", 31, 37)}, "outside"),
        ({"attribution": (Link("Desk", SourceKind.PUBLISHER, None, 40, 44),)}, "outside"),
    ],
)
def test_what_breaks_it_is_dropped_and_told(changed, fault):
    out = checked(Findings(DOCUMENT, (FIGURE, replace(GOOD, **changed))))
    assert out.statements == (FIGURE,)
    (problem,) = out.problems
    assert fault in problem
    assert "rules/en@1" in problem
    assert "Omsk" not in problem


def test_one_problem_for_each_statement_dropped():
    bad = (replace(GOOD, quote="x"), replace(GOOD, when="soon"), replace(GOOD, act="rumour"))
    out = checked(Findings(DOCUMENT, bad))
    assert out.statements == ()
    assert len(out.problems) == len(set(out.problems)) == 3


@pytest.mark.parametrize(
    "bad",
    [
        {"places": (GOOD.place, Place("Omsk", "1", 31, 99))},
        {"dates": (DateMention("2024", "text", 0, 4), DateMention("soon", "text", 0, 4))},
        {"dates": (DateMention("2024", "text", 0, 4), DateMention("2024", "text", 4, 0))},
        {"sources": (SourceMention("A", SourceKind.NGO, 0, 1), SourceMention("B", SourceKind.NGO, -1, 1))},
        {"attributions": (Speech(None, (0, 6), ()), Speech(None, (0, 6), ((30, 60),)))},
        {"attributions": (Speech(None, (0, 6), ()), Speech((-3, 2), (0, 6), ()))},
    ],
    ids=lambda b: next(iter(b)),
)
def test_other_findings_out_of_place_are_dropped_and_told(bad):
    ((name, (good, _)),) = bad.items()
    out = checked(Findings(DOCUMENT, **bad))
    assert getattr(out, name) == (good,)
    assert len(out.problems) == 1


SPAN = st.tuples(st.integers(-3, 40), st.integers(-3, 40))


@settings(max_examples=100)
@given(SPAN, SPAN, SPAN)
def test_whatever_passes_stands_in_the_text(statement, count, place):
    made = replace(
        GOOD,
        start=statement[0],
        end=statement[1],
        quote=TEXT[slice(*statement)],
        count=replace(COUNT, start=count[0], end=count[1], words=TEXT[slice(*count)]),
        place=replace(GOOD.place, start=place[0], end=place[1]),
    )
    out = checked(Findings(DOCUMENT, (made,)))
    assert len(out.statements) + len(out.problems) == 1
    for s in out.statements:
        assert all(0 <= a <= b <= len(TEXT) for a, b in (statement, count, place))
        assert s == made
