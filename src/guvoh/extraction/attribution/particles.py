"""Where the particle of a reporting verb stands: "called for", "told us of", "spoke on its channel, that day, of"."""

from __future__ import annotations

from guvoh.extraction.attribution.figures_told import number_at
from guvoh.extraction.attribution.lexicon import Sense, saying_words
from guvoh.extraction.attribution.scene import TIME_WORDS, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

_CHANNELS = saying_words()["channels"]
_NEAR = 4
_PARTED = 16
"""Tokens by which a particle may stand apart from its verb."""


def particle_end(scene: Scene, v: int, sense: Sense) -> int | None:
    """How many tokens after the verb the particle ends; 0 without one, None when it is missing."""
    if not sense.particle:
        return 0
    want = list(sense.particle)
    if want[-1] == "on" and (scene.lower(v + 2) in TIME_WORDS or scene.lower(v + 2)[:1].isdigit()):
        return None
    if want == ["on"] and sense.base.startswith("report") and _names_channel(scene, v + 2):
        return None  # "the police reported on their website"
    if [scene.lower(v + 1 + n) for n in range(len(want))] == want:
        return len(want)
    if (
        len(want) == 1
        and want[0] in ("out", "for", "to")
        and scene.lower(v + 2) == want[0]
        and scene.tokens[v + 1].pos in ("ADV", "PRON")
    ):
        return 2
    apart = _particle_apart(scene, v, sense)
    if apart is not None:
        return apart
    if sense.base == "tell" and want in (["of"], ["about"]) and scene.lower(v + 2) == want[0]:
        return 2  # "told us of"
    if want in (["of"], ["about"]) and scene.lower(v + 1) == "to" and scene.lower(v + 3) == want[0]:
        return 3  # "spoke to us of"
    return None


def _names_channel(scene: Scene, i: int) -> bool:
    """Whether what stands from token `i` on is where something was published: "its website", "Telegram"."""
    near = [scene.lower(n) for n in range(i, min(scene.stop, i + _NEAR))]
    return bool(_CHANNELS.intersection(near[: near.index(".")] if "." in near else near))


def _particle_apart(scene: Scene, v: int, sense: Sense) -> int | None:
    """Where a particle stands apart: "spoke on its channel, that day, of nine", "asked the prosecutor for a check"."""
    want = sense.particle[0]
    after = scene.token(v + 1)
    if sense.base == "ask" and want == "for" and after is not None and after.pos in ("DET", "PROPN"):
        whom = phrase_from(scene, v + 1, scene.stop)
        at = next((i for i in range(v + 2, whom.last + 2) if scene.lower(i) == "for"), None) if whom else None
        return at - v if at is not None else None
    if sense.base != "speak" or want not in ("of", "about"):
        return None
    for i in range(v + 2, min(scene.stop, v + _PARTED)):
        if scene.lower(i) == want and scene.lower(i - 1) == ",":
            return i - v if number_at(scene, i + 1) else None
        if scene.finite(i, i + 1):
            return None
    return None
