"""The bodies that a text names, each entered once: by its name or a listed one, and the last before an offset."""

from __future__ import annotations

import re
from functools import cached_property

from guvoh.extraction.attribution.identities import CHANNELS, Identity, Register, clean, part_of
from guvoh.extraction.attribution.kinds_of_bodies import kind_of_name
from guvoh.extraction.attribution.lexicon import Cues, Organisation, Organisations, Roles, speaker_patterns
from guvoh.extraction.attribution.names import Names
from guvoh.extraction.attribution.one_office import Office, office, same_office
from guvoh.extraction.attribution.scene import Scene
from guvoh.extraction.attribution.self_styled import brought_up, self_styled, still_meant
from guvoh.model import SourceKind, Span

_ABBREVIATION = re.compile(r"\(([A-ZА-ЯЁ][\w/-]{1,12})\)$")
_NAME = re.compile(r"(?<!\w)[A-Z][\w’'.-]*(?: (?:(?:of|for|and|on|in|against) (?:the )?)?[A-Z][\w’'-]*)+")
_BEHIND_NOUN = re.compile(r"\b(?P<noun>[a-z]{4,}) (?P<name>[A-Z][\w’'-]*(?:(?: na| po| pro)? [A-Z0-9][\w’'-]*)*)")
"""A name behind a noun in lower case: "the Telegram channel Mash na Volge"."""

_IN_MARKS = r"[“«\"‘'](?P<name>[A-Z][\w’'-]*(?: [\w’'-]+){0,5})[”»\"’'](?!\w)"
"""A name in quotation marks, whatever its words."""
_OF_OUR_NATION = re.compile(r"^(?:the )?(?:U\.S\.|US|U\.K\.|UK|EU|UN) ")


class NamedBodies:
    """The outlets, agencies, ministries and organisations that one document names."""

    def __init__(
        self, names: Names, cues: Cues, roles: Roles, organisations: Organisations, register: Register
    ) -> None:
        self.names = names
        self.documents = cues.words["documents"]
        self.roles = roles
        self.organisations = organisations
        self.register = register
        self._styled = self_styled(names.text)
        self._new = {noun: brought_up(noun, names.text) for noun in self._styled}
        self._spelled: dict[str, Span | None] = {}
        """Where the text writes out the initials met so far: looked for once, as the text may be long."""

    @cached_property
    def _offices(self) -> frozenset[Office]:
        """The offices of states that the text names."""
        language = self.names.annotated.language
        names = {clean(match.group()) for match in _NAME.finditer(self.names.text)}
        return frozenset(found for name in names if (found := office(name, language)) is not None)

    def _self_styled(self, noun: str, at: int) -> Span | None:
        """Where the name stands that the group gives itself which a common noun means at an offset."""
        span = self._styled.get(noun)
        return span if span is not None and still_meant(span, at, self._new[noun]) else None

    def mentioned(self, head: str, before: int) -> Identity | None:
        """The body last named before an offset whose name holds `head`: "the organisation" after "X Organization"."""
        marked = list(re.finditer(rf"\b{re.escape(head)} {_IN_MARKS}", self.names.text[:before]))
        if marked:
            kind = self.organisations.heads.get(head, SourceKind.NGO)
            return self.named(clean(marked[-1]["name"]), kind, marked[-1].span("name"))
        words = {head, head.replace("isation", "ization")}
        for match in reversed(list(_NAME.finditer(self.names.text, 0, before))):
            name = clean(match.group())
            if words & set(name.lower().split()) and len(name.split()) > 1:
                kind = self.organisations.heads.get(head, SourceKind.NGO)
                return self.named(name, kind, match.span())
        return None

    def beside(self, noun: str, before: int) -> Identity | None:
        """The one body that a text names right behind its noun before an offset: "the channel | Mash"; None for two."""
        found = {clean(m["name"]): m for m in _BEHIND_NOUN.finditer(self.names.text, 0, before) if m["noun"] == noun}
        if len(found) != 1:
            return None
        [(name, match)] = found.items()
        return self.named(name, self.organisations.heads.get(noun, SourceKind.OUTLET), match.span("name"))

    def last_named(self, start: int, end: int) -> Identity | None:
        """The body last named in a stretch of the text, by a known name or a head noun in capitals."""
        known = self.names.bodies_in(start, end)
        for match in reversed(list(_NAME.finditer(self.names.text, start, end))):
            words = clean(match.group())
            kind = kind_of_name(words, self.organisations)
            if kind is not None and kind not in CHANNELS and len(words.split()) > 1:
                return self.named(words, kind, match.span())
            if match.span() in known and (body := self.organisations.by_alias.get(words)) and body.kind not in CHANNELS:
                return self._known_at(body, match.span())
        return None

    def _known(self, scene: Scene, known: tuple[Organisation, int, int], start: int, end: int) -> Identity:
        body, at, stop = known
        if re.match(r"['’]s\s+\S", scene.text[stop:end]):  # "RFE/RL's Kazakh service" is a body of its own
            return self.named(clean(scene.text[start:end]), body.kind, (start, end))
        return self._known_at(body, (at, stop))

    def _known_at(self, body: Organisation, place: Span) -> Identity:
        at, stop = place
        found = self.register.find(body.name)
        if found is None:
            printed = self.names.fullest(body)
            found = self.register.add(Identity(printed, body.kind, (at, stop)), body.name)
            self.register.alias(found, body.name)
        self.register.alias(found, self.names.text[at:stop])
        behind = speaker_patterns()["short_name"].match(self.names.text, stop)
        if behind is not None:
            self.register.alias(found, behind["said"] or behind["short"])
        return found

    def named(self, words: str, kind: SourceKind, span: Span) -> Identity:
        """The identity of a body called `words`; an abbreviation in parentheses becomes its other name."""
        short = _ABBREVIATION.search(words)
        bare = words[: short.start()].strip() if short else words
        found = self.register.find(words, bare)
        listed = self.organisations.by_alias.get(_OF_OUR_NATION.sub("", bare)) if found is None else None
        if listed is not None and listed.name != bare:
            return self._known_at(listed, span)
        found = found or same_office(bare, self.register.all, self._offices, self.names.annotated.language)
        if found is None:
            same = (x for x in self.register.all if not x.persona and x.named and part_of(bare, x.name))
            found = next(same, None)
        if found is None:
            aliases = {bare, short[1]} if short else set()
            behind = speaker_patterns()["short_name"].match(self.names.text, span[1])
            aliases |= {behind["said"] or behind["short"]} if behind else set()
            return self.register.add(Identity(words, kind, span, aliases=aliases))
        self.register.alias(found, bare)
        return found
