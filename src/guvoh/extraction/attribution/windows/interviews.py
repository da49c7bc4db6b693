"""Interviews whose questions stand in paragraphs of their own, and accounts under a line that names who tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.windows.labels import first_person
from guvoh.extraction.attribution.windows.readings import NOM
from guvoh.extraction.attribution.windows.scene import Scene
from guvoh.extraction.attribution.windows.speakers import Speakers
from guvoh.model import Role, Span

ANSWER = "an answer in an interview"
ACCOUNT = "an account under the name of who gives it"
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST, _LONGEST_QUESTION, _LONGEST_NAME = 2, 240, 90


def interview(scene: Scene, lines: Sequence[Span], speakers: Speakers) -> Iterator[Voice]:
    """The answers between questions that stand alone: the person named last before the first question gives them."""
    text = scene.annotated.text
    asked = [n for n in range(1, len(lines)) if _question(scene, lines[n])]
    if len(asked) < _FEWEST:
        return
    who = speakers.person_before(lines[asked[0]][0])
    if who is None:
        return
    for n in range(asked[0] + 1, len(lines)):
        spoken = any(u.start < lines[n][1] and lines[n][0] < u.end for u in scene.spoken)
        if n not in asked and not spoken and text[lines[n][0]].isalpha():
            yield from _told(scene, who, lines[n], (lines[n][0], lines[n][0] + 1), ANSWER)


def accounts(scene: Scene, lines: Sequence[Span], speakers: Speakers) -> Iterator[Voice]:
    """What is told in the first person below a line that holds a name and no sentence: «Азиз, 34 года, строитель»."""
    who, label = None, (0, 0)
    for n, line in enumerate(lines):
        tokens = scene.annotated.between(*line)
        if not tokens:
            continue
        named = _named_line(scene, line) if n else None
        if named is not None:
            who, label = speakers.named_at(named), line
        elif who is not None and first_person(scene, tokens[0].i, tokens[-1].i + 1):
            yield from _told(scene, who, line, label, ACCOUNT)
        else:
            who = None


def _question(scene: Scene, line: Span) -> bool:
    text = scene.annotated.text[slice(*line)]
    sentence = scene.annotated.at(line[0])
    titled = sentence is not None and sentence.role is Role.TITLE
    return text.endswith("?") and len(text) <= _LONGEST_QUESTION and text[0].isalpha() and not titled


def _named_line(scene: Scene, line: Span) -> int | None:
    """The token at which a line names a person and says no more than who that is."""
    tokens = scene.annotated.between(*line)
    if line[1] - line[0] > _LONGEST_NAME or any("VerbForm=Fin" in t.morph for t in tokens):
        return None
    found = scene.reader.read(tokens[0].i, NOM, tokens[-1].i + 1)
    byline = any(t.i in scene.in_body for t in tokens) or any(_YEAR.fullmatch(t.text) for t in tokens)
    closes = scene.annotated.text[line[1] - 1] not in ".!?:;»"
    return tokens[0].i if found is not None and found.name is not None and closes and not byline else None


def _told(scene: Scene, who: Identity, told: Span, cue: Span, rule: str) -> Iterator[Voice]:
    sentence = scene.annotated.at(told[0])
    if sentence is not None:
        yield Voice(Report(cue, CueKind.REPORT, None, (told,), sentence.i, rule), who, (), (told,), None)
