"""Verification: every original, record and log entry against the others. It finds faults; it mends nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from guvoh.custody.ledger import START, Entry, Head, chain_faults, read_head
from guvoh.custody.originals import Originals
from guvoh.custody.records import checking
from guvoh.custody.records.gate import Records
from guvoh.custody.stored import VerifyReport
from guvoh.model.errors import InputError, VaultError

_SHOWN = 12


@dataclass(slots=True)
class Verification:
    """One run over a vault. `noted`: a head that the person wrote down earlier, to be found in the log."""

    folder: Path
    records: Records
    originals: Originals
    ledger_key: bytes = field(repr=False)
    noted: str | None = None
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def run(self, progress: Callable[[int, int], None] | None) -> VerifyReport:
        """Look at everything; `progress` is told how many originals of how many are done."""
        self._try(lambda: self.faults.extend(checking.database_faults()))
        entries: list[Entry] = []
        self._try(lambda: entries.extend(self.records.ledger()))
        self._check_log(entries)
        told = checking.told_by(entries, self.faults)
        self.faults += checking.record_faults(told, self.ledger_key)
        addresses: list[str] = []
        self._try(lambda: addresses.extend(self.records.addresses()))
        whole = self._check_originals(sorted({*addresses, *told.kept}), progress)
        head = entries[-1].hash if entries else START
        return VerifyReport(len(addresses), whole, len(entries), head, tuple(self.faults), tuple(self.notes))

    def _try(self, step: Callable[[], None]) -> None:
        """Take a step that a damaged vault may break off; what broke it is a fault like others."""
        try:
            step()
        except VaultError as error:
            self.faults.append(error.message)

    def _check_log(self, entries: list[Entry]) -> None:
        self.faults += chain_faults(entries)
        if not entries or entries[0].action != "created":
            self.faults.append("The custody log does not begin with the making of the vault.")
        fault = head_fault(read_head(self.folder, self.ledger_key), {e.number: e.hash for e in entries}.get)
        if fault:
            self.faults.append(fault)
        if self.noted is not None and self.noted not in {e.hash for e in entries}:
            self.faults.append("The head noted earlier is not in the log: the vault was set back or exchanged.")

    def _check_originals(self, addresses: list[str], progress: Callable[[int, int], None] | None) -> int:
        """Decrypt and hash each original; the number that hold."""
        whole = 0
        strangers: set[Path] = set()
        self._try(lambda: strangers.update(self.originals.files()))
        for done, sha256 in enumerate(addresses, 1):
            fault = self._original_fault(sha256, strangers)
            if fault:
                self.faults.append(f"Document {sha256[:_SHOWN]}: {fault}")
            else:
                whole += 1
            if progress:
                progress(done, len(addresses))
        if strangers:
            self.notes.append(
                f"{len(strangers)} files among the originals belong to no record: "
                "a step was broken off before it was reported as done. They do no harm."
            )
        return whole

    def _original_fault(self, sha256: str, strangers: set[Path]) -> str | None:
        try:
            place = self.originals.place(sha256)
        except InputError:
            return "its record holds no content address."
        strangers.discard(place)
        try:
            if not self.originals.present(sha256):
                return "its original is missing."
        except VaultError as error:
            return error.message
        return None if self.originals.whole(sha256) else "its original was changed, cut or exchanged."


def head_fault(noted: Head | None, hash_of: Callable[[int], str | None]) -> str | None:
    """What the sealed head beside the database shows against the log: None when the log holds it."""
    if noted is None:
        return "The file that notes the newest log entry (head) is missing or was changed."
    if hash_of(noted.number) != noted.hash:
        return f"The log does not hold entry {noted.number} as noted beside it: the database was set back or exchanged."
    return None
