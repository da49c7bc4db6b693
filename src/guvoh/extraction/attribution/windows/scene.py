"""One text with what the rules ask of it: sentences, bodies, phrases, utterances, and clauses around a verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.annotate.sentences import abbreviations
from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.windows.lexicon import plain, words
from guvoh.extraction.attribution.windows.named_bodies import Body, named_bodies
from guvoh.extraction.attribution.windows.papers import Papers
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.quoted import Utterance, utterances
from guvoh.extraction.attribution.windows.readings import Reading, readings
from guvoh.model import Span

Run = tuple[str, ...]
"""The words of a phrase."""
_NO_TURN = frozenset({"number", "witness"})
_CLOCK = re.compile(r"\d:\d\d(?!\d)")
DASHES = frozenset({"—", "–", "-"})
BREAKS = frozenset({",", ".", ":", ";", "(", ")", "!", "?", "…", "«", "»", '"', "“", "”", "„"}) | DASHES


@dataclass(frozen=True, slots=True)
class Told:
    """One report as a rule read it: who (`source`, `second`), to or through whom, the content, and the rule in words.

    `goes_on` tells that sentences behind it may go on with it, `again` that whoever spoke before says it.
    """

    cue: Span
    kind: CueKind
    source: Phrase | None
    content: tuple[Span, ...]
    sentence: int
    rule: str
    flag: str | None = None
    second: Phrase | None = None
    through: tuple[Body, ...] = ()
    gender: str = ""
    goes_on: bool = True
    quoted: bool = False
    there: bool = False
    relay: Phrase | None = None
    by_verb: bool = False
    again: bool = False


@dataclass
class Scene:
    """What the rules share of one text."""

    annotated: Annotated
    lines: Sequence[Span]
    bodies: dict[int, Body] = field(init=False)
    reader: PhraseReader = field(init=False)
    papers: Papers = field(init=False)
    spoken: tuple[Utterance, ...] = field(init=False)
    in_body: frozenset[int] = field(init=False)
    """The tokens of named bodies, whose marks break no clause."""
    _found: dict[str, tuple[list[int], list[tuple[int, Run]]]] = field(init=False, default_factory=dict)
    _places: dict[frozenset[str], list[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.bodies = dict(named_bodies(self.annotated))
        self.reader = PhraseReader(self.annotated, self.bodies)
        self.papers = Papers(self.reader, self.annotated)
        verbs = frozenset(t.start for t in self.annotated.tokens if verb_of(t) is not None)
        self.spoken = utterances(self.annotated, self.lines, verbs)
        told = (span for u in self.spoken for span in u.content)
        between = self.annotated.between
        self._held = frozenset(t.i for start, end in told for t in between(start, end) if start <= t.start < end)
        self.in_body = frozenset(i for b in self.bodies.values() for i in range(b.first, b.last + 1))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the text."""
        return self.annotated.tokens

    def free(self, i: int) -> bool:
        """Whether a token is the author's, no speaker's."""
        return i not in self._held

    def low(self, i: int) -> str:
        """The word `i` in small letters, «е» for «ё»; "" outside the text."""
        return self._low[i] if 0 <= i < len(self._low) else ""

    @cached_property
    def _low(self) -> list[str]:
        return [plain(token.text) for token in self.tokens]

    def runs(self, name: str, lo: int, hi: int) -> Iterator[tuple[int, Run]]:
        """The phrases of a list of the vocabulary that open between two tokens, longest first at each."""
        opening, found = self._runs(name)
        for k in range(bisect_left(opening, lo), bisect_left(opening, hi)):
            yield found[k]

    def _runs(self, name: str) -> tuple[list[int], list[tuple[int, Run]]]:
        """Every place of the phrases of a list, found in one pass over the text."""
        known = self._found.get(name)
        if known is None:
            by_first: dict[str, list[Run]] = {}
            for run in words().phrases[name]:
                by_first.setdefault(run[0], []).append(run)
            places = [
                (i, run) for i, low in enumerate(self._low) for run in by_first.get(low, ()) if self._opens(i, run)
            ]
            known = self._found[name] = ([i for i, _ in places], places)
        return known

    def _opens(self, i: int, run: Run) -> bool:
        return tuple(self._low[i : i + len(run)]) == run

    def any_of(self, listed: frozenset[str], lo: int, hi: int) -> bool:
        """Whether one of the words stands between two tokens."""
        at = self._places.get(listed)
        if at is None:
            at = self._places[listed] = [i for i, low in enumerate(self._low) if low in listed]
        k = bisect_left(at, lo)
        return k < len(at) and at[k] < hi

    def around(self, i: int) -> tuple[int, int]:
        """The clause around token `i`: from behind the last mark before it to the next one, inside its sentence."""
        sentence = self.annotated.sentences[self.tokens[i].sent]
        before = bisect_left(self._breaking, i) - 1
        behind = bisect_left(self._breaking, i + 1)
        lo = self._breaking[before] + 1 if before >= 0 else 0
        hi = self._breaking[behind] if behind < len(self._breaking) else sentence.stop
        return max(lo, sentence.first), min(hi, sentence.stop)

    @cached_property
    def _breaking(self) -> list[int]:
        """The tokens that end a clause, in order."""
        return [i for i in range(len(self.tokens)) if self._breaks(i)]

    def _breaks(self, i: int) -> bool:
        if i in self.in_body or i in self.reader.list_marks:
            return False
        if self.tokens[i].text == "." and i + 1 < len(self.tokens) and self.tokens[i + 1].sent == self.tokens[i].sent:
            before = self.tokens[i - 1]
            return len(before.text) > 1 and before.lower not in abbreviations("ru")  # «Ольга Т. рассказала»
        if self.tokens[i].text == ":" and _CLOCK.match(self.annotated.text, max(0, self.tokens[i].start - 1)):
            return False  # «около 22:00 дежурный рассказал»
        return not self.free(i) or self.tokens[i].text in BREAKS

    def about_this(self, lo: int, hi: int) -> bool:
        """Whether a clause tells of what stands before it: «об этом», «о случившемся»."""
        found = (i + len(run) for i, run in self.runs("about_this", lo, hi))
        return any(end <= hi and not self._told_more(end) for end in found)

    def _told_more(self, comma: int) -> bool:
        """Whether a clause with «который» goes on behind a comma: «о рейде, в котором задержали 40»."""
        return self.low(comma) == "," and any(self.low(comma + k).startswith("котор") for k in (1, 2))

    def speaks_again(self, lo: int, hi: int) -> bool:
        """Whether a verb of saying or a phrase before a source stands between two tokens."""
        k = bisect_left(self._cueing, lo)
        verb = k < len(self._cueing) and self._cueing[k] < hi
        return verb or any(next(self.runs(name, lo, hi), None) is not None for name in ("genitive", "document_of"))

    @cached_property
    def _cueing(self) -> list[int]:
        """The free tokens that are verbs of saying, in order; no «получили травмы», which tells of numbers only."""
        told = ((t.i, verb_of(t)) for t in self.tokens if self.free(t.i))
        return [i for i, lemma in told if lemma is not None and words().verbs[lemma].frame not in _NO_TURN]

    def utterance_before(self, start: int) -> Utterance | None:
        """The utterance that ends right before a character, a comma and a dash between them aside."""
        for u in self.spoken:
            if any(s == start for s, _ in u.inserts):
                return u
            between = self.annotated.text[u.end : start]
            apart = any(c.isalnum() or c in "(\n" for c in between)
            if not u.turn and 0 <= start - u.end <= 6 and not apart:
                return u
        return None

    def utterance_behind(self, end: int) -> Utterance | None:
        """The utterance that opens right behind a colon at a character."""
        for u in self.spoken:
            between = self.annotated.text[end : u.start]
            if (
                0 <= u.start - end <= 4
                and ":" in self.annotated.text[max(0, end - 1) : u.start]
                and not any(c.isalnum() for c in between)
            ):
                return u
        return None

    def sentence_of(self, i: int) -> Sentence:
        """The sentence of a token."""
        return self.annotated.sentences[self.tokens[i].sent]


def _of_speaking(reading: Reading) -> bool:
    """Whether a verb is in the first or second person or an order: «напомним», «сообщите»."""
    return reading.parse.tag.person in ("1per", "2per") or reading.parse.tag.mood == "impr"


def verb_of(token: Token) -> str | None:
    """The lemma of a token that is a finite cue verb, or an adjective such as «уверен»; else None."""
    if not token.text[0].isalpha():
        return None
    for r in readings(token.text)[:3]:
        cue = words().verbs.get(r.lemma)
        if cue is not None and (
            (r.pos in ("VERB", "GRND") and not _of_speaking(r))
            or (r.pos in ("ADJS", "PRTS") and cue.kind is CueKind.OPINION)
        ):
            return r.lemma
    return None
