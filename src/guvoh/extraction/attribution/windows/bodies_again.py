"""Bodies meant by a noun alone: one that the text brought up under it, or the one that spoke last."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.readings import NOM, lemmas
from guvoh.model import SourceKind


def brought_up(reader: PhraseReader, register: Register, noun: str, at: int) -> Identity | None:
    """The body in quotation marks that a noun told of before a character: "ассоциация «Гёч»" for «ассоциация»."""
    tokens = reader.tokens
    named = [b for b in reader.bodies.values() if b.first and tokens[b.first].start < at and b.quoted]
    body = next((b for b in reversed(named) if noun in lemmas(tokens[b.first - 1].text)), None)
    if body is None:
        return None
    span = (tokens[body.first].start, tokens[body.last].end)
    kind = body.kind or reader.heads.get(noun, SourceKind.NGO)
    return register.find(body.name) or register.add(Identity(body.name, kind, span, head=noun))


def state_before(reader: PhraseReader, register: Register, at: int) -> Identity | None:
    """The public body named last before a character, heard or not: "Минтруд предложил …, сообщили в ведомстве"."""
    tokens = reader.tokens
    named = [b for b in reader.bodies.values() if b.kind is SourceKind.OFFICIAL and tokens[b.first].start < at]
    last = max(named, key=lambda body: body.first, default=None)
    if last is None:
        return None
    span = (tokens[last.first].start, tokens[last.last].end)
    return register.find(last.name) or register.add(Identity(last.name, SourceKind.OFFICIAL, span))


def state_opening(reader: PhraseReader, register: Register, text: Annotated, at: int) -> Identity | None:
    """The public body that opens the sentence before, in the same paragraph: "СК возбудил дело. Ведомство сообщило"."""
    here = text.at(at)
    if here is None or here.i == 0:
        return None
    before = text.sentences[here.i - 1]
    body = reader.bodies.get(before.first)
    if body is None or body.kind is not SourceKind.OFFICIAL or NOM not in body.cases:
        return None
    if "\n" in text.text[before.end : here.start]:
        return None
    span = (reader.tokens[body.first].start, reader.tokens[body.last].end)
    return register.find(body.name) or register.add(Identity(body.name, SourceKind.OFFICIAL, span))


def last_helper(before: Sequence[Identity]) -> Identity | None:
    """The body other than an outlet that spoke last: «агентство» for a body of the United Nations."""
    return next((w for w in reversed(before) if w.kind not in (SourceKind.OUTLET, SourceKind.AGENCY)), None)


def words_of(who: Identity) -> frozenset[str]:
    """The lemmas of every word of somebody's names."""
    return frozenset(lemma for name in (who.name, *who.aliases) for word in name.split() for lemma in lemmas(word))
