"""Words around place names of one language, read from its data file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from guvoh.extraction.places.keys import key_of
from guvoh.model.errors import BadTerm


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lower-case word lists (see the data file for what each means), names of other things, short forms of regions."""

    strong: frozenset[str]
    weak: frozenset[str]
    motion: frozenset[str]
    type_before: frozenset[str]
    type_after: frozenset[str]
    city_after: frozenset[str]
    site_after: frozenset[str]
    admin2_after: frozenset[str]
    villages: frozenset[str]
    areas: frozenset[str]
    no_endings: frozenset[str]
    no_names: frozenset[str]
    connectors: frozenset[str]
    directions: frozenset[str]
    neutral_after: frozenset[str]
    org_after: frozenset[str]
    body_after: frozenset[str]
    of_the_us: frozenset[str]
    org_before: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    common: frozenset[str]
    common_sure: frozenset[str]
    first_names: frozenset[str]
    organisations: re.Pattern[str]
    region_short: re.Pattern[str]
    region_codes: Mapping[str, str]


_OTHER_FIELDS = ("organisations", "never", "region_short", "region_codes")


@cache
def place_words(language: str = "en") -> PlaceWords:
    """The words of `language`. Raises BadTerm when there is no data file for it."""
    source = files("guvoh.extraction.places") / "data" / f"{language}.toml"
    if not source.is_file():
        raise BadTerm(f"No place words for “{language[:20]}”.", "Add its data file in extraction/places/data.")
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    phrases = sorted(raw.pop("org_phrases"), key=lambda p: -len(p))
    allowed = "|".join(re.escape(p).replace(r"\ ", r"[\s-]+") for p in raw.pop("org_exceptions"))
    either = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
    lists = {name: frozenset(raw[name]) for name in PlaceWords.__dataclass_fields__ if name not in _OTHER_FIELDS}
    codes: dict[str, str] = raw["region_codes"]
    codes = {**codes, **{code.partition("-")[2]: code for code in codes.values()}}
    return PlaceWords(
        **lists,
        never=frozenset(key_of(w) for w in raw["never"]),
        region_short=re.compile(rf",\s({'|'.join(sorted(codes, key=len, reverse=True))})(?:\.|(?=[\s,;:)]))"),
        region_codes=codes,
        organisations=re.compile(rf"(?<!\w)(?!(?i:{allowed}))(?:{either})(?!\w)"),
    )
