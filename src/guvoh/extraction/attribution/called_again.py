"""Bodies that a common noun calls again: "the charity" after its name, "the group" after a name like a person's."""

from __future__ import annotations

from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.lexicon import saying_words
from guvoh.model import SourceKind

_MISSIONS = saying_words()["one_of_many"]
_FIRMS = saying_words()["firms"]


def of_kind(register: Register, head: str, *, state: bool) -> Identity | None:
    """The last body to speak that may be called `head`: no ministry is "the charity", and no outlet "the ministry".

    `state` tells that the noun is one for bodies of the state.
    """
    return register.latest(
        lambda x: (
            not x.persona
            and x.named
            and (head == "agency" or state == (x.kind is SourceKind.OFFICIAL))
            and not (head in _FIRMS and x.kind is SourceKind.NGO)
            and not (head in _MISSIONS and head not in x.name.lower())
            and not (head == "ministry" and _MISSIONS & set(x.name.lower().split()))
        )
    )


def taken_for_a_person(register: Register, kind: SourceKind = SourceKind.NGO) -> Identity | None:
    """The last to speak, when only its name looked like a person's: "Alarm Phone alleged … The group wrote"."""
    last = register.latest(lambda _: True, reach=1)
    if last is None or not last.named or not last.persona or last.role or last.gender or last.private:
        return None
    last.persona, last.kind = False, kind
    return last
