"""Documents by their file's name and a short id: whose folders they lie in is nobody else's business."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from guvoh.model import Document
from guvoh.model.weighing import Event, Weighed
from guvoh.reporting.record import Page, Record, file_name, short_id

_FOLDER: Final = re.compile(r"^(?:[^!]|!(?!/))*[\\/]")  # all before the name; what follows “!/” lies within the file


def without_folders(record: Record) -> Record:
    """The record with “letter.txt (c00545e9)” for each path, in reasons and problems the bare name.

    Private names in file names and among authors are replaced. Numbers and the order of pages stay: they go by the
    whole paths.
    """
    files = _Files(record)
    pages = {page.number: _page(page, files) for page in record.pages}
    entries = {key: replace(entry, page=pages[entry.page.number]) for key, entry in record.entries.items()}
    return replace(
        record,
        pages=tuple(pages.values()),
        entries=entries,
        weighed=_weighed(record.weighed, files),
        problems=files.bare(record.problems),
    )


class _Files:
    """What the files of a record are called in its dossier."""

    def __init__(self, record: Record) -> None:
        self.names = record.names
        self._entries = record.entries
        self._at: dict[str, list[Page]] = {}
        for page in record.pages:
            for path in (page.document.path, *page.also):
                self._at.setdefault(path, []).append(page)
        self._strip = _stripping(self._at, self.hidden)

    def hidden(self, path: str) -> str:
        """The file's name without folders and private names."""
        return self.names.in_file_name(file_name(path))

    def label(self, path: str, document: Document) -> str:
        """The file's name and the document's id: one path may have held two documents, one after the other."""
        return f"{self.hidden(path)} ({short_id(document)})"

    def known(self, path: str, statements: Iterable[str] = ()) -> tuple[str, ...]:
        """The labels of a path: of the documents that hold these statements, else of the first that was read there."""
        pages = self._at.get(path, [])
        told = {self._entries[key].page.number for key in statements if key in self._entries}
        meant = [page for page in pages if page.number in told] or pages[:1]
        return tuple(dict.fromkeys(self.label(path, page.document) for page in meant)) or (self.hidden(path),)

    def bare(self, words: Iterable[str]) -> tuple[str, ...]:
        """Sentences of ours with bare names for paths."""
        return tuple(map(self._strip, words))


def _stripping(paths: Iterable[str], hidden: Callable[[str], str]) -> Callable[[str], str]:
    """Takes the folders of these paths and private names in their files' names out of a sentence, the longest first."""
    folders = {found[0]: "" for path in paths if (found := _FOLDER.match(path))}
    whole = {path: hidden(path) for path in paths if hidden(path) != file_name(path)}
    names = {file_name(path): name for path, name in whole.items()}
    other = folders | names | whole
    if not other:
        return str
    inner = "|".join(re.escape(one) for one in sorted(other, key=lambda one: (-len(one), one)))
    pattern = re.compile(rf"(?<![\w/\\])(?:{inner})")

    def stripped(words: str) -> str:
        return pattern.sub(lambda found: other[found[0]], words)

    return stripped


def _page(page: Page, files: _Files) -> Page:
    document = page.document
    named = replace(
        document,
        path=files.label(document.path, document),
        parent=files.hidden(document.parent) if document.parent else document.parent,
        authors=tuple(files.names.name(author) or author for author in document.authors),
        problems=files.bare(document.problems),
    )
    found = replace(page.findings, document=named, problems=files.bare(page.findings.problems))
    also = tuple(dict.fromkeys(files.label(path, document) for path in page.also))
    return replace(page, findings=found, also=tuple(label for label in also if label != named.path))


def _weighed(weighed: Weighed, files: _Files) -> Weighed:
    known, bare = files.known, files.bare

    def event(one: Event) -> Event:
        labels = dict.fromkeys(label for path in one.documents for label in known(path, one.statements))
        return replace(one, documents=tuple(labels), support=replace(one.support, why=bare(one.support.why)))

    return replace(
        weighed,
        origins=tuple(replace(o, path=known(o.path, [o.statement])[0], why=bare(o.why)) for o in weighed.origins),
        documents=tuple(
            replace(one, a=known(one.a)[0], b=known(one.b)[0], why=bare(one.why)) for one in weighed.documents
        ),
        events=tuple(map(event, weighed.events)),
        figures=tuple(replace(one, why=bare(one.why)) for one in weighed.figures),
        problems=bare(weighed.problems),
    )
