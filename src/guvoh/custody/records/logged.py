"""What changes records of its own beside the gate, with a line in the custody log for each change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext

from guvoh.custody.ledger import Action


class Logged:
    """Records of the open vault. `changing` is a transaction, `log` writes the custody log inside it."""

    def __init__(
        self,
        asking: Callable[[], AbstractContextManager[None]],
        changing: Callable[[], AbstractContextManager[None]],
        log: Callable[[Action, str, Mapping[str, object], str], None],
    ) -> None:
        self._asking, self._changing, self._log = asking, changing, log
        self.around: Callable[[], AbstractContextManager[None]] = nullcontext
        """What the vault does before and after a change."""
