"""Every reading that the dictionary has of a Russian word, and the word's other cases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pymorphy3.analyzer import Parse

from guvoh.extraction.annotate import dictionary

NOM, GEN, DAT, INS, LOC = "nomn", "gent", "datv", "ablt", "loct"
CASES = frozenset({NOM, GEN, DAT, "accs", INS, LOC})
_SECOND = {"gen2": GEN, "loc2": LOC, "acc2": "accs"}
_NAMES = {"Name": "given", "Surn": "surname", "Patr": "patronymic", "Geox": "place", "Orgn": "body"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word: class, lemma, case ("" for words without), number, gender, and what name it is."""

    pos: str
    lemma: str
    case: str
    number: str
    gender: str
    animate: bool
    name: str
    fixed: bool
    parse: Parse


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word, the likeliest first."""
    return tuple(_reading(parse) for parse in dictionary.readings(word))


def _reading(parse: Parse) -> Reading:
    tag = parse.tag
    terms = str(tag).replace(" ", ",").split(",")
    case = str(tag.case) if tag.case else ""
    gender = {"masc": "m", "femn": "f", "neut": "n"}.get(str(tag.gender), "")
    name = next((kind for term, kind in _NAMES.items() if term in terms), "")
    lemma = str(parse.normal_form)
    if str(tag.POS) == "PRTF":  # «задержанный», which the dictionary puts under «задержать»
        masculine = parse.inflect({"nomn", "sing", "masc"})
        lemma = str(masculine.word) if masculine is not None else lemma
    return Reading(
        str(tag.POS or terms[0]),
        lemma.replace("ё", "е"),
        _SECOND.get(case, case),
        {"sing": "s", "plur": "p"}.get(str(tag.number), ""),
        gender,
        "anim" in terms,
        name,
        "Fixd" in terms,
        parse,
    )


@lru_cache(maxsize=65536)
def known(word: str) -> bool:
    """Whether the dictionary holds the word itself, not only words like it."""
    return bool(dictionary.analyzer().word_is_known(word))


def noun(word: str, case: str) -> Reading | None:
    """The reading of a word as a noun, or an adjective that stands for one, in a case; None where it has none."""
    found = [r for r in readings(word) if r.case == case and r.pos in ("NOUN", "NPRO")]
    adjectives = [r for r in readings(word) if r.case == case and r.pos in ("ADJF", "PRTF", "NUMR")]
    return next(iter([*found, *adjectives]), None)


def adjective(word: str, case: str) -> Reading | None:
    """The reading of a word as an adjective, participle or numeral in a case."""
    kinds = ("ADJF", "PRTF", "NUMR")
    return next((r for r in readings(word) if r.case == case and r.pos in kinds), None)


def lemmas(word: str) -> frozenset[str]:
    """The lemmas of every reading of a word, «ё» written as «е»."""
    return frozenset(r.lemma for r in readings(word))


def to_nominative(reading: Reading, gender: str = "") -> str | None:
    """The nominative of a reading in its number and gender, in small letters; None where there is none.

    An adjective whose form does not tell its gender takes that of `gender`.
    """
    wanted = {NOM, "plur" if reading.number == "p" else "sing"}
    if gender and reading.number != "p" and reading.pos != "NOUN":
        wanted.add({"m": "masc", "f": "femn", "n": "neut"}[gender])
    elif reading.number != "p" and reading.gender and reading.pos != "NOUN":
        wanted.add({"m": "masc", "f": "femn", "n": "neut"}[reading.gender])
    if reading.name in ("surname", "given", "patronymic") and reading.number != "p" and reading.gender:
        wanted.add({"m": "masc", "f": "femn", "n": "neut"}[reading.gender])
    made = reading.parse.inflect(wanted)
    return str(made.word) if made is not None else None


def shaped(word: str, like: str) -> str:
    """A word in the capitals of another: «Ахмедова» like «Ахмедовой», «МВД» like «МВД»."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    parts = word.split("-")
    old = like.split("-")
    if len(parts) == len(old):
        return "-".join(p[:1].upper() + p[1:] if o[:1].isupper() else p for p, o in zip(parts, old, strict=True))
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
