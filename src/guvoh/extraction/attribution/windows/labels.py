"""Speakers whom no verb tells: «Сурайё Каримова, продавщица: «…»», «МВД: задержаны 40 человек»."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.windows.content import Contents
from guvoh.extraction.attribution.windows.lexicon import people, words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.readings import NOM, readings
from guvoh.extraction.attribution.windows.scene import Scene, Told

_LONGEST = 18
RULE = "“X: …” without a verb"


def labelled(scene: Scene) -> Iterator[Told]:
    """What stands behind a colon, where words without a verb before it name who says it."""
    contents = Contents(scene)
    for sentence in scene.annotated.sentences:
        colon = _colon(scene, sentence)
        if colon is None:
            continue
        source = scene.reader.read(sentence.first, NOM, colon)
        quoted = scene.utterance_behind(scene.tokens[colon].end)
        if (
            source is None
            or source.pronoun
            or source.lemma in words().sets["hosts"]
            or _no_speaker(scene, source)
            or not (
                _alone(source, colon)
                or _described(scene, source, colon)
                or (source.name and (quoted is not None or first_person(scene, colon + 1, sentence.stop)))
            )
        ):
            continue
        content = quoted.content if quoted is not None else contents.trimmed((scene.tokens[colon].end, sentence.end))
        mark = scene.tokens[colon]
        if content:
            yield Told(
                (mark.start, mark.end), CueKind.REPORT, source, content, sentence.i, RULE, quoted=quoted is not None
            )


def _no_speaker(scene: Scene, source: Phrase) -> bool:
    """Whether a label is of no speaker: «Материалы по теме:», «Video:», «"Садовое" в осаде: …»."""
    papers = source.name is None and source.body is None and source.lemma in words().sets["documents"]
    body = source.body if not source.lemma else None
    longer = body is not None and body.quoted and body.kind is None and source.last > body.last
    return papers or longer or scene.low(source.first) in words().sets["captions"]


def first_person(scene: Scene, first: int, stop: int) -> bool:
    """Whether somebody tells of himself or herself between two tokens."""
    ours = words().sets["oneself"]
    return any(scene.low(i) in ours for i in range(first, stop))


def _colon(scene: Scene, sentence: Sentence) -> int | None:
    """The first colon of a sentence, where no verb stands before it."""
    for i in range(sentence.first, min(sentence.stop, sentence.first + _LONGEST)):
        token = scene.tokens[i]
        if not scene.free(i) or (token.pos == "VERB" and "VerbForm=Fin" in token.morph):
            return None
        if token.text == ":":
            return i
    return None


def _described(scene: Scene, source: Phrase, colon: int) -> bool:
    """Whether a name is followed by what the person is, up to the colon: «Муким, таксист: …»."""
    between = range(source.last + 1, colon)
    told = any(r.lemma in people().human for i in between for r in readings(scene.tokens[i].text)[:2])
    return source.name is not None and told and scene.low(source.last + 1) == ","


def _alone(source: Phrase, colon: int) -> bool:
    """Whether the phrase reaches to the colon."""
    return source.last + 1 == colon
