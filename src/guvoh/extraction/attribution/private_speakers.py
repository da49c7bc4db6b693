"""Which speakers are private persons: those to whom it happened, those close to them, and people of everyday work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import Roles, speaker_patterns
from guvoh.model import SourceKind, SourceMention, Statement

_PEOPLE: Final = (SourceKind.PERSON, SourceKind.WITNESS)
_ONESELF: Final = frozenset({"i", "me", "we", "us", "him", "her", "himself", "herself"})
_OWN: Final = re.compile(r"\b(?:me|my|us)\b")
_OWNER: Final = re.compile(r"^.*(?:['’]s|s['’])\s+")  # “an activist's mother” is a mother
_INITIAL: Final = re.compile(r"[^\W\d_]+ [^\W\d_]\.")  # "Zarina K.": a surname that the text itself keeps back


def mark_private(
    sources: Sequence[SourceMention], statements: Iterable[Statement], roles: Roles
) -> tuple[SourceMention, ...]:
    """The sources with the private persons among them marked.

    Whoever speaks for others by role (an official, a lawyer, a spokesman) is none. A trader, a driver or a caller is,
    so is a name cut short to an initial (an official's is not),
    the mother of an activist, and who has no role and tells what was done to himself or herself.
    """
    told = {s.attribution[0].name for s in statements if s.act and s.attribution and _of_oneself(s)}
    return tuple(replace(s, private=True) if seems_private(s, roles, told) else s for s in sources)


def seems_private(source: SourceMention | Identity, roles: Roles, told: AbstractSet[str] = frozenset()) -> bool:
    """Whether a source is a private person by its kind, name and role; `told` are the names of who tells of oneself."""
    if source.private or source.kind not in _PEOPLE:
        return source.private
    words = _own_role(source.role or "", roles)
    if words & (roles.official | roles.state):
        return False
    if _INITIAL.fullmatch(source.name):
        return True
    if words & (roles.helpers | roles.media | (roles.person - roles.everyday)):
        return False
    everyday = words & (roles.everyday | roles.affected)
    return bool(everyday) or (not words and not told.isdisjoint((source.name, *source.aliases)))


def _own_role(role: str, roles: Roles) -> set[str]:
    """The words that tell what the speaker is: of “mother of a detained activist” the mother alone."""
    low = role.lower()
    head = _OWNER.sub("", speaker_patterns()["of_others"].split(low)[0])
    words = set(re.findall(r"[\w-]+", head)) or set(re.findall(r"[\w-]+", low))
    # “worker at a charity” helps, as an aid worker does
    return words | (set(re.findall(r"[\w-]+", low)) & roles.helpers) if "worker" in words else words


def _of_oneself(statement: Statement) -> bool:
    if statement.affected is not None:
        return statement.affected.name.casefold() in _ONESELF
    return _OWN.search(speaker_patterns()["told_me"].sub(" ", statement.quote)) is not None
