"""Months written out, alone, with a part ("mid-May", "the end of June"), with a year, as ranges, before an event."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.dates.rule import TO, YEAR, Rule, group, year_of
from guvoh.extraction.timewords import Calendar, either

_I = re.IGNORECASE
_PART = r"(?:early|mid|late)[\s-]|(?:the\s+)?(?:beginning|start|end|middle|close)\s+of\s+|"
_PART += r"(?:the\s+)?(?:first|second|third|last)\s+(?:week|days|half|ten\s+days)\s+of\s+"
_LATER = r"(?:last|this|next)"


def month_rules(words: Calendar) -> Iterator[Rule]:
    """The ways of writing a month, those that say most first."""
    month, full = words.month_pattern, _full(words)
    yield Rule(
        re.compile(
            rf"\b(?P<m>{month})\.?(?:,?\s+(?P<y1>{YEAR}))?(?P<to>{TO})(?P<m2>{month})\b\.?"
            rf"(?:,?\s+(?:of\s+)?(?P<y>{YEAR})\b)?(?!\s+\d{{1,2}}\b)"
        ),
        _month_range(words),
    )
    part = rf"(?P<part>(?i:{_PART}))"
    of_year = rf"(?:(?P<y>{YEAR})\b(?![,-]\d)|(?P<w>{_LATER})\s+year\b)"
    yield Rule(re.compile(rf"{part}?\b(?P<m>{month})\.?,?\s+(?:of\s+)?{of_year}"), _one_month(words), of_year=True)
    yield Rule(re.compile(rf"\b{part}(?P<m>{full})\b(?![-\w])"), _one_month(words))
    yield from _lone_months(words, full)


def _full(words: Calendar, but: Collection[str] = ()) -> str:
    return either(forms[0].capitalize() for forms in words.raw["months"] if forms[0] not in but)


def _lone_months(words: Calendar, full: str) -> Iterator[Rule]:
    lone = either(words.raw["lone_months"])
    more = r"(?:\s+the)?(?:\s+(?i:early|mid|late|past|coming))?[\s-]"
    yield Rule(
        re.compile(rf"(?P<lead>(?i:\b(?:{lone})){more})(?P<m>{full})(?P<gen>['’]s)?\b(?![-\w])"), _lone_month(words)
    )
    event = rf"(?=\s+(?:[\w-]+\s+){{0,2}}(?:{either(words.events)})\b)"
    yield Rule(re.compile(rf"\b(?i:the|this|that|last|its|a)\s+(?P<m>{full})\b{event}"), _event_month(words))
    plain = _full(words, but=words.raw["may_like"])
    yield Rule(re.compile(rf"\b(?P<m>{plain})['’]s\b{event}"), _event_month(words))


def _month_range(words: Calendar) -> Callable[[re.Match[str], str], Raw | None]:
    def build(match: re.Match[str], text: str) -> Raw | None:
        one, two, year = words.months[match["m"].lower()], words.months[match["m2"].lower()], year_of(match)
        before = text[max(0, match.start() - 10) : match.start()]
        between = re.search(r"\bbetween\s+$", before, _I)
        on_end = two == one + 1 and re.search(r"\b(?:in|during|over|of|for)\s+$", before, _I) is not None
        apart = match["y1"] is not None and year != year_of(match, "y1")
        year1 = year_of(match, "y1") or (year if year is None or one < two else year - 1)
        if (
            (one == two and (year1 is None or year is None or year1 >= year or match["y1"] is None))
            or (match["to"].strip() == "and" and not between and (apart or not on_end))
            or (match["m"] in ("May", "March") and match["to"].strip() == "to" and year is None)
        ):
            return None
        return Raw(match.start(), match.end(), Partial(year1, one), Partial(year, two)) if one < two or year else None

    return build


def _one_month(words: Calendar) -> Callable[[re.Match[str], str], Raw | None]:
    def build(match: re.Match[str], _: str) -> Raw | None:
        first = Partial(year_of(match), words.months[match["m"].lower()])
        note = match["part"].strip() + ": only the month is kept" if match["part"] else ""
        return Raw(match.start(), match.end(), first, year_word=group(match, "w") or "", note=note)

    return build


def _lone_month(words: Calendar) -> Callable[[re.Match[str], str], Raw | None]:
    def build(match: re.Match[str], text: str) -> Raw | None:
        lead = match["lead"].strip().lower().rstrip("-").split()
        if _is_word(match, text, lead[0], words) or (lead[0] == "and" and not _listed(match, text)):
            return None
        word = lead[-1] if lead[-1] in ("last", "this", "next") else ""
        begin = match.start("m") if not word else match.start()
        first = Partial(None, words.months[match["m"].lower()])
        return Raw(begin, match.end("m"), first, year_word=f"{word} month" if word else "")

    return build


def _is_word(match: re.Match[str], text: str, lead: str, words: Calendar) -> bool:
    """Whether May, March or August is a word or a name here: "in May Street", "and March on"."""
    if match["m"].lower() not in words.raw["may_like"]:
        return False
    if lead == "of" and re.search(r"\bmonth\s$", text[max(0, match.start() - 7) : match.start()]):
        return False
    named = re.compile(r"\s+(?!(?:[IA]|The)\b)[A-Z][a-z]").match(text, match.end())
    return named is not None or (lead in ("of", "to", "for", "and", "that", "between") and not match["gen"])


def _listed(match: re.Match[str], text: str) -> bool:
    """Whether a capitalised word and a comma stand before, so that "and June" may go on a list of months."""
    return re.search(r"[A-Z]\w+,?\s+$", text[max(0, match.start() - 14) : match.start()]) is not None


def _event_month(words: Calendar) -> Callable[[re.Match[str], str], Raw | None]:
    return lambda match, _: Raw(match.start("m"), match.end("m"), Partial(None, words.months[match["m"].lower()]))
