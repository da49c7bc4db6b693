"""The outlets and organisations that were told something, and published it."""

from __future__ import annotations

import re

from guvoh.extraction.attribution.bodies import Bodies
from guvoh.extraction.attribution.identities import CHANNELS, Identity, clean
from guvoh.extraction.attribution.lexicon import saying_words, speaker_patterns
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.model import SourceKind

_HEARERS = saying_words()["hearers"]
_AIR = frozenset({"air", "airwaves"})
_BY = frozenset({"by", "over", "via"})
_EDITORS = saying_words()["editors_of"]
_HEAD, _HEAD_LINE = 500, 100  # characters in which a page is headed, and of a line there


class Listeners:
    """Who was told, by the bodies of one document."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies = bodies

    def listener(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The outlet or organisation that was told: it collected the words. None for any other listener."""
        if scene.tokens[phrase.head].pos == "PRON" or scene.lower(phrase.head) in _HEARERS:
            return None
        if scene.lower(phrase.first) == "this" and scene.lower(phrase.head) in self.bodies.roles.media:
            return None  # "told this newspaper": the page's own
        if scene.lower(phrase.head) in self.bodies.roles.media and scene.lower(phrase.head + 1) in _BY:
            phrase = Phrase(phrase.first, phrase.head, phrase.head)  # "told the paper | by telephone"
        if scene.lower(phrase.head) in _EDITORS and scene.lower(phrase.head + 1) == "of":
            outlet = phrase_from(scene, phrase.head + 2, scene.stop)  # "told the editorial office of Radio Ozodi"
            return self.listener(scene, outlet) if outlet is not None and _titled(scene, outlet) else None
        found = self.bodies.beside_generic(scene, phrase) or self.bodies.body(scene, phrase)
        if found is not None and found.kind is SourceKind.OFFICIAL:
            return None  # "told the court": it hears, and publishes nothing
        if found is None and scene.lower(phrase.head) in self.bodies.roles.media:
            if scene.lower(phrase.first) == "the" and phrase.last - phrase.first == 1:
                known = reversed(self.bodies.register.all)
                found = next((x for x in known if x.kind in CHANNELS), None)
            return found or self.bodies.named(clean(scene.words(phrase)), SourceKind.OUTLET, scene.span(phrase))
        own = found is None and self._heads_page(scene, phrase)
        if own or (found is None and _titled(scene, phrase) and self._unknown(phrase)):
            return self.bodies.named(clean(scene.words(phrase)), SourceKind.OUTLET, scene.span(phrase))
        return found

    def outlet(self, scene: Scene, begin: int) -> Identity | None:
        """The outlet that a phrase such as "in an interview with" names from token `begin` on."""
        on_air = scene.lower(begin + 1) in _AIR and scene.lower(begin + 2) in ("of", "on")
        phrase = phrase_from(scene, begin + 3 * on_air, scene.stop)
        if phrase is None or scene.tokens[phrase.head].pos == "PRON" or scene.lower(phrase.first) in ("our", "my"):
            return None
        found = self.listener(scene, phrase)
        return found if found is not None and found.kind in CHANNELS else None

    def _heads_page(self, scene: Scene, phrase: Phrase) -> bool:
        """Whether the name stands by itself in a line under the title: "By Anna Lee, Ground Level"."""
        name = re.escape(clean(scene.words(phrase)))
        lines = [line for line in scene.text[:_HEAD].splitlines()[1:6] if len(line) < _HEAD_LINE]
        return any(re.search(rf"(?:^|, |\| ?){name}(?:,| ?[|(–—]|$)", line.strip()) for line in lines)

    def _unknown(self, phrase: Phrase) -> bool:
        """Whether the phrase names something told that is no person of the text: one capitalised word, or "the X Y"."""
        tokens, roles = self.bodies.names.tokens, self.bodies.roles
        first = phrase.first + (tokens[phrase.first].lower == "the")
        words = [t.text for t in tokens[first : phrase.last + 1]]
        if len(words) == 3 and words[1] == "-":
            words = ["".join(words)]  # "SIB-Info"
        if len(words) == 1 and speaker_patterns()["site"].fullmatch(words[0]):
            return True
        if not words or not all(w[:1].isupper() or w[1:2].isupper() for w in words):
            return False
        personal = words[-1] in self.bodies.names.by_surname or words[0].lower() in roles.given
        titled = any(w.lower() in roles.human or w.lower().rstrip(".") in roles.titles for w in words)
        return not personal and not titled and (len(words) == 1 or first > phrase.first)


def _titled(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase begins with a capital or is a site's address."""
    head = scene.tokens[phrase.head].text
    return head[:1].isupper() or speaker_patterns()["site"].fullmatch(head) is not None
