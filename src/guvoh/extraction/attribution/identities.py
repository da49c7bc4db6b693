"""Identities: one record per speaker and document, in the order in which the text brings them up."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from guvoh.extraction.attribution.lexicon import Organisations, speaker_patterns
from guvoh.model import SourceKind, Span

_STARS = re.compile(r"\s*\*+")
_MARKS = re.compile(r"[“”«»„\"]|^[‘']|[’']$")
_STEM, _SHORTEST = 5, 4  # letters by which a word of a role is known again, and of one that tells something
CHANNELS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
"""Sources that pass on what others say."""
PRESS = CHANNELS | {SourceKind.PUBLISHER, SourceKind.DOCUMENT}
"""Those, the page itself and documents: all that is neither a person nor a body with a word of its own."""
_INITIALS = re.compile(r" \(([A-Z]{2,8})\)$")


@dataclass(slots=True)
class Identity:
    """One speaker of the document; `span` is where the fullest name stands.

    `persona` tells people from bodies, `named` names from descriptions; `head` is the noun of a description,
    `gender` "f", "m" or "" where the text does not tell.
    """

    name: str
    kind: SourceKind
    span: Span
    role: str | None = None
    private: bool = False
    gender: str = ""
    plural: bool = False
    named: bool = True
    persona: bool = False
    aliases: set[str] = field(default_factory=set)
    head: str = ""


class Register:
    """The identities of one document and those who spoke last."""

    def __init__(self) -> None:
        self.all: list[Identity] = []
        self._by_key: dict[str, Identity] = {}
        self._recent: list[Identity] = []
        self._spoke_in: dict[int, int] = {}

    def find(self, *keys: str) -> Identity | None:
        """The identity known by one of the names, or None."""
        return next((self._by_key[k] for k in keys if k in self._by_key), None)

    def add(self, identity: Identity, *keys: str) -> Identity:
        """Enter a new identity under its name, its aliases and `keys`."""
        self.all.append(identity)
        for key in (identity.name, *sorted(identity.aliases), *keys):
            self._by_key.setdefault(key, identity)
        return identity

    def add_key(self, identity: Identity, key: str) -> None:
        """Make an identity known by a further key that is no other name of it."""
        self._by_key.setdefault(key, identity)

    def alias(self, identity: Identity, name: str) -> None:
        """Note another name of an identity."""
        if name != identity.name:
            identity.aliases.add(name)
            self._by_key.setdefault(name, identity)

    def spoke(self, identity: Identity, sentence: int = -1) -> None:
        """Note that the identity has just spoken, in which sentence."""
        self._recent.append(identity)
        self._spoke_in[id(identity)] = sentence

    def spoke_in(self, identity: Identity) -> int:
        """The last sentence in which the identity spoke, -1 for none."""
        return self._spoke_in.get(id(identity), -1)

    def last_of(self, some: Sequence[Identity]) -> Identity | None:
        """Who of some identities spoke last, None where none of them has."""
        return next((x for x in reversed(self._recent) if any(x is one for one in some)), None)

    def latest(self, fits: Callable[[Identity], bool], reach: int = 8) -> Identity | None:
        """Who of the last speakers fits, the last first."""
        return next((x for x in reversed(self._recent[-reach:]) if fits(x)), None)

    def publisher(self, name: str | None, bodies: Organisations) -> Identity | None:
        """The publisher with its other names, or None when the document has none."""
        if not name:
            return None
        known = bodies.by_alias.get(name)
        mine = self.find(name)
        short = _INITIALS.search(name)
        own = {name[: short.start()], short[1]} if short is not None else set()
        aliases = own | ({known.name, *known.aliases} if known else set()) | (mine.aliases if mine else set())
        return Identity(name, SourceKind.PUBLISHER, (0, 0), aliases=aliases)


def another_role(role: str | None, other: str | None) -> bool:
    """Whether two roles are told and have no word in common: a porter is no lawyer."""
    mine, yours = (
        {w[:_STEM] for w in re.findall(r"\w+", (r or "").casefold()) if len(w) >= _SHORTEST} for r in (role, other)
    )
    return bool(mine) and bool(yours) and not mine & yours


def clean(words: str) -> str:
    """A source's words as a name: marks of quotation and of foreign agents, and determiners, left off."""
    bare = _MARKS.sub("", _STARS.sub("", words)).strip()
    before, known = None, speaker_patterns()
    while before != bare:
        before, bare = bare, known["pointing_before"].sub("", known["day_before"].sub("", bare))
    return " ".join(bare.split())


def part_of(short: str, long: str) -> bool:
    """Whether a short name is part of the long one ("Interior Ministry", "Russian Interior Ministry")."""
    a, b = short.lower().split(), long.lower().replace("(", "").replace(")", "").split()
    return len(a) > 1 and any(b[i : i + len(a)] == a for i in range(len(b) - len(a) + 1))
