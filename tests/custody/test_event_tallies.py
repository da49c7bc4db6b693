"""Counts of events for map and timeline: those kept by triggers are those of the events, whatever was changed."""

from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guvoh.custody.browse import EventFilter
from guvoh.custody.records.browsing import tallies
from guvoh.custody.records.gate import Records
from guvoh.custody.records.keyholder import hold, release
from guvoh.custody.tallies import EventChoice
from guvoh.model import Place, SourceKind, Stage
from guvoh.model.weighing import Event, Support, SupportStatus, Weighed

OSH = Place("Osh", "geonames:1527534", 0, 3, "KG", None, 40.53, 72.8, "city")
PLACES = (
    None,
    OSH,
    Place("Osh city", OSH.id, 5, 9, "KG", None, 40.53, 72.8, "city"),
    Place("the market", None, 0, 3),
    Place("Crimea", "geonames:703883", 0, 1, None, None, 45.25, 34.29, "admin1", ("RU", "UA")),
)
WHENS = (None, "2024-03-22", "2024-03", "2024", "2024-03-25/..", "../2023-01-01", "2020-01-06/2020-01-08")
ACTS = ("", "raid", "expulsion")


def event(number, act, place, when, stage=None):
    support = Support(1, 1, 1, (SourceKind.NGO,), SupportStatus.SINGLE_ORIGIN, ())
    acts = (act,) if act else ()
    return Event(f"e{number}", f"Event {number}", acts, (), (f"s{number}",), support, place, when, stage)


def events():
    """Any events, by number, so that sets of them have some in common."""
    told = st.tuples(
        st.sampled_from(ACTS), st.sampled_from(PLACES), st.sampled_from(WHENS), st.sampled_from((None, *Stage))
    )
    numbered = st.dictionaries(st.integers(1, 9), told, max_size=9)
    return numbered.map(lambda made: tuple(event(number, *row) for number, row in made.items()))


def by_place(told):
    found = Counter()
    for one in told:
        if one.place:
            found[one.place.id or one.place.name, one.acts[0] if one.acts else ""] += 1
    return found


def counted(places):
    return Counter({(p.place.id or p.place.name, act): number for p in places for act, number in p.acts})


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(events(), min_size=1, max_size=3))
def test_counts_are_those_of_the_events_after_every_weighing(vault, steps):
    for told in steps:
        vault.keep_weighed(Weighed(events=told), vault.latest("test"), {})
        assert counted(vault.browse.places(EventFilter())) == by_place(told)
        for act in ACTS:
            chosen = [one for one in told if (one.acts or ("",))[0] == act]
            assert counted(vault.browse.places(EventFilter(act=act))) == by_place(chosen)
        kg = [one for one in told if one.place and one.place.country == "KG"]
        assert counted(vault.browse.places(EventFilter(country="KG"))) == by_place(kg)
        stayed = [one for one in told if one.stage is Stage.PLANNED]
        assert counted(vault.browse.places(EventFilter(stage=Stage.PLANNED))) == by_place(stayed)
        days = Counter({(d.when, d.act, d.planned): d.count for d in vault.browse.days(EventFilter())})
        assert days == Counter((e.when or "", (e.acts or ("",))[0], e.stage is Stage.PLANNED) for e in told)
        counts = vault.tally_events(EventChoice())
        assert (counts.total, counts.placeless, counts.left_out) == (
            len(told),
            len([e for e in told if not e.place]),
            0,
        )
    vault.keep_weighed(Weighed(), vault.latest("test"), {})
    assert vault.browse.places(EventFilter()) == ()


def test_kept_counts_are_those_read_row_by_row(vault, monkeypatch):
    told = [event(n, ACTS[n % 3], PLACES[n % 5], WHENS[n % 7]) for n in range(40)]
    vault.keep_weighed(Weighed(events=tuple(told)), vault.latest("test"), {})
    kept = [vault.browse.places(EventFilter(act=act)) for act in (None, *ACTS)]
    weeks = vault.browse.weeks(EventFilter())
    monkeypatch.setattr(tallies, "_is_kept", lambda _: False)
    assert kept == [vault.browse.places(EventFilter(act=act)) for act in (None, *ACTS)]
    assert weeks == vault.browse.weeks(EventFilter(first=date(1900, 1, 1)))
    assert [(w.monday, w.count) for w in weeks] == [(date(2020, 1, 6), 5), (date(2024, 3, 18), 6)]


