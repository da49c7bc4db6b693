"""House numbers: "на Таганайской, 14", "улица Лесная, 5"."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.windows.words import Word

_REACH = 3  # words from "на" or "улице" to the comma: "на улице Карла Маркса, 5"
_LEADS = frozenset({"на", "по", "улица", "ул", "проспект", "шоссе", "переулок", "площадь", "набережная", "бульвар"})
_HOUSE = 4  # letters of the longest: "12а"


def parts_house(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma parts a street from its house, with no noun behind that the number could count."""
    if words[comma].form != "," or not 0 < comma < len(words) - 1:
        return False
    street, house = words[comma - 1].token.text, words[comma + 1].form
    named = street[0].isupper() and house[0].isdigit() and len(house) <= _HOUSE
    led = any(w.among(_LEADS) for w in words[max(0, comma - _REACH) : comma - 1])
    return named and led and _closes(words, comma + 2)


def _closes(words: Sequence[Word], at: int) -> bool:
    """Whether nothing behind a number goes on with it: no counted noun, no unit, no dash, no second number."""
    if at >= len(words):
        return True
    word = words[at]
    return word.predicate or word.token.pos == "ADP" or word.form in (",", ".", ")", ";", ":", "»")
