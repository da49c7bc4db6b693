"""Dates told from the date published: yesterday, on Thursday, last week, two years ago, in the last three years."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from guvoh.extraction.dates.context import Reference, direction, right_before
from guvoh.extraction.dates.nearby import nearby_rules
from guvoh.extraction.dates.partial import months_back
from guvoh.extraction.dates.rule import BACK, BESIDE, FROM
from guvoh.extraction.dates.taken import Taken
from guvoh.extraction.timewords import Calendar, calendar, either
from guvoh.model.statement import Span

_I = re.IGNORECASE
_TO_DO_BY = re.compile(r"\bto\s+[a-z]+\b[^,;:]{0,60}\bby\s+$", _I)
_WOULD_BY = re.compile(r"(?:\bwould|['’]d|\bwill)\s+(?:be\s+)?[a-z]+\b[^,;:]{0,60}\b(?:by|before|until)\s+$", _I)
_LONGEST = 200  # of what is counted back
Found = tuple[int, int, str, str]  # start, end, EDTF, why
Build = Callable[[re.Match[str], Reference, Span], str | None]


def relative(text: str, sentence: Span, ref: Reference, language: str = "en") -> list[Found]:
    """Relative dates of a sentence as EDTF with the reason; nothing for words that are too loose ("recently")."""
    out: list[Found] = []
    if not _maybe(language).search(text, *sentence):
        return out
    taken = Taken(*sentence)
    for pattern, build, why in _rules(language):
        for match in pattern.finditer(text, *sentence):
            if taken.any_of(*match.span()):
                continue
            edtf = build(match, ref, sentence)
            if edtf is not None:
                begin = match.start("at") if match.groupdict().get("at") is not None else match.start()
                found = _since(text, sentence, (begin, match.end(), edtf, why), ref)
                out.append(found)
                taken.take(*found[:2])
    return out


_SINCE = re.compile(r"\bsince\s+(?:late\s+|early\s+)?(?:on\s+)?$", _I)


def _since(text: str, sentence: Span, found: Found, ref: Reference) -> Found:
    """With "since" before it a date opens an interval; with "from" a coming one does."""
    start, end, edtf, why = found
    match = right_before(_SINCE, text, sentence, start)
    if match is None and ref.day is not None and edtf > ref.day.isoformat():
        match = right_before(FROM, text, sentence, start)
    if match is None or edtf.endswith("/.."):
        return found
    return match.start(), end, f"{edtf.split('/')[0]}/..", why


@cache
def _maybe(language: str) -> re.Pattern[str]:
    """A quick look: most sentences hold no relative date."""
    near = (
        r"\b(?i:of\s+the\s+year|last|past|next|this|previous|current|ago|since|yesterday|tomorrow|tonight|today|so\s+far|earlier|later"
        r"|month|weekend|overnight|night|fortnights?)\b"
    )
    words = calendar(language)
    return re.compile(rf"{near}|\b{words.weekday_pattern}\b|\b(?i:(?:the|in)\s+(?:{either(words.seasons)}))\b")


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], Build, str], ...]:
    words = calendar(language)
    weekday = (_weekday_pattern(words), _weekday(words, language), f"weekday {BESIDE}")
    listed = (*nearby_rules(words, language), *_counted_rules(words), *_named_rules())
    return (*((re.compile(pattern, _I), build, why) for pattern, build, why in listed), _today(words), weekday)


def _counted_rules(words: Calendar) -> tuple[tuple[str, Build, str], ...]:
    number = rf"(?<![-‑.,\d])(?<!hundred\s)(?<!hundred\sand\s)(?P<n>{either(words.numbers)}|\d{{1,3}})"
    span = r"(?P<u>hour|day|week|month|year)s?"
    plain = r"(?!\s+(?:of|to come)\b)"
    lead = r"(?:in|over|during|for|within|throughout)"
    return (
        (rf"\b(?P<w>last|previous|past|next|this|coming)\s+(?:few|several|couple of)\s+{span}\b", _nothing, ""),
        (rf"\b{lead}\s+the\s+(?:last|past)\s+(?:{number}\s+)?{span}\b{plain}", _span_back(words), BACK),
        (rf"\bthe\s+(?:last|past)\s+{number}\s+{span}\b{plain}", _span_back(words), BACK),
        (rf"\b{number}\s+{span}\s+ago\b", _ago(words), BACK),
    )


def _named_rules() -> tuple[tuple[str, Build, str], ...]:
    part = r"since\s+(?:the|this|early)\s+morning|this\s+(?:morning|afternoon|evening)|(?:earl(?:ier|y)|later)\s+today"
    edge = r"(?:beginning|start|middle|end)"
    return (
        (
            r"\bsince\s+the\s+(?:beginning|start)\s+of\s+(?P<w>the|this|last)\s+(?P<u>year|month)\b",
            _since_start,
            "the year or month of the date published",
        ),
        (rf"\b(?:the\s+)?{edge}\s+of\s+(?P<w>the|this|last|next)\s+(?P<u>month)\b", _edge, BESIDE),
        (
            r"\b(?:the\s+)?(?:(?P<e>beginning|start)\s+of\s+(?P<w>the|this|last|next)|end\s+of\s+(?P<w2>last))\s+year\b",
            _edge_of_year,
            BESIDE,
        ),
        (
            r"\b(?:(?:earlier|later|so\s+far|sometime)\s+)?(?P<w>last|this|next|the\s+current|the\s+previous)\s+"
            r"(?P<u>week|month|year)\b(?!['’]?s\s+(?:old|end))",
            _named,
            BESIDE,
        ),
        (r"\b(?:(?:over|during|at)\s+the|(?<=since\s)the|(?P<w>last|this|next))\s+weekend\b", _weekend, BESIDE),
        (r"\bthe\s+day\s+before\s+yesterday\b", _near, BESIDE),
        (rf"\b(?P<w>yesterday|tomorrow|tonight|last\s+night|{part})\b", _near, BESIDE),
    )


def _today(words: Calendar) -> tuple[re.Pattern[str], Build, str]:
    """ "today" where something happened or was said that day, not where it means nowadays."""
    done = either(words.raw["told_today"])
    clause = rf"(?:{done}|here|earlier|will)\b(?:(?!\b(?:until|to|than|like|as)\s+today)[^,;:.!?”\"]){{0,60}}?"
    at_hour = r"(?:at|around|about|early|shortly|before|in\s+the\s+(?:morning|afternoon|evening))\b"
    opening = rf"\b(?-i:Today)\b(?=,?\s+{at_hour}|,?\s+(?:[\w'’]+\s+){{0,3}}(?:{done})\b)"
    by_clock = r"(?:(?<=[ap]m )|(?<=[ap]\.m\. )|(?<=:\d\d ))today\b"
    by_verb = rf"\btoday\b(?=[,.]?\s+(?:{done})\b)|\b{clause}\b(?P<at>)today\b(?!['’]s)"
    event = rf"\btoday['’]s\s+(?:[\w-]+\s+)?(?:{either(words.events)}|check|inspection)\b"
    pattern = re.compile(rf"{opening}|{event}|{by_clock}|{by_verb}", _I)
    return pattern, _near_at, "the date published"


def _nothing(*_: object) -> None:
    """ "in the last few weeks" is too loose for a date."""


def _number(match: re.Match[str], words: Calendar) -> int | None:
    raw = match["n"]
    if raw is None:
        return 1
    return int(raw) if raw.isdigit() else words.numbers.get(" ".join(raw.lower().split()))


def _span_back(words: Calendar) -> Build:
    return lambda match, ref, _: span_back(ref, _number(match, words), match["u"].lower())


def span_back(ref: Reference, count: int | None, unit: str) -> str | None:
    """The span of so many hours, days, weeks, months or years up to the date published; None where it is too loose."""
    if count is None or not 0 < count < _LONGEST:
        return None
    if ref.day is None:
        return f"{(ref.year or 0) - count}/{ref.year}" if unit == "year" and ref.year and count > 1 else None
    if unit == "hour":
        return hours_back(ref.day, count)
    return f"{counted_back(ref.day, count, unit)}/{ref.day}"


def counted_back(day: date, count: int, unit: str) -> date:
    """The day so many days, weeks, months or years before a day."""
    if unit in ("day", "week"):
        return day - timedelta(days=count * (7 if unit == "week" else 1))
    return months_back(day, count * (12 if unit == "year" else 1))


def hours_back(day: date, count: int) -> str | None:
    """The days that so many hours back reach: whole days only, since the hour of printing is not known."""
    return f"{day - timedelta(days=count // 24)}/{day}" if count % 24 == 0 else None


def _ago(words: Calendar) -> Build:
    return lambda match, ref, _: told_back(ref, _number(match, words), match["u"].lower())


def told_back(ref: Reference, count: int | None, unit: str) -> str | None:
    """The day, week, month or year that lies so many of them before the date published."""
    if count is None or not 0 < count < _LONGEST:
        return None
    if unit == "year":
        return f"{(ref.year or 0) - count:04d}" if ref.year else None
    if ref.day is None or unit == "hour":
        return None
    then = counted_back(ref.day, count, unit)
    if unit == "day":
        return then.isoformat()
    return week_of(then) if unit == "week" else f"{then:%Y-%m}"


def week_of(day: date) -> str:
    """The week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def _since_start(match: re.Match[str], ref: Reference, _: Span) -> str | None:
    back = match["w"].lower() == "last"
    if match["u"].lower() == "year":
        return f"{(ref.year or 0) - back:04d}-01-01/.." if ref.year else None
    if ref.latest is None:
        return None
    then = months_back(ref.latest, int(back))
    return f"{then:%Y-%m}-01/.."


