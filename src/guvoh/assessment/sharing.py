"""Whether two documents of which neither names the other share an origin: by sources, passages and numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from guvoh.assessment import names
from guvoh.assessment.accounts import Account, Number, View
from guvoh.assessment.announcing import announced, telling_number
from guvoh.assessment.corpus import Told
from guvoh.assessment.fingerprints import Match
from guvoh.assessment.sides import Side, body_side, side
from guvoh.assessment.sources import Registry
from guvoh.assessment.times import day_bounds
from guvoh.model.weighing import DocumentRelation

_FINGERPRINT = 3  # equal telling numbers that two documents rarely share by chance
_CARRIED = 0.5  # share of what one document tells that common sources must carry
_TWO_WORDS = 2  # words in common by which two unnamed sources may be one
Seen = tuple[View, Account]


class Found(NamedTuple):
    """What a strict rule sees of two documents: its name, the relation it stands for, why, who took from whom.

    `is_sure`: nothing else is asked. `is_named`: both rest on one source with a name, so they do not stand apart.
    """

    rule: str
    relation: DocumentRelation
    why: str
    direction: str | None = None
    is_sure: bool = False
    is_named: bool = False


def linked(one: Seen, other: Seen, registry: Registry, match: Match | None) -> Found:
    """What ties two documents of which neither names the other, by the strictest rule that sees something."""
    (a, told_a), (b, told_b) = one, other
    shares = DocumentRelation.SHARES_ORIGIN
    if common := _common_lines(one, other):
        whom = ", ".join(sorted(registry.sources[i].name for i in common))
        is_all = all(m.line in common for m in (*told_a.told, *told_b.told))
        is_named = any(not names.is_anonymous(registry.sources[i].name) for i in common)
        return Found("a common source", shares, f"both go back to {whom}", is_sure=is_all, is_named=is_named)
    if not told_a.passages.isdisjoint(told_b.passages):
        return Found("a fingerprint", shares, "a passage that tells of the event stands in both", first_of(a, b))
    if number := _unsourced_number(one, other):
        why = f"both give the number {number:g}, and one of them names no source for it"
        return Found("a number", shares, why)
    if given := announced(a, b, registry):
        theirs = f"both give the number {given.number:g}, which officials announced"
        unknown = f"both give the number {given.number:g}, which neither counted itself"
        return Found("a number", shares, theirs if given.by_officials else unknown)
    if found := _common_figures(one, other, registry):
        return Found(found[0], shares, found[1])
    if match is not None:
        return Found("a fingerprint", shares, match.why)
    return Found("nothing", DocumentRelation.INDEPENDENT, "no shared source, passage or set of numbers was found")


def _common_figures(one: Seen, other: Seen, registry: Registry) -> tuple[str, str] | None:
    """How common numbers tie two documents, by which rule: one source of one of them, or many numbers."""
    (a, told_a), (b, told_b) = one, other
    numbers = a.numbers & b.numbers
    if not numbers:
        return None
    named = (named_in(a, registry, b) & named_in(b, registry, a)) - {a.publisher, b.publisher}
    if given := numbers & (_given_by(named, a) | _given_by(named, b)):
        source = min(registry.sources[i].name for i in named)
        return "a source of a number", f"both cite {source} and give the number {max(n for _, n in given):g}"
    if number := _alike_source(told_a, told_b):
        return "a role of a number", f"both give the number {number[1]:g} and cite “{number[0]}” for it"
    if len(numbers) >= _FINGERPRINT:
        listed = ", ".join(f"{n:g}" for _, n in sorted(numbers, key=lambda x: -x[1])[:5])
        return "a fingerprint", f"both give the numbers {listed}"
    return None


def _common_lines(one: Seen, other: Seen) -> frozenset[str]:
    """The lines that both rest on, where they carry half or more of what one of the two tells of the event.

    An outlet's own name is none where it goes on with a story by other sources, or where no number is the same.
    """
    (a, told_a), (b, told_b) = one, other
    common = told_a.lines & told_b.lines
    if not common:
        return common
    if common & {a.publisher, b.publisher} and (_goes_on(a, b) or _numbers_differ(told_a, told_b)):
        common -= {a.publisher, b.publisher}
    shares = [sum(m.line in common for m in of.told) / len(of.told) for of in (told_a, told_b) if of.told]
    return common if max(shares, default=0.0) >= _CARRIED else frozenset()


def _goes_on(a: View, b: View) -> bool:
    """Whether both are of one outlet and each has sources beside it."""
    return a.publisher == b.publisher and all(any(not m.is_own for m in _all(view)) for view in (a, b))


def _numbers_differ(a: Account, b: Account) -> bool:
    return bool(a.figures and b.figures) and a.figures.isdisjoint(b.figures)


def _all(view: View) -> Iterable[Told]:
    return (m for members in view.told.values() for m in members)


def named_in(view: View, registry: Registry, other: View | None = None) -> set[str]:
    """The sources with names whose words the document reports, and those of `other` whom its text names in full."""
    found = {registry.find(view.entry.key, name) for name in view.speakers}
    if other is not None:
        text = view.entry.document.text
        full = (name for name in other.speakers if " " in name and name in text)
        found |= {registry.find(other.entry.key, name) for name in full}
    return {source for source in found if source is not None}


def _given_by(sources: set[str], view: View) -> set[Number]:
    """The telling numbers that a document has from one of the sources, or through it."""
    told = (m for m in _all(view) if not sources.isdisjoint((m.origin, *m.via)))
    return {number for m in told if (number := telling_number(m))}


def _alike_source(a: Account, b: Account) -> tuple[str, float] | None:
    """The largest number that both give to sources described alike: "the ministry", "the ministry's press service"."""
    given: dict[Number, set[str]] = defaultdict(set)
    for told in b.told:
        if (number := telling_number(told)) and (name := _first_name(told)):
            given[number].add(name)
    found = [
        (number[1], min(one, other, key=len))
        for m in a.told
        if (number := telling_number(m)) in given and number and (one := _first_name(m))
        for other in given[number]
        if _is_alike(one, other)
    ]
    return max(found)[::-1] if found else None


def _first_name(told: Told) -> str | None:
    return None if told.is_own or not told.statement.attribution else told.statement.attribution[0].name


def _is_alike(one: str, other: str) -> bool:
    said, heard = (
        frozenset(names.words(name)) - names.folded_set("fillers") - names.folded_set("voices") for name in (one, other)
    )
    common = said & heard
    whole = bool(common) and common in (said, heard)
    return whole and (len(common) >= _TWO_WORDS or (names.is_body(one) and names.is_body(other)))


def _unsourced_number(one: Seen, other: Seen) -> float | None:
    """The largest telling number that both give, when one of them names no source for anything it tells.

    Such a document may have taken it from the other, or given it to it. One that names sources of its own stands for
    itself; so does a body that speaks on its own page, but for whom the other has the number from.
    """
    shared = one[1].numbers & other[1].numbers
    if not shared or not (one[1].is_own or other[1].is_own):
        return None
    found = [
        n for n in shared for mine, its in ((one, other), (other, one)) if mine[1].is_own and _may_pass(mine, its, n)
    ]
    return max((n for _, n in found), default=None)


def _may_pass(own: Seen, other: Seen, number: Number) -> bool:
    """Whether a number may have passed between a page that names no source and another."""
    mine = body_side(own[0].signed)
    if mine is Side.OPEN:
        return True
    of_mine = [m for m in other[1].told if side(m) is mine or own[0].publisher in (m.origin, *m.via)]
    if not any(telling_number(m) == number for m in of_mine):
        return False
    its = body_side(other[0].signed)
    return its in (Side.OPEN, mine) or len(of_mine) > _CARRIED * len(other[1].told)


def first_of(a: View, b: View) -> str | None:
    """The direction of two documents by the days on which they were published; None when these may be one."""
    days_a, days_b = day_bounds(a.entry.document.published), day_bounds(b.entry.document.published)
    if days_a[1] is not None and days_b[0] is not None and days_a[1] < days_b[0]:
        return "b_from_a"
    if days_b[1] is not None and days_a[0] is not None and days_b[1] < days_a[0]:
        return "a_from_b"
    return None
