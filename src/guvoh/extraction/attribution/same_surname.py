"""Which of several people of one surname it means where it stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.attribution.identities import Register
from guvoh.extraction.attribution.names import NameRun, Names
from guvoh.extraction.attribution.own_work import OwnWork
from guvoh.model import SourceKind


def nearest(names: Names, register: Register, full: Sequence[NameRun], run: NameRun) -> Sequence[NameRun]:
    """The `full` names of a surname that stands alone as `run`, the one that it means first.

    That is whose name opened a sentence of the paragraph since anybody of the surname spoke, else who of them spoke
    last, else whoever was named last before it. No official is meant where it is told what was done to "me".
    """
    told = {names.words(one) for one in full}
    if len(told) < 2:
        return full
    sentence = names.annotated.sentences[names.tokens[run.first].sent]
    if OwnWork(names.annotated).done_to_teller(names.annotated.of(sentence)):
        others = [one for one in full if not _official(names, register, one)]
        full = (*others, *(one for one in full if one not in others))
        told = {names.words(one) for one in others} or told
    able = [one for one in full if names.words(one) in told]
    chosen = _opened_since(names, register, able, run) or _spoke_last(names, register, able)
    before = [one for one in able if one.first < run.first and one.last > one.first]
    chosen = chosen or (before[-1] if before else None)
    return (chosen, *full) if chosen is not None else full


def _spoke_last(names: Names, register: Register, full: Sequence[NameRun]) -> NameRun | None:
    known = {one: who for one in full if (who := register.find(names.words(one))) is not None}
    spoke = register.last_of(list(known.values()))
    return next((one for one, who in known.items() if who is spoke), None)


def _opened_since(names: Names, register: Register, full: Sequence[NameRun], run: NameRun) -> NameRun | None:
    """The full name that opens a sentence of the paragraph of `run`, after the last of the surname spoke."""
    tokens, sentences = names.tokens, names.annotated.sentences
    line = names.text.rfind("\n", 0, tokens[run.first].start)
    known = (register.find(names.words(one)) for one in full)
    spoke = max((register.spoke_in(who) for who in known if who is not None), default=-1)
    here = [one for one in full if one.first < run.first and one.last > one.first and tokens[one.first].start > line]
    opening = [one for one in here if sentences[tokens[one.first].sent].first == one.first]
    return next((one for one in reversed(opening) if tokens[one.first].sent > spoke), None)


def _official(names: Names, register: Register, one: NameRun) -> bool:
    who = register.find(names.words(one))
    return who is not None and who.kind is SourceKind.OFFICIAL
