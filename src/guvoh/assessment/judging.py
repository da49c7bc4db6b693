"""What is said of two documents once everything is weighed: the relation that is likeliest, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.assessment.accounts import View
from guvoh.assessment.beside import Page
from guvoh.assessment.kinship import Features, features, likeliest, may_repeat
from guvoh.assessment.secondhand import passed_on
from guvoh.assessment.sharing import Found, Seen, first_of
from guvoh.assessment.sources import Registry
from guvoh.assessment.voices import NAMED, VAGUE, called, listed
from guvoh.model.weighing import DocumentRelation

_HELD = 4096  # pages kept at hand: those of one event are asked for one after the other
_AGAINST, _FOR = "what else they share speaks against it", "what else they share speaks for it"
Judged = tuple[DocumentRelation, tuple[str, ...], str | None]


class Pages:
    """Judges pairs of documents, and keeps some at hand."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._held: dict[str, Page] = {}

    def of(self, view: View) -> Page:
        """The document as kinship sees it."""
        key = view.entry.key
        found = self._held.get(key)
        if found is None:
            if len(self._held) >= _HELD:
                self._held.clear()
            found = self._held[key] = Page(view, self._registry)
        return found

    def features(self, one: Seen, other: Seen, found: Found) -> Features:
        """What the two have in common and what parts them."""
        return features((self.of(one[0]), one[1]), (self.of(other[0]), other[1]), found.rule)

    def may_repeat(self, one: Seen, other: Seen) -> bool:
        """Whether one of the two may be judged to repeat the other, whatever a strict rule sees."""
        return may_repeat(features((self.of(one[0]), one[1]), (self.of(other[0]), other[1])))

    def judge(self, one: Seen, other: Seen, found: Found) -> Judged:
        """The relation of two documents with reasons and direction; `found` is what a strict rule sees."""
        relation = likeliest(self.features(one, other, found))
        mine, its = self.of(one[0]), self.of(other[0])
        has_ground = self._have_ground(mine, its)  # else who hears one source has no ground of his own
        if relation is DocumentRelation.INDEPENDENT and found.is_named and not has_ground:
            relation = found.relation
        if relation is DocumentRelation.INDEPENDENT and mine.sources & its.sources and not has_ground:
            return DocumentRelation.SHARES_ORIGIN, (self._reported(one[0], other[0]) or found.why,), found.direction
        if relation is DocumentRelation.INDEPENDENT and (common := passed_on(mine, its)):
            return DocumentRelation.SHARES_ORIGIN, (common,), found.direction
        if relation is DocumentRelation.INDEPENDENT is found.relation:
            common = self._reported(one[0], other[0])
            return relation, (common, _AGAINST) if common else (found.why,), found.direction
        if relation is found.relation:
            return relation, (found.why,), found.direction
        tie = _in_common(self.of(one[0]), self.of(other[0]), self._registry)
        direction = None if relation is DocumentRelation.INDEPENDENT else found.direction
        if relation is DocumentRelation.REPEATS:
            direction = direction or first_of(one[0], other[0])
        return relation, reasons(relation, found, tie), direction

    def _have_ground(self, a: Page, b: Page) -> bool:
        """Whether each of two pages was told something itself, and by others than the sources of both."""
        if not (a.firsthand and b.firsthand):
            return False
        common = [self._registry.sources[source] for source in a.sources & b.sources]
        called = [name for source in common for name in (source.name, *source.aliases)]
        return a.has_ground_without(called) and b.has_ground_without(called)

    def _reported(self, one: View, other: View) -> str | None:
        """Whom both cite, if anyone."""
        a, b = self.of(one), self.of(other)
        return next(_reports(a, b, self._registry), None)


def reasons(relation: DocumentRelation, found: Found, tie: str | None) -> tuple[str, ...]:
    """Why two documents stand otherwise than a strict rule has it: what it saw, else `tie`, and how the rest speaks.

    Fitted weights overrule the rule, so no single thing is the reason, and nothing is claimed that was not seen.
    """
    if found.relation is not DocumentRelation.INDEPENDENT:
        return found.why, _FOR if relation is DocumentRelation.REPEATS else _AGAINST
    return (tie,) if tie and relation is DocumentRelation.SHARES_ORIGIN else (*((tie,) if tie else ()), _FOR)


def _in_common(a: Page, b: Page, registry: Registry) -> str | None:
    """The plainest of what two pages of one origin have in common; None where nothing that has words."""
    return next(_ties(a, b, registry), None)


def _reports(a: Page, b: Page, registry: Registry) -> Iterator[str]:
    if common := a.sources & b.sources:
        yield f"both report {listed(registry.sources[i].name for i in common)}"
    if kinds := a.cited & b.cited:
        yield f"both report {listed(map(called, kinds))}"


def _ties(a: Page, b: Page, registry: Registry) -> Iterator[str]:
    given = a.voices.given & b.voices.given
    if telling := {kind for _, kind in given} - VAGUE:
        number = max(n for n, kind in given if kind in telling)
        yield f"both report {listed(map(called, telling))} and give the number {number:g}"
    yield from _reports(a, b, registry)
    for kinds in ((a.cited & b.heard) | (b.cited & a.heard), a.heard & b.heard):
        if kinds:
            yield f"both report {listed(map(called, kinds))}"
    if numbers := sorted(a.numbers_with(b), reverse=True):
        yield f"both give the numbers {', '.join(f'{n:g}' for n in numbers[:NAMED])}"
