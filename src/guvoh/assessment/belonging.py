"""The body somebody speaks for, as a role tells it: "Civic Assistance's lawyer", "spokesman for the Omsk police"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from guvoh.assessment import fitted, names
from guvoh.assessment.phrases import phrases
from guvoh.assessment.sides import Side, body_side
from guvoh.assessment.states import asks_the_page

_QUOTED = re.compile(r"[«“\"]([^«»“”\"]{2,60})[»”\"]")
_LINK = re.compile(r"^\s*(?:of|for|at|with|from|by)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’'](?:s\b)?")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_CAPITALS = re.compile(
    r"\b(?P<what>[a-z][a-z ]*)\s+(?P<name>[A-Z][\w’'&.-]*(?: (?:(?:of|for|and|the) )?[A-Z][\w’'&.-]*)*)$"
)
_BRANCH = re.compile(
    r"(?:.* )?(?:department|branch|directorate|office|division|unit)s? of (?:the )?(?P<of>[A-Z].+)$", re.IGNORECASE
)
_NAME = re.compile(
    r"(?P<name>(?:[a-z]+ ){0,3}(?:[«“\"][^«»“”\"]{2,60}[»”\"]|[А-ЯЁ]{2,}"
    r"|[A-Z][\w’'&.-]*(?: (?:(?:of|for|and|the) )?[A-Z][\w’'&.-]*)*))(?P<kind> [a-z]+)?"
)
_MOST_WORDS = 12


@lru_cache(maxsize=4096)
def bodies_named(role: str) -> tuple[tuple[str, bool], ...]:
    """The names under which the role tells for which one body its holder speaks, each with whether it must be a body's.

    None for who spoke for it once, and for members of parliaments and the like, who speak each for himself.
    """
    if _table("former").search(role) or len(role.split()) > _MOST_WORDS:
        return ()
    found = list(_table("roles").finditer(role))
    said = [_behind(role[found[-1].end() :]), _before(role[: found[0].start()])] if found else [role]
    for phrase in said:
        named = dict(_spelled(phrase) if found else _office(phrase))
        if named:
            return () if any(_table("many_voices").search(name) for name in named) else tuple(named.items())
    return ()


@lru_cache(maxsize=4096)
def bodies_beside(after: str, role: str | None) -> tuple[tuple[str, bool], ...]:
    """The same of the words right behind somebody's name: " of Civic Assistance said", " (Civic Assistance)".

    Only a body by its very name is meant where no role says that the person speaks for others.
    """
    link = _table("beside").match(after)
    name = _NAME.match(after, link.end()) if link else None
    if name is None or (role and not _table("roles").search(role)):
        return ()
    if _table("goes_on").match(after, name.end()) or _table("goes_on").match(after, name.end("name")):
        return ()
    if _table("beside_with_role").match(after) and not (role and _may_be_of(role, name["name"])):
        return ()
    body = name["name"] + (name["kind"] if name["kind"] and names.is_body(name["kind"]) else "")
    named = bodies_named(f"{role or ''} representative of {body}".strip())
    return named if role else tuple(one for one in named if one[1])


def _may_be_of(role: str, name: str) -> bool:
    """Whether somebody of the role may be of a body of that name: a lawyer is with a ministry when they meet."""
    is_civil = any(f" {word}" in f" {names.fold(role)}" for word in names.folded_set("civil_roles"))
    return not (is_civil and body_side(name) is Side.STATE)


def _behind(tail: str) -> str:
    """What stands behind the role: "of the Omsk police"; English links it, Russian puts it in another case."""
    link = _LINK.match(tail)
    if link is None and not _CYRILLIC.search(tail):
        return ""
    return _trimmed(tail[link.end() if link else 0 :])


def _before(head: str) -> str:
    """What stands before the role: "Omsk police" chief, "Open Road" human rights lawyer."""
    words = _trimmed(head).split()
    while words and words[-1].islower() and not names.is_body(words[-1]):
        if words.pop() == "and":  # "United Nations and local activists" are not the United Nations
            return ""
    return " ".join(words)


def _trimmed(phrase: str) -> str:
    end = _table("ends").search(phrase)
    return _table("beginnings").sub("", (phrase[: end.start()] if end else phrase).strip()).strip(" .,:")


def _spelled(phrase: str) -> Iterator[tuple[str, bool]]:
    """The phrase as a name, and what of it may be the name by itself."""
    yield from _office(phrase)
    if not phrase or not _may_name(phrase):
        return
    for quoted in _QUOTED.findall(phrase):
        yield quoted, True
    if (run := _CAPITALS.search(phrase)) and _table("kinds").search(run["what"]):
        yield run["name"], True
    owner, _, rest = phrase.partition("’s " if "’s " in phrase else "'s ")
    if rest and _may_name(owner):
        yield owner, _is_body(owner)
    whole = _POSSESSIVE.sub("", phrase).strip() if phrase.endswith(("’s", "'s", "’", "'")) else phrase
    yield whole, _is_body(whole)
    if part := _BRANCH.match(whole):
        yield part["of"], _is_body(part["of"])


def _may_name(phrase: str) -> bool:
    """Whether it names a body, or is one that its page may name: "the ministry"."""
    if names.is_anonymous(phrase):
        return asks_the_page(phrase) and (" " in phrase or names.fold(phrase) in _called())
    return not phrase.islower() or bool(_QUOTED.search(phrase))


def _is_body(name: str) -> bool:
    return names.is_body(name) or body_side(name) is not Side.OPEN


def _office(role: str) -> Iterator[tuple[str, bool]]:
    """The office of an officer, where it is a body known by name: the Interior Ministry of its minister."""
    for officer, office in _offices():
        name = _trimmed(officer.sub(office, role)) if officer.search(role) else ""
        is_abroad = not names.folded_set("consular").isdisjoint(names.words(name))
        if name and names.is_known(name) and (not is_abroad or names.country_named(name)):
            yield name, True
            return


@cache
def _offices() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = fitted.table("belonging")["office_of"].items()
    return tuple((re.compile(rf"\b{officer}\b", re.IGNORECASE), office) for officer, office in rows)


@cache
def _called() -> frozenset[str]:
    """What a page calls a body after it has named it: "the ministry"."""
    return frozenset(names.fold(word) for words in names.data()["called"].values() for word in words)


def _table(name: str) -> re.Pattern[str]:
    return phrases("belonging", name)
