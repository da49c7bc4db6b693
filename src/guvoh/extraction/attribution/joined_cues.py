"""Where what is said ends because another cue begins: ", adding that", "and said", "…; X said"."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.attribution.lexicon import saying_words
from guvoh.extraction.attribution.scene import Scene

_NO_SPEECH_ALONE = saying_words()["no_speech_alone"]
_PHRASE = frozenset({"ADP", "NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "ADV", "AUX", "PART"})
Cue = tuple[int, bool]
"""A verb that may be a cue, by its token, and whether it speaks: "said" does, "hoped" and "attacked" do not."""


def stops_at(scene: Scene, v: int, after: int, cues: Sequence[Cue]) -> frozenset[int]:
    """Tokens at which another cue of the level of `v` begins its own clause; `after` is the token after `v`.

    A verb of wish or attitude joined by "and" has no clause of its own: "said it was in touch and hoped to bring home".
    """
    out = set()
    for w, speaks in cues:
        if scene.lower(w) in _NO_SPEECH_ALONE and scene.lower(w + 1) != "that":
            continue
        if w <= after or scene.in_quote(w) != scene.in_quote(v):
            continue
        before = w - 1
        while before > v and scene.tokens[before].pos in ("ADV", "AUX"):
            before -= 1
        joint = scene.lower(before)
        joined = joint in ("and", "but", "or") and not scene.in_quote(w)
        if (joined and speaks) or (joint == "," and scene.lower(w).endswith("ing")):
            out.add(before)
        elif not scene.in_quote(w) and not joined:
            out.update(_own_clause(scene, w, after))
    return frozenset(out)


def _own_clause(scene: Scene, w: int, begin: int) -> set[int]:
    """Where another cue with a speaker of its own begins its clause: "…, and X reported", "…; X said"."""
    i = w - 1
    while i > begin and (scene.tokens[i].pos in _PHRASE or scene.tokens[i].text == "-"):
        i -= 1
    if scene.lower(i) == ";":
        return {i}
    return {i - 1} if scene.lower(i) in ("and", "but", "while") and scene.lower(i - 1) == "," else set()
