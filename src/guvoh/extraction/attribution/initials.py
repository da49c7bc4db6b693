"""Bodies called by initials that the text writes out: "DHS" for "Department of Homeland Security"."""

from __future__ import annotations

import re

from guvoh.model import Span

_NAME = re.compile(r"(?<!\w)(?!The )[A-Z][\w’'-]+(?: (?:(?:of|for|and|on|in|against) (?:the )?)?[A-Z][\w’'-]+)+")
_WORD = re.compile(r"[A-Z][\w’'-]+")
_LONGEST = 100
_LETTERS = re.compile(r"[A-Z]{3,6}")


def written_out(initials: str, text: str) -> Span | None:
    """Where the text first writes out the name that the initials stand for; None for other words."""
    if not _LETTERS.fullmatch(initials):
        return None
    names = _NAME.finditer(text)
    return next((name.span() for name in names if _first_letters(name.group()) == initials), None)


def introduced(initials: str, text: str) -> Span | None:
    """Where the text introduces the initials behind the name they stand for, both: "Watch Abroad (WA)"."""
    behind = text.find(f" ({initials})") if _LETTERS.fullmatch(initials) else -1
    if behind < 0:
        return None
    name = next((m for m in _NAME.finditer(text, max(0, behind - _LONGEST), behind) if m.end() == behind), None)
    if name is None or _first_letters(name.group())[:1] != initials[:1]:
        return None
    return name.start(), behind + len(f" ({initials})")


def stands_for(initials: str, name: str) -> bool:
    """Whether initials are the first letters of the words of a name, all of them: "RAD" of "Réseau Alerte Désert"."""
    return _LETTERS.fullmatch(initials) is not None and "".join(w[0] for w in name.split()).upper() == initials


def _first_letters(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name))
