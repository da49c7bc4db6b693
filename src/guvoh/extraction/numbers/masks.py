"""Stretches whose digits count nothing: dates, clock times, phones, addresses, labels, scores, names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from guvoh.extraction.numbers.mention import NumberKind
from guvoh.extraction.numbers.words import Words, either, words
from guvoh.extraction.timewords import calendar

_I = re.IGNORECASE
Mask = tuple[int, int, NumberKind]
_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MAYBE = re.compile(
    rf"\d|clock|number\s+one|ties\b|zero[\s-](?:tolerance|point)|\bat\s(?:\w+\s)?(?:{_HOUR})\b", _I
)  # quick look: most stretches hold no digit
_DIGIT = r"\d+(?:\.\d+)*"


class _Mask(NamedTuple):
    """What digits are by a pattern; without one of the `needed` words and signs it cannot match, and is not tried."""

    kind: NumberKind
    pattern: re.Pattern[str]
    needed: frozenset[str] = frozenset()


_WORD = re.compile(r"[^\W\d_]+|[№§#@/:°]|(?<!\d)0(?=\d{3}\b)")
_DOMAINS = ("kg", "kz", "uz", "tj", "tm", "ru", "am", "az", "ge", "com", "org", "net", "info", "news", "media")
_PHONES = ("Tel", "Phone", "Telephone", "Fax", "Mob", "Mobile", "Hotline")
_ZONES = ("BST", "GMT", "EDT", "EST", "UTC", "MSK", "CET", "IST", "hrs")
_NEXT = r"(?:the\s+(?:next|following|same)|that)\s+(?:morning|day|evening|night|afternoon)"
_HOURS = frozenset(z.casefold() for z in _ZONES) | frozenset(
    {"am", "pm", "m", ":", "0", "o", "at", "hours", "morning", "afternoon", "evening"}
)


# Forms that are the same in every language. The order says which reading wins.
_EVERYWHERE: tuple[_Mask, ...] = (
    _Mask(
        NumberKind.ARTICLE,
        re.compile(r"https?://\S+|\bwww\.\S+|\b[\w.+-]+@[\w-]+\.\w[\w.]*|\bt\.me/\S+"),
        frozenset({"www", "@", "/"}),
    ),
    _Mask(NumberKind.ARTICLE, re.compile(rf"\b\d+\.(?:{'|'.join(_DOMAINS)})\b"), frozenset(_DOMAINS)),
    _Mask(NumberKind.ARTICLE, re.compile(r"(?m)^[ \t]*\(?\d{1,3}[.)](?=[ \t]+\S)|\[\d{1,3}\]")),
    _Mask(
        NumberKind.PHONE,
        re.compile(
            r"\+\d[\d\s().-]{6,}\d|\+\d{1,3}(?=\s*[\[(])|\(\d{3,4}\)\s*\d{3}[\s-]\d{2}-?\d{2}|(?<![\d-])\d{3}-\d{3}-\d{4}(?!\d)"
        ),
    ),
    _Mask(NumberKind.PHONE, re.compile(r"(?<!\d)8[\s-]?\(?\d{3}\)?[\s-]\d{3}[\s-]\d{2}[\s-]\d{2}(?!\d)")),
    _Mask(
        NumberKind.COORDINATE,
        re.compile(r"-?\d{1,3}\.\d{3,}\s*°?\s*[NSEW]?\s*,\s*-?\d{1,3}\.\d{3,}(?:\s*°?\s*[NSEW]\b)?"),
    ),
    _Mask(
        NumberKind.COORDINATE,
        re.compile(r"\d{1,3}°\s*\d{1,2}['′](?:\s*\d{1,2}(?:\.\d+)?[\"″])?\s*[NSEW]?|\d{1,3}(?:\.\d+)?\s*°\s*[NSEW]\b"),
        frozenset({"°"}),
    ),
    _Mask(
        NumberKind.DATE,
        re.compile(
            r"(?<![\d.])(?:19|20)\d\d-\d\d(?:-\d\d)?(?![\d-])|(?<![\d./])\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d{2})(?![\d])"
        ),
    ),
    _Mask(
        NumberKind.DATE,
        re.compile(
            r"(?<![\d-])(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)(?![\d-])(?!\s?%)|(?<!\d)(?:19|20)?\d0['’]?s\b"
        ),
    ),
    _Mask(
        NumberKind.ARTICLE,
        re.compile(
            r"\b24/7\b|\b9/11\b|(?<![\w.])(?!(?:RM|R[sS]|[A-Z]Sh|[A-Z]{2}\$)\d|(?:[A-Z]{3})\d{1,3}(?:,\d{3})|R\d[\d.]*(?:,\d{3}|\s?(?:m|mn|bn|k|million|billion)\b))(?:[A-Z]{1,5}-?\d+(?:[-/]?\w+)*)\b|\b\d{1,3}[DG]\b|\b\d+-?(?:FZ|ФЗ)\b"
        ),
    ),
    _Mask(
        NumberKind.ARTICLE,
        re.compile(
            r"(?<!\w)\d{3,}\s?/\s?\d{2,}(?!\w)|(?m:^[ \t]*\d{5,6}(?=[ \t]+[A-ZА-Я]))"
            r"|(?<=,\s)(?!19|20)\d{4,6}(?=[ \t]+[A-Z][a-z])|\b[A-Z]{2}[ \t]+\d{5}(?:-\d{4})?\b"
        ),
    ),
)


@cache
def _in_order(language: str) -> tuple[_Mask, ...]:
    times, labels, ranks = _times(language), _labels(language), _ranks()
    return (*_EVERYWHERE[:5], *times, *_EVERYWHERE[5:], *labels, *ranks)


def _times(language: str) -> tuple[_Mask, ...]:
    """Telephones, clock times and dates."""
    months = calendar(language).month_pattern
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return (
        _Mask(
            NumberKind.PHONE,
            re.compile(rf"\b(?:{'|'.join(_PHONES)})\b\.?:?\s*\(?\+?\d[\d\s().;-]{{4,}}\d", _I),
            frozenset(word.casefold() for word in _PHONES),
        ),
        _Mask(
            NumberKind.CLOCK,
            re.compile(
                r"\b\d{1,2}(?:[:.]\d{2})?(?:\s?(?:-|–|to)\s?\d{1,2}(?:[:.]\d{2})?)?\s?(?:a\.m\.|p\.m\.|am\b|pm\b)"
                r"|(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?:\s?(?:EDT|EST|GMT|UTC|MSK|CET|BST|hrs))?"
                r"|(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\bto\s)|(?<=\buntil\s)|(?<=\bfrom\s)|(?<=\baround\s)|(?<=\bsince\s))(?:[01]\d|2[0-4])[0-5]\d\s?(?:hours|hrs)\b"
                r"|(?<![\d.,])0\d{3}\b(?![.,]\d)(?:\s?(?:GMT|UTC|hours|hrs)\b)?|\b\w+\so['’]clock"
                rf"|(?<![\d.,])\d{{1,2}}\.[0-5]\d\s(?:{'|'.join(_ZONES)})\b"
                rf"|\bat\s(?:about\s|around\s)?(?:\d{{1,2}}|{_HOUR})(?=\s+{_NEXT}\b|,\s\d)"
                r"|(?<=\bat\s)\d{1,2}\.[0-5]\d\b(?!\s?%|\s(?:percent|per|million))"
                r"|\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+in\s+the\s+(?:morning|afternoon|evening)\b",
                _I,
            ),
            _HOURS,
        ),
        _Mask(
            NumberKind.DATE,
            re.compile(
                rf"\b{months}\.?\s+{day}(?:\s?(?:[-–—]|to|and|through|until)\s?(?:{months}\.?\s+)?{day})?(?![\d:])(?:,?\s+(?:of\s+)?(?:19|20)\d\d\b)?"
                rf"|(?<![\d:.]){day}(?:\s?(?:[-–—]|to|and)\s?{day})?\s+(?:of\s+)?{months}\b\.?(?:,?\s+(?:19|20)\d\d\b)?"
                rf"|\b{months}\.?,?\s+(?:of\s+)?(?:19|20)\d\d\b(?!,\d)"
                r"|(?<![\d-])(?:19|20)\d\d-\d{1,2}-\d{1,2}(?![\d-])"
            ),
        ),
    )


def _labels(language: str) -> tuple[_Mask, ...]:
    """Numbers that name a thing: articles of law, houses, flights, marks with a hyphen."""
    label = words(language).raw["label"]
    firm = {_WORD.findall(said)[0].casefold() for said in (*label["firm"], *label["marks"])}
    firm |= {f"{word}no" for word in firm}  # "articleNo. 5"
    streets, of_after = either(label["streets"]), either(label["of_after"])
    numbers = rf"{_DIGIT}(?:\w\b)?(?:(?:,|\s*[-–]\s*|,?\s+(?:and|to|or)\s+)\s*{_DIGIT}(?![\d,]*\s+[a-z]+s\b))*"
    no_name = "mid|early|late|pre|post|under|over|non|some|about|nearly|around|after|since"
    hyphen_name = rf"(?!(?:{no_name})-)[^\W\d_][\w'’]*-\d[\w./-]*"
    return (
        _Mask(NumberKind.ARTICLE, re.compile(rf"(?<!\w){hyphen_name}")),
        _Mask(
            NumberKind.ARTICLE,
            re.compile(
                rf"(?:\b(?:{either(label['firm'])})|(?<!\w)(?:{either(label['marks'])}))\s*(?:No\.?|№|#)?\s*{numbers}",
                _I,
            ),
            frozenset(firm),
        ),
        _Mask(
            NumberKind.ARTICLE,
            re.compile(rf"\b(?:{either(w.capitalize() for w in label['soft'])})\.?\s+(?:No\.?|№|#)?\s*{numbers}"),
        ),
        _Mask(
            NumberKind.ARTICLE,
            re.compile(rf"\b(?:{either(label['soft'])})\s+(?:No\.?|№|#)\s*{numbers}", _I),
            frozenset({"no", "№", "#"}),
        ),
        _Mask(NumberKind.ARTICLE, re.compile(rf"\b{_DIGIT}(?=\s+(?:{of_after}))", _I)),
        _Mask(
            NumberKind.ARTICLE,
            re.compile(
                rf"\b\d{{1,5}}\w?[ \t]+(?:[A-Z0-9][\w.'’-]*[ \t]+){{1,3}}(?i:{streets})\b"
                rf"|\b(?:[A-Z][\w'’-]+[ \t]+){{1,3}}(?i:{streets})\b,?[ \t]+\d{{1,4}}\b(?!\s+[a-z])"
            ),
        ),
    )


def _ranks() -> tuple[_Mask, ...]:
    """Scores, ranks and rounded ages."""
    return (
        _Mask(NumberKind.SCORE, re.compile(r"\b(?:\d+|two|three|four|five|nine|ten)(?:\s|-)to(?:\s|-)(?:1|one)\b", _I)),
        _Mask(NumberKind.RANK, re.compile(r"\bzero[\s-](?:tolerance|point)\b", _I), frozenset({"tolerance", "point"})),
        _Mask(
            NumberKind.RANK,
            re.compile(r"\btop[\s-]\d+\b|\branked\s+(?:\w+\s+){0,2}\d+(?:st|nd|rd|th)?\b|\bnumber\s+one\b", _I),
            frozenset({"top", "ranked", "number"}),
        ),
        _Mask(
            NumberKind.AGE,
            re.compile(
                r"\b(?:his|her|their|my|the|our)\s+(?:early\s+|mid-?\s?|late\s+)?(?:[2-9]0s|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b",
                _I,
            ),
        ),
    )


def masks(text: str, start: int, end: int, language: str = "en") -> list[Mask]:
    """The stretches of `text[start:end]` whose digits are no quantities, in order, without overlaps."""
    taken: list[Mask] = []
    if not _MAYBE.search(text, start, end):
        return taken
    said = frozenset(_WORD.findall(text[start:end].casefold()))
    for kind, pattern, needed in _in_order(language):
        if needed and needed.isdisjoint(said):
            continue
        for match in pattern.finditer(text, start, end):
            if kind is NumberKind.DATE and _counts_in_month(text, match, words(language)):
                continue
            if not _overlaps(match.span(), taken):
                taken.append((*match.span(), kind))
    taken += [score for score in _scores(text, start, end, words(language)) if not _overlaps(score[:2], taken)]
    return sorted(taken)


def phones(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The telephone numbers in `text[start:end]`, written as in every language (spans)."""
    ways = (mask.pattern for mask in _EVERYWHERE if mask.kind is NumberKind.PHONE)
    return [match.span() for way in ways for match in way.finditer(text, start, end)]


