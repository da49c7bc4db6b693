"""The contract's values in plain English words, for every table, page and drawing of the room."""

from __future__ import annotations

import calendar
import re
from typing import Final

from guvoh.model.acts import act as act_of
from guvoh.model.acts import acts
from guvoh.model.edtf import is_edtf
from guvoh.model.statement import Count, Kind, Modality, Qualifier, SourceKind, Stage
from guvoh.model.weighing import DocumentRelation, FigureRelation, SupportStatus

MODALITIES: Final = {
    Modality.ASSERTED: ("stated", "The text states it as a fact."),
    Modality.ALLEGED: ("alleged", "The text reports it as someone's claim."),
    Modality.DENIED: ("denied", "The text reports that someone denies it."),
    Modality.PLANNED: ("planned", "The text tells of it as still to come."),
    Modality.GENERAL: ("general", "The text tells of a practice, not of one happening."),
}
STAGES: Final = {Stage.ORDERED: "ordered", Stage.CARRIED_OUT: "carried out", Stage.PLANNED: "planned"}
BASES: Final = {
    "text": "the text says so",
    "published": "counted from the date published",
    "inferred": "inferred, see the reasons",
}
PLACE_BASES: Final = {"inferred": "inferred from the sentences around it"}
SUPPORT: Final = {
    SupportStatus.SINGLE_ORIGIN: ("one origin", "All reports trace back to one source."),
    SupportStatus.REPEATED: ("repeated", "Several documents, but one source behind them: it counts once."),
    SupportStatus.CORROBORATED: ("corroborated", "Sources that do not depend on one another report it."),
    SupportStatus.CONTESTED: ("contested", "Sources contradict one another on it."),
    SupportStatus.DENIED: ("denied", "A source denies it."),
}
FIGURE_RELATIONS: Final = {
    FigureRelation.SAME: "the same number as",
    FigureRelation.ROUNDED_SAME: "the same number, rounded, as",
    FigureRelation.CONSISTENT_BOUND: "within the bounds of",
    FigureRelation.PART_OF: "a part of",
    FigureRelation.SUMS_TO: "together make up",
    FigureRelation.LATER_UPDATE: "a later update of",
    FigureRelation.WIDER: "covers more than",
    FigureRelation.NARROWER: "covers less than",
    FigureRelation.OTHER_STAGE: "counts another stage than",
    FigureRelation.OTHER_UNIT: "counts another thing than",
    FigureRelation.CONFLICT: "differs from",
}
TURNED: Final = {
    FigureRelation.PART_OF: "the whole of",
    FigureRelation.LATER_UPDATE: "updated later by",
    FigureRelation.WIDER: FIGURE_RELATIONS[FigureRelation.NARROWER],
    FigureRelation.NARROWER: FIGURE_RELATIONS[FigureRelation.WIDER],
}
"""How figure b stands to figure a, where that is not the same word."""
DOCUMENT_RELATIONS: Final = {
    DocumentRelation.REPEATS: "repeats",
    DocumentRelation.SHARES_ORIGIN: "shares its origin with",
    DocumentRelation.INDEPENDENT: "is independent of",
}
PRECISIONS: Final = {
    "region_of_world": "part of the world",
    "country": "whole country",
    "admin1": "region",
    "admin2": "district",
    "city": "town",
    "facility": "single site",
}
KINDS: Final = {
    SourceKind.NGO: "organisation",
    SourceKind.OUTLET: "news outlet",
    SourceKind.AGENCY: "news agency or state body",
    SourceKind.OFFICIAL: "official",
}
STATEMENTS: Final = {
    Kind.FIGURE: "Number, no act named",
    Kind.ASSESSMENT: "Assessment",
    Kind.ADVICE: "Advice",
    Kind.PLAN: "Plan",
    Kind.LAW: "Law or rule",
    Kind.QUESTION: "Question",
    Kind.ACT: "Act",
}
"""What a statement does that names no act of the vocabulary."""
_PLURALS: Final = {"person": "people", "child": "children", "years_of_age": "years of age", "percent": "percent"}
_HEDGES: Final = {
    Qualifier.EXACT: "",
    Qualifier.MORE_THAN: "more than",
    Qualifier.LESS_THAN: "less than",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most",
    Qualifier.NEARLY: "nearly",
    Qualifier.ABOUT: "about",
    Qualifier.RANGE: "",
    Qualifier.VAGUE: "",
}
_POINT = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")


