"""Which different numbers of one event are told as a conflict: by who gives them, in what words, and how far apart."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from test_joining import ready
from test_weighing_properties import corpora, relaxed
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.contradiction import START, is_likely, may_contradict, odds, traits, weights

DAY = "2024-03-23"
POLICE, NGO = ("official:Omsk police",), ("ngo:Civic Assistance",)
TAKEN = "{} men were taken from the market to the police station that night."


def said(words, by=POLICE, quote=TAKEN, **more):
    return Say(words, "arbitrary_detention", "Omsk", DAY, by, quote=quote.format(words), **more)


def told(*says, published=("2024-03-24", "2024-03-25")):
    docs = [Doc(f"{n}.txt", [say], day) for n, (say, day) in enumerate(zip(says, published, strict=True))]
    found, _ = ready([made(doc) for doc in docs])
    return found


COUNTED = "We counted {} men who were taken from the market to the police station that night."


@pytest.mark.parametrize(
    ("other", "is_one", "why"),
    [
        (said("at least 58", NGO, COUNTED), True, "an organisation that counted more"),
        (said("58", ("official:Omsk police",), COUNTED), False, "one source gives both"),
        (said("32", NGO, COUNTED), False, "one number"),
        (said("at least 20", NGO, COUNTED), False, "a bound that the other meets"),
        (said("800", NGO, COUNTED), False, "so many more are others"),
        (said("58", NGO, COUNTED, modality="planned", stage="planned"), False, "a plan"),
        (said("at least 58", NGO, COUNTED, who="women"), False, "women, where the other counts men"),
        (said("at least 58", NGO, COUNTED, stage="ordered"), False, "ordered, where the other was done"),
        (replace(said("at least 58", NGO, COUNTED), place="Moscow"), False, "another place that it states"),
        (replace(said("at least 58", NGO, COUNTED), when="2024-03-20"), False, "another day that it states"),
        (said("the other 58", NGO, "We counted {} men at the station that night."), False, "the rest"),
    ],
)
def test_a_number_beside_that_of_the_police(other, is_one, why):
    one, two = told(said("32", who="men", stage="carried_out"), other)
    assert is_likely(one, two) is is_likely(two, one) is is_one, why


def test_a_much_later_count_is_another_days():
    pair = told(said("32"), said("at least 58", NGO, COUNTED), published=("2024-03-24", "2024-06-25"))
    assert not may_contradict(*pair)


def test_a_sentence_that_lists_numbers_does_not_contradict_one_of_them():
    listed = [
        said(words, NGO, "14 men were taken in May and 31 men in June, says Civic Assistance.")
        for words in ("14", "31")
    ]
    whole, _ = ready([made(Doc("a.txt", [said("31")], "2024-03-24")), made(Doc("b.txt", listed, "2024-03-25"))])
    assert [may_contradict(a, b) for a, b in combinations(whole, 2) if a.entry.key != b.entry.key] == [False, False]


def test_a_likely_conflict_is_told_with_its_reasons():
    docs = [Doc("a.txt", [said("32")], "2024-03-24"), Doc("b.txt", [said("at least 58", NGO, COUNTED)], "2024-03-25")]
    (pair,) = weigh([made(doc) for doc in docs]).figures
    assert pair.relation == "conflict"
    assert pair.why[0] == "“32” and “at least 58” cannot both be right"
    assert "those who stand up for the people affected count more than officials" in pair.why
    assert len(pair.why) == len(set(pair.why)) == 4


@relaxed
@given(corpora)
def test_odds_are_the_sum_of_traits_in_any_order(findings):
    statements, _ = ready(findings)
    figures = [t for t in statements if t.statement.count]
    for a, b in combinations(figures, 2):
        assert may_contradict(a, b) == may_contradict(b, a)
        if may_contradict(a, b):
            named = list(traits(a, b))
            assert len(named) == len(set(named))
            assert odds(a, b) == odds(b, a) == np.sum([weights().get(name, 0) for name in (START, *named)])
