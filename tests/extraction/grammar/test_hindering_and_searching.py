"""To hold something up or keep somebody out holds nobody, and to search for a child searches nobody."""

import pytest

from guvoh.extraction.rules import find_by_rules
from guvoh.model import Document, Passage, Role


def acts(sentence):
    document = Document(
        "a.txt", "0" * 64, "text/plain", sentence, (Passage(0, len(sentence), Role.BODY),), language="en"
    )
    return {s.act for s in find_by_rules(document).statements}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("A strike by drivers held up buses for hours.", "arbitrary_detention"),
        ("Lawyers were kept out of the police station.", "arbitrary_detention"),
        ("Officers searched for a missing child.", "unlawful_entry_search"),
    ],
)
def test_nobody_is_held_or_searched(sentence, act):
    assert act not in acts(sentence)


def test_people_kept_in_a_gym_are_held():
    assert "arbitrary_detention" in acts("Sixty Tajiks are being kept in a gym by police.")
