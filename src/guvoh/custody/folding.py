"""Words as search compares them, each with its true place in the text.

Case, accents, ё/е, ӣ/и, ў/у, letters that Russian keyboards lack (қ, ғ, ҳ, ң …), and every spelling of
the Uzbek apostrophe are folded together. й stays apart from и.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_APOSTROPHES = "'`´ʹʻʼʽʾʿˈ‘’‛′＇"
_INSIDE = (  # marks that sit on letters, and characters that show nothing
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff"
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INSIDE}]|[{_APOSTROPHES}](?=[^\W_]))*")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
_LETTERS = str.maketrans("қғҳҷңөүұһәі", "кгхчноуухаи")
_BREVE = "\u0306"


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the stretch `text[start:end]` it stands for."""

    folded: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]`, with offsets into `text`."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        written = _POSSESSIVE.sub("", found.group())
        folded = fold(written)
        if folded:
            yield Word(folded, found.start(), found.start() + len(written))


def fold(word: str) -> str:
    """The form in which a word is compared: letters and digits only."""
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    out: list[str] = []
    for char in parts:
        if (char.isalnum() and char not in _APOSTROPHES) or (char == _BREVE and out and out[-1] == "и"):
            out.append(char)
    return unicodedata.normalize("NFC", "".join(out)).translate(_LETTERS)


def folded(text: str) -> str:
    """A text as its folded words with one space between."""
    return " ".join(word.folded for word in words(text))
