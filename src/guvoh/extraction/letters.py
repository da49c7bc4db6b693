"""Letters: to whom, signed by whom, the reference, the numbered questions and the date a reply is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from guvoh.extraction.annotate.sentences import split
from guvoh.extraction.dates import find_dates
from guvoh.extraction.vocabulary.load import read_toml
from guvoh.model import Document, Letter, Question, Role, Span
from guvoh.model.edtf import bounds, is_edtf

_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
}
_NUMBERS |= {"twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
_NAME = re.compile(r"[^\W\d_][\w.'’\-]*(?:\s+[^\W\d_][\w.'’\-]*){0,5}")
_HIDDEN = (Role.FURNITURE, Role.COMMENT)


@dataclass(frozen=True, slots=True)
class _Patterns:
    salutation: re.Pattern[str]
    valediction: re.Pattern[str]
    reference: re.Pattern[str]
    recipient: re.Pattern[str]
    titles: re.Pattern[str]
    ask: re.Pattern[str]
    deadline: re.Pattern[str]
    within: re.Pattern[str]
    item: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    table = read_toml(language, "letters.toml")
    return _Patterns(**{name: re.compile(source, re.IGNORECASE | re.MULTILINE) for name, source in table.items()})


def read_letter(document: Document) -> Letter | None:
    """The letter in a document, or None when it neither greets nor closes as one."""
    known = _patterns("en")
    text = _visible(document)
    greeting = known.salutation.search(text)
    if greeting is None:
        return None
    closing = known.valediction.search(text, greeting.end())
    if not (closing or known.ask.search(text)):
        return None
    reference = known.reference.search(text)
    return Letter(
        addressee=_addressee(known, text, greeting),
        signed=_signed(text, closing) if closing else None,
        reference=reference["ref"] if reference else None,
        questions=tuple(_questions(known, text, greeting.end(), closing.start() if closing else len(text))),
        reply_by=_reply_by(known, document, text, greeting.end()),
    )


def _visible(document: Document) -> str:
    """The reading text with furniture and comments blanked, so that offsets stay."""
    text = document.text
    for passage in document.passages:
        if passage.role in _HIDDEN:
            blank = re.sub(r"[^\n]", " ", text[passage.start : passage.end])
            text = text[: passage.start] + blank + text[passage.end :]
    return text


def _addressee(known: _Patterns, text: str, greeting: re.Match[str]) -> str | None:
    to_line = known.recipient.search(text, 0, greeting.start())
    if to_line:
        return _person(known, to_line["name"])
    lines = [line.strip() for line in text[: greeting.start()].splitlines()[-14:]]
    titled = [line for line in lines if re.match(rf"{known.titles.pattern}\b\.?\s+\S", line, re.IGNORECASE)]
    if titled:
        return _person(known, titled[0])
    named = re.sub(r"^\s*(?:Dear|Honou?rable)\s+", "", greeting.group(), flags=re.IGNORECASE)
    return _person(known, named)


def _person(known: _Patterns, line: str) -> str | None:
    bare = re.sub(rf"^(?:{known.titles.pattern}\b\.?\s+)+", "", line.strip(), flags=re.IGNORECASE)
    name = re.split(r"[,;:(\n]| – | — ", bare)[0].strip()
    return name or None


def _signed(text: str, closing: re.Match[str]) -> str | None:
    for line in text[closing.end() :].splitlines()[:12]:
        found = _NAME.fullmatch(line.strip().strip("_, "))
        if found and len(found.group().split()) >= 2 and found.group()[0].isupper():
            return found.group()
    return None


def _questions(known: _Patterns, text: str, start: int, end: int) -> Iterator[Question]:
    """Numbered items that ask; in a letter without such a list, each sentence that asks."""
    items = list(known.item.finditer(text, start, end))
    asked = []
    for n, item in enumerate(items):
        stop = items[n + 1].start() if n + 1 < len(items) else _paragraph_end(text, item.end(), end)
        span = _trim(text, item.end(), stop)
        if "?" in text[slice(*span)]:
            asked.append(span)
    if not asked:
        asked = [s for s in split(text, start, end) if text[s[0] : s[1]].rstrip("”\"' ").endswith("?")]
    for a, b in asked:
        yield Question(a, b, text[a:b])


def _paragraph_end(text: str, start: int, end: int) -> int:
    at = text.find("\n\n", start, end)
    return end if at < 0 else at


def _trim(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())


def _reply_by(known: _Patterns, document: Document, text: str, start: int) -> str | None:
    for a, b in split(text, start, len(text)):
        sentence = text[a:b]
        if not known.ask.search(sentence):
            continue
        for mark in known.deadline.finditer(sentence):
            for found in find_dates(text, [(a, b)], published=document.published):
                day = found.edtf.removeprefix("../")  # "before December 5" is found as a whole
                if mark.start() <= found.start - a <= mark.end() + 12 and "/" not in day:
                    year_told = day[:4] in text[found.start : found.end]
                    return day if year_told else _next(day, document.published)
        term = known.within.search(sentence)
        if term and document.published:
            return _after(document.published, term["n"].lower(), term["unit"].lower())
    return None


def _next(day: str, published: str | None) -> str:
    """A day whose year is left out is the first of that name from the day of the letter on."""
    sent = bounds(published).first if published else None
    if sent is None or len(day) < len("XXXX-12-05"):
        return day
    years = (f"{year:04}{day[4:]}" for year in range(sent.year, min(sent.year + 9, date.max.year + 1)))
    return next((d for d in years if is_edtf(d) and d >= sent.isoformat()), day)


def _after(published: str, number: str, unit: str) -> str | None:
    n = int(number) if number.isdigit() else _NUMBERS.get(number)
    written = bounds(published)
    if n is None or unit.startswith("month") or written.first is None or written.first != written.last:
        return None
    days = n * 7 if unit.startswith("week") else n
    return (written.first + timedelta(days=days)).isoformat() if days <= (date.max - written.first).days else None
