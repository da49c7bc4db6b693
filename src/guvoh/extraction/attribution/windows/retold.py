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
    opens = first.report.cue[0] < body[_OPENING - 1].end and first.report.flag != "denial"
    if not opens or not _of_the_news(scene, first) or _own_reporting(scene):
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


def _of_the_news(scene: Scene, voice: Voice) -> bool:
    """Whether an outlet tells the news itself: «X пишет, что …», «об этом пишет X»; no «написала о ценах на хлеб»."""
    cue = voice.report.cue
    here = scene.annotated.at(cue[0])
    tokens = scene.annotated.of(here) if here is not None else ()
    if any(t.lower in words().sets["of_this"] for t in tokens if t.end <= cue[0]):
        return True
    told = max((end for _, end in voice.content), default=0) > cue[1]
    that = any(t.lower == "что" for t in tokens if t.start >= cue[1]) and told
    before = any(start < cue[0] and here is not None and end > here.start for start, end in voice.content)
    return that or before


def _own_reporting(scene: Scene) -> bool:
    """Whether a page tells what its own people did or know: «мы поговорили», «редакция располагает»."""
    own = words().sets["oneself"] | words().sets["newsroom"]
    return any(scene.free(t.i) and (scene.low(t.i) in own or t.lemma in own) for t in scene.tokens)
