"""Every list of words and every wording of the vocabulary is asked for by some rule: none outlives its rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import guvoh.extraction
from guvoh.extraction.attribution.lexicon import saying_words, speaker_patterns, speaker_words
from guvoh.extraction.attribution.windows.lexicon import words
from guvoh.extraction.vocabulary.load import exact_words, wordings


@pytest.fixture(scope="module")
def asked_for() -> frozenset[str]:
    """Every word in quotation marks in the rules."""
    folder = Path(guvoh.extraction.__file__).parent
    return frozenset(name for file in folder.rglob("*.py") for name in re.findall(r'"(\w+)"', file.read_text("utf-8")))


@pytest.mark.parametrize(
    "known",
    [
        pytest.param(saying_words("en"), id="en/saying"),
        pytest.param(speaker_words("en"), id="en/speakers"),
        pytest.param(speaker_patterns("en"), id="en/speakers-patterns"),
        pytest.param(speaker_patterns("ru"), id="ru/speakers-patterns"),
        pytest.param(exact_words("en"), id="en/exact"),
        pytest.param(wordings("en"), id="en/wordings"),
        pytest.param(words("ru").sets, id="ru/cues"),
    ],
)
def test_each_list_is_asked_for(known, asked_for):
    assert sorted(set(known) - asked_for) == []
    assert all(known.values())
