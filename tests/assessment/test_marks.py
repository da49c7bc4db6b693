"""Pages of one matter find each other by rare names and telling numbers."""

import pytest
from weighing_material import Doc, Say, made, place

from guvoh.assessment.corpus import gather
from guvoh.assessment.marks import mark, marked
from guvoh.model import Place

CAMP = "The camp on Irtyshskaya Street in Golyanovo is closed, said Toktogulov."
MAN = "According to Mirlan Toktogulov the camp of Irtyshskaya Street in Golyanovo stands."


def entries(*docs):
    return gather([made(doc) for doc in docs])


@pytest.mark.parametrize(
    ("one", "other", "days", "met", "why"),
    [
        (CAMP, MAN, "2024-04-20", True, "a street, its quarter and a man"),
        (CAMP, MAN, "2024-09-20", False, "half a year later"),
        (CAMP, MAN, None, False, "who knows when"),
        (CAMP, "According to Mirlan Toktogulov all is well.", "2024-04-20", False, "one name alone"),
        (CAMP, "In Golyanovo Mirlan Toktogulov is at home.", "2024-04-20", False, "a body's own people and place"),
        ("The police came in March.", "The police came in March again.", "2024-04-20", False, "what everybody names"),
    ],
)  # fmt: skip
def test_marks_that_two_pages_have_in_common(one, other, days, met, why):
    pages = entries(Doc("a.txt", extra=(one,)), Doc("b.txt", published=days, extra=(other,)))
    found = marked([mark(entry) for entry in pages])
    assert [side.tolist() for side in found] == ([[0], [1]] if met else [[], []]), why


def test_a_large_number_and_a_name_are_two_marks_and_a_round_one_is_none():
    told = [Doc(f"{n}.txt", [Say(words)], extra=(CAMP,)) for n, words in enumerate(("1,046", "1,046", "1,000", "14"))]
    a, b, c, d = (mark(entry) for entry in entries(*told))
    assert (a.every, a.strong) == (b.every, b.strong)
    assert "1046" in a.strong
    assert "1000" not in c.every
    assert "14" in d.every - d.strong, "a small number is no strong mark"


def test_a_number_stands_for_a_name():
    pages = (
        Doc(f"{n}.txt", [Say("1,046")], extra=(f"Then {name} spoke.",)) for n, name in enumerate(("Toktogulov",) * 2)
    )
    assert [side.tolist() for side in marked([mark(entry) for entry in entries(*pages)])] == [[0], [1]]


def test_the_name_of_a_place_is_no_strong_mark():
    (entry,) = entries(Doc("a.txt", [Say(None, place="Omsk")], extra=("Police of Omsk came to Irtyshskaya Street.",)))
    text = entry.document.text
    at = text.index("Omsk", text.index("Police"))
    named = Place("Omsk", place("Omsk").id, at, at + 4, "RU", "RU-OMS", None, None, "city")
    object.__setattr__(entry.findings, "places", (named,))
    page = mark(entry)
    assert {len(page.every - page.strong), len(page.strong)} == {1}


def test_only_pairs_with_those_asked_for():
    known = [mark(entry) for entry in entries(*(Doc(f"{n}.txt", extra=(CAMP,)) for n in range(3)))]
    first, second = marked(known, {known[0].key})
    assert sorted(zip(first.tolist(), second.tolist(), strict=True)) == [(0, 1), (0, 2)]


def test_blocks_of_neighbouring_months_meet():
    early, late = entries(
        Doc("a.txt", published="2024-03-20", extra=(CAMP,)), Doc("b.txt", published="2024-05-10", extra=(CAMP,))
    )
    assert set(mark(early).blocks()) & set(mark(late).blocks())
