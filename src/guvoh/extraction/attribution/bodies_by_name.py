"""Where a text names bodies that the vocabulary lists."""

from __future__ import annotations

import re

from guvoh.extraction.attribution.lexicon import Organisation, Organisations, speaker_patterns
from guvoh.model import Span

_NEXT_CAPITAL = re.compile(r" ([A-Z]\w+)")
_SIDED = speaker_patterns()["sided"]
_OWNING = speaker_patterns()["owning"]
_PREFIX = 6
"""Characters that its longest prefix may have."""


class BodiesByName:
    """The known bodies that one text names."""

    def __init__(self, text: str, organisations: Organisations) -> None:
        self.text = text
        self.organisations = organisations

    def organisation_at(self, start: int, end: int) -> tuple[Organisation, int, int] | None:
        """The longest known body whose name stands within `text[start:end]`, with its place; the first of equals."""
        best: tuple[Organisation, int, int] | None = None
        for match in re.finditer(r"\w+", self.text[start:end]):
            at = start + match.start()
            for alias in self.organisations.first_words.get(match.group(), ()):
                if self._stands(alias, at, end) and (best is None or len(alias) > best[2] - best[1]):
                    best = (self.organisations.by_alias[alias], at, at + len(alias))
                    break
        return best

    def bodies_in(self, start: int, end: int) -> list[Span]:
        """Where known bodies are named in `text[start:end]`, none inside another."""
        out: list[Span] = []
        for match in self.organisations.openings.finditer(self.text, start, end):
            at = match.start()
            if out and at < out[-1][1]:
                continue
            for alias in self.organisations.first_words.get(match.group(), ()):
                if self._stands(alias, at, end):
                    out.append((at, at + len(alias)))
                    break
        return out

    def fullest(self, body: Organisation) -> str:
        """The longest name by which the text calls a known body, "IOM" rather than "UN migration agency"."""
        used = [n for n in (body.name, *body.aliases) if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", self.text)]
        return max(used, key=lambda n: (not _describes(n), len(n)), default=body.name)

    def _stands(self, alias: str, at: int, end: int) -> bool:
        offset = at - len(alias) + len(alias.lstrip("«“")) if alias[0] in "«“" else at
        if not self.text.startswith(alias, offset):
            return False
        stop = offset + len(alias)
        if stop > end or self.text[stop : stop + 1].isalnum():
            return False
        if _SIDED.search(self.text, max(0, offset - _PREFIX), offset) is not None:
            return False  # "The pro-Kremlin channel"
        if _OWNING.match(self.text, stop) is not None:
            return False  # "the Kremlin-run news agency Tass"
        longer = _NEXT_CAPITAL.match(self.text, stop)  # "Civic Assistance Desk" is not "Civic Assistance"
        return longer is None or longer[1].lower() not in self.organisations.heads


def _describes(name: str) -> bool:
    """Whether a body's name ends in a common noun, as "UN refugee agency" does."""
    return " " in name and name.isascii() and name.rsplit(maxsplit=1)[-1].islower()
