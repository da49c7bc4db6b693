"""What a dossier is made from: documents as pages, statements with their place on a page, and what weighing says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from guvoh.model import Document, Findings, Statement
from guvoh.model.identity import framed_hash
from guvoh.model.weighing import Weighed
from guvoh.reporting.privacy import PrivateNames, private_names
from guvoh.reporting.reviewed import SUGGESTION, Reviewed

_HEX = re.compile(r"[0-9a-f]{16,}")
_PLAIN = re.compile(r"[0-9A-Za-z_-]{1,64}")
_KINDS = {
    "text/html": "Page",
    "application/pdf": "PDF",
    "message/rfc822": "E-mail",
    "text/plain": "Text",
    "text/markdown": "Text",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A document's page: its number in the dossier, its file name, when the original was kept, and its other paths."""

    number: int
    file: str
    findings: Findings
    kept: str | None
    also: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        """The document that the page shows."""
        return self.findings.document

    @property
    def title(self) -> str:
        """The document's title; where it has none, what it is and its file's name: “Letter letter.txt”."""
        if self.document.title:
            return self.document.title
        kind = "Letter" if self.findings.letter else _KINDS.get(self.document.media_type, "Document")
        return f"{kind} {file_name(self.document.path).removesuffix(f' ({short_id(self.document)})')}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement and where it stands: “3.7” is the seventh statement of document 3."""

    ref: str
    statement: Statement
    page: Page

    @property
    def anchor(self) -> str:
        """The part of a page's address that leads to the statement, without its prefix."""
        return anchor(self.statement.id)

    @property
    def href(self) -> str:
        """From the dossier's first page to the sentence in its document."""
        return f"documents/{self.page.file}#s-{self.anchor}"


@dataclass(frozen=True, slots=True)
class Record:
    """All that the dossier tells. `problems` are those of building it: findings that do not fit their text."""

    pages: tuple[Page, ...]
    entries: Mapping[str, Entry]
    weighed: Weighed
    names: PrivateNames
    problems: tuple[str, ...] = ()
    reviews: Mapping[str, Reviewed] = field(default_factory=dict)

    def review(self, statement: str) -> Reviewed:
        """Where a statement stands with the people who review it."""
        return self.reviews.get(statement, SUGGESTION)

    def of(self, page: Page) -> list[Entry]:
        """The statements of one document in the order of its text."""
        return [e for e in self.entries.values() if e.page is page]

    def page_at(self, path: str) -> Page | None:
        """The page of the document that was read from `path`."""
        return next((p for p in self.pages if path == p.document.path or path in p.also), None)


def file_name(path: str) -> str:
    """The name of a file without its folders; of an attachment with the mail that it came with."""
    outer, within, inner = path.partition("!/")
    return re.split(r"[\\/]", outer)[-1] + within + inner


def short_id(document: Document) -> str:
    """The first eight characters of the original's SHA-256."""
    return document.sha256[:8]


def anchor(identity: str) -> str:
    """An identity as part of an address: itself where it is plain, else a hash of it."""
    return identity if _PLAIN.fullmatch(identity) else framed_hash(identity)[:32]


def build_record(
    findings: Sequence[Findings],
    weighed: Weighed,
    custody: Mapping[str, str],
    reviews: Mapping[str, Reviewed] | None = None,
) -> Record:
    """The record of these findings, the same for any order of them. One document read from two paths is one page."""
    pages = tuple(_pages(findings, custody))
    entries: dict[str, Entry] = {}
    problems: list[str] = []
    for page in pages:
        own = _entries(page)
        lost = len(page.findings.statements) - len(own)
        if lost:
            problems.append(
                f"{page.document.path}: {lost} findings left out, their quotes do not stand in the text. Read it again."
            )
        for entry in own:
            entries.setdefault(entry.statement.id, entry)
    problems += _strays(weighed, entries)
    return Record(pages, entries, weighed, private_names(p.findings for p in pages), tuple(problems), reviews or {})


def numbered(findings: Sequence[Findings]) -> dict[str, Entry]:
    """The statements by the numbers that the dossier and `guvoh show` give them, such as “3.7”."""
    entries: dict[str, Entry] = {}
    for page in _pages(findings, {}):
        for entry in _entries(page):
            entries.setdefault(entry.statement.id, entry)
    return {entry.ref: entry for entry in entries.values()}


def _entries(page: Page) -> list[Entry]:
    """The statements of a page that fit its text, numbered in the order of the text."""
    fitting = [s for s in page.findings.statements if fits(s, page.document.text)]
    ordered = sorted(fitting, key=lambda s: (s.start, s.end, s.id))
    return [Entry(f"{page.number}.{i}", statement, page) for i, statement in enumerate(ordered, 1)]


def fits(statement: Statement, text: str) -> bool:
    """Whether the quote stands word for word where the statement says."""
    return (
        0 <= statement.start < statement.end <= len(text) and text[statement.start : statement.end] == statement.quote
    )


def _strays(weighed: Weighed, entries: Mapping[str, Entry]) -> Iterable[str]:
    told = {i for event in weighed.events for i in event.statements} | {o.statement for o in weighed.origins}
    stray = len(told - set(entries))
    if stray:
        yield f"{stray} weighed statements are not among the documents of this dossier. Weigh and write it again."


def _pages(findings: Sequence[Findings], custody: Mapping[str, str]) -> Iterable[Page]:
    grouped: dict[tuple[str, int], list[Findings]] = {}
    for found in sorted(findings, key=lambda f: (f.document.path, f.document.sha256)):
        grouped.setdefault((found.document.sha256, found.document.reading_version), []).append(found)
    used: set[str] = set()
    for number, ((sha, _), same) in enumerate(grouped.items(), 1):
        stem = sha[:16] if _HEX.fullmatch(sha) else framed_hash(sha)[:16]
        file = next(
            f"{stem}{end}.html"
            for end in ("", *(f"-{i}" for i in range(2, len(findings) + 2)))
            if f"{stem}{end}" not in used
        )
        used.add(file.removesuffix(".html"))
        also = tuple(f.document.path for f in same[1:] if f.document.path != same[0].document.path)
        yield Page(number, file, same[0], custody.get(sha), also)
