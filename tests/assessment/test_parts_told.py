"""Numbers that one page tells as a part and its whole are no earlier and later count on two pages."""

from weighing_material import Doc, Say, made, spotted

from guvoh.assessment import weigh
from guvoh.assessment.corpus import gather
from guvoh.assessment.parts_told import parts
from guvoh.model.weighing import FigurePair, FigureRelation

DAY, POLICE, MAYOR = "2024-03-23", ("official:Omsk police",), ("official:Omsk mayor",)
HELD = "arbitrary_detention"


def of_police(words, n, act=HELD, of=None):
    """What the police tell of a number."""
    return Say(words, act, "Omsk", DAY, POLICE, of=of, quote=f"{n}. Police held {words} in Omsk.")


def first_page(part="44", act=HELD, published=DAY):
    """A page that tells of 218 and a part of them."""
    return spotted(made(Doc("a.html", [of_police("218", 0), of_police(part, 1, act, of=0)], published)))


def second_page(words, published="2024-03-24"):
    """A page with one number only."""
    say = Say(words, HELD, "Omsk", DAY, MAYOR, quote=f"In Omsk {words} were held, the mayor says.")
    return spotted(made(Doc("b.html", [say], published)))


def between(*findings):
    """The relations of the numbers of different pages, by the words of both, with why."""
    words = {s.id: (f.document.path, s.count.words) for f in findings for s in f.statements}
    pairs = [f for f in weigh(list(findings)).figures if isinstance(f, FigurePair)]
    return {(words[p.a][1], words[p.b][1]): (p.relation, p.why) for p in pairs if words[p.a][0] != words[p.b][0]}


def test_the_number_of_the_whole_is_no_later_count_of_the_part():
    told = between(first_page(), second_page("218"))
    why = ("the page of one tells the one number as a part of the other",)
    assert told["44", "218"] == (FigureRelation.PART_OF, why)


def test_another_number_is_a_later_count_of_the_part():
    told = between(first_page(), second_page("190"))
    assert told["190", "44"][0] is FigureRelation.LATER_UPDATE


def test_a_part_of_another_act_is_none():
    told = between(first_page(act="expulsion"), second_page("218"))
    assert all(relation is not FigureRelation.PART_OF for relation, _ in told.values())
    assert told["218", "218"][0] is FigureRelation.SAME


def test_what_was_told_before_the_page_of_part_and_whole_may_be_an_earlier_count():
    told = between(first_page(published="2024-03-25"), second_page("44"))
    assert told["218", "44"][0] is FigureRelation.LATER_UPDATE


def test_a_smaller_number_told_later_is_no_part_for_that():
    told = between(first_page(), second_page("44"))
    assert ("44", "218") not in told


def test_a_page_tells_its_parts_by_their_numbers():
    (entry,) = gather([first_page()])
    assert parts(entry) == {("people", HELD, 44.0, 218.0)}
