"""Brings an older vault's tables up to date, and refuses those of a later version."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from guvoh.custody.records.translating import asking
from guvoh.model.errors import NotAVault

LABEL = "records"


def upgrade(*, every_app: bool = False) -> None:
    """Run every migration that the open vault lacks, each in its own transaction.

    `every_app`: also those of the desk's further apps (second factors), whose tables stand in the vault too.
    """
    with asking():
        executor = MigrationExecutor(connection)
        loader = executor.loader
        if any(key[0] == LABEL and key not in loader.disk_migrations for key in loader.applied_migrations):
            raise NotAVault("The vault was written by a later version of Guvoh.", "Update Guvoh.")
        leaves = loader.graph.leaf_nodes(None if every_app else LABEL)
        if executor.migration_plan(leaves):
            executor.migrate(leaves)
