"""The ways in which a sentence without a cue stands amid what one source tells: around it, or in the first person."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.conferences import Conferences
from guvoh.extraction.attribution.first_person import FirstPerson
from guvoh.extraction.attribution.mostly_one import MostlyOne
from guvoh.extraction.attribution.own_work import OwnWork
from guvoh.extraction.attribution.passages import Passages
from guvoh.extraction.attribution.spoke_too import SpokeToo
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.ways import Ways


def amid(annotated: Annotated, spoken: Sequence[Voice]) -> Ways:
    """The rules over one document, each with its reason; `spoken` are the voices that have a speaker."""
    passages, work = Passages(annotated, spoken), OwnWork(annotated)
    return (
        (Conferences(passages, work).teller, "stands between two passages of what {} tells"),
        (
            SpokeToo(passages, work).teller,
            "stands between two passages of {}, the second of which adds to the first",
        ),
        (
            MostlyOne(passages, work).teller,
            "stands between two passages of {}, on whose words the page mostly rests",
        ),
        (FirstPerson(passages).teller, "goes on in the first person of what {} tells"),
    )
