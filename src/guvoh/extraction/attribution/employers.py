"""The body somebody works for, by the role beside the name: "X's border coordinator", "a lawyer with the X Centre"."""

from __future__ import annotations

import re

from guvoh.extraction.attribution.bodies import Bodies
from guvoh.extraction.attribution.identities import Identity, clean, part_of
from guvoh.model import SourceKind

_OWNER = re.compile(r"^(?:the )?(?P<body>[^\W\d_a-z].*?)['’]s? ")
_OF = re.compile(r"\b(?:of|at|with|for|from) (?:the )?(?P<body>[^\W\d_a-z].*)$")
_BEHIND = re.compile(
    r",? (?:of|with|from|at) (?:the )?(?P<body>[A-Z][\w’'&-]*(?: (?:(?:for|of|and) )?[A-Z][\w’'&-]*)*)"
)
"""Right behind a name: "Ilya Bronnikov | of the SOVA Center"."""


def employer(bodies: Bodies, person: Identity, before: int) -> Identity | None:
    """The body that the role of `person` names, if the text before the offset `before` knows it as one; else None."""
    match = _OWNER.search(person.role or "") or _OF.search(person.role or "")
    match = match or _BEHIND.match(bodies.names.text, person.span[1])
    if match is None or not person.persona:
        return None
    name = clean(match["body"])
    known = bodies.register.find(name) or next((x for x in bodies.register.all if _is(x, name)), None)
    if known is not None:
        return known if not known.persona else None
    heads = bodies.organisations.heads
    kind = next((heads[w] for w in name.lower().split() if w in heads), None)
    alias = bodies.organisations.by_alias.get(name)
    at = bodies.names.text.rfind(name, 0, before)
    if at < 0 or (kind is None and alias is None):
        return None
    return bodies.named(name, alias.kind if alias else kind or SourceKind.NGO, (at, at + len(name)))


def _is(body: Identity, name: str) -> bool:
    return not body.persona and body.named and (part_of(name, body.name) or name in body.aliases)
