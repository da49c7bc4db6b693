"""Two numbers that one page tells as part and whole are so wherever they are told of one event."""

import pytest
from weighing_material import Doc, Say, made, spotted

from guvoh.assessment import weigh
from guvoh.assessment.corpus import gather
from guvoh.assessment.parts_told import parts
from guvoh.model.weighing import FigurePair, FigureRelation

DAY, POLICE, UNION = "2024-03-23", ("official:Omsk police",), ("ngo:Traders Union",)
WHOLE, PART = "218 foreigners were held", "of them 44 are Uzbeks"


def of_police(words, n, of=None):
    """What the police tell of a number."""
    return Say(words, "arbitrary_detention", "Omsk", DAY, POLICE, of=of, quote=f"{n}. Police held {words} in Omsk.")


def first_page():
    """A page that tells the 44 as a part of the 218."""
    return spotted(made(Doc("a.html", [of_police("218", 0), of_police("44", 1, of=0)], DAY)))


def second_page(words, published="2024-03-24", by=UNION):
    """A page of the next day with one number only."""
    say = Say(words, "arbitrary_detention", "Omsk", DAY, by, quote=f"In Omsk {words} were held, it says.")
    return spotted(made(Doc("b.html", [say], published)))


def between(*findings):
    """The relations of the numbers of different pages, by the words of both, with why."""
    words = {s.id: (f.document.path, s.count.words) for f in findings for s in f.statements}
    pairs = [f for f in weigh(list(findings)).figures if isinstance(f, FigurePair)]
    return {(words[p.a][1], words[p.b][1]): (p.relation, p.why) for p in pairs if words[p.a][0] != words[p.b][0]}


def test_the_number_of_a_part_is_no_earlier_count_of_the_whole():
    told = between(first_page(), second_page("44"))
    assert told["44", "218"] == (FigureRelation.PART_OF, ("a page tells the one number as a part of the other",))


def test_the_number_of_the_whole_is_no_later_count_of_the_part():
    told = between(first_page(), second_page("218"))
    assert told["44", "218"][0] is FigureRelation.PART_OF


@pytest.mark.parametrize("words", ["60", "190", "4"])
def test_other_numbers_are_no_part_of_it(words):
    told = between(first_page(), second_page(words))
    assert all(relation is not FigureRelation.PART_OF for relation, _ in told.values())


def test_a_page_tells_its_parts_by_their_numbers():
    (entry,) = gather([first_page()])
    assert parts(entry) == {("people", 44.0, 218.0)}
