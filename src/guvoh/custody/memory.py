"""Keys and texts in memory: what a process can do to keep them from the disk."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    import resource


def no_core_dumps() -> None:
    """Let a crash leave no image of this process, which would hold the open vault's keys."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
