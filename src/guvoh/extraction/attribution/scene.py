"""One sentence as attribution rules see it: its tokens, quotation marks, and readings of the phrases in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.datelines import Dateline
from guvoh.extraction.attribution.kinds_of_tokens import DASHES, MARKS, NOMINAL, finite
from guvoh.extraction.attribution.lexicon import CueKind, name_words, organisations, roles, saying_words
from guvoh.extraction.attribution.listed_names import listed_names
from guvoh.extraction.attribution.quotes import Quotation, Quotations
from guvoh.model import Span

_LEFT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X"})
_RIGHT_PREPOSITIONS = frozenset({"of", "for", "at", "from", "in", "with", "on", "against", "by"})
_SOME = frozenset({"several", "some", "many", "most", "all", "both", "two", "three", "one"})
_IN_NAMES = frozenset({"for", "against", "without"})
_CALENDAR = name_words()["calendar"]
_BEHIND_HYPHEN = saying_words()["behind_hyphen"]  # "a 12-year-old", "the director-general"
TIME_WORDS = _CALENDAR | name_words()["occasions"]
_PLACEHOLDERS = frozenset({"there", "it", "which", "that", "this", "these", "those", "what"})
_NAME = 4
"""Words that a name in quotation marks may have."""
_QUOTES = saying_words()["quotes"]


DEED = "done by words"
"""The rule of a deed that makes whoever does it a source, though nothing is told by it."""
HEARD = "complained"
"""The rule of those who complained: they are a source, but nobody goes on with their words."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `first..last` (both in it) and the token that heads it."""

    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Report:
    """A reported-speech relation as one rule read it. Offsets are characters; `head` and `addressee` name phrases.

    `source` is None for hearsay without a speaker. `rule` says in words what made the relation.
    `weak` relations (headlines, nouns such as "claims by X") make no source of a speaker without a name.
    """

    cue: Span
    kind: CueKind
    source: Phrase | None
    content: tuple[Span, ...]
    sentence: int
    rule: str
    flag: str | None = None
    addressee: Phrase | None = None
    relays: Phrase | None = None
    in_quote: bool = False
    trigger: int = -1
    weak: bool = False

    @property
    def size(self) -> int:
        """Characters of content."""
        return sum(e - s for s, e in self.content)


