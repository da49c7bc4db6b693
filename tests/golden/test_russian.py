"""The Russian pages: their gold is verbatim, and finding by clause windows stays above a floor."""

import json
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RUSSIAN = HERE / "russian"
sys.path.insert(0, str(HERE.parents[1] / "benchmarks"))

from score import score_folder  # noqa: E402

FOLDERS = [RUSSIAN, RUSSIAN / "heldback"]
FLOORS = {"russian": (0.93, 0.82), "heldback": (0.91, 0.65)}
"""Least F1 of figures and of acts; the half held back was only ever scored in totals."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_quotes_stand_in_the_text(folder):
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        (path,) = (p for p in (folder / "texts").glob(f"{gold['doc']}.*") if not p.name.endswith(".meta.json"))
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".txt":
            assert [figure["quote"] for figure in gold["figures"] if figure["quote"] not in text] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_figures_and_acts_are_found_above_the_floor(folder):
    score = score_folder(folder)
    figures, acts = FLOORS[folder.name]
    assert score.not_verbatim == 0
    assert score.tallies["figures"].f1 >= figures
    assert score.tallies["acts"].f1 >= acts
