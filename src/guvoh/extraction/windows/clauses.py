"""Clause windows: the stretches of a sentence that have a verb of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from guvoh.extraction.vocabulary.load import WordSet
from guvoh.extraction.windows.houses import parts_house
from guvoh.extraction.windows.words import Word

_MARKS = frozenset({",", ";", ":", "(", ")", "—", "–", "«", "»", '"', "“", "”", "„"})
_QUOTES = frozenset({"«", "»", '"', "“", "”", "„"})
_OPENING = frozenset({"а", "но", "еще", "зато"})
_DASHES = frozenset({"—", "–"})
_NUMBER_ALONE = 3  # words: "еще двоих —", "12 из них —"
_AHEAD = 8  # words behind "а" in which its number stands: "а в Туле — 15"
_JOINING = frozenset({"и", "а", "но", "или", "либо", "да"})


@dataclass(frozen=True)
class Clause:
    """One clause of a sentence: indexes into its words, with gaps where another clause is put in.

    `aside` marks a clause that hangs on another: relative, participial, with "если" or "чтобы".
    """

    words: tuple[Word, ...]
    at: tuple[int, ...]
    aside: bool
    named: frozenset[int] = frozenset()
    """Places in the sentence that belong to a quoted name (the project «Задержания рядом»)."""

    @cached_property
    def forms(self) -> WordSet:
        """Every lemma and form."""
        return frozenset(form for w in self.words for form in (w.lemma, w.form, *w.halves))

    def has(self, known: WordSet) -> bool:
        """Whether it holds one of the words."""
        return not known.isdisjoint(self.forms)


def asks(clause: Clause) -> bool:
    """ "Сколько человек увезли, неизвестно": a clause that leaves open what it tells."""
    return clause.words[0].form == "сколько"


@dataclass
class _Piece:
    at: list[int]
    predicate: bool
    aside: bool
    opens: bool
    """Begins with "а" or "еще", or what a colon opens: a clause of its own, whether its verb is said or not."""


def clauses(words: Sequence[Word], relative: WordSet) -> list[Clause]:
    """The clauses of a sentence in the order in which they begin; every word is in one of them."""
    grown: list[_Piece] = []
    main: _Piece | None = None
    inside: _Piece | None = None
    for piece in _pieces(words, relative):
        if piece.aside:
            grown.append(piece)
            inside = piece
        elif inside is not None and not piece.predicate and (not inside.predicate or (main and main.predicate)):
            inside.at += piece.at
        elif main is not None and not (main.predicate and (piece.predicate or piece.opens)):
            main.at += piece.at
            main.predicate |= piece.predicate
            inside = None
        else:
            main = piece
            grown.append(piece)
            inside = None
    grown.sort(key=lambda p: p.at[0])
    named = _named(words)
    return [Clause(tuple(words[i] for i in p.at), tuple(p.at), p.aside, named & frozenset(p.at)) for p in grown]


def _pieces(words: Sequence[Word], relative: WordSet) -> list[_Piece]:
    """The stretches between marks; "и" parts two only where both sides have a verb."""
    rough: list[list[int]] = [[]]
    named = _named(words)
    verbs_behind = _verbs_behind(words, named)
    verb = False
    for i, word in enumerate(words):
        if word.form in _DASHES and not verb and _is_number(words, rough[-1]):
            continue  # "12 — выдворили, двоих — отпустили"
        if parts_house(words, i):
            continue
        if word.form in _MARKS and i not in named:
            rough.append([])
            verb = False
        elif word.form in _JOINING and verb and verbs_behind[i]:
            rough.append([i])
            verb = False
        else:
            rough[-1].append(i)
            verb = verb or word.predicate
    return [_piece(words, at, relative) for at in rough if at]


def _is_number(words: Sequence[Word], at: Sequence[int]) -> bool:
    """Whether a stretch is a number and little else: what a dash behind it tells is told of that number."""
    return (
        0 < len(at) <= _NUMBER_ALONE
        and words[at[0]].token.pos in ("NUM", "ADV", "CCONJ")
        and any(words[i].token.pos == "NUM" for i in at)
    )


def _verbs_behind(words: Sequence[Word], named: frozenset[int]) -> list[bool]:
    """For each word whether a verb stands between it and the next mark or joining word."""
    out = [False] * len(words)
    verb = False
    for i in range(len(words) - 1, -1, -1):
        out[i] = verb
        stops = (words[i].form in _MARKS and i not in named) or words[i].form in _JOINING
        verb = False if stops else verb or words[i].predicate
    return out


def _named(words: Sequence[Word]) -> frozenset[int]:
    """Marks that belong to a quoted name («Самарканд»), and all that stands inside it."""
    out: set[int] = set()
    opened: int | None = None
    for i, word in enumerate(words):
        if word.form not in _QUOTES:
            continue
        if opened is not None and word.form != "«":
            inside = words[opened + 1 : i]
            if len(inside) <= 4 and not any(w.predicate for w in inside):
                out.update(range(opened, i + 1))
            opened = None
        else:
            opened = i
    return frozenset(out)


def _piece(words: Sequence[Word], at: list[int], relative: WordSet) -> _Piece:
    opening = [words[i] for i in at[:3]]
    first = opening[0]
    led = first.among(relative) or (len(opening) > 1 and first.token.pos == "ADP" and opening[1].among(relative))
    led = led or (len(opening) > 1 and first.form in _JOINING and opening[1].among(relative))
    participial = at[0] > 0 and words[at[0] - 1].form == "," and _described(words, at)
    converb = any(w.has("VerbForm=Conv") for w in opening)
    predicate = any(words[i].predicate for i in at)
    opens = first.form in _OPENING and not led and any(w.token.pos == "NUM" for w in words[at[0] : at[0] + _AHEAD])
    opens |= words[at[0] - 1].form == ":" and not predicate and any(w.predicate for w in words[at[-1] + 1 :])
    aside = led or participial or (converb and not predicate)
    return _Piece(at, predicate and not participial, aside, opens)


def _described(words: Sequence[Word], at: Sequence[int]) -> bool:
    """A participle opens the stretch, after at most a word, and no verb follows: "недавно получивших паспорт"."""
    return any(words[i].participle for i in at[:2]) and not any(words[i].predicate for i in at)
