"""What the rooms below write in English, told in the page's language: reasons and the titles of events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from guvoh.assessment.titles import lowered
from guvoh.model import Modality, Stage
from guvoh.model.acts import acts
from guvoh.web.map_words import date_words
from guvoh.web.reasons import all_in_words, in_words, problem_in_words
from guvoh.web.templatetags.desk import act_words, words

register = template.Library()

_SHORT_OF_DONE = (Stage.PLANNED, Stage.ORDERED, Modality.DENIED)
"""What may stand before the act in a title."""


@register.filter
def reasons(given: Iterable[str]) -> SafeString:
    """Several reasons in a row."""
    return all_in_words(given)


@register.filter
def reason(given: str) -> SafeString:
    """One reason."""
    return in_words(given)


@register.filter
def problem(given: object) -> SafeString:
    """What an error says, with its next step or without."""
    return problem_in_words(str(given))


@register.filter
def when(edtf: Any) -> str:  # noqa: ANN401
    """An EDTF date as one writes it in the page's language; nothing for none."""
    return date_words(str(edtf)) if edtf else ""


@register.filter
def stamp(moment: str) -> str:
    """The day and time (UTC) at which something was done, as one writes them in the page's language."""
    return str(date_format(datetime.fromisoformat(moment), "DATETIME_FORMAT"))


@register.filter
def event_title(event: Any) -> str:  # noqa: ANN401 - an event or an item of a list
    """An event's title; one that the machine gave has act and date, which are told in the page's language."""
    title: str = event.title
    told = getattr(event, "when", None)
    if told and title.endswith(f", {told}"):
        title = title.removesuffix(told) + date_words(told)
    short, _, rest = title.partition(": ")
    if rest and short.lower() in _SHORT_OF_DONE:
        named = (_with_act(rest, term, lowered) for term in getattr(event, "acts", ()))
        return next((f"{capfirst(words(short.lower()))}: {one}" for one in named if one), title)
    named = (_with_act(title, term, str) for term in getattr(event, "acts", ()))
    return next(filter(None, named), title)


def _with_act(title: str, term: str, cased: Callable[[str], str]) -> str | None:
    """The title with its act in the page's language; None where it does not begin with that act."""
    label = cased(acts()[term].label()) if term in acts() else ""
    begins = bool(label) and (title == label or title.startswith((f"{label}, ", f"{label} (")))
    return cased(str(act_words(term))) + title[len(label) :] if begins else None
