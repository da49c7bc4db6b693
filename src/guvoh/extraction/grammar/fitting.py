"""Numbers of how many people a place may hold: a capacity counts nobody."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.grammar.counted import Counted
from guvoh.extraction.grammar.plans import Read
from guvoh.extraction.vocabulary.load import wordings
from guvoh.model import Modality

_BEFORE = 60  # letters before a number


def capacity(text: Annotated, number: Counted) -> Read | None:
    """How a number is read that says how many fit in, and why: "a capacity of 90", "can take in 280"; else None."""
    start = number.mention.start
    begin = text.sentences[number.noun.sent].start if number.noun is not None else 0
    said = wordings(text.language)["room_for"].search(text.text[max(begin, start - _BEFORE) : start])
    return (Modality.GENERAL, f"how many fit in: “{said.group().strip()}”") if said is not None else None
