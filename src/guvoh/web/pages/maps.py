"""Map and timeline: where and when events are reported, by the same filters, as drawings and as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final, cast

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guvoh import actions
from guvoh.custody import EventChoice
from guvoh.model import Place, SourceKind, Stage
from guvoh.model.access import Right
from guvoh.model.acts import acts
from guvoh.model.errors import BadTerm
from guvoh.model.weighing import SupportStatus
from guvoh.reporting.areas import ground_json
from guvoh.reporting.map_data import MapData
from guvoh.reporting.map_sheets import Sheet, draw_maps
from guvoh.reporting.svg_map import Spot
from guvoh.reporting.time_data import DateTally, before_after
from guvoh.web import listing, map_words
from guvoh.web.routes import Route
from guvoh.web.templatetags.desk import number, words

_WEEKS: Final = 12
_MOST_WEEKS: Final = 520
_ROWS: Final = 200
"""Rows of the tables: what is beyond them is reached by filters."""
_DRAWN: Final = 80
"""Places in the page's own drawings: names of more could not be set apart."""
_FILTERS: Final = ("act", "place", "first", "last", "source_kind", "status", "stage", "waiting", "conflict")
"""As the list of events names them, so that each page can hand its choice to the other."""
_PLACE: Final = listing.Field("place", _("Place"))


