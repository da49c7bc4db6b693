"""What a page has at first hand: what somebody told it, what it saw or asked; all else it only passes on."""

from __future__ import annotations

import re
from collections.abc import Collection

from guvoh.assessment import names
from guvoh.assessment.corpus import Entry
from guvoh.assessment.crediting import told_in
from guvoh.assessment.phrases import phrases

_BEHIND = 60  # characters behind the words for telling in which the name stands
_ALIKE = 5  # letters by which a word is known in all its cases: "the Herald", «Вестнику»
_SHORTEST = 3  # letters of a name
_ARTICLE = re.compile(r"(?i)^the\s+")


def is_firsthand(entry: Entry, called: Collection[str]) -> bool:
    """Whether a page shows that somebody told something to its publisher, which is `called` so, or that it was there.

    "He told Reuters" is at first hand in Reuters' own report, and passed on in any other.
    """
    known = [_words(name) for name in called if len(name) >= _SHORTEST]
    spelled = [name for name in called if len(name) >= _SHORTEST]
    text = entry.document.text
    return any(_told(text[start:end], known) or _asked(text[start:end], spelled) for start, end in told_in(entry))


def _told(text: str, called: Collection[list[str]]) -> bool:
    found = (_words(text[m.end() : m.end() + _BEHIND]) for m in phrases("firsthand", "told").finditer(text))
    return any(name and behind[: len(name)] == name for behind in found for name in called)


def _words(name: str) -> list[str]:
    """The words of a name, without its article, by their beginnings."""
    return [names.stem(word)[:_ALIKE] for word in names.words(_ARTICLE.sub("", name))]


def _asked(text: str, called: Collection[str]) -> bool:
    asked = phrases("firsthand", "asked")
    return any(
        asked.search(text[m.end() : m.end() + _BEHIND]) for name in called for m in re.finditer(re.escape(name), text)
    )
