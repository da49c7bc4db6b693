"""Sentences that tell whose the numbers behind their colon are, in English."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

TITLE = "What the courts decided\n\n"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("These numbers were provided by the Labour Ministry", "Labour Ministry"),
        ("Such data were cited by deputy minister Anvar Nazarov", "Anvar Nazarov"),
        ("The following figures come from the Equality Board", "Equality Board"),
        ("The statistics below are from the Equality Board", "Equality Board"),
        ("The head of the bailiffs, Anvar Nazarov, gave the following figures", "Anvar Nazarov"),
        ("The Labour Ministry presented these totals in May", "Labour Ministry"),
        ("Here are the numbers that the Labour Ministry released", "Labour Ministry"),
        ("Figures supplied by the Labour Ministry", "Labour Ministry"),
        ("Statistics from the Teachers Union", "Teachers Union"),
        ("Data of the Teachers Union", "Teachers Union"),
        ("Ministry data", "Ministry"),
        ("The source of the numbers is the Teachers Union", "Teachers Union"),
    ],
)
def test_whoever_gave_the_numbers_behind_a_colon_says_them(before, speaker):
    assert says(f"{TITLE}{before}: 315 people expelled, 40 fined.", "315")[0] == speaker
    assert says(f"{TITLE}{before}: 315 people were expelled and 40 fined.", "40")[0] == speaker


@pytest.mark.parametrize(
    "before",
    [
        "The figures come from three prisons in Tula",
        "The data come from the district",
        "The Labour Ministry has not published the numbers",
        "The Labour Ministry shares such figures with Interpol",
        "The figures are worse than last year",
        "The numbers were read by the judge",
        "The lawyer gave the data of his clients to the court",
    ],
)
def test_who_gives_no_numbers_says_none(before):
    assert says(f"{TITLE}{before}: 315 people were expelled.", "315") == ["The Courier"]


def test_whoever_disputes_numbers_denies_them_and_who_gave_them_is_not_asked():
    text = f"{TITLE}The Equality Board disputes the figures that the Labour Ministry published: 315 people expelled."
    assert says(text, "315") == ["Equality Board", "The Courier"]


def test_the_list_below_is_theirs_and_not_what_stands_before():
    text = (
        f"{TITLE}In May 90 women were fined.\n\nThese figures were supplied by the Border Service:\n- 315 men expelled."
    )
    assert says(text, "315")[0] == "Border Service"
    assert says(text, "90") == ["The Courier"]
