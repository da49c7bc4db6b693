"""The figures of a vault as weighing takes them: from their rows, and whole where a rule needs the whole document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guvoh.assessment import times
from guvoh.assessment.corpus import Entry, Told, told
from guvoh.assessment.parts import names_whole
from guvoh.assessment.telling import telling
from guvoh.custody import Counted, Vault
from guvoh.model import Findings


def told_figures(vault: Vault, found: Sequence[Counted]) -> list[tuple[Counted, Told]]:
    """Each figure with what weighing takes it for: a number that is not its own has no unit.

    A document of which two statements share the words of a number, or that counts "eight of the nine", is read whole:
    which act such a number counts is told by rules on the whole text. Wholes that take their act by them are added.
    """
    whole: dict[str, list[Counted]] = defaultdict(list)
    reread = {one.document.sha256 for one in found if one.is_shared or _is_part(one)}
    out = []
    for one in found:
        if one.document.sha256 in reread:
            whole[one.document.sha256].append(one)
        else:
            document = one.document
            out.append((one, _dated(one, told(one.statement, Entry(Findings(document), (document.path,))))))
    return [*out, *(pair for sha256, some in sorted(whole.items()) for pair in _reread(vault, sha256, some))]


def _is_part(one: Counted) -> bool:
    return one.statement.count is not None and names_whole(one.statement.count.words)


def _reread(vault: Vault, sha256: str, some: Sequence[Counted]) -> Iterator[tuple[Counted, Told]]:
    applied = vault.applied(sha256)
    if applied is None:
        return
    findings = applied.standing
    heard = {one.id: one for one in telling((Entry(findings, (findings.document.path,)),))}
    known = {one.statement.id: one for one in some}
    bare = {one.id for one in findings.statements if one.count and not one.act}
    lent = [key for key, one in heard.items() if key in bare and one.statement.act]
    days = {one.event: one.when for one in some}
    for key, item in vault.browse.items(lent).items():
        if item.event:
            when, origin = days.get(item.event, ""), item.source or ""
            known[key] = Counted(heard[key].statement, findings.document, item.review, item.event, when, origin)
    yield from ((one, _dated(one, heard[key])) for key, one in known.items() if key in heard)


def _dated(one: Counted, made: Told) -> Told:
    """The figure with its origin, and dated by its event where its own sentence names no day."""
    when = times.period(one.when or None, "inferred", one.document.published) if made.period is None else made.period
    return replace(made, period=when, origin=one.origin)
