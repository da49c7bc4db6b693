"""Documents by their file's name and a short id: whose folders they lie in is nobody else's business."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from guvoh.model import Document
from guvoh.model.weighing import Event, Weighed
from guvoh.reporting.record import Page, Record, file_name, short_id

_FOLDER: Final = re.compile(r"^(?:[^!]|!(?!/))*[\\/]")  # all before the name; what follows “!/” lies within the file


def without_folders(record: Record) -> Record:
    """The record with “letter.txt (c00545e9)” for each path, in reasons and problems the bare name.

    Numbers and the order of pages stay: they go by the whole paths.
    """
    label = {path: _label(path, page.document) for page in record.pages for path in (page.document.path, *page.also)}
    bare = _stripping(label)
    pages = {page.number: _page(page, label, bare) for page in record.pages}
    entries = {key: replace(entry, page=pages[entry.page.number]) for key, entry in record.entries.items()}
    return replace(
        record,
        pages=tuple(pages.values()),
        entries=entries,
        weighed=_weighed(record.weighed, label, bare),
        problems=tuple(map(bare, record.problems)),
    )


def _label(path: str, document: Document) -> str:
    return f"{file_name(path)} ({short_id(document)})"


def _stripping(paths: Iterable[str]) -> Callable[[str], str]:
    """Takes the folders of these paths out of a sentence of ours, the longest first."""
    folders = {found[0] for path in paths if (found := _FOLDER.match(path))}
    if not folders:
        return str
    inner = "|".join(re.escape(folder) for folder in sorted(folders, key=lambda one: (-len(one), one)))
    pattern = re.compile(rf"(?<![\w/\\])(?:{inner})")
    return lambda words: pattern.sub("", words)


def _page(page: Page, label: Mapping[str, str], bare: Callable[[str], str]) -> Page:
    document = page.document
    named = replace(
        document,
        path=label[document.path],
        parent=file_name(document.parent) if document.parent else document.parent,
        problems=tuple(map(bare, document.problems)),
    )
    found = replace(page.findings, document=named, problems=tuple(map(bare, page.findings.problems)))
    also = tuple(dict.fromkeys(label[path] for path in page.also if label[path] != named.path))
    return replace(page, findings=found, also=also)


def _weighed(weighed: Weighed, label: Mapping[str, str], bare: Callable[[str], str]) -> Weighed:
    def known(path: str) -> str:
        return label.get(path) or file_name(path)

    def why(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(bare, words))

    def event(one: Event) -> Event:
        support = replace(one.support, why=why(one.support.why))
        return replace(one, documents=tuple(map(known, one.documents)), support=support)

    return replace(
        weighed,
        origins=tuple(replace(one, path=known(one.path), why=why(one.why)) for one in weighed.origins),
        documents=tuple(replace(one, a=known(one.a), b=known(one.b), why=why(one.why)) for one in weighed.documents),
        events=tuple(map(event, weighed.events)),
        figures=tuple(replace(one, why=why(one.why)) for one in weighed.figures),
        problems=why(weighed.problems),
    )
