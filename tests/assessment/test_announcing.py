"""Whether a number stands in a text in figures, and is not a part of another."""

import pytest

from guvoh.assessment.announcing import _is_written
from guvoh.assessment.crediting import with_cores


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It held 1,046 people.", True),
        ("It held 1 046 people.", True),
        ("It was 1,046, the office said.", True),
        ("a total of 21,046 people", False),
        ("1,046,500 roubles", False),
        ("in all 21 046 people", False),
    ],
)
def test_a_number_stands_alone(text, expected):
    assert _is_written(1046, text) is expected


def test_a_name_of_an_article_alone_is_known_by_nothing():
    assert with_cores(frozenset({"the "})) >= {"the "}
