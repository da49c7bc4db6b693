"""Which of several people of one surname it means where it stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.attribution.identities import Register
from guvoh.extraction.attribution.names import NameRun, Names


def nearest(names: Names, register: Register, full: Sequence[NameRun], run: NameRun) -> Sequence[NameRun]:
    """The `full` names of a surname that stands alone as `run`, the one that it means first.

    That is whoever was named last before it, unless one of them has spoken already.
    """
    told = {names.words(one) for one in full}
    known = [who for one in told if (who := register.find(one)) is not None]
    if len(told) < 2 or any(register.spoke_in(who) >= 0 for who in known):
        return full
    before = [one for one in full if one.first < run.first and one.last > one.first]
    return (before[-1], *full) if before else full
