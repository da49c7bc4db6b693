"""The defensible minimum of each act in the dossier: one row for each stage, each figure with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from guvoh.assessment.proof import Line, Tally
from guvoh.model import plain
from guvoh.reporting.privacy import PrivateNames
from guvoh.reporting.tables import Row
from guvoh.reporting.words import STAGES, act_words, number_words

_MEANING: Final = "The smallest total that all sources together support, with nobody counted twice. "
_CONTESTED: Final = (
    "The smallest total that the figures used support together, with nobody counted twice; it is contested: "
    "others deny it or say less. "
)
_SOME_CONTESTED: Final = (
    "The smallest totals that the figures used support together, with nobody counted twice; others deny those marked "
    "“contested” or say less. "
)
_IF_RIGHT: Final = "If the figures used are right, it cannot have been fewer."


def meaning(tallies: Iterable[Tally]) -> str:
    """What the totals mean, in words: other ones where some source denies what counts or says less, of all or some."""
    every = [bool(one.contested) for one in tallies]
    if not any(every):
        return _MEANING + _IF_RIGHT
    return (_CONTESTED if all(every) else _SOME_CONTESTED) + _IF_RIGHT


@dataclass(frozen=True, slots=True)
class Totals:
    """For each act the tallies of its stages, over all places and dates; `left_out` says which totals are not given."""

    acts: Mapping[str, Sequence[Tally]]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One total: “at least 41 people”, the figures it stands on, and those left out with the reason.

    `contests` are the notes on who contests it, `notes` all others.
    """

    act: str
    stage: str
    least: str
    used: tuple[Row, ...]
    left_out: tuple[tuple[Row, str], ...]
    contests: tuple[str, ...]
    notes: tuple[str, ...]


def total_rows(totals: Totals, table: Mapping[str, Row], names: PrivateNames) -> list[TotalRow]:
    """The rows of all acts, in the order of their names; the stages of one act side by side. Reasons hide `names`."""
    ordered = sorted(totals.acts.items(), key=lambda item: act_words(item[0]))
    hidden = [(act, hiding(one, names), len(some) > 1) for act, some in ordered for one in some]
    return [_row(act, one, several=several, table=table) for act, one, several in hidden]


def _row(act: str, one: Tally, *, several: bool, table: Mapping[str, Row]) -> TotalRow:
    open_stage = "stage not told" if several else ""
    left = tuple((table[line.statement], _why(line, table)) for line in one.left_out if line.statement in table)
    return TotalRow(
        act_words(act),
        STAGES[one.stage] if one.stage else open_stage,
        _least(one.minimum) + (", contested" if one.contested else ""),
        tuple(table[line.statement] for line in one.used if line.statement in table),
        left,
        one.contests,
        one.own_notes,
    )


def _least(minimum: float) -> str:
    if not minimum:
        return "no number can be defended"
    return f"at least {number_words(minimum)} {'person' if minimum == 1 else 'people'}"


def _why(line: Line, table: Mapping[str, Row]) -> str:
    """The reason with the figure in the place of its id."""
    words = [f"{table[word].figure} ({table[word].ref})" if word in table else word for word in line.why.split(" ")]
    return " ".join(words)


def hiding(one: Tally, names: PrivateNames) -> Tally:
    """The tally with private names replaced in its reasons and notes: “denied by Witness 1”."""

    def line(told: Line) -> Line:
        return replace(told, why=names.within(told.why))

    return replace(
        one,
        used=tuple(map(line, one.used)),
        left_out=tuple(map(line, one.left_out)),
        highest=line(one.highest) if one.highest else None,
        notes=tuple(map(names.within, one.notes)),
        contested=tuple(replace(c, by=names.within(c.by), says=names.within(c.says)) for c in one.contested),
    )


def totals_data(totals: Totals, names: PrivateNames) -> Iterable[dict[str, Any]]:
    """The same for programs: statements by their id."""
    for act, some in sorted(totals.acts.items()):
        for one in (hiding(tally, names) for tally in some):
            used, left = [_line(line) for line in one.used], [_line(line) for line in one.left_out]
            stage = one.stage.value if one.stage else None
            told = {"act": act, "stage": stage, "minimum": one.minimum, "unit": "people"}
            against = plain(one.contested)
            yield {**told, "used": used, "left_out": left, "notes": list(one.notes), "contested": against}


def _line(line: Line) -> dict[str, Any]:
    return {"statement": line.statement, "value": line.value, "why": line.why}
