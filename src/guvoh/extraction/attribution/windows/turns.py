"""The turns of a conversation set out by names: «Рахимова: Нас насчитали триста»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.windows.lexicon import plain, words
from guvoh.extraction.attribution.windows.scene import Scene
from guvoh.extraction.attribution.windows.speakers import Speakers
from guvoh.model import Span

_LABEL = re.compile(r"(?P<who>[А-ЯЁA-Z][\w.-]*(?: [А-ЯЁA-Z][\w.-]*){0,2}): (?=\S)")
_FEWEST = 2
TURN = "“Имя: …”, a turn of a conversation"


def turns(scene: Scene, lines: Sequence[Span], speakers: Speakers) -> Iterator[Voice]:
    """The voices of lines that open with a name and a colon, where one name opens two or more; hosts are the page."""
    text = scene.annotated.text
    opens = [(end, match) for start, end in lines if (match := _LABEL.match(text, start, end))]
    often = Counter(match["who"] for _, match in opens)
    if not any(times >= _FEWEST for times in often.values()):
        return
    for end, match in opens:
        hosting = plain(match["who"]) in words().sets["hosts"]
        who = None if hosting else speakers.labelled(match["who"], match.span("who"))
        sentence = scene.annotated.at(match.start())
        if who is not None and sentence is not None:
            told = (match.end(), end)
            report = Report(match.span("who"), CueKind.REPORT, None, (told,), sentence.i, TURN)
            yield Voice(report, who, (), (told,), match.span("who"))
