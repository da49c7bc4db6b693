"""The role that a text gives a person beside the name: "Lawyer X", "X, an expert at Y", "the head of Y, X"."""

from __future__ import annotations

import re

from guvoh.extraction.attribution.lexicon import Roles, saying_words, speaker_patterns
from guvoh.extraction.attribution.names import NameRun, Names

_STOP = frozenset("who which whose , . ; : ( ) — – -- said says told that and has had is was".split())
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its"})
_MARKS = re.compile(r"[\"“”«»„*]+")
_CLERGY = saying_words()["clergy"]
"""Words of kin that are titles where a capital opens them right before a name: "Sister Maria Colmenares"."""


def role_of(names: Names, roles: Roles, run: NameRun) -> str | None:
    """The words of the role that stands beside the name, or None."""
    return _apposition(names, roles, run) or _before(names, roles, run)


def _apposition(names: Names, roles: Roles, run: NameRun) -> str | None:
    tokens = names.tokens
    i = run.last + 1
    while i < len(tokens) and tokens[i].text in ("*", ")", "”", '"'):
        i += 1
    if (
        i + 1 >= len(tokens)
        or tokens[i].text not in (",", "(", "—", "–", "--")
        or tokens[i].sent != tokens[run.last].sent
    ):
        return None
    aged = i + 3 < len(tokens) and tokens[i + 1].text.isdigit() and tokens[i + 2].text == ","  # "Nurlan, 34, a builder"
    return _role_phrase(names, roles, i + 3 if aged else i + 1)


def _role_phrase(names: Names, roles: Roles, begin: int) -> str | None:
    tokens = names.tokens
    i = begin
    while i < len(tokens) and tokens[i].sent == tokens[begin].sent and i - begin < 18:
        if tokens[i].text.lower() in _STOP and not (
            tokens[i].text == "and" and i + 1 < len(tokens) and tokens[i + 1].pos in ("NOUN", "ADJ")
        ):
            break
        if tokens[i].pos in ("VERB", "AUX") and tokens[i].tag != "VBG" and i > begin + 1:
            break
        i += 1
    if tokens[begin].tag in ("VBD", "VBZ", "MD"):
        return None  # "X, spoke through an interpreter"
    if tokens[begin].text.lower() in _ARTICLES:
        begin += 1
    words = tokens[begin:i]
    if not any(_human(roles, t.text) for t in words[:8]):
        return None
    return _clean(names.text[words[0].start : words[-1].end])


def _before(names: Names, roles: Roles, run: NameRun) -> str | None:
    """ "Bishkek blogger X", "Lawyer X", "The head of the centre, X,", "department director Datuk X"."""
    tokens = names.tokens
    end = run.first
    while end > 1 and (title := tokens[end - 1].lower.rstrip(".")) in roles.titles and title not in roles.human:
        end -= 1
    i = end - 1
    if i >= 0 and tokens[i].sent == tokens[run.first].sent and tokens[i].text == ",":
        return _left_of_comma(names, roles, i)
    while (
        i >= 0
        and tokens[i].sent == tokens[run.first].sent
        and (
            tokens[i].pos in ("NOUN", "ADJ", "PROPN")
            or tokens[i].text in ("-", "'s", "’s", "and")
            or _human(roles, tokens[i].text)
        )
    ):
        i -= 1
    words = tokens[i + 1 : end]
    if not words or not _human(roles, words[-1].text):
        return None
    return _clean(names.text[words[0].start : words[-1].end])


def _left_of_comma(names: Names, roles: Roles, comma: int) -> str | None:
    tokens = names.tokens
    i = comma - 1
    while (
        i >= 0
        and tokens[i].sent == tokens[comma].sent
        and comma - i < 16
        and tokens[i].text not in (",", ".", ";", ":", "said")
    ):
        i -= 1
    begin = i + 1
    while begin < comma and tokens[begin].text.lower() not in _ARTICLES:
        begin += 1
    words = tokens[begin + 1 : comma] or tokens[i + 1 : comma]
    if not words or not any(_human(roles, t.text) for t in words[:6]) or any(t.pos in ("VERB", "AUX") for t in words):
        return None
    return _clean(names.text[words[0].start : words[-1].end])


def _human(roles: Roles, word: str) -> bool:
    low = word.lower()
    return low in roles.human or low.rpartition("-")[2] in roles.human


def _clean(words: str) -> str:
    bare = " ".join(_MARKS.sub("", words).split()).strip(" ,")
    return speaker_patterns()["day_before"].sub("", bare)  # "on Friday lawyer X said"


def is_private(names: Names, roles: Roles, run: NameRun, role: str | None) -> bool:
    """Whether the text presents the person as affected, a witness or a relative."""
    start, end = names.tokens[run.first].start, names.tokens[run.last].end
    after, before = names.text[end : end + 80], names.text[max(0, start - 40) : start]
    if speaker_patterns()["private_after"].search(after) or speaker_patterns()["private_before"].search(before):
        return True
    if role in _CLERGY:
        return False
    words = set(re.findall(r"[\w-]+", (role or "").lower()))
    return bool(words & roles.affected) and not words & (roles.official | roles.person | roles.helpers)


def gender_of(names: Names, roles: Roles, run: NameRun, role: str | None) -> str:
    """ "f", "m" or "" by title, role noun, given name or surname ending."""
    before = names.tokens[run.first - 1].text.lower().rstrip(".") if run.first else ""
    if roles.titles.get(before):
        return roles.titles[before]
    for word in re.findall(r"[\w-]+", (role or "").lower()):
        if word in roles.gendered:
            return roles.gendered[word]
    given = names.tokens[run.first].text.lower()
    if run.last > run.first and given in roles.given:
        return roles.given[given]
    surname = names.tokens[run.last].text.lower()
    if surname.startswith("mc") or (run.last > run.first and given.endswith("a") and surname.endswith("in")):
        return ""  # no son of the North, and "Tricia Baldwin" is no man
    return next(
        (gender for ending, gender in roles.endings if surname.endswith(ending) and len(surname) > len(ending) + 2), ""
    )
