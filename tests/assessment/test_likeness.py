"""Statements of one matter: what bars that two are one, what speaks for it, and how many are joined by the mean."""

from itertools import combinations, combinations_with_replacement
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_joining import ready
from test_weighing_properties import corpora, relaxed
from weighing_material import Doc, Say, made

from guvoh.assessment import joining, weigh
from guvoh.assessment.clusters import cluster
from guvoh.assessment.events import happening_of
from guvoh.assessment.joining import Pairs, joins
from guvoh.assessment.likeness import APART, LEAST, UNLIKE, Likeness, weights
from guvoh.assessment.strict import Columns

DAY, LATER = "2024-03-23", "2024-03-30"
MARKET, MOSQUE = "They held 40 at the Torgovy Gorod market.", "They held 15 at the mosque on Lenin Street."


def alike(*says, pages=1):
    """The log-odds of two statements, of one page or of two."""
    docs = [Doc("a.html", list(says))] if pages == 1 else [Doc(f"{n}.html", [say]) for n, say in enumerate(says)]
    told, reuse = ready([made(doc) for doc in docs])
    return int(Likeness(told, Columns(told, reuse, is_whole=True)).of(np.array([0]), np.array([1]))[0])


def held(words="40", place="Omsk", when=DAY, **more):
    return Say(words, "arbitrary_detention", place, when, **more)


@pytest.mark.parametrize(
    ("one", "other", "pages", "stands", "why"),
    [
        (held(), held(when=LATER), 2, UNLIKE, "two days that both state"),
        (held(), held("75", "Moscow"), 2, UNLIKE, "other numbers in other places"),
        (held(None), held(None, "Moscow"), 2, UNLIKE, "two towns that both pages state"),
        (held(), held("75", "Moscow"), 1, APART, "a page that lists two places means two"),
        (held(None), held(None, when="2024-04-20"), 2, UNLIKE, "told before that day came"),
        (held(quote=MARKET), held("15", quote=MOSQUE), 1, UNLIKE, "two numbers at two spots of a page"),
        (held(None), Say(None, "fine", "Omsk", DAY), 1, UNLIKE, "acts of other families"),
        (held(None, when=None), held(None, None, DAY), 1, UNLIKE, "of one the place, of the other the day"),
        (held(None), held(None, "Russia", None), 1, UNLIKE, "a whole country at any time"),
    ],
)  # fmt: skip
def test_what_bars_two_statements(one, other, pages, stands, why):
    assert alike(one, other, pages=pages) == stands, why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (held(), held(), "all in common"),
        (held(), held(None, None, None), "nothing else said"),
        (held("about 40"), held("41"), "numbers that meet"),
        (held(who="women"), held(who="men"), "women and men held in one raid"),
        (held(None), held(None, when="2024-03-20", basis="inferred"), "a day that the text does not state of it"),
    ],
)
def test_what_two_statements_are_one_for(one, other, why):
    assert alike(one, other, pages=2) >= LEAST, why


@relaxed
@given(corpora)
def test_every_feature_has_a_weight_or_was_never_met(findings):
    told, reuse = ready(findings)
    likeness = Likeness(told, Columns(told, reuse, is_whole=True))
    for i, j in combinations(range(len(told)), 2):
        named = likeness.why(i, j)
        assert len(named) == len(set(named))
        total = weights()["any two"] + sum(weights().get(name, 0) for name in named)
        (odds,) = likeness.of(np.array([i]), np.array([j])).tolist()
        assert odds in (total, min(total, UNLIKE), APART)
        assert likeness.of(np.array([j]), np.array([i])).tolist() == [odds]
        assert named == likeness.why(j, i), "the order of the two does not matter"


def test_every_weight_is_of_a_feature():
    told, reuse = ready([made(Doc("a.html", [held(), held()]))])
    likeness = Likeness(told, Columns(told, reuse, is_whole=True))
    named = {name for choices in likeness._traits.all_of(np.array([0]), np.array([1])) for _, name in choices}
    assert weights().keys() <= named | {"any two"}


@given(st.lists(st.integers(1, 6), min_size=1, max_size=5), st.data())
def test_each_two_statements_of_two_documents_stand_beside_each_other_once(sizes, data):
    documents = list(combinations_with_replacement(range(len(sizes)), 2))
    some = data.draw(st.lists(st.sampled_from(documents), unique=True))
    entry = np.repeat(np.arange(len(sizes)), sizes)
    first, second = (np.array([pair[n] for pair in some], dtype=np.int64) for n in (0, 1))
    with mock.patch.object(joining, "_CHUNK", 4):
        found = [
            pair for a, b in joining._beside(first, second, entry) for pair in zip(a.tolist(), b.tolist(), strict=True)
        ]
    at = entry.tolist()
    assert sorted(found) == [(i, j) for i, j in combinations(range(len(at)), 2) if (at[i], at[j]) in set(some)]


def test_in_a_very_long_document_a_statement_meets_those_that_follow_it():
    with mock.patch.object(joining, "_STRETCH", 2):
        (found,) = joining._beside(np.array([0]), np.array([0]), np.zeros(4, dtype=np.int64))
    assert list(zip(*(side.tolist() for side in found), strict=True)) == [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)]


def test_an_event_is_where_and_when_most_say():
    says = [held(), held(), held(None, "Moscow", LATER)]
    docs = [Doc(f"{n}.html", [say]) for n, say in enumerate(says)]
    event = happening_of(ready([made(doc) for doc in docs])[0])
    assert event.place.name == "Omsk"
    assert event.period.edtf == DAY
    one = happening_of(ready([made(Doc("a.html", [held(None, "Russia", None), held()]))])[0])
    assert (one.place.name, one.period.edtf) == ("Omsk", DAY)


def pairs(many, odds):
    codes = np.array([i * many + j for i, j in combinations(range(many), 2)])
    return Pairs(many, codes, np.array(odds, dtype=np.int16))


def told(many):
    return ready([made(Doc("a.html", [held() for _ in range(many)]))])[0]


def test_clusters_join_on_the_mean():
    # 0-1 surely one; 2 is like 1 and unlike 0
    assert cluster(told(3), pairs(3, [200, -150, 100])) == [[0, 1, 2]]
    assert cluster(told(3), pairs(3, [200, -400, 100])) == [[0, 1], [2]]
    assert cluster(told(3), pairs(3, [200, APART, 100])) == [[0, 1], [2]]


def test_pairs_that_are_not_there_are_of_two_matters():
    some = Pairs(3, np.array([1]), np.array([50], dtype=np.int16))
    assert some.mean([0], [1]) == some.mean([1], [0]) == 50
    assert some.mean([1], [2]) == APART
    assert some.mean([0, 2], [1]) == (50 + APART) / 2


def test_pages_that_nothing_ties_have_no_pairs():
    docs = [Doc("a.html", [held(None, "Omsk", DAY)]), Doc("b.html", [held(None, "Bishkek", LATER)])]
    told, reuse = ready([made(doc) for doc in docs])
    assert len(joins(told, reuse).codes) == 0


def test_pages_of_one_matter_carry_its_place_and_day_to_what_names_neither():
    one = Doc("a.html", [held("584"), Say("31", "torture_ill_treatment", "Omsk", None)])
    other = Doc(
        "b.html", [held("584"), Say("31", "torture_ill_treatment", None, None, by=("ngo:Memorial",))], "2024-04-20"
    )
    (beaten,) = [e for e in weigh([made(one), made(other)]).events if "torture_ill_treatment" in e.acts]
    assert beaten.documents == ("a.html", "b.html")
