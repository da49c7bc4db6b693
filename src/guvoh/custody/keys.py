"""Keys: Argon2id from the passphrase, one random master key wrapped by it, a derived key for each purpose."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from guvoh.model.errors import UsageError, WrongPassphrase

KEY = 32
SALT = 16
NONCE = 12
SEALED_KEY = NONCE + KEY + 16
MIN_PASSPHRASE = 8
"""Characters; a bar against slips. What makes a passphrase strong is told in the guide."""


@dataclass(frozen=True, slots=True)
class KdfParams:
    """Argon2id (RFC 9106) cost: `memory_kib` KiB, `iterations`, `lanes`."""

    memory_kib: int = 256 * 1024
    iterations: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class InsecureKdfForTests(KdfParams):
    """A cost that any attacker can pay. A vault made with it opens only where the caller says so by name."""

    memory_kib: int = 64
    iterations: int = 1
    lanes: int = 1


FLOOR = KdfParams(64 * 1024, 3, 1)
"""RFC 9106's second recommended option, in one lane. Nothing weaker is made or opened."""

CEILING = KdfParams(4 * 1024 * 1024, 64, 64)
"""A changed header must not exhaust the machine before it can be found out."""


def cost_outside(kdf: KdfParams) -> str | None:
    """The parameter that lies outside floor and ceiling, or None. InsecureKdfForTests has no floor."""
    for name in ("memory_kib", "iterations", "lanes"):
        cost = getattr(kdf, name)
        low = 1 if isinstance(kdf, InsecureKdfForTests) else getattr(FLOOR, name)
        if not low <= cost <= getattr(CEILING, name):
            return f"{name} {cost}"
    return "memory_kib below 8 for each lane" if kdf.memory_kib < 8 * kdf.lanes else None


def passphrase_key(passphrase: str, salt: bytes, kdf: KdfParams) -> bytes:
    """The 32-byte key of a passphrase. Composed and decomposed spellings (й, ў, é) give one key."""
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    derive = Argon2id(salt=salt, length=KEY, iterations=kdf.iterations, lanes=kdf.lanes, memory_cost=kdf.memory_kib)
    return derive.derive(secret)


def check_passphrase(passphrase: str) -> None:
    """Raise UsageError when a new passphrase is too short to be one."""
    if len(passphrase.strip()) < MIN_PASSPHRASE:
        raise UsageError(
            f"The passphrase has fewer than {MIN_PASSPHRASE} characters.",
            "Take five or more words chosen by dice; nobody can open the vault without them.",
        )


def wrap(master: bytes, key: bytes, header: bytes) -> bytes:
    """Seal the master key under the passphrase key, together with the header's other bytes."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, master, header)


def unwrap(sealed: bytes, key: bytes, header: bytes) -> bytes:
    """The master key. Raises WrongPassphrase; a changed header looks the same, by design."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], header)
    except (InvalidTag, ValueError) as error:
        raise WrongPassphrase(
            "The passphrase does not open this vault (or its vault.json was changed).",
            "Check keyboard layout and capitals; if you are sure of it, restore vault.json from a backup.",
        ) from error


@dataclass(frozen=True, slots=True)
class Keys:
    """One key for each purpose, so that no two uses meet under one key. 32 bytes each."""

    database: bytes = field(repr=False)
    originals: bytes = field(repr=False)
    names: bytes = field(repr=False)
    ledger: bytes = field(repr=False)


def derive_keys(master: bytes) -> Keys:
    """Derive every key from the master key by HKDF-SHA256 (RFC 5869)."""
    return Keys(*(derive(master, purpose) for purpose in ("database", "originals", "names", "ledger")))


def derive(key: bytes, purpose: str, salt: bytes | None = None) -> bytes:
    """A 32-byte key for `purpose` from a strong key by HKDF-SHA256."""
    info = f"guvoh vault 1 {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY, salt=salt, info=info).derive(key)
