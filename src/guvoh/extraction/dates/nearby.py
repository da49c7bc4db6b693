"""Words that need the date published and more: "Friday next week", "overnight to Sunday", "since spring"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from guvoh.extraction.dates.context import Reference, direction
from guvoh.extraction.dates.partial import months_back
from guvoh.extraction.timewords import Calendar, either
from guvoh.model.statement import Span

Build = Callable[[re.Match[str], Reference, Span], str | None]
_DECADE = 10
_SETTLED = 30  # days after which a season that has begun is "since spring"


def nearby_rules(words: Calendar, language: str) -> Iterator[tuple[str, Build, str]]:
    """Patterns (case is ignored), what makes EDTF of a match, and the reason in words."""
    day = rf"(?P<d>{words.weekday_pattern})"
    part = r"(?:\s+(?:morning|afternoon|evening|night))?"
    beside = "beside the date published"
    yield rf"\b{day}{part}(?:,?\s+(?:of\s+)?)(?P<w>last|this|next)\s+week\b", _in_week(words), f"weekday {beside}"
    yield rf"\b(?P<w>last|this|next)\s+week,?\s+on\s+{day}\b", _in_week(words), f"weekday {beside}"
    yield rf"\b(?:overnight|(?:the|that|in\s+the)\s+night)\s+(?:to|into|on\s+to)\s+{day}\b", _night_to(words), beside
    prayers = r"(?:(?:noon|midday|evening|morning|afternoon)\s+)?(?:prayers?|sermon|worship|service)\b"
    of_another = r"(?!,?\s+(?:(?:in|on|of|the|early|late)\s+)*(?:last|next|\d|[\w-]+\s+[\w-]+\s+ago\b"
    of_another += rf"|{words.month_pattern}\b))"
    yield rf"\b(?:after|following)\s+(?:the\s+)?{day}\s+{prayers}{of_another}", _prayers(words, language), beside
    yield r"\b(?P<n>a|one|two)\s+fortnights?\s+ago\b", _fortnight, "counted back from the date published"
    exactly = r"(?<!about\s)(?<!over\s)(?<!than\s)(?<!nearly\s)(?<!almost\s)"
    yield rf"{exactly}\ba\s+decade\s+ago\b", _decade, "counted back from the date published"
    seasons = either(s for s in words.seasons if s != "fall")
    ends = r"(?=\s*(?:[,.;:!?)]|$)|\s+(?!of\b|break|camp|school|term|session|season|holiday|(?:19|20)\d\d)[a-z0-9])"
    yield rf"\bsince\s+(?:the\s+)?(?:early\s+|late\s+)?(?P<s>{seasons})\b{ends}", _since_season(words), beside
    before = rf"\b(?:(?:for|in|by|until|over|during)\s+the|in)\s+(?:early\s+|late\s+)?(?P<s>{seasons})\b{ends}"
    yield before, _season(words, language), beside


def _in_week(words: Calendar) -> Build:
    def build(match: re.Match[str], ref: Reference, _: Span) -> str | None:
        if ref.day is None:
            return None
        monday = ref.day - timedelta(days=ref.day.weekday())
        weeks = {"last": -1, "this": 0, "next": 1}[match["w"].lower()]
        return (monday + timedelta(days=7 * weeks + words.weekdays[match["d"].lower()])).isoformat()

    return build


def _night_to(words: Calendar) -> Build:
    """The two days that a night joins; the last such night."""

    def build(match: re.Match[str], ref: Reference, _: Span) -> str | None:
        if ref.day is None:
            return None
        morning = ref.day - timedelta(days=(ref.day.weekday() - words.weekdays[match["d"].lower()]) % 7)
        return f"{morning - timedelta(days=1)}/{morning}"

    return build


def _prayers(words: Calendar, language: str) -> Build:
    """The last such weekday where something was done then, and once: "as they left after Friday prayers"."""
    again = re.compile(rf"\b(?:{either(words.raw['links']['repeated'])})\b", re.IGNORECASE)

    def build(match: re.Match[str], ref: Reference, sentence: Span) -> str | None:
        if ref.day is None or direction(match.string, sentence, match.span(), language) != "past":
            return None
        if again.search(match.string, *sentence):
            return None  # "were often checked after Friday prayers"
        back = (ref.day.weekday() - words.weekdays[match["d"].lower()]) % 7
        return (ref.day - timedelta(days=back)).isoformat()

    return build


def _fortnight(match: re.Match[str], ref: Reference, _: Span) -> str | None:
    if ref.day is None:
        return None
    then = ref.day - timedelta(days=14 * (2 if match["n"].lower() == "two" else 1))
    monday = then - timedelta(days=then.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def _decade(_: re.Match[str], ref: Reference, __: Span) -> str | None:
    return f"{ref.year - _DECADE:04d}" if ref.year else None


def _since_season(words: Calendar) -> Build:
    """The start of the last such season that is more than a few weeks old."""

    def build(match: re.Match[str], ref: Reference, _: Span) -> str | None:
        if ref.latest is None:
            return None
        month = words.seasons[match["s"].lower()][0]
        begun = _last_start(ref.latest, month)
        if (ref.latest - begun).days < _SETTLED:
            begun = begun.replace(year=begun.year - 1)
        return f"{begun:%Y-%m}/.."

    return build


def _season(words: Calendar, language: str) -> Build:
    """The coming season where words say the future, the last one where they say the past; else none."""

    def build(match: re.Match[str], ref: Reference, sentence: Span) -> str | None:
        tense = direction(match.string, sentence, match.span(), language)
        if ref.latest is None or tense is None:
            return None
        first, last = words.seasons[match["s"].lower()]
        begun = _last_start(ref.latest, first)
        if tense == "future":
            begun = begun.replace(year=begun.year + 1)
        months = (last - first) % 12
        return f"{begun:%Y-%m}/{months_back(begun, -months):%Y-%m}"

    return build


def _last_start(day: date, month: int) -> date:
    return date(day.year - (month > day.month), month, 1)
