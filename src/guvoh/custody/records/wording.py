"""A query as words: the ways to look for them, from narrow to wide, and which words of a text answer to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import connection
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from guvoh.custody.folding import Word, key, words

_NEAR_FROM = 4
"""Letters that a word must have before others are taken for a misspelling of it; from twice as many, two slips."""
_NEAR = 6
"""Words taken to be the one meant, at most."""
_CANDIDATES = "SELECT word FROM records_searchword WHERE head = %s AND size BETWEEN %s AND %s"
_KEEP = "INSERT OR IGNORE INTO records_searchword (word, head, size) VALUES (%s, %s, %s)"
_LONGEST = 64


def asked_for(query: str) -> list[str]:
    """The keys of a query's words, each once."""
    return list(dict.fromkeys(key(word.folded) for word in words(query)))


def ways(asked: Sequence[str]) -> Iterator[str]:
    """FTS5 queries from narrow to wide: the words, words that begin with them, words that begin with their stems."""
    yield " ".join(f'"{word}"' for word in asked)
    yield " ".join(f'"{word}"*' for word in asked)
    yield widest(asked)


def tiers_of(asked: Sequence[str]) -> Iterator[str]:
    """The ways again, each without what the one before it finds; a way that finds no more is left out."""
    before = ""
    for way in dict.fromkeys(ways(asked)):
        yield f"({way}) NOT ({before})" if before else way
        before = way


def widest(asked: Sequence[str]) -> str:
    """The widest of the ways; whatever the others find, it finds."""
    return " ".join(f'"{stem(word)}"*' for word in asked)


def stem(word: str) -> str:
    """A word without what an ending may change: rough, the same for every language we read, and ranked last."""
    return word[: -2 if len(word) > 5 else -1] if len(word) > 4 and not word.isdigit() else word


def near(word: str) -> tuple[str, ...]:
    """Words of the index that are one slip away (two in long words) and begin alike, nearest first."""
    if len(word) < _NEAR_FROM or not word.isalpha():
        return ()
    slips = 1 if len(word) < 2 * _NEAR_FROM else 2
    with connection.cursor() as cursor:
        cursor.execute(_CANDIDATES, [word[0], len(word) - slips, len(word) + slips])
        known = [one for (one,) in cursor.fetchall()]
    found = extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=_NEAR + 1)
    return tuple(one for one, _, _ in found if one != word)[:_NEAR]


def widened(asked: Sequence[str], also: Sequence[Sequence[str]]) -> str:
    """The FTS5 query for each word, in any form, or one of those spelled nearly like it."""
    each = []
    for word, others in zip(asked, also, strict=True):
        forms = (f'"{stem(word)}"*', *(f'"{one}"' for one in others))
        each.append(f"({' OR '.join(forms)})")
    return " AND ".join(each)


def remember(keyed: set[str]) -> None:
    """Keep words of the index, so that `near` finds them."""
    fit = sorted(word for word in keyed if _NEAR_FROM - 1 <= len(word) <= _LONGEST and word.isalpha())
    with connection.cursor() as cursor:
        cursor.executemany(_KEEP, [(word, word[0], len(word)) for word in fit])


def answering(said: Word, asked: Sequence[str]) -> str | None:
    """The word asked for that a word of the text answers to, or None."""
    told = key(said.folded)
    if told in asked:
        return told
    beginnings = [word for word in asked if told.startswith(stem(word))]
    return max(beginnings, key=len, default=None)
