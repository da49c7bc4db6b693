"""Documents of one matter: what makes two pages known for it, and what every page names does not."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.corpus import gather
from guvoh.assessment.matters import shared_names
from guvoh.assessment.rare import rare_names


def names(text):
    (entry,) = gather([made(Doc("a.txt", extra=(text,)))])
    return rare_names(entry)


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        ("The camp on Irtyshskaya Street in Golyanovo is closed.", "Police came to Irtyshskaya Street in Golyanovo.", 2, "a street and its quarter"),
        ("His brother Mirlan Toktogulov told us.", "According to Toktogulov, he died in Samara.", 1, "a man by his surname"),
        ("It is a case of the Investigative Committee of Russia.", "The head of the Investigative Committee came to Moscow in March.", 0, "offices, countries and months"),
        ("Police came to the market.", "Traders left. Police came again.", 0, "a word that opens a sentence"),
        ("На улице Чкалова в Иваново был обыск.", "A flat on Chkalova Street in Ivanovo was searched.", 2, "two scripts"),
        ("It is run by the Eurasian Economic Union.", "A rule of the Eurasian Economic Union.", 0, "a union of states"),
    ],
)  # fmt: skip
def test_names_that_two_pages_share(one, other, expected, why):
    assert shared_names(names(one), names(other)) == expected, why


def test_the_words_of_one_name_count_once():
    long, short = frozenset({"lg", "energi", "solution"}), frozenset({"solution"})
    assert shared_names((long,), (short, frozenset({"energi"}))) == 1


RAID = "Officers closed the Bodrost bathhouse near the Kuzminki ponds."
NIGHT = "One of those held at Kuzminki says that the Bodrost bathhouse was full."


@pytest.mark.parametrize(
    ("published", "text", "listed", "why"),
    [
        ("2025-04-18", NIGHT, True, "two rare names within days"),
        ("2026-04-18", NIGHT, False, "a year later they may be of anything"),
        (None, NIGHT, False, "who knows when"),
        ("2025-04-18", "Another market in the city was searched.", False, "no name in common"),
    ],
)
def test_pages_of_one_matter_are_a_pair_though_no_statements_meet(published, text, listed, why):
    one = made(Doc("a.txt", [Say("32", "arbitrary_detention", "Moscow", "2025-04-10")], "2025-04-16", extra=(RAID,)))
    other = made(Doc("b.txt", [Say("7", "torture", "Bishkek", "2025-04-12")], published, extra=(text,)))
    assert [(p.a, p.b) for p in weigh([one, other]).documents] == ([("a.txt", "b.txt")] if listed else []), why
