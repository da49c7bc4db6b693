"""The documents that one more document touches, loaded as they are needed, as they were and as they are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from guvoh.assessment.corpus import Entry
from guvoh.assessment.known import KIND, Known, read
from guvoh.assessment.shelf import Row, Shelf


class Library:
    """`was` and `now` hold the loaded documents by content key; until one is changed they are the same."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.was: dict[str, Known] = {}
        self.now: dict[str, Known] = {}
        self._asked: set[str] = set()

    def get(self, documents: Iterable[str]) -> None:
        """Load documents by content key."""
        missing = sorted(set(documents) - self.was.keys() - self.now.keys())
        if missing:
            self._keep(self.shelf.with_ids(KIND, missing))

    def find(self, keys: Collection[str]) -> None:
        """Load every document that has one of the keys."""
        fresh = sorted(set(keys) - self._asked)
        self._asked.update(fresh)
        if fresh:
            self._keep(self.shelf.with_keys(KIND, fresh))

    def _keep(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if row.id not in self.was:
                known = read(row)
                self.was[row.id] = known
                self.now.setdefault(row.id, known)

    def tell(self, known: Known) -> None:
        """Take a document as it is now; one that is told as before stays what it was, with all that was made of it."""
        was = self.was.get(known.entry.key)
        self.now[known.entry.key] = known if was is None or known != was else was

    def entries(self, documents: Iterable[str]) -> list[Entry]:
        """The entries of loaded documents."""
        return [self.now[key].entry for key in documents]

    def changed(self) -> list[Known]:
        """The documents that are not what they were."""
        return [known for key, known in sorted(self.now.items()) if known is not self.was.get(key)]
