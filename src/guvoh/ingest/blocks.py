"""What a format gives: blocks of text in reading order, what it knows of the document, and its attachments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guvoh.model import Passage, Role

PARAGRAPH = "\n\n"
LINE = "\n"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, caption, table or line.

    `role` is set where the format's own structure says it; None leaves the choice to segmentation.
    `gap` is the white space that stands before the block in the reading text.
    """

    text: str
    role: Role | None = None
    gap: str = PARAGRAPH
    heading: bool = False

    def as_role(self, role: Role) -> Block:
        """The same block in another role."""
        return replace(self, role=role)


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a document besides its text; `published` is EDTF. None and () mean not stated."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    url: str | None = None

    def filled_from(self, other: Meta) -> Meta:
        """This, with every gap filled from `other`."""
        return Meta(
            self.title or other.title,
            self.publisher or other.publisher,
            self.authors or other.authors,
            self.published or other.published,
            self.language or other.language,
            self.url or other.url,
        )


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document inside a document: a safe file name without any folder, and its bytes."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as its format reads it, before roles are given and the reading text is made."""

    blocks: tuple[Block, ...]
    meta: Meta = Meta()
    attachments: tuple[Attachment, ...] = ()
    problems: tuple[str, ...] = ()


def cut_notice(most: int) -> str:
    """The problem of a text that was cut after `most` characters."""
    return f"The text is longer than {most:,} characters; what follows was not read. Split the file."


def compose(blocks: Sequence[Block]) -> tuple[str, tuple[Passage, ...]]:
    """The reading text of blocks and its passages, one for each block; a block without role is body."""
    parts: list[str] = []
    passages: list[Passage] = []
    length = 0
    for block in blocks:
        text = block.text.strip()
        if not text:
            continue
        gap = block.gap if parts else ""
        parts += (gap, text)
        start = length + len(gap)
        length = start + len(text)
        passages.append(Passage(start, length, block.role or Role.BODY))
    return "".join(parts), tuple(passages)
