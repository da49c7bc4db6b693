"""The table of routes: every page, its address and the right it needs. What is not listed here is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from guvoh.model.access import Right

View = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Route:
    """One address. `right` is needed to read it, `writing` (else the same) for POST and the like.

    A right of None means that it is open to whoever reaches the desk; `locked` that it works without an open vault.
    `example` gives the arguments of the path that tests ask for, by the names in the path.
    """

    name: str
    path: str
    view: View
    right: Right | None
    writing: Right | None = None
    locked: bool = False
    example: Mapping[str, str] | None = None

    def needs(self, method: str) -> Right | None:
        """The right that a request of the method needs."""
        return self.right if method in ("GET", "HEAD", "OPTIONS") else self.writing or self.right
