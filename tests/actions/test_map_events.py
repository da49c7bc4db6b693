"""Events of a real vault on a map and along time: filters, disputed places, rights."""

from datetime import date

import pytest

from guvoh.actions.map_events import map_events
from guvoh.assessment.weigh import VERSION
from guvoh.custody import EventChoice
from guvoh.model import Place, SourceKind
from guvoh.model.access import Actor, Duty
from guvoh.model.weighing import Event, Support, SupportStatus, Weighed

OSH = Place("Osh", "geonames:1527534", 0, 1, "KG", None, 40.53, 72.8, "city")
CRIMEA = Place("Crimea", "geonames:703883", 0, 1, None, None, 45.25, 34.29, "admin1", ("RU", "UA"))
READER = Actor("reader", "Reader", Duty.READER)


def event(number, act, place, when, status=SupportStatus.SINGLE_ORIGIN, kind=SourceKind.NGO):
    support = Support(1, 1, 1, (kind,), status, ())
    return Event(f"e{number}", f"Event {number}", (act,) if act else (), (), (f"s{number}",), support, place, when)


EVENTS = (
    event(1, "raid", OSH, "2024-03-22"),
    event(2, "raid", OSH, "2024-03", SupportStatus.CORROBORATED),
    event(3, "expulsion", OSH, None, kind=SourceKind.OUTLET),
    event(4, "", CRIMEA, "2023-05-01/.."),
    event(5, "expulsion", None, "2022"),
)


@pytest.fixture
def mapped(vault):
    """A vault whose weighed events are EVENTS, asked for by choice."""
    vault.keep_weighed(Weighed(events=EVENTS), vault.latest(VERSION), {})
    return lambda **choice: map_events(vault, READER, EventChoice(**choice))


def test_events_are_counted_by_place_and_by_date(mapped):
    told = mapped()
    assert [(m.place.name, m.count) for m in told.map.marks] == [("Osh", 3), ("Crimea", 1)]
    assert dict(told.map.marks[0].acts) == {"raid": 2, "expulsion": 1}
    assert (told.total, told.placeless, told.time.undated, told.left_out) == (5, 1, 1, 0)
    assert {i.tally.events for i in told.time.items} == {((f"e{n}", f"Event {n}"),) for n in (1, 2, 4, 5)}


def test_a_disputed_place_keeps_its_claimants_and_has_land_of_its_own(mapped):
    crimea = mapped(place="Crim").map
    assert crimea.marks[0].place.disputed == ("RU", "UA")
    assert CRIMEA.id in crimea.land


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"act": "raid"}, {1, 2}),
        ({"act": ""}, {4}),
        ({"place": "geonames:1527534"}, {1, 2, 3}),
        ({"since": date(2024, 3, 25)}, {2, 4}),
        ({"until": date(2022, 12, 31)}, {5}),
        ({"since": date(2024, 1, 1), "until": date(2024, 3, 10)}, {2, 4}),
        ({"kind": SourceKind.OUTLET}, {3}),
        ({"support": SupportStatus.CORROBORATED}, {2}),
        ({"act": "raid", "support": SupportStatus.SINGLE_ORIGIN}, {1}),
        ({"stage": "planned"}, set()),
    ],
)
def test_every_filter_chooses_what_fits_it(mapped, choice, expected):
    assert mapped(**choice).total == len(expected)
    told = mapped(**choice)
    titles = {title for item in told.time.items for _, title in item.tally.events}
    assert titles == {f"Event {n}" for n in expected if EVENTS[n - 1].when}


def test_an_empty_vault_has_an_empty_map(vault):
    told = map_events(vault, READER, EventChoice())
    assert (told.map.marks, told.time.items, told.total) == ((), (), 0)