def _scores(text: str, start: int, end: int, lexicon: Words) -> list[Mask]:
    """ "3-1", "5–4", "2:0" close to a word of games or votes: results, not ranges."""
    out: list[Mask] = []
    for match in re.compile(r"(?<![\w.,-])\d{1,3}\s?(?P<mark>[-–:])\s?\d{1,3}(?![\w-]|[.,]\d)").finditer(
        text, start, end
    ):
        near = (
            text[max(start, match.start() - 40) : match.start()] + " " + text[match.end() : min(end, match.end() + 30)]
        )
        said = any(word.lower() in lexicon.listed("label", "score") for word in re.findall(r"[^\W\d_]+", near))
        if said or match["mark"] == ":":
            out.append((*match.span(), NumberKind.SCORE))
    return out


def _overlaps(span: tuple[int, int], taken: Sequence[Mask]) -> bool:
    return any(span[0] < stop and begin < span[1] for begin, stop, _ in taken)


def _counts_in_month(text: str, match: re.Match[str], lexicon: Words) -> bool:
    """Whether "In May 30 people …" counts people: "in", a month, a bare number and a plural noun."""
    if not re.search(r"\bin\s+$", text[max(0, match.start() - 4) : match.start()], _I):
        return False
    if not re.fullmatch(r"[^\W\d_]+\.?\s+\d{1,2}", match.group()):
        return False
    noun = re.compile(r"\s+([a-z]+)").match(text, match.end())
    return bool(noun) and (noun[1].endswith("s") or noun[1] in lexicon.listed("people", "plurals"))  # type: ignore[index]
