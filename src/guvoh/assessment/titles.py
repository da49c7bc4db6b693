"""The title of an event: what, how many, where, when; and said first where it is only planned, ordered or denied."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import DOERS, Told
from guvoh.assessment.families import PEOPLE
from guvoh.assessment.times import day_bounds
from guvoh.model import Modality, Place, Stage
from guvoh.model.acts import act, acts


def title(members: Sequence[Told], family: str, place: Place | None, when: str | None) -> str:
    """The title of the event that these statements tell of: "Ordered: expulsion (30 people), Omsk, 2024-03"."""
    what = _what(members, family)
    if short := short_of_done(members):
        what = f"{short.capitalize()}: {lowered(what)}"
    if words := _number_told_most([m for m in members if m.asserts] or members):
        what += f" ({words})"
    return ", ".join(filter(None, (what, place.name if place else "", when)))


def short_of_done(members: Sequence[Told]) -> str:
    """How far short of done all stays that is told: "planned", "ordered" or "denied"; "" where something was done.

    What is ordered is done as an order: so it is told where each statement that names an act says no more. What is of a
    day after its page was published is planned, unless the page says that it was carried out.
    """
    asserting = [m for m in members if m.asserts]
    if asserting:
        stages = {m.stage for m in asserting if not m.is_bare} or {m.stage for m in asserting}
        if stages == {Stage.ORDERED}:
            return Stage.ORDERED.value
        return Stage.PLANNED.value if stages == {None} and all(map(_is_to_come, members)) else ""
    if any(m.stage is Stage.PLANNED for m in members):
        return Stage.PLANNED.value
    is_denied = all(m.statement.modality is Modality.DENIED for m in members)
    return Modality.DENIED.value if is_denied else ""


def _is_to_come(told: Told) -> bool:
    """Whether a statement is of a time that begins after its document was published."""
    first = told.period.first if told.period else None
    last = day_bounds(told.entry.document.published)[1]
    return first is not None and last is not None and first > last


def lowered(label: str) -> str:
    """A label as it stands within a title."""
    return label[:1].lower() + label[1:]


def _what(members: Sequence[Told], family: str) -> str:
    """The act that most of the statements name; what is counted where none names an act."""
    named = Counter(m.statement.act for m in members if m.statement.act)
    if named:
        term = min(named, key=lambda a: (-named[a], a))
        return act(term).label() if term in acts() else term
    counted = family.removeprefix("count of ")
    return (PEOPLE if counted == DOERS else counted).capitalize()


def _number_told_most(members: Sequence[Told]) -> str:
    """The words of the number that most documents tell of the event, no part of another if it can be; "" for none."""
    told: dict[tuple[bool, str, float], list[tuple[str, str]]] = defaultdict(list)
    for member in members:
        count = member.statement.count
        number = claim(count) if count else None
        if count is not None and number is not None:
            told[count.of is not None, member.unit, number].append((member.entry.key, count.words))
    if not told:
        return ""
    best = min(
        told, key=lambda kind: (kind[0], -len({key for key, _ in told[kind]}), -len(told[kind]))
    )  # else the first
    words = [words for _, words in told[best]]
    return next((one for one in words if one.isascii()), words[0])
