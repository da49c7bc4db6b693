"""Sentences without a cue that lead to whoever speaks after them in the paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.beside import Beside, inside
from guvoh.extraction.attribution.continuing import counts_on, tells_of_them
from guvoh.extraction.attribution.identities import CHANNELS
from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import saying_words, speaker_patterns
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import SourceKind

_DOUBTS = saying_words()["doubts"]


class LeadIns:
    """Who speaks after the unmarked sentences of one document."""

    def __init__(self, annotated: Annotated, voices: Sequence[Voice], beside: Beside) -> None:
        self._annotated = annotated
        self._voices = voices
        self._spoken = [v for v in voices if v.speaker is not None]
        self._beside = beside

    def added_to(self, sentence: Sentence) -> Voice | None:
        """Who "adds" something later in the paragraph, having spoken before it, where nobody else speaks between."""
        i, goes_on = sentence.i + 1, speaker_patterns()["adds"]
        while i < len(self._annotated.sentences) and self._beside.same_paragraph(i - 1, i):
            near = self._annotated.sentences[i]
            here = [v for v in self._voices if inside(v.report.cue, near)]
            if here:
                adds = [v for v in here if goes_on.fullmatch(self._annotated.text[slice(*v.report.cue)])]
                earlier = (v for v in self._spoken if v.report.cue[1] <= sentence.start)
                first = adds[0] if adds and not self._beside.others(sentence) else None
                return first if first and any(v.speaker is first.speaker for v in earlier) else None
            i += 1
        return None

    def leads_to(self, sentence: Sentence) -> Voice | None:
        """The body that a sentence at the head of a paragraph begins with and that speaks in the one after it."""
        i = sentence.i
        if (
            i + 1 >= len(self._annotated.sentences)
            or not self._beside.same_paragraph(i, i + 1)
            or self._beside.others(sentence)
        ):
            return None
        if i > 0 and self._beside.same_paragraph(i - 1, i):
            return None
        after, gap = self._beside.near(sentence, 1)
        who = after.speaker if after is not None and gap == 1 else None
        if who is None or who.persona or not who.named or who.kind in CHANNELS:
            return None
        text = self._annotated
        subject = next((t for t in text.of(sentence) if t.dep in ("nsubj", "nsubj:pass")), None)
        if subject is None:
            return None
        opening = text.text[sentence.start : text.head(subject).start].lower()
        return after if who.name.lower() in opening else None

    def counted_on(self, sentence: Sentence) -> Voice | None:
        """Who closes the next sentence of the paragraph, where it tells of some of those counted in this one."""
        i = sentence.i + 1
        if (
            i >= len(self._annotated.sentences)
            or not self._beside.same_paragraph(i - 1, i)
            or self._beside.others(sentence)
        ):
            return None
        after, gap = self._beside.near(sentence, 1)
        closes = after is not None and gap == 1 and after.content[0][0] < after.report.cue[0]
        if after is not None and self._annotated.text[slice(*after.report.cue)] in _DOUBTS:
            return None  # "The figure is disputed by the ministry"
        if closes and after is not None and self._annotated.text[after.content[0][0]] in MARKS:
            return None  # “Twelve were from our street,” she says: a quotation is hers alone
        near = self._annotated.sentences[i]
        who = after.speaker if after is not None else None
        if who is not None and who.kind is SourceKind.WITNESS and not who.named:
            return None  # "Two of them died, witnesses said"
        # one passenger tells only of himself
        several = who is not None and (who.plural or not who.persona or who.head == "source")
        goes_on = several and tells_of_them(self._annotated, near)
        return after if closes and (goes_on or counts_on(self._annotated, near, closed=True)) else None
