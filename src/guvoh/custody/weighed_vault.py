"""The part of an open vault that keeps what weighing made."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from guvoh.assessment.shelf import Change
from guvoh.custody.browse import Page
from guvoh.custody.records.gate import Records
from guvoh.custody.records.shelving import TableShelf
from guvoh.custody.stored import WeighedAt
from guvoh.custody.tallies import Counted, FigureChoice
from guvoh.model.decisions import Decision
from guvoh.model.weighing import Source, Weighed


class WeighedVault:
    """What weighing keeps in derived tables, and reads of them."""

    _records: Records

    def _check_writable(self) -> None:
        raise NotImplementedError

    @property
    def is_writable(self) -> bool:
        """Whether the vault may be written; an open vault says so."""
        raise NotImplementedError

    def keep_weighed(self, weighed: Weighed, at: WeighedAt, grades: Mapping[str, str]) -> None:
        """Keep what weighing the whole vault says, in derived tables. `grades`: reliability by source id."""
        self._check_writable()
        self._records.keep_weighed(weighed, at, grades)

    def change_weighed(self, change: Change, at: WeighedAt, grades: Mapping[str, str]) -> None:
        """Take into the tables what weighing one more document changed."""
        self._check_writable()
        self._records.change_weighed(change, at, grades)

    @contextmanager
    def weighing(self) -> Iterator[TableShelf]:
        """The shelf of incremental weighing; what is done with it and the tables inside is done whole or not at all."""
        self._check_writable()
        with self._records.one_step() as shelf:
            yield shelf

    def changed_since(self, at: WeighedAt) -> tuple[list[str], list[Decision]]:
        """The documents that weighing has to see again after `at`, and the decisions made since."""
        return self._records.changed_since(at)

    def counted(self, choice: FigureChoice) -> list[Counted]:
        """The figures of a choice that stand in an event, none rejected, in no order."""
        return self._records.counted(choice)

    def repeats(self, documents: Collection[str]) -> set[tuple[str, str]]:
        """The pairs of these documents, by content address, of which one repeats the other, as last weighed."""
        return self._records.repeats(documents)

    def denied(self, events: Collection[str]) -> dict[str, list[str]]:
        """For each of these events that was weighed as denied or contested, and of which a statement denies something,
        all its statements; none rejected."""
        return self._records.denied(events)

    def conflicts(self, figures: Collection[str]) -> dict[str, list[str]]:
        """For each of these figures (statement ids) those with which it is in conflict, as last weighed."""
        return self._records.conflicts(figures)

    def adrift(self, key: str | None, size: int) -> Page[Decision]:
        """A page of the decisions that stand but whose statement, quote or terms are not there any more."""
        return self._records.adrift(key, size, noting=self.is_writable)

    def note_weighed(self, at: WeighedAt) -> None:
        """Note that the tables hold for `at` as they are."""
        self._records.note_weighed(at)

    def document_count(self) -> int:
        """How many readings of documents are kept."""
        return self._records.document_count()

    def grade_of(self, source: str) -> str | None:
        """How reliable persons hold a source to be, A to F, or None."""
        return self._records.grade_of(source)

    def homes(self, statements: Collection[str]) -> dict[str, str]:
        """The event of each of these statements that has one, as last weighed."""
        return self._records.homes(statements)

    def sizes(self, events: Collection[str]) -> dict[str, int]:
        """How many statements each of these events has, as last weighed."""
        return self._records.sizes(events)

    def weighed(self) -> Weighed:
        """What the tables say, as last weighed."""
        return self._records.weighed()

    def weighed_at(self) -> WeighedAt | None:
        """At what state of the vault it was weighed last; None: never."""
        return self._records.weighed_at()

    def latest(self, version: str) -> WeighedAt:
        """The state of the vault now, for rules of that version."""
        return self._records.latest(version)

    def events_of_statements(self) -> dict[str, str]:
        """The event of each statement, as last weighed."""
        return self._records.events_of_statements()

    def event_now(self, event: str) -> str | None:
        """What an event of that id is now: itself, what it became, or None where it never was."""
        return self._records.event_now(event)

    def event_members(self, event: str) -> tuple[str, ...]:
        """The statements of an event as last weighed. Raises NotThere."""
        return self._records.event_members(event)

    def source(self, ident: str) -> Source:
        """A source as last weighed. Raises NotThere."""
        return self._records.source(ident)
