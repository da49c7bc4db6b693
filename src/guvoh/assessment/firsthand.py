"""What a page has at first hand: what somebody told it, what it saw or asked; all else it only passes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest

from guvoh.assessment import names
from guvoh.assessment.corpus import Entry
from guvoh.assessment.crediting import sentences, unquoted
from guvoh.assessment.phrases import phrases

_BEHIND = 90  # characters behind the words for telling in which the name stands
_SHORTEST = 3  # letters of a name
_ARTICLE = re.compile(r"(?i)^the\s+")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_OPENED = re.compile(r"^[\s«“\"„]*$")
_LATIN = re.compile(r"^[A-Za-z]")
_VOWELS = re.compile(r"[aeiou]+$")
_CASE = re.compile(r"^[aeiouvmhgk]{0,4}$")  # of a folded word behind its stem: «-ому», «-ями», "-га"
_LONGER = re.compile(r"^\s+(?:of\s+(?:the\s+)?|&\s+)?[A-Z]")  # "the Herald" of "the Herald Tribune"
_PART = re.compile(r"\b(?!The\b)[A-Z][\w’'-]*\s+$")  # "Asia" of "Central Asia"
Name = list[str]
"""The words of a name as they are spelled."""


def told_itself(entry: Entry, called: Collection[str]) -> tuple[str, ...]:
    """The sentences by which a page shows that somebody told something to its publisher, `called` so, or that it asked.

    "He told Reuters" is at first hand in Reuters' own report, and passed on in any other.
    """
    spelled = [_WORD.findall(_ARTICLE.sub("", name)) for name in called if len(name) >= _SHORTEST]
    return tuple(s for s in sentences(entry) if _told_us(s) or any(_told(s, n) or _asked(s, n) for n in spelled if n))


def _told_us(sentence: str) -> bool:
    """Whether it says so of "us" or "our correspondent", in words of its own: "he told us to leave" is a witness's."""
    return phrases("firsthand", "us").search(unquoted(sentence)) is not None


def _told(sentence: str, name: Name) -> bool:
    """Whether somebody told it the publisher: by name in any case, or, where the name may tell, in another case."""
    if next(_named_behind(sentence, "told", name), None) is not None:
        return True
    return any(_is_inflected(found, name) for found in _named_behind(sentence, "told to", name))


def _named_behind(sentence: str, table: str, name: Name) -> Iterator[Name]:
    """The name as it stands right behind one of the phrases, as a whole."""
    for met in phrases("firsthand", table).finditer(sentence):
        behind = sentence[met.end() : met.end() + _BEHIND]
        words = list(_WORD.finditer(behind))[: len(name)]
        if not words or not _OPENED.search(behind[: words[0].start()]):
            continue
        found = [word[0] for word in words]
        is_whole = not (_LATIN.search(name[-1]) and _LONGER.search(behind[words[-1].end() :]))
        if is_whole and all(_is_one(word, of) for word, of in zip_longest(found, name, fillvalue="")):
            yield found


def _is_one(found: str, word: str) -> bool:
    """Whether a word is one of a name, in any case: «Вестнику», but not "Heraldic" for "Herald"."""
    said, known = names.fold(found), names.fold(word)
    if _LATIN.search(word) or said == known:
        return said == known
    stem = _VOWELS.sub("", known)
    return len(stem) >= _SHORTEST and said.startswith(stem) and _CASE.search(said[len(stem) :]) is not None


def _is_inflected(found: Name, name: Name) -> bool:
    """Whether the name is not what tells: «сообщила „Медиазона“» is her own word, «Медиазоне» what she was told."""
    return any(names.fold(word) != names.fold(of) for word, of in zip(found, name, strict=True))


def _asked(sentence: str, name: Name) -> bool:
    asked, spelled = phrases("firsthand", "asked"), r"\W+".join(map(re.escape, name))
    return any(
        asked.search(sentence[m.end() : m.end() + _BEHIND]) and not _PART.search(sentence[: m.start()])
        for m in re.finditer(rf"\b{spelled}\b", sentence)
    )
