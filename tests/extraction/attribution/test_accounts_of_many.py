"""A page on which very many speak is read with work that grows with its length, not with its square."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.extraction.learned.trees import Trees
from guvoh.model import Document, Passage, Role

FIRST = ("Ka", "Mi", "Ro", "Su", "Ta", "Lin", "Bor", "Dek", "Far", "Gul", "Han", "Jas", "Kol", "Lem")
LAST = ("hanov", "jasov", "kolov", "lemov", "norov", "pavov", "rinov", "sorov", "temov", "volov")


def weighed(monkeypatch: pytest.MonkeyPatch, many: int) -> int:
    """How many sources are weighed, for all numbers together, on a page on which so many speak."""
    names = [f"{FIRST[n // 10]}{LAST[n % 10]}" for n in range(many)]
    told = (f"Officer Anton {who} said that it was cold.\n\n{n + 20} migrants came." for n, who in enumerate(names))
    text = "\n\n".join(told)
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),))
    speech, rows, real = attribute(annotate(document), document), 0, Trees.odds

    def odds(trees: Trees, found: Sequence[Sequence[float]]) -> list[float]:
        nonlocal rows
        rows += len(found)
        return real(trees, found)

    monkeypatch.setattr(Trees, "odds", odds)
    for n in range(many):
        at = text.index(f"\n{n + 20} migrants") + 1
        speech.chain(at, at + 2)
    return rows


def test_twice_the_speakers_are_about_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    once, twice = weighed(monkeypatch, 60), weighed(monkeypatch, 120)
    assert 0 < twice <= 2.5 * once
