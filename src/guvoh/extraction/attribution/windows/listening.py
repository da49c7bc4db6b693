"""From cues to voices: who speaks, through whom, and how far it goes on."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.lexicon import CueKind, organisations
from guvoh.extraction.attribution.scene import Phrase as Tokens
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.windows.citing import cited_in
from guvoh.extraction.attribution.windows.going_on import Onward
from guvoh.extraction.attribution.windows.named_bodies import Body
from guvoh.extraction.attribution.windows.phrase_cues import PhraseRules
from guvoh.extraction.attribution.windows.phrases import Phrase
from guvoh.extraction.attribution.windows.readings import NOM
from guvoh.extraction.attribution.windows.scene import Scene, Told
from guvoh.extraction.attribution.windows.speakers import Speakers
from guvoh.extraction.attribution.windows.verbs import VerbRules
from guvoh.model import SourceKind, Span


class Listening:
    """The voices of one text. `lines` are its paragraphs, `publisher` whose page it is."""

    def __init__(self, annotated: Annotated, lines: Sequence[Span], publisher: str | None) -> None:
        self.scene = Scene(annotated, lines)
        self.register = Register()
        self.speakers = Speakers(annotated, self.scene.reader, self.register)
        self.annotated = annotated
        self.publisher = publisher

    def voices(self) -> list[Voice]:
        """Every voice in text order."""
        told = sorted([*VerbRules(self.scene).told(), *PhraseRules(self.scene).told()], key=lambda t: t.cue)
        people = self._people(told)
        out: list[Voice] = []
        items: list[tuple[int, Told | Phrase]] = [*((t.cue[0], t) for t in told), *people]
        for _, item in sorted(items, key=lambda pair: pair[0]):
            if isinstance(item, Phrase):
                self.speakers.mentioned(item)
                continue
            voice = self._voice(item)
            if voice is not None:
                out.append(voice)
        return Onward(self.scene, self.register, out, told).all()

    def _people(self, told: Sequence[Told]) -> list[tuple[int, Phrase]]:
        """The people whom the text names outside of cues, each where the name stands."""
        used = {i for t in told for p in (t.source, t.second) if p is not None for i in range(p.first, p.last + 1)}
        out: list[tuple[int, Phrase]] = []
        i = 0
        tokens = self.scene.tokens
        while i < len(tokens):
            if i in used or not self.scene.free(i) or not tokens[i].text[0].isalpha():
                i += 1
                continue
            found = self.scene.reader.read(i, NOM, self.scene.around(i)[1])
            if found is not None and found.name is not None:
                out.append((tokens[found.first].start, found))
                i = found.last + 1
                continue
            i += 1
        return out

    def _voice(self, told: Told) -> Voice | None:
        speaker, second = self._who(told)
        if told.source is not None and speaker is None:
            return None
        through = [b for b in (self._body(x) for x in told.through) if b is not None and b is not speaker]
        sentence = self.annotated.sentences[told.sentence]
        cited = cited_in(self.scene, sentence.first, sentence.stop) if not told.quoted else None
        if cited is not None and speaker is not None:
            first = self.speakers.speaker(cited[0])
            if first is not None and first is not speaker:
                through, speaker = [speaker, *through], first
        source = told.source
        tokens = Tokens(source.first, source.last, max(source.first, source.head)) if source is not None else None
        report = Report(
            told.cue, told.kind, tokens, told.content, told.sentence, told.rule, told.flag,
            trigger=told.cue[0],
        )  # fmt: skip
        mention = self.scene.reader.span(source) if source is not None else None
        return Voice(report, speaker, tuple(through), told.content, mention, second)

    def _who(self, told: Told) -> tuple[Identity | None, Identity | None]:
        if told.there:
            return self.speakers.body_again(told.cue[0]), None
        if told.source is None:
            if told.kind is CueKind.REPORT and told.gender and told.quoted:
                return self.speakers.pronoun("она" if told.gender == "f" else "он", told.cue[0]), None
            return None, None
        speaker = self.speakers.speaker(told.source, told.gender)
        second = self.speakers.speaker(told.second) if told.second is not None else None
        return speaker, second

    def _body(self, body: Body) -> Identity | None:
        """The outlet that was told something; None for the page itself."""
        known = organisations("ru").by_alias.get(body.name)
        names = {body.name, *((known.name, *known.aliases) if known else ())}
        if self.publisher is not None and self.publisher.casefold() in {n.casefold() for n in names}:
            return None
        found = self.register.find(body.name)
        start, end = self.scene.tokens[body.first].start, self.scene.tokens[body.last].end
        return found or self.register.add(Identity(body.name, body.kind or SourceKind.OUTLET, (start, end)))
