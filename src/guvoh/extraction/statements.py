"""Acts and numbers of a sentence put together as statements: who, whom, how many, where, when, said by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution import Attributions, Chain
from guvoh.extraction.grammar.counted import PERSON, Counted, counted
from guvoh.extraction.grammar.modality import clause_verb, modality_of, stage_of
from guvoh.extraction.grammar.parties import party, phrase_span
from guvoh.extraction.grammar.people import can_act, is_human, referent
from guvoh.extraction.grammar.roles import Roles
from guvoh.extraction.grammar.scope import date_for, place_for
from guvoh.extraction.grammar.triggers import Trigger, find_triggers
from guvoh.extraction.numbers import NumberKind, NumberMention, find_numbers
from guvoh.extraction.vocabulary.load import classes
from guvoh.model import Count, DateMention, Document, Kind, Modality, Party, Place, Role, SourceKind, Statement
from guvoh.model.identity import statement_id

FINDER = "rules/en@1"
_FIGURES = frozenset({NumberKind.COUNT, NumberKind.PERCENT, NumberKind.MONEY, NumberKind.DURATION, NumberKind.FRACTION})


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known of a document before statements are made."""

    document: Document
    text: Annotated
    places: Sequence[Place]
    dates: Sequence[DateMention]
    speech: Attributions


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
    return tuple(
        sorted(out.values(), key=lambda s: (s.start, s.count.start if s.count else s.start, s.act or "", s.id))
    )


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


def _counted(
    text: Annotated, sentence: Sentence, mentions: Sequence[NumberMention], before: list[Counted]
) -> list[Counted]:
    """The figures of a sentence; `before` holds the last number that counted things, and is moved on."""
    out: list[Counted] = []
    for mention in mentions:
        number = counted(text, sentence, mention, before[-1] if before else None) if mention.kind in _FIGURES else None
        if number is not None:
            out.append(number)
            if mention.kind is NumberKind.COUNT:
                before[:] = [number]
    return out


def _sentence(reading: Reading, sentence: Sentence, before: list[Counted]) -> Iterator[tuple[Statement, bool]]:
    if not sentence.parsed:
        return
    text = reading.text
    triggers = find_triggers(text, sentence)
    mentions = find_numbers(text.text, sentence.start, sentence.end)
    numbers = _counted(text, sentence, mentions, before)
    used: set[int] = set()
    for trigger in triggers:
        mine = _listed(text, [n for n in numbers if _belongs(text, trigger, n)], numbers)
        used.update(id(n) for n in mine)
        each: list[Counted | None] = [*mine] or [None]
        for number in each:
            yield _act(reading, sentence, trigger, number), bool(number and number.partitive)
    for number in numbers:
        if id(number) not in used and _tells(text, sentence, number):
            yield _figure(reading, sentence, number, triggers), number.partitive


def _listed(text: Annotated, mine: list[Counted], numbers: list[Counted]) -> list[Counted]:
    """Counted people of one list share its verb: "30 in A, 87 people in B and 46 in C were told to leave"."""
    grown = True
    while grown and mine:
        grown = False
        for number in numbers:
            if number not in mine and any(_one_list(text, number, other) for other in mine):
                mine = sorted([*mine, number], key=lambda n: n.start)
                grown = True
    return mine


def _one_list(text: Annotated, a: Counted, b: Counted) -> bool:
    first, second = sorted((a, b), key=lambda n: n.start)
    if a.unit != b.unit or first.noun is None or a.mention.kind is not NumberKind.COUNT:
        return False
    gap = [t for t in text.tokens[first.noun.i + 1 :] if t.end <= second.start and t.sent == first.noun.sent]
    joined = any(t.lower in (",", "and", "or") for t in gap[-3:])
    return joined and len(gap) <= 12 and not any(t.pos in ("VERB", "AUX") or t.text in ";:()" for t in gap)


def _tells(text: Annotated, sentence: Sentence, number: Counted) -> bool:
    """Whether a number alone is a figure: a length of time is one only over a ban, sentence or detention."""
    if number.mention.kind is not NumberKind.DURATION:
        loose = classes(text.language)["loose_group"]
        return number.noun is not None and loose.isdisjoint(number.mention.words.lower().split())
    known = classes(text.language)["term_of"]
    token = number.noun
    if token is None:
        return False
    near = [token, *list(text.ancestors(token))[:3], *text.tokens[max(0, token.i - 7) : token.i + 3]]
    return any(t.lemma in known and t.sent == sentence.i for t in near)


def _belongs(text: Annotated, trigger: Trigger, number: Counted) -> bool:
    """Whether a number counts those acted on, or the acts themselves."""
    noun, kind = number.noun, number.mention.kind
    if noun is None or kind in (NumberKind.PERCENT, NumberKind.DURATION):
        return False
    if kind is NumberKind.MONEY:
        return trigger.term in ("fine", "extortion") and abs(noun.i - trigger.head.i) <= 8
    if noun.i == trigger.head.i or (noun.start >= trigger.start and noun.end <= trigger.end and noun.pos == "NOUN"):
        return True
    affected = trigger.roles.affected
    if affected is not None:
        return _under(text, noun, affected)
    return trigger.roles.actor is None and trigger.frame.roles != "none" and _beside(text, trigger, number)


def _under(text: Annotated, noun: Token, affected: Token) -> bool:
    """The counted noun is the affected one, a conjunct of it, or what it is made up of ("cases against 20 men")."""
    token = noun
    for _ in range(6):
        if token.i == affected.i:
            return True
        if token.relation not in ("conj", "nmod", "appos", "nummod", "compound", "dep"):
            return False
        token = text.head(token)
    return False


