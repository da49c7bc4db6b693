"""Who is quoted: “X quoted Y as saying S”, “Y was quoted as saying S”."""

from __future__ import annotations

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.kinds_of_tokens import MARKS, finite
from guvoh.extraction.attribution.lexicon import CueKind, saying_words
from guvoh.extraction.attribution.parenthesis import agent_after, phrase_before, reports_words, skip_back
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from

QUOTED = saying_words()["quoted"]
"""The verbs of quoting."""
_THAT_REACH = 6


def quoted_as(scene: Scene, i: int, word: str) -> Report | None:
    """“X quoted Y as saying S” and “Y was quoted as saying S”: Y says, X relays."""
    if word not in QUOTED:
        return None
    lo, hi = scene.bounds(i)
    saying = next(
        (n for n in range(i + 1, min(hi, i + 30)) if scene.lower(n) == "as" and reports_words(scene, n + 1)), None
    )
    if saying is None:
        return None
    if passive(scene, i):
        source, relays = adjacent(scene, skip_back(scene, i) + 1, lo), agent_after(scene, i + 1, saying)
    else:
        source, relays = phrase_from(scene, i + 1, saying), phrase_before(scene, i, lo)
    if source is None:
        return None
    source = _joined(scene, source, saying)
    clause = min(p.first for p in (source, relays) if p is not None) if (relays or passive(scene, i)) else i
    after = content.trim(scene, saying + 2, hi)
    that = _that_behind(scene, saying + 2, hi)
    if that is not None:
        after = content.trim(scene, that + 1, hi)
    elif scene.lower(saying + 2) in ("by", "in", "on") or _only_day(scene, saying + 2, hi):
        after = None
    if after is None:
        after = content.left(scene, lo, min(clause, i))
    if after is None:
        return None
    cue = (scene.tokens[saying].start, scene.tokens[saying + 1].end)
    rule = "“quoted X as saying”"
    return Report(cue, CueKind.REPORT, source, (after,), scene.sentence.i, rule, relays=relays, trigger=saying + 1)


def _that_behind(scene: Scene, begin: int, hi: int) -> int | None:
    """The "that" behind a day or a place: "quoted officials as saying on Monday that"."""
    for i in range(begin, min(hi, begin + _THAT_REACH)):
        if scene.lower(i) == "that":
            return i
        if scene.tokens[i].pos not in ("ADP", "ADV", "PROPN", "ADJ") and scene.lower(i) not in TIME_WORDS:
            return None
    return None


def _only_day(scene: Scene, begin: int, hi: int) -> bool:
    """Whether nothing but a day follows: "…, X cited Y as saying late Saturday"."""
    rest = scene.tokens[begin:hi]
    timed = any(t.lower in TIME_WORDS for t in rest[:2])
    return timed and not any(finite(t) or t.text in MARKS for t in rest)


def _joined(scene: Scene, source: Phrase, stop: int) -> Phrase:
    """The phrase with a second one behind "and": "cited an eyewitness and two journalists as saying"."""
    link = source.last + 1
    other = phrase_from(scene, link + 1, stop) if scene.lower(link) == "and" and link + 1 < stop else None
    joined = other is not None and other.first == link + 1 and other.last == stop - 1
    return Phrase(source.first, other.last, source.head) if other is not None and joined else source
