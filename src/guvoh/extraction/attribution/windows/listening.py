"""From cues to voices: who speaks, through whom, and how far it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guvoh.extraction.attribution.identities import CHANNELS, Identity, Register
from guvoh.extraction.attribution.lexicon import organisations
from guvoh.extraction.attribution.scene import Phrase as Tokens
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.windows.citing import cited_in
from guvoh.extraction.attribution.windows.data_told import data_told
from guvoh.extraction.attribution.windows.elliptic import elliptic
from guvoh.extraction.attribution.windows.going_on import Onward
from guvoh.extraction.attribution.windows.interviews import accounts, interview
from guvoh.extraction.attribution.windows.labels import labelled
from guvoh.extraction.attribution.windows.lexicon import name_words, words
from guvoh.extraction.attribution.windows.named_bodies import Body
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.phrase_cues import PhraseRules
from guvoh.extraction.attribution.windows.readings import DAT, GEN, INS, LOC, NOM, readings
from guvoh.extraction.attribution.windows.scene import Scene, Told
from guvoh.extraction.attribution.windows.speakers import Speakers
from guvoh.extraction.attribution.windows.turned_to import turned_to
from guvoh.extraction.attribution.windows.turns import turns
from guvoh.extraction.attribution.windows.verbs import VerbRules
from guvoh.model import SourceKind, Span

_LAST = 3
_NEAR = 2  # sentences between somebody's words and «Отмечается, что»
_BEHIND = {
    "с": (INS,), "со": (INS,), "к": (DAT,), "у": (GEN,), "от": (GEN,), "для": (GEN,), "о": (LOC,), "об": (LOC,),
    "из": (GEN,),
}  # fmt: skip


class Listening:
    """The voices of one scene. `lines` are its paragraphs, `publisher` whose page it is."""

    def __init__(self, scene: Scene, lines: Sequence[Span], publisher: str | None) -> None:
        self.scene = scene
        self.lines = lines
        self.register = Register()
        self.speakers = Speakers(scene.annotated, self.scene.reader, self.register)
        self.annotated = scene.annotated
        self.publisher = publisher
        self._spoken_in = -_NEAR - 1

    def voices(self) -> list[Voice]:
        """Every voice in text order."""
        rules = (
            VerbRules(self.scene).told(),
            PhraseRules(self.scene).told(),
            data_told(self.scene),
            turned_to(self.scene),
            labelled(self.scene),
            elliptic(self.scene),
        )
        told = sorted((t for rule in rules for t in rule), key=lambda t: t.cue)
        people = self._people(told)
        out: list[Voice] = []
        items: list[tuple[int, Told | Phrase]] = [*((t.cue[0], t) for t in told), *people]
        for _, item in sorted(items, key=lambda pair: pair[0]):
            if isinstance(item, Phrase):
                self.speakers.mentioned(item)
                continue
            out += self._voices(item)
        sets = (turns, interview, accounts)
        spoken = [voice for heard in sets for voice in heard(self.scene, self.lines, self.speakers)]
        return Onward(self.scene, out, told, spoken, self.speakers.person_before).all()

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
            found = self._named(i)
            if found is not None:
                out.append((tokens[found.first].start, found))
                i = found.last + 1
                continue
            i += 1
        return out

    def _named(self, i: int) -> Phrase | None:
        """The person whom words at token `i` name: in the nominative, or behind a preposition in its case."""
        if i and self.scene.tokens[i - 1].pos == "ADP" and self.scene.low(i - 1) not in _BEHIND:
            return None  # «в Карс»
        if i and any(r.lemma in name_words()["streets"] for r in readings(self.scene.tokens[i - 1].text)):
            return None  # «на улице Ватутина»
        cases: tuple[str, ...] = _BEHIND.get(self.scene.low(i - 1), (NOM,)) if i else (NOM,)
        calling = tuple(words().sets["calling"])
        if any(self.scene.low(k).startswith(calling) for k in range(max(0, i - 2), i)):
            cases = (INS, *cases)  # «назовём его Аброром»
        if i == self.scene.sentence_of(i).first and self.scene.reader.heads_people(i):
            cases = (*cases, "accs", GEN)  # «Гражданина Узбекистана Азиза Р. вывезли»
        if i + 1 < len(self.scene.tokens) and self.scene.tokens[i + 1].pos == "NUM":
            cases = (DAT, *cases)  # «Умиду 34 года»
        stop = self.scene.around(i)[1]
        found = (self.scene.reader.read(i, case, stop) for case in cases)
        return next((f for f in found if f is not None and f.name is not None), None)

    def _voices(self, told: Told) -> list[Voice]:
        """The voice of a report, and of who says it together with the first."""
        voice = self._voice(told)
        if voice is None or told.second is None:
            return [voice] if voice is not None else []
        other = self._voice(replace(told, source=told.second, second=None))
        return [voice, other] if other is not None and other.speaker is not voice.speaker else [voice]

    def _voice(self, told: Told) -> Voice | None:
        speaker = self._who(told)
        if (told.source is not None or told.by_verb) and speaker is None:
            return None
        through = [b for b in (self._body(x) for x in told.through) if b is not None and b is not speaker]
        sentence = self.annotated.sentences[told.sentence]
        if told.relay is not None:
            relay = self.speakers.speaker(told.relay)
            through += [relay] if relay is not None and relay is not speaker else []
        cited = cited_in(self.scene, sentence.first, sentence.stop) if not told.quoted else None
        if cited is not None and speaker is not None:
            first = self.speakers.speaker(cited[0])
            if first is not None and first is not speaker:
                through, speaker = [speaker, *through], first
        self._spoken_in = told.sentence if speaker is not None else self._spoken_in
        source = told.source
        tokens = Tokens(source.first, source.last, max(source.first, source.head)) if source is not None else None
        report = Report(
            told.cue, told.kind, tokens, told.content, told.sentence, told.rule, told.flag,
            trigger=told.cue[0],
        )  # fmt: skip
        mention = self.scene.reader.span(source) if source is not None else None
        return Voice(report, speaker, tuple(through), told.content, mention)

    def _who(self, told: Told) -> Identity | None:
        if told.again:
            near = told.sentence - self._spoken_in <= _NEAR
            return self.register.latest(lambda x: x.kind not in CHANNELS, _LAST) if near else None
        if told.there:
            return self.speakers.body_again(told.cue[0])
        if told.source is not None:
            return self.speakers.speaker(told.source, told.gender)
        lemma = {"f": "она", "m": "он"}.get(told.gender, "")
        return self.speakers.pronoun(lemma, told.cue[0]) if told.by_verb else None

    def _body(self, body: Body) -> Identity | None:
        """The outlet that was told something; None for the page itself."""
        known = organisations("ru").by_alias.get(body.name)
        names = {body.name, *((known.name, *known.aliases) if known else ())}
        if self.publisher is not None and self.publisher.casefold() in {n.casefold() for n in names}:
            return None
        found = self.register.find(body.name)
        start, end = self.scene.tokens[body.first].start, self.scene.tokens[body.last].end
        return found or self.register.add(Identity(body.name, body.kind or SourceKind.OUTLET, (start, end)))
