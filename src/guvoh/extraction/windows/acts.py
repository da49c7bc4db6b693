"""The acts that the clauses of a sentence name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guvoh.extraction.vocabulary.load import WordSet
from guvoh.extraction.windows.clauses import Clause
from guvoh.extraction.windows.patterns import Pattern, matches, patterns, stands_in
from guvoh.extraction.windows.words import Word

_TO_ITS_NUMBER = 5  # words from "задержанных" to the end of "было около тысячи"
_SCORES = frozenset({"тысяча", "сотня", "десяток"})
_STRONGER = {
    "arbitrary_detention": frozenset({"forced_recruitment", "criminal_charge", "expulsion", "denial_of_entry"}),
    "raid": frozenset({"unlawful_entry_search"}),
    "excessive_force": frozenset({"torture_ill_treatment", "private_violence"}),
    "torture_ill_treatment": frozenset({"private_violence"}),
    "identity_check_profiling": frozenset({"denial_of_entry", "unlawful_entry_search"}),
    "property_destruction": frozenset({"unlawful_entry_search"}),
    "legislation": frozenset({"work_ban", "reentry_ban"}),
    "expulsion": frozenset({"collective_expulsion", "denial_of_entry"}),
    "fine": frozenset({"expulsion"}),
}
"""Acts that make another of the same head word superfluous: who is taken to the recruiters is not only taken."""


@dataclass(frozen=True, slots=True)
class Found:
    """An act in a clause: its pattern, its head word, the characters of the phrase."""

    pattern: Pattern
    clause: Clause
    head: Word
    at: int
    start: int
    end: int

    @property
    def in_passing(self) -> bool:
        """ "При облаве", "после рейда": what else the clause tells is of something else."""
        place = self.clause.at.index(self.at)
        before = self.clause.words[max(0, place - 2) : place]
        return self.head.token.pos == "NOUN" and any(w.token.pos == "ADP" for w in before)


def acts_of(clause: Clause, around: WordSet, page: WordSet, language: str) -> list[Found]:
    """The acts that a clause names, by its words and those `around` it (its sentence and two on either side).

    `page` holds all words of the text.
    """
    found = _first_of_each(clause, around, page, language, counted=False)
    if not found and any(_is_counted(clause, place) for place in range(len(clause.words))):
        found = _first_of_each(clause, around, page, language, counted=True)
    return sorted((f for f in found.values() if not _weaker(f, found)), key=lambda f: (f.at, f.pattern.term))


def _first_of_each(clause: Clause, around: WordSet, page: WordSet, language: str, *, counted: bool) -> dict[str, Found]:
    """The first place of each act; `counted` takes participles that a number counts ("308 задержанных") for acts."""
    found: dict[str, Found] = {}
    for pattern in patterns(language):
        if pattern.term not in found:
            first = next(_found(clause, pattern, around, page, counted=counted), None)
            if first is not None:
                found[pattern.term] = first
    return found


def _is_counted(clause: Clause, place: int) -> bool:
    """Whether a participle stands for people whom a number counts, with no noun behind it."""
    words = clause.words
    alone = place + 1 == len(words) or words[place + 1].token.pos not in ("NOUN", "ADJ", "PROPN")
    before = words[place - 1] if place else None
    counted = alone and before is not None and before.token.pos == "NUM"
    return words[place].participle and (counted or _told_before_its_number(words, place))


def _told_before_its_number(words: Sequence[Word], place: int) -> bool:
    """ "Задержанных было около тысячи", "избитых — двое"."""
    behind = words[place + 1 : place + _TO_ITS_NUMBER]
    said = bool(behind) and (behind[0].lemma == "быть" or not behind[0].form.isalnum())
    return said and words[place].has("Case=Gen") and any(w.token.pos == "NUM" or w.lemma in _SCORES for w in behind)


def _weaker(found: Found, others: dict[str, Found]) -> bool:
    stronger = _STRONGER.get(found.pattern.term, frozenset())
    return any(o.pattern.term in stronger and o.at == found.at for o in others.values())


def _found(clause: Clause, pattern: Pattern, around: WordSet, page: WordSet, *, counted: bool) -> Iterator[Found]:
    words = clause.words
    if not pattern.match[0].known & clause.forms:
        return
    if pattern.need_not & clause.forms or (pattern.need and not pattern.need & clause.forms):
        return
    if pattern.near and not (pattern.near & around or pattern.anywhere & page):
        return
    if pattern.page_not & page or (pattern.page and not pattern.page & page):
        return
    if pattern.near_not & around:
        return
    if pattern.beside and not any(stands_in(words, phrase) for phrase in pattern.beside):
        return
    for at in range(len(words)):
        places = matches(words, pattern.match, at)
        if places is None:
            continue
        head = words[places[pattern.head]]
        if _is_head(clause, head, places[pattern.head], pattern, counted=counted):
            spot = clause.at[places[pattern.head]]
            first, last = words[places[0]].token, words[places[-1]].token
            yield Found(pattern, clause, head, spot, first.start, last.end)


def _is_head(clause: Clause, head: Word, place: int, pattern: Pattern, *, counted: bool) -> bool:
    """A participle that describes somebody ("троих задержанных избили") tells of no act but in a clause of its own."""
    if clause.at[place] in clause.named and not pattern.quoted:
        return False
    if _against(clause, place):
        return False
    if head.participle and not _own_clause(clause, place) and not (counted and _is_counted(clause, place)):
        return False
    if pattern.pos == "verb":
        return head.token.pos == "VERB"
    return pattern.pos == "any" or head.token.pos in ("NOUN", "PROPN", "X")


def _against(clause: Clause, place: int) -> bool:
    """ "Комитет против пыток": what a body or a treaty stands against."""
    before = clause.words[max(0, place - 2) : place]
    return len(before) > 1 and before[1].form == "против" and before[0].token.pos == "NOUN"


def _own_clause(clause: Clause, place: int) -> bool:
    words: Sequence[Word] = clause.words
    return clause.aside and place <= 2 and not any(w.predicate for w in words)
