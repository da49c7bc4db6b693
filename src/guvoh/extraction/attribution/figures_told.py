"""Whether a verb such as "put" or "gave" has a figure after it: "put the toll at 40", "gave nine"."""

from __future__ import annotations

from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import saying_words
from guvoh.extraction.attribution.scene import Scene

_FIGURE_REACH, _AS_REACH = 14, 6
_APART = frozenset({"with", "in", "near", "for", "on"})
_AMOUNTS = frozenset({"at", "to", "on"})
_ROUND = saying_words()["round_numbers"]
_QUALIFIERS = saying_words()["qualifiers"]
_GIVES = saying_words()["gives"]
_OUTCOMES = saying_words()["outcomes"]
"""What is counted when somebody "gave 76 detainees"."""
_SHARES = frozenset({"percent", "per", "cent", "%"})
_COUNTS = saying_words()["count_nouns"]


def gives_figure(scene: Scene, begin: int, hi: int, *, particle: bool) -> bool:
    """Whether a number follows the verb alone ("gave nine."), its particle, or "at" or "to" ("put the toll at 40")."""
    near = range(begin, min(hi, begin + _FIGURE_REACH))
    if particle:
        number = next((i for i in near[:4] if number_at(scene, i)), None)
        apart = range(begin, number) if number is not None else ()  # "came to a yard with 90 lodgers"
        led = scene.lower(begin) == "at" and scene.lower(begin + 1) not in _QUALIFIERS  # "that it knew of at 73"
        return number is not None and not led and not any(scene.lower(i) in _APART for i in apart)
    led = scene.lower(begin) in _AMOUNTS  # "which X puts at 39 percent"
    if scene.lower(begin - 1) in _GIVES and scene.lower(begin) in _QUALIFIERS and leads_to_number(scene, begin):
        number = next((i for i in range(begin, hi) if number_at(scene, i)), None)  # "gave no more than 8 percent"
        return number is not None and _ends_count(scene, number)
    if number_at(scene, begin) or (not led and scene.tokens[begin - 1].pos != "ADV" and number_at(scene, begin + 1)):
        last = max(i for i in near if i <= begin + 1 and number_at(scene, i))
        if scene.lower(begin - 1) in _GIVES:
            return _ends_count(scene, last) or _as_number(scene, last)
        return scene.token(last + 1) is None or scene.tokens[last + 1].pos in ("PUNCT", "CCONJ")
    if any(scene.lower(i) in _COUNTS and scene.lower(i + 1) == "of" and number_at(scene, i + 2) for i in near):
        return True  # "gave the agency a figure of 6,200"
    told_as = any(scene.lower(i) == "as" and number_at(scene, i + 1) for i in near)
    if told_as and scene.lower(begin - 1) in _GIVES and any(scene.lower(i) in _COUNTS for i in near[:3]):
        return True  # "gave the number of those caught in May as 1,240"
    if scene.lower(begin - 1) in _GIVES and not any(scene.lower(i) == "at" for i in near[:6]):
        return False  # "gave help to 2,400 people"
    counted = any(scene.lower(i) in _COUNTS for i in near[:4])  # "puts the share of those who signed at 60 percent"
    for i in near:
        if scene.lower(i) in _AMOUNTS and any(number_at(scene, n) for n in range(i + 1, min(hi, i + 5))):
            return counted or not any(finite(t) for t in scene.tokens[begin : i + 2])
        if scene.lower(i) in (";", ".") or (finite(scene.tokens[i]) and not counted):
            return False
    return False


def _ends_count(scene: Scene, last: int) -> bool:
    """Whether nothing but a number and what it counts is given: "gave nine.", "gave 76 detainees", "gave 8 percent"."""
    if scene.lower(last + 1) in _SHARES:
        last += 1
    after = scene.token(last + 2 if scene.lower(last + 1) in _OUTCOMES else last + 1)
    counted = scene.lower(last + 1) in _OUTCOMES
    return after is None or after.pos in ("PUNCT", "CCONJ") or (counted and after.pos == "ADP")


def _as_number(scene: Scene, last: int) -> bool:
    """Whether what is given is said to be a number: "gave 35,700 as the number for 2023"."""
    near = range(last + 2, last + _AS_REACH)
    return scene.lower(last + 1) == "as" and any(scene.lower(i) in _COUNTS for i in near)


def leads_to_number(scene: Scene, i: int) -> bool:
    """Whether a number with its qualifier begins at token `i`: "at least 13 of the detainees"."""
    while scene.lower(i) in _QUALIFIERS:
        i += 1
    return number_at(scene, i)


def number_at(scene: Scene, i: int) -> bool:
    """Whether token `i` is a number, in digits or words."""
    t = scene.token(i)
    return t is not None and (t.pos == "NUM" or any(c.isdigit() for c in t.text) or t.lower in _ROUND)
