"""A document's statements: made sentence by sentence, the same words told twice once, parts linked to their whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.grammar.blows import of_the_raid
from guvoh.extraction.grammar.counted import Counted
from guvoh.extraction.grammar.leaving import only_leave, tells_expulsion
from guvoh.extraction.grammar.mentioned import only_named
from guvoh.extraction.grammar.negation import ends_it
from guvoh.extraction.grammar.once import once
from guvoh.extraction.grammar.parts import linked
from guvoh.extraction.grammar.questions import asked
from guvoh.extraction.grammar.referred import of_those_meant, refers_back, those_held
from guvoh.extraction.grammar.scope import Room
from guvoh.extraction.grammar.triggers import Trigger, find_own, find_triggers
from guvoh.extraction.headlines import without_headlines
from guvoh.extraction.learned.acts import settle
from guvoh.extraction.learned.topic import on_topic, surely_heard
from guvoh.extraction.mail import quoted_requests
from guvoh.extraction.making import Reading, act_statement, figure_statement
from guvoh.extraction.named_bodies import NamedBodies
from guvoh.extraction.numbered import figures_of, of_act, tells
from guvoh.model import Statement


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Every statement of the document in text order; the same words told twice make one."""
    out: dict[str, Statement] = {}
    told: set[tuple[object, ...]] = set()
    parts: dict[str, Counted] = {}
    before: list[Counted] = []
    for sentence, acts in _acts(reading):
        for statement, number in _sentence(reading, sentence, acts, before, out):
            key = sameness(statement)
            if statement.id in out or key in told:
                continue
            told.add(key)
            out[statement.id] = statement
            if number is not None and (number.partitive or number.repeat):
                parts[statement.id] = number
    made_all = sorted(out.values(), key=in_order)
    kept = without_headlines(reading.text, linked(made_all, parts))
    return tuple(kept)


def in_order(s: Statement) -> tuple[int, int, str, str]:
    """The key that sorts statements as the text tells them."""
    return s.start, s.count.start if s.count else s.start, s.act or "", s.id


def _told_already(s: Statement, before: Mapping[str, Statement]) -> bool:
    """Whether an earlier statement counts the same for the same act."""
    return any(b.act == s.act and _value(b) == _value(s) for b in before.values())


def _value(s: Statement) -> tuple[float | None, ...]:
    return (s.count.low, s.count.best, s.count.high) if s.count else ()


def sameness(s: Statement) -> tuple[object, ...]:
    """What makes two statements one that the text tells twice word for word."""
    count = s.count
    return (
        " ".join(s.quote.split()).casefold(),
        s.act,
        count and " ".join(count.words.split()).casefold(),
        s.place and s.place.name,
        count and count.start - s.start,
        s.why[:1],
    )


def _acts(reading: Reading) -> Iterator[tuple[Sentence, list[Trigger]]]:
    """Every sentence with the acts it tells; "those held" tell none again where their holding is told."""
    text, rows = reading.text, list(of_the_raid(reading.text, _named(reading)))
    meant = {id(t): those_held(text, t) for _, told in rows for t in told}
    held = any(t.term == "arbitrary_detention" and not meant[id(t)] for _, told in rows for t in told)
    for sentence, told in rows:
        yield sentence, once(text, [t for t in told if not (held and meant[id(t)])])


def _named(reading: Reading) -> Iterator[tuple[Sentence, list[Trigger]]]:
    """Every sentence that was parsed and is not a question that a mail quotes, with the acts it names."""
    text, asks = reading.text, quoted_requests(reading.document)
    heard = (s for s in text.sentences if s.parsed and not any(a <= s.start < b for a, b in asks))
    ruled = [(s, find_triggers(text, s)) for s in heard]
    known, names = on_topic(text), NamedBodies(text, reading.speech)
    expelled = False
    for (sentence, _), acts in zip(ruled, settle(text, ruled), strict=True):
        sure = [t for t in (acts if known else surely_heard(acts)) if not only_leave(text, t, expelled=expelled)]
        told = [t for t in sure if not (ends_it(text, t) or asked(text, t.head) or names.gives(t))]
        expelled = any(tells_expulsion(text, t) for t in told)
        yield sentence, [t for t in told if not only_named(text, sentence, t, told)]


def _sentence(
    reading: Reading,
    sentence: Sentence,
    triggers: list[Trigger],
    before: list[Counted],
    told: Mapping[str, Statement],
) -> Iterator[tuple[Statement, Counted | None]]:
    """The statements of a sentence, each with its number; a number that only repeats one `told` is left out."""
    text = reading.text
    if reading.own:
        triggers = sorted([*triggers, *find_own(text, sentence, reading.own, triggers)], key=lambda t: t.head.i)
    numbers = [n for n in figures_of(text, sentence, before) if n.noun is None or not asked(text, n.noun)]
    numbers = [n for n in numbers if not reading.speech.counts_tellers(n.mention.start, n.mention.end)]
    rooms = _rooms(numbers)
    used: set[int] = set()
    for trigger in triggers:
        mine = [] if _leaves_numbers(trigger, triggers) else of_act(text, trigger, numbers)
        if refers_back(text, trigger):
            mine = of_those_meant(text, trigger, mine)
            if not mine and any(s.act == trigger.term for s in told.values()):
                continue
        used.update(id(n) for n in mine)
        for number in mine:
            made = act_statement(reading, sentence, trigger, number, rooms[id(number)])
            again = number.repeat and _told_already(made, told)
            yield (act_statement(reading, sentence, trigger, None, None), None) if again else (made, number)
        if not mine:
            yield act_statement(reading, sentence, trigger, None, None), None
    for number in numbers:
        if id(number) not in used and not number.repeat and tells(text, sentence, number):
            yield figure_statement(reading, sentence, number, triggers, rooms[id(number)]), number


def _leaves_numbers(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether a learned act shares its word with a rule's or a likelier one, which carries the number for both."""
    same = [t for t in triggers if t.head.i == trigger.head.i]
    surest = max(same, key=lambda t: 1.0 if t.probability is None else t.probability)
    return trigger.probability is not None and trigger is not surest


def _rooms(numbers: Sequence[Counted]) -> dict[int, Room]:
    """Where each number stands between its neighbours, by its identity."""
    row = sorted(numbers, key=lambda n: n.start)
    ends = [None, *(n.end for n in row)]
    starts = [*(n.start for n in row[1:]), None]
    return {id(n): Room(n.start, n.end, e, s) for n, e, s in zip(row, ends, starts, strict=False)}
