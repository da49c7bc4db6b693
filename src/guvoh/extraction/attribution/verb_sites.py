"""Where a verb that may be a cue stands: its reach, its source and its content clause."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.extraction.attribution.lexicon import CueKind, Sense
from guvoh.extraction.attribution.scene import Phrase, Scene

QUOTING_KINDS = frozenset({CueKind.REPORT, CueKind.OPINION, CueKind.DIRECTIVE})
"""Kinds of cue that stand in a parenthesis beside what is said."""


@dataclass(frozen=True, slots=True)
class Site:
    """A verb that may be a cue.

    `lo..hi` is the token range it reigns over, `start` the first token of its verb group, `after` the token
    after it with its particle, an inverted source and the addressee; `begin` the token at which a content
    clause begins, None when none does.
    """

    v: int
    lo: int
    hi: int
    start: int
    source: Phrase
    inverted: bool
    after: int
    begin: int | None
    sense: Sense

    @property
    def clause(self) -> int:
        """The first token of source and verb group."""
        return min(self.source.first, self.start) if self.source.head < self.v else self.start

    def relative(self, scene: Scene) -> bool:
        """Whether the source is the pronoun of a relative clause, which tells nothing of what stands before it."""
        return not self.inverted and scene.lower(self.source.head) in ("who", "which", "that")

    def left_end(self, scene: Scene) -> int:
        """The token after what stands before the parenthesis; "as X reports" begins at its "as"."""
        return self.clause - (scene.lower(self.clause - 1) == "as")
