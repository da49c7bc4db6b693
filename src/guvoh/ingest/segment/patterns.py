"""The patterns of page furniture, captions and letters: one data file per language, all languages at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from guvoh.ingest.segment.shape import ends_sentence, is_tag_run

Pattern = re.Pattern[str]

LONGEST_LINE = 400  # characters of a line that may be matched as a whole
LONGEST_PART = 1_500  # characters of a paragraph that are searched
LONGEST_CAPTION = 800
_LONGEST_HEADING = 240
_LONGEST_CREDIT = 200
_LABEL = 40  # characters within which a label ends ("Photo: …")


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled patterns. Those of lines match whole lines, the others somewhere in a paragraph."""

    furniture: Pattern
    terminal: Pattern
    inline: Pattern
    comments: Pattern
    comments_maybe: Pattern
    comment_signs: Pattern
    ago: Pattern
    credit: Pattern
    site_note: Pattern
    appeal: Pattern
    telling: Pattern
    announces: Pattern
    numerals: tuple[str, ...]
    demands: Pattern
    asks: Pattern
    ourselves: Pattern
    author_box: Pattern
    last_word: Pattern
    elsewhere: Pattern
    furniture_heads: Pattern
    furniture_parts: tuple[Pattern, ...]
    caption_words: tuple[str, ...]
    caption_end: Pattern
    caption_any: Pattern
    quoted: Pattern
    salutation: Pattern
    closing: Pattern
    reference: Pattern
    enclosure: Pattern
    bylines: tuple[Pattern, ...]
    own_edition: tuple[Pattern, ...]
    credit_names: tuple[Pattern, ...]
    subjects: tuple[Pattern, ...]
    title_words: frozenset[str]
    organisation_words: frozenset[str]
    unit_words: frozenset[str]

    def line(self, pattern: Pattern, text: str) -> bool:
        """Whether `pattern` matches all of `text`, which must be one line of bearable length."""
        return len(text) <= LONGEST_LINE and pattern.fullmatch(text) is not None

    def heading(self, pattern: Pattern, text: str) -> bool:
        """Whether `pattern` matches all of `text`, a line that may head a list: shorter than most paragraphs."""
        return len(text) <= _LONGEST_HEADING and pattern.fullmatch(text) is not None

    def opens_list(self, text: str) -> bool:
        """Whether a line heads a list of other pages, below an article or inside it; a sentence never does."""
        if text.endswith((".", "!")) and not text.endswith("..") and ":" not in text:
            return False
        if text[:1] + text[-1:] in ("[]", "()"):
            text = text[1:-1].strip()
        return self.heading(self.terminal, text) or self.heading(self.inline, text)

    def is_furniture(self, text: str) -> bool:
        """Whether a line or paragraph belongs to the page rather than to what it says."""
        if self._tells(text):
            return False
        if self.line(self.furniture, text) or is_tag_run(text):
            return True
        small = text[:LONGEST_PART].lower()
        return self.furniture_heads.match(small) is not None or any(part.search(small) for part in self.furniture_parts)

    def _tells(self, text: str) -> bool:
        """Whether a sentence, with no label before it, tells of people or gives somebody's words."""
        plain = ends_sentence(text) and ":" not in text[:_LABEL]
        return plain and self.telling.search(text[:LONGEST_PART]) is not None

    def is_credit(self, text: str) -> bool:
        """Whether a line tells whose a picture is."""
        return self.heading(self.credit, text)

    def is_site_note(self, text: str) -> bool:
        """Whether a paragraph below an article tells of its site, publisher or author, or asks for money."""
        return len(text) <= LONGEST_LINE and self.site_note.search(text) is not None and not self._tells(text)

    def is_caption(self, text: str) -> bool:
        """Whether a paragraph is a caption: what a picture shows, with its credit or as a screenshot and the like."""
        if len(text) > LONGEST_CAPTION or len(text.split()) < 6:
            return False
        small = text.lower()
        if not any(word in small for word in self.caption_words):
            return False
        end = max(0, len(text) - _LONGEST_CREDIT)
        return self.caption_end.search(text, end) is not None or self.caption_any.search(text) is not None


def _union(patterns: Iterable[str]) -> Pattern:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined or r"(?!)", re.IGNORECASE)


@cache
def patterns() -> Patterns:
    """The patterns of every language that has a data file."""
    folder = files("guvoh.ingest.segment") / "data"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    tables = [tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in names]

    def of(section: str, key: str) -> list[Any]:
        return [value for table in tables for value in table[section].get(key, [])]

    def each(section: str, key: str, flags: int = re.IGNORECASE) -> tuple[Pattern, ...]:
        return tuple(re.compile(value, flags) for value in of(section, key))

    lines = (
        "furniture",
        "terminal",
        "inline",
        "comments",
        "comments_maybe",
        "comment_signs",
        "ago",
        "credit",
        "appeal",
    )
    return Patterns(
        **{key: _union(of("line", key)) for key in lines},
        furniture_heads=_union(part for part in of("part", "furniture") if part.startswith("^")),
        furniture_parts=tuple(re.compile(part) for part in of("part", "furniture") if not part.startswith("^")),
        site_note=_union(of("part", "site_note")),
        telling=_union(of("part", "telling")),
        announces=_union(of("part", "announces")),
        demands=_union(of("part", "demands")),
        numerals=tuple("|".join(each) for each in zip(*(t["part"]["numerals"] for t in tables), strict=True)),
        asks=_union(of("part", "asks")),
        ourselves=_union(of("part", "ourselves")),
        author_box=_union(of("part", "author_box")),
        last_word=_union(of("part", "last_word")),
        elsewhere=re.compile("|".join(of("part", "elsewhere"))),
        caption_words=tuple(of("part", "caption_words")),
        caption_end=_union(of("part", "caption_end")),
        caption_any=_union(of("part", "caption_any")),
        quoted=_union(of("mail", "quoted")),
        salutation=_union(of("letter", "salutation")),
        closing=_union(of("letter", "closing")),
        reference=_union(of("letter", "reference")),
        enclosure=_union(of("letter", "enclosure")),
        bylines=each("line", "byline"),
        own_edition=each("part", "own_edition"),
        credit_names=each("part", "credit_names", 0),
        subjects=each("letter", "subject"),
        title_words=frozenset(of("letter", "title_words")),
        organisation_words=frozenset(of("letter", "organisation_words")),
        unit_words=frozenset(of("letter", "unit_words")),
    )
