"""The time of which a whole account tells: "in the first half of 2024", named by its title or its first sentence."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.grammar.scope import within
from guvoh.extraction.vocabulary.load import wordings
from guvoh.model import DateMention
from guvoh.model.edtf import bounds, lies_within

_DAYS = 10  # from which on some days are no single happening but the time of an account
_UNSURE = "cannot be told apart"
_YEAR = 4  # characters
_MAIN = frozenset({"conj", "ccomp", "parataxis"})
Told = tuple[int, DateMention]
"""The number of a sentence and a date of what happened that it tells."""


def period_of_account(
    text: Annotated, sentence: Sentence, told: Sequence[Told], dates: Sequence[DateMention], *, titled: bool
) -> DateMention | None:
    """The time of the account that `sentence` goes on with, by the dates `told` before it; None where it is unclear.

    The account's time is the first one told, where it is closed and wide and its sentence counts something. It still
    stands where no other time is told since; in a review whose title bears it (`titled`) days within it may be. A
    sentence that says of itself that it goes back or on ("last year", "so far"), or on which day of that time something
    was said, has a time of its own.
    """
    opening = told[0][1]
    if not is_period(opening) or not (titled or (_dates_main_clause(text, opening) and _counts(text, opening))):
        return None
    others = [d for _, d in told if d.edtf != opening.edtf]
    if others and not (titled and all(lies_within(d.edtf, opening.edtf) for d in others)):
        return None
    known = wordings(text.language)
    if any(known[name].search(text.text, sentence.start, sentence.end) for name in ("so_far", "own_stretch")):
        return None
    own = within(dates, (sentence.start, sentence.end))
    return None if any(lies_within(d.edtf, opening.edtf) for d in own) else opening


def is_period(date: DateMention) -> bool:
    """Whether a date is a closed time of some weeks, months or a year."""
    if ".." in date.edtf or "XXXX" in date.edtf or _UNSURE in (date.why or ""):
        return False
    known = bounds(date.edtf)
    return known.first is not None and known.last is not None and (known.last - known.first).days > _DAYS


def _counts(text: Annotated, date: DateMention) -> bool:
    """Whether the sentence of a date tells how many, as accounts do; "in 2023 parliament passed a law" opens none."""
    sentence = text.at(date.start)
    told = text.of(sentence) if sentence is not None else ()
    return any(t.pos == "NUM" and not date.start <= t.start < date.end for t in told)


def _dates_main_clause(text: Annotated, date: DateMention) -> bool:
    """Whether a date tells when what its sentence says took place, not when those lived of whom it tells."""
    token = text.token_at(date.end - 1)
    if token is None:
        return False
    verb = next((t for t in (token, *text.ancestors(token)) if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return True
    planned = any(t.tag == "MD" for t in text.children(verb, "aux"))
    return not planned and (verb.head == verb.i or verb.relation in _MAIN)
