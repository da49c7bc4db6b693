"""Which of several people of one surname it means where it stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.attribution.identities import Register
from guvoh.extraction.attribution.names import NameRun, Names


def nearest(names: Names, register: Register, full: Sequence[NameRun], run: NameRun) -> Sequence[NameRun]:
    """The `full` names of a surname that stands alone as `run`, the one that it means first.

    That is the first of them who spoke, else whoever was named last before it.
    """
    told = {names.words(one) for one in full}
    if len(told) < 2:
        return full
    spoke = register.first_of([who for one in told if (who := register.find(one)) is not None])
    if spoke is not None:
        return (*(one for one in full if register.find(names.words(one)) is spoke), *full)
    before = [one for one in full if one.first < run.first and one.last > one.first]
    return (before[-1], *full) if before else full
