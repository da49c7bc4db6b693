"""Whether two figures of one scope are at odds: what must be sure before it is said that not both can be right."""

from __future__ import annotations

from guvoh.assessment import groups, names
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.corpus import Told, published_apart
from guvoh.assessment.counted import is_sure
from guvoh.assessment.families import act_family, unit_family
from guvoh.assessment.phrases import phrases
from guvoh.assessment.sides import Side, side, side_of
from guvoh.assessment.spots import are_at_two_sites
from guvoh.model import Count, Qualifier, SourceKind, Stage, Statement

_REMOVAL, _ILL_TREATMENT = act_family("expulsion"), act_family("excessive_force")
_ESTIMATE = 0.1  # share of a number by which an estimate of it may be off without a quarrel
_BEFORE = 20  # characters
_TWO_WAYS = 2.0  # times: nobody's number doubles within a day without a word of it
_LIKELY = 0.65  # the least score of an act that was only learned and is at odds with one that is sure


def count_of(told: Told) -> Count:
    """The count of a figure."""
    count = told.statement.count
    if count is None:
        raise AssertionError("only figures are compared")
    return count


def may_disagree(a: Told, b: Told) -> bool:
    """Whether two figures whose scopes agree are asserted by two sources that cannot both be right."""
    if not are_sure(a, b) or _are_own_cases(a) or _is_running(a, b):
        return False  # two things may be counted: no quarrel is told on a guess
    if a.origin == b.origin or _done(a) != _done(b) or not (a.asserts and b.asserts):
        return False
    apart = compare(count_of(a), count_of(b)) is NumberRelation.APART
    if not apart or _is_near(count_of(a), count_of(b)) or _is_share(a) or _is_share(b):
        return False
    return not (_is_part_of_other(a, b) or is_rest(a) or is_rest(b) or _tell_both(a, b))


def is_quoted_two_ways(a: Told, b: Told) -> bool:
    """Whether one person is quoted with two numbers of the same, within a day, one of them at least double.

    Two pages do of which neither has both, or one that has them through two others. Whoever learns more says so ("by
    now 450"), as does who counts two places; else somebody has misheard. Symmetric.
    """
    gap = published_apart(a, b)
    if a.origin != b.origin or gap is None or gap > 1 or not _is_person(a):
        return False
    if a.entry.key == b.entry.key and a.via == b.via:
        return False
    if a.statement.act is None or a.statement.act != b.statement.act or _done(a) != _done(b):
        return False
    if not (a.unit and a.unit == b.unit and a.asserts and b.asserts and are_sure(a, b)):
        return False
    one, other = count_of(a), count_of(b)
    small, large = sorted((claim(one) or 0, claim(other) or 0))
    if small < 1 or large < _TWO_WAYS * small or compare(one, other) is not NumberRelation.APART:
        return False
    if one.of or other.of or groups.marks(a.statement.affected) != groups.marks(b.statement.affected):
        return False
    if _explains_both(a, b) or _explains_both(b, a) or are_at_two_sites(a, b):
        return False
    return not (is_rest(a) or is_rest(b) or _goes_on(a, b))


def _explains_both(page: Told, other: Told) -> bool:
    """Whether the page of a figure also has the other number from the same person, and through nobody else.

    Who is quoted by one page with both counts two things; what reached the page by another way may be misheard.
    """
    if page.entry.key == other.entry.key:
        return False
    number, unit, through = claim(count_of(other)), unit_family(count_of(other).unit), _told_through(page.statement)
    told = (s for s in page.entry.findings.statements if s.id != page.id and act_family(s.act) in ("", page.family))
    alike = (s for s in told if s.count and (claim(s.count), unit_family(s.count.unit)) == (number, unit))
    return any(_told_through(s) == through for s in alike)


def _told_through(statement: Statement) -> frozenset[str]:
    """The names of whoever tells it and of those through whom it came."""
    return frozenset(names.fold(link.name) for link in statement.attribution)


def _is_person(told: Told) -> bool:
    first = next(iter(told.statement.attribution), None)
    return first is not None and first.kind is SourceKind.PERSON and not names.is_anonymous(first.name)


def _is_share(told: Told) -> bool:
    """Whether it is a share of a number and no number: "nearly half", "five in six"."""
    return 0 < (claim(count_of(told)) or 0) < 1


