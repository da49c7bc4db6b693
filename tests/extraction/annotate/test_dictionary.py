"""The Russian dictionary: readings of words, and of what is none."""

from guvoh.extraction.annotate.dictionary import readings


def test_the_likeliest_reading_comes_first():
    assert readings("задержали")[0].normal_form == "задержать"


def test_a_character_without_a_name_has_no_reading():
    assert readings("\U00017000") == []
