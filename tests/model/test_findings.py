"""Findings written as JSON and read back are the same; what has another shape is refused."""

import json
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guvoh.model import Count, Document, Findings, Passage, Qualifier, Role, Statement, from_json, plain, to_json
from guvoh.model.errors import BadTerm

NUMBERS = st.floats(-1e15, 1e15, allow_nan=False)
SIMPLE = {str: st.text(max_size=6), int: st.integers(0, 10**6), float: NUMBERS, bool: st.booleans()}


def any_of(hint):
    """Any value of a type hint that the contract's dataclasses use, at most two items in a row."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*(st.none() if arg is type(None) else any_of(arg) for arg in get_args(hint)))
    if get_origin(hint) is tuple:
        args = get_args(hint)
        if args[1] is Ellipsis:
            return st.lists(any_of(args[0]), max_size=2).map(tuple)
        return st.tuples(*(any_of(arg) for arg in args))
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{f.name: any_of(hints[f.name]) for f in fields(hint)})
    assert issubclass(hint, StrEnum)
    return st.sampled_from(list(hint))


FINDINGS = any_of(Findings)
DOCUMENT = Document(
    "a.txt", "0" * 64, "text/plain", "87 people", (Passage(0, 9, Role.BODY),), problems=("Page 2 is blank.",)
)
COUNT = Count(Qualifier.EXACT, "87 people", "person", 0, 9, 87.0, 87.0, 87.0)
STATEMENT = Statement("id", 0, 9, "87 people", "figure", "rules/en@1", 0.7, ("why",), count=COUNT)
WRITTEN = to_json(Findings(DOCUMENT, (STATEMENT,)))


@settings(max_examples=60)
@given(FINDINGS)
def test_findings_read_back_from_json_are_the_same(findings):
    written = json.loads(json.dumps(to_json(findings)))
    told = (*findings.document.problems, *findings.problems)
    same = replace(findings, document=replace(findings.document, problems=told), problems=())
    assert from_json(written) == same
    assert to_json(from_json(written)) == written


@settings(max_examples=20)
@given(FINDINGS)
def test_nothing_but_json_is_written(findings):
    assert json.loads(json.dumps(to_json(findings), allow_nan=False)) == to_json(findings)


def test_whole_numbers_are_written_whole():
    count = WRITTEN["statements"][0]["count"]
    assert json.dumps([count["low"], count["best"]]) == "[87, 87]"
    assert plain(2.5) == 2.5
    assert plain((1.0, ("a",), None, Role.BODY)) == [1, ["a"], None, "body"]


def test_problems_of_reading_and_of_finding_stand_together():
    written = to_json(Findings(DOCUMENT, problems=("No finder reads it.",)))
    assert written["problems"] == ["Page 2 is blank.", "No finder reads it."]
    assert from_json(written).document.problems == ("Page 2 is blank.", "No finder reads it.")


def test_fields_stand_side_by_side_with_the_format_first():
    assert next(iter(WRITTEN)) == "format"
    assert WRITTEN["text"] == "87 people"
    assert "document" not in WRITTEN


def test_unknown_fields_are_passed_over_and_missing_ones_take_their_default():
    known = from_json(WRITTEN)
    more = {**WRITTEN, "weather": "rain", "statements": [{**WRITTEN["statements"][0], "mood": "dark"}]}
    assert from_json(more) == known
    fewer = {k: v for k, v in WRITTEN.items() if k not in ("places", "letter", "authors", "problems")}
    assert from_json(fewer).places == ()
    assert from_json(fewer).document.problems == ()


@pytest.mark.parametrize("form", [None, 0, 2, "1", [1]])
def test_another_format_is_refused_with_a_way_on(form):
    with pytest.raises(BadTerm) as caught:
        from_json({**WRITTEN, "format": form})
    assert "guvoh find --json" in caught.value.next_step


def statement(**changed):
    return {"statements": [{**WRITTEN["statements"][0], **changed}]}


@pytest.mark.parametrize(
    "changed",
    [
        {"statements": 5},
        {"statements": [5]},
        {"statements": [[]]},
        {"statements": [{}]},
        {"statements": [{"id": "x"}]},
        {"passages": [{"start": 0, "end": 9, "role": "headline"}]},
        {"passages": [{"start": "zero", "end": 9, "role": "body"}]},
        {"places": {"name": "Tula"}},
        {"letter": "Dear Sir"},
        {"text": None},
        {"text": 87},
        {"authors": "Mina Rahimi"},
        {"reading_version": "1"},
        {"document": 1, "statements": None},
        {"attributions": [{"source": None, "cue": [1, 2, 3], "content": []}]},
        statement(kind="rumour"),
        statement(modality="certain"),
        statement(stage="soon"),
        statement(score="high"),
        statement(score="0.5"),
        statement(score=True),
        statement(score=10**400),
        statement(private="no"),
        statement(start=1.5),
        statement(count={"words": "87"}),
        statement(count=[87]),
        statement(attribution=[{"name": "A", "kind": "lawyer"}]),
    ],
    ids=repr,
)
def test_another_shape_is_refused(changed):
    with pytest.raises(BadTerm) as caught:
        from_json({**WRITTEN, **changed})
    assert caught.value.next_step
    assert "87 people" not in str(caught.value)


@pytest.mark.parametrize("field", ["path", "sha256", "media_type", "text"])
def test_a_document_needs_its_first_fields(field):
    with pytest.raises(BadTerm):
        from_json({k: v for k, v in WRITTEN.items() if k != field})


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(WRITTEN)), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=80)
@given(st.dictionaries(st.sampled_from(list(WRITTEN)[1:]), JUNK, max_size=4))
def test_any_other_json_gives_findings_or_a_refusal(changed):
    try:
        found = from_json({**WRITTEN, **changed})
    except BadTerm:
        return
    assert isinstance(found, Findings)
