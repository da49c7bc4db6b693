"""What every list shares: filters read from the address, their fields for the form, keys of pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum, StrEnum
from types import NoneType
from typing import Any, TypeAlias, TypeVar, get_args, get_type_hints

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guvoh import actions
from guvoh.model import Place
from guvoh.model.acts import acts
from guvoh.model.errors import AmbiguousPlace, BadTerm, UsageError
from guvoh.web.map_words import precise
from guvoh.web.reasons import problem_in_words
from guvoh.web.templatetags.desk import act_words, words

F = TypeVar("F")
Words: TypeAlias = str | Promise
SIZE = 50
_CODE = 2
"""Letters of a country's code (ISO 3166-1)."""
YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that may have been meant: what to write for it, the address that asks for it, and its words."""

    value: str
    address: str
    words: Words


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a filter form: `choices` of a select (value, words), none for a field to type in.

    `fault` is what is wrong with its value, `offers` what may have been meant, `more` what was not offered.
    """

    name: str
    label: Words
    kind: str = "text"
    choices: tuple[tuple[str, Words], ...] = ()
    value: str = ""
    fault: Words = ""
    offers: tuple[Offer, ...] = ()
    more: Words = ""


def chosen(request: HttpRequest, kind: type[F]) -> F:
    """The filters of dataclass `kind` that the address names.

    Raises UsageError for a value of no such kind, BadTerm for a place as area() does.
    """
    hints = get_type_hints(kind)
    given = {}
    for one in fields(kind):  # type: ignore[arg-type]
        raw = request.GET.get(one.name, "").strip()
        if raw:
            given[one.name] = _value(hints[one.name], raw)
    if "country" in given:
        given["country"] = given["country"].upper()
    return _within(kind(**given), given.get("place", ""))


def area(place: str) -> Place | None:
    """The place that a name means, for a filter: it and, of a country or region, all in it, as rows hold those two.

    None for an id, which means that place alone. Two letters are the code of a country.
    Raises BadTerm for a name of no place, AmbiguousPlace for one of several.
    """
    if not place or ":" in place or "|" in place:
        return None
    if len(place) == _CODE and place.isascii() and place.isalpha():
        return Place(place.upper(), None, 0, 0, precision="country", country=place.upper())
    return actions.named_place.named_place(place)


def _within(filters: F, place: str) -> F:
    """The filters with a place's name turned into what the rows hold: the country, the region or the place's id."""
    found = area(place)
    if found is None:
        return filters
    if found.precision == "country" and found.country:
        narrowed: dict[str, str | None] = {"place": None, "country": found.country}
    elif found.precision == "admin1" and found.admin1:
        narrowed = {"place": None, "country": found.country, "admin1": found.admin1}
    else:
        narrowed = {"place": found.id}
    return replace(filters, **narrowed)  # type: ignore[type-var]


def sort_of(request: HttpRequest, kind: type[StrEnum], default: StrEnum) -> Any:  # noqa: ANN401
    """The order that the address names."""
    raw = request.GET.get("sort", "")
    return _value(kind, raw) if raw else default


def query(request: HttpRequest, *but: str) -> str:
    """The query string without the page's key and the names given."""
    kept = request.GET.copy()
    for name in ("key", *but):
        kept.pop(name, None)
    return str(kept.urlencode())


def _value(hint: Any, raw: str) -> Any:  # noqa: ANN401
    kind = next((arg for arg in get_args(hint) if arg is not NoneType), hint)
    try:
        if kind is bool:
            return YES_NO[raw]
        if kind is date:
            return date.fromisoformat(raw)
        if kind is int or (isinstance(kind, type) and issubclass(kind, Enum)):
            return kind(raw)
    except (KeyError, ValueError) as error:
        raise UsageError("The address asks for something that is no value of its filter.", "Choose again.") from error
    return raw


def filled(request: HttpRequest, made: Iterable[Field]) -> list[Field]:
    """The fields with what the address says."""
    return [Field(f.name, f.label, f.kind, f.choices, _said(request, f)) for f in made]


def _said(request: HttpRequest, field: Field) -> str:
    """What the address says of a field; a country's code stands for its place."""
    also = request.GET.get("country", "") if field.name == "place" else ""
    return str(request.GET.get(field.name, "") or also or field.value)


def place_fault(error: BadTerm) -> str:
    """What is wrong with a place's name, in the language of the page."""
    if isinstance(error, AmbiguousPlace):
        return str(gettext("The name may mean several places. Choose the one you mean:"))
    return str(problem_in_words(str(error)))


def doubtful(request: HttpRequest, field: Field, error: BadTerm) -> Field:
    """The field of a place with its fault and the places that its name may mean, each as this address with it."""
    places, left = (error.choices, error.left) if isinstance(error, AmbiguousPlace) else ((), 0)
    more = gettext("%(number)s more: add a country or region, as in “Georgia, US”.") % {"number": left}
    offers = []
    for place, asked in places:
        kept = request.GET.copy()
        kept.pop("key", None)
        kept["place"] = asked
        about = ", ".join(part for part in (precise(place), place.admin1 or place.country) if part)
        offers.append(Offer(asked, f"?{kept.urlencode()}", f"{place.name} ({about})"))
    return replace(field, fault=place_fault(error), offers=tuple(offers), more=more if left else "")


def asked_again(request: HttpRequest, template: str, made: Iterable[Field], error: BadTerm) -> HttpResponse:
    """A list's page with its form alone, where the place that it names is in doubt."""
    shown = [doubtful(request, f, error) if f.name == "place" else f for f in filled(request, made)]
    return render(request, template, {"fields": shown, "is_filtered": True}, status=422)


def terms(kind: type[Enum], without: Sequence[Enum] = ()) -> tuple[tuple[str, Words], ...]:
    """The members of a vocabulary as choices of a select, the first for all."""
    return (("", _("all")), *((m.value, words(m.value)) for m in kind if m not in without))


def act_choices() -> tuple[tuple[str, Words], ...]:
    """The acts as choices, by their label."""
    named = sorted(((term, act_words(term)) for term in acts()), key=lambda pair: str(pair[1]))
    return (("", _("all")), *named)


def yes_no(yes: Words, no: Words) -> tuple[tuple[str, Words], ...]:
    """A choice between two, or both."""
    return (("", _("all")), ("yes", yes), ("no", no))


def context(request: HttpRequest, page: Any, made: Sequence[Field], **more: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """The variables of a list's template."""
    shown = filled(request, made)
    return {
        "page": page,
        "fields": shown,
        "is_filtered": any(f.value for f in shown),
        "query": query(request),
        "sort": request.GET.get("sort", ""),
        "unsorted": query(request, "sort"),
        **more,
    }
