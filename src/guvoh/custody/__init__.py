"""KEEP: the encrypted vault, its originals, its records and its custody log."""

from guvoh.custody.keys import InsecureKdfForTests, KdfParams
from guvoh.custody.ledger import Action, Entry, chain_faults
from guvoh.custody.records.deciding import TWO_REVIEWERS, Draft
from guvoh.custody.stored import (
    AccountInfo,
    Decided,
    Hit,
    Kept,
    Sighting,
    StoredDocument,
    TokenInfo,
    VerifyReport,
    WeighedAt,
)
from guvoh.custody.tallies import Counted, EventChoice, EventCounts, FigureChoice
from guvoh.custody.vault import Vault, create_vault, open_vault

__all__ = [
    "TWO_REVIEWERS",
    "AccountInfo",
    "Action",
    "Counted",
    "Decided",
    "Draft",
    "Entry",
    "EventChoice",
    "EventCounts",
    "FigureChoice",
    "Hit",
    "InsecureKdfForTests",
    "KdfParams",
    "Kept",
    "Sighting",
    "StoredDocument",
    "TokenInfo",
    "Vault",
    "VerifyReport",
    "WeighedAt",
    "chain_faults",
    "create_vault",
    "open_vault",
]
