"""Find who says what in an annotated document, and through whom it came."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.chains import Attributions
from guvoh.extraction.attribution.dialogues import SPOKEN, dialogue
from guvoh.extraction.attribution.digests import ITEM, digest, of_the_channel
from guvoh.extraction.attribution.entries import ENTRY, MAIL, lent
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import (
    CHAIN_KINDS,
    CueKind,
    Organisations,
    Roles,
    cues,
    organisations,
    roles,
    saying_words,
    singular,
)
from guvoh.extraction.attribution.mistaken_tags import corrected
from guvoh.extraction.attribution.names import Names
from guvoh.extraction.attribution.no_speech import orders_people
from guvoh.extraction.attribution.nominal import NominalRules
from guvoh.extraction.attribution.one_per_cue import one_per_cue
from guvoh.extraction.attribution.orphans import orphans
from guvoh.extraction.attribution.own_voice import addressee, in_first_person, signed_by, speaks_for_itself
from guvoh.extraction.attribution.quotes import paragraphs, quotations
from guvoh.extraction.attribution.quoting import carry
from guvoh.extraction.attribution.relays import credited, signed_by_agency, spoken_to
from guvoh.extraction.attribution.resolution import Resolver
from guvoh.extraction.attribution.rulings import Rulings
from guvoh.extraction.attribution.scene import DEED, HEARD, Report, Scene
from guvoh.extraction.attribution.tellers import met
from guvoh.extraction.attribution.told_before import ToldBefore
from guvoh.extraction.attribution.turns import TURN
from guvoh.extraction.attribution.verbs import VerbRules
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.writers import in_the_singular, writer_of
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import Document, Role, SourceKind, SourceMention, Speech

_SPEAKING_ALONE = saying_words()["speaking_alone"]
_ONE = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother) \w")
_ORDERED = saying_words()["ordered"]


def attribute(annotated: Annotated, document: Document) -> Attributions:
    """The reported speech of `document`: relations, sources, and who says any stretch.

    `annotated` are the document's tokens; sentences left unparsed give names but no speech of their own.
    """
    vocabulary, nouns, bodies = cues(annotated.language), roles(annotated.language), organisations(annotated.language)
    lines = paragraphs(document)
    quotes = quotations(document.text, lines)
    names = Names(annotated, nouns, bodies)
    countries = frozenset(name for row in nationalities(annotated.language) for name in row.countries)
    verbs, phrases = VerbRules(vocabulary, nouns, bodies, names, countries), NominalRules(vocabulary, nouns)
    rulings = Rulings(vocabulary)
    befores = ToldBefore(vocabulary, nouns, rulings)
    scenes: dict[int, Scene] = {}
    reports: list[Report] = []
    tagged = corrected(names)
    for sentence in annotated.sentences:
        if sentence.parsed:
            scene = scenes[sentence.i] = Scene(tagged, sentence, quotes)
            found = one_per_cue(scene, [*verbs.reports(scene), *phrases.reports(scene)])
            reports += befores.reports(scene, found)
    reports = rulings.left_out(scenes, reports)
    reports += orphans(quotes, scenes, reports, lines, nouns)
    reports.sort(key=lambda r: r.cue)
    reports = carry(document.text, lines, quotes, reports)
    resolver = Resolver(names, vocabulary, nouns, bodies)
    own = resolver.register.publisher(document.publisher or signed_by(document, bodies), bodies)
    writer, sheet = _writer(document, own, bodies, nouns, resolver)
    resolver.publisher, resolver.addressee = own or writer, addressee(document)
    voices = [_voice(resolver, scenes[r.sentence], r) for r in reports]
    voices += met(annotated, resolver.persons)
    items = digest(document, resolver.register, nouns)
    voices = [*of_the_channel(voices, items, document.text), *items]
    voices += lent(annotated, document, resolver.register, nouns, sheet=sheet)
    voices = [*voices, *dialogue(document, resolver.persons, nouns, voices)]
    publisher = resolver.register.publisher(own.name, bodies) if own is not None else None
    unasked = [
        *credited(resolver, scenes.values()),
        *signed_by_agency(resolver),
        *_itself(own, document, voices, bodies),
        *([writer] if writer else []),
    ]
    sources = _sources(voices, resolver, unasked)
    people = nouns.human | nouns.collective
    hearsay = vocabulary.words["hearsay_adverbs"]
    return Attributions(annotated, voices, _speeches(voices), sources, publisher, hearsay, people, writer)


def _writer(
    document: Document, own: Identity | None, bodies: Organisations, nouns: Roles, resolver: Resolver
) -> tuple[Identity | None, bool]:
    """Who wrote the document in his, her or its own name, and whether it is a call sheet.

    The body whose letter it is speaks for itself, unless the person who signs it says "I".
    """
    found = writer_of(document, bodies, nouns)
    if found is None or (own is not None and (found.body or not in_the_singular(document))):
        return None, found is not None and found.sheet
    kind = SourceKind.NGO if found.body else SourceKind.PERSON
    known = resolver.register.find(found.name)
    made = Identity(found.name, kind, found.span, found.role, persona=not found.body)
    return known or resolver.register.add(made), found.sheet


def _voice(resolver: Resolver, scene: Scene, report: Report) -> Voice:
    speaker = resolver.speaker(scene, report, report.source) if report.source is not None else None
    through: list[Identity] = []
    if report.relays is not None:
        relay = resolver.relay(scene, report.relays)
        through += [relay] if relay is not None else []
    if report.addressee is not None and report.kind in CHAIN_KINDS and not report.in_quote:
        listener = resolver.listeners.listener(scene, report.addressee)
        through += [listener] if listener is not None else []
    if report.kind in CHAIN_KINDS and not report.in_quote and not through:
        through += spoken_to(resolver, scene, report)
    mention = scene.span(report.source) if report.source is not None else None
    others = tuple(x for x in resolver.others(scene, report.source) if x is not speaker)
    return Voice(report, speaker, tuple(through), report.content, mention, others)


def _speeches(voices: Sequence[Voice]) -> tuple[Speech, ...]:
    return tuple(Speech(v.mention, v.report.cue, v.content) for v in voices)


def _itself(own: Identity | None, document: Document, voices: Sequence[Voice], bodies: Organisations) -> list[Identity]:
    """The publisher as a source, where the page tells of itself: by its name, or as "we"."""
    named = any(v.speaker is own and v.report.kind in CHAIN_KINDS for v in voices)
    released = own is not None and document.publisher is None and speaks_for_itself(own.name, bodies)
    return [own] if own is not None and (named or released or in_first_person(document)) else []


def _sources(voices: Sequence[Voice], resolver: Resolver, others: Sequence[Identity]) -> tuple[SourceMention, ...]:
    """One mention per identity whose words the text reports, in text order; `others` speak without a cue."""
    kept = list(others)
    for voice in voices:
        if voice.report.sentence >= 0 and resolver.names.annotated.sentences[voice.report.sentence].role is Role.TITLE:
            continue
        if voice.report.kind not in CHAIN_KINDS and (not _spoken(voice, resolver) or _country(voice, resolver)):
            continue
        told = [voice.speaker] if voice.speaker is not None and _counts(voice, voices, resolver) else []
        told += voice.others if told else ()
        for who in (*told, *voice.through):
            if all(who is not k for k in kept):
                kept.append(who)
    return tuple(
        SourceMention(k.name, k.kind, *k.span, k.role, k.private, tuple(sorted(k.aliases - {k.name})))
        for k in sorted(kept, key=lambda k: k.span)
    )


def _spoken(voice: Voice, resolver: Resolver) -> bool:
    """Whether a wish or an attitude was put in words: a demand, a condemnation, a fear."""
    who = voice.speaker
    if who is not None and voice.report.rule in (DEED, HEARD):
        known = who.role is not None or who.name in resolver.organisations.by_alias
        known = known or who.name.lower() in resolver.roles.collective
        return known or not who.named or len(who.name.split()) > 1  # "Tashkent summoned the ambassador": no one's words
    if who is None or who.name[:1].isdigit() or not (who.named or resolver.body(who)):
        return False  # "3,100 citizens asked for work"
    start, end = voice.report.cue
    words = resolver.text[start:end].lower()
    if voice.report.kind is CueKind.DIRECTIVE:
        several = who.head != singular(who.head) and singular(who.head) in resolver.roles.human
        if (several and words in _ORDERED) or orders_people(resolver.text[end : end + 12]):
            return False  # "agents told workers to line up", "asked everyone in the queue for"
        return not voice.report.in_quote and not words.split()[0].endswith("ing")
    return words in resolver.cues.words["spoken_attitudes"] and not voice.report.in_quote


def _country(voice: Voice, resolver: Resolver) -> bool:
    """Whether a country wants something: "Qatar expects a million visitors" gives nobody's words."""
    rows = nationalities(resolver.names.annotated.language)
    named = voice.speaker.name.split(" and ") if voice.speaker is not None else ()
    return any(name in row.countries for name in named for row in rows)


