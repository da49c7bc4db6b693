"""Numbers between two passages of who gave a press conference."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

LEAD = "Raid on a mill\n\nThe mill was raided, director-general Omar Salleh said at a press conference on Monday.\n\n"
LAST = "\n\n“They came from the coast,” he said."


def test_numbers_between_two_passages_of_a_press_conference_are_of_who_gave_it() -> None:
    text = f"{LEAD}Forty-four people were taken in.\n\nThe machines, 12 of them, were sealed.{LAST}"
    assert says(text, "Forty-four")[0] == says(text, "12")[0] == "Omar Salleh"


@pytest.mark.parametrize(
    "page",
    [
        f"{LEAD}In Perak last week 44 people were taken in.{LAST}",
        f"{LEAD}Neighbours disagree, the Mill Union says. Some 44 people were taken in.{LAST}",
        f"{LEAD}The workers said it was night.\n\nForty-four people were taken in.",
        f"Raid\n\nThe mill was raided, director-general Omar Salleh said.\n\nForty-four people were taken in.{LAST}",
    ],
)
def test_other_numbers_near_a_press_conference_are_not(page: str) -> None:
    at = "44" if "44" in page else "Forty-four"
    assert says(page, at)[0] != "Omar Salleh"


def test_an_act_of_parliament_is_nobody_who_speaks() -> None:
    text = f"{LEAD}“So the Anti-Smuggling of Migrants Act comes in, with 30 months,” he said."
    assert says(text, "30 months")[0] == "Omar Salleh"


@pytest.mark.parametrize(
    ("words", "between", "at"),
    [
        ("told reporters", "Forty-four people were taken in.", "Forty-four"),
        ("told parliament", "Some 58 percent were men.", "58"),
        ("said at a briefing", "Some 300 protesters stood outside. Twelve of them were beaten.", "Twelve"),
        ("said at a briefing", "Some 300 protesters gathered outside the ministry.", "300"),
        ("said at a press conference", "Police in Perak detained 14 men by the ministry.", "14"),
        ("said at a press conference", "Some 14 men were detained in Perak.", "14"),
    ],
)
def test_what_others_do_or_what_happens_elsewhere_is_the_pages_own(words: str, between: str, at: str) -> None:
    text = f"Raid\n\nDirector Omar Salleh {words} that a mill was raided.\n\n{between}{LAST}"
    assert says(text, at) == ["The Courier"]
