"""Quoted and forwarded stretches of a mail: what others wrote, below an intro line or behind angle brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guvoh.ingest.blocks import Block
from guvoh.ingest.segment.patterns import patterns
from guvoh.model import Role

_MARK = re.compile(r"^(?:> ?)+", re.MULTILINE)
_HEADER = re.compile(
    r"(from|sent|to|cc|bcc|subject|date|от|отправлено|кому|копия|тема|дата) ?: ?.{0,200}", re.IGNORECASE
)
_SIGNATURE = "--"


def mark_quoted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give quoted stretches the role quote, forwarded header lines letterhead, and intro lines furniture.

    Angle brackets before quoted lines are taken off. After "Forwarded message" and the like, all the rest is quoted.
    """
    p = patterns()
    out: list[Block] = []
    rest_quoted = False
    in_headers = False
    for block in blocks:
        text = _MARK.sub("", block.text).strip()
        marked = block.text.startswith(">")
        if p.line(p.quoted, text):
            out.append(block.as_role(Role.FURNITURE))
            rest_quoted = rest_quoted or not text.endswith(":")
            in_headers = True
        elif text == _SIGNATURE or not text:
            out.append(block.as_role(Role.FURNITURE))
        elif in_headers and _HEADER.fullmatch(text):
            out.append(replace(block, text=text, role=Role.LETTERHEAD))
        else:
            in_headers = False
            quoted = marked or rest_quoted
            out.append(replace(block, text=text, role=Role.QUOTE) if quoted else block)
    return tuple(out)
