"""One page as it is set beside others: whom it cites and reports, and how much of an account is its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guvoh.assessment.accounts import Account, View
from guvoh.assessment.announcing import telling_number
from guvoh.assessment.corpus import Told
from guvoh.assessment.crediting import credited
from guvoh.assessment.firsthand import told_itself
from guvoh.assessment.names import is_common, stem
from guvoh.assessment.names import words as words_of
from guvoh.assessment.sides import Side, body_side, side
from guvoh.assessment.sources import Registry
from guvoh.assessment.voices import VAGUE, Offices, Voices, decreed, names_in, offices_in, voices
from guvoh.model import SourceKind

_ANY: frozenset[Side] = frozenset()
_TWO = frozenset({Side.STATE, Side.CIVIL})
_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})


class Page:
    """One document with what its kinship to others is judged by, whichever they are."""

    def __init__(self, view: View, registry: Registry) -> None:
        self.view = view
        self.voices: Voices = voices(view.entry)
        found = {registry.find(view.entry.key, source.name) for source in view.entry.findings.sources}
        self.sources = frozenset(source for source in found if source and source != view.publisher)
        self.speaks = view.publisher in found
        self.press = frozenset(source for source in self.sources if registry.kind(source) in _PRESS)
        self.office = offices_in(view.signed) if body_side(view.signed) is not Side.OPEN else frozenset()
        self.cited: Offices = (self.voices.offices | self.office) - VAGUE
        self.heard: Offices = frozenset(self.voices.heard)
        self._shares: dict[int, Shares] = {}

    @cached_property
    def origins(self) -> frozenset[str]:
        """Its publisher, its sources and whoever its statements come from."""
        told = (m.origin for members in self.view.told.values() for m in members)
        return self.sources | {self.view.publisher, *told}

    @cached_property
    def firsthand(self) -> tuple[str, ...]:
        """The sentences by which somebody told something to its publisher, or that was there."""
        return told_itself(self.view.entry, self.view.called | self.view.shorts | {self.view.signed})

    @property
    def has_ground(self) -> bool:
        """Whether it speaks for itself or was told something itself."""
        return self.speaks or bool(self.firsthand)

    def has_ground_without(self, sources: Collection[str]) -> bool:
        """Whether it was told something itself by others than the sources of these names."""
        spelled = [(set(words), {w for w in words if not is_common(stem(w))}) for words in map(words_of, sources)]
        known = {stem(word) for every, telling in spelled for word in telling or every}
        return any(known.isdisjoint(map(stem, words_of(sentence))) for sentence in self.firsthand)

    @cached_property
    def decreed(self) -> Offices:
        """The kinds of bodies whose decrees it tells of."""
        return decreed(self.view.entry)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that it writes with capitals."""
        return names_in(self.view.entry.document.text)

    @cached_property
    def sides(self) -> Mapping[float, frozenset[Side]]:
        """Which sides give each of its telling numbers."""
        found: dict[float, set[Side]] = {}
        for told in (m for members in self.view.told.values() for m in members):
            if number := telling_number(told):
                found.setdefault(number[1], set()).add(self.view.side if told.is_own else side(told))
        return {number: frozenset(sides) for number, sides in found.items()}

    def numbers_with(self, other: Page) -> frozenset[float]:
        """The numbers that both give, but those that officials give in one and the other side in the other."""
        if not (common := self.voices.numbers & other.voices.numbers):
            return common
        ours, theirs = self.sides, other.sides
        return frozenset(n for n in common if ours.get(n, _ANY) | theirs.get(n, _ANY) != _TWO)

    def shares(self, account: Account) -> Shares:
        """Of an account of the page how much is its own and how much the state's, and who told it."""
        held = self._shares.get(id(account))
        if held is None or held.account is not account:
            held = self._shares[id(account)] = self._made(account)
        return held

    def _made(self, account: Account) -> Shares:
        own = [m.is_own for m in account.told]
        state = [(self.view.side if m.is_own else side(m)) is Side.STATE for m in account.told]
        kinds = frozenset(kind for m in account.told for kind in self._said_by(m))
        return Shares(account, share(own), share(state), kinds)

    def _said_by(self, told: Told) -> Offices:
        """The kinds of bodies that said a statement first."""
        if told.is_own:
            return self.office
        first = told.statement.attribution[:1]
        return offices_in(f"{first[0].name} {first[0].role or ''}") if first else frozenset()


@dataclass(frozen=True, slots=True)
class Shares:
    """What an account consists of: the shares (0–1) that are the page's own and the state's, and who told it."""

    account: Account
    own: float
    state: float
    kinds: Offices


def share(which: Sequence[bool]) -> float:
    """How many of them hold, as a share; 0 of none."""
    return sum(which) / len(which) if which else 0.0


@dataclass(frozen=True, slots=True)
class Credit:
    """What a page says it has from the publisher of another: the sentences, and if that one is among its sources."""

    taker: Page
    giver: Page
    sentences: tuple[str, ...]
    is_source: bool

    @property
    def weight(self) -> int:
        """Which of two credits counts: the one that is said more often; 0 where there is none."""
        return 2 * len(self.sentences) + self.is_source


def credit_of(taker: Page, giver: Page) -> Credit | None:
    """What `taker` says that it has from the publisher of `giver`; None where it says nothing of the kind."""
    publisher = giver.view.publisher
    if taker.view.publisher == publisher:
        return None
    translated = taker.view.language != giver.view.language
    sentences = tuple(credited(taker.view.entry, giver.view.called, translated=translated))
    is_source = publisher in taker.sources
    return Credit(taker, giver, sentences, is_source) if sentences or is_source else None
