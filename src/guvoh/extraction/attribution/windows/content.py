"""What a cue reports: the clause behind it, the sentence around it, a quotation, or the sentences before."""

from __future__ import annotations

import re
from functools import cached_property

from guvoh.extraction.attribution.windows.elliptic import AGAINST, set_against
from guvoh.extraction.attribution.windows.lexicon import words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.readings import NOM
from guvoh.extraction.attribution.windows.scene import DASHES, Scene, verb_of
from guvoh.model import Span

_EDGES = " \n\t,;:—–-."
_BACK, _LONGEST_LIST = 3, 30
_OPENING = 2  # tokens from a comma to the phrase that opens the clause behind it: «, а по данным»
_ITEM = re.compile(r"[—–•·*-]\s|\d{1,2}[.)]\s")


class Contents:
    """The stretches that cues of one scene report."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.annotated.text

    def of(self, how: str, v: int, lo: int, hi: int, source: Phrase | None) -> tuple[Span, ...]:
        """The content of a verb at `v` in the clause `lo` to `hi`, by how it reports."""
        tokens = self.scene.tokens
        if how == "quote":
            before = self.scene.utterance_before(tokens[lo].start)
            behind = self.scene.utterance_behind(tokens[hi - 1].end)
            return (*(before.content if before else ()), *(behind.content if behind else ()))
        if how == "that":
            return self.trimmed((tokens[hi + 2].start if hi + 2 < len(tokens) else tokens[hi].end, self.end_of(v)))
        if how in ("colon", "bare"):
            return self.trimmed((tokens[hi].end, self.end_of(v))) or self.listed(tokens[hi].end)
        if how in ("as", "aside"):
            return self._pointed_at(v) + self.around(v, tokens[lo].start, tokens[hi - 1].end)
        if how == "about before":
            return self.trimmed((tokens[lo].start, tokens[v].start))
        if how == "about this":
            if self.scene.low(v - 1) == "не":
                return ()
            first = self.scene.sentence_of(v).first
            if lo > first + 1 and self.scene.low(lo - 1) in DASHES:  # «увезли 40 человек — об этом пишет X»
                return self.trimmed((tokens[first].start, tokens[lo].start))
            told = self.before(v) + self._behind_colon(v, hi)
            return told or self.trimmed((tokens[lo].start, tokens[v].start))
        first = v + 1 if source is None or source.last < v else source.last + 1
        end = self.end_of(v)
        told = self.trimmed((tokens[first].start, end)) if first < len(tokens) and tokens[first].start < end else ()
        ahead = how == "object" and source is not None and source.last > v  # «законность подтвердили в суде»
        ahead = ahead and not self._of_data(lo, source)
        return told or (self.trimmed((tokens[lo].start, tokens[v].start)) if ahead else ())

    def _of_data(self, lo: int, source: Phrase | None) -> bool:
        """Whether what is told is but the word for it, or a paper: «цифру назвал X», «причиной назвали жалобы»."""
        listed = words().sets["given_nouns"] | words().sets["pointing"]
        return self.scene.low(lo) in listed or (source is not None and source.lemma in words().sets["documents"])

    def _pointed_at(self, v: int) -> tuple[Span, ...]:
        """The sentence before, where this one opens with what points at it: «Соответствующий указ подписали, …»."""
        sentence = self.scene.sentence_of(v)
        if sentence.i == 0 or self.scene.low(sentence.first) not in words().sets["pointing_back"]:
            return ()
        before = self.scene.annotated.sentences[sentence.i - 1]
        apart = "\n" in self.text[before.end : sentence.start] or before.role is not sentence.role
        return () if apart else ((before.start, before.end),)

    def _behind_colon(self, v: int, hi: int) -> tuple[Span, ...]:
        """What the sentence goes on to tell behind a colon: «Об этом сообщает X: задержали девятерых»."""
        sentence = self.scene.sentence_of(v)
        within = hi < sentence.stop and self.scene.low(hi) == ":"
        return self.trimmed((self.scene.tokens[hi].end, self.end_of(v))) if within else ()

    def listed(self, end: int) -> tuple[Span, ...]:
        """The lines of a list that a colon at the end of a line opens."""
        lines = self.scene.lines
        first = next((n for n, (start, _) in enumerate(lines) if start >= end), len(lines))
        out: list[Span] = []
        while first < len(lines) and len(out) < _LONGEST_LIST and _ITEM.match(self.text, *lines[first]):
            out.append(lines[first])
            first += 1
        return tuple(out) if ":" in self.text[max(0, end - 1) : end + 2] else ()

    def end_of(self, i: int) -> int:
        """Where what a sentence tells ends: at a semicolon behind which somebody else speaks, or with the sentence."""
        sentence = self.scene.sentence_of(i)
        for k in range(i, sentence.stop):
            if self.scene.tokens[k].text == ";" and self.scene.free(k) and self.scene.speaks_again(k, sentence.stop):
                return self.scene.tokens[k].start
            if k > i and k in self._turns:
                return self.scene.tokens[k].start
        return sentence.end

    @cached_property
    def _turns(self) -> frozenset[int]:
        """The commas behind which somebody else speaks."""
        commas = (t.i for t in self.scene.tokens if t.text == "," and self.scene.free(t.i))
        return self._against | frozenset(k for k in commas if self._another_speaks(k) or self._closes(k))

    @cached_property
    def _against(self) -> frozenset[int]:
        """The commas behind which somebody else's number stands against the one before."""
        commas = (t.i for t in self.scene.tokens if t.text == "," and self.scene.free(t.i))
        return frozenset(k for k in commas if set_against(self.scene, k))

    def _closes(self, comma: int) -> bool:
        """Whether who hands it on closes the sentence: «Сова» насчитала 48 нападений, пишет «Волга»."""
        i = comma + 1
        if i >= len(self.scene.tokens) or not self.scene.free(i) or verb_of(self.scene.tokens[i]) is None:
            return False
        sentence = self.scene.sentence_of(i)
        found = self.scene.reader.read(i + 1, NOM, sentence.stop)
        return found is not None and not found.pronoun and found.last >= sentence.stop - 2

    def _another_speaks(self, comma: int) -> bool:
        """Whether somebody opens the clause behind a comma and speaks: «…, полиция говорит о девяти»."""
        first = comma + 1 + (self.scene.low(comma + 1) in AGAINST)
        if first >= len(self.scene.tokens) or not self.scene.free(first):
            return False
        found = self.scene.reader.read(first, NOM, self.scene.around(first)[1])
        if found is None or found.pronoun or found.last + 1 >= len(self.scene.tokens):
            return False
        listed = words().sets["documents"] | words().sets["at_large"]
        asked = found.lemma in listed and found.number == "p"  # «документы спросили у всех», «люди жалуются»
        return verb_of(self.scene.tokens[found.last + 1]) is not None and not asked

    def begin_of(self, i: int) -> int:
        """Where the part of the sentence that holds token `i` opens."""
        sentence = self.scene.sentence_of(i)
        for k in range(i, sentence.first - 1, -1):
            if self.scene.tokens[k].text == ";" and self.scene.free(k):
                return self.scene.tokens[k].end
            if i - k <= _OPENING and k in self._against:
                return self.scene.tokens[k].end
        return sentence.start

    def around(self, i: int, start: int, end: int) -> tuple[Span, ...]:
        """The part of the sentence around `start` to `end`."""
        return (*self.trimmed((self.begin_of(i), start)), *self.trimmed((end, self.end_of(i))))

    def before(self, i: int) -> tuple[Span, ...]:
        """The sentences of the paragraph before token `i`'s, of the paragraph before that where it opens one."""
        sentence = self.scene.sentence_of(i)
        sentences = self.scene.annotated.sentences
        out: list[Span] = []
        k = sentence.i - 1
        while k >= 0 and len(out) < _BACK and sentences[k].role is sentence.role:
            gap = self.text[sentences[k].end : sentences[k + 1].start]
            if "\n" in gap and out:
                break
            out.append((sentences[k].start, sentences[k].end))
            k -= 1
        return tuple(reversed(out))

    def trimmed(self, span: Span) -> tuple[Span, ...]:
        """A stretch without the marks at its edges, as one or none."""
        start, end = span
        while start < end and self.text[start] in _EDGES:
            start += 1
        while end > start and self.text[end - 1] in _EDGES:
            end -= 1
        return ((start, end),) if end > start else ()
