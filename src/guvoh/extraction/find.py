"""Find: a document's statements, speech, places, dates, sources and, for a letter, its questions."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.extraction.dates import find_dates
from guvoh.extraction.letters import read_letter
from guvoh.extraction.places import find_places
from guvoh.extraction.statements import Reading, statements
from guvoh.model import Document, Findings, Span

LANGUAGES = frozenset({"en"})


def find(document: Document) -> Findings:
    """Everything found in one document. A language without a finder gives no statements and says so in `problems`."""
    if not document.text:
        return Findings(document)
    if document.language not in LANGUAGES:
        return Findings(document, problems=(_no_finder(document.language),))
    text = annotate(document)
    spans = _told(text)
    places = find_places(document.text, spans)
    dates = find_dates(document.text, spans, published=document.published)
    speech = attribute(text, document)
    reading = Reading(document, text, places, dates, speech)
    return Findings(
        document,
        statements=statements(reading),
        attributions=speech.speeches,
        places=tuple(places),
        dates=tuple(dates),
        sources=speech.sources,
        letter=read_letter(document),
    )


def _told(text: Annotated) -> list[Span]:
    return [(s.start, s.end) for s in text.sentences]


def _no_finder(language: str | None) -> str:
    what = f"the language “{language}”" if language else "a text of unknown language"
    return f"No finder reads {what} yet: the text is kept and searchable, its statements are not found."
