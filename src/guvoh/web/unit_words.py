"""What figures count, which records hold as an English noun in the singular, in words of the interface."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

UNITS: Final[dict[str, str | Promise]] = {
    "person": pgettext_lazy("counted", "person"),
    "family": pgettext_lazy("counted", "family"),
    "household": pgettext_lazy("counted", "household"),
    "death": pgettext_lazy("counted", "death"),
    "arrest": pgettext_lazy("counted", "arrest"),
    "raid": pgettext_lazy("counted", "raid"),
    "inspection": pgettext_lazy("counted", "inspection"),
    "incident": pgettext_lazy("counted", "incident"),
    "case": pgettext_lazy("counted", "case"),
    "complaint": pgettext_lazy("counted", "complaint"),
    "appeal": pgettext_lazy("counted", "appeal"),
    "application": pgettext_lazy("counted", "application"),
    "call": pgettext_lazy("counted", "call"),
    "decision": pgettext_lazy("counted", "decision"),
    "summons": pgettext_lazy("counted", "summons"),
    "signature": pgettext_lazy("counted", "signature"),
    "document": pgettext_lazy("counted", "document"),
    "passport": pgettext_lazy("counted", "passport"),
    "permit": pgettext_lazy("counted", "permit"),
    "licence": pgettext_lazy("counted", "licence"),
    "registration": pgettext_lazy("counted", "registration"),
    "establishment": pgettext_lazy("counted", "establishment"),
    "company": pgettext_lazy("counted", "company"),
    "business": pgettext_lazy("counted", "business"),
    "factory": pgettext_lazy("counted", "factory"),
    "construction site": pgettext_lazy("counted", "construction site"),
    "market": pgettext_lazy("counted", "market"),
    "dormitory": pgettext_lazy("counted", "dormitory"),
    "house": pgettext_lazy("counted", "house"),
    "school": pgettext_lazy("counted", "school"),
    "clinic": pgettext_lazy("counted", "clinic"),
    "car": pgettext_lazy("counted", "car"),
    "vehicle": pgettext_lazy("counted", "vehicle"),
    "flight": pgettext_lazy("counted", "flight"),
    "day": pgettext_lazy("counted", "day"),
    "unit": pgettext_lazy("counted", "unit"),
}
"""Those met most. Units are open: what is not here, and a currency's code, is shown as it is recorded."""


def unit_words(unit: str | None) -> str:
    """A unit in the language of the page; one without words, as it is."""
    return str(UNITS.get(unit, unit)) if unit else ""