def _named(match: re.Match[str], ref: Reference, _: Span) -> str | None:
    step = {"last": -1, "next": 1}.get(match["w"].lower(), 0)
    unit = match["u"].lower()
    if match["w"].lower().endswith("previous"):  # "the previous year" is told from another date, not from today
        return None
    if unit == "year":
        return f"{(ref.year or 0) + step:04d}" if ref.year else None
    if unit == "month":
        return f"{months_back(ref.latest, -step):%Y-%m}" if ref.latest else None
    return week_of(ref.day + timedelta(days=7 * step)) if ref.day else None


def _edge(match: re.Match[str], ref: Reference, _: Span) -> str | None:
    """ "the end of the month" is kept as the month."""
    step = {"last": -1, "next": 1}.get(match["w"].lower(), 0)
    return f"{months_back(ref.latest, -step):%Y-%m}" if ref.latest else None


def _edge_of_year(match: re.Match[str], ref: Reference, _: Span) -> str | None:
    """ "The start of the year" is its first month, "the end of last year" the last one of the year before.

    "By the end of the year" dates nothing: it only says how long something may yet take.
    """
    step = {"last": -1, "next": 1}.get((match["w"] or match["w2"]).lower(), 0)
    return f"{ref.year + step:04d}-{'01' if match['e'] else '12'}" if ref.year else None


