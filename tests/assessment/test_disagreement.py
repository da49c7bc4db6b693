"""Two figures of one scope that differ, and why no quarrel is told of them, or one is."""

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.model.weighing import FigurePair

DAY, P, Q = "2024-03-23", ("official:Omsk police",), ("ngo:Civic Assistance",)


def omsk(words, by=P, act="arbitrary_detention", **more):
    """A figure in Omsk on the day, of detentions unless another act is given."""
    return Say(words, act, "Omsk", DAY, by, **more)


HALF = Say("612", "expulsion", "Omsk", DAY, P, of=0)


@pytest.mark.parametrize(
    ("other", "is_quarrel", "why"),
    [
        (omsk("1,214", Q, "expulsion"), False, "half of those removed is no other number of all"),
        (omsk("300", Q, "expulsion"), True, "half of them are more than another has for all"),
        (
            omsk("388", Q, "expulsion", nations=("UZ",), who="citizens"),
            False,
            "the half is not said to be of one country",
        ),
    ],
)
def test_a_part_of_those_to_whom_the_same_was_done(other, is_quarrel, why):
    whole = omsk("1,225", P, "expulsion")
    docs = [made(Doc("a.html", [whole, HALF], "2024-03-25")), made(Doc("b.html", [other], "2024-03-25"))]
    half = docs[0].statements[1].id
    told = [f for f in weigh(docs).figures if isinstance(f, FigurePair) and f.relation.value == "conflict"]
    assert any(half in (f.a, f.b) for f in told) is is_quarrel, why


def test_what_a_page_says_itself_is_at_odds_with_a_source_of_it_only_where_it_says_so():
    def quarrels(*says):
        return [f for f in weigh([made(Doc("a.html", list(says)))]).figures if f.relation.value == "conflict"]

    own = omsk("52", (), quote="52 people were flown out.")
    assert not quarrels(own, omsk("16", P, quote="Police said 16 people were flown out."))
    assert quarrels(own, omsk("16", P, quote="But the police said 16 people were flown out."))


@pytest.mark.parametrize(
    ("one", "other", "published", "why"),
    [
        (
            omsk("14", act="excessive_force"),
            omsk("5", Q, act="excessive_force"),
            ("2024-03-25", "2024-03-25"),
            "each tells of the beaten whom it knows",
        ),
        (
            omsk("40", quote="Police detained 40."),
            omsk("26", Q, quote="So far 26 are held."),
            ("2024-03-25", "2024-03-26"),
            "a count that still runs",
        ),
    ],
)
def test_counts_that_are_not_meant_to_be_all(one, other, published, why):
    docs = [made(Doc(f"{n}.html", [s], day)) for n, (s, day) in enumerate(zip((one, other), published, strict=True))]
    assert not [f for f in weigh(docs).figures if f.relation.value == "conflict"], why