def _beside(text: Annotated, trigger: Trigger, number: Counted) -> bool:
    """Where the parse lost the roles: the counted people stand right at the act's word."""
    if number.unit != PERSON or number.noun is None:
        return False
    gap = (
        text.text[number.end : trigger.start] if number.end <= trigger.start else text.text[trigger.end : number.start]
    )
    return len(gap) <= 25 and not set(gap) & set(".;:") and gap.count(",") == 0


def _act(reading: Reading, sentence: Sentence, trigger: Trigger, number: Counted | None) -> Statement:
    text = reading.text
    modality, reason = modality_of(text, trigger)
    anchor = number.noun if number and number.noun else trigger.head
    phrase = _counted_phrase(text, number)
    place = place_for(text, sentence, reading.places, clause_verb(text, trigger.head), phrase)
    date = date_for(text, sentence, reading.dates, clause_verb(text, trigger.head))
    chain = reading.speech.chain(anchor.start, anchor.end)
    modality, why = _hear(modality, reason, chain)
    statement = _base(reading, sentence, (trigger.start, trigger.end), trigger.term, number, place)
    return replace(
        statement,
        kind=Kind.ACT,
        act=trigger.term,
        stage=stage_of(text, trigger, modality),
        actor=_party(text, trigger.roles.actor, actor=True),
        affected=_affected(text, trigger.roles, number),
        when=date.edtf if date else None,
        when_basis=date.basis if date else None,
        modality=modality,
        attribution=chain.links,
        score=_score(trigger, number),
        why=(*trigger.why, *why, *_reasons(number, place, date, chain)),
    )


def _figure(reading: Reading, sentence: Sentence, number: Counted, triggers: Sequence[Trigger]) -> Statement:
    text = reading.text
    noun = number.noun
    if noun is None:
        raise ValueError("a figure needs a counted word")
    place = place_for(text, sentence, reading.places, noun, _counted_phrase(text, number))
    date = date_for(text, sentence, reading.dates, noun)
    chain = reading.speech.chain(number.start, number.end)
    statement = _base(reading, sentence, (number.start, number.end), "", number, place)
    modality, why = _hear(Modality.ASSERTED, None, chain)
    near = [t for t in triggers if t.roles.actor is not None and t.roles.actor.i == noun.i]
    return replace(
        statement,
        affected=None if near else _affected(text, Roles(), number),
        when=date.edtf if date else None,
        when_basis=date.basis if date else None,
        modality=modality,
        attribution=chain.links,
        score=0.7,
        why=(f"“{number.mention.words}” counts {number.unit}", *why, *_reasons(None, place, date, chain)),
    )


def _base(
    reading: Reading,
    sentence: Sentence,
    trigger: tuple[int, int],
    act: str,
    number: Counted | None,
    place: Place | None,
) -> Statement:
    document, text = reading.document, reading.text.text
    return Statement(
        id=statement_id(
            document.sha256,
            document.reading_version,
            trigger,
            (number.start, number.end) if number else None,
            act,
            (place.start, place.end) if place else None,
        ),
        start=sentence.start,
        end=sentence.end,
        quote=text[sentence.start : sentence.end],
        kind=Kind.FIGURE,
        finder=FINDER,
        score=0.5,
        why=(),
        count=_count(text, number) if number else None,
        place=place,
    )


def _count(text: str, number: Counted) -> Count:
    m = number.mention
    return Count(
        m.qualifier, text[number.start : number.end], number.unit, number.start, number.end, m.low, m.best, m.high
    )


def _counted_phrase(text: Annotated, number: Counted | None) -> tuple[int, int] | None:
    if number is None or number.noun is None:
        return None
    cut = frozenset({"conj", "acl:relcl", "acl", "advcl", "parataxis", "appos", "obl"})
    start, end = phrase_span(text, number.noun, cut)
    return min(start, number.start), max(end, number.end)


def _party(text: Annotated, head: Token | None, *, actor: bool) -> Party | None:
    if head is None or (not is_human(text, head) and not (actor and can_act(text, head))):
        return None
    meant = referent(text, head, acting=actor) if head.pos == "PRON" else None
    return party(text, meant or head, actor=actor)


def _affected(text: Annotated, roles: Roles, number: Counted | None) -> Party | None:
    if number is not None and number.unit == PERSON and number.noun is not None:
        return party(text, number.noun, actor=False, whole_list=False, after=number.mention.end)
    return _party(text, roles.affected, actor=False)


def _hear(modality: Modality, reason: str | None, chain: Chain) -> tuple[Modality, tuple[str, ...]]:
    if modality is Modality.ASSERTED and chain.hearsay:
        return Modality.ALLEGED, (f"told as a claim: {chain.why}",)
    if modality is Modality.ASSERTED and chain.links and chain.links[0].kind is SourceKind.WITNESS:
        return Modality.ALLEGED, ("told by those it befell or who saw it",)
    return modality, (reason,) if reason else ()


def _reasons(number: Counted | None, place: Place | None, date: DateMention | None, chain: Chain) -> tuple[str, ...]:
    out = []
    if number is not None:
        out.append(f"“{number.mention.words}” counts {number.unit}")
    if place is not None:
        out.append(f"place: {place.name}")
    if date is not None and date.why:
        out.append(f"date: {date.why}")
    if chain.why:
        out.append(chain.why)
    return tuple(out)


def _score(trigger: Trigger, number: Counted | None) -> float:
    """How sure: the frame alone 0.6; each role filled and a count raise it. Not a probability: it orders review."""
    roles = trigger.roles
    return round(
        0.6 + 0.12 * (roles.actor is not None) + 0.12 * (roles.affected is not None) + 0.1 * (number is not None), 2
    )