def _day(label: Any) -> forms.DateField:  # noqa: ANN401
    return forms.DateField(required=False, label=label, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


def _one_of(label: Any, terms: Any) -> forms.ChoiceField:  # noqa: ANN401
    choices = [("", _("all"))] + [(term.value, words(term.value)) for term in terms]
    return forms.ChoiceField(required=False, label=label, choices=choices)


def _either(label: Any, yes: Any, no: Any) -> forms.ChoiceField:  # noqa: ANN401
    return forms.ChoiceField(required=False, label=label, choices=listing.yes_no(yes, no))


class Choice(forms.Form):  # type: ignore[misc]
    """The filters of the page, and the day to compare before and after."""

    act = forms.ChoiceField(required=False, label=_("Act"))
    place = forms.CharField(required=False, label=_("Place"), max_length=120)
    first = _day(_("From"))
    last = _day(_("To"))
    day = _day(_("Compare before and after"))
    area: Place | None = None
    unclear: BadTerm | None = None
    weeks = forms.IntegerField(required=False, label=_("Weeks on each side"), min_value=1, max_value=_MOST_WEEKS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        labels = sorted(((term, map_words.act_label(term)) for term in acts()), key=lambda item: item[1].casefold())
        cast("forms.ChoiceField", self.fields["act"]).choices = [("", gettext("all")), *labels]
        self.fields["source_kind"] = _one_of(_("Kind of source"), SourceKind)
        self.fields["status"] = _one_of(_("Support"), SupportStatus)
        self.fields["stage"] = _one_of(_("Stage"), Stage)
        self.fields["waiting"] = _either(_("Review"), _("waits for review"), _("all decided"))
        self.fields["conflict"] = _either(_("Figures"), _("in conflict"), _("no conflict"))
        self.order_fields([*_FILTERS, "day", "weeks"])

    def params(self) -> dict[str, str]:
        """The filters that are set, as the query of an address."""
        said_so = {name: self.cleaned_data.get(name) for name in _FILTERS}
        return {name: str(value) for name, value in said_so.items() if value}

    def clean_place(self) -> str:
        """The place as it was given. Sets `area` for a name (see listing.area); an id is that place alone."""
        raw: str = self.cleaned_data["place"].strip()
        try:
            self.area = listing.area(raw)
        except BadTerm as error:
            self.unclear = error
            raise forms.ValidationError(listing.place_fault(error)) from error
        return raw

    def events(self) -> EventChoice:
        """The choice as the vault takes it; a field that is wrong chooses nothing."""
        given: dict[str, Any] = {name: self.cleaned_data.get(name) or None for name in _FILTERS}
        kind, status = given["source_kind"], given["status"]
        return EventChoice(
            act=given["act"], place=None if self.area else given["place"], within=self.area, stage=given["stage"],
            since=given["first"], until=given["last"], kind=SourceKind(kind) if kind else None,
            support=SupportStatus(status) if status else None,
            waiting=listing.YES_NO.get(given["waiting"] or ""), conflict=listing.YES_NO.get(given["conflict"] or ""),
        )  # fmt: skip

    def told(self) -> str:
        """The filters in words, for the source line of a picture."""
        shown = {
            name: map_words.act_label(value) if name == "act" else self._said(name, value)
            for name, value in self.params().items()
        }
        return "; ".join(f"{self.fields[name].label}: {value}" for name, value in shown.items()) or gettext(
            "all events"
        )

    def _said(self, name: str, value: str) -> str:
        """A value in the words that the form offers it in."""
        return str(dict(getattr(self.fields[name], "choices", ())).get(value, words(value)))


def _chosen(request: HttpRequest) -> Choice:
    form = Choice(request.GET)
    form.is_valid()
    return form


def _mapped(request: HttpRequest, form: Choice, **which: Any) -> Any:  # noqa: ANN401
    return actions.map_events.map_events(request.vault, request.actor, form.events(), **which)


def page(request: HttpRequest) -> HttpResponse:
    """The page: filters, drawings, tables; its scripts fetch all places and dates."""
    form = _chosen(request)
    told = _mapped(request, form, few=_ROWS)
    params = form.params()
    sheets = _sheets(told.map, params)
    return render(
        request,
        "maps/map.html",
        {
            "form": form,
            "place": listing.doubtful(request, _PLACE, form.unclear) if form.unclear else None,
            "query": request.GET.urlencode(),
            "listed": map_words.events_link(**params),
            "told": told,
            "sheets": sheets,
            "places": [map_words.place_json(mark, params) for mark in told.map.marks[:_ROWS]],
            "more_places": told.more_places or max(0, len(told.map.marks) - _ROWS),
            "elsewhere": [(t.place.name, map_words.precise(t.place), t.count) for t in told.map.elsewhere],
            "dates": _date_rows(told.time, params),
            "beyond": _beyond(told),
            "yearless": [
                (map_words.date_words(t.when), map_words.act_label(t.act), t.count) for t in told.time.yearless
            ],
            "compared": _compared(request, form),
            "stale": not actions.weigh_vault.is_weighed(request.vault),
            "source": _source_line(form),
        },
    )


def _sheets(data: MapData, params: map_words.Params) -> list[Sheet]:
    """The page's own drawings, of the places reported most."""
    drawn = data.marks[:_DRAWN]
    links = [map_words.events_link(**{**params, "place": mark.key}) for mark in drawn]
    return draw_maps([Spot(mark.place, mark.count, link) for mark, link in zip(drawn, links, strict=True)])[0]


def _date_rows(time: Any, params: map_words.Params) -> list[dict[str, Any]]:  # noqa: ANN401
    return [map_words.item_json(item, params) for item in _newest(time)]


def _newest(time: Any) -> list[Any]:  # noqa: ANN401
    """The dates that the table has room for."""
    return sorted(time.items, key=lambda item: item.last or date.max, reverse=True)[:_ROWS]


def _yearless(tally: DateTally) -> tuple[str, str, int]:
    return map_words.date_words(tally.when), map_words.act_label(tally.act), tally.count


def _compared(request: HttpRequest, form: Choice) -> Any:  # noqa: ANN401
    """The weeks around the day asked for: all dates of those weeks, however many the vault has."""
    day, weeks = form.cleaned_data.get("day"), form.cleaned_data.get("weeks") or _WEEKS
    if not day:
        return None
    first, last = (min(max(day.toordinal() + 7 * side, 1), date.max.toordinal()) for side in (-weeks, weeks))
    asked = form.events()
    since, until = date.fromordinal(first), date.fromordinal(last)
    near = replace(asked, since=max(asked.since or since, since), until=min(asked.until or until, until))
    told = actions.map_events.map_events(
        request.vault, request.actor, near, places=False, few=actions.map_events.EVERY_DATE
    )
    return before_after(told.time.items, day, weeks)


def _source_line(form: Choice) -> str:
    made = date_format(timezone.now().date(), "DATE_FORMAT")
    return "\n".join(
        (
            gettext("Shown: %(filters)s. Made with Guvoh on %(day)s.") % {"filters": form.told(), "day": made},
            gettext("Reports, not occurrences: what is counted is what sources tell, not what happened."),
            gettext("Place names: GeoNames (CC BY 4.0). Outlines: Natural Earth. Hatched: disputed, given to no side."),
        )
    )


def places(request: HttpRequest) -> HttpResponse:
    """The marks of the map as JSON."""
    form = _chosen(request)
    return JsonResponse(map_words.map_json(_mapped(request, form, dates=False).map, form.params()))


def times(request: HttpRequest) -> HttpResponse:
    """The dates of the timeline as JSON."""
    form = _chosen(request)
    told = _mapped(request, form, places=False)
    return JsonResponse(map_words.time_json(told.time, form.params()) | {"notes": _notes(told)})


def _beyond(told: Any) -> int:  # noqa: ANN401
    """Events of dates older than those in the table."""
    shown = sum(item.tally.count for item in _newest(told.time))
    return int(told.left_out + sum(item.tally.count for item in told.time.items) - shown)


def _notes(told: Any) -> list[str]:  # noqa: ANN401
    """What must be said beside the drawing of all dates."""
    loose = gettext(
        "The bars per week hold only what falls wholly into one week; %(number)s events have wider dates."
    ) % {"number": number(told.time.loose)}  # fmt: skip
    left = gettext("%(number)s events of the oldest dates are left out: choose a shorter time.")
    return [loose, left % {"number": number(told.left_out)}] if told.left_out else [loose]


def ground(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The outlines under the map: no part of the record, so the browser may keep them."""
    return HttpResponse(
        ground_json(), content_type="application/json", headers={"Cache-Control": "private, max-age=86400"}
    )


ROUTES = (
    Route("map", "map/", page, Right.READ),
    Route("map_places", "map/places.json", places, Right.READ),
    Route("map_times", "map/times.json", times, Right.READ),
    Route("map_ground", "map/ground.json", ground, Right.READ),
)
