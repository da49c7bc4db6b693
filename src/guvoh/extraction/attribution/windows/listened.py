"""Outlets that stand beside a source because they were told, and are none themselves."""

from __future__ import annotations

from guvoh.extraction.attribution.identities import CHANNELS
from guvoh.extraction.attribution.windows.lexicon import people
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.readings import DAT, LOC, NOM
from guvoh.extraction.attribution.windows.scene import Scene
from guvoh.model import SourceKind


def past_listener(scene: Scene, found: Phrase, hi: int) -> Phrase:
    """Who stands behind an agency that was told: «сообщил РИА Новости источник в полиции»."""
    body = found.body
    if body is None or found.lemma or not (DAT in body.cases or body.quoted or body.kind in CHANNELS):
        return found
    behind = scene.reader.read(found.last + 1, NOM, hi)
    return behind if behind is not None and behind.lemma in people().human else found


def without_listener(scene: Scene, found: Phrase | None) -> Phrase | None:
    """The phrase without the outlet behind it that was told: «в главке МВД | ТАСС сказали»."""
    if found is None:
        return None
    inner = (scene.bodies.get(i) for i in range(found.first + 1, found.last + 1))
    told = next((b for b in inner if b is not None and b.last == found.last and DAT in b.cases), None)
    outlet = told is not None and (
        told.kind in CHANNELS
        or (told.kind is None and told.quoted)
        or (told.kind is SourceKind.NGO and told != found.body and found.lemma in people().state)
    )
    return scene.reader.read(found.first, LOC, told.first) if told is not None and outlet else found
