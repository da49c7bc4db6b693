"""Words as search compares them, each with its true place in the text.

Case, accents, ё/е, ӣ/и, ў/у, letters that Russian keyboards lack (қ, ғ, ҳ, ң …), and every spelling of
the Uzbek apostrophe are folded together. й stays apart from и.

The key of a word goes further: Latin letters for both scripts, and one spelling for what transliterations spell in many
ways (kh, x and х; y, j after a vowel, й and и; w and v). It is what the index holds, so that Чупик finds Chupik.
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
_CYRILLIC = dict(
    zip("абвгдежзийклмнопрстуфхыэ", "abvgdejziiklmnoprstufhie", strict=True),
    ц="ts", ч="ch", ш="sh", щ="sh", ъ="", ь="", ю="iu", я="ia", є="e", ѓ="g", ј="i",
)  # fmt: skip
_LATIN = str.maketrans(_CYRILLIC)
_SPELLINGS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("s[hc]?ch", "sh"), ("tch", "ch"), ("kh|x", "h"), ("d?zh|dj", "j"), ("ph", "f"), ("ck|q", "k"), ("w", "v"),
        ("(^|(?<=[aeiou]))[yj](?=e)", ""), ("(?<=[aeiou])j(?![aeiou])|y", "i"), (r"([a-z])\1+", r"\1"),
    )
)  # fmt: skip
"""Applied in this order; doubled letters count once."""


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


def key(folded_word: str) -> str:
    """The Latin key of a folded word; the word itself where nothing of it would be left."""
    word = folded_word.translate(_LATIN)
    for pattern, letters in _SPELLINGS:
        word = pattern.sub(letters, word)
    return word or folded_word


def keyed(text: str) -> str:
    """A text as the keys of its words with one space between."""
    return " ".join(key(word.folded) for word in words(text))


def folded(text: str) -> str:
    """A text as its folded words with one space between."""
    return " ".join(word.folded for word in words(text))
