"""What a day at the desk begins with: what came in, what waits, what conflicts, what was not read, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guvoh.custody import Vault
from guvoh.custody.browse import (
    ConflictItem,
    DocumentFilter,
    DocumentItem,
    DocumentSort,
    LetterItem,
    Page,
    ProblemItem,
    StatementFilter,
    StatementSort,
    Total,
)
from guvoh.model.access import Actor, Right, require
from guvoh.model.edtf import bounds
from guvoh.model.errors import BadTerm
from guvoh.model.findings import NO_FINDER

_NONE = Total(0, exact=True)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A letter and whether the date by which it asks for a reply has passed."""

    letter: LetterItem
    overdue: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of a vault on a day. `waiting`: statements not decided on by all who must."""

    newest: Page[DocumentItem]
    waiting: Total
    conflicts: tuple[ConflictItem, ...]
    conflicting: Total
    problems: Page[ProblemItem]
    deadlines: tuple[Deadline, ...]

    @property
    def to_mend(self) -> bool:
        """Whether a problem shown is one of a file, which can be mended and taken in again."""
        return any(not words.startswith(NO_FINDER) for one in self.problems.rows for words in one.words)

    @property
    def in_other_languages(self) -> bool:
        """Whether a problem shown is only that no finder reads the language."""
        return any(words.startswith(NO_FINDER) for one in self.problems.rows for words in one.words)


def look_over(vault: Vault, by: Actor, day: date, size: int = 5) -> Overview:
    """The newest of everything, up to `size` of each; of deadlines up to `size` passed and as many ahead."""
    require(by, Right.READ)
    browse = vault.browse
    waiting = browse.statements(StatementFilter(waiting=True), StatementSort.REVIEW, None, 1).total
    conflicts, conflicting = browse.conflicts(size)
    return Overview(
        browse.documents(DocumentFilter(), DocumentSort.NEWEST, None, size), waiting or _NONE, conflicts, conflicting,
        browse.problems(None, size), deadlines(browse.letters(day, size), day),
    )  # fmt: skip


def deadlines(letters: tuple[LetterItem, ...], day: date) -> tuple[Deadline, ...]:
    """The letters' dates against the day: those passed first, latest on top, then those ahead, soonest on top."""
    dated = [(last, one) for one in letters if (last := _last(one.reply_by)) is not None]
    passed = sorted((pair for pair in dated if pair[0] < day), key=lambda pair: pair[0], reverse=True)
    ahead = sorted((pair for pair in dated if pair[0] >= day), key=lambda pair: pair[0])
    return tuple(Deadline(one, last < day) for last, one in (*passed, *ahead))


def _last(reply_by: str) -> date | None:
    """The last day that a reply date allows; None where the text gives no year or no end."""
    try:
        known = bounds(reply_by)
    except BadTerm:
        return None
    return known.last if known.year_known else None
