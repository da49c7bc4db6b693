"""Whom a reporting verb addresses: "told the Vestnik daily", "denied to Interfax that"."""

from __future__ import annotations

from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, Cues, Roles, Sense, saying_words, speaker_patterns
from guvoh.extraction.attribution.names import Names
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.extraction.attribution.verb_readings import opens_quote, to_do
from guvoh.model import SourceKind

ADDRESSED = saying_words()["addressed"]
"""Verbs, by their base form, whose object is told."""


class Addressees:
    """Who is told, over one vocabulary and the names of one document."""

    def __init__(self, cues: Cues, roles: Roles, names: Names) -> None:
        self.cues = cues
        self.roles = roles
        self.names = names

    def told(self, scene: Scene, v: int, sense: Sense, hi: int) -> Phrase | None:
        """Whom the verb at `v` tells: its object, or the outlet behind "to"."""
        return self._with_kind(scene, self._addressee(scene, v, sense, hi))

    def _addressee(self, scene: Scene, v: int, sense: Sense, hi: int) -> Phrase | None:
        if sense.base not in ADDRESSED or sense.particle:
            return self._outlet_told(scene, v, sense, hi)
        after = scene.token(v + 1)
        if after is not None and v + 1 < hi and speaker_patterns()["site"].fullmatch(after.text):
            return Phrase(v + 1, v + 1, v + 1)
        if after is not None and after.pos == "NUM" and sense.base == "tell":
            whom = phrase_from(scene, v + 1, hi)  # "told 41 bricklayers not to come"
            return whom if whom is not None and to_do(scene, whom.last + 1) else None
        if (
            after is None
            or v + 1 >= hi
            or (after.pos not in ("PROPN", "NOUN", "DET", "PRON", "ADJ") and after.tag != "PRP$")
        ):
            return None
        if after.lower in self.cues.words["complementisers"] or after.tag == "WP" or after.lower == "that":
            return None
        if after.pos == "PRON" and after.tag != "PRP$":
            return Phrase(v + 1, v + 1, v + 1)
        known = self.names.organisation_at(after.start, min(after.end + 60, scene.tokens[hi - 1].end))
        if known is not None and known[1] - after.start <= 4:
            last = next(i for i in range(v + 1, hi) if scene.tokens[i].end >= known[2])
            wide = phrase_from(scene, v + 1, hi)
            follows = scene.lower(last + 1) in ("'s", "’s") or scene.lower(last + 1) in self.roles.media
            return wide if wide is not None and wide.last > last and follows else Phrase(v + 1, last, last)
        stop = next(
            (i for i in range(v + 1, hi) if (opens_quote(scene, i) and i > v + 3) or scene.lower(i) == "that"),
            hi,
        )
        return phrase_from(scene, v + 1, stop)

    def _with_kind(self, scene: Scene, whom: Phrase | None) -> Phrase | None:
        """An outlet with the noun behind its name, whatever its tag: "told the Vestnik | daily"."""
        if whom is None or scene.tokens[whom.last].pos != "PROPN" or scene.lower(whom.last + 1) not in self.roles.media:
            return whom
        return Phrase(whom.first, whom.last + 1, whom.head)

    def _outlet_told(self, scene: Scene, v: int, sense: Sense, hi: int) -> Phrase | None:
        """The outlet behind "to": "denied to Interfax that", "stated to the portal X that"."""
        if scene.lower(v + 1) != "to" or v + 2 >= hi or sense.particle or sense.kind not in CHAIN_KINDS:
            return None
        whom = phrase_from(scene, v + 2, hi)
        if whom is None or whom.first != v + 2:
            return None
        words = scene.tokens[whom.first : whom.last + 1]
        known = self.names.organisation_at(words[0].start, words[-1].end)
        outlet = known is not None and known[0].kind in (SourceKind.OUTLET, SourceKind.AGENCY)
        named = words[-1].pos == "PROPN" and any(t.lower in self.roles.media for t in words)
        return whom if outlet or named else None
