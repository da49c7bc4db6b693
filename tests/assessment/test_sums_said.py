"""Sums that the words of a page give: what remains, a list in one sentence, numbers summed up."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made, spotted

from guvoh.assessment import weigh
from guvoh.model.weighing import FigureSum

HELD = "arbitrary_detention"


def said(quote, *words, act=None, place=None, when=None):
    return [Say(w, act, place, when, ("official:police",), quote=quote) for w in words]


WHOLE = said("Police detained 64 workers in Omsk.", "64", act=HELD, place="Omsk", when="2024-03-23")
# (statements of one document, the sums found, why)
CASES = [
    ([*WHOLE, *said("38 were flown out.", "38"), *said("The remaining 26 are held.", "26", act=HELD, place="Russia")], ["38 + 26 = 64"], "the rest"),
    ([*WHOLE, *said("51 were let go and 13 others held.", "51", "13 others")], ["51 + 13 = 64"], "others"),
    ([*WHOLE, *said("The camp holds 13 from the hostel, 21 from the depot and 30 from the yard.", "13", "21", "30")], ["13 + 21 + 30 = 64"], "a list in one sentence"),
    ([*WHOLE, *said("38 had no papers.", "38"), *said("In the hostel 26 were counted.", "26")], [], "two numbers that may count the same people"),
    ([*WHOLE, *said("38 were flown out.", "38"), *said("The remaining 25 are held.", "25")], [], "one short"),
    ([*said("58 were held at the market on Tuesday.", "58", act=HELD, place="Omsk", when="2024-03-19"), *said("The next day 61 were held at a depot.", "61", act=HELD, place="Omsk"), *said("Altogether 119 people were held.", "119", act=HELD, place="Omsk", when="2024-03-20")], ["58 + 61 = 119"], "summed up"),
    ([*said("58 were held at the market on Tuesday.", "58", act=HELD, place="Omsk"), *said("The next day 61 were held at a depot.", "61", act=HELD, place="Omsk"), *said("Later 119 people were held.", "119", act=HELD, place="Omsk")], [], "three numbers, none called a sum"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_sums_that_the_words_give(says, expected, why):
    found = [f for f in weigh([spotted(made(Doc("a.html", says)))]).figures if isinstance(f, FigureSum)]
    told = {" + ".join(sorted(f.why[0].partition(" = ")[0].split(" + "))) + f" = {f.why[0].split()[-1]}" for f in found}
    want = {" + ".join(sorted(s.partition(" = ")[0].split(" + "))) + f" = {s.split()[-1]}" for s in expected}
    assert told == want, why
