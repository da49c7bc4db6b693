"""Whoever tells what the own body counted says it: "It has recorded 118 cases, its coordinator said"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.lexicon import (
    CHAIN_KINDS,
    organisations,
    roles,
    saying_words,
    speaker_words,
    words_of,
)
from guvoh.extraction.attribution.own_work import answers_for_office
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.vocabulary.load import nationalities

_COUNTED = saying_words()["counted"]
_FORESEES = saying_words()["foresees"]
_FOUND, _CAUGHT = saying_words()["found_out"], saying_words()["caught"]
_LEARNED = saying_words()["learned"]
_OWN_BODIES = saying_words()["own_bodies"]
_BODY_PRONOUNS = frozenset({"it", "they"})
_ITS_PEOPLE = frozenset({"his", "her", "its"})
_ITS = frozenset({"its", "their"})
_CROWDS = saying_words()["crowds"]
_STEM = 6
"""Letters by which a body and its office are known to belong together: the consulate and its consul."""


def tells(other: Report, report: Report) -> bool:
    """Whether the cue of `report` stands in what `other` reports."""
    return other.kind in CHAIN_KINDS and any(s <= report.cue[0] < e for s, e in other.content)


def own_count(scene: Scene, report: Report, others: Sequence[Report]) -> bool:
    """Whether the body of `report` counted it and one of its own people, the source of one of `others`, tells so."""
    source = report.source
    if source is None or scene.lower(report.trigger) not in _COUNTED | _FORESEES:
        return False
    known = scene.lower(source.head) in _BODY_PRONOUNS or scene.lower(source.first) in _ITS_PEOPLE
    return any(o is not report and _staff_tells(scene, o, report, source, known=known) for o in others)


def _staff_tells(scene: Scene, other: Report, report: Report, body: Phrase, *, known: bool) -> bool:
    """Whether a person tells what a body counted that is called no more than "it" (`known`), or the person's own."""
    source = other.source
    if source is None or not tells(other, report):
        return False
    human = roles(scene.annotated.language).human
    told = {scene.lower(i) for i in range(source.first, source.last + 1)}
    if known:
        return bool(told & human) or scene.lower(source.head) in ("he", "she")
    return _in_office(scene, told) and _of_body(scene, source, body)


def _in_office(scene: Scene, told: AbstractSet[str]) -> bool:
    """Whether one told of in such words has an office: a lawyer who names a service in passing is none of its own."""
    language = scene.annotated.language
    return not told.isdisjoint(roles(language).official | speaker_words(language)["in_office"])


def _of_body(scene: Scene, person: Phrase, body: Phrase) -> bool:
    """Whether an office is of the body: "its field officer", "deputy minister" of a ministry."""
    if scene.lower(person.first) in _ITS:
        return True
    words = {t.lower for t in scene.tokens[body.first : body.last + 1]}
    stems = {word[:_STEM] for word in words if len(word) >= _STEM}
    bodies = organisations(scene.annotated.language).heads
    shared = False
    for t in scene.tokens[person.first : person.last + 1]:
        before = scene.tokens[t.i - 1]
        if t.lower in _of_countries(scene.annotated.language) and t.lower not in words:
            return False  # "the Uzbek consul" of no Kyrgyz consulate
        if t.lower in bodies and t.i > person.first and before.pos != "DET" and before.lower not in words:
            return False  # "Interior Ministry spokesman"
        shared = shared or t.lower[:_STEM] in stems
    return shared


@cache
def _of_countries(language: str) -> frozenset[str]:
    """The adjectives of all countries, in lower case."""
    return frozenset(word.lower() for row in nationalities(language) for word in row.adjectives)


def found_out(annotated: Annotated, voice: Voice, over: Sequence[Voice]) -> bool:
    """Whether an official tells what his or her own office found, or whom some body caught; or a quotation tells it.

    "He said that the department had found that"; what a court or a commission found stays its finding.
    """
    cue = annotated.text[slice(*voice.report.cue)].lower()
    if voice.mention is None or voice.speaker is None:
        return False
    if voice.report.in_quote and not voice.speaker.named and cue in _LEARNED | _COUNTED:
        return True  # “Our consul learned that 40 were held,” the embassy's note reads
    if cue not in _FOUND | _CAUGHT | _COUNTED or voice.speaker.persona:
        return False
    body = annotated.text[slice(*voice.mention)]
    if not body.islower():
        return False
    words = set(body.split())
    own = cue in _CAUGHT or bool(_OWN_BODIES & words)
    stems = {word[:_STEM] for word in words if len(word) >= _STEM}
    persons = (v for v in over if v.speaker is not None and v.speaker.persona and v.share(*voice.report.cue) == 1)
    return any(
        (own and answers_for_office(v.speaker, annotated.language))
        or not stems.isdisjoint(word[:_STEM] for word in words_of(v.speaker.role or ""))
        for v in persons
        if v.speaker is not None
    )


def counted_crowd(voice: Voice) -> bool:
    """Whether it is people whom somebody else counted: "2,612 citizens complained that", no "three of the women".

    They end with what they said: whoever counted them goes on, or the page.
    """
    who = voice.speaker
    if who is None or voice.through or (who.persona and not who.plural):
        return False
    first = who.name.split()[0].lower()
    counted = first[:1].isdigit() and not who.named
    return counted or first.partition("-")[0] in _CROWDS
