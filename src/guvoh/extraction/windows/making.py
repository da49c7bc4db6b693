"""One act or number of a clause made into a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from guvoh.extraction.accusations import is_contested
from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.chains import Chain
from guvoh.extraction.attribution.windows import Heard
from guvoh.extraction.grammar.counted import PERSON, Counted
from guvoh.extraction.vocabulary.load import WordSet
from guvoh.extraction.windows.acts import Found
from guvoh.extraction.windows.around import Around
from guvoh.extraction.windows.clauses import Clause
from guvoh.extraction.windows.figures import Figure
from guvoh.extraction.windows.parties import actor_of, affected_of, counted_people
from guvoh.extraction.windows.room import Room
from guvoh.extraction.windows.setting import Setting, Settings
from guvoh.extraction.windows.standing import heard, modality_of, modality_of_number, stage_of
from guvoh.extraction.windows.words import Word, spread
from guvoh.model import Count, Document, Kind, Modality, Party, Span, Stage, Statement
from guvoh.model.identity import statement_id

_MANY = 10_000  # people, whom hardly one town holds


@dataclass(frozen=True)
class Reading:
    """All that is known of a document before statements are made."""

    document: Document
    text: Annotated
    settings: Settings
    speech: Heard

    @cached_property
    def page(self) -> WordSet:
        """Every word and lemma of the text."""
        return spread(form for s in self.text.sentences for form in self.text.forms(s))


@dataclass(frozen=True, slots=True)
class Site:
    """A clause in its sentence: all words of the sentence, and who acted in the clause before it."""

    sentence: Sentence
    words: Sequence[Word]
    clause: Clause
    actor: Party | None = None
    numbers: Sequence[Figure] = ()

    def room(self, figure: Figure | None) -> Room | None:
        """Where a number stands among those of its sentence."""
        if figure is None:
            return None
        bracketed = figure.at > 0 and self.words[figure.at - 1].form == "("
        spans = tuple((n.counted.start, n.counted.end) for n in self.numbers)
        return Room((figure.counted.start, figure.counted.end), spans, bracketed)


def _is_many(number: Counted | None) -> bool:
    if number is None or number.unit != PERSON:
        return False
    return any(n is not None and n >= _MANY for n in (number.mention.low, number.mention.best))


def act_statement(reading: Reading, site: Site, found: Found, figure: Figure | None) -> Statement:
    """The statement of an act, with the number that belongs to it."""
    text, language, term = reading.text.text, reading.text.language, found.pattern.term
    number = figure.counted if figure is not None else None
    around = Around(site.clause, site.words, language)
    said = (number.mention.start, number.mention.end) if number is not None else (found.start, found.end)
    chain = reading.speech.chain(*said)
    contested = is_contested(reading.text, site.sentence, found.end)
    read, counts = modality_of(found, around), number is not None
    modality, why = heard(read, chain, term, language, counted=counts, contested=contested)
    setting = reading.settings.of(site.sentence, site.clause, site.room(figure), many=_is_many(number))
    actor = None if found.in_passing else actor_of(text, site.clause, found.head, language) or site.actor
    people = None
    if figure is not None and figure.counted.unit == PERSON:
        people = counted_people(text, site.words, figure, language)
    affected = people or affected_of(text, site.clause, found.head, language)
    base = _base(reading, site, (found.start, found.end), term, number, setting)
    return replace(
        base,
        kind=Kind.ACT,
        act=term,
        stage=stage_of(found, around, modality),
        actor=actor,
        affected=affected,
        modality=modality,
        attribution=chain.links,
        score=round(0.5 + 0.12 * (actor is not None) + 0.12 * (affected is not None) + 0.1 * (number is not None), 2),
        why=(_names(text, found), *why, *_reasons(number, setting, chain)),
    )


def _names(text: str, found: Found) -> str:
    return f"“{text[found.start : found.end]}” names {found.pattern.term} ({found.pattern.name})"


def figure_statement(reading: Reading, site: Site, figure: Figure) -> Statement:
    """The statement of a number alone."""
    text, language, number = reading.text.text, reading.text.language, figure.counted
    chain = reading.speech.chain(number.mention.start, number.mention.end)
    read = modality_of_number(Around(site.clause, site.words, language))
    modality, why = heard(read, chain, "", language)
    setting = reading.settings.of(site.sentence, site.clause, site.room(figure), many=_is_many(number))
    affected = counted_people(text, site.words, figure, language) if number.unit == PERSON else None
    return replace(
        _base(reading, site, (number.start, number.end), "", number, setting),
        stage=Stage.PLANNED if modality is Modality.PLANNED else None,
        affected=affected,
        modality=modality,
        attribution=chain.links,
        score=0.6,
        why=(*_reasons(number, setting, chain), *why),
    )


def _reasons(number: Counted | None, setting: Setting, chain: Chain) -> tuple[str, ...]:
    counts = (f"“{number.mention.words}” counts {number.unit}",) if number is not None else ()
    return (*counts, *setting.why, *((chain.why,) if chain.why else ()))


def _base(reading: Reading, site: Site, trigger: Span, act: str, number: Counted | None, setting: Setting) -> Statement:
    document, text, sentence = reading.document, reading.text.text, site.sentence
    span = (number.start, number.end) if number is not None else None
    where = (setting.place.start, setting.place.end) if setting.place is not None else None
    return Statement(
        id=statement_id(document.sha256, document.reading_version, trigger, span, act, where),
        start=sentence.start,
        end=sentence.end,
        quote=text[sentence.start : sentence.end],
        kind=Kind.FIGURE,
        finder=f"windows/{reading.text.language}@1",
        score=0.5,
        why=(),
        count=_count(text, number) if number is not None else None,
        place=setting.place,
        place_basis=setting.place_basis,
        when=setting.date.edtf if setting.date is not None else None,
        when_basis=setting.date.basis if setting.date is not None else None,
    )


def _count(text: str, number: Counted) -> Count:
    m = number.mention
    return Count(
        m.qualifier, text[number.start : number.end], number.unit, number.start, number.end, m.low, m.best, m.high
    )