def act_words(term: str | None) -> str:
    """The act's English label; the bare term, in words, when the vocabulary has none."""
    if term is None:
        return ""
    return act_of(term).label() if term in acts() else term.replace("_", " ")


def kind_words(kind: SourceKind) -> str:
    """What kind of source it is."""
    return KINDS.get(kind, str(kind.value))


def number_words(value: float) -> str:
    """A number with its thousands set apart: 2500 is “2,500”."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def hedge_words(count: Count) -> str:
    """The hedge alone: “more than”, “nearly”; for no number, “no number given”."""
    if _number(count) is None:
        return "a share" if _is_share(count) else "no number given"
    return _HEDGES[count.qualifier] or "exactly as given"


def amount_words(count: Count) -> str:
    """The number with its hedge; the text's own words where they give no number."""
    number = _number(count)
    return f"“{count.words}”" if number is None else f"{_HEDGES[count.qualifier]} {number}".strip()


def _is_share(count: Count) -> bool:
    """Whether the number is a part of one: “a third” is told in its own words, not as 0.3333."""
    return any(value is not None and 0 < value < 1 for value in (count.low, count.best, count.high))


def _number(count: Count) -> str | None:
    low, best, high = count.low, count.best, count.high
    if _is_share(count):
        return None
    if low is not None and high is not None and low != high:
        return f"{number_words(low)} to {number_words(high)}"
    order = {
        Qualifier.MORE_THAN: (low, best, high),
        Qualifier.AT_LEAST: (low, best, high),
        Qualifier.LESS_THAN: (high, best, low),
        Qualifier.AT_MOST: (high, best, low),
    }.get(count.qualifier, (best, high, low))
    return next((number_words(value) for value in order if value is not None), None)


def unit_words(count: Count) -> str:
    """The unit in the number's form: “people”, “1 call”, “RUB”."""
    unit = count.unit.replace("_", " ")
    if count.best == 1 or not unit:
        return unit
    if count.unit in _PLURALS:
        return _PLURALS[count.unit]
    if unit.isupper() or unit.endswith("s"):
        return unit
    if re.search(r"[^aeiou]y$", unit):
        return unit[:-1] + "ies"
    return unit + ("es" if re.search(r"(s|x|z|ch|sh)$", unit) else "s")


def when_words(value: str | None) -> str:
    """An EDTF date as one writes it: “22 to 24 March 2024”, “since 22 March 2024”, “22 March, year not stated”."""
    if not value:
        return "not stated"
    if not is_edtf(value):
        return value
    start, slash, end = value.partition("/")
    if not slash:
        return _point(start)
    if end in ("", ".."):
        return f"since {_point(start)}" if end else f"from {_point(start)}, end not known"
    if start in ("", ".."):
        return f"before or on {_point(end)}" if start else f"until {_point(end)}, start not known"
    return f"{_shortened(start, end)} to {_point(end)}"


def _point(text: str) -> str:
    match = _POINT.fullmatch(text)
    if not match:
        return text
    year, month, day = match.groups()
    head = f"{int(day)} " if day else ""
    name = calendar.month_name[int(month)] if month else ""
    if year == "XXXX":
        return f"{head}{name}, year not stated" if name else "year not stated"
    return f"{head}{name} {year}".strip()


def _shortened(start: str, end: str) -> str:
    """The first date without the month and year that the second repeats."""
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return str(int(start[8:]))
    if start[:4] == end[:4] and len(start) == len(end) and len(start) > 4:
        return _point(start).removesuffix(f" {start[:4]}").removesuffix(", year not stated")
    return _point(start)


def size_words(characters: int) -> str:
    """The length of a text."""
    return f"{characters:,} character{'' if characters == 1 else 's'}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """“1 document”, “2 documents”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
