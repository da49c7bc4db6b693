"""Given names of the vocabulary in their other cases, which the dictionary reads as other words: «Бахрома», «Умиду»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from guvoh.extraction.attribution.windows.lexicon import people, plain
from guvoh.extraction.attribution.windows.readings import DAT, GEN, INS, LOC

_HARD = ((GEN, "а"), ("accs", "а"), (DAT, "у"), (INS, "ом"), (LOC, "е"))
_SOFT = ((GEN, "я"), ("accs", "я"), (DAT, "ю"), (INS, "ем"), (LOC, "е"))
_ON_A = ((GEN, "ы"), (GEN, "и"), (DAT, "е"), ("accs", "у"), (INS, "ой"), (INS, "ей"), (LOC, "е"))
_ON_YA = ((GEN, "и"), (DAT, "е"), (DAT, "и"), ("accs", "ю"), (INS, "ей"), (LOC, "е"), (LOC, "и"))
_ON_SIGN = ((GEN, "и"), (DAT, "и"), (INS, "ью"), (LOC, "и"))
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"


def given_in(word: str, case: str) -> bool:
    """Whether a word is a given name of the vocabulary in a case."""
    return given_of(word, case) is not None


def given_of(word: str, case: str) -> str | None:
    """The given name, in small letters, that a word is in a case other than the nominative; None where it is none."""
    return _bent().get((plain(word), case))


@cache
def _bent() -> Mapping[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for name, gender in people().given.items():
        for case, form in _forms(name, gender):
            out.setdefault((form, case), name)
    return out


def _forms(name: str, gender: str) -> Iterator[tuple[str, str]]:
    stem, last = name[:-1], name[-1]
    endings: tuple[tuple[str, str], ...]
    if last == "а":
        endings = _ON_A
    elif last == "я":
        endings = _ON_YA
    elif gender == "m" and last in "йь":
        endings = _SOFT
    elif gender == "m" and last in _CONSONANTS:
        stem, endings = name, _HARD
    elif gender == "f" and last == "ь":
        endings = _ON_SIGN
    else:
        return
    yield from ((case, stem + ending) for case, ending in endings)
