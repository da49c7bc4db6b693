"""Words and patterns by which it is told whose words a sentence holds: each is asked for and finds its kind."""

from pathlib import Path

import pytest

import guvoh.extraction
from guvoh.extraction.attribution.lexicon import speaker_patterns, speaker_words

CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(guvoh.extraction.__file__).parent.rglob("*.py"))


def test_every_set_of_words_and_every_pattern_is_asked_for():
    assert [key for key in (*speaker_words(), *speaker_patterns()) if f'"{key}"' not in CODE] == []


def test_words_are_in_lower_case():
    assert [word for words in speaker_words().values() for word in words if word != word.lower()] == []


@pytest.mark.parametrize(
    ("pattern", "text", "body"),
    [
        ("headed", "Consulate of Ruvia, Tarsk, 4 May 2025", "Consulate of Ruvia"),
        ("said", "Ten men were held, the Tarsk Union said today", "the Tarsk Union"),
        ("review", "Office of the Ombudsman: quarterly report", "Office of the Ombudsman"),
        ("subject", "TARSK, Ruvia – The Harbour League today sent a letter", "Harbour League"),
        ("publishes", "Harbour League and its partners today publish a count", "Harbour League"),
    ],
)
def test_a_pattern_names_the_body_that_speaks(pattern, text, body):
    found = speaker_patterns()[pattern].search(text)
    assert found is not None
    assert found["body"] == body


@pytest.mark.parametrize(
    ("pattern", "found", "passed"),
    [
        ("release", "News release", "released"),
        ("notice", "Public notice to travellers", "unnoticed"),
        ("own_work", "Our hotline took 40 calls", "Hour hotline"),
        ("heads_a_group", "Chairwoman of the network", "headline writer"),
        ("salutation", "Dear Minister Ruvin,", "My dear Minister"),
    ],
)
def test_a_pattern_passes_over_what_only_looks_alike(pattern, found, passed):
    assert speaker_patterns()[pattern].search(found)
    assert not speaker_patterns()[pattern].search(passed)
