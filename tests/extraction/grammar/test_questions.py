"""What is only asked tells no act; what a question is added to does."""

import pytest
from parsed_text import parsed, word

from guvoh.extraction.grammar.questions import asked


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("On what legal ground was he detained?", "detained"),
        ("1. On what legal ground was Mr Nazarov held for more than three hours?", "held"),
        ("How many people were detained at the market on 13 May?", "detained"),
        ("Were the men beaten by police?", "beaten"),
        ("“Why were 40 people detained?” the lawyer asked.", "detained"),
        ("After the raid, how many people were deported?", "deported"),
        ("Please tell us where he was detained.", "detained"),
        ("Please inform us on what ground 12 people were deported.", "deported"),
        ("Explain on what ground he was held in custody.", "held"),
    ],
)
def test_what_is_asked(text, at):
    assert asked(parsed(text), word(text, at))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("They detained 40 people, and for what?", "detained"),
        ("They beat you, didn't they?", "beat"),
        ("Police refused to say how many people were detained.", "detained"),
        ("Please note that 40 people were detained.", "detained"),
        ("He was detained. Why?", "detained"),
    ],
)
def test_what_is_told_beside_a_question(text, at):
    assert not asked(parsed(text), word(text, at))
