"""Weigh one more document against a shelf of weighed ones: only what it touches is weighed again.

The result is that of weighing all at once, with the same ids, in whatever order documents come, but for crowded blocks:

- statements that join one another over more than `regrouping.MOST` statements: only the events that the new document
  touches itself are grouped again, the farther ones stay as they were;
- blocks so large that not all pairs in them are compared (300 statements of one place and time, 24 passages with one
  mark, 24 figures of one area and month, 60 documents of one event, 300 with one rare name in two months, 1,000
  statements of one document): what was found while they were small stays.

Pairs of documents that share no event (of an event and its part, in two languages, that may be about one event) are set
beside each other only by `weigh`, which on everything gives the one answer again. A name that comes to mean another
source, or a happening that is dated for the first time, touches every document that uses it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from guvoh.assessment.collector import without_collector
from guvoh.assessment.copying import copied_anew, passage_rows
from guvoh.assessment.corpus import Entry, Told, gather
from guvoh.assessment.dating import dated, leans_on
from guvoh.assessment.discourse import number_in_town, with_acts
from guvoh.assessment.events import Happening
from guvoh.assessment.happenings import dated_anew, known_for
from guvoh.assessment.known import Known, Stretch, hashed, reuse_of
from guvoh.assessment.library import Library
from guvoh.assessment.naming import Naming, credits_of, name_anew
from guvoh.assessment.origins import Tracer, origins, with_origin
from guvoh.assessment.reckoning import reckon
from guvoh.assessment.regrouping import regroup
from guvoh.assessment.shelf import Change, Row, Shelf
from guvoh.assessment.sources import Registry
from guvoh.assessment.telling import telling
from guvoh.model import Findings
from guvoh.model.weighing import Origin


def add(shelf: Shelf, findings: Sequence[Findings]) -> Change:
    """Weigh some more documents, or some again, and keep on the shelf what is then known.

    Returns what to take away from the result so far, and what to put. A document that is there already, by its content,
    is taken in its newest reading and keeps every path it was given under.
    """
    with without_collector():
        return _added(shelf, findings)


def _added(shelf: Shelf, findings: Sequence[Findings]) -> Change:
    library = Library(shelf)
    entries = _merged(library, findings)
    naming = name_anew(shelf, entries)
    passages = [row for entry in entries for row in passage_rows(entry)]
    stretches, crowds = copied_anew(library, entries, passages)
    happenings, leant_on = dated_anew(shelf, entries)
    touched = _touched(library, entries, naming, stretches, leant_on)
    told = _trace(library, {e.key: e for e in entries}, naming, stretches, happenings, touched)
    part, events = regroup(library, _changed(library, touched))
    _settle(library, part, events)
    change, rows = reckon(library, naming, part, told)
    shelf.drop("name", sorted(naming.outdated))
    shelf.put([*rows, *passages, *crowds, *naming.rows, *happenings, *(known.row() for known in library.changed())])
    return change


def _merged(library: Library, findings: Sequence[Findings]) -> list[Entry]:
    """The documents given, each with the paths and the newest reading of the one that is there already."""
    given = {entry.key: entry for entry in gather(findings)}
    library.get(given)
    kept = []
    for key, known in library.was.items():
        again = given.get(key, known.entry)
        old, new = known.entry.findings, again.findings
        best = old if old.document.reading_version > new.document.reading_version else new
        paths = sorted({*known.entry.paths, *again.paths})
        kept += [replace(best, document=replace(best.document, path=path)) for path in paths]
    fresh = [
        replace(entry.findings, document=replace(entry.document, path=path))
        for key, entry in given.items()
        if key not in library.was
        for path in entry.paths
    ]
    return list(gather([*kept, *fresh]))


def _touched(
    library: Library,
    entries: Sequence[Entry],
    naming: Naming,
    stretches: Mapping[str, Sequence[Stretch]],
    leant_on: set[str],
) -> list[str]:
    """The documents whose statements may have another origin or date now: by their content keys."""
    library.find([hashed("happening", name) for name in leant_on])
    named = {key for key, known in library.now.items() if leans_on(known.entry) & leant_on} if leant_on else set()
    touched = {*(entry.key for entry in entries), *naming.moved(), *stretches, *named}
    library.get(touched)
    library.find([hashed("copies", key) for key in touched])
    raw = [t for e in (*library.entries(touched & library.now.keys()), *entries) for t in telling((e,))]
    library.find([hashed("number", *spot) for t in raw if (spot := number_in_town(t))])
    numbers = {number_in_town(t) for t in raw} - {None}
    touched |= {k for k, d in library.now.items() if not numbers.isdisjoint(map(number_in_town, d.own))}
    copied = {k for k, d in library.now.items() if any(root and root[0] in touched for _, _, root in d.passages)}
    return sorted(touched | copied)


def _trace(
    library: Library,
    fresh: Mapping[str, Entry],
    naming: Naming,
    stretches: Mapping[str, tuple[Stretch, ...]],
    happenings: Sequence[Row],
    touched: Sequence[str],
) -> tuple[Origin, ...]:
    """Tell the touched documents anew, in `library.now`; returns the origins of their statements."""
    for key in touched:
        was = library.now.get(key)
        entry = fresh[key] if key in fresh else library.now[key].entry
        names = {} if key in fresh or was is None else dict(was.names)
        names |= {name: source for (document, name), source in naming.means.items() if document == key}
        passages = stretches.get(key, was.passages if was else ())
        homes, lent = (was.homes, was.lent) if was else ({}, {})
        library.now[key] = Known(entry, (), passages, names, homes, lent)
    roots = {root[0] for key in touched for _, _, root in library.now[key].passages if root}
    library.get(roots)
    about = [library.now[key] for key in sorted({*touched, *roots})]
    entries = [known.entry for known in about]
    ids = {(known.entry.key, name): source for known in about for name, source in known.names.items()}
    tracer = Tracer(entries, Registry({}, ids, credits_of(entries)), reuse_of(about))
    asked = {name for key in touched for name in leans_on(library.now[key].entry)}
    anchors = known_for(library.shelf, happenings, asked)
    told = [with_origin(dated(t, anchors), tracer) for key in touched for t in telling((library.now[key].entry,))]
    library.find([hashed("number", *spot) for t in told if (spot := number_in_town(t))])
    own: dict[str, list[Told]] = {key: [] for key in touched}
    spots = {number_in_town(t) for t in told} - {None}
    far = (known for key, known in library.now.items() if key not in own)
    others = [t for known in far if not spots.isdisjoint(map(number_in_town, known.own)) for t in known.unlent]
    for t in with_acts([*told, *others])[: len(told)]:
        own[t.entry.key].append(t)
    for key in touched:
        library.tell(replace(library.now[key], own=tuple(own[key])))
    return origins(library.entries(touched), tracer)


def _changed(library: Library, touched: Iterable[str]) -> set[str]:
    """The statements of the touched documents of which grouping sees any otherwise than before."""
    out: set[str] = set()
    for key in touched:
        was, now = library.was.get(key), library.now[key]
        before, after = _seen(was) if was else {}, _seen(now)
        if before != after:  # which documents it is of one matter with may change, and with them all its pairs
            out |= before.keys() | after.keys()
    return out


def _seen(known: Known) -> dict[str, tuple[object, ...]]:
    """Each statement as grouping sees it, with what it copies and the whole that it goes with."""
    key, led = known.entry.key, known.led
    return {t.id: (t, known.reuse.root(key, t.statement.start), led.get(t.id)) for t in known.tangible}


def _settle(library: Library, part: set[str], events: Sequence[Happening]) -> None:
    """Give the statements that were grouped again their new homes, in `library.now`."""
    homes = {m.id: event.id for event in events for m in event.members}
    lent = {m.id: m.period for event in events for m in event.members if m.period}
    for key, known in list(library.now.items()):
        own = {t.id: t for t in known.own}
        if part.isdisjoint({*own, *known.homes}):
            continue
        kept = {i: home for i, home in known.homes.items() if i not in part and i in own}
        kept_lent = {i: period for i, period in known.lent.items() if i in kept}
        kept |= {i: homes[i] for i in own if i in homes}
        kept_lent |= {i: lent[i] for i in own if i in lent and own[i].period != lent[i]}
        if (kept, kept_lent) != (known.homes, known.lent):
            library.now[key] = replace(known, homes=kept, lent=kept_lent)
