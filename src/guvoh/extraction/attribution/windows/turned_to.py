"""Whom people turned to tells of it: «К юристу Жуку обратились 30 семей», «в «Мемориал» обратились»."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.readings import DAT, readings
from guvoh.extraction.attribution.windows.scene import Scene, Told
from guvoh.model import SourceKind

_VERBS = frozenset({"обратиться", "обращаться"})
RULE = "“обратились к X”: whom people turned to tells of it"


def turned_to(scene: Scene) -> Iterator[Told]:
    """Who is turned to by a number of people, where it is a person by name or an organisation that helps."""
    for token in scene.tokens:
        if not scene.free(token.i) or not any(r.lemma in _VERBS and r.pos == "VERB" for r in readings(token.text)[:2]):
            continue
        lo, hi = scene.around(token.i)
        source = next((s for i in range(lo, hi) if (s := _whom(scene, i, hi)) is not None), None)
        if source is None or not any(scene.tokens[i].pos == "NUM" for i in range(lo, hi)):
            continue
        content = ((scene.tokens[lo].start, scene.tokens[hi - 1].end),)
        yield Told((token.start, token.end), CueKind.REPORT, source, content, token.sent, RULE, goes_on=False)


def _whom(scene: Scene, i: int, hi: int) -> Phrase | None:
    """Who stands behind «к», «ко» or «в» at token `i`."""
    if scene.low(i) in ("к", "ко"):
        found = scene.reader.read(i + 1, DAT, hi)
        return found if found is not None and (found.name is not None or _helps(scene, found)) else None
    if scene.low(i) in ("в", "во"):
        found = scene.reader.read(i + 1, "accs", hi)
        return found if found is not None and _helps(scene, found) else None
    return None


def _helps(scene: Scene, found: Phrase) -> bool:
    kind = found.body.kind if found.body is not None else scene.reader.heads.get(found.lemma)
    return kind is SourceKind.NGO
