"""The vault: a folder with a header, a SQLCipher database, a sealed head of the log, and encrypted originals."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from guvoh.assessment.decisions import Applied
from guvoh.custody.copying import DATABASE, ORIGINALS, check_target, copy_vault
from guvoh.custody.durable import FILE_MODE, FOLDER_MODE, flush_folder, new_folder, storing
from guvoh.custody.header import FORMAT, make_header, master_key, read_header, write_header
from guvoh.custody.keys import KdfParams, Keys, check_passphrase, derive_keys
from guvoh.custody.ledger import Entry, read_head, write_head
from guvoh.custody.lock import Lock
from guvoh.custody.memory import guard_memory
from guvoh.custody.originals import Originals
from guvoh.custody.records.accounts import Accounts
from guvoh.custody.records.browsing import Browsing
from guvoh.custody.records.deciding import Draft
from guvoh.custody.records.gate import Records
from guvoh.custody.records.tokens import Tokens
from guvoh.custody.stored import Decided, Hit, Kept, StoredDocument, VerifyReport
from guvoh.custody.tallies import EventChoice, EventCounts
from guvoh.custody.verifying import Verification, head_fault
from guvoh.custody.weighed_vault import WeighedVault
from guvoh.model import Document, Findings
from guvoh.model.access import Actor
from guvoh.model.decisions import Decision, DecisionKind
from guvoh.model.errors import VaultDamaged, VaultError, VaultExists

_LOCK = "lock"
_DEFAULT_KDF = KdfParams()


def create_vault(path: Path, passphrase: str, kdf: KdfParams = _DEFAULT_KDF) -> None:
    """Make a new, empty vault in a folder that is not there yet or is empty.

    Raises VaultExists, UsageError for a passphrase that is none, VaultError when the disk refuses.
    """
    guard_memory()
    check_passphrase(passphrase)
    header, master = make_header(passphrase, kdf)
    with storing():
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise VaultExists(
                "A vault or other files already stand there.", "Name a new folder, or remove what an earlier try left."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        new_folder(path)
        path.chmod(FOLDER_MODE)
    try:
        _fill(path, derive_keys(master))
        write_header(path, header)  # last: until it is there, the folder is no vault
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        raise


def _fill(path: Path, keys: Keys) -> None:
    lock = Lock(path / _LOCK)
    try:
        with storing():
            new_folder(path / ORIGINALS)
            # SQLite would make the file with the user's usual mode, and its side files after it
            os.close(os.open(path / DATABASE, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))
        records = Records(path / DATABASE, keys.database, keys.ledger)
        try:
            records.begin({"format": FORMAT, "nonce": os.urandom(32).hex()})
            write_head(path, keys.ledger, records.head())
        finally:
            records.close()
        with storing():
            flush_folder(path)
    finally:
        lock.release()


def open_vault(path: Path, passphrase: str, *, insecure_kdf_for_tests: bool = False) -> Vault:
    """Open a vault; use it in a `with` statement, or close it.

    Raises NotAVault, WrongPassphrase (after the full key derivation, and with nothing looked at),
    VaultBusy while another holds it, VaultDamaged when header or database were changed.
    """
    guard_memory()
    header = read_header(path, insecure_kdf_for_tests=insecure_kdf_for_tests)
    lock = Lock(path / _LOCK)
    try:
        keys = derive_keys(master_key(header, passphrase))
        with storing():
            if not (path / DATABASE).is_file():
                raise VaultDamaged("The vault's database is missing.", "Restore the vault's folder from a backup.")
        return Vault(path, keys, lock)
    except BaseException:
        lock.release()
        raise


class Vault(WeighedVault):
    """An open vault. Whatever a method reports as done is on the disk before it returns."""

    def __init__(self, path: Path, keys: Keys, lock: Lock) -> None:
        self._path = path
        self._ledger_key = keys.ledger
        self._lock = lock
        self._noting = threading.Lock()
        self._originals = Originals(path / ORIGINALS, keys.originals, keys.names)
        self._records = Records(path / DATABASE, keys.database, keys.ledger)
        try:
            self._originals.clear_drafts()
            self._noted = read_head(path, keys.ledger)
            self._fault = head_fault(self._noted, self._hash_of)
            self._records.accounts.around = self._records.tokens.around = self._writing
        except BaseException:
            self._records.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database, forget its key and let others open the vault."""
        try:
            self._records.close()
        finally:
            self._lock.release()

    def keep(self, document: Document, source: Path | bytes) -> Kept:
        """Keep a document and the bytes it was read from.

        The same bytes again are the same document: a further sighting where path, URL or publisher are new.
        An original found missing or broken is replaced. Raises InputError when the source is not those bytes.
        """
        self._check_writable()
        new = not self._records.has(document.sha256)
        size, restored = 0, False
        if new or not self._originals.whole(document.sha256):
            size, restored = self._originals.write(document.sha256, source), not new
        self._records.keep(document, size, restored=restored)
        self._note_head()
        return Kept(document.sha256, new)

    def keep_findings(self, findings: Findings) -> None:
        """Keep what the machine found in a kept document's reading, in the place of what it found before."""
        self._check_writable()
        self._records.keep_findings(findings)
        self._note_head()

    def decide(self, draft: Draft, by: Actor) -> Decision:
        """Keep a person's decision. Raises ChangedMeanwhile when another came between (see Draft)."""
        self._check_writable()
        decision = self._records.decide(draft, by)
        self._note_head()
        return decision

    def decisions(self, *kinds: DecisionKind) -> list[Decision]:
        """Every decision, or those of the kinds, in order; those undone too (see model.decisions.standing)."""
        return self._records.decisions(*kinds)

    def decisions_on(self, subject: str) -> list[Decision]:
        """Every decision on a statement, event or source, in order."""
        return self._records.decisions_on(subject)

    def decision(self, ident: str) -> Decision | None:
        """The decision of that id, or None."""
        return self._records.decision(ident)

    def decided(self, statement: str) -> Decided:
        """A statement as persons left it. Raises NotThere."""
        return self._records.decided(statement)

    def decided_of(self, statements: Collection[str]) -> dict[str, Decided]:
        """Statements by id as persons left them; those that are not there are left out."""
        return self._records.decided_of(statements)

    def applied(self, sha256: str) -> Applied | None:
        """A document's findings as persons left them; None where it has none."""
        return self._records.applied(sha256)

    def found(self, sha256: str) -> Findings | None:
        """What the machine found in a document, whatever people decided; None where it did not look."""
        return self._records.found(sha256)

    def all_applied(self) -> Iterator[Applied]:
        """The same of every document that has findings, in the order first kept."""
        return self._records.all_applied()

    @property
    def is_writable(self) -> bool:
        """Whether the log holds what was noted beside it; otherwise the vault can be read and verified only."""
        return not self._fault

    def tally_events(
        self, choice: EventChoice, *, places: bool = True, dates: bool = True, few: int | None = None
    ) -> EventCounts:  # fmt: skip
        """The events of a choice as last weighed, by place and by date, or one of them; `few`: see Tallying."""
        return self._records.tally_events(choice, places=places, dates=dates, few=few)

    def setting(self, name: str) -> str | None:
        """A setting's value, or None."""
        return self._records.setting(name)

    def set(self, name: str, value: str, by: Actor) -> None:
        """Change a setting."""
        self._check_writable()
        self._records.set(name, value, by)
        self._note_head()

    def has(self, sha256: str) -> bool:
        """Whether the bytes of that SHA-256 are kept."""
        return self._records.has(sha256)

    def documents(self) -> Iterator[StoredDocument]:
        """Every document in its newest reading, in the order first kept."""
        return self._records.documents()

    def findings(self) -> Iterator[Findings]:
        """The findings of every document that has any, in the order first kept."""
        return self._records.findings()

    def original(self, sha256: str) -> bytes:
        """The exact bytes kept. Raises VaultDamaged when they are missing or do not verify."""
        return b"".join(self._originals.read(sha256))

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Passages of title, lead, body, caption, quote or table that have all the words, best first."""
        return self._records.search(words, limit)

    def verify(self, progress: Callable[[int, int], None] | None = None, noted_head: str | None = None) -> VerifyReport:
        """Check every original, record and log entry; `progress` gets originals done and in all.

        `noted_head`: a head printed earlier, which must still be in the log.
        """
        return Verification(self._path, self._records, self._originals, self._ledger_key, noted_head).run(progress)

    def copy(self, target: Path, progress: Callable[[int, int], None] | None = None) -> str:
        """Copy the whole vault into a new or empty folder; the head of the log in the copy (see custody.copying)."""
        self._check_writable()
        return copy_vault(self._path, target, self._ledger_key, self._records.copy, progress).hash

    def check_copy(self, target: Path) -> None:
        """Raise UsageError for a folder that `copy` would refuse."""
        check_target(self._path, target)

    def ledger(self) -> Iterator[Entry]:
        """Every entry of the custody log, oldest first."""
        return self._records.ledger()

    @property
    def accounts(self) -> Accounts:
        """The accounts of the desk."""
        return self._records.accounts

    @property
    def tokens(self) -> Tokens:
        """The tokens of the API."""
        return self._records.tokens

    @property
    def browse(self) -> Browsing:
        """Lists, single records and search, as people see them."""
        return self._records.browse

    @property
    def head(self) -> str:
        """Hash of the newest log entry."""
        return self._records.head().hash

    def _hash_of(self, number: int) -> str | None:
        entry = self._records.entry(number)
        return entry.hash if entry else None

    def _check_writable(self) -> None:
        if self._fault:  # writing on would wipe out the trace of what happened
            raise VaultError(self._fault, "Run `guvoh verify`, and restore the whole folder from one backup.")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._check_writable()
        yield
        self._note_head()

    def _note_head(self) -> None:
        with self._noting:  # else a slower thread would note an older head after a newer one
            head = self._records.head()
            if head != self._noted:
                write_head(self._path, self._ledger_key, head)
                self._noted = head
