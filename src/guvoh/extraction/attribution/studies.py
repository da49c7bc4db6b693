"""Whose "the study" is, told earlier in the text: "An investigation by X was published. The investigation found"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import saying_words, speaker_words
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

_AGAIN = frozenset({"the", "this", "that"})
_STUDIES = saying_words()["studies"]
_PARTS = saying_words()["parts_of_studies"]
_NEAR = 2
_FAR = 8  # mentions further back in which another maker is looked for

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


def makers_before(scene: Scene, study: Phrase, author: Author) -> tuple[Identity, ...]:
    """Who made "the study" of which the text told before, the last first; several where nobody can tell whose it is.

    "X published a study of Y" tells of a new one, which is the one meant. "The report by X" may be another than the
    one that was published before by somebody else.
    """
    found: list[Identity] = []
    passed = 0
    for before, i in _mentions(scene, scene.lower(study.head)):
        maker = _maker(before, i, author)
        new = _is_new(before, i)
        if maker is not None and (new or named_maker(before, maker)) and all(maker is not one for one in found):
            found.append(maker)
        passed += bool(found)
        if (maker is not None and new) or len(found) > 1 or passed > _FAR:
            break
    return tuple(found)


def _mentions(scene: Scene, noun: str) -> Iterator[tuple[Scene, int]]:
    """The sentences before this one that hold a noun, the last first, and the token in them."""
    sentences = scene.annotated.sentences
    for n in range(scene.sentence.i - 1, -1, -1):
        if not sentences[n].parsed or all(t.lower != noun for t in scene.annotated.of(sentences[n])):
            continue
        before = Scene(scene.annotated, sentences[n], scene.quotes)
        yield from ((before, i) for i in range(before.first, before.stop) if before.lower(i) == noun)


def _is_new(scene: Scene, i: int) -> bool:
    """Whether the text tells of a study at token `i` for the first time: "a study", "its new report"."""
    phrase = scene.phrase(i, scene.first, scene.stop)
    return scene.lower(phrase.first) not in _AGAIN and scene.tokens[phrase.first].text.islower()


def _maker(scene: Scene, i: int, author: Author) -> Identity | None:
    """Who made the study at token `i`, where that is told."""
    phrase = scene.phrase(i, scene.first, scene.stop)
    if phrase.head != i or study_of(scene, phrase) is not None:
        return None
    return author(scene, phrase)


def named_maker(scene: Scene, maker: Identity) -> bool:
    """Whether a maker of studies is a body or a person called by name, and no territory."""
    return maker.named and maker.head not in speaker_words(scene.annotated.language)["territories"]