def _told_document(who: Identity) -> bool:
    """Whether a document speaks that is more than a bare noun: "the court documents", "a list seen by X"."""
    return who.kind is SourceKind.DOCUMENT and (len(who.name.split()) > 1 or who.head in _SPEAKING_ALONE)


def _label(who: Identity, resolver: Resolver) -> bool:
    """Whether a headline's speaker is a mere label: "NGO", or a capital that stands for its government."""
    if len(who.name.split()) > 1 or who.persona or who.name in resolver.organisations.by_alias:
        return False
    return who.kind not in (SourceKind.OUTLET, SourceKind.AGENCY)


def _somebody(voice: Voice) -> bool:
    """Whether one without a name, whatever noun tells of him, tells it to somebody: "a coach told the paper that"."""
    who = voice.speaker
    told = voice.report.addressee is not None and voice.report.kind in CHAIN_KINDS
    return who is not None and told and who.kind is SourceKind.PERSON and _ONE.match(who.name) is not None


def _counts(voice: Voice, voices: Sequence[Voice], resolver: Resolver) -> bool:
    """Whether the speaker is a source of the document: named, or people or a body that no one else speaks of."""
    who = voice.speaker
    if voice.report.weak and who is not None and _label(who, resolver):
        return False
    if who is None or (who.named and not voice.report.in_quote):
        return who is not None
    known = resolver.people_or_body(who) or _told_document(who) or _somebody(voice)
    if voice.report.weak or not known:
        return False
    if resolver.affected(who):
        return True
    cue = voice.report.cue
    return not any(
        w is not voice
        and w.report.rule not in (TURN, ENTRY, MAIL, SPOKEN, ITEM)
        and w.report.kind in CHAIN_KINDS
        and w.speaker not in (None, who)
        and w.share(*cue) == 1
        for w in voices
    )
