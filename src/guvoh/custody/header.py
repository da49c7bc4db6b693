"""vault.json: format, cost of the key derivation and the wrapped master key; holds nothing of the content.

All of it but the wrapped key is bound to that key as associated data, and only the one canonical
spelling is read: no byte of the file can change unnoticed.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from guvoh.custody.durable import replacing, storing
from guvoh.custody.keys import (
    KEY,
    SALT,
    SEALED_KEY,
    InsecureKdfForTests,
    KdfParams,
    cost_outside,
    passphrase_key,
    unwrap,
    wrap,
)
from guvoh.model.errors import NotAVault, UsageError, VaultDamaged, VaultError

FORMAT = 1
NAME = "vault.json"
_LIMIT = 64 * 1024
_ARGON = "argon2id"
_INSECURE = "argon2id-insecure-for-tests"


@dataclass(frozen=True, slots=True)
class Header:
    """What vault.json says."""

    kdf: KdfParams
    salt: bytes
    sealed_key: bytes = field(repr=False)

    def bound(self) -> bytes:
        """The bytes that the wrapped key authenticates."""
        return _canonical(self._plain())

    def written(self) -> bytes:
        """The file's bytes."""
        return _canonical({**self._plain(), "sealed_key": self.sealed_key.hex()})

    def _plain(self) -> dict[str, Any]:
        name = _INSECURE if isinstance(self.kdf, InsecureKdfForTests) else _ARGON
        return {"format": FORMAT, "kdf": {"name": name, "salt": self.salt.hex(), **asdict(self.kdf)}}


def make_header(passphrase: str, kdf: KdfParams) -> tuple[Header, bytes]:
    """A new header and the new random master key that it wraps."""
    outside = cost_outside(kdf)
    if outside:
        raise UsageError(f"No vault is made with so weak or so costly a key derivation ({outside}).")
    salt, master = os.urandom(SALT), os.urandom(KEY)
    bare = Header(kdf, salt, b"")
    sealed = wrap(master, passphrase_key(passphrase, salt, kdf), bare.bound())
    return Header(kdf, salt, sealed), master


def master_key(header: Header, passphrase: str) -> bytes:
    """The vault's master key, at the full cost of the key derivation. Raises WrongPassphrase."""
    key = passphrase_key(passphrase, header.salt, header.kdf)
    return unwrap(header.sealed_key, key, header.bound())


def write_header(folder: Path, header: Header) -> None:
    """Write vault.json in one step."""
    with storing(), replacing(folder / NAME, folder / f"{NAME}.new") as file:
        file.write(header.written())


def read_header(folder: Path, *, insecure_kdf_for_tests: bool = False) -> Header:
    """Read vault.json. Raises NotAVault (none there, later format) or VaultDamaged (changed, or too cheap a key)."""
    path = folder / NAME
    with storing():
        if not path.is_file():
            raise NotAVault("The folder is no vault: it has no vault.json.", "Make one with `guvoh new VAULT`.")
        with path.open("rb") as file:
            raw = file.read(_LIMIT)
    header = _parsed(raw)
    if isinstance(header.kdf, InsecureKdfForTests) and not insecure_kdf_for_tests:
        raise VaultError(
            "This vault was made for a test, with a key derivation that protects nothing.",
            "Make a new vault with `guvoh new VAULT` and add the documents there.",
        )
    outside = cost_outside(header.kdf)
    if outside:
        raise VaultDamaged(
            f"The vault's header asks for a key derivation that no vault is made with ({outside}): it was changed.",
            "Restore vault.json from a backup.",
        )
    if header.written() != raw:
        raise _changed()
    return header


def _parsed(raw: bytes) -> Header:
    try:
        data = json.loads(raw)
        if isinstance(data["format"], int) and data["format"] > FORMAT:
            raise NotAVault(
                f"The vault is of format {data['format']}; this version reads format {FORMAT}.", "Update Guvoh."
            )
        kdf = data["kdf"]
        kind = {_ARGON: KdfParams, _INSECURE: InsecureKdfForTests}[kdf["name"]]
        cost = kind(*(_whole(kdf[name]) for name in ("memory_kib", "iterations", "lanes")))
        salt, sealed_key = bytes.fromhex(kdf["salt"]), bytes.fromhex(data["sealed_key"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _changed() from error
    if len(salt) != SALT or len(sealed_key) != SEALED_KEY:
        raise _changed()
    return Header(cost, salt, sealed_key)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _changed() -> VaultDamaged:
    return VaultDamaged("The vault's header (vault.json) was changed or cut.", "Restore vault.json from a backup.")


def _canonical(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, indent=1, sort_keys=True) + "\n").encode()
