"""One report for each cue of a sentence, where rules clash or one cue only tells who says the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guvoh.extraction.attribution.authors import author_after
from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, cues, saying_words
from guvoh.extraction.attribution.own_counts import own_count, tells
from guvoh.extraction.attribution.scene import DEED, Report, Scene
from guvoh.extraction.attribution.verb_content import COUNTED
from guvoh.model import Role

_TRAILING = ("“according to X”", "“…,")
_NEAR_END, _APPOSITION = 80, 50
_QUOTES = saying_words()["quotes"]
_POINTING = frozenset({"the", "this", "that", "its", "their"})


def one_per_cue(scene: Scene, found: Sequence[Report]) -> list[Report]:
    """One report per cue; what "citing X" cites is the content of the report it belongs to."""
    out: list[Report] = []
    for report in found:
        clash = [r for r in out if r.cue[0] < report.cue[1] and report.cue[0] < r.cue[1]]
        if report.rule == "“X: …”" and any(r.kind in CHAIN_KINDS and report.size and _same(r, report) for r in out):
            continue
        deed = report.rule == DEED and all(r.kind not in CHAIN_KINDS for r in clash)
        if clash and not deed and report.rule not in ("“quoted X as saying”", "“citing X”"):
            continue
        out = [r for r in out if r not in clash]
        out.append(report)
    others = [r for r in out if r.rule != "“citing X”"]  # whoever cites is no part of what is cited
    out = [r for r in out if not _yields(scene, r) or not any(o is not r and tells(o, r) for o in others)]
    own = [r for r in out if own_count(scene, r, out)]
    out = [replace(r, content=(r.cue,)) if r in own else r for r in out]
    starts = [scene.span(r.source)[0] if r.source is not None else r.cue[0] for r in out]
    tails = [
        (r, min(r.cue[0], start), max(r.cue[1], scene.span(r.source)[1]))
        for r, start in zip(out, starts, strict=True)
        if r.rule.startswith(_TRAILING) and r.source is not None
    ]
    out = [_untailed(scene, r, [(at, end) for tail, at, end in tails if tail is not r]) for r in out]
    quoted = {r.trigger: r for r in out if r.rule == "“quoted X as saying”"}
    relays = [r.relays for r in quoted.values() if r.relays is not None]
    out = [r for r in out if not (scene.lower(r.trigger) in _QUOTES and (r.source in relays or not relays) and quoted)]
    out = [_cited(r, out) if r.rule == "“citing X”" else r for r in out]
    return [replace(r, weak=True) for r in out] if scene.sentence.role is Role.TITLE else out


def _yields(scene: Scene, report: Report) -> bool:
    """Whether whoever reports it says it: a number that was found, or what "the register", without a name, holds."""
    source = report.source
    if report.rule == COUNTED or source is None:
        return report.rule == COUNTED
    bare = source.first == source.head - 1 and source.last == source.head and scene.lower(source.first) in _POINTING
    bare = bare or source.first == source.last  # "it cited reports indicating that"
    bare = bare and author_after(scene, source.last + 1) is None  # "according to statements made on Monday by X"
    return bare and scene.lower(source.head) in cues(scene.annotated.language).words["documents"]


def _same(a: Report, b: Report) -> bool:
    """Whether content of `a` reaches into content of `b`."""
    return any(s < f and e > t for s, e in a.content for t, f in b.content)


def _untailed(scene: Scene, report: Report, tails: Sequence[tuple[int, int]]) -> Report:
    """Content without a closing ", according to X" or ", X reported", which tells who says the whole."""
    spans = tuple(
        next(((s, t - 2) for t, end in tails if s < t - 2 < t < e and _closes(scene, e, t, end)), (s, e))
        for s, e in report.content
    )
    return report if spans == report.content else replace(report, content=spans)


def _stands_before(matrix: Report, citing: Report) -> bool:
    """Whether the source of `matrix` is who cites: "X, citing Y, reports that"."""
    source = matrix.source
    return source is not None and (source == citing.relays or source.last == citing.trigger - 2)


def _closes(scene: Scene, end: int, tail: int, tail_end: int) -> bool:
    """Whether content ends with the tail that stands in it, but for an apposition: ", according to X, known as Y"."""
    rest = [t for t in scene.tokens[scene.first : scene.stop] if tail_end <= t.start < end]
    joined = next((n for n, t in enumerate(rest) if t.lower in ("and", "but", "while")), len(rest))
    if joined <= 1 and any(finite(t) for t in rest[joined:]):
        return False  # "…, according to X, and two others are ill"
    return end - tail < _NEAR_END or end - tail_end < _APPOSITION


def _cited(report: Report, others: Sequence[Report]) -> Report:
    matrix = [
        r for r in others if r is not report and r.kind in CHAIN_KINDS and r.source is not None and not r.in_quote
    ]
    before = [r for r in matrix if r.trigger < report.trigger]
    opens = not before and report.relays is None  # "Quoting hospital sources, X reported"
    after = [r for r in matrix if r.trigger > report.trigger and (opens or _stands_before(r, report))]
    if not (before or after):
        return report
    beside = [r for r in after if _stands_before(r, report)]
    above = beside[0] if beside else before[-1] if before else after[0]  # "and X, citing Y, reports that"
    spans = tuple((s, e) for s, e in above.content if not s <= report.cue[0] < e)
    return replace(report, content=spans or report.content, relays=above.source)