class Scene:
    """A sentence with its tokens and the quotations that touch it."""

    def __init__(self, annotated: Annotated, sentence: Sentence, quotes: Quotations) -> None:
        self.annotated = annotated
        self.sentence = sentence
        self.quotes = quotes
        self.text = annotated.text
        self.tokens = annotated.tokens
        self.first, self.stop = Dateline(annotated.text, annotated.tokens, sentence).past(), sentence.stop

    @cached_property
    def quoted(self) -> list[Quotation]:
        """Quotations that share a character with the sentence."""
        return self.quotes.within(self.sentence.start, self.sentence.end)

    def token(self, i: int) -> Token | None:
        """The token `i` when it stands in this sentence."""
        return self.tokens[i] if self.first <= i < self.stop else None

    def lower(self, i: int) -> str:
        """The word `i` in lower case, "" outside the sentence."""
        return self.tokens[i].lower if self.first <= i < self.stop else ""

    def bounds(self, i: int) -> tuple[int, int]:
        """The token range in which a cue at `i` may find source and content: its quotation, else the sentence."""
        if not self.quoted:
            return self.first, self.stop
        q = self.quotes.at(self.tokens[i].start)
        if q is None:
            return self.first, self.stop
        inside = [t.i for t in self.tokens[self.first : self.stop] if t.start >= q.start and t.end <= q.end]
        while inside and self.tokens[inside[0]].text in MARKS:
            inside.pop(0)
        while inside and self.tokens[inside[-1]].text in MARKS:
            inside.pop()
        return (inside[0], inside[-1] + 1) if inside else (self.first, self.stop)

    def in_quote(self, i: int) -> bool:
        """Whether the token stands inside a quotation."""
        return bool(self.quoted) and self.quotes.at(self.tokens[i].start) is not None

    def in_utterance(self, i: int) -> bool:
        """Whether the token stands inside a quotation longer than a name in quotation marks."""
        q = self.quotes.at(self.tokens[i].start) if self.quoted else None
        return q is not None and q.words > 3

    def dateline(self, i: int) -> bool:
        """Whether the token is the place of a dateline, in capitals before a dash."""
        return self.tokens[i].text.isupper() and self.lower(i + 1) in DASHES

    def finite(self, first: int, stop: int) -> bool:
        """Whether the tokens hold a finite verb."""
        return any(finite(t) for t in self.tokens[first:stop])

    def phrase(self, head: int, lo: int, hi: int) -> Phrase:
        """The noun phrase around token `head` within tokens `lo..hi-1`: modifiers, prepositions, abbreviations."""
        if self.tokens[head].pos == "PRON" and self.lower(head) not in (
            "some",
            "many",
            "those",
            "one",
            "others",
            "most",
            "all",
        ):
            return Phrase(head, head, head)
        if self.lower(head - 2) in ("in", "at") and self.lower(head - 1) == self.lower(head - 3) == "-":
            office = self.phrase(head - 4, lo, head)  # "the officer-in-charge"
            return Phrase(office.first, self._right(head, hi), office.head)
        whole = next((name for name in self._listed if name[0] <= head <= name[1]), None)
        if whole is not None:  # "Ministry of Labor, Health and Trade"
            return Phrase(self._left(whole[0], lo), whole[1], whole[0])
        return Phrase(self._left(head, lo), self._whole(self._right(head, hi), head, hi), head)

    def _whole(self, last: int, head: int, hi: int) -> int:
        """The end of "father of one | of the killed men", which "father of one" alone would not tell."""
        if last == head or self.lower(last) not in _SOME or self.lower(last + 1) != "of":
            return last
        those = self.lower(last + 2) in ("those", "them")
        i = last + 2 + those
        while i < hi and (self.tokens[i].pos in ("DET", "ADJ") or self.tokens[i].tag in ("VBN", "PRP$")):
            i += 1
        fate = i - 1 > last + 2 and self.tokens[i - 1].tag == "VBN"  # "a lawyer for three of the detained, X,"
        return i if i < hi and self.tokens[i].pos in ("NOUN", "PROPN") else i - 1 if those or fate else last

    @cached_property
    def _listed(self) -> list[Span]:
        """The names of bodies that hold commas, by first and last token."""
        return listed_names(self.text, self.tokens, self.first, self.stop, self.annotated.language)

    def _left(self, head: int, lo: int) -> int:
        first = i = head
        while i - 1 >= lo:
            t, after = self.tokens[i - 1], self.tokens[i]
            if t.tag in ("VBN", "VBD") and i - 2 >= lo and self.tokens[i - 2].tag == "PRP":
                break  # "it cited | reports"
            if t.lower in _QUOTES and i - 2 >= lo and self.tokens[i - 2].pos in ("NOUN", "PROPN"):
                break  # "The organisation cited | refugees"
            if not self._joins_left(t, after, nominal_before=i - 2 >= lo and self.tokens[i - 2].pos in NOMINAL):
                break
            i -= 1
            if t.pos in _LEFT or t.tag == "PRP$" or t.dep == "amod":
                first = i
        if first > lo and self.tokens[first - 1].text in MARKS and self._balanced(first, head):
            first -= 1
        return first

    def _joins_left(self, t: Token, after: Token, *, nominal_before: bool) -> bool:
        if t.lower in _CALENDAR and after.pos == "NUM":
            return False  # "on 20 December four men"
        if t.pos == "PROPN" and after.lower in _SOME:
            return False  # "told AFP | several of the survivors had said"
        if t.lower in TIME_WORDS and after.text[:1].isupper() and (t.pos == "NOUN" or t.lower in _CALENDAR):
            return False
        if after.tag == "PRP$" and t.lower not in ("all", "both", "half", "some"):
            return False  # "in October our observers"
        if after.pos == "DET" and t.pos in ("NOUN", "PROPN", "NUM"):
            return False  # "a figure | the opposition disputes"
        if t.pos in _LEFT or t.tag == "PRP$" or t.dep == "amod":
            return after.text.lower() not in ("who", "which") and t.lower not in _PLACEHOLDERS - {
                "this",
                "these",
                "those",
                "that",
            }
        if t.text in ("-", "–") and t.end < after.start:
            return False  # a dash after a dateline, no hyphen
        if t.text in ("'s", "’s") and t.tag == "POS":
            return True  # a genitive is inside its phrase, whatever the word before was taken for
        if t.text in ("'s", "’s", "'", "’", "/", "&", "-", "–") or t.lower == "and":
            return nominal_before and (t.lower != "and" or after.pos in ("PROPN", "ADJ", "NOUN"))
        return t.text in MARKS and after.text[:1].isupper() and nominal_before

    def _balanced(self, first: int, last: int) -> bool:
        return any(t.text in MARKS for t in self.tokens[first : last + 2])

    def _right(self, head: int, hi: int) -> int:
        last = i = head
        named = self.tokens[head].pos == "PROPN" and head > self.first and self.tokens[head - 1].pos == "PROPN"
        while i + 1 < hi and i - head < 18:
            t = self.tokens[i + 1]
            if t.pos == "ADP" and not self._preposition(i + 1, hi, named=named):
                break
            if not (
                (t.pos in ("PROPN", "NOUN", "ADJ", "NUM", "X", "ADP") and t.lower not in _CALENDAR)
                or (t.pos == "DET" and self.tokens[i].pos in ("ADP", "CCONJ"))
                or t.text in ("'s", "’s", "/", "-", "(", ")", "*", "&", "’", "'")
                or (t.lower == "and" and i + 2 < hi and self.tokens[i + 2].pos in ("PROPN", "NOUN", "ADJ", "DET"))
                or (t.text in MARKS and self._opens_name(i + 1, hi))
            ):
                break
            i += 1
            behind = t.lower in _BEHIND_HYPHEN and self.tokens[i - 1].text == "-"
            if t.pos in ("PROPN", "NOUN", "NUM", "X") or t.text in (")", "”", "»") or behind:
                last = i
        return last

    def _opens_name(self, i: int, hi: int) -> bool:
        after = self.tokens[i + 1] if i + 1 < hi else None
        before = self.tokens[i - 1]
        capital = after is not None and after.text[:1].isupper()
        called = capital and before.lower in ("the", "of", "at")
        called = called or (capital and before.lower in _called(self.annotated.language) and self.short_name(i))
        return called or (before.text[:1].isupper() and self.tokens[i].text in ("”", "»", '"', "’"))

    def short_name(self, i: int) -> bool:
        """Whether token `i` is a mark, or stands, in a quotation that may be a name: “Steppe Herald”."""
        q = self.quotes.at(self.tokens[i].start) if self.quoted else None
        return q is not None and q.closed and q.words <= _NAME and self.text[q.start + 1].isupper()

    def _preposition(self, i: int, hi: int, *, named: bool) -> bool:
        word = self.lower(i)
        after = [self.lower(n) for n in range(i + 1, min(hi, i + 4))]
        if word == "of":
            return True
        if named and not (word in _IN_NAMES and i + 1 < hi and self.tokens[i + 1].text.istitle()):
            return False
        if word not in _RIGHT_PREPOSITIONS | _IN_NAMES:
            return False
        return not TIME_WORDS.intersection(after) and not any(w[:2].isdigit() for w in after)

    def span(self, phrase: Phrase) -> Span:
        """Characters of a phrase."""
        return self.tokens[phrase.first].start, self.tokens[phrase.last].end

    def words(self, phrase: Phrase) -> str:
        """The text of a phrase."""
        start, end = self.span(phrase)
        return self.text[start:end]


@cache
def _called(language: str) -> frozenset[str]:
    """Nouns behind which a name in quotation marks tells what body it is: "the project “Open Door”"."""
    return frozenset(organisations(language).heads) | roles(language).media
