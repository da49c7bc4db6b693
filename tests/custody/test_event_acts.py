"""Events by every act that their statements tell: rows kept by triggers, lists in each order, whatever was changed."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guvoh.custody.browse import EventFilter, EventSort
from guvoh.custody.records.browsing import events as listing
from guvoh.model import SourceKind
from guvoh.model.weighing import Event, Support, SupportStatus, Weighed

ACTS = ("raid", "expulsion", "fine")


def event(number, acts, when, independent=1):
    support = Support(independent, 1, independent, (SourceKind.NGO,), SupportStatus.SINGLE_ORIGIN, ())
    return Event(f"e{number}", f"Event {number}", tuple(acts), (), (f"s{number}",), support, None, when, None)


def told():
    one = st.tuples(
        st.lists(st.sampled_from(ACTS), unique=True, max_size=3),
        st.sampled_from((None, "2024-03-22", "2024-03", "2020", "2024-03-25/..")),
    )
    numbered = st.dictionaries(st.integers(1, 8), one, max_size=8)
    return numbered.map(lambda made: tuple(event(number, *row) for number, row in made.items()))


def listed(vault, **filters):
    found, key = [], None
    while True:
        page = vault.browse.events(EventFilter(**filters), EventSort.DATE_DOWN, key, 2)
        found += [row.id for row in page.rows]
        key = page.next_key
        if key is None:
            return found


@pytest.mark.parametrize("few", [0, 5_000], ids=["read in the order of an index", "found one by one"])
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(told(), min_size=1, max_size=3))
def test_an_act_finds_every_event_that_tells_it(vault, steps, few):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "_FEW", few)
        for events in steps:
            vault.keep_weighed(Weighed(events=events), vault.latest("test"), {})
            for act in ACTS:
                of_act = [one.id for one in events if act in one.acts]
                found = listed(vault, act=act)
                assert sorted(found) == sorted(of_act)
                every = [ident for ident in listed(vault) if ident in of_act]
                assert found == every, "the order is that of the whole list"
            with connection.cursor() as cursor:
                rows = cursor.execute("SELECT count(*) FROM records_eventact").fetchall()
            assert rows[0][0] == sum(len(one.acts) - 1 for one in events if one.acts)


@pytest.mark.parametrize("sort", list(EventSort))
def test_each_order_and_stretch_of_days_knows_the_act(vault, sort):
    events = (event(1, ("raid", "fine"), "2024-03-22", 2), event(2, ("fine",), "2024-04-01"), event(3, ("raid",), None))
    vault.keep_weighed(Weighed(events=events), vault.latest("test"), {})
    page = vault.browse.events(EventFilter(act="fine"), sort, None, 9)
    assert {row.id for row in page.rows} == {"e1", "e2"}
    assert page.total.count == 2
