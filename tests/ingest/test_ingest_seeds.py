"""The measuring documents that lie outside the repository: nothing that they show as furniture may tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guvoh.ingest import read_bytes
from guvoh.model import TELLING_ROLES

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold" / "seeds.jsonl"
pytestmark = [pytest.mark.seeds, pytest.mark.skipif(not GOLD.exists(), reason="the measuring documents are not here")]


def cases():
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()] if GOLD.exists() else []


@pytest.mark.parametrize("gold", cases(), ids=lambda gold: gold["doc"])
def test_roles_and_metadata_of_a_measuring_document(gold):
    data = (SHARED / "seeds" / f"{gold['doc']}.txt").read_bytes()
    document = read_bytes(data, "seed.txt")[0].document
    assert (document.title, document.published, document.language) == (gold["title"], gold["published"], gold["lang"])
    telling = "\n".join(document.text[p.start : p.end] for p in document.passages if p.role in TELLING_ROLES)
    assert not [words for words in gold["not_statements"] if words in telling]
    lost = [row["quote"] for row in (*gold["figures"], *gold["acts"]) if row["quote"] not in telling]
    assert not lost
