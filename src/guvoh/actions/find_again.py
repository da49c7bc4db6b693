"""Find again in all documents of a vault, with the rules of today and the wordings that were added."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.actions.find_files import findings_of
from guvoh.actions.own_wordings import wordings_of
from guvoh.custody import Vault
from guvoh.model.access import Actor, Right, require


def find_again(vault: Vault, by: Actor) -> Iterator[bool]:
    """For each document in turn: whether something else was found than before. What persons decided stays.

    Only what changed is kept anew and logged. Weigh afterwards. Raises NotAllowed.
    """
    require(by, Right.TAKE_IN)
    return _again(vault)


def _again(vault: Vault) -> Iterator[bool]:
    own = wordings_of(vault)
    for sha256 in [stored.document.sha256 for stored in vault.documents()]:
        before = vault.found(sha256)
        made = findings_of(before.document, own) if before else None
        if made is not None and made != before:
            vault.keep_findings(made)
        yield made is not None and made != before