def is_rest(told: Told) -> bool:
    """Whether the text says that a number is what remains of another: "the other 377", "thirteen others"."""
    count, text = count_of(told), told.entry.document.text
    before = text[max(0, count.start - _BEFORE) : count.start]
    return bool(phrases("quarrels", "rest-before").search(before) or phrases("quarrels", "rest").search(count.words))


def _tell_both(a: Told, b: Told) -> bool:
    """Whether two pages each tell the numbers of both figures, so that these count two things."""
    return a.entry.key != b.entry.key and _tells_both(a, b) and _tells_both(b, a)


def _tells_both(page: Told, other: Told) -> bool:
    """Whether the page of a figure tells the number of the other too, of one kind of act and from nobody at odds."""
    number, unit, own = claim(count_of(other)), unit_family(count_of(other).unit), side(page)
    told = (s for s in page.entry.findings.statements if s.id != page.id and act_family(s.act) in ("", page.family))
    alike = (s for s in told if s.count and (claim(s.count), unit_family(s.count.unit)) == (number, unit))
    return any({own, side_of(s)} != {Side.STATE, Side.CIVIL} for s in alike)


def tells_more(a: Told, b: Told) -> bool:
    """Whether a page sets two sources of one side beside each other to tell more, not to set them at odds."""
    return (side(a) is side(b) or a.is_own or b.is_own) and not _is_set_against(a, b)


def _done(told: Told) -> Stage | None:
    """The stage, "carried out" where none is said of what needs no order first; a removal's stays open."""
    return told.stage if told.stage or told.family == _REMOVAL else Stage.CARRIED_OUT


def are_sure(a: Told, b: Told) -> bool:
    """Whether both acts are sure, or one is and the other, of the same event, is likely."""
    least, most = sorted((t.statement for t in (a, b)), key=lambda s: (is_sure(s), s.score))
    return is_sure(most) and (is_sure(least) or least.score >= _LIKELY)


def _are_own_cases(a: Told) -> bool:
    """Whether each may tell of those beaten or badly kept whom it knows of; deaths are of another family."""
    return a.family == _ILL_TREATMENT


def _is_running(a: Told, b: Told) -> bool:
    """Whether one counts what was done "so-far" or "by now", and the other was published on another day."""
    return published_apart(a, b) != 0 and _goes_on(a, b)


def _goes_on(a: Told, b: Told) -> bool:
    return any(phrases("quarrels", "so-far").search(t.statement.quote) for t in (a, b))


def _is_near(a: Count, b: Count) -> bool:
    """Whether one is an estimate that the other meets within a tenth: "around 140" and 130 are no quarrel."""
    small, large = sorted((claim(a) or 0, claim(b) or 0))
    return Qualifier.ABOUT in (a.qualifier, b.qualifier) and large - small <= _ESTIMATE * large


def _is_part_of_other(a: Told, b: Told) -> bool:
    """Whether one is told as a part of a whole, or of one nationality, and nothing says that the other counts them."""
    one, other = a.statement.affected, b.statement.affected
    parts = [t for t in (a, b) if count_of(t).of is not None]
    bare = [t for t in parts if _is_of_one_act(t)]
    if bare and not _are_marked_alike(a, b):
        other_one = b if bare[0] is a else a
        if len(parts) == 2 or not _whole_act(bare[0]) or any(groups.marks(other_one.statement.affected)):
            return True
        return (claim(count_of(bare[0])) or 0) <= (claim(count_of(other_one)) or 0)
    return groups.marks(one) != groups.marks(other) and (len(parts) == 1 or one is None or other is None)


def _is_of_one_act(part: Told) -> bool:
    """Whether a part is of those to whom the same was done, as far as is known: "half of them", not "four of the
    arrested were charged"."""
    return act_family(_whole_act(part)) in ("", part.family)


def _whole_act(part: Told) -> str | None:
    whole = next((s for s in part.entry.findings.statements if s.id == count_of(part).of), None)
    return whole.act if whole else None


def _are_marked_alike(a: Told, b: Told) -> bool:
    """Whether two parts are of one nationality, sex or age, so that they count the same people."""
    marks = groups.marks(a.statement.affected)
    return any(marks) and marks == groups.marks(b.statement.affected)


def _is_set_against(a: Told, b: Told) -> bool:
    """Whether the later of two statements of a page begins by setting itself against what was said."""
    later = a if a.statement.start > b.statement.start else b
    return bool(phrases("quarrels", "set-against").search(later.statement.quote))
