"""Text for people: nothing a document holds can steer a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.cli.words import counted, printable


@given(st.text())
def test_printable_text_is_one_line_without_control(text):
    shown = printable(text)
    assert shown.isprintable()
    assert all(unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in shown)


@given(st.text(st.characters(categories=["L", "N", "P"])))
def test_letters_of_every_script_stay(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\nb\tc", "a b c"), ("red \x1b[31m", "red �[31m"), ("1\u00a0000", "1 000"), ("evil\u202etxt", "eviltxt")],
)
def test_examples(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 documents"), (1, "1 document"), (2, "2 documents"), (2500, "2,500 documents")]
)
def test_counted(number, said):
    assert counted(number, "document") == said


def test_counted_with_its_own_plural():
    assert counted(3, "log entry", "log entries") == "3 log entries"
