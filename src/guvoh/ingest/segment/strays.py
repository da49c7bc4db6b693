"""Paragraphs of other pages that stand alone in an article: a headline, a last word on other news, an author's box."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from guvoh.ingest.blocks import Block
from guvoh.ingest.clean import folded
from guvoh.ingest.metadata.names import byline_names
from guvoh.ingest.segment.patterns import Patterns
from guvoh.ingest.segment.sections import Roles
from guvoh.ingest.segment.shape import (
    ends_sentence,
    is_bulleted,
    is_headline,
    reads_on,
    sentences,
    share_of_words_in,
    stems_of,
    words,
)
from guvoh.model import TELLING_ROLES, Role

_HEADLINE_WORDS = range(6, 26)
_MOST_SHARED = 0.3  # of a headline's words that the article uses too
_BELOW = 3  # paragraphs below a heading that would speak of what it names
_MOST_SHARED_BELOW = 0.2
_MOST_SHARED_LAST = 0.15
_QUOTATION = re.compile(r"[“«\"„‘][^“”«»\"„]+[”»\"“’]")
_STEM = 4  # letters by which a name is known in another case
_FEWEST_WORDS = 4  # of a sentence
_LONGEST_BOX = 500
_NEAR_BYLINE = 3  # paragraphs from a by-line to its author's box
_BEHIND_NAME = 60  # characters
_DOUBLED_WITHIN = 3


def mark_strays(blocks: Sequence[Block], roles: Roles, title: int | None, p: Patterns) -> None:
    """Give the furniture role, in place, to what the page puts alone between or below the article's paragraphs.

    What the format itself calls a heading stays.
    """
    texts = [block.text for block in blocks]
    wording = _Wording(texts, roles)
    _mark_author_boxes(texts, roles, p)
    _mark_doubled_headlines(texts, roles, title)
    headlines = [at for at in _headlines(texts, roles, title) if not blocks[at].heading]
    _mark_headlines(texts, roles, headlines, wording)
    last = _last_word(texts, roles, p)
    if last is not None and _is_elsewhere(texts[last], last, wording, p):
        roles[last] = Role.FURNITURE


class _Wording:
    """The longer words of an article, counted once and only where a paragraph has to be compared with the rest."""

    def __init__(self, texts: Sequence[str], roles: Roles) -> None:
        self.texts = texts
        self.told = [at for at, role in enumerate(roles) if role is None or role in TELLING_ROLES]

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many paragraphs each stem stands."""
        return Counter(stem for at in self.told for stem in stems_of(self.texts[at]))

    def share(self, at: int) -> float:
        """The share of a paragraph's longer words that the rest of the article uses too."""
        others = frozenset(stem for stem in stems_of(self.texts[at]) if self.counts[stem] > 1)
        return share_of_words_in(self.texts[at], others)

    def rest(self, at: int) -> str:
        """The article without a paragraph, in small letters."""
        return " ".join(self.texts[i] for i in self.told if i != at).casefold()


def _mark_author_boxes(texts: Sequence[str], roles: Roles, p: Patterns) -> None:
    """Beside a by-line, or below all else, a paragraph on the author's work is no part of it."""
    signed = [(at, name) for at, text in enumerate(texts) for name in byline_names(text, p)]
    running = [at for at, role in enumerate(roles) if role is None]
    for at, name in signed:
        beside = range(at + 1, min(at + 1 + _NEAR_BYLINE, len(texts)))
        for i in (*beside, *running[-_NEAR_BYLINE:]):
            parts = name.split() if i in beside else name.split()[-1:]
            if roles[i] is None and len(texts[i]) <= _LONGEST_BOX and _is_box(texts[i], name, parts, p):
                roles[i] = Role.FURNITURE


def _is_box(text: str, name: str, parts: Sequence[str], p: Patterns) -> bool:
    """Whether a paragraph says of its author what authors do, behind the name or a part of it that opens a sentence.

    Elsewhere a part of a name may be another word: "Since May police …".
    """
    opening = "|".join(map(re.escape, parts))
    named = re.compile(rf"\b{re.escape(name)}\b|(?:^|[.!?] )(?:{opening})\b")
    return any(p.author_box.search(text, at.end(), at.end() + _BEHIND_NAME) for at in named.finditer(text))


def _mark_doubled_headlines(texts: Sequence[str], roles: Roles, title: int | None) -> None:
    """A headline that a list of links right below prints again is the link's picture."""
    for at, text in enumerate(texts):
        if roles[at] is not None or at == title or not _is_bare(text):
            continue
        below = range(at + 1, min(at + 1 + _DOUBLED_WITHIN, len(texts)))
        if any(roles[i] is Role.FURNITURE and folded(texts[i]) == folded(text) for i in below):
            roles[at] = Role.FURNITURE


def _headlines(texts: Sequence[str], roles: Roles, title: int | None) -> list[int]:
    """The lines between two paragraphs that may be a headline of another page, or a heading of this one."""
    found = []
    for at in range((title or 0) + 2, len(texts) - 1):
        between = roles[at] is None and reads_on(texts[at - 1]) and reads_on(texts[at + 1])
        if (
            between
            and not texts[at - 1].rstrip().endswith(":")
            and _is_bare(texts[at])
            and not _is_quotation(texts[at])
        ):
            found += [at] if len(words(texts[at])) in _HEADLINE_WORDS else []
    return found


def _mark_headlines(texts: Sequence[str], roles: Roles, headlines: Sequence[int], wording: _Wording) -> None:
    """A headline of whose words neither the paragraphs below nor the article make use is of another page."""
    for at in headlines:
        below = stems_of(" ".join(texts[at + 1 : at + 1 + _BELOW]))
        if share_of_words_in(texts[at], below) < _MOST_SHARED_BELOW and wording.share(at) < _MOST_SHARED:
            roles[at] = Role.FURNITURE


def _is_bare(text: str) -> bool:
    return is_headline(text) and not ends_sentence(text) and not is_bulleted(text) and not text[:1].islower()


def _is_quotation(text: str) -> bool:
    return _QUOTATION.fullmatch(text) is not None


def _last_word(texts: Sequence[str], roles: Roles, p: Patterns) -> int | None:
    """The last paragraph, when it is one sentence that opens as a pointer to other news does."""
    told = (at for at in range(len(texts) - 1, 0, -1) if roles[at] is None and ends_sentence(texts[at]))
    last = next((at for at in told if len(words(texts[at])) >= _FEWEST_WORDS), None)
    if last is None or sentences(texts[last]) != 1 or not p.last_word.match(texts[last]):
        return None
    return last


def _is_elsewhere(text: str, at: int, wording: _Wording, p: Patterns) -> bool:
    """Whether a paragraph tells of places of its own, and in words that the article does not use."""
    places = p.elsewhere.findall(text)
    rest = wording.rest(at)
    new = all(place.casefold()[:_STEM] not in rest for place in places)
    return bool(places) and new and wording.share(at) < _MOST_SHARED_LAST
