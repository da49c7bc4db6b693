"""The rule finder: grammar and vocabulary over a parsed text, for each language that has an annotator."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.annotate.registry import annotator
from guvoh.extraction.attribution import attribute
from guvoh.extraction.attribution.lexicon import roles
from guvoh.extraction.attribution.private_speakers import mark_private
from guvoh.extraction.dates import DateFinder
from guvoh.extraction.dates.happening import happening
from guvoh.extraction.dates.of_page import with_days_of_page
from guvoh.extraction.grammar.scene import Scenes
from guvoh.extraction.grammar.timing import in_two_clauses
from guvoh.extraction.letters import read_letter
from guvoh.extraction.making import Reading
from guvoh.extraction.own_wordings import frames_of
from guvoh.extraction.places import find_places
from guvoh.extraction.statements import statements
from guvoh.extraction.windows.reading import read_windows
from guvoh.extraction.windows.words import has_windows
from guvoh.model import Document, Findings, Span
from guvoh.model.findings import NO_FINDER
from guvoh.model.wordings import Wording


def find_by_rules(document: Document, wordings: Sequence[Wording] = ()) -> Findings:
    """Everything the rules find in one document, by the vocabulary and by `wordings` beside it.

    A language without an annotator gives no statements, and `problems` says so: the text is kept, not read.
    """
    if not document.text:
        return Findings(document)
    annotate = annotator(document.language)
    if annotate is None:
        return Findings(document, problems=(_no_finder(document.language),))
    text = annotate(document)
    if not text.is_parsed and has_windows(text.language):
        return read_windows(text, document)
    own = frames_of(wordings, document.language)
    spans = _told(text)
    places = find_places(document.text, spans)
    found = DateFinder(document.text, spans, document.published).find()
    timing = happening(document, [f.mention for f in found], partial(in_two_clauses, text), text.language)
    speech = attribute(text, document)
    reading = Reading(document, text, places, timing, speech, Scenes(text, places, timing), own)
    stated = statements(reading)
    return Findings(
        document,
        statements=stated,
        attributions=speech.speeches,
        places=tuple(places),
        dates=tuple(with_days_of_page(document, [f.mention for f in found if not f.bare_anchor])),
        sources=mark_private(speech.sources, stated, roles(text.language)),
        letter=read_letter(document),
    )


def _told(text: Annotated) -> list[Span]:
    return [(s.start, s.end) for s in text.sentences]


def _no_finder(language: str | None) -> str:
    what = f"the language “{language}”" if language else "a text of unknown language"
    return f"{NO_FINDER} {what} yet: the text is kept and searchable, its statements are not found."
