"""Attribution over a table of short texts: relations, chains, and near misses that report nothing."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import Attributions, attribute
from guvoh.model import Document, Passage, Role

CASES = tomllib.loads((Path(__file__).parent / "attribution_cases.toml").read_text(encoding="utf-8"))["case"]


def document_of(text: str, publisher: str | None = "The Courier") -> Document:
    return Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), publisher=publisher)


@cache
def attributed(text: str) -> Attributions:
    document = document_of(text)
    return attribute(annotate(document), document)


def named(text: str) -> str:
    return text[:60]


@pytest.mark.parametrize("case", [c for c in CASES if "says" in c], ids=lambda c: named(c["text"]))
def test_relations(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [
        (text[slice(*s.source)] if s.source else "", text[slice(*s.cue)], text[s.content[0][0] : s.content[-1][1]])
        for s in attributed(text).speeches
        if s.content
    ]
    for source, cue, first, last in case["says"]:
        assert any(
            (source.lower() in got.lower() or (got and got.lower() in source.lower()))
            and said == cue
            and words.startswith(first)
            and words.endswith(last)
            for got, said, words in found
        ), found


@pytest.mark.parametrize(
    ("text", "want"),
    [(c["text"], w) for c in CASES for w in c.get("chains", ())],
    ids=lambda x: named(x) if isinstance(x, str) else "",
)
def test_chains(text: str, want: dict[str, Any]) -> None:
    start = text.index(want["at"])
    chain = attributed(text).chain(start, start + len(want["at"]))
    assert [link.name for link in chain.links] == want["names"], chain.why
    assert chain.hearsay == want.get("hearsay", False)
    assert chain.denial == want.get("denial", False)


@pytest.mark.parametrize("case", [c for c in CASES if "sources" in c], ids=lambda c: named(c["text"]))
def test_sources(case: dict[str, Any]) -> None:
    assert {source.name for source in attributed(case["text"]).sources} == set(case["sources"])


@pytest.mark.parametrize(
    ("case", "at"),
    [(c, at) for c in CASES for at in c.get("silent", ())],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_near_misses_report_nothing(case: dict[str, Any], at: str) -> None:
    text = case["text"]
    found = attributed(text)
    start = text.index(at)
    chain = found.chain(start, start + len(at))
    assert [link.name for link in chain.links] == ["The Courier"], chain.why
    assert not chain.hearsay
    assert bool(found.sources) == bool(case.get("sources"))


def test_the_table_holds_its_cases() -> None:
    assert len(CASES) >= 70
    assert sum("silent" in case for case in CASES) >= 12
