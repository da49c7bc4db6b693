"""Numbers between two passages of whoever tells most of a page."""

from __future__ import annotations

import pytest
from plain_pages import page
from test_attribution_pages import says

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.extraction.attribution.chains import UNKNOWN

HEAD = "Breakout at a depot\n\nPrisons director Omar Salleh said on Monday that the gates were shut.\n\n"
TAIL = "\n\nThe wire had been cut, he said.\n\n“They came from the coast,” Salleh added."


@pytest.mark.parametrize(
    ("between", "at"),
    [
        ("A total of 142 prisoners got away.", "142"),
        ("Those who fled were 19 Yemenis and two Eritreans.", "19"),
        ("The others were fed.\n\nThe remaining 438 prisoners have been moved to five camps in Aden.", "438"),
        ("There were 12 wardens on duty in the depot.", "12"),
        ("Sixty wardens took part in the search, which ended at dawn.", "Sixty"),
    ],
)
def test_numbers_amid_the_account_of_one_official_are_of_that_official(between: str, at: str) -> None:
    assert says(f"{HEAD}{between}{TAIL}", at)[0] == "Omar Salleh"


@pytest.mark.parametrize(
    ("between", "at"),
    [
        ("Last year 142 prisoners fled.", "142"),
        ("Soldiers caught 142 men on the road.", "142"),
        ("Police in Perak detained 142 men.", "142"),
        ("We counted 142 people at the gate.", "142"),
        ("In Perak 142 men were detained.", "142"),
        ("The Seamen's Union says that food is short. Some 142 people were hungry.", "142"),
    ],
)
def test_what_turns_to_something_else_amid_it_is_not(between: str, at: str) -> None:
    assert says(f"{HEAD}{between}{TAIL}", at)[0] == "The Courier"


def test_numbers_between_two_words_of_one_among_many_are_the_pages() -> None:
    others = "".join(f"\n\nThe {who} said that it was late." for who in ("union", "mayor", "embassy", "prosecutor"))
    document = page(f"{HEAD}A total of 142 prisoners got away.{TAIL}{others}", "The Courier")
    start = document.text.index("142")
    found = attribute(annotate(document), document).chain_by_rules(start, start + 3)  # the learned guess is told as one
    assert ([link.name for link in found.links], found.why) == (["The Courier"], UNKNOWN)
