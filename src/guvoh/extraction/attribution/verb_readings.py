"""Readings of the words around a cue verb: whether it is all the verb there is, was said at all, or only asks."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, saying_words
from guvoh.extraction.attribution.no_speech import ought
from guvoh.extraction.attribution.phrases_beside import behind_relative
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import cluster_start

_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_NOBODY = frozenset({"neither", "nor", "none", "nobody"})
_GOING_ON = saying_words()["going_on"]
_MAY = frozenset({"can", "may", "could", "might"})
_WOULD_BE = saying_words()["not_yet_told"]
_SAYERS = saying_words()["sayers"]
_CONDITIONS = saying_words()["conditions"]
_PERFECT = frozenset({"has", "have"})
_ONCE = saying_words()["once_it_is_so"]
_OFFERED = saying_words()["offered"]
_APPOSED = 6
_NAME = 3
"""Words that a name in quotation marks may have."""


def to_do(scene: Scene, i: int) -> bool:
    """Whether what to do follows: "to leave", "not to come"."""
    return scene.lower(i + (scene.lower(i) == "not")) == "to"


def opens_quote(scene: Scene, i: int) -> bool:
    """Whether a mark is one of a quotation and not of a name: "told the "Caucasian Knot" correspondent"."""
    q = scene.quotes.at(scene.tokens[i].start) if scene.tokens[i].text in MARKS else None
    return scene.tokens[i].text in MARKS and (q is None or q.words > _NAME)


def closes_sentence(scene: Scene, v: int, source: Phrase) -> bool:
    """Whether ", X announced on Monday." ends a sentence that has its clause: then it is no reduced relative."""
    comma = source.first - 1
    if scene.lower(comma) != "," or not scene.finite(scene.first, comma):
        return False
    if scene.lower(v + 1) == "," and scene.lower(v + 2) in ("and", "but") and scene.lower(v - 1) in _SAYERS:
        return True  # "…, a police source specified, and 11 are held"
    rest = scene.tokens[v + 1 : scene.stop]
    return not any(t.text in (",", ";") or t.pos == "VERB" for t in rest)


def only_verb(scene: Scene, v: int) -> bool:
    """Whether a form in -ed is all the verb there is before its "that": "a source confirmed to X that"."""
    if scene.finite(scene.first, v):
        return False
    if scene.tokens[scene.first].tag == "VBG" and scene.tokens[v - 1].pos == "PROPN":
        return True  # "Addressing a forum, X boasted of"
    if _behind_name_apposed(scene, v):
        return True
    alone = not scene.finite(v + 1, scene.stop) and scene.first < v
    if (
        alone
        and scene.tokens[v - 1].pos in ("NOUN", "PROPN")
        and scene.token(v + 1)
        and scene.tokens[v + 1].pos == "NUM"
    ):
        return True  # "The inspectorate recorded 61 complaints": a participle would have no object
    if scene.tokens[v - 1].lower in TIME_WORDS and not scene.finite(v + 1, scene.stop):
        return True  # "X last year documented 19 cases."
    return any(scene.lower(i) == "that" for i in range(v + 1, v + 9))


def _behind_name_apposed(scene: Scene, v: int) -> bool:
    """Whether a name between commas stands before what is wanted: "A deputy of the council, X, | proposed to"."""
    named = scene.lower(v - 1) == "," and scene.tokens[v - 2].text.istitle()
    comma = next((i for i in range(v - 2, scene.first, -1) if scene.lower(i) == ","), None)
    if not named or comma is None or v - comma > _APPOSED or not scene.tokens[comma + 1].text.istitle():
        return False
    near = range(v + 1, min(v + _APPOSED, scene.stop - 1))
    return scene.lower(v) in _OFFERED and any(scene.lower(i) == "to" and scene.tokens[i + 1].tag == "VB" for i in near)


def behind_clause(scene: Scene, v: int) -> bool:
    """Whether the clause of whoever speaks ends right before, in no noun: "a man who asked not to be named | told"."""
    nouns = ("NOUN", "PROPN", "NUM", "PRON")
    return scene.tokens[v - 1].pos not in nouns and behind_relative(scene, v, scene.first) is not None


def untold(scene: Scene, v: int, earlier: Sequence[Report]) -> bool:
    """Whether the speech did not take place: negated, "refused to confirm", "demanded that they explain"."""
    start = cluster_start(scene, v, scene.first)
    group = {scene.lower(i) for i in range(start, v)}
    if group & _NEGATIONS or ought(group) or (scene.lower(v) in _WOULD_BE and group & _MAY):
        return True  # "Members of the public can report crimes"
    if scene.tokens[v].tag != "VB":
        return False
    joined = scene.annotated.head(scene.tokens[v])
    if scene.tokens[v].relation == "conj" and not group and joined.i < v and scene.lower(joined.i - 1) == "to":
        return scene.lower(joined.i - 2) not in _GOING_ON  # "is to expel 30 people and | warn"
    if "to" in group:
        to = next(i for i in range(start, v) if scene.lower(i) == "to")
        return scene.lower(start - 1) not in _GOING_ON and scene.lower(to - 1) not in _GOING_ON
    wish = (r for r in earlier if r.kind not in CHAIN_KINDS)
    return any(s <= scene.tokens[v].start < e for r in wish for s, e in r.content)


def conditional(scene: Scene, v: int, source: Phrase) -> bool:
    """Whether a source speaks only if or once something is so: "if police ask", "as soon as X has confirmed".

    In the past it was so: "nobody believed it until the ombudsman said that".
    """
    before = source.first - 1
    if scene.in_quote(source.head) and not scene.in_quote(before):
        return False
    soon = (scene.lower(before), scene.lower(before - 1)) == ("as", "soon")
    if soon or scene.lower(before) in _ONCE:
        group = {scene.lower(i) for i in range(cluster_start(scene, v, scene.first), v)}
        return scene.tokens[v].tag not in ("VBD", "VBN") or bool(group & _PERFECT)
    return scene.lower(before) in _CONDITIONS


def by_nobody(scene: Scene, source: Phrase) -> bool:
    """Whether what follows was said by nobody: "Neither NGS nor the police said if", "None of them reported"."""
    return scene.lower(source.first) in _NOBODY or scene.lower(source.first - 1) in _NOBODY


def participle(scene: Scene, v: int) -> bool:
    """Whether a form in -ed after a document is a participle: "video posted on social media shows that"."""
    after = scene.token(v + 1)
    by_or_on = after is not None and (after.pos == "ADP" or after.lower in TIME_WORDS)
    return scene.tokens[v].tag in ("VBN", "VBD") and by_or_on and scene.finite(v + 1, scene.stop)


def asks(scene: Scene, v: int) -> bool:
    """Whether the cue stands in a question of the page itself: nothing is told there."""
    return scene.text[scene.sentence.end - 1] == "?" and not scene.quoted and not scene.in_quote(v)
