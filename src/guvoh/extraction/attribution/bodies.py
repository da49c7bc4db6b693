"""Bodies as sources: known outlets, agencies and organisations, and those that a head noun makes out."""

from __future__ import annotations

import re

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.causes import cause_in
from guvoh.extraction.attribution.identities import CHANNELS, Identity, clean
from guvoh.extraction.attribution.initials import introduced, stands_for, written_out
from guvoh.extraction.attribution.kinds_of_bodies import kind_of, kind_of_name
from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import (
    Organisation,
    saying_words,
    singular,
)
from guvoh.extraction.attribution.named_in_text import NamedBodies
from guvoh.extraction.attribution.names import NameRun
from guvoh.extraction.attribution.names_in_marks import name_in_marks, title_behind
from guvoh.extraction.attribution.one_office import of_another_place
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import SourceKind, Span

_NO_NAMES = frozenset({"a", "an", "one", "another"})
_MANY = saying_words()["many_media"]
_NUMBERED = re.compile(r"(?:^| )(?P<noun>[a-z]+) (?P<name>\d+[-.]?[A-Za-z][\w.-]*)$")
"""A name that begins with a number behind its noun: "the news site 74-Info"."""
_OF_PLACE = re.compile(r" of (?:the )?[A-Z]")


class Bodies(NamedBodies):
    """The outlets, agencies, ministries and organisations of one document."""

    def body(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The body that the phrase names, or None."""
        start, end = scene.span(phrase)
        known = self.names.organisation_at(start, end)
        head = scene.lower(phrase.head)
        listed = self._listed(scene, phrase, known) if known is not None else None
        if listed is not None:
            return listed
        cause = cause_in(scene.text, start, end) if known is None else None
        if cause is not None and cause[0] <= scene.tokens[phrase.head].start < cause[1]:
            return self.named(clean(scene.text[slice(*cause)]), SourceKind.NGO, cause)
        whole = self._written_out(scene.words(phrase)) if known is None and phrase.first == phrase.last else None
        if whole is not None:
            return whole
        named = self._named_in(scene, phrase)
        words = clean(scene.text[start:end])
        kind = kind_of(scene, phrase, self.roles, self.organisations) or self._kind_told(scene, named)
        kind = kind or self._kind_by_initials(scene, phrase, words)
        owned = scene.tokens[phrase.first].tag == "PRP$"  # "His embassy" names none
        capitals = [w for w in words.split()[owned:] if w[:1].isupper()]
        at = scene.tokens[phrase.head].text == head and scene.lower(phrase.head + 1) == "at"  # "a guard at X prison"
        one = head in self.roles.human and (at or all(w.lower() in _NO_NAMES for w in capitals))  # "A guard"
        if kind is None or one or not capitals:
            return None
        if named is None:
            return self.named(words, kind, (start, end))
        span = (scene.tokens[named].start, end)
        return self.named(clean(scene.text[slice(*span)]), kind, span)

    def _kind_by_initials(self, scene: Scene, phrase: Phrase, words: str) -> SourceKind | None:
        """What a name is whose initials stand behind it in brackets: a body, whatever its words."""
        name, _, short = words.partition(" (")
        inside = scene.token(phrase.last + 2) if scene.lower(phrase.last + 1) == "(" else None
        return self._by_initials(short.rstrip(")") or (inside.text if inside is not None else ""), name)

    def _by_initials(self, initials: str, name: str) -> SourceKind | None:
        """The kind of a body of several words by its initials; none for a rank: "Station House Officer (SHO)"."""
        words = name.lower().split()
        rank = bool(words) and words[-1] in self.roles.human
        return SourceKind.NGO if len(words) > 1 and not rank and stands_for(initials, name) else None

    def _named_in(self, scene: Scene, phrase: Phrase) -> int | None:
        """Where the name begins that ends a phrase, behind a noun that tells what it is: "the rights group | X (Y)"."""
        if phrase.head < phrase.last and singular(scene.lower(phrase.head)) in self.roles.human:
            return None  # "an activist with the group X"
        behind = (i for i in range(phrase.last, phrase.first, -1) if scene.tokens[i - 1].text.islower())
        return next((i for i in behind if scene.tokens[i].text[:1].isupper() and self._names(scene, i, phrase)), None)

    def _kind_told(self, scene: Scene, name: int | None) -> SourceKind | None:
        """The kind that the nouns before a name tell: "the news agency X"."""
        if name is None:
            return None
        heads, noun = self.organisations.heads, scene.lower(name - 1)
        return heads.get(f"{scene.lower(name - 2)} {noun}") or heads.get(noun)

    def _names(self, scene: Scene, i: int, phrase: Phrase) -> bool:
        """Whether a name runs from token `i` to the end of the phrase, behind a noun that tells what body it is."""
        rest = scene.tokens[i : phrase.last + 1]
        runs = all(t.text[:1].isupper() or t.pos in ("ADP", "CCONJ", "DET", "PUNCT") for t in rest)
        return runs and self._tells_what(scene.tokens[i - 1])

    def _listed(self, scene: Scene, phrase: Phrase, known: tuple[Organisation, int, int]) -> Identity | None:
        """The body that a phrase with the name of a known one names: that one, or a part of it."""
        body, at, stop = known
        start, end = scene.span(phrase)
        head = scene.lower(phrase.head)
        within = at <= scene.tokens[phrase.head].start < stop  # "Crew" of its name
        if not within and {head, singular(head)} & self.roles.human:
            return None
        heads = head in self.organisations.heads
        owner = heads and scene.tokens[phrase.head].text[:1].isupper()
        whole = owner and re.search(r"\bof (?:the )?$", scene.text[start:at])  # "Main Directorate of the MVD"
        part = heads and stop < end and scene.lower(phrase.head + 1) == "for"  # "FSB department for X"
        placed = body.kind in CHANNELS and _OF_PLACE.match(scene.text, stop, end)  # "The Times | of India"
        region = body.kind is SourceKind.OFFICIAL and of_another_place(body, scene.text[stop:end])
        if whole or part or placed or region:
            return self.named(clean(scene.text[start:end]), body.kind, (start, end))
        if head not in self.documents:
            return self._known(scene, known, start, end)
        # "data from Rosstat": the body whose document it is
        return self._known(scene, known, at, stop) if stop >= end - 3 else None

    def called_by_initials(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The body whose initials the whole phrase is, where the text goes on to introduce them with its name."""
        if phrase.first < phrase.last:
            return self._numbered(scene, phrase)
        words = scene.words(phrase)
        return self._written_out(words) if f" ({words})" in self.names.text and words else None

    def _numbered(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The outlet or group whose name begins with a number, behind its noun: "the news site 74-Info"."""
        numbered = _NUMBERED.search(scene.words(phrase))
        kind = self.organisations.heads.get(numbered["noun"]) if numbered is not None else None
        if numbered is None or kind not in (*CHANNELS, SourceKind.NGO) or kind is None:
            return None
        begin = scene.tokens[phrase.first].start + numbered.start("name")
        return self.named(numbered["name"], kind, (begin, begin + len(numbered["name"])))

    def _written_out(self, initials: str) -> Identity | None:
        """The body whose name of a head noun the text writes out, where it is called by its initials.

        A headline may call it so above the line that introduces it: "RWI: …", then "Rights Watch International (RWI)".
        """
        known = self.register.find(initials)
        if known is not None:
            short = f"({initials})" in known.name or (initials.isupper() and initials in known.aliases)
            return known if short and not known.persona else None
        if initials not in self._spelled:
            text = self.names.text
            self._spelled[initials] = introduced(initials, text) or written_out(initials, text)
        whole = self._spelled[initials]
        name = clean(self.names.text[slice(*whole)]) if whole is not None else ""
        kind = kind_of_name(name, self.organisations)
        kind = kind or self._by_initials(initials, name.partition(" (")[0])  # "Réseau Alerte Désert (RAD)"
        if whole is None or kind is None:
            return None
        found = self.named(name, kind, whole)
        self.register.alias(found, initials)
        return found

    def beside_generic(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """A name beside a common noun that tells what it is: "the rights group X", "the X portal"."""
        heads = self.organisations.heads
        styled = self._self_styled(scene.lower(phrase.head), scene.tokens[phrase.head].start)
        if styled is not None and not any(
            t.text[:1].isupper() for t in scene.tokens[phrase.first + 1 : phrase.last + 1]
        ):
            kind = heads.get(scene.lower(phrase.head), SourceKind.NGO)
            return self.named(scene.text[slice(*styled)], kind, styled)
        marked = name_in_marks(scene, phrase, self.roles, self.organisations)
        if marked is not None and self.names.organisation_at(*marked[0]) is None:
            span, noun = marked
            return self.named(scene.text[slice(*span)], heads.get(noun, SourceKind.NGO), span)
        behind = self._named_behind(scene, phrase)
        if behind is not None:
            return self.named(scene.text[slice(*behind)], heads.get(scene.lower(phrase.head), SourceKind.NGO), behind)
        run = self.names.run_at(phrase.first, phrase.last)
        if run is not None and run.first == run.last == scene.first and scene.tokens[run.first].pos != "PROPN":
            return None  # "Local media" at the head of a sentence
        if run is None or self.names.organisation_at(*scene.span(phrase)) is not None:
            return None
        opens = scene.lower(run.first - 1) in MARKS  # "the project “Open Door”"
        last = phrase.last - (opens and scene.lower(phrase.last) in MARKS)
        before = scene.token(run.first - 1 - opens) if run.first - opens > phrase.first else None
        after = scene.token(run.last + 1) if run.last < last else None
        beside = before if run.last == last else after if run.last + 1 == last else None
        if beside is None or not beside.text.islower() or not self._tells_what(beside):
            return None
        if beside is after and (beside.lower not in self.roles.media or beside.lower in _MANY):
            return None  # "Central Asian media" are no outlet of the name
        if beside is before and beside.lower in self.roles.human:
            return None  # "immigration attorney Beth Orozco" is no body
        if beside is after and self._of_a_nation(run):
            return None  # nor is "Azerbaijani television"
        if scene.tokens[phrase.head].pos == "PROPN" and not run.first <= phrase.head <= run.last:
            return None  # "Gulnora R. of the hotline X"
        links = {scene.lower(i) for i in range(phrase.head + 1, run.first)}
        if scene.lower(phrase.head) in self.roles.human and links & {"with", "from"}:
            return None  # "an activist with the group X"
        span = (scene.tokens[run.first].start, scene.tokens[run.last].end)
        return self.named(clean(scene.text[slice(*span)]), heads.get(beside.lower, SourceKind.NGO), span)

    def _of_a_nation(self, run: NameRun) -> bool:
        """Whether capitals only tell of which nation something is: "Tajik", "Central Asian"."""
        rows = nationalities(self.names.annotated.language)
        return run.first == run.last and any(self.names.words(run) in row.adjectives for row in rows)

    def _named_behind(self, scene: Scene, phrase: Phrase) -> Span | None:
        """A title behind a common noun, whatever its words: "the project I Want To Live", "the outlet It's Perm"."""
        noun = scene.tokens[phrase.head]
        if not noun.text.islower() or noun.tag not in ("NN", "JJ", "RB") or not self._tells_what(noun):
            return None
        title = title_behind(scene, noun)
        return None if title is None or self.names.organisation_at(*title) is not None else title

    def apposed(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The name between commas after a noun that tells what body it is: "her organisation, Legal Corridor,"."""
        comma = phrase.last + 1
        of_all = scene.lower(phrase.head + 1) == "of" and scene.tokens[phrase.head].pos in ("ADJ", "VERB", "NUM")
        what = scene.lower(phrase.last) if of_all else scene.lower(phrase.head)
        told = singular(what) in self.organisations.heads or self._tells_what(scene.tokens[phrase.head])
        if scene.lower(comma) != "," or not told:
            return None
        first = comma + 1 + (scene.lower(comma + 1) == "the")
        run = self.names.run_at(first, min(first + 8, scene.stop - 1), first)
        if run is None or run.first != first or scene.lower(run.last + 1) not in (",", "."):
            return None
        span = (scene.tokens[run.first].start, scene.tokens[run.last].end)
        known = self.names.organisation_at(*span)
        kind = self.organisations.heads.get(singular(what), SourceKind.NGO)
        return (
            self._known(scene, known, *span) if known is not None else self.named(scene.text[slice(*span)], kind, span)
        )

    def told_behind(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """A name said to be a body's behind a comma: "Medical Aid, the charity whose complaint", "X, a group that"."""
        words = scene.tokens[phrase.first : phrase.last + 1]
        begin = phrase.last + 2
        if scene.lower(begin - 1) != "," or scene.lower(begin) not in ("a", "an", "the"):
            return None
        if not all(t.text[:1].isupper() or t.pos in ("ADP", "DET") for t in words) or words[-1].pos != "PROPN":
            return None
        told = phrase_from(scene, begin, scene.stop)
        kind = self.organisations.heads.get(scene.lower(told.head)) if told is not None else None
        if kind is None or told is None or told.last != told.head or self.names.organisation_at(*scene.span(phrase)):
            return None
        return self.named(clean(scene.words(phrase)), kind, scene.span(phrase))

    def _tells_what(self, noun: Token) -> bool:
        """Whether a common noun beside a name tells what body it is: "the rights group X", "the consultancy X"."""
        of_news = noun.lower == "agency"
        return (
            of_news
            or noun.lower in self.organisations.heads
            or (noun.pos == "NOUN" and noun.lower in self.roles.collective)
        )
