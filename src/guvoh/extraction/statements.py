"""A document's statements: made sentence by sentence, the same words told twice once, parts linked to their whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.grammar.counted import Counted
from guvoh.extraction.grammar.negation import ends_it
from guvoh.extraction.grammar.triggers import find_own, find_triggers
from guvoh.extraction.learned.acts import settle
from guvoh.extraction.making import Reading, act_statement, figure_statement
from guvoh.extraction.numbered import figures_of, of_act, tells
from guvoh.model import Role, Statement


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Every statement of the document in text order; the same words told twice make one."""
    out: dict[str, Statement] = {}
    told: set[tuple[object, ...]] = set()
    whole: Statement | None = None
    before: list[Counted] = []
    for sentence in reading.text.sentences:
        for statement, part in _sentence(reading, sentence, before):
            key = _sameness(statement)
            if statement.id in out or key in told:
                continue
            told.add(key)
            made = _link_part(statement, whole) if part and whole else statement
            out[made.id] = made
            if made.count is not None and not part:
                whole = made
    kept = _without_headlines(reading.text, list(out.values()))
    return tuple(sorted(kept, key=lambda s: (s.start, s.count.start if s.count else s.start, s.act or "", s.id)))


def _without_headlines(text: Annotated, made: list[Statement]) -> list[Statement]:
    """A title sums up what the body tells: its statements stand only where the body has none of that act."""
    titles = {(s.start, s.end) for s in text.sentences if s.role is Role.TITLE}
    body = [s for s in made if (s.start, s.end) not in titles]
    acts = {s.act for s in body if s.act}
    numbers = {_value(s) for s in body if s.count}

    def retold(s: Statement) -> bool:
        known_act = s.act is None or s.act in acts
        return (s.start, s.end) in titles and known_act and (s.count is None or _value(s) in numbers)

    return [s for s in made if not retold(s)]


def _value(s: Statement) -> tuple[float | None, ...]:
    return (s.count.low, s.count.best, s.count.high) if s.count else ()


def _sameness(s: Statement) -> tuple[object, ...]:
    count = s.count
    return (
        " ".join(s.quote.split()).casefold(),
        s.act,
        count and " ".join(count.words.split()).casefold(),
        s.place and s.place.name,
        count and count.start - s.start,
        s.why[:1],
    )


def _link_part(statement: Statement, whole: Statement) -> Statement:
    count = statement.count
    if count is None or whole.count is None or whole.count.unit != count.unit or whole.id == statement.id:
        return statement
    return replace(statement, count=replace(count, of=whole.id), why=(*statement.why, "a part of the number before it"))


def _sentence(reading: Reading, sentence: Sentence, before: list[Counted]) -> Iterator[tuple[Statement, bool]]:
    """The statements of a sentence, each with whether its number is a part of one before it."""
    if not sentence.parsed:
        return
    text = reading.text
    triggers = [t for t in settle(text, sentence, find_triggers(text, sentence)) if not ends_it(text, t)]
    if reading.own:
        triggers = sorted([*triggers, *find_own(text, sentence, reading.own, triggers)], key=lambda t: t.head.i)
    numbers = figures_of(text, sentence, before)
    starts = sorted(n.start for n in numbers)
    stops = {id(n): next((s for s in starts if s > n.start), None) for n in numbers}
    used: set[int] = set()
    for trigger in triggers:
        mine = of_act(text, trigger, numbers)
        used.update(id(n) for n in mine)
        for number in mine:
            yield act_statement(reading, sentence, trigger, number, stops[id(number)]), number.partitive
        if not mine:
            yield act_statement(reading, sentence, trigger, None, None), False
    for number in numbers:
        if id(number) not in used and tells(text, sentence, number):
            yield figure_statement(reading, sentence, number, triggers, stops[id(number)]), number.partitive
