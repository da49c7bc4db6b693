"""What two pages of one origin have in common, and that the reason named is what was seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.judging import reasons
from guvoh.assessment.kinship import RELATIONS, START, likeliest, may_repeat, weights
from guvoh.assessment.sharing import Found
from guvoh.model.weighing import DocumentRelation

DAY = "2024-03-23"
POLICE, MINISTRY, LAWYER = (
    "official:regional police",
    "official:regional Interior Ministry",
    "Valentina Chupik (lawyer)",
)


def omsk(words, *by, quote=None):
    return Say(words, "arbitrary_detention", "Omsk", DAY, by, quote=quote)


def pair_of(one, other, publishers=("Courier", "Post")):
    days = ("2024-03-25", "2024-03-26")
    docs = [made(Doc(f"{n}.html", says, days[n], publishers[n])) for n, says in enumerate((one, other))]
    (pair,) = weigh(docs).documents
    return pair


def test_every_relation_has_a_weight_for_every_feature():
    tables = [weights()[relation.value] for relation in RELATIONS]
    assert len({frozenset(table) for table in tables}) == 1
    assert START in tables[0]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({}, DocumentRelation.INDEPENDENT),
        ({"rule: nothing": 1.0, "of one account its own": 1.0}, DocumentRelation.INDEPENDENT),
        ({"rule: a number": 1.0, "hundreds in common": 2.0}, DocumentRelation.SHARES_ORIGIN),
        (
            {"rule: most from the other": 1.0, "one names the publisher of the other": 1.0,
             "of its names there too": 1.0, "of its sources there too": 1.0, "of numbers in common": 1.0},
            DocumentRelation.REPEATS,
        ),
        ({"a feature of a later version": 9.0}, DocumentRelation.INDEPENDENT),
    ],
)  # fmt: skip
def test_the_likeliest_relation(found, expected):
    assert likeliest(found) == expected


SEEN = sorted(name for name in weights()["repeats"] if not name.startswith("rule: "))
RULES = sorted(name for name in weights()["repeats"] if name.startswith("rule: "))
NAMED = "one names the publisher of the other"
OF_A_CREDIT = ("rule: most from the other", "rule: a part from the other")


@given(st.dictionaries(st.sampled_from(SEEN), st.floats(0, 5)), st.sampled_from(RULES))
def test_what_is_judged_to_repeat_was_seen_to_be_able_to_whatever_the_rule(found, rule):
    credit = {NAMED: 1.0} if rule in OF_A_CREDIT else {}
    repeats = likeliest({rule: 1.0, **credit, **found}) is DocumentRelation.REPEATS
    assert may_repeat(credit | found) or not repeats


def test_a_rule_that_needs_a_credit_is_reckoned_with_only_where_there_is_one():
    found = {"of numbers in common": 1.0, "counts of the event in common": 2.0}
    assert not may_repeat(found)
    assert may_repeat({NAMED: 1.0, **found})


def test_pages_with_nothing_in_common_cannot_repeat_one_another():
    assert not may_repeat({"of one account its own": 1.0})


def test_two_pages_that_report_the_police_by_two_names_share_an_origin():
    first = "Police said they had held 42 people and sent 36 of them to a station."
    second = "The Interior Ministry reported 42 people held in all, 36 of them at the station."
    pair = pair_of([omsk("42", POLICE, quote=first)], [omsk("42", MINISTRY, quote=second), omsk(None, LAWYER)])
    assert (pair.relation, pair.direction) == (DocumentRelation.SHARES_ORIGIN, None)
    assert all("the police or the interior ministry" in why or "42" in why for why in pair.why)


def test_pages_of_their_own_reporting_with_nothing_in_common_are_independent():
    pair = pair_of([omsk("42")], [omsk("17", "witness:a trader"), omsk(None, LAWYER)])
    assert pair.relation == DocumentRelation.INDEPENDENT
    assert pair.why == ("no shared source, passage or set of numbers was found",)


def test_no_reason_claims_what_nothing_computes():
    """Two pages with one small number and no source have no "sources of their own"."""
    pair = pair_of([omsk("42"), omsk(None)], [omsk("42"), omsk("7")])
    assert pair.relation == DocumentRelation.INDEPENDENT
    assert pair.why == (
        "both give the number 42, and one of them names no source for it",
        "what else they share speaks against it",
    )


SHARES, REPEATS, APART = DocumentRelation.SHARES_ORIGIN, DocumentRelation.REPEATS, DocumentRelation.INDEPENDENT
SPEAKS = "what else they share speaks"


@pytest.mark.parametrize(
    ("seen", "judged", "tie", "expected"),
    [
        (SHARES, APART, "a tie", ("the rule", f"{SPEAKS} against it")),
        (REPEATS, SHARES, "a tie", ("the rule", f"{SPEAKS} against it")),
        (SHARES, REPEATS, "a tie", ("the rule", f"{SPEAKS} for it")),
        (APART, SHARES, "a tie", ("a tie",)),
        (APART, REPEATS, "a tie", ("a tie", f"{SPEAKS} for it")),
        (APART, SHARES, None, (f"{SPEAKS} for it",)),
    ],
)
def test_reasons_where_weighing_overrules_a_rule_say_what_was_seen(seen, judged, tie, expected):
    assert reasons(judged, Found("a rule", seen, "the rule"), tie) == expected


def test_the_order_of_two_pages_changes_nothing_but_the_direction():
    one = [omsk("120", POLICE, quote="Police said 120 people were held.")]
    other = [omsk("120", "outlet:Courier", quote="The Courier reported 120 people held."), omsk(None, LAWYER)]
    ahead, behind = pair_of(one, other), pair_of(other, one, ("Post", "Courier"))
    turned = {"a_from_b": "b_from_a", "b_from_a": "a_from_b", None: None}
    assert (ahead.relation, ahead.why, turned[ahead.direction]) == (behind.relation, behind.why, behind.direction)
