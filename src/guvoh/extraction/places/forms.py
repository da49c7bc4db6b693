"""Russian words in the nominative: the names that an inflected word may stand for, each with its cases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pymorphy3.analyzer import Parse

from guvoh.extraction.annotate.dictionary import readings
from guvoh.extraction.places.keys import key_of

_CASES = {"gen2": "gent", "acc2": "accs", "loc2": "loct", "voct": "nomn"}
_BENDING = re.compile(r"(?P<stem>\w+(?:ов|ев|ёв|ин|ын))(?P<end>а|у|ом|е)", re.IGNORECASE)
_ENDINGS = {"а": "gent", "у": "datv", "ом": "ablt", "е": "loct"}
# How a name that no dictionary has may bend: its ending, the ending of its nominative, its case.
_REGULAR = (
    ("а", "", "gent"), ("у", "", "datv"), ("ом", "", "ablt"), ("ем", "", "ablt"), ("е", "", "loct"),
    ("я", "ь", "gent"), ("ю", "ь", "datv"), ("е", "ь", "loct"), ("я", "й", "gent"), ("е", "й", "loct"),
    ("ы", "а", "gent"), ("и", "а", "gent"), ("е", "а", "loct"), ("у", "а", "accs"), ("ой", "а", "ablt"),
    ("и", "я", "gent"), ("и", "ь", "gent"), ("и", "ь", "loct"), ("ах", "ы", "loct"), ("ах", "и", "loct"),
    ("и", "я", "loct"), ("ю", "я", "accs"), ("ей", "я", "ablt"),
    ("ов", "ы", "gent"), ("ам", "ы", "datv"), ("ам", "и", "datv"), ("ами", "ы", "ablt"), ("ами", "и", "ablt"),
)  # fmt: skip
ANY = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


@dataclass(frozen=True, slots=True)
class Forms:
    """What a word may be: its names in the nominative (keys of the gazetteer) with the cases it stands in for each.

    `geographic`, `personal` and `common` say whether the dictionary knows it as the name of a place, of a person,
    or as a plain word; `adjective` whether it may be an adjective, and then `feminine` is its form before "область".
    """

    keys: Mapping[str, frozenset[str]]
    geographic: bool = False
    personal: bool = False
    first_name: bool = False
    common: bool = False
    adjective: bool = False
    feminine: frozenset[str] = field(default_factory=frozenset)


@lru_cache(maxsize=32768)
def forms(word: str) -> Forms:
    """The forms of one word as written."""
    keys: dict[str, frozenset[str]] = {}
    parses = readings(word)
    for parse in parses:
        _add(keys, _nominative(parse), _case(parse))
    _add(keys, word, ANY if not any(parse.tag.case for parse in parses) else frozenset({"nomn", "accs"}))
    if word[-1:].lower() in "оеиыу":  # names in -о that do not bend: "в Пулково"
        _add(keys, word, ANY)
    if (bent := _BENDING.fullmatch(word)) is not None:  # and that bend as no dictionary says: "из Сахарова"
        _add(keys, bent["stem"] + "о", frozenset({_ENDINGS[bent["end"].lower()]}))
    if not any(parse.is_known for parse in parses):
        for ending, nominative, case in _REGULAR:
            if word.lower().endswith(ending):
                _add(keys, word[: -len(ending)] + nominative, frozenset({case}))
    plain = [p for p in parses if p.is_known and not {"Geox", "Name", "Surn", "Patr", "Orgn"} & p.tag.grammemes]
    return Forms(
        keys,
        geographic=any("Geox" in p.tag for p in parses),
        personal=any({"Name", "Surn", "Patr"} & p.tag.grammemes for p in parses),
        first_name=any("Name" in p.tag and p.is_known for p in parses),
        common=bool(plain),
        adjective=any(p.tag.POS == "ADJF" for p in parses),
        feminine=_feminine(parses),
    )


def _add(keys: dict[str, frozenset[str]], word: str, cases: frozenset[str]) -> None:
    key = key_of(word)
    keys[key] = keys.get(key, frozenset()) | cases


def _case(parse: Parse) -> frozenset[str]:
    case = parse.tag.case
    return frozenset({_CASES.get(str(case), str(case))}) if case and "Fixd" not in parse.tag else ANY


def _nominative(parse: Parse) -> str:
    """The parse's word in the nominative of its own number and gender ("Котельниках": котельники, not котельник)."""
    bent = parse.inflect({"nomn"}) if parse.tag.POS in ("NOUN", "ADJF", "PRTF") else None
    return str(bent.word if bent is not None else parse.word)


def _feminine(parses: list[Parse]) -> frozenset[str]:
    """How an adjective stands before a region's word of each gender: "ленинградская", "краснодарский"."""
    out = set()
    for parse in (p for p in parses if p.tag.POS == "ADJF"):
        for gender in ("femn", "masc"):
            bent = parse.inflect({"nomn", "sing", gender})
            out.add(key_of(bent.word) if bent is not None else "")
    return frozenset(out - {""})