def test_a_place_keeps_its_claimants_and_stands_as_most_tell_it(vault):
    told = [
        event(1, "raid", PLACES[4], None),
        event(2, "", PLACES[2], None),
        *(event(n, "", OSH, None) for n in (3, 4)),
    ]
    vault.keep_weighed(Weighed(events=tuple(told)), vault.latest("test"), {})
    osh, crimea = vault.browse.places(EventFilter())
    assert (osh.place.name, osh.count, osh.place.lat) == ("Osh", 3, 40.53)
    assert crimea.place.disputed == ("RU", "UA")


def test_of_too_many_dates_the_newest_are_told_whole(vault, monkeypatch):
    monkeypatch.setattr(tallies, "MOST_DATES", 2)
    whens = ["2024-03-22", "2024-03-21", "2024-03-22", "2024-03-21", "2024-03-20", None]
    told = tuple(event(n, "raid", None, when) for n, when in enumerate(whens))
    vault.keep_weighed(Weighed(events=told), vault.latest("test"), {})
    counts = vault.tally_events(EventChoice())
    assert [(d.when, d.count) for d in counts.dates] == [("", 1), ("2024-03-21", 2), ("2024-03-22", 2)]
    assert (counts.total, counts.left_out) == (6, 1)


def test_of_few_dates_asked_for_the_newest_are_told_and_places_without_acts(vault):
    told = tuple(event(n, ACTS[n % 3], OSH, when) for n, when in enumerate(WHENS))
    vault.keep_weighed(Weighed(events=told), vault.latest("test"), {})
    counts = vault.tally_events(EventChoice(), few=1)
    assert [(d.when, d.count) for d in counts.dates] == [("", 1), ("../2023-01-01", 1), ("2024-03-25/..", 1)]
    assert [(p.count, p.acts) for p in counts.places] == [(len(WHENS), (("", len(WHENS)),))]
    by_name = vault.tally_events(EventChoice(place="osh"), few=1)
    assert by_name.places == counts.places


@pytest.mark.parametrize(("place", "count"), [("osh", 3), ("market", 1), ("%", 0), ("geonames:1527534", 3)])
def test_a_place_is_chosen_by_its_id_or_part_of_its_name(vault, place, count):
    told = [event(n, "raid", PLACES[k], None) for n, k in enumerate((0, 1, 1, 2, 3))]
    vault.keep_weighed(Weighed(events=tuple(told)), vault.latest("test"), {})
    assert vault.tally_events(EventChoice(place=place)).total == count


def test_an_older_vault_gets_its_counts(tmp_path):
    path = tmp_path / "records.db"
    path.touch()
    hold(path, b"d" * 32)
    executor = MigrationExecutor(connection)
    executor.migrate([("records", "0010_wide_indexes")])
    rows = executor.loader.project_state([("records", "0010_wide_indexes")]).apps.get_model("records", "EventRow")
    body = '{"place": {"disputed": ["RU", "UA"]}}'
    numbers = {"documents": 1, "origins": 1, "independent": 1}
    for n, (name, act) in enumerate((("Osh", "raid"), ("Osh", ""), ("Osh", "raid"), ("", "raid"))):
        rows.objects.create(ident=f"e{n}", title="t", act=act, place_name=name, lat=1.5 if name else None, kinds="[]",
                            acts="[]", body=body if name else "no JSON", **numbers)  # fmt: skip
    connection.close()
    release()
    records = Records(path, b"d" * 32, b"l" * 32)
    (osh,) = records.browse.places(EventFilter())
    assert (osh.place.name, osh.place.lat, osh.place.lon, osh.place.disputed) == ("Osh", 1.5, None, ("RU", "UA"))
    assert (osh.count, osh.acts) == (3, (("raid", 2), ("", 1)))
    records.close()
