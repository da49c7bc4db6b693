"""Credit lines are found however they are spelled, and only where a line gives the text to someone."""

import pytest

from guvoh.assessment.credits import credit_lines
from guvoh.model import Document
from guvoh.model.identity import content_address

NAME = "Volga Dispatch"
LINES = (
    "Source: Volga Dispatch",
    "Sources: Volga Dispatch",
    "Источник: Volga Dispatch",
    "Манба: Volga Dispatch",
    "Manba: Volga Dispatch",
    "Булак: Volga Dispatch",
    "This article was originally published by Volga Dispatch.",
    "The story first appeared in Volga Dispatch on Friday.",
    "Reprinted from Volga Dispatch.",
    "Republished with permission from Volga Dispatch.",
    "With additional reporting by Volga Dispatch.",
    "The text was made with reporting from Volga Dispatch.",
)


def read(text: str) -> Document:
    return Document("a.txt", content_address(text.encode()), "text/plain", text, language="en")


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("spelled", [str, str.upper, str.lower, str.swapcase])
def test_a_credit_line_is_found_in_any_case(line, spelled):
    before, name, after = line.partition(NAME)
    found = credit_lines(read(f"Ten were held.\n{spelled(before)}{name}{spelled(after)}\n"))
    assert [credit.name for credit in found] == [NAME]


@pytest.mark.parametrize(
    "line", ["A source told of it.", "The list was published on Friday.", "He was reporting by phone."]
)
def test_words_of_a_credit_line_alone_are_none(line):
    assert credit_lines(read(line)) == ()
