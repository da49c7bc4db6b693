"""Sentences without a cue that go on with the speaker before them, and quotations that no cue claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.identities import CHANNELS, Identity
from guvoh.extraction.attribution.lexicon import CueKind, speaker_patterns
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.windows.lexicon import people, words
from guvoh.extraction.attribution.windows.readings import NOM, readings
from guvoh.extraction.attribution.windows.retold import retold
from guvoh.extraction.attribution.windows.scene import DASHES, Scene, Told, verb_of
from guvoh.model import Role, SourceKind

_MOST = 0.5
_SHORT, _OPENING = 15, 4  # sentences of a piece that retells a release, and of its opening
_INITIALS = 3  # letters of the longest initials of a body
_QUESTION = re.compile(r"\?[»”\"]?\s*$")


class Onward:
    """Extends the voices of one scene over the sentences that go on with them."""

    def __init__(
        self,
        scene: Scene,
        voices: Sequence[Voice],
        told: Sequence[Told],
        turns: Sequence[Voice],
        person_before: Callable[[int], Identity | None],
    ) -> None:
        self._person_before = person_before
        self.scene = scene
        self.turns = turns
        self.voices = list(voices)
        self.told = {t.cue: t for t in told}
        self.sentences = scene.annotated.sentences
        self._sole: Identity | None = None

    def all(self) -> list[Voice]:
        """The voices with what goes on, quotations without a cue among them, in text order."""
        self.voices = [v for v in self.voices if not self._part_of_anothers(v)]
        self._sole = self._whose_release()
        out = [*(self._extended(v) for v in self.voices), *self.turns]
        out += self._unclaimed(out)
        return retold(self.scene, sorted(out, key=lambda v: v.report.cue))

    def _whose_release(self) -> Identity | None:
        """The public body that a short piece names at its head and beside which nobody speaks: it tells all of it."""
        heard = (v.speaker for v in (*self.voices, *self.turns) if v.speaker is not None)
        speakers = {id(who): who for who in heard if who.kind not in CHANNELS}  # an agency only passes it on
        body = [s for s in self.sentences if s.role in (Role.LEAD, Role.BODY)]
        if len(speakers) != 1 or not 0 < len(body) <= _SHORT or any(self._names("other_side", s) for s in body):
            return None
        sole = next(iter(speakers.values()))
        opens = self.voices and self.voices[0].report.cue[0] < body[min(_OPENING, len(body)) - 1].end
        return sole if opens and not sole.persona and sole.kind is SourceKind.OFFICIAL else None

    def _part_of_anothers(self, voice: Voice) -> bool:
        """Whether somebody else tells what a body did, by its noun alone: «X сказал, что ведомство насчитало»."""
        told = self.told.get(voice.report.cue)
        if told is None or told.source is None or told.source.first != told.source.last:
            return False
        if told.goes_on and told.source.lemma not in words().sets["at_large"]:  # «X рассказал, что люди жалуются»
            return False
        return any(v.speaker is not voice.speaker and v.share(*voice.report.cue) == 1 for v in self.voices)

    def _extended(self, voice: Voice) -> Voice:
        told = self.told.get(voice.report.cue)
        if told is None or not told.goes_on or voice.speaker is None:
            return voice
        if told.kind is CueKind.OPINION:
            return voice
        if told.flag == "denial" or any(t.share(*voice.report.cue) for t in self.turns):
            return voice
        last = max(e for _, e in (*voice.content, voice.report.cue))
        at = self.scene.annotated.at(last - 1)
        spans = []
        k = at.i + 1 if at is not None else len(self.sentences)
        while k < len(self.sentences):
            if self._goes_on(k, voice):
                spans.append((self.sentences[k].start, self.sentences[k].end))
                k += 1
            elif voice.speaker is self._sole and self._own_voice(self.sentences[k]):
                k = self._next_paragraph(k)  # "Напомним, …" in a release that is told
            else:
                break
        return replace(voice, content=(*voice.content, *spans)) if spans else voice

    def _goes_on(self, k: int, voice: Voice) -> bool:
        before, here = self.sentences[k - 1], self.sentences[k]
        if here.role is not before.role:
            return False
        if "\n" in self.scene.annotated.text[before.end : here.start] and not self._takes_up(here, voice):
            return False
        if self._own_voice(here) or speaker_patterns("ru")["aside"].match(self.scene.annotated.text, here.start):
            return False
        return not self._cued(here) and not self._quoted(here, voice) and not self._others_act(here, voice)

    def _own_voice(self, sentence: Sentence) -> bool:
        return self.scene.low(sentence.first) in words().sets["own_voice"]

    def _next_paragraph(self, k: int) -> int:
        """The first sentence behind the paragraph of sentence `k`."""
        k += 1
        text = self.scene.annotated.text
        while k < len(self.sentences) and "\n" not in text[self.sentences[k - 1].end : self.sentences[k].start]:
            k += 1
        return k

    def _takes_up(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether a paragraph opens with words that go on with the one before: «Из них 40 увезли»."""
        if self._opens_with("goes_on", sentence):
            return True
        if voice.speaker is self._sole:
            return self._prosecutes(voice) or not self._names("accusing", sentence)
        person = voice.speaker is not None and voice.speaker.persona
        return person and (self._opens_with("account_goes_on", sentence) or self._counts_on(sentence))

    def _prosecutes(self, voice: Voice) -> bool:
        """Whether a body tells what others did to people: investigators, prosecutors, courts."""
        listed = words().sets["prosecuting"]
        stems = tuple(one for one in listed if len(one) > _INITIALS)
        name = voice.speaker.name.lower().split() if voice.speaker is not None else []
        return any(word in listed or word.startswith(stems) for word in name)

    def _names(self, which: str, sentence: Sentence) -> bool:
        """Whether a word of a set stands in a sentence."""
        listed = words().sets[which]
        tokens = self.scene.annotated.of(sentence)
        return any(r.lemma in listed for t in tokens if t.text.isalpha() for r in readings(t.text)[:2])

    def _opens_with(self, name: str, sentence: Sentence) -> bool:
        return next(self.scene.runs(name, sentence.first, sentence.first + 1), None) is not None

    def _counts_on(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with a number that has no noun of its own: «Двоих отпустили к утру»."""
        first, second = self.scene.tokens[sentence.first], self.scene.tokens[min(sentence.first + 1, sentence.stop - 1)]
        lone = second.pos in ("VERB", "ADV") or second.text in DASHES
        return first.pos == "NUM" and not first.text.isdigit() and lone

    def _others_act(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether a sentence opens with an official or a named person who is not the speaker."""
        found = self.scene.reader.read(sentence.first, NOM, self.scene.around(sentence.first)[1])
        if found is None or voice.speaker is None:
            return False
        if found.name is not None:
            first, behind = found.name
            return not any(self.scene.tokens[k].text in voice.speaker.name.split() for k in range(first, behind))
        return found.lemma in people().official and found.number == "s"

    def _cued(self, sentence: Sentence) -> bool:
        if any(sentence.start <= v.report.cue[0] < sentence.end for v in self.voices):
            return True
        asides = (t for t in self.scene.annotated.of(sentence) if self.scene.free(t.i))
        return any(words().verbs[lemma].frame == "about" for t in asides if (lemma := verb_of(t)))

    def _quoted(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether a sentence holds the words of somebody else, or a turn of a dialogue."""
        inside = [u for u in self.scene.spoken if u.start < sentence.end and sentence.start < u.end]
        others = [v for v in self.voices if v.speaker is not voice.speaker]
        return any(u.turn or any(v.share(*u.content[0]) > _MOST for v in others) for u in inside)

    def _unclaimed(self, voices: Sequence[Voice]) -> list[Voice]:
        """Quotations that no cue claims: who spoke last before them in the paragraph says them; turns of a dialogue."""
        out: list[Voice] = []
        asked = False
        for u in self.scene.spoken:
            if any(v.share(*u.content[0]) > _MOST for v in voices):
                asked = False
                continue
            text = self.scene.annotated.text
            if u.turn:
                asked = not asked
                if asked or _QUESTION.search(text[u.start : u.end]):
                    asked = True
                    continue
            speaker = self._last_before(voices, u.start, near=not u.turn)
            sentence = self.scene.annotated.at(u.start)
            if speaker is None or sentence is None or sentence.role is Role.TITLE:
                continue
            rule = "an answer in an interview" if u.turn else "a quotation behind its speaker's words"
            report = Report((u.start, u.start + 1), CueKind.REPORT, None, u.content, sentence.i, rule)
            out.append(Voice(report, speaker, (), u.content, None))
        return out

    def _last_before(self, voices: Sequence[Voice], at: int, *, near: bool) -> Identity | None:
        text = self.scene.annotated.text
        before = [v for v in voices if v.report.cue[0] < at and v.speaker is not None and v.speaker.persona]
        if not before:
            return self._person_before(at)
        last = before[-1]
        paragraph = text.count("\n", last.report.cue[1], at)
        return last.speaker if not near or paragraph <= 2 else None
