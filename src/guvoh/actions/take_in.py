"""Take files into a vault: read each, keep its bytes and its text, find its statements, keep those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guvoh.actions.find_files import findings_of
from guvoh.actions.inputs import Input
from guvoh.actions.own_wordings import wordings_of
from guvoh.custody import Kept, Vault
from guvoh.ingest import Reader
from guvoh.model import Findings, Original
from guvoh.model.wordings import Wording

Outcome = tuple[int, tuple[str, ...]]
"""What finding made of a document: how many statements, and what could not be found."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One document taken in: how it was kept, what was found in it, and what could not be read.

    `kept` is None for a file that cannot be opened: there are no bytes of it to keep.
    """

    path: str
    kept: Kept | None
    statements: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Searched:
    """What finding made of documents: in this run, and before it unless they are to be searched again."""

    vault: Vault
    again: bool
    outcomes: dict[str, Outcome]

    def outcome(self, sha256: str) -> Outcome | None:
        """Asked of one document at a time, before it is kept: a vault may have a million findings."""
        if sha256 not in self.outcomes and not self.again:
            found = self.vault.found(sha256)
            if found:
                self.outcomes[sha256] = _outcome(found)
        return self.outcomes.get(sha256)


def take_in(vault: Vault, inputs: Sequence[Input], *, again: bool = False) -> Iterator[list[Taken]]:
    """Take in each file with its attachments, in order; what is yielded is kept, whatever happens next.

    Bytes that the vault already has are one document seen again: they are searched for statements a second
    time only when told to (`again`), or when an interrupted run left them without findings.
    """
    searched = _Searched(vault, again, {})
    own = wordings_of(vault)
    with Reader() as reader:
        for item in inputs:
            yield [_take(vault, original, item, searched, own) for original in reader.read(item.path, item.shown_as)]


def _take(vault: Vault, original: Original, item: Input, searched: _Searched, own: Sequence[Wording]) -> Taken:
    document = original.document
    if not document.sha256:
        return Taken(document.path, None, 0, document.problems)
    # the reader leaves out bytes that are too many for memory: those are kept straight from the file
    source = original.data if original.data or document.parent else item.path
    outcome = searched.outcome(document.sha256)
    kept = vault.keep(document, source)
    if outcome is None:
        findings = findings_of(document, own)
        vault.keep_findings(findings)
        outcome = searched.outcomes[document.sha256] = _outcome(findings)
    statements, problems = outcome
    return Taken(document.path, kept, statements, document.problems + problems)


def _outcome(findings: Findings) -> Outcome:
    return len(findings.statements), findings.problems
