"""How well a thing is supported: documents, origins, independent lines and a status by written rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import Told
from guvoh.assessment.denials import deniers
from guvoh.assessment.sources import Registry
from guvoh.assessment.speakers import spoken_for
from guvoh.assessment.ties import tied
from guvoh.model.weighing import Support, SupportStatus

_NAMED = 3  # sources spelled out in a reason


def support(
    members: Sequence[Told], registry: Registry, *, in_conflict: bool = False, by_hand: bool = False
) -> Support:
    """The support of what `members` tell. `in_conflict` says that two of their figures exclude each other.

    Origins count once however many documents carry them. A line is what cannot be told apart: a named source, or all
    sources without a name that one outlet brings. Only statements that assert count towards independent lines, and
    none by a source that denies the event elsewhere. Two lines confirm each other where what they say themselves shows
    that they tell of one happening, or where a person put them together (`by_hand`).
    """
    members, united = _of_one_body(members, registry)
    asserting = [m for m in members if m.asserts]
    denying = deniers(members)
    heard = [m for m in asserting if m.origin not in denying]
    speaking = _speaking(heard)
    apart = independent_lines(speaking or heard[:1])
    lines = apart if by_hand or len(apart) < 2 else tied(speaking, apart) or frozenset(sorted(apart)[:1])
    backing = asserting or list(members)
    origins = {m.origin for m in backing}
    documents = {m.entry.key for m in backing}
    status, why = _status(len(documents), len(lines), bool(denying), in_conflict)
    reasons = [why]
    if denying:
        reasons.append(f"denied by {_names(denying, registry)}")
    if not asserting and not denying:
        reasons.append("announced, ordered for later or not said to have happened")
    if len(lines) < len(apart):
        reasons.append("a source whose words do not show that it tells of the same happening adds no line")
    if asserting and len(apart) < len(origins):
        reasons.append("unnamed sources of one outlet, and unsourced reports with a number told elsewhere, add no line")
    heard_lines = {m.line for m in heard}
    for line, some in sorted(united.items()):
        if line in heard_lines and len(told := {m.origin for m in heard} & some) > 1:
            reasons.append(f"one line only, as they speak for one body: {_names(told, registry)}")
    if len(speaking) < len(heard):
        reasons.append("a number of which no act is said adds no line unless another statement gives the same number")
    reasons.append(f"goes back to {_names(origins, registry)}")
    kinds = tuple(sorted({registry.kind(origin) for origin in origins}))
    return Support(len(documents), len(origins), len(lines), kinds, status, tuple(reasons))


def _of_one_body(members: Sequence[Told], registry: Registry) -> tuple[list[Told], dict[str, set[str]]]:
    """The statements, those of a body and of who speaks for it with one line; and the origins on each such line."""
    common = spoken_for({m.line for m in members}, registry.bodies)
    united = [replace(m, line=common[m.line]) if m.line in common else m for m in members]
    origins: dict[str, set[str]] = {line: set() for line in common.values()}
    for member in united:
        if member.line in origins:
            origins[member.line].add(member.origin)
    return united, origins


def _speaking(asserting: Sequence[Told]) -> list[Told]:
    """Those that say what was done, or give a number that another line gives too.

    A bare number stands in an event because its page tells of that: it is no second voice for what was done.
    """
    lines: dict[tuple[str, float] | None, set[str]] = defaultdict(set)
    for member in asserting:
        lines[_number(member)].add(member.line)
    lines.pop(None, None)
    return [m for m in asserting if not m.is_bare or len(lines.get(_number(m), ())) > 1]


def independent_lines(asserting: Sequence[Told]) -> frozenset[str]:
    """The lines that stand apart from each other.

    A report that names no source adds none where its own document names one for the event, nor where another line
    gives the same number: it may be taken from there.
    """
    sourced = {m.line for m in asserting if not m.is_own}
    documents = {m.entry.key for m in asserting if not m.is_own}
    numbers = {_number(m) for m in asserting if not m.is_own}
    lines = set(sourced)
    for told in sorted((m for m in asserting if m.is_own), key=lambda m: m.order):
        if told.entry.key in documents or (_number(told) is not None and _number(told) in numbers):
            continue
        lines.add(told.line)
        numbers.add(_number(told))
    return frozenset(lines)


def _number(told: Told) -> tuple[str, float] | None:
    number = claim(told.statement.count) if told.statement.count else None
    return None if number is None else (told.unit, number)


def _status(documents: int, lines: int, is_denied: bool, in_conflict: bool) -> tuple[SupportStatus, str]:  # noqa: FBT001
    if is_denied and lines < 2:
        return SupportStatus.DENIED, "a source denies it and at most one independent line says it"
    if is_denied:
        return SupportStatus.CONTESTED, "a source denies it, and two or more independent lines say it"
    if in_conflict:
        return SupportStatus.CONTESTED, "sources give figures that cannot both be right"
    if lines >= 2:
        return SupportStatus.CORROBORATED, f"{lines} independent lines say it"
    if documents >= 2:
        return SupportStatus.REPEATED, f"{documents} documents, but no two independent lines"
    return SupportStatus.SINGLE_ORIGIN, "one document only"


def _names(ids: Iterable[str], registry: Registry) -> str:
    named = sorted({registry.sources[i].name for i in ids})
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return ", ".join(named[:_NAMED]) + more
