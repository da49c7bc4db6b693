"""Rules that find a voice for a sentence, tried one after the other."""

from __future__ import annotations

from collections.abc import Callable

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.voices import Voice

Ways = tuple[tuple[Callable[[Sentence], Voice | None], str], ...]
"""Rules that find a voice for a sentence, each with its reason in words."""


def first_of(sentence: Sentence, ways: Ways) -> tuple[Voice, str] | None:
    """What the first of the rules finds that finds a speaker, with the reason."""
    for look, why in ways:
        voice = look(sentence)
        if voice is not None and voice.speaker is not None:
            return voice, why.format(voice.speaker.name)
    return None
