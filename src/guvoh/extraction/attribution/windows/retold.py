"""A piece that retells one outlet: what it tells without a cue is that outlet's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guvoh.extraction.attribution.identities import CHANNELS
from guvoh.extraction.attribution.lexicon import speaker_patterns
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.windows.lexicon import words
from guvoh.extraction.attribution.windows.scene import Scene
from guvoh.model import Role, SourceKind

_OPENING = 3  # sentences within which a piece tells whom it retells


def retold(scene: Scene, voices: Sequence[Voice]) -> list[Voice]:
    """The voices; the only outlet, where a piece opens with it, has every sentence that nobody tells."""
    body = [s for s in scene.annotated.sentences if s.role in (Role.LEAD, Role.BODY)]
    outlets = {id(v.speaker): v for v in reversed(voices) if v.speaker is not None and v.speaker.kind in CHANNELS}
    others = [w for v in voices for w in v.through if w.kind is not SourceKind.PUBLISHER and id(w) not in outlets]
    if len(outlets) != 1 or others or len(body) <= _OPENING:
        return list(voices)
    (first,) = outlets.values()
    if first.report.cue[0] >= body[_OPENING - 1].end or first.report.flag == "denial":
        return list(voices)
    aside = speaker_patterns("ru")["aside"]
    spans, told = [], True
    for k, sentence in enumerate(body):
        opens = k == 0 or "\n" in scene.annotated.text[body[k - 1].end : sentence.start]
        if opens:
            told = scene.low(sentence.first) not in words().sets["own_voice"]
        heard = any(v.share(sentence.start, sentence.end) or v.report.sentence == sentence.i for v in voices)
        heard = heard or aside.match(scene.annotated.text, sentence.start) is not None
        if sentence.start > first.report.cue[1] and told and not heard:
            spans.append((sentence.start, sentence.end))
    longer = replace(first, content=(*first.content, *spans))
    return [longer if v is first else v for v in voices]
