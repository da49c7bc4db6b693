"""A document's statements by clause windows: sentence by sentence, the same words told twice once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.grammar.counted import PERSON, Counted
from guvoh.extraction.grammar.parts import linked
from guvoh.extraction.headlines import without_headlines
from guvoh.extraction.statements import in_order, sameness
from guvoh.extraction.windows.acts import Found, acts_of
from guvoh.extraction.windows.clauses import Clause, asks, clauses
from guvoh.extraction.windows.denials import is_reason_against
from guvoh.extraction.windows.doers import done_by_a_foreigner
from guvoh.extraction.windows.figures import Before, Figure, figures, is_whole
from guvoh.extraction.windows.laws import without_matter
from guvoh.extraction.windows.making import Reading, Site, act_statement, figure_statement
from guvoh.extraction.windows.owners import owner
from guvoh.extraction.windows.parties import actor_of
from guvoh.extraction.windows.penalties import is_penalty, still_told
from guvoh.extraction.windows.standing import addressed
from guvoh.extraction.windows.terms import tells
from guvoh.extraction.windows.words import Word, classes, spread, word_of
from guvoh.model import Party, Statement

Told = tuple[Statement, Counted | None]
_JOINING = frozenset({"и", "а", "или", "да"})
_BESIDE = 2  # sentences on either side whose words help to tell what an act is


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Every statement of the document in text order."""
    out: dict[str, Statement] = {}
    told: set[tuple[object, ...]] = set()
    parts: dict[str, Counted] = {}
    before = Before()
    for sentence in reading.text.sentences:
        if reading.text.text[sentence.start : sentence.end].rstrip('»”" ').endswith("?"):
            continue
        words = [word_of(token) for token in reading.text.of(sentence)]
        numbers = figures(reading.text.text, words, reading.text.language, before)
        before = before.then(numbers)
        for statement, number in _sentence(reading, sentence, words, numbers):
            key = sameness(statement)
            if statement.id in out or key in told:
                continue
            told.add(key)
            out[statement.id] = statement
            if number is not None and number.partitive:
                parts[statement.id] = number
    made = sorted(out.values(), key=in_order)
    return tuple(without_headlines(reading.text, linked(made, parts)))


def _sentence(reading: Reading, sentence: Sentence, words: Sequence[Word], numbers: Sequence[Figure]) -> Iterator[Told]:
    language = reading.text.language
    around = spread(reading.text.forms(sentence, beside=_BESIDE))
    page = reading.page
    parts = [
        c for c in clauses(words, classes(language)["relative"]) if not asks(c) and not addressed(c, words, language)
    ]
    named_in = [(clause, acts_of(clause, around, page, language)) for clause in parts]
    threats = {id(c) for c in parts if is_penalty(c, words, language)}
    kept = [(c, still_told(found) if id(c) in threats else found) for c, found in named_in]
    told = [(c, [f for f in found if not is_reason_against(f, words)]) for c, found in kept]
    told = [(c, [f for f in found if not done_by_a_foreigner(f, language)]) for c, found in told]
    told = without_matter(told, words, language)
    acts = _once(told, numbers)
    actor: Party | None = None
    last: list[Found] = []
    for clause, named in acts:
        found = named or _same_again(clause, last, numbers)
        last = found or last
        own = _actor(reading, clause)
        actor = own or (actor if _goes_on(clause) else None)
        site = Site(sentence, words, clause, actor, numbers)
        counted = [] if id(clause) in threats else [n for n in numbers if n.at in clause.at]
        yield from _clause(reading, site, found, counted)


def _same_again(clause: Clause, last: Sequence[Found], numbers: Sequence[Figure]) -> list[Found]:
    """ "В Твери задержали 20 человек, а в Туле — 15": a number without a verb has that of the clause before."""
    counts = any(n.at in clause.at and n.counted.unit == PERSON for n in numbers)
    if clause.aside or not counts or any(w.predicate for w in clause.words):
        return []
    return [act for act in last if act.pattern.people]


def _actor(reading: Reading, clause: Clause) -> Party | None:
    verb = next((w for w in clause.words if w.predicate), None)
    return actor_of(reading.text.text, clause, verb, reading.text.language) if verb is not None else None


def _goes_on(clause: Clause) -> bool:
    """ "Полиция оцепила рынок и задержала 20 человек": the second verb has the subject of the first."""
    subject = any(w.has("Case=Nom") and w.has("Animacy=Anim") for w in clause.words)
    return not clause.aside and not subject


def _once(told: Sequence[tuple[Clause, list[Found]]], numbers: Sequence[Figure]) -> list[tuple[Clause, list[Found]]]:
    """The acts of each clause; an act without a number is told once in a sentence, again only by another verb."""
    numbered = [f for clause, found in told for f in found if any(n.at in clause.at for n in numbers)]
    seen = {f.pattern.term for f in numbered}
    verbs = {(f.pattern.term, f.head.lemma) for f in numbered}
    out = []
    for clause, found in told:
        has_number = any(n.at in clause.at for n in numbers)
        apart = not clause.aside and clause.words[0].form not in _JOINING
        kept = [f for f in found if has_number or f.pattern.term not in seen or (apart and _another(f, verbs))]
        seen.update(f.pattern.term for f in kept)
        verbs.update((f.pattern.term, f.head.lemma) for f in kept)
        out.append((clause, kept))
    return out


def _another(found: Found, verbs: set[tuple[str, str]]) -> bool:
    return found.head.token.pos == "VERB" and (found.pattern.term, found.head.lemma) not in verbs


def _clause(reading: Reading, site: Site, found: Sequence[Found], numbers: Sequence[Figure]) -> Iterator[Told]:
    """The statements of a clause: each act with the numbers that are its own, then the numbers left over."""
    wholes = _wholes(numbers, site.words)
    numbers = [_part_of_whole(n) if wholes and n not in wholes else n for n in numbers]
    language = reading.text.language
    owners = {id(n): None if n in wholes else owner(n, found, site.words, language) for n in numbers}
    for act in found:
        mine = [n for n in numbers if owners[id(n)] is act]
        for number in mine:
            yield act_statement(reading, site, act, number), number.counted
        if not mine:
            yield act_statement(reading, site, act, None), None
    for number in numbers:
        if owners[id(number)] is None and tells(number, site.clause, language):
            yield figure_statement(reading, site, number), number.counted


def _wholes(numbers: Sequence[Figure], words: Sequence[Word]) -> list[Figure]:
    """The numbers of people of which a clause tells another: "из 30 задержанных двоих выдворили"."""
    people = [n for n in numbers if n.counted.unit == PERSON]
    return [n for n in people[:-1] if is_whole(n, words)]


def _part_of_whole(number: Figure) -> Figure:
    if number.counted.unit != PERSON:
        return number
    return replace(number, counted=replace(number.counted, partitive=True))
