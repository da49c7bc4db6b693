"""Whose "the study" is, told earlier in the text: "An investigation by X was published. The investigation found"."""

from __future__ import annotations

from collections.abc import Callable

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import saying_words, speaker_words
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

_AGAIN = frozenset({"the", "this", "that"})
_STUDIES = saying_words()["studies"]
_PARTS = saying_words()["parts_of_studies"]
_NEAR = 2

Author = Callable[[Scene, Phrase], Identity | None]
"""Whose document a phrase with its maker is: "a study by X"."""


def study_of(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The words "the study", alone or in "data of the study", "the authors of the report"; else None."""
    if scene.lower(phrase.head) in _STUDIES:
        bare = phrase.last == phrase.head and phrase.head - phrase.first in (1, _NEAR)
        plain = all(scene.tokens[i].text.islower() for i in range(phrase.first + 1, phrase.head))
        return phrase if bare and plain and scene.lower(phrase.first) in _AGAIN else None
    if scene.lower(phrase.head) not in _PARTS or scene.lower(phrase.head + 1) not in ("of", "from"):
        return None
    whole = phrase_from(scene, phrase.head + 2, scene.stop)
    return study_of(scene, whole) if whole is not None and whole.first == phrase.head + 2 else None


def made_before(scene: Scene, study: Phrase, author: Author) -> Identity | None:
    """Who made "the study" of which the text told before, last where it told who: "X published a study of"."""
    noun = scene.lower(study.head)
    sentences = scene.annotated.sentences
    for n in range(scene.sentence.i - 1, -1, -1):
        if not sentences[n].parsed or all(t.lower != noun for t in scene.annotated.of(sentences[n])):
            continue
        before = Scene(scene.annotated, sentences[n], scene.quotes)
        for i in range(before.first, before.stop):
            found = _maker(before, i, author) if before.lower(i) == noun else None
            if found is not None:
                return found
    return None


def _maker(scene: Scene, i: int, author: Author) -> Identity | None:
    """Who made the study at token `i`; a body or a person called by name."""
    phrase = scene.phrase(i, scene.first, scene.stop)
    if phrase.head != i or study_of(scene, phrase) is not None:
        return None
    found = author(scene, phrase)
    territories = speaker_words(scene.annotated.language)["territories"]
    return found if found is not None and found.named and found.head not in territories else None
