"""The clause-window finder: everything it finds in a document of a language without a parser."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.windows import attribute_windows
from guvoh.extraction.dates.inflected import find_dates
from guvoh.extraction.places.inflected import find_inflected
from guvoh.extraction.windows.making import Reading
from guvoh.extraction.windows.russian_letters import russian_letter
from guvoh.extraction.windows.setting import Settings
from guvoh.extraction.windows.statements import statements
from guvoh.model import Document, Findings


def read_windows(text: Annotated, document: Document) -> Findings:
    """Statements, reported speech, places, dates and sources of a text whose sentences are not parsed."""
    places = find_inflected(text)
    dates = find_dates(text, document.published)
    speech = attribute_windows(text, document)
    reading = Reading(document, text, Settings(text, places, dates), speech)
    return Findings(
        document,
        statements=statements(reading),
        attributions=speech.speeches,
        places=tuple(places),
        dates=tuple(dates),
        sources=speech.sources,
        letter=russian_letter(document, dates),
    )
