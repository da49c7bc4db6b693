"""Names of people in a Russian text: where they stand, whose gender they tell, and their nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.windows.given_names import given_in, given_of
from guvoh.extraction.attribution.windows.lexicon import name_words, people, plain
from guvoh.extraction.attribution.windows.readings import (
    GEN,
    NOM,
    Reading,
    known,
    lemmas,
    readings,
    shaped,
    to_nominative,
)

_PERSONAL = ("given", "surname", "patronymic")
_LONGEST = 4
_SKY = re.compile(r"(?:ск|цк)(?:ая|ой|ую|ий|ого|ому|им|ом)$")
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"


def run_of_names(tokens: Sequence[Token], i: int, hi: int, case: str, *, bound: bool) -> int:
    """The token behind the personal name in `case` that opens at token `i`; `i` where none does.

    `bound` tells that a noun for a person stands before it, so that any word with a capital may be its name.
    """
    j = i
    while (
        j < hi
        and j - i < _LONGEST
        and (
            _is_name(tokens[j], case, bound=bound or j > i)
            or (j > i and case == NOM and _behind_given(tokens[j - 1], tokens[j]))
            or (j > i and (_particle(tokens[j]) or _adjective_surname(tokens[j], case)))
        )
    ):
        j += 1
        initial = j < hi and tokens[j].text == "." and len(tokens[j - 1].text) == 1
        j += initial
    if j == i + 1 and not bound and not _telling(tokens[i], case):
        return i
    return j


def may_be_a_place(token: Token) -> bool:
    """Whether a word behind «житель» may be a place: one the dictionary has for a place, or no name it knows."""
    found = readings(token.text)
    if any(r.name == "place" for r in found):
        return True
    given = plain(token.text) in people().given or any(r.lemma in people().given for r in found)
    return not given and not _surname(token.text) and not any(r.name in _PERSONAL for r in found)


def names_a_place(tokens: Sequence[Token], i: int, behind: int, case: str) -> bool:
    """Whether the first word of names behind a noun for a person is a place's: «провинции Гор», «города Ош | Иван Ли».

    `behind` is the token behind the names, as they stand in `case`.
    """
    token, found = tokens[i], readings(tokens[i].text)
    named = plain(token.text) in people().given or given_in(token.text, case)
    personal = any(r.name in _PERSONAL and r.case == case and r.number == "s" for r in found)
    if found[0].name == "place" and found[0].case == GEN and not named and not personal:
        return True  # «начальник полиции Астаны»
    before, lone = lemmas(tokens[i - 1].text), behind == i + 1
    listed = known(plain(token.text)) and any(r.name == "place" for r in found)
    if behind == i + 2 and not (case == NOM and listed):
        return False  # «начальника полиции города Ерлана Сатыбалдина», «мэр города Ыдырыс Кадыркулов»
    if lone and before & name_words()["named_places"]:
        return True
    if not before & (name_words()["places"] | name_words()["named_places"]):
        return False
    return not named and not (known(plain(token.text)) and personal) and not (lone and _surname(token.text))


def _behind_given(given: Token, token: Token) -> bool:
    """Whether a word stands for a surname, whatever else it means, behind a given name: «Игорь Палий», «Хелен Марш»."""
    named = plain(given.text) in people().given or any(
        r.name == "given" and r.case == NOM for r in readings(given.text)
    )
    shown = token.text[0].isupper() and token.text[1:].islower() and not token.text.isascii()
    return named and shown and not any(r.name in ("place", "body") for r in readings(token.text))


def _particle(token: Token) -> bool:
    return token.lower in name_words()["particles"]


def _adjective_surname(token: Token, case: str) -> bool:
    """A surname that the dictionary has as an adjective: «Анна Михальская»."""
    shown = token.text[0].isupper() and not token.text.isupper() and _SKY.search(plain(token.text)) is not None
    return shown and any(r.case == case and r.number == "s" for r in readings(token.text))


def _is_name(token: Token, case: str, *, bound: bool) -> bool:
    text = token.text
    if not text[0].isupper() or not text[0].isalpha() or (text.isupper() and len(text) > 1) or text.isascii():
        return False
    if len(text) == 1:
        return bound  # «гражданка Киргизии А.»
    if plain(text) in name_words()["not_names"] or token.lemma.replace("ё", "е") in name_words()["calendar"]:
        return False
    found = readings(text)
    if plain(text) in people().given or given_in(text, case):
        return True
    if any(r.lemma in people().collective for r in found) and not any(r.name in _PERSONAL for r in found):
        return False  # «замдиректора Погранслужбы | Айнура Т.»
    if any(r.lemma in people().given and r.name not in _PERSONAL for r in found):
        return True
    if any(r.name in _PERSONAL and (r.case == case or r.fixed) for r in found):
        return True
    personal = [r for r in found if r.name in _PERSONAL]
    if bound and personal and all(r.number == "p" for r in personal):
        return True  # «Асанбеков» is in the dictionary only as several Asanbeks
    if personal and known(plain(text)) and not any(r.case == case for r in found):
        return False  # «жена Рустама»
    if known(plain(text)):
        if bound and _surname(text) and not any(r.case == case and r.number == "s" for r in found):
            return True  # «Уметов» is in the dictionary as a form of another word
        return bound and case == NOM and _noun_in(found, NOM) and plain(token.lemma) not in people().collective
    return bound or _surname(text)


def _noun_in(found: Sequence[Reading], case: str) -> bool:
    """Whether the likeliest reading is a noun in the case: «Талант» behind «его товарищ»."""
    return any(r.pos == "NOUN" and r.case == case and r.number == "s" for r in found[:1])


def _surname(text: str) -> bool:
    low = plain(text)
    endings = name_words()["surname_endings"]
    return any(low.endswith(e) for e in endings) or any(r.name == "surname" for r in readings(text))


def _telling(token: Token, case: str) -> bool:
    """Whether one word alone is known for a name."""
    low = plain(token.text)
    listed = low in people().given or any(r.lemma in people().given for r in readings(token.text))
    return (
        listed
        or given_in(token.text, case)
        or any(r.name in _PERSONAL and r.number != "p" and (r.case == case or r.fixed) for r in readings(token.text))
        or (not known(low) and _surname(token.text))
    )


def gender_of(tokens: Sequence[Token], case: str) -> str:
    """The gender that a name in a case tells: "m", "f" or ""."""
    votes: list[str] = []
    for token in tokens:
        listed = {g for r in readings(token.text) if (g := people().given.get(r.lemma)) and r.case in (case, "")}
        listed |= {people().given[plain(token.text)]} if plain(token.text) in people().given else set()
        bent = given_of(token.text, case)
        listed |= {people().given[bent]} if bent is not None else set()
        told = {r.gender for r in readings(token.text) if r.case == case and r.number == "s" and r.name in _PERSONAL}
        told = listed or told
        told.discard("")
        if len(told) == 1:
            votes.append(next(iter(told)))
    return votes[0] if votes else ""


def nominative(tokens: Sequence[Token], text: str, case: str, gender: str) -> str:
    """A person's name in the nominative; words that the dictionary cannot turn stay as they are."""
    out, at = [], tokens[0].start
    for token in tokens:
        out.append(text[at : token.start])
        out.append(token.text if case == NOM else _turned(token, case, gender))
        at = token.end
    return " ".join("".join(out).split())