def _weekend(match: re.Match[str], ref: Reference, sentence: Span) -> str | None:
    """The weekend that ended last, or that of the date published; the coming one where words say so."""
    if ref.day is None:
        return None
    word = (match["w"] or "").lower()
    ahead = word not in ("last", "next") and direction(match.string, sentence, match.span()) == "future"
    return weekend_of(ref.day, last=word == "last", next_one=word == "next", ahead=ahead)


def nearest_weekday(day: date, weekday: int, *, ahead: bool, beyond: bool) -> date:
    """The next or the last such weekday (Monday 0), `day` itself unless `beyond` it."""
    gap = weekday - day.weekday()
    days = gap % 7 or (7 if beyond else 0) if ahead else -((-gap) % 7) or (-7 if beyond else 0)
    return day + timedelta(days=days)


def weekend_of(day: date, *, last: bool, next_one: bool, ahead: bool) -> str:
    """The weekend that ended last or runs; the one before it ("last"), or the coming one (`ahead`, "next")."""
    saturday = day - timedelta(days=(day.weekday() + 2) % 7)  # the last, which may be running
    running = day.weekday() >= 5
    if last and running:
        saturday -= timedelta(days=7)
    if (ahead or next_one) and (not running or next_one):
        saturday += timedelta(days=7)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def _near_at(_: re.Match[str], ref: Reference, __: Span) -> str | None:
    return ref.day.isoformat() if ref.day else None


def _near(match: re.Match[str], ref: Reference, _: Span) -> str | None:
    word = " ".join(match.group().lower().split())
    step = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return (ref.day + timedelta(days=step)).isoformat() if ref.day else None


def _weekday_pattern(words: Calendar) -> re.Pattern[str]:
    named = either(w for w in words.raw["named_days"])
    not_after = either(words.raw["not_after_weekday"])
    day = words.weekday_pattern
    return re.compile(
        rf"(?<!\w)(?!(?i:{named})\s)(?P<lead>(?:(?i:{named}|last|next|this|past|coming)\s+)?)(?P<at>)(?P<d>{day})(?![\w-])(?!\s+(?i:{not_after})\b)"
        rf"(?!,?\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{words.month_pattern}\b|{words.month_pattern}\b))(?:\s+(?:morning|afternoon|evening|night))?"
    )


def _deadline(text: str, sentence: Span, match: re.Match[str]) -> bool:
    """ "Told to leave by Friday": ahead, unless the sentence looks back ("by Friday all had left")."""
    if right_before(_TO_DO_BY, text, sentence, match.start()) is not None:
        return re.compile(r"\bhad\b").search(text, *sentence) is None
    return right_before(_WOULD_BY, text, sentence, match.start()) is not None


def _weekday(words: Calendar, language: str) -> Build:
    def build(match: re.Match[str], ref: Reference, sentence: Span) -> str | None:
        text = match.string
        before = text[max(0, match.start() - 12) : match.start()]
        if ref.day is None or re.search(rf"\b(?:{either(words.raw['named_days'])})\s+$", before, _I):
            return None
        lead = match["lead"].strip().lower()
        if lead and lead not in ("last", "next", "this", "past", "coming"):
            return None
        ahead = lead in ("next", "coming") or (
            lead not in ("last", "past")
            and (direction(text, sentence, match.span(), language) == "future" or _deadline(text, sentence, match))
        )
        beyond = lead in ("next", "coming", "last", "past")
        return nearest_weekday(ref.day, words.weekdays[match["d"].lower()], ahead=ahead, beyond=beyond).isoformat()

    return build
