"""A body named behind the noun that tells what it is, or by words that end no person's name, has that name alone."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

TITLE = "What happened this week\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "52 were beaten, according to the human rights organization Open Borders Union (OBU).",
            "Open Borders Union (OBU)",
        ),
        ("The international charity Shelter Watch (SW) told reporters that 52 men were held.", "Shelter Watch (SW)"),
        ("The news agency Blue Wire (BW) reported that 52 people were held.", "Blue Wire (BW)"),
        ("Rights Monitor International (RMI) said that 52 people were held.", "Rights Monitor International (RMI)"),
        ("Witness Borders International said on Monday that police beat 52 men.", "Witness Borders International"),
        ("Journalists Support International told us that 52 men were held.", "Journalists Support International"),
        ("A report by Prisoners Defence International found that 52 were beaten.", "Prisoners Defence International"),
        ("The organization's lawyer Anna Orlova said that 52 people were held.", "Anna Orlova"),
    ],
)
def test_the_name_stands_without_what_the_body_is(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0] == speaker


@pytest.mark.parametrize("body", ["The rights group Open Borders Institute (OBI)", "Open Borders International (OBI)"])
def test_initials_behind_the_name_are_the_body_later(body):
    text = f"{TITLE}{body} wrote to the ministry. OBI says that 52 people were held."
    assert says(text, "52")[0] == body.removeprefix("The rights group ")


def test_two_bodies_of_one_last_word_are_two():
    text = "Rights Monitor International wrote to us. Prisoners Defence International said that 52 people were held."
    assert says(f"{TITLE}{text}", "52")[0] == "Prisoners Defence International"
