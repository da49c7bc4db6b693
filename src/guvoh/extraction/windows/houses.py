"""House numbers: "на Таганайской, 14", "улица Лесная, 5"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from guvoh.extraction.vocabulary.load import WordSet, read_toml
from guvoh.extraction.windows.words import Word

_REACH = 3  # words from "улице" to the comma: "на улице Карла Маркса, 5"
_BARE = 2  # words from "на" to the comma: "на Малой Лесной, 5"
_WHERE = frozenset({"на", "по"})
_STOPS = frozenset({"станция", "метро"})  # they have names, and no houses
_ADJECTIVAL = ("ой", "ей", "ую", "юю", "ому", "ском")  # of a street named alone; no "на Урале", "по Москве"
_HOUSE = 4  # letters of the longest: "12а"
_CLOSING = frozenset({",", ".", ")", ";", ":", "»"})


def parts_house(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma parts a street from its house, with no noun or deed behind that the number could count."""
    if words[comma].form != "," or not 0 < comma < len(words) - 1:
        return False
    street, house = words[comma - 1].token.text, words[comma + 1].form
    named = street[0].isupper() and house[0].isdigit() and len(house) <= _HOUSE
    return named and _is_street(words, comma) and _closes(words, comma + 2) and not _tells_people(words, comma + 2)


def _is_street(words: Sequence[Word], comma: int) -> bool:
    """Whether a noun for a street stands before the comma, or an adjective right behind "на" or "по"."""
    if any(w.among(_streets()) for w in words[max(0, comma - _REACH) : comma - 1]):
        return True
    name = words[comma - 1]
    before = words[max(0, comma - 1 - _BARE) : comma - 1]
    led = any(w.form in _WHERE and all(b.token.pos == "ADJ" for b in before[i + 1 :]) for i, w in enumerate(before))
    adjectival = name.token.pos == "ADJ" or name.token.tag.startswith("ADJF")
    return led and adjectival and name.form.endswith(_ADJECTIVAL)


@cache
def _streets() -> WordSet:
    return frozenset(read_toml("ru", "names.toml")["streets"]) - _STOPS


def _tells_people(words: Sequence[Word], at: int) -> bool:
    """ "Прошёл рейд на Лесной, 40 задержали": the verb behind has the number and nobody else for its object."""
    if at >= len(words) or not (words[at].has("Tense=Past") and words[at].has("Number=Plur")):
        return False
    rest = takewhile(lambda w: w.form not in _CLOSING, words[at + 1 :])
    others = (w for w in rest if w.token.pos in ("NUM", "NOUN") and not w.has("Case=Loc"))
    acting = any(w.predicate for w in words[: at - 2])
    return acting and next(others, None) is None


def _closes(words: Sequence[Word], at: int) -> bool:
    """Whether nothing behind a number goes on with it: no counted noun, no unit, no dash, no second number."""
    if at >= len(words):
        return True
    word = words[at]
    led = word.token.pos == "ADP" and word.form != "из"  # "5 из них отпустили"
    return word.predicate or led or word.form in _CLOSING
