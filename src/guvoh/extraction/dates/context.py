"""What a document says of time around a date: sentences, tense, the date published, events that it dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import islice

from guvoh.extraction.dates.partial import Partial
from guvoh.extraction.timewords import Calendar, calendar, either
from guvoh.model.statement import Span

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]*]*\s+(?=[\"“‘'(]?[A-ZА-ЯЁ0-9])|\n\s*\n|\n")
_LONGEST = 400  # characters of the words before a date that bear on it
_NEAR = 12  # a date holds fewer cues of tense than that
_NAME_YEAR = re.compile(r"(?:\b(?P<head>[^\W\d_]+)\s+)?[\"“«]?\b(?P<name>[A-ZА-ЯЁ][\w'’]+)-(?P<y>(?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Reference:
    """The date published as far as it is known."""

    value: Partial

    @property
    def day(self) -> date | None:
        """The day, when all of it is known."""
        return self.value.first() if self.value.day is not None else None

    @property
    def latest(self) -> date | None:
        """The last day it may be, when at least its month is known."""
        return self.value.last() if self.value.month is not None else None

    @property
    def year(self) -> int | None:
        """Its year."""
        return self.value.year


def reference(published: str | None) -> Reference | None:
    """The date published read from EDTF; None for intervals, unknown years and nothing."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    value = Partial(year, month, day)
    return Reference(value) if value.sane() and 1000 <= (year or 0) <= 9000 else None


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Stretches that read as sentences; abbreviated months ("Jan. 5") do not end one."""
    out: list[Span] = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if "\n" not in match.group() and re.search(
            r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Mr|Ms|Mrs|Dr|St|Gen|Col|Lt|Sgt|Gov|Sen|Rep|U\.S|[A-Z])\.$",
            text[max(begin, match.start() - 6) : match.start()],
        ):
            continue
        if match.start() > begin:
            out.append((begin, match.start()))
        begin = match.end()
    if end > begin:
        out.append((begin, end))
    return out


def right_before(ending: re.Pattern[str], text: str, sentence: Span, at: int) -> re.Match[str] | None:
    """Where words that end in `$` stand right before a place of a sentence; what is further off is not looked at."""
    return ending.search(text, max(sentence[0], at - _LONGEST), at)


@cache
def _cues(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = calendar(language)
    future = re.compile(rf"\b(?:{either(words.raw['cues']['future'])})\b|['’]ll\b", re.IGNORECASE)
    past = re.compile(rf"\b(?:{either(words.raw['cues']['past'])}|[a-z]{{3,}}ed)\b", re.IGNORECASE)
    return future, past


def direction(text: str, sentence: Span, span: Span, language: str = "en") -> str | None:
    """ "future" or "past" by the cue of tense nearest to a date, those before it first; None without one."""
    cues = _tenses(text, sentence, language)
    place = bisect_left(cues, (span[1],))
    near = islice((cue for cue in reversed(cues[max(0, place - _NEAR) : place]) if not _within(cue, span)), 2)
    before = min(((span[0] - end, name) for _, end, name in near), default=None)
    after = min(((start, name) for start, _, name in cues[place : place + 2]), default=None)
    best = before or after
    return best[1] if best else None


def _within(cue: tuple[int, int, str], span: Span) -> bool:
    return cue[0] >= span[0] and cue[1] <= span[1]


@lru_cache(maxsize=16)
def _tenses(text: str, sentence: Span, language: str) -> list[tuple[int, int, str]]:
    """Start, end and tense of every cue of a sentence, in order: read once for all of its dates."""
    future, past = _cues(language)
    told = [(*m.span(), "past") for m in past.finditer(text, *sentence) if not _participle(text, m)]
    return sorted([*told, *((*m.span(), "future") for m in future.finditer(text, *sentence))])


def _participle(text: str, match: re.Match[str]) -> bool:
    """Whether a past form belongs to a future group ("is expected", "will be held")."""
    before = text[max(0, match.start() - 16) : match.start()].lower()
    return re.search(r"\b(?:be|to be|will|will have|is|are|to)\s+$", before) is not None


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A name that carries a year ("Nelegal-2023") with the common noun before it ("operation")."""

    name: str
    head: str | None
    year: int


def named_years(text: str, spans: list[Span]) -> list[NamedYear]:
    """Every name with a year in the given stretches."""
    found: dict[str, NamedYear] = {}
    if "-19" not in text and "-20" not in text:
        return []
    for start, end in spans:
        for match in _NAME_YEAR.finditer(text, start, end):
            head = match["head"].lower() if match["head"] and len(match["head"]) > 3 else None
            known = found.get(match["name"])
            found[match["name"]] = NamedYear(match["name"], head or (known.head if known else None), int(match["y"]))
    return list(found.values())


def year_by_name(text: str, sentence: Span, names: list[NamedYear]) -> NamedYear | None:
    """The named event that a sentence speaks of, by name or as "the operation"; None when several would do."""
    words = text[slice(*sentence)]
    said = [n for n in names if re.search(rf"\b{re.escape(n.name)}-{n.year}\b", words)]
    if not said:
        said = [
            n
            for n in names
            if n.head and re.search(rf"\b(?:the|this|that)\s+(?:[\w-]+\s+)?{re.escape(n.head)}\b", words)
        ]
        heads = {n.head for n in said}
        said = said if len(heads) == len(said) else []
    years = {n.year for n in said}
    return said[0] if len(years) == 1 else None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A happening that the text itself dates to the day."""

    noun: str
    when: Partial
    basis: str
    start: int


@cache
def _anchor_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = either(calendar(language).events)
    place = r"(?:\s+(?:on|at|in|near|against|of|outside|by|inside)\s+[^,.;:()]{1,60}?)?"
    verbs = r"took\s+place|occurred|happened|was\s+carried\s+out|came|was\s+held|began|started"
    happened = rf"(?:,?\s+(?:that|which)?\s*(?:{verbs}))?"
    before = re.compile(rf"\b(?P<noun>{nouns})\b{place}{happened}\s+(?:on\s+|late\s+on\s+)?(?:the\s+)?$")
    after = re.compile(
        rf",?\s+(?:(?!(?:the|a|an|in|on|at|by|of|and|that|after|before|as|when|during)\b)[\w'’-]+\s+){{0,3}}(?P<noun>{nouns})\b"
    )
    return before, after


def anchor_at(text: str, sentence: Span, span: Span, when: Partial, basis: str, language: str = "en") -> Anchor | None:
    """The event that a day in the text dates: "the attack in Moscow on March 22", "the March 22 attack"."""
    before, after = _anchor_patterns(language)
    match = after.match(text, span[1], sentence[1]) or right_before(before, text, sentence, span[0])
    return Anchor(singular(match["noun"]), when, basis, span[0]) if match else None


def singular(noun: str) -> str:
    """An event noun without its plural s."""
    word = noun.lower()
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "clashes")) else word


def unique_anchor(anchors: list[Anchor], noun: str, month: int | None, words: Calendar) -> Anchor | None:
    """The one dating of an event noun (of that month); None when the text dates several such events."""
    del words
    same = [a for a in anchors if a.noun == singular(noun) and (month is None or a.when.month == month)]
    days = {(a.when.month, a.when.day) for a in same}
    if len(days) != 1:
        return None
    return next((a for a in same if a.when.year is not None), same[0])
