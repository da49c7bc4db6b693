"""The machine's reasons in the language of the page: fixed wordings with places for names, numbers and figures.

Rooms below give reasons in English, which is what records and exports keep. What fits no wording is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from guvoh.web.error_wordings import ERRORS
from guvoh.web.templatetags.desk import WORDS
from guvoh.web.unit_words import unit_words
from guvoh.web.wordings import SCOPES, WORDINGS

_PLACE = re.compile(r"%\((\w+)\)s")


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    whole_first = sorted((*WORDINGS, *ERRORS), key=lambda wording: bool(_PLACE.search(wording)))
    return tuple((wording, _form(wording)) for wording in whole_first)


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


def all_in_words(reasons: Iterable[str]) -> SafeString:
    """Several reasons in a row, each in the page's language."""
    return format_html_join("; ", "{}", ((in_words(reason),) for reason in reasons))


def problem_in_words(told: str) -> SafeString:
    """A message of an error with its next step, each in the page's language."""
    for gap in re.finditer(r"(?<=[.:]) ", told):  # first: a place in a wording would take the next step with it
        both = told[: gap.start()], told[gap.end() :]
        if all(map(_fitting, both)):
            return format_html_join(" ", "{}", ((in_words(one),) for one in both))
    return in_words(told)


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
        if n % 2 and piece.startswith("term"):
            plain = _term(plain)
        elif n % 2 and piece.startswith("unit"):
            plain = unit_words(plain)
        told.append(shown.get(plain, escape(plain)) if n % 2 else escape(plain))
    return SafeString("".join(told))


def _term(plain: str) -> str:
    """A term of the vocabulary, or several scopes, in the page's language."""
    scopes = plain.split(" and ")
    if set(scopes) <= set(SCOPES):
        return ", ".join(gettext(scope) for scope in scopes)
    return str(WORDS.get(plain.replace(" ", "_"), plain))
