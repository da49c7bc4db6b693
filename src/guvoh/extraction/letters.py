"""Letters: to whom, signed by whom, the reference, the numbered questions and the date a reply is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from guvoh.extraction.annotate.sentences import split
from guvoh.extraction.dates import find_dates
from guvoh.extraction.vocabulary.load import read_toml
from guvoh.model import DateMention, Document, Letter, Question, Role, Span
from guvoh.model.edtf import bounds, is_edtf

_HIDDEN = (Role.FURNITURE, Role.COMMENT)


@dataclass(frozen=True, slots=True)
class _Words:
    """What makes a letter in one language: patterns, number words, and how many days a unit has.

    `addressed` is a line that says to whom it goes, `lead` what opens a list of requests.
    """

    language: str
    numbers: Mapping[str, int]
    units: Mapping[str, int]
    salutation: re.Pattern[str]
    valediction: re.Pattern[str]
    reference: re.Pattern[str]
    recipient: re.Pattern[str]
    addressed: re.Pattern[str]
    titles: re.Pattern[str]
    greeting: re.Pattern[str]
    signature: re.Pattern[str]
    lead: re.Pattern[str]
    ask: re.Pattern[str]
    deadline: re.Pattern[str]
    within: re.Pattern[str]
    item: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    table = read_toml(language, "letters.toml")
    numbers, units = table.pop("numbers"), table.pop("units")
    patterns = {name: re.compile(source, re.IGNORECASE | re.MULTILINE) for name, source in table.items()}
    return _Words(language, numbers, units, **patterns)


def read_letter(document: Document, language: str = "en", dates: Sequence[DateMention] | None = None) -> Letter | None:
    """The letter in a document, or None when it neither greets nor closes as one.

    `dates` are those of the text where they are already found; without them each sentence is read for its own.
    """
    known = _words(language)
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
        signed=_signed(known, text, closing) if closing else None,
        reference=reference["ref"] if reference else None,
        questions=tuple(_questions(known, text, greeting.end(), closing.start() if closing else len(text))),
        reply_by=_reply_by(known, document, text, greeting.end(), dates),
    )


def _visible(document: Document) -> str:
    """The reading text with furniture and comments blanked, so that offsets stay."""
    text = document.text
    for passage in document.passages:
        if passage.role in _HIDDEN:
            blank = re.sub(r"[^\n]", " ", text[passage.start : passage.end])
            text = text[: passage.start] + blank + text[passage.end :]
    return text


def _addressee(known: _Words, text: str, greeting: re.Match[str]) -> str | None:
    to_line = known.recipient.search(text, 0, greeting.start())
    if to_line:
        return _person(known, to_line["name"])
    lines = [line.strip() for line in text[: greeting.start()].splitlines()[-14:]]
    titled = [line for line in lines if known.addressed.match(line)]
    if titled:
        return _person(known, titled[0])
    return _person(known, known.greeting.sub("", greeting.group()))


def _person(known: _Words, line: str) -> str | None:
    bare = re.sub(rf"^(?:{known.titles.pattern}\b\.?\s+)+", "", line.strip(), flags=re.IGNORECASE)
    name = re.split(r"[,;:(!\n]| – | — ", bare)[0].strip()
    return name or None


def _signed(known: _Words, text: str, closing: re.Match[str]) -> str | None:
    for line in text[closing.end() :].splitlines()[:12]:
        found = known.signature.fullmatch(line.strip().strip("_, "))
        if found and len(found["name"].split()) >= 2 and found["name"][0].isupper():
            return found["name"]
    return None


def _questions(known: _Words, text: str, start: int, end: int) -> Iterator[Question]:
    """Numbered items that ask, else the requests of a list; in a letter without either, each sentence that asks."""
    numbered = _items([m for m in known.item.finditer(text, start, end) if m["n"] or m["q"]], text, end)
    asked = [s for s in numbered if "?" in text[slice(*s)]]
    lead = known.lead.search(text, start, end)
    if not asked and lead is not None:
        stop = _paragraph_end(text, lead.end(), end)
        asked = _items(list(known.item.finditer(text, lead.end(), stop)), text, stop)
    if not asked:
        sentences = split(text, start, end, known.language)
        asked = [s for s in sentences if text[s[0] : s[1]].rstrip("”»\"' ").endswith("?")]
    for a, b in asked:
        yield Question(a, b, text[a:b])


def _items(marks: Sequence[re.Match[str]], text: str, end: int) -> list[Span]:
    """What stands behind each mark of a list, up to the next one or the end of its paragraph."""
    behind = [m.start() for m in marks[1:]]
    stops = [*behind, *(_paragraph_end(text, m.end(), end) for m in marks[-1:])]
    return [_trim(text, m.end(), stop) for m, stop in zip(marks, stops, strict=True)]


def _paragraph_end(text: str, start: int, end: int) -> int:
    at = text.find("\n\n", start, end)
    return end if at < 0 else at


def _trim(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())


def _reply_by(
    known: _Words, document: Document, text: str, start: int, dates: Sequence[DateMention] | None
) -> str | None:
    for a, b in split(text, start, len(text), known.language):
        sentence = text[a:b]
        if not known.ask.search(sentence):
            continue
        own = dates if dates is not None else find_dates(text, [(a, b)], published=document.published)
        inside = [found for found in own if a <= found.start < b]
        for mark in known.deadline.finditer(sentence):
            for found in inside:
                day = found.edtf.removeprefix("../")  # "before December 5" is found as a whole
                if mark.start() <= found.start - a <= mark.end() + 12 and "/" not in day:
                    year_told = day[:4] in text[found.start : found.end]
                    return day if year_told else _next(day, document.published)
        term = known.within.search(sentence)
        if term and document.published:
            return _after(known, document.published, term["n"].lower(), term["unit"].lower())
    return None


def _next(day: str, published: str | None) -> str:
    """A day whose year is left out is the first of that name from the day of the letter on."""
    sent = bounds(published).first if published else None
    if sent is None or len(day) < len("XXXX-12-05"):
        return day
    years = (f"{year:04}{day[4:]}" for year in range(sent.year, min(sent.year + 9, date.max.year + 1)))
    return next((d for d in years if is_edtf(d) and d >= sent.isoformat()), day)


def _after(known: _Words, published: str, number: str, unit: str) -> str | None:
    n = int(number) if number.isdigit() else known.numbers.get(number)
    written, length = bounds(published), known.units.get(unit)
    if n is None or length is None or written.first is None or written.first != written.last:
        return None
    days = n * length
    return (written.first + timedelta(days=days)).isoformat() if days <= (date.max - written.first).days else None
