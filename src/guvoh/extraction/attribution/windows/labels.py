"""Speakers whom no verb tells: «Сурайё Каримова, продавщица: «…»», «МВД: задержаны 40 человек»."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.windows.content import Contents
from guvoh.extraction.attribution.windows.lexicon import people, words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.readings import NOM, lemmas, readings
from guvoh.extraction.attribution.windows.scene import DASHES, Scene, Told
from guvoh.model import Role, SourceKind

_LONGEST = 18
_SIGNED = 8  # tokens of a body behind a dash, and the dash
_SIGNING = frozenset({SourceKind.OFFICIAL, SourceKind.NGO, SourceKind.AGENCY, SourceKind.OUTLET})
SIGNED = "“… — X” without a verb"
RULE = "“X: …” without a verb"


def labelled(scene: Scene) -> Iterator[Told]:
    """What stands behind a colon, where words without a verb before it name who says it."""
    contents = Contents(scene)
    yield from _signed(scene, contents)
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


def _signed(scene: Scene, contents: Contents) -> Iterator[Told]:
    """Sentences that a body closes behind a dash: «На границе развернули 40 человек — МВД республики»."""
    for sentence in scene.annotated.sentences:
        if sentence.role is Role.TITLE:
            continue
        stop = sentence.stop - (scene.low(sentence.stop - 1) == ".")
        dashes = (i for i in range(max(sentence.first, stop - _SIGNED), stop - 1) if scene.low(i) in DASHES)
        dash = next((i for i in dashes if scene.free(i)), None)
        source = scene.reader.read(dash + 1, NOM, stop) if dash is not None else None
        if dash is None or source is None or source.last != stop - 1 or source.name is not None:
            continue
        if _puts_off(scene, sentence.first, dash):
            continue
        told = scene.tokens[sentence.first : dash]
        official = source.body is not None and source.body.kind in _SIGNING
        if official and any(t.pos == "VERB" for t in told):
            content = contents.trimmed((sentence.start, scene.tokens[dash].start))
            mark = scene.tokens[dash]
            yield Told((mark.start, mark.end), CueKind.REPORT, source, content, sentence.i, SIGNED, goes_on=False)


def _puts_off(scene: Scene, first: int, dash: int) -> bool:
    """Whether a dash names the doer whom words before it tell of: «стоит одно ведомство — МВД»."""
    listed = words().sets["put_off"]
    return any(scene.low(i) in listed or lemmas(scene.tokens[i].text) & listed for i in range(first, dash))


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