def _turned(token: Token, case: str, gender: str) -> str:
    word = token.text
    low = plain(word)
    given = given_of(word, case)
    if given is not None and not (gender == "f" and low in people().given):
        return _spelled(shaped(given, word), word)
    if len(word) < 3 or low in people().given or _stands(word, gender):
        return word
    cases = (case, GEN) if case == "accs" and not known(low) else (case,)
    fitting = [
        r for r in readings(word) if r.case in cases and r.number == "s" and r.gender in (gender or r.gender, "")
    ]
    best = min(fitting, key=_rank, default=None)
    common = best is not None and best.name not in _PERSONAL and known(low) and not best.animate
    if best is None or (common and _SKY.search(low) is None):
        return word
    made = to_nominative(best)
    return shaped(made, word) if made else word


def _spelled(name: str, word: str) -> str:
    """A name with «ё» where the word it stands for has it."""
    return "".join(word[k] if word[k : k + 1] in ("ё", "Ё") else letter for k, letter in enumerate(name))


def _stands(word: str, gender: str) -> bool:
    """Whether a woman's name ends in a consonant, or any name in a vowel that does not change: «Чупик», «Шевченко»."""
    return (gender == "f" and word[-1] in _CONSONANTS) or word.endswith(("о", "их", "ых"))


def _rank(reading: Reading) -> tuple[bool, bool]:
    return reading.name not in _PERSONAL, not reading.animate
