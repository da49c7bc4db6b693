"""Lists: pages forth and back give exactly the brute-force list, whatever is added meanwhile; keys are checked."""

import base64
import json
from contextlib import contextmanager
from datetime import date
from itertools import count

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guvoh.custody.browse import (
    DecisionFilter,
    EventFilter,
    EventSort,
    LedgerFilter,
    StatementFilter,
    StatementSort,
)
from guvoh.custody.records import models
from guvoh.custody.records.browsing.history import decision_listing, ledger_listing
from guvoh.custody.records.browsing.seek import COUNTED, plans
from guvoh.model.decisions import Review
from guvoh.model.errors import UsageError

DAY = date(2024, 1, 1).toordinal()
ACTS = ("", "raid", "expulsion")
PLACES = ("", "Osh", "Perm")
ROW = st.fixed_dictionaries(
    {
        "act": st.sampled_from(ACTS),
        "country": st.sampled_from(("", "RU", "KG")),
        "review": st.sampled_from(list(Review)),
        "unit": st.sampled_from(("", "person")),
        "value": st.none() | st.sampled_from((1.0, 2.5, 40.0)),
        "place_name": st.sampled_from(PLACES),
        "source_name": st.sampled_from(("", "A", "B")),
        "start": st.integers(0, 3),
        "days": st.tuples(st.none() | st.integers(-60, 5), st.none() | st.sampled_from((0, 1, 40, 400))),
    }
)
FILTER = st.builds(
    StatementFilter,
    act=st.none() | st.sampled_from(ACTS[1:]),
    country=st.none() | st.sampled_from(("RU", "KG")),
    review=st.none() | st.sampled_from(list(Review)),
    waiting=st.none() | st.booleans(),
    first=st.none() | st.integers(-50, 0).map(lambda n: date.fromordinal(DAY + n)),
    last=st.none() | st.integers(0, 50).map(lambda n: date.fromordinal(DAY + n)),
    counted=st.none() | st.just(value=True),
)
names = count()


