"""Russian letters: whom they are to, in the nominative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guvoh.extraction.attribution.windows.named_bodies import nominative_of
from guvoh.extraction.attribution.windows.readings import DAT, readings
from guvoh.extraction.letters import read_letter
from guvoh.model import DateMention, Document, Letter


def russian_letter(document: Document, dates: Sequence[DateMention]) -> Letter | None:
    """The letter in a Russian document with the dates of its text, or None when it is none."""
    found = read_letter(document, "ru", dates)
    if found is None or found.addressee is None:
        return found
    return replace(found, addressee=_nominative(found.addressee))


def _nominative(name: str) -> str:
    """ "Уполномоченному по правам" as "Уполномоченный по правам"; a name that is no dative as it stands."""
    first = readings(name.split(maxsplit=1)[0])
    if not any(r.case == DAT for r in first) or any(r.case == "nomn" and r.number == "s" for r in first):
        return name
    return nominative_of(name, DAT) or name
