"""Documents that a person put together are of one matter where what they share outweighs how many there are."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_weighing_properties import corpora, relaxed
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.corpus import gather
from guvoh.assessment.matter_odds import MOST, START, odds, put_together, sketch, traits, weights

DAY = "2024-03-23"
RAID = Say("143", "arbitrary_detention", "Omsk", DAY)
CAMP = "The camp on Irtyshskaya Street in Golyanovo is closed, said Toktogulov."


def of(*docs):
    return gather([made(doc) for doc in docs])


def page(name, *says, published="2024-03-25", text=CAMP):
    return Doc(f"{name}.txt", list(says), published, extra=(text,))


def pairs(*docs):
    paths = {entry.key: entry.document.path for entry in of(*docs)}
    return {frozenset(paths[key] for key in pair) for pair in put_together(of(*docs))}


@pytest.mark.parametrize(
    ("other", "is_one", "why"),
    [
        (page("b", RAID, published="2024-03-26"), True, "a town, a day, a number, and published a day apart"),
        (page("b", Say(None, "expulsion", "Omsk", None), published="2024-03-27"), True, "a town and names, soon after"),
        (page("b", Say("9", "fine", "Omsk", "2016"), published="2017-01-05", text="No."), False, "years apart"),
        (page("b", Say("9", "fine", "Moscow", "2022"), published="2024-08-01", text="No."), False, "nothing shared"),
    ],
)
def test_two_documents(other, is_one, why):
    assert (pairs(page("a", RAID), other) == {frozenset({"a.txt", "b.txt"})}) is is_one, why


def test_the_more_documents_there_are_the_more_must_be_shared():
    a, b = page("a", RAID), page("b", Say(None, "fine", "Omsk", None), published="2024-04-20", text="Omsk is calm.")
    others = [page(f"c{n}", Say(None, "fine", "Moscow", "2019"), published="2019-01-05", text="No.") for n in range(30)]
    assert math.log(30) > odds(*map(sketch, of(a, b))) > 0, "the case is between the two"
    both = frozenset({"a.txt", "b.txt"})
    assert both in pairs(a, b)
    assert both not in pairs(a, b, *others)


def test_two_that_are_of_one_matter_with_a_third_are_too():
    middle = page("b", RAID, Say("51", "fine", "Moscow", "2024-02-02"), published="2024-03-01", text=CAMP)
    ends = page("a", RAID), page("c", Say("51", "fine", "Moscow", "2024-02-02"), published="2024-02-03", text="No.")
    assert pairs(*ends) == set()
    assert len(pairs(*ends, middle)) == 3


def test_a_set_that_nobody_reads_at_once_is_not_put_together():
    many = [page(f"{n:02}", RAID, text=f"{CAMP} {n}") for n in range(MOST + 1)]
    assert len(pairs(*many[:-1])) == MOST * (MOST - 1) / 2
    assert pairs(*many) == set()


def test_files_put_together_share_an_event_that_a_vault_keeps_apart():
    told = [
        made(page("a", RAID, text="Omsk is calm.")),
        made(page("b", Say("58", "arbitrary_detention", "Omsk", None), published="2024-03-24", text="Omsk is calm.")),
    ]
    assert len(weigh(told).events) == 2
    assert len(weigh(told, put_together=True).events) == 1


@relaxed
@given(corpora, st.randoms())
def test_the_order_of_documents_does_not_matter(findings, random):
    entries = list(gather(findings))
    found = put_together(entries)
    random.shuffle(entries)
    assert {frozenset(pair) for pair in put_together(entries)} == {frozenset(pair) for pair in found}


@relaxed
@given(corpora)
def test_odds_are_the_sum_of_what_is_shared(findings):
    for a, b in combinations(map(sketch, gather(findings)), 2):
        named = list(traits(a, b))
        assert len(named) == len(set(named))
        assert odds(a, b) == odds(b, a) == sum(weights().get(name, 0) for name in (START, *named)) / 100
