"""Who says what in a text whose sentences are not parsed, in the shapes of `attribute`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.chains import Attributions, Chain
from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, organisations
from guvoh.extraction.attribution.quotes import paragraphs
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.windows.lexicon import plain, words
from guvoh.extraction.attribution.windows.listening import Listening
from guvoh.extraction.attribution.windows.own_page import publisher_of, speaks_of_itself
from guvoh.extraction.attribution.windows.scene import Scene
from guvoh.model import Document, Role, SourceMention, Speech


@dataclass(frozen=True)
class Heard:
    """The reported speech of one document: `speeches`, `sources`, and who says a stretch (`chain`)."""

    speeches: tuple[Speech, ...]
    sources: tuple[SourceMention, ...]
    _annotated: Annotated
    _said: Attributions

    def chain(self, start: int, end: int) -> Chain:
        """Who says `text[start:end]`: the innermost speech over it, else the publisher."""
        found = self._said.chain(start, end)
        if found.hearsay or not self._distanced(start, end):
            return found
        return Chain(
            found.links, found.cue, hearsay=True, why=f"{found.why}; “якобы” keeps its distance", denial=found.denial
        )

    def _distanced(self, start: int, end: int) -> bool:
        """Whether a word of hearsay stands in the stretch or in its sentence right before it."""
        sentence = self._annotated.at(start)
        if sentence is None:
            return False
        adverbs = words().sets["hearsay_adverbs"]
        return any(
            plain(t.text) in adverbs and start - 30 < t.end and t.start < max(end, start + 1)
            for t in self._annotated.of(sentence)
        )


def attribute_windows(text: Annotated, document: Document) -> Heard:
    """The reported speech of `document`, read from its words without a parse."""
    bodies = organisations(text.language)
    lines = paragraphs(document)
    scene = Scene(text, lines)
    whose = publisher_of(document, scene)
    listening = Listening(scene, lines, whose)
    voices = listening.voices()
    register: Register = listening.register
    publisher = register.publisher(whose, bodies)
    speeches = tuple(Speech(v.mention, v.report.cue, v.content) for v in voices)
    # The rules by which an English page goes on with a speaker ask for parsed sentences: here they get none to read.
    bare = Annotated(text.text, (), (), text.language)
    said = Attributions(bare, voices, speeches, (), publisher)
    own = [publisher] if publisher is not None and speaks_of_itself(scene) else []
    return Heard(speeches, _sources(text, voices, publisher, own), text, said)


def _wishes(voice: Voice) -> bool:
    """Whether a body or somebody known by name wants something: «МИД рекомендовал», no «участковые требовали»."""
    who = voice.speaker
    return who is not None and (not who.persona or (who.named and not who.private))


def _counts(voice: Voice, voices: Sequence[Voice]) -> bool:
    """Whether the speaker is a source of the page: named, or one whom no one else quotes."""
    who = voice.speaker
    if who is None or who.named:
        return True
    cue = voice.report.cue
    return not any(w is not voice and w.speaker is not who and w.share(*cue) == 1 for w in voices)


def _sources(
    text: Annotated, voices: Sequence[Voice], publisher: Identity | None, others: Sequence[Identity]
) -> tuple[SourceMention, ...]:
    """One mention per identity whose words the text reports, in text order; `others` speak without a cue."""
    kept: list[Identity] = [*others]
    own = {publisher.name.casefold(), *(a.casefold() for a in publisher.aliases)} if publisher is not None else set()
    for voice in voices:
        report: Report = voice.report
        if report.kind not in CHAIN_KINDS and not _wishes(voice):
            continue
        if text.sentences[report.sentence].role is Role.TITLE or not _counts(voice, voices):
            continue
        for who in (voice.speaker, *voice.others, *voice.through):
            if who is not None and all(who is not k for k in kept) and who.name.casefold() not in own:
                kept.append(who)
    return tuple(
        SourceMention(k.name, k.kind, *k.span, k.role, k.private, tuple(sorted(k.aliases - {k.name})))
        for k in sorted(kept, key=lambda k: k.span)
    )
