"""One act or number made into a statement: who, whom, how many, where, when, how sure, said by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from guvoh.extraction.accusations import is_accusation, is_contested, only_passed_on
from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution import Attributions, Chain
from guvoh.extraction.attribution.lexicon import speaker_patterns
from guvoh.extraction.grammar.counted import PERSON, Counted
from guvoh.extraction.grammar.fitting import capacity
from guvoh.extraction.grammar.modality import modality_of, stage_of
from guvoh.extraction.grammar.negation import number_not_true
from guvoh.extraction.grammar.parties import party
from guvoh.extraction.grammar.people import can_act, is_human, owner_of, referent
from guvoh.extraction.grammar.plans import plan_of_number
from guvoh.extraction.grammar.roles import Roles
from guvoh.extraction.grammar.scene import Scenes
from guvoh.extraction.grammar.scope import Room, own_stretch, place_for
from guvoh.extraction.grammar.subjects import clause_verb
from guvoh.extraction.grammar.timing import date_for, of_event
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import Frame, classes
from guvoh.model import Count, DateMention, Document, Kind, Link, Modality, Party, Place, SourceKind, Stage, Statement
from guvoh.model.identity import statement_id

FINDER = "rules/en@1"
LEARNED = "learned-acts/en@6"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known of a document before statements are made."""

    document: Document
    text: Annotated
    places: Sequence[Place]
    dates: Sequence[DateMention]
    speech: Attributions
    scenes: Scenes
    own: Sequence[Frame] = ()
    """Frames of the vault's own wordings, beside those of the vocabulary."""


_MANY = 10_000


def act_statement(
    reading: Reading, sentence: Sentence, trigger: Trigger, number: Counted | None, room: Room | None
) -> Statement:
    """The statement of an act, with the number that belongs to it; `room` is where it stands among others."""
    text = reading.text
    modality, reason = (capacity(text, number) if number else None) or modality_of(text, trigger)
    anchor = number.noun if number and number.noun else trigger.head
    near = clause_verb(text, trigger.head)
    actor = _meant(text, trigger.roles.actor, acting=True)
    setting = _setting(reading, sentence, near, room, actor, trigger.head, many=_is_many(number))
    said = number.mention if number else anchor
    chain = reading.speech.chain(said.start, said.end, counted=number is not None)
    accused = bool(chain.links) and _accuses(text, trigger.term, chain.links[0], counted=number is not None)
    vouched = _is_vouched(modality, reason, chain, trigger, actor, text.language)
    vouched = vouched and not is_contested(text, sentence, trigger.end)
    modality = Modality.ASSERTED if vouched and modality is Modality.ALLEGED else modality
    modality, why = _hear(modality, reason, chain, accused=accused, vouched=vouched)
    statement = _base(reading, sentence, (trigger.start, trigger.end), trigger.term, number, setting)
    return replace(
        statement,
        kind=Kind.ACT,
        act=trigger.term,
        finder=FINDER if trigger.frame is not None else LEARNED,
        stage=stage_of(text, trigger, modality),
        actor=_party(reading, trigger.roles.actor, actor=True),
        affected=_affected(reading, trigger.roles, number),
        modality=modality,
        attribution=chain.links,
        score=_score(trigger, number),
        why=(*trigger.why, *why, *_counts(number), *setting.why, *((chain.why,) if chain.why else ())),
    )


_TITLES = 7
"""Words before a name among which an office may stand."""


def _accuses(text: Annotated, act: str, teller: Link, *, counted: bool) -> bool:
    """Whether who tells an act accuses; the words before a name may give an office: "director Datuk Azlan Osman"."""
    before = ""
    at = text.text.find(teller.name)
    name = text.token_at(at) if at >= 0 else None
    if name is not None:
        words: list[str] = []
        for token in reversed(text.tokens[max(text.sentences[name.sent].first, name.i - _TITLES) : name.i]):
            if token.pos in ("VERB", "AUX", "SCONJ", "PUNCT") and token.relation != "amod":  # "the dismissed warden"
                break
            words.append(token.lower)
        before = " ".join(words)
    return is_accusation(act, teller, text.language, before, counted=counted)


