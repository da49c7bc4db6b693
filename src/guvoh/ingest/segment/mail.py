"""Quoted and forwarded stretches of a mail: what others wrote, below an intro line or behind angle brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from guvoh.ingest.blocks import Block
from guvoh.ingest.clean import clean
from guvoh.ingest.segment.lines import joined, wrap_width
from guvoh.ingest.segment.patterns import patterns
from guvoh.model import Role

_MARK = re.compile(r"^(?:> ?)+")
_HEADER = re.compile(
    r"(from|sent|to|cc|bcc|subject|date|от|отправлено|кому|копия|тема|дата) ?: ?.{0,200}", re.IGNORECASE
)
_SIGNATURE = "--"


def mail_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a mail's plain text; what stands behind angle brackets has the role quote, without them."""
    lines = [line.rstrip() for line in clean(text).split("\n")]
    bare = [_MARK.sub("", line) for line in lines]
    width = wrap_width(bare)
    out: list[Block] = []
    for quoted, group in groupby(zip(lines, bare, strict=True), key=lambda pair: pair[0].startswith(">")):
        blocks = joined([line for _, line in group], width)
        out += [block.as_role(Role.QUOTE) for block in blocks] if quoted else blocks
    return mark_quoted(out)


def mark_quoted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give forwarded stretches the role quote, their header lines letterhead, and intro lines furniture.

    After "Forwarded message" and the like, all the rest is quoted.
    """
    p = patterns()
    out: list[Block] = []
    forwarded = in_headers = False
    for block in blocks:
        text = block.text
        if p.line(p.quoted, text):
            forwarded = forwarded or not text.endswith((":", "wrote"))
            in_headers = True
            out.append(block.as_role(Role.FURNITURE))
        elif text.strip() == _SIGNATURE:
            out.append(block.as_role(Role.FURNITURE))
        elif in_headers and _HEADER.fullmatch(text):
            out.append(block.as_role(Role.LETTERHEAD))
        else:
            in_headers = False
            out.append(block.as_role(Role.QUOTE) if forwarded and block.role is None else block)
    return tuple(out)
