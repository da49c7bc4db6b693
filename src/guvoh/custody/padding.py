"""Hides the exact length of an original: a length prefix and zeros up to a Padmé length.

Padmé: Nikitin, Barman, Lueks, Underwood, Hubaux, Ford: "Reducing Metadata Leakage from Encrypted
Files and Communication with PURBs" (PETS 2019). At most 12 % longer; a length shows O(log log n) bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guvoh.model.errors import VaultDamaged

PREFIX = 8
_ZEROS = 64 * 1024


def padme(length: int) -> int:
    """The padded length for `length` bytes."""
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask


def pad(pieces: Iterable[bytes], length: int) -> Iterator[bytes]:
    """Frame `length` bytes, given in `pieces`. The caller must see to it that they are that many."""
    yield length.to_bytes(PREFIX, "big")
    yield from pieces
    left = padme(PREFIX + length) - PREFIX - length
    while left:
        yield bytes(min(left, _ZEROS))
        left -= min(left, _ZEROS)


def unpad(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes that `pad` framed. Raises VaultDamaged when the frame is not of its making."""
    head = bytearray()
    length: int | None = None
    seen = 0
    for piece in pieces:
        rest = piece
        if length is None:
            head += piece
            if len(head) < PREFIX:
                continue
            length, rest = int.from_bytes(head[:PREFIX], "big"), bytes(head[PREFIX:])
        wanted = rest[: max(length - seen, 0)]
        if rest[len(wanted) :].strip(b"\x00"):
            raise _bad_frame()
        seen += len(rest)
        if wanted:
            yield wanted
    if length is None or PREFIX + seen != padme(PREFIX + length):
        raise _bad_frame()


def _bad_frame() -> VaultDamaged:
    return VaultDamaged(
        "A stored original has a broken frame: it was not written by this program.",
        "Restore its file from a backup of the vault, or add the document again.",
    )
