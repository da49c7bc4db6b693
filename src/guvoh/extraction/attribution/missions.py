"""Which embassy or consulate a text means again: "the diplomatic mission", "the mission", "the diplomats"."""

from __future__ import annotations

from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.lexicon import saying_words, speaker_patterns
from guvoh.extraction.attribution.scene import Phrase, Scene

_STAFF = saying_words()["of_missions"]
_FAR = 99


def mission(scene: Scene, phrase: Phrase, register: Register) -> Identity | None:
    """Which embassy or consulate of the text the phrase means; None where it means none, or it cannot be told which.

    "The mission" is one only where the text tells of just one; "the diplomats" are none's once it tells of others:
    "The embassy said …. European diplomats met. The diplomats said".
    """
    last = register.latest(_abroad, reach=_FAR)
    if scene.lower(phrase.head) == "mission" and scene.lower(phrase.head - 1) == "diplomatic":
        return last
    here = scene.tokens[phrase.first].start
    if last is not None and phrase.last == phrase.first + 1 and scene.lower(phrase.head) in _STAFF:
        return None if speaker_patterns()["other_diplomats"].search(scene.text, last.span[0], here) else last
    bare = scene.lower(phrase.head) == "mission" and phrase.last == phrase.head == phrase.first + 1
    told = [x for x in register.all if _abroad(x)]
    another = speaker_patterns()["other_mission"].search(scene.text[:here])  # "the mission to save the miners"
    return told[0] if bare and len(told) == 1 and another is None else None


def _abroad(x: Identity) -> bool:
    """Whether a body may be called "the diplomatic mission"."""
    return not x.persona and any(word in x.name.lower() for word in ("embassy", "consulate"))
