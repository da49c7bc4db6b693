"""The passages of many manners of attribution: their gold is verbatim, and finding names speakers above a floor."""

import json
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
VOICES = HERE / "voices"
sys.path.insert(0, str(HERE.parents[1] / "benchmarks"))

from score import score_folder  # noqa: E402

GOLD = [json.loads(line) for line in (VOICES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
SPEAKERS, SPEAKER_OF_FIGURE = 0.90, 0.88
"""Floors of texts that were read after they had been scored; unseen text stays below, as the README says."""


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["doc"])
def test_quotes_stand_once_in_a_text_that_opens_with_its_title(gold):
    text = (VOICES / "texts" / f"{gold['doc']}.txt").read_text(encoding="utf-8")
    assert text.splitlines()[0] == gold["title"]
    assert [figure["quote"] for figure in gold["figures"] if text.count(figure["quote"]) != 1] == []
    assert [words for words in gold["neutral"] if words not in text] == []


def test_speakers_are_found_above_the_floor():
    score = score_folder(VOICES)
    assert score.tallies["speakers"].f1 >= SPEAKERS
    assert score.right["figure: speaker"] / score.asked["figure: speaker"] >= SPEAKER_OF_FIGURE
