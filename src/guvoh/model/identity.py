"""Identity: content addresses and statement ids that come out the same on every run and machine."""

from __future__ import annotations

import hashlib

from guvoh.model.statement import Span


def content_address(data: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def framed_hash(*parts: str) -> str:
    """SHA-256 over the parts, each framed by its length in bytes, so that different parts never yield one key."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()


def statement_id(
    sha256: str, reading_version: int, trigger: Span, count: Span | None, act: str | None, place: Span | None
) -> str:
    """The contract's identity of a statement: 32 hexadecimal digits over document, reading and spans."""
    return framed_hash(sha256, str(reading_version), _span(trigger), _span(count), act or "", _span(place))[:32]


def _span(span: Span | None) -> str:
    return "" if span is None else f"{span[0]}:{span[1]}"
