"""The number words of one language, read from its data file and compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from guvoh.model.errors import BadTerm
from guvoh.model.statement import Qualifier


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit as written: its kind of number, its canonical name."""

    kind: str
    unit: str


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the finder knows of one language; the data file says what each list is."""

    language: str
    digits: Mapping[str, int]
    scales: Mapping[str, int]
    scale_marks: Mapping[str, int]
    ordinals: frozenset[str]
    fractions: Mapping[str, int]
    multipliers: Mapping[str, int]
    units: Mapping[str, UnitWord]
    money_before: Mapping[str, str]
    money_after: Mapping[str, str]
    hedge_before: re.Pattern[str]
    hedge_names: Mapping[str, Qualifier]
    hedge_after: re.Pattern[str]
    after_names: Mapping[str, Qualifier]
    hedge_between: re.Pattern[str]
    hedge_late: re.Pattern[str]
    money_sign: re.Pattern[str]
    money_sign_after: re.Pattern[str]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]
    age_under: re.Pattern[str]
    age_of: re.Pattern[str]
    age_of_noun: re.Pattern[str]
    lists: Mapping[str, frozenset[str]]
    unit: re.Pattern[str]
    raw: Mapping[str, Mapping[str, list[str]]]

    def listed(self, table: str, key: str) -> frozenset[str]:
        """The words of one list of the data file."""
        return self.lists[f"{table}.{key}"]


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, with any white space between their parts."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered)


@cache
def words(language: str = "en") -> Words:
    """The words of `language`. Raises BadTerm when there is no data file for it."""
    source = files("guvoh.extraction.numbers") / "data" / f"{language}.toml"
    if not source.is_file():
        raise BadTerm(f"No number words for “{language[:20]}”.", "Add its data file in extraction/numbers/data.")
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    before = _qualified(raw["hedges"])
    after = _qualified(raw["after"])
    units = _units(raw["units"])
    return Words(
        language=language,
        digits=raw["digits"],
        scales=raw["scales"],
        scale_marks=raw["scale_marks"],
        ordinals=frozenset(raw["ordinals"]["words"]),
        fractions=raw["fractions"],
        multipliers=raw["multipliers"],
        units=units,
        money_before=raw["money_before"],
        money_after=raw["money_after"],
        hedge_before=re.compile(rf"(?:(?<=\W)|^)(?:{either(before)})\s*$", re.IGNORECASE),
        hedge_names=before,
        hedge_after=re.compile(rf"[\s-]*(?:{either(w for w in after if w != '-ish')}|-?ish)(?!\w)", re.IGNORECASE),
        after_names=after,
        hedge_between=re.compile(rf"\b(?:{either(raw['hedges']['between_words'])})\s*$", re.IGNORECASE),
        hedge_late=re.compile(
            rf"\s+(?:[a-z][\w-]*\s+)??[a-z][\w-]*,?\s+(?:{either(w for w in after if ' ' in w)})(?!\w)"
        ),
        money_sign=re.compile(rf"(?<!\w)(?P<sign>{either(raw['money_before'])})\s?$"),
        money_sign_after=re.compile(rf"\s?(?P<sign>{either(raw['money_after'])})(?!\d)"),
        age_before=re.compile(rf"\b(?:{either(raw['age']['before'])})\s+(?:from\s+|of\s+|between\s+)?$", re.IGNORECASE),
        age_after=re.compile(rf"[\s-]*(?:{either(raw['age']['after'])})(?!\w)", re.IGNORECASE),
        age_of=re.compile(rf"\b(?:{either(raw['age']['of'])})\s+of\s+$", re.IGNORECASE),
        age_of_noun=re.compile(rf"\b(?:{either(raw['age']['nouns'])})(?:,\s|\s\()$"),
        age_under=re.compile(rf"\b(?:{either(raw['age']['under'])})\s+$", re.IGNORECASE),
        lists={f"{t}.{k}": frozenset(v) for t, group in raw.items() for k, v in group.items() if isinstance(v, list)},
        unit=re.compile(rf"(?P<gap>[\s\u00a0]*-?[\s\u00a0]?)(?P<word>{either(units)})(?!\w)", re.IGNORECASE),
        raw=raw,
    )


def _qualified(table: Mapping[str, list[str]]) -> dict[str, Qualifier]:
    return {word: Qualifier(name) for name, group in table.items() if name != "between_words" for word in group}


def _units(table: Mapping[str, Mapping[str, list[str]]]) -> dict[str, UnitWord]:
    return {
        form.lower(): UnitWord(kind, unit)
        for kind, group in table.items()
        for unit, forms in group.items()
        for form in forms
    }
