"""What stands beside a sentence: its paragraph, the nearest speech before or after it, and who else speaks in it."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.backgrounds import in_background
from guvoh.extraction.attribution.lexicon import saying_words, speaker_patterns
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Span

_RELATIVE = saying_words()["relative"]

_COVER = 0.5
_REACH = 3


class Beside:
    """The sentences of one document with the voices in and around them."""

    def __init__(self, annotated: Annotated, voices: Sequence[Voice]) -> None:
        self._annotated = annotated
        self._voices = voices
        self._spoken = [v for v in voices if v.speaker is not None]
        self._cued = frozenset(v.report.sentence for v in voices)
        self.firsts: list[int] = []
        """For each sentence the first one of its paragraph: looked up, as a paragraph may hold a whole page."""
        for i in range(len(annotated.sentences)):
            self.firsts.append(self.firsts[-1] if i > 0 and self.same_paragraph(i - 1, i) else i)

    def others(self, sentence: Sentence) -> bool:
        """Whether somebody speaks in the paragraph before the sentence."""
        opens = self._annotated.sentences[self.firsts[sentence.i]].start
        return any(opens <= v.report.cue[0] < sentence.end for v in self._voices)

    def alone(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether nobody but the speaker of `voice` speaks in the sentence."""
        others = (v for v in self._voices if v.speaker is not voice.speaker and not self.relative(v))
        return not any(inside(v.report.cue, sentence) for v in others)

    def by_another(self, sentence: Sentence) -> bool:
        """Whether an unmarked sentence is the page's background, or goes by no source: "According to the rules, 30"."""
        if in_background(self._annotated, sentence, self._cued):
            return True
        opens = speaker_patterns()["by_another"].match(self.sentence_text(sentence.i))
        return opens is not None and not any(inside(v.report.cue, sentence) for v in self._voices)

    def relative(self, voice: Voice) -> bool:
        """Whether a voice is only told of somebody in passing: "a man who promised to get her out"."""
        source = voice.report.source
        return source is not None and self._annotated.tokens[source.head].lower in _RELATIVE

    def sentence_text(self, i: int) -> str:
        """The text of the sentence of that number, "" where there is none."""
        sentences = self._annotated.sentences
        return self._annotated.text[sentences[i].start : sentences[i].end] if 0 <= i < len(sentences) else ""

    def near(self, sentence: Sentence, step: int) -> tuple[Voice | None, int]:
        """The speech of the nearest attributed sentence within reach, and how many sentences away it is."""
        sentences = self._annotated.sentences
        for distance in range(1, _REACH + 1):
            i = sentence.i + step * distance
            if not 0 <= i < len(sentences) or sentences[i].role is not sentence.role:
                return None, 0
            near = sentences[i]
            voices = [
                v
                for v in self._spoken
                if v.report.cue[0] < near.end and v.report.cue[1] > near.start and not v.report.in_quote
                if not (self.relative(v) and v.speaker is not None and not v.speaker.named)
            ]
            voices = voices or [v for v in self._spoken if v.share(near.start, near.end) >= _COVER]
            if voices:
                return min(voices, key=lambda v: (not v.report.rule.startswith("“citing"), -v.size)), distance
            if any(v.speaker is None and v.share(near.start, near.end) >= _COVER for v in self._voices):
                return None, 0
        return None, 0

    def same_paragraph(self, a: int, b: int) -> bool:
        """Whether two sentences, by their numbers, stand in one paragraph."""
        sentences = self._annotated.sentences
        return "\n" not in self._annotated.text[sentences[a].end : sentences[b].start]


def inside(span: Span, sentence: Sentence) -> bool:
    """Whether a span stands within a sentence."""
    return sentence.start <= span[0] and span[1] <= sentence.end
