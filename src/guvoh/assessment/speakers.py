"""For which sources others speak: a ministry has its spokesman, a rights group its lawyer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from guvoh.assessment import names
from guvoh.assessment.mentions import Body, Key, Mention, is_person
from guvoh.model import SourceKind
from guvoh.model.identity import framed_hash

Bodies = Mapping[str, frozenset[str]]
"""For each person (source id) who speaks for a body the ids that it has, or would have as a source."""
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_CASE = re.compile(r"(?:[aeiou]+(?:go|mu|mi|m|h|v)?)$")  # of folded words
_SHORTEST = 3


def bodies_of(named: Sequence[Mention], ids: Mapping[tuple[str, str], str]) -> dict[str, frozenset[str]]:
    """For whom those speak of whom the mentions tell it, `ids` being the source of each name of a document."""
    speaking = [mention for mention in named if mention.bodies]
    if not speaking:
        return {}
    known, sure = _known(named, ids), {body.key for mention in speaking for body in mention.bodies if body.is_sure}
    found: dict[str, set[str]] = defaultdict(set)
    for mention in speaking:
        person = ids[mention.document, mention.name]
        found[person] |= {ident for body in mention.bodies for ident in _ids(body, known, sure)} - {person}
    return {person: frozenset(some) for person, some in found.items() if some}


def bonds_of(mention: Mention) -> Iterator[Key]:
    """The keys through which a mention may have to do with who speaks for it, or for whom it speaks."""
    for body in mention.bodies:
        yield from _keys(body.key, body.name)
    if not is_person(mention):
        for name in (mention.name, *mention.aliases):
            yield from _keys(None, name)


def spoken_for(lines: Iterable[str], bodies: Bodies) -> dict[str, str]:
    """For each line that is one with another the id that they have in common: that of the body spoken for.

    Who speaks for several bodies is one with the one that most others are: it does not make these one.
    """
    every = set(lines)
    shared = Counter(body for line in every for body in {line, *bodies.get(line, ())})
    out = {}
    for line in every:
        best = max(bodies.get(line, ()), key=lambda body: (body in every, shared[body], body), default=None)
        if best is not None and shared[best] > 1:
            out[line] = best
    return out


def _known(named: Sequence[Mention], ids: Mapping[tuple[str, str], str]) -> dict[Key, set[str]]:
    """The sources that are bodies, by each of their keys."""
    publishers = {names.bag(m.name) for m in named if m.kind is SourceKind.PUBLISHER}
    known: dict[Key, set[str]] = defaultdict(set)
    for mention in named:
        if is_person(mention) and names.bag(mention.name) not in publishers:
            continue
        for one in (mention, *map(mention.called, mention.aliases)):
            for key in _keys(one.key, one.name):
                known[key].add(ids[mention.document, mention.name])
    return known


def _ids(body: Body, known: Mapping[Key, set[str]], sure: Collection[Key]) -> set[str]:
    """The source that a body is, or would be where any mention shows that it is a body."""
    for key in _keys(body.key, body.name):
        if len(found := known.get(key, set())) == 1:
            return found
    return {framed_hash("source", *body.key)[:32]} if body.key in sure else set()


def _keys(key: Key | None, name: str) -> Iterator[Key]:
    """The key of a body, and for a Russian name that of all its cases."""
    if key:
        yield key
    if _CYRILLIC.search(name):
        yield ("cases", " ".join(sorted(map(_uninflected, names.bag(name).split()))))


def _uninflected(word: str) -> str:
    bare = _CASE.sub("", word)
    return bare if len(bare) >= _SHORTEST else word
