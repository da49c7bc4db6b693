"""The machine's reasons in the language of the page: fixed wordings with places for names, numbers and figures.

Rooms below give reasons in English, which is what records and exports keep. What fits no wording is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

WORDINGS = (
    _("not accepted by a person"),
    _("outside what is asked"),
    _("denied"),
    _("planned, not done"),
    _("other stage: %(stage)s"),
    _("stage not told: may be another"),
    _("may lie outside the place asked"),
    _("undated: may lie outside the period asked"),
    _("may lie outside the period asked"),
    _("states no lower bound"),
    _("its lower bound is zero"),
    _("other stage of people who may be counted in %(figure)s"),
    _("same origin and event as %(figure)s"),
    _("same event as %(figure)s"),
    _("contained in %(figure)s"),
    _("contains %(figure)s"),
    _("may overlap %(figure)s"),
    _("counts with its stated lower bound"),
    _("a hedged number, rounded down by one unit of its last significant digit"),
    _("dated by another report of the event"),
    _("the highest single claim"),
    _("Nothing denied, planned or rejected is counted."),
    _("Figures that no person has accepted are counted: %(raw)s of %(all)s."),
    _("Only figures that a person has accepted, corrected or added are counted."),
    _("Hedged numbers were rounded down by one unit of their last significant digit."),
    _("Stages are not told apart: who was ordered to leave and who was removed may be the same."),
    _("Totals of different stages are not added up."),
    _("Those ordered may include those of whom it was carried out."),
    _("Sources do not tell whether these were ordered or carried out."),
)
"""What the defensible minimum says; `figure` is the id of a statement."""

_PLACE = re.compile(r"%\((\w+)\)s")


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((wording, _form(wording)) for wording in WORDINGS)


def _form(wording: str) -> re.Pattern[str]:
    pieces = _PLACE.split(wording)
    made = [re.escape(piece) if n % 2 == 0 else f"(?P<{piece}>.+)" for n, piece in enumerate(pieces)]
    return re.compile("".join(made), re.DOTALL)


def in_words(reason: str, shown: Mapping[str, SafeString] | None = None) -> SafeString:
    """A reason in the page's language; `shown` gives for ids what is shown in their place, such as a link.

    A reason of several parts is told part by part.
    """
    parts = [reason] if _fitting(reason) else reason.split("; ")
    return format_html_join("; ", "{}", ((_part(part, shown or {}),) for part in parts))


def _fitting(part: str) -> tuple[str, dict[str, str]] | None:
    for wording, form in _forms():
        if found := form.fullmatch(part):
            return wording, found.groupdict()
    return None


def _part(part: str, shown: Mapping[str, SafeString]) -> SafeString:
    fitting = _fitting(part)
    if fitting is None:
        return SafeString(escape(part))
    wording, given = fitting
    told = []
    for n, piece in enumerate(_PLACE.split(gettext(wording))):
        plain = piece if n % 2 == 0 else given[piece]
        told.append(shown.get(plain, escape(plain)) if n % 2 else escape(plain))
    return SafeString("".join(told))