@contextmanager
def taken_back():
    """Takes back what one example writes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def kept(vault, document):
    """A vault with two documents; the numbers of their rows."""
    for name in ("one", "two"):
        vault.keep(*document(f"Text of {name}, long enough for quotes.", path=name))
    return vault, list(models.Document.objects.order_by("id").values_list("id", flat=True))


def add(made, documents):
    values = dict(made)
    start, width = values.pop("days")
    first = None if start is None else DAY + start
    last = None if width is None else (first if first is not None else DAY) + width
    return models.StatementRow.objects.create(
        document_id=documents[values["start"] % 2], statement=f"s{next(names)}", end=values["start"] + 2, kind="act",
        modality="asserted", first=first, last=last, **values,
    )  # fmt: skip


def passes(row, wanted):
    waits = row.review in ("suggested", "awaiting")
    after = wanted.first is None or row.last is None or row.last >= wanted.first.toordinal()
    before = wanted.last is None or row.first is None or row.first <= wanted.last.toordinal()
    dated = (wanted.first is None and wanted.last is None) or not (row.first is None and row.last is None)
    same = all(
        getattr(wanted, n) is None or getattr(row, n) == getattr(wanted, n) for n in ("act", "country", "review")
    )
    counted = wanted.counted is None or (row.unit != "") is wanted.counted
    return same and after and before and dated and counted and wanted.waiting in (None, waits)


def in_order(rows, sort):
    column = {"value": "value", "place": "place_name", "source": "source_name", "date": "first"}.get(sort.strip("-"))
    if column is None:
        return sorted(rows, key=lambda r: (r.document_id, r.start, r.id))
    rows = [r for r in rows if sort.strip("-") == "date" or r.unit]
    down = sort.startswith("-")
    has = [r for r in rows if getattr(r, column) not in (None, "")]
    lacks = sorted((r for r in rows if getattr(r, column) in (None, "")), key=lambda r: r.id, reverse=down)
    return [*sorted(has, key=lambda r: (getattr(r, column), r.id), reverse=down), *lacks]


def walk(browse, wanted, sort, size, each=lambda page: None):
    """All ids, forward page by page, and then back again."""
    forth, pages, key = [], [], None
    while True:
        page = browse.statements(wanted, sort, key, size)
        forth += [item.id for item in page.rows]
        pages.append(page)
        each(page)
        if page.next_key is None:
            break
        key = page.next_key
    back = [item.id for item in page.rows]
    while page.previous_key:
        page = browse.statements(wanted, sort, page.previous_key, size)
        back = [item.id for item in page.rows] + back
    return forth, back, pages


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROW, max_size=14), FILTER, st.sampled_from(list(StatementSort)), st.integers(1, 5))
def test_pages_forth_and_back_are_the_whole_list(kept, made, wanted, sort, size):
    vault, documents = kept
    with taken_back():
        rows = [add(one, documents) for one in made]
        right = [row.statement for row in in_order([r for r in rows if passes(r, wanted)], sort)]
        forth, back, pages = walk(vault.browse, wanted, sort, size)
        assert forth == right
        assert back == right
        assert (pages[0].total.count, pages[0].total.exact) == (len(right), True)
        assert all(len(page.rows) == size for page in pages[:-1])


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(ROW, min_size=4, max_size=10), st.lists(ROW, min_size=1, max_size=6),
    st.sampled_from(list(StatementSort)), st.integers(1, 3),
)  # fmt: skip
def test_what_is_added_meanwhile_doubles_and_loses_nothing(kept, made, added, sort, size):
    vault, documents = kept
    with taken_back():
        before = [row.statement for row in in_order([add(one, documents) for one in made], sort)]
        later = iter(added)

        def insert(page):
            one = next(later, None)
            if one is not None:
                add(one, documents)

        forth, _, _ = walk(vault.browse, StatementFilter(), sort, size, insert)
        assert len(forth) == len(set(forth))
        assert [ident for ident in forth if ident in set(before)] == before


def test_rows_gone_meanwhile_leave_a_list_that_can_be_walked_on(kept):
    vault, documents = kept
    rows = [add({"start": 0, "days": (n, 0), "act": "raid"}, documents) for n in range(6)]
    page = vault.browse.statements(StatementFilter(), StatementSort.DATE, None, 2)
    models.StatementRow.objects.filter(id__lte=rows[3].id).delete()
    on = vault.browse.statements(StatementFilter(), StatementSort.DATE, page.next_key, 2)
    assert [item.id for item in on.rows] == [rows[4].statement, rows[5].statement]
    begun = vault.browse.statements(StatementFilter(), StatementSort.DATE, on.previous_key, 2)
    assert [item.id for item in begun.rows] == [rows[4].statement, rows[5].statement]
    assert begun.previous_key is None


def key_of(*said):
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "key",
    [
        "no key", "AAAA", "é", key_of("statements date"), key_of("statements review", 0, 0, 1, 2, 3),
        key_of("statements date", 0, 7, 1, 1), key_of("statements date", 2, 0, 1, 1),
        key_of("statements date", 0, 0, [1], 1), key_of("statements date", 0, 0, 1),
        key_of("statements date", 0, -1, 1),
        key_of(*([[]] * 9)),
    ],
)  # fmt: skip
def test_a_key_of_another_list_is_refused(kept, key):
    vault, _ = kept
    with pytest.raises(UsageError, match="place in the list"):
        vault.browse.statements(StatementFilter(), StatementSort.DATE, key, 10)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_text_as_key_is_refused_or_leads_somewhere(kept, key):
    vault, _ = kept
    try:
        page = vault.browse.events(EventFilter(), EventSort.DATE, key, 10)
    except UsageError:
        return
    assert page.rows == ()


def test_counting_stops_and_says_so(kept):
    vault, documents = kept
    models.StatementRow.objects.bulk_create(
        models.StatementRow(
            document_id=documents[0], statement=f"n{n}", start=0, end=2, kind="act", modality="asserted"
        )
        for n in range(COUNTED + 1)
    )
    page = vault.browse.statements(StatementFilter(), StatementSort.REVIEW, None, 1)
    assert (page.total.count, page.total.exact) == (COUNTED, False)
    assert vault.browse.statements(StatementFilter(), StatementSort.REVIEW, page.next_key, 1).total is None


@pytest.mark.parametrize(
    "listing",
    [
        decision_listing(DecisionFilter()),
        decision_listing(DecisionFilter(by="reviewer")),
        decision_listing(DecisionFilter(kind="reject")),
        decision_listing(DecisionFilter(by="reviewer", kind="reject")),
        ledger_listing(LedgerFilter()),
        ledger_listing(LedgerFilter(action="decided")),
        ledger_listing(LedgerFilter(subject="a" * 64)),
        ledger_listing(LedgerFilter(action="decided", subject="a" * 64)),
    ],
)
def test_decisions_and_log_are_read_in_order_and_not_sorted(vault, listing):
    read = plans(listing)
    assert len(read) == 1
    assert "USING" in read[0]  # an index that has the order; a sort would be a step of its own
