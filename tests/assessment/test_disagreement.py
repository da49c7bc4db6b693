"""Two figures of one scope that differ, and why no quarrel is told of them, or one is."""

import pytest
from weighing_material import Doc, Say, made, spotted

from guvoh.assessment import weigh
from guvoh.assessment.figures import QUOTED_TWO_WAYS
from guvoh.model.weighing import FigurePair

DAY, P, Q = "2024-03-23", ("official:Omsk police",), ("ngo:Civic Assistance",)


def omsk(words, by=P, act="arbitrary_detention", **more):
    """A figure in Omsk on the day, of detentions unless another act is given."""
    return Say(words, act, "Omsk", DAY, by, **more)


HALF = Say(
    "612", "expulsion", "Omsk", DAY, P, of=0, quote="Half of them, 612 people, were removed from Omsk by courts."
)


@pytest.mark.parametrize(
    ("other", "is_quarrel", "why"),
    [
        (omsk("1,214", Q, "expulsion"), False, "half of those removed is no other number of all"),
        (
            omsk("300", Q, "expulsion", quote="Only 300 people were removed by courts."),
            True,
            "half of them are more than another has for all",
        ),
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


def quarrels(*docs):
    findings = [spotted(made(doc)) for doc in docs]
    return [f for f in weigh(findings).figures if isinstance(f, FigurePair) and f.relation.value == "conflict"]


NGO = Doc("b.html", [omsk("140", Q, quote="Civic Assistance counted 140 people held in Omsk.")], "2024-03-25")


@pytest.mark.parametrize(
    ("quote", "words", "is_quarrel", "why"),
    [
        ("Police say that 62 people were held in Omsk.", "62", True, "two numbers of those held"),
        ("The other 62 are held in Omsk, police say.", "62", False, "what remains of a number"),
        ("Of those, 62 others are held in Omsk.", "62 others", False, "others than those counted"),
    ],
)
def test_what_remains_of_a_number_is_no_other_number_of_all(quote, words, is_quarrel, why):
    assert bool(quarrels(Doc("a.html", [omsk(words, quote=quote)], "2024-03-25"), NGO)) is is_quarrel, why


def test_pages_that_give_both_numbers_from_one_side_count_two_things():
    camp = omsk("600", quote="Police say only 600 people were taken to a camp in Omsk.")
    taken = omsk("1,200", quote="1,200 people were taken in Omsk, police say.")
    again = [
        omsk(
            "1,200",
            ("official:Interior Ministry",),
            quote="The ministry says 1,200 people were taken to the camp in Omsk.",
        ),
        omsk("600", ("official:Interior Ministry",), quote="It put 600 into a camp in Omsk."),
    ]
    assert not quarrels(Doc("a.html", [camp, taken], "2024-03-25"), Doc("b.html", again, "2024-03-25"))
    assert quarrels(Doc("a.html", [camp], "2024-03-25"), Doc("b.html", again[:1], "2024-03-25"))


@pytest.mark.parametrize(
    ("answer", "is_quarrel", "why"),
    [
        ("The group OVD says that no fewer than 70 people ended up there.", True, "there"),
        ("The group OVD puts the number at 70.", True, "the number"),
        ("The group OVD says that 70 people were taken away.", True, "what was done to them, by a verb"),
        ("The group OVD helped 70 people.", False, "what the group did"),
        ("The group OVD says that 70 people were released.", False, "what was done to some of them later"),
        ("The group OVD has 70 people.", False, "whoever they are"),
    ],
)
def test_a_bare_count_of_the_other_side_answers_the_number_before_it(answer, is_quarrel, why):
    police = omsk("27", quote="Police delivered 27 men to an office in Omsk.")
    says = [police, Say("70", None, None, None, ("ngo:OVD",), quote=answer)]
    assert bool(quarrels(Doc("a.html", says, "2024-03-25"))) is is_quarrel, why


def test_a_bare_count_of_the_same_side_answers_nothing():
    police = omsk("27", quote="Police delivered 27 men to an office in Omsk.")
    says = [police, Say("70", None, None, None, ("official:Omsk court",), quote="The court puts the number at 70.")]
    assert not quarrels(Doc("a.html", says, "2024-03-25"))


LAWYER = ("person:Larisa Orlova",)


@pytest.mark.parametrize(
    ("first", "second", "day", "is_quarrel", "why"),
    [
        (omsk("45", LAWYER), omsk("450", LAWYER), "2024-03-24", True, "one of the two has misheard her"),
        (omsk("45", LAWYER), omsk("450", LAWYER), "2024-03-30", False, "a week later she may know more"),
        (omsk("45", LAWYER), omsk("60", LAWYER), "2024-03-24", False, "so many more may have been brought since"),
        (
            omsk("45", LAWYER),
            omsk("450", LAWYER, quote="By now 450 people have been taken in Omsk."),
            "2024-03-24",
            False,
            "she says that the count goes on",
        ),
        (omsk("45", LAWYER, "raid"), omsk("450", LAWYER), "2024-03-24", False, "two acts are counted"),
        (omsk("45"), omsk("450"), "2024-03-24", False, "a body gives a new number the next day"),
        (
            omsk("45", LAWYER, quote="At the Lesnoy market 45 people were held in Omsk."),
            omsk("450", LAWYER, quote="At the Zarya hostel 450 people were held in Omsk."),
            "2024-03-24",
            False,
            "two places are told of",
        ),
        (
            omsk("45", LAWYER, quote="Police held 45 people in Omsk."),
            omsk("450", LAWYER, quote="At the Zarya hostel 450 people were held in Omsk."),
            "2024-03-24",
            True,
            "one names no place",
        ),
        (omsk("45", ("person:a lawyer",)), omsk("450", ("person:a lawyer",)), "2024-03-24", False, "may be two"),
    ],
)
def test_one_person_quoted_with_two_numbers(first, second, day, is_quarrel, why):
    docs = [made(Doc("a.html", [first], "2024-03-24")), made(Doc("b.html", [second], day))]
    told = [f for f in weigh(docs).figures if isinstance(f, FigurePair)]
    assert any(QUOTED_TWO_WAYS in f.why for f in told) is is_quarrel, why


@pytest.mark.parametrize(
    ("more", "is_quarrel", "why"),
    [
        (omsk("45", LAWYER), False, "her page has both and tells them apart"),
        (omsk("45", ("person:Larisa Orlova", "agency:TASS")), True, "it has the other number through an agency"),
        (omsk("45", Q), True, "it has the other number from somebody else"),
    ],
)
def test_a_page_that_quotes_one_person_with_both_numbers_explains_them(more, is_quarrel, why):
    docs = [
        made(Doc("a.html", [omsk("45", LAWYER)], "2024-03-24")),
        made(Doc("b.html", [omsk("450", LAWYER, quote="In all, 450 people were held in Omsk."), more], "2024-03-24")),
    ]
    told = [f for f in weigh(docs).figures if isinstance(f, FigurePair)]
    ours = {docs[0].statements[0].id, docs[1].statements[0].id}
    assert any(QUOTED_TWO_WAYS in f.why and {f.a, f.b} == ours for f in told) is is_quarrel, why
