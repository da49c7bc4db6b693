"""The words of a text and of one speaker so far: what a sentence that goes on takes up again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from guvoh.model import Span


class SaidSoFar:
    """The words of one speaker up to a place that mostly moves forward: each extent is read once."""

    def __init__(self, text: str, extents: Sequence[Span]) -> None:
        self._text = text
        self._extents = sorted(extents, key=lambda span: span[1])
        self._read = 0
        self._so_far: set[str] = set()

    def before(self, offset: int) -> AbstractSet[str]:
        """The words of the extents that end at or before `offset`; holds until the next call."""
        if self._read and self._extents[self._read - 1][1] > offset:
            self._read, self._so_far = 0, set()
        while self._read < len(self._extents) and self._extents[self._read][1] <= offset:
            self._so_far |= words(self._text[slice(*self._extents[self._read])])
            self._read += 1
        return self._so_far


def words(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(re.findall(r"\w[\w-]*", text.lower()))
