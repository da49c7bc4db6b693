"""Authenticated encryption of streams in chunks: the STREAM construction, with AES-256-GCM.

Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its Nonce-Reuse
Misuse-Resistance" (CRYPTO 2015), with the framing of the age file format (C2SP age.md): a chunk's
nonce is its number and a flag that is set on the last chunk alone, so that chunks cannot be changed,
reordered, repeated, dropped or cut off at the end. A key must seal one stream only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from guvoh.model.errors import VaultDamaged

CHUNK = 64 * 1024
TAG = 16


def seal(pieces: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """Encrypt the bytes of `pieces`, however cut, under a fresh 32-byte `key`; yields the sealed chunks."""
    cipher = AESGCM(key)
    number = 0
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) > CHUNK:  # a full chunk waits until it is known not to be the last
            yield cipher.encrypt(_nonce(number, last=False), bytes(waiting[:CHUNK]), None)
            del waiting[:CHUNK]
            number += 1
    yield cipher.encrypt(_nonce(number, last=True), bytes(waiting), None)


def unseal(sealed: IO[bytes], key: bytes) -> Iterator[bytes]:
    """Decrypt what `seal` made, chunk by chunk. Raises VaultDamaged at the first chunk that does not verify.

    What was yielded before the error is authentic, but only the end of the iteration says that it is all.
    """
    cipher = AESGCM(key)
    number = 0
    chunk = sealed.read(CHUNK + TAG)
    while True:
        following = sealed.read(CHUNK + TAG) if len(chunk) == CHUNK + TAG else b""
        try:
            yield cipher.decrypt(_nonce(number, last=not following), chunk, None)
        except (InvalidTag, ValueError) as error:
            raise VaultDamaged(
                "A stored original does not verify: its file was changed, cut or exchanged.",
                "Restore the file from a backup of the vault, or add the document again from where it came.",
            ) from error
        if not following:
            return
        chunk, number = following, number + 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")
