"""Weigh everything from nothing and put on a shelf what weighing one more document needs to know."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from guvoh.assessment.collector import without_collector
from guvoh.assessment.copying import Crowds, passage_rows
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.dating import anchors, dated
from guvoh.assessment.discourse import with_acts
from guvoh.assessment.groundwork import Groundwork, lay
from guvoh.assessment.happenings import dated_anew
from guvoh.assessment.known import Known
from guvoh.assessment.mentions import mentions
from guvoh.assessment.naming import name_rows
from guvoh.assessment.origins import with_origin
from guvoh.assessment.reckoning import problems_row, source_row
from guvoh.assessment.retelling import Standing
from guvoh.assessment.shelf import MemoryShelf, Row, Shelf
from guvoh.assessment.telling import telling
from guvoh.assessment.times import Period
from guvoh.assessment.watching import Watch, unwatched
from guvoh.assessment.weigh import lacking, word
from guvoh.model import Findings
from guvoh.model.weighing import Weighed


def fill(shelf: Shelf, findings: Sequence[Findings], watch: Watch = unwatched) -> Weighed:
    """Weigh findings from nothing, as `weigh` does, onto an empty shelf; `incremental.add` goes on from there."""
    with without_collector():
        laid = lay(findings, watch=watch)
        weighed = word(laid, watch=watch)
        shelf.put(_rows(laid, weighed))
    return weighed


def _rows(laid: Groundwork, weighed: Weighed) -> Iterator[Row]:
    homes = {m.id: h.id for h in laid.happenings for m in h.members}
    lent = {m.id: m.period for h in laid.happenings for m in h.members if m.period}
    known = anchors(laid.entries)
    own: dict[str, list[Told]] = {entry.key: [] for entry in laid.entries}
    for told in with_acts([with_origin(dated(t, known), laid.tracer) for t in telling(laid.entries)]):
        own[told.entry.key].append(told)
    crowds = Crowds()
    for entry in laid.entries:
        passages = list(passage_rows(entry))
        for row in passages:
            crowds.count(row)
        yield from passages
        yield _known(laid, entry, passages, tuple(own[entry.key]), homes, lent).row()
    yield from crowds.rows()
    for entry in laid.entries:
        yield from name_rows(list(mentions(entry, laid.registry.credited(entry.key))))
    yield from dated_anew(MemoryShelf(), laid.entries)[0]
    words = {event.id: event for event in weighed.events}
    for happening in laid.happenings:
        yield Standing(words[happening.id], happening).row()
    yield from (source_row(source, laid.registry.bodies) for source in weighed.sources)
    yield problems_row(*lacking(laid.entries))


def _known(
    laid: Groundwork,
    entry: Entry,
    passages: Sequence[Row],
    own: tuple[Told, ...],
    homes: dict[str, str],
    lent: dict[str, Period],
) -> Known:
    spots = (json.loads(row.data)[1:3] for row in passages)
    stretches = tuple((start, words, laid.reuse.root(entry.key, start)) for start, words in spots)
    named = mentions(entry, laid.registry.credited(entry.key))
    names = {mention.name: laid.registry.of(entry.key, mention.name) for mention in named}
    here = {told.id: homes[told.id] for told in own if told.id in homes}
    moved = {t.id: lent[t.id] for t in own if t.id in lent and t.period != lent[t.id]}
    return Known(entry, own, stretches, names, here, moved)
