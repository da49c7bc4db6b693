"""The custody log: an append-only chain of entries, each bound by its hash to all before it.

The hash is plain SHA-256, so that an exported log can be checked by anyone without the vault's keys. The
first entry holds a random nonce: a head shown to others confirms no guess about what the vault holds.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from guvoh.custody.durable import replacing, storing
from guvoh.custody.keys import NONCE
from guvoh.model.identity import framed_hash

START = "0" * 64
"""The previous hash of the first entry."""
HEAD_FILE = "head"
_BOUND = b"guvoh ledger head 1"


class Action(StrEnum):
    """What was done. Subject is a document's SHA-256; of DECIDED the decision's id, of SET the setting's name,
    of ACCOUNT the actor's id, of TOKEN the token's; none of CREATED.
    """

    CREATED = "created"
    KEPT = "kept"
    SIGHTED = "sighted"
    DESCRIBED = "described"
    READ_AGAIN = "read_again"
    FOUND = "found"
    RESTORED = "restored"
    DECIDED = "decided"
    SET = "set"
    ACCOUNT = "account"
    TOKEN = "token"  # noqa: S105 - a word of the log


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `at` is UTC (ISO 8601); `details` canonical JSON; hashes are SHA-256 in hexadecimal."""

    number: int
    at: str
    action: str
    subject: str
    details: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """How far the log had come: number and hash of an entry."""

    number: int
    hash: str


def now() -> str:
    """The clock in UTC, to the microsecond, in one fixed form."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def canonical(details: Mapping[str, object]) -> str:
    """One spelling of JSON: sorted keys, no spaces, ASCII."""
    return json.dumps(details, sort_keys=True, separators=(",", ":"))


def entry_hash(number: int, at: str, action: str, subject: str, details: str, previous: str) -> str:
    """The hash that binds an entry and, through `previous`, all before it."""
    return framed_hash("guvoh ledger 1", str(number), at, action, subject, details, previous)


def next_entry(head: Head, action: Action, subject: str, details: Mapping[str, object], at: str) -> Entry:
    """The entry that follows `head`."""
    number, text = head.number + 1, canonical(details)
    return Entry(number, at, action, subject, text, head.hash, entry_hash(number, at, action, subject, text, head.hash))


def chain_faults(entries: Iterable[Entry]) -> list[str]:
    """What is wrong with the chain: numbers, links, hashes; in the log's order, empty when it holds."""
    faults = []
    number, previous = 0, START
    for entry in entries:
        if entry.number != number + 1:
            faults.append(f"Log entry {entry.number} follows entry {number}: entries are missing or out of order.")
        if entry.previous != previous:
            faults.append(f"Log entry {entry.number} is not linked to the entry before it.")
        own = entry_hash(entry.number, entry.at, entry.action, entry.subject, entry.details, entry.previous)
        if entry.hash != own:
            faults.append(f"Log entry {entry.number} was changed: its hash does not fit what it says.")
        number, previous = entry.number, entry.hash
    return faults


def stamp(key: bytes, *parts: str) -> str:
    """A keyed hash over framed parts, which ties a record to its log entry without telling what it says."""
    return hmac.new(key, framed_hash(*parts).encode(), hashlib.sha256).hexdigest()


def write_head(folder: Path, key: bytes, head: Head) -> None:
    """Note, sealed beside the database, how far the log has come: an older database is then found out."""
    nonce = os.urandom(NONCE)
    text = f"{head.number:020d}:{head.hash}".encode()
    sealed = nonce + AESGCM(key).encrypt(nonce, text, _BOUND)
    with storing(), replacing(folder / HEAD_FILE, folder / f"{HEAD_FILE}.new") as file:
        file.write(sealed)


def read_head(folder: Path, key: bytes) -> Head | None:
    """The noted head, or None when its file is missing or does not verify."""
    path = folder / HEAD_FILE
    with storing():
        if not path.is_file():
            return None
        sealed = path.read_bytes()
    try:
        number, _, digest = AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], _BOUND).decode().partition(":")
        return Head(int(number), digest)
    except FileNotFoundError:
        return None
    except (InvalidTag, ValueError):
        return None