def figure_statement(
    reading: Reading, sentence: Sentence, number: Counted, triggers: Sequence[Trigger], room: Room
) -> Statement:
    """The statement of a number alone; `triggers` are the acts of its sentence, `room` where it stands among others."""
    noun = number.noun
    if noun is None:
        raise ValueError("a figure needs a counted word")
    setting = _setting(reading, sentence, noun, room, None, many=_is_many(number))
    chain = reading.speech.chain(number.mention.start, number.mention.end)
    statement = _base(reading, sentence, (number.start, number.end), "", number, setting)
    denied = number_not_true(reading.text, noun)
    planned = plan_of_number(reading.text, noun) if denied is None else None
    fits = capacity(reading.text, number) if denied is None else None
    stands = (Modality.DENIED, denied) if denied is not None else fits or planned or (Modality.ASSERTED, None)
    modality, why = _hear(*stands, chain, accused=_by_witness(chain))
    acting = any(t.roles.actor is not None and t.roles.actor.i == noun.i for t in triggers)
    return replace(
        statement,
        stage=Stage.PLANNED if planned is not None and fits is None else None,
        affected=None if acting else _affected(reading, Roles(), number),
        modality=modality,
        attribution=chain.links,
        score=0.7,
        why=(*_counts(number), *why, *setting.why, *((chain.why,) if chain.why else ())),
    )


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where and when, on what basis, and why."""

    place: Place | None
    place_basis: str | None
    date: DateMention | None
    why: tuple[str, ...]


def _setting(
    reading: Reading,
    sentence: Sentence,
    near: Token,
    room: Room | None,
    actor: Token | None,
    named: Token | None = None,
    *,
    many: bool = False,
) -> _Setting:
    text = reading.text
    own = own_stretch(text, sentence, room) if room is not None else None
    place, basis, why = place_for(text, sentence, reading.places, near, own), "text", []
    date = date_for(text, sentence, reading.dates, near, room, named)
    inner = reading.scenes.narrowed(sentence, place, date) if place is not None else None
    if inner is not None:
        place, basis = inner.place, "inferred"
        why.append(inner.why)
    elif place is not None:
        why.append(f"place: {place.name}")
    else:
        found = reading.scenes.place(sentence, actor)
        if room is not None:
            found = reading.scenes.widened(found, date, many=many)
        place, basis = found.place, "inferred"
        why += [found.why] if found.place else []
    if date is not None:
        date = of_event(text, date, near)
        why += [f"date: {date.why}"] if date.why else []
    else:
        later = reading.scenes.date(sentence, near)
        date = later.date
        why += [later.why] if later.date else []
    return _Setting(place, basis if place else None, date, tuple(why))


def _is_many(number: Counted | None) -> bool:
    """Whether a number is of so many people that hardly a town holds them which other sentences name."""
    if number is None or number.unit != PERSON:
        return False
    return any(n is not None and n >= _MANY for n in (number.mention.low, number.mention.best))


def _counts(number: Counted | None) -> tuple[str, ...]:
    return (f"“{number.mention.words}” counts {number.unit}",) if number is not None else ()


def _base(
    reading: Reading,
    sentence: Sentence,
    trigger: tuple[int, int],
    act: str,
    number: Counted | None,
    setting: _Setting,
) -> Statement:
    document, text = reading.document, reading.text.text
    return Statement(
        id=statement_id(
            document.sha256,
            document.reading_version,
            trigger,
            (number.start, number.end) if number else None,
            act,
            (setting.place.start, setting.place.end) if setting.place else None,
        ),
        start=sentence.start,
        end=sentence.end,
        quote=text[sentence.start : sentence.end],
        kind=Kind.FIGURE,
        finder=FINDER,
        score=0.5,
        why=(),
        count=_count(text, number) if number else None,
        place=setting.place,
        place_basis=setting.place_basis,
        when=setting.date.edtf if setting.date else None,
        when_basis=setting.date.basis if setting.date else None,
    )


def _count(text: str, number: Counted) -> Count:
    m = number.mention
    return Count(
        m.qualifier, text[number.start : number.end], number.unit, number.start, number.end, m.low, m.best, m.high
    )


def _party(reading: Reading, head: Token | None, *, actor: bool) -> Party | None:
    text = reading.text
    if head is None or head.lower in classes(text.language)["nobody"]:
        return None
    if not actor and not is_human(text, head):
        head = owner_of(text, head) or head
    if not (is_human(text, head) or (actor and can_act(text, head))):
        return None
    if not actor and any(p.start <= head.start < p.end for p in reading.places):
        return None  # a place can act ("Russia expelled"), but nobody beats or deports one
    return party(text, _meant(text, head, acting=actor) or head, actor=actor)


def _meant(text: Annotated, head: Token | None, *, acting: bool) -> Token | None:
    """Whom a word stands for: of a plural pronoun its referent where the text before names one."""
    meant = referent(text, head, acting=acting) if head is not None and head.pos == "PRON" else None
    return meant or head


def _affected(reading: Reading, roles: Roles, number: Counted | None) -> Party | None:
    if number is not None and number.unit == PERSON and number.noun is not None:
        return party(reading.text, number.noun, actor=False, whole_list=False, after=number.mention.end)
    return _party(reading, roles.affected, actor=False)


def _by_witness(chain: Chain) -> bool:
    return bool(chain.links) and chain.links[0].kind is SourceKind.WITNESS


def _hear(
    modality: Modality, reason: str | None, chain: Chain, *, accused: bool, vouched: bool = False
) -> tuple[Modality, tuple[str, ...]]:
    if modality is Modality.ASSERTED and chain.hearsay and not vouched:
        return Modality.ALLEGED, (f"told as a claim: {chain.why}",)
    if modality is Modality.ASSERTED and accused:
        told = "told by those it befell or who saw it" if _by_witness(chain) else "an accusation of who tells it"
        return Modality.ALLEGED, (told,)
    return modality, (reason,) if reason else ()


def _is_vouched(
    modality: Modality, reason: str | None, chain: Chain, trigger: Trigger, actor: Token | None, language: str
) -> bool:
    """Whether an act is only passed on, or claimed by an office of its own deeds, and so no allegation."""
    teller, act = chain.links[0] if chain.links else None, trigger.term
    by = actor.lower if actor is not None and actor.pos != "PRON" else ""
    if modality is Modality.ALLEGED:
        by_word = reason is not None and speaker_patterns(language)["distancing"].match(reason) is not None
        return by_word and only_passed_on(act, reason or "", teller, language, by)
    return modality is Modality.ASSERTED and chain.hearsay and only_passed_on(act, chain.why, teller, language, by)


def _score(trigger: Trigger, number: Counted | None) -> float:
    """How sure: of a learned act its probability; of a rule's 0.6 for the frame, raised by each role and a count."""
    roles = trigger.roles
    if trigger.probability is not None:
        return trigger.probability
    return round(
        0.6 + 0.12 * (roles.actor is not None) + 0.12 * (roles.affected is not None) + 0.1 * (number is not None), 2
    )
