"""Sources joined and parted as persons decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from guvoh.model.decisions import Decision
from guvoh.model.identity import framed_hash
from guvoh.model.weighing import Source

Ids = dict[tuple[str, str], str]
"""Source ids by document and name."""


def names_of(decision: Decision) -> list[list[str]]:
    """The names that a decision gives for each of its sources."""
    return [list(names) for names in decision.value("names") or [[]]]


def known_source(ident: str, names: Sequence[str], sources: Mapping[str, Source]) -> str | None:
    """The source of that id, else the one that goes by most of the names."""
    if ident in sources:
        return ident
    wanted = set(names)
    shared = {key: len(wanted & {s.name, *s.aliases}) for key, s in sources.items()}
    best = min(shared, key=lambda key: (-shared[key], key), default=None)
    return best if best is not None and shared[best] else None


def join(decision: Decision, sources: dict[str, Source], ids: Ids) -> None:
    """Make one source of those decided on."""
    found = [known_source(s, names, sources) for s, names in zip(decision.subjects, names_of(decision), strict=True)]
    first, *others = dict.fromkeys(key for key in found if key is not None)
    for key in others:
        gone, kept = sources.pop(key), sources[first]
        aliases = {*kept.aliases, gone.name, *gone.aliases} - {kept.name}
        sources[first] = replace(kept, aliases=tuple(sorted(aliases)), role=kept.role or gone.role)
        ids.update({use: first for use, to in ids.items() if to == key})


def part(decision: Decision, sources: dict[str, Source], ids: Ids) -> None:
    """Make several sources of one that a person parted."""
    groups = names_of(decision)
    subjects = (*decision.subjects, *[""] * (len(groups) - len(decision.subjects)))
    taken: set[str] = set()
    for subject, names in zip(subjects, groups, strict=True):
        found = known_source(subject, names, sources)
        if found is None:
            continue
        if found in taken:
            found = _apart(found, subject, names, sources, ids)
        taken.add(found)


def _apart(whole: str, ident: str, names: Sequence[str], sources: dict[str, Source], ids: Ids) -> str:
    """Make a source of its own of some names of `whole`; its id."""
    kept = sources[whole]
    mine = [n for n in (kept.name, *kept.aliases) if n in set(names)]
    rest = [n for n in (kept.name, *kept.aliases) if n not in set(names)]
    if not mine or not rest:
        return whole
    new = ident if ident and ident not in sources else framed_hash("source apart", whole, *sorted(mine))[:32]
    sources[new] = replace(kept, id=new, name=mine[0], aliases=tuple(sorted(mine[1:])))
    sources[whole] = replace(kept, name=rest[0], aliases=tuple(sorted(rest[1:])))
    ids.update({use: new for use, to in ids.items() if to == whole and use[1] in set(mine)})
    return new
