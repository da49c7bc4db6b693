"""Phrases around a cue that is no verb: what stands before, after and beside a parenthesis."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.figures_told import number_at
from guvoh.extraction.attribution.kinds_of_tokens import finite, nominal
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, cues, name_words, saying_words, speaker_words
from guvoh.extraction.attribution.phrases_beside import core_head
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.model import Span

_CARRIES_ON = saying_words()["carries_on"]
"""Words with which content goes on after a parenthesis: "…, according to X, up from 45,649"."""
_TIMES = saying_words()["of_time"]
_RELATIVE = frozenset({"which", "whom", "where", "who", "when"})
_COMPARISON, _CLAUSE = 12, 16
_BE = frozenset({"am", "is", "are", "was", "were", "been", "be", "being"})


def stands_at(scene: Scene, i: int, words: Sequence[str]) -> bool:
    """Whether the words stand from token `i` on."""
    return all(scene.lower(i + n) == w for n, w in enumerate(words))


def reports_words(scene: Scene, i: int) -> bool:
    """Whether token `i` is the participle of "quoted … as saying"."""
    return scene.lower(i) in ("saying", "telling", "writing", "stating", "claiming", "arguing", "reporting", "warning")


def quotes_or_agent(scene: Scene, i: int) -> bool:
    """Whether "as" or "by" follows token `i`: a quotation or an agent, no rumour."""
    return scene.lower(i + 1) in ("as", "by")


def skip_back(scene: Scene, i: int) -> int:
    """The token before the verb group that ends at `i`."""
    n = i - 1
    while n > scene.first and (scene.tokens[n].pos in ("AUX", "ADV", "PART") or scene.lower(n) in _BE):
        n -= 1
    return n


def phrase_before(scene: Scene, i: int, lo: int) -> Phrase | None:
    """The noun phrase right before the verb group that ends at `i`."""
    n = skip_back(scene, i)
    if n < lo or not nominal(scene.tokens[n]):
        return None
    return scene.phrase(core_head(scene, n, lo), lo, i)


def agent_after(scene: Scene, begin: int, hi: int) -> Phrase | None:
    """The noun phrase after the first "by" among tokens `begin..hi-1`."""
    by = next((n for n in range(begin, hi) if scene.lower(n) == "by"), None)
    return None if by is None else phrase_from(scene, by + 1, scene.stop)


def owner(scene: Scene, i: int, lo: int) -> Phrase | None:
    """The genitive before the noun: "X's claim", "his claim"."""
    n = i - 1
    while n > lo and scene.tokens[n].pos in ("ADJ", "NOUN") and scene.tokens[n].tag != "PRP$":
        n -= 1
    if n < lo:
        return None
    if scene.tokens[n].tag == "PRP$":
        return Phrase(n, n, n)
    if scene.tokens[n].text in ("'s", "’s", "'", "’") and n - 1 >= lo and nominal(scene.tokens[n - 1]):
        return scene.phrase(n - 1, lo, n)
    return None


def past_apposition(scene: Scene, i: int, hi: int) -> int:
    """The token after the apposition that follows a source ("…, a history professor at the university, …")."""
    while i < hi and scene.tokens[i].text in ("*", ")"):
        i += 1
    if scene.lower(i) in ("that", "which"):  # "according to the complaint that X filed with the committee, he"
        comma = next((n for n in range(i, min(hi, i + _CLAUSE)) if scene.lower(n) == ","), i)
        return comma if scene.finite(i, comma) else i
    if i < hi and scene.tokens[i].text == "(":  # "according to one of them (name withheld), …"
        i = next((n + 1 for n in range(i, min(hi, i + 8)) if scene.tokens[n].text == ")"), i)
    named = next((n for n in range(i + 1, hi) if scene.tokens[n].pos != "PROPN"), hi) if scene.lower(i) == "," else i
    if named > i + 1 and scene.lower(named) == ",":
        return named  # "according to the group's head, X,"
    if i < hi and scene.tokens[i].text == "," and scene.lower(i + 1) in name_words()["appositions"]:
        n = i + 2
        while n < hi and scene.tokens[n].text not in (",", ".", ";", "—", "–"):
            n += 1
        if n >= scene.stop - 1:
            return i  # "According to the data of X, the number of attacks fell": what follows is no apposition
        relative = scene.lower(i + 1) in ("who", "which", "whose")
        told = any(t.pos == "VERB" and t.tag != "VBG" and t.relation != "acl" for t in scene.tokens[i + 1 : n])
        told = told or any(t.relation == "cop" and finite(t) for t in scene.tokens[i + 1 : n])  # "the inflow was 9,700"
        return n if relative or not told else i
    return i


def around(scene: Scene, first: int, last: int, lo: int, hi: int) -> tuple[Span, ...]:
    """What stands before and after the parenthesis `first..last-1`: the clause it belongs to."""
    before = _left_clause(scene, first, lo)
    if scene.lower(first - 1) == "," and scene.lower(first - 2) in ("and", "or", "with") and scene.lower(last) == ",":
        after = content.trim(scene, last, hi)  # "with an architect and, by his reckoning, thirty others"
        return (after,) if after is not None else ()
    if scene.lower(first - 1) == "," and scene.lower(first - 2) in _RELATIVE and scene.lower(last) == ",":
        ends = next((i for i in range(last + 1, hi) if scene.lower(i) == ","), hi)
        told = content.trim(scene, last, ends)  # "the raids, during which, according to relatives, dozens were taken"
        noun = scene.token(first - 3)
        counted = noun is not None and noun.pos == "NOUN"  # "nine men who, according to the managers, were offered"
        whom = content.trim(scene, scene.phrase(first - 3, lo, first).first, first) if counted else None
        return content.merge([span for span in (whom, told) if span is not None])
    spans = [content.trim(scene, before, first)] if first - before > 1 else []
    opens = not spans or spans == [None] or (scene.lower(last) == "," and not scene.finite(before, first))
    if opens or _goes_on(scene, last, hi):
        spans.append(content.trim(scene, last, hi))
    elif _compares(scene, last, hi):
        spans.append(content.trim(scene, last + 1, hi))
    return content.merge([s for s in spans if s is not None])


def _compares(scene: Scene, last: int, hi: int) -> bool:
    """Whether a number to compare with is all that follows: "…, according to X; a year ago there were 19"."""
    if scene.lower(last) != ";" or hi - last > _COMPARISON or not number_at(scene, hi - 2):
        return False
    timed = any(scene.lower(i) in _TIMES for i in range(last + 1, hi))
    return timed and any(scene.lower(i) in ("was", "were", "had") for i in range(last + 1, hi))


def _left_clause(scene: Scene, first: int, lo: int) -> int:
    """Where the clause before a parenthesis begins: after a semicolon, "but", "while", or a "that" right before it."""
    for i in range(first - 1, lo, -1):
        word = scene.lower(i)
        joint = (word == "but" or (word == "while" and not _undergone(scene, lo, i))) and scene.finite(i + 1, first)
        if word == ";" or (word == "that" and first - i <= 2) or (joint and scene.finite(lo, i)):
            return i + 1
    return lo


def _undergone(scene: Scene, lo: int, stop: int) -> bool:
    """Whether a clause tells what befell people and who speaks there is nobody: "9 were held, while 4 were let go"."""
    passive = any(t.dep == "nsubj:pass" for t in scene.tokens[lo:stop])
    return passive and not speaks_again(scene, lo, stop) and not any(scene.in_quote(i) for i in range(lo, stop))


def speaks_again(scene: Scene, first: int, stop: int) -> bool:
    """Whether a verb of speech stands among tokens `first..stop-1`."""
    senses = cues(scene.annotated.language).senses
    return any(s.kind in CHAIN_KINDS for t in scene.tokens[first:stop] if finite(t) for s in senses.get(t.lower, ()))


def _goes_on(scene: Scene, last: int, hi: int) -> bool:
    """Whether the content goes on after the parenthesis: a verb phrase or "with", not a clause of its own."""
    if last >= hi - 1 or scene.tokens[last].text not in (",", "—", "–"):
        return False
    t = scene.tokens[last + 1]
    if t.lower == "and" and scene.finite(last + 2, hi) and not speaks_again(scene, last + 2, hi):
        return True  # "It began at four, by her account, and 220 people were there"
    if scene.lower(last + 2) == "of" and scene.lower(last + 3) in speaker_words()["them"]:
        return True  # "…, according to X, nine of them women"
    return finite(t) or t.pos == "AUX" or t.lower in _CARRIES_ON or t.tag == "VBG"
