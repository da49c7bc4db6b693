"""The timeline: days as points, periods as bars, open ends as arrows, and no year where none is said."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guvoh.reporting.timeline import Dated, draw_timeline

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = (
    "2024-03-22/2024-03-24",
    "2024-03-23",
    "2024-03-23",
    "2024-03-22/..",
    "../2024-04-01",
    "2023-06",
    "XXXX-10-02/XXXX-10-08",
    None,
)


def dated(*values, planned=False):
    return [Dated(v, planned, f"#date-{i}") for i, v in enumerate(values)]


def marks(drawn):
    tree = etree.fromstring(str(drawn.svg).encode())
    return {
        a[0].text: [n.get("class") for n in a if n.get("class", "").startswith(("day", "span", "open"))]
        for a in tree.iter("{*}a")
    }


def test_each_kind_of_date_has_its_mark():
    drawn = draw_timeline(dated(*SAMPLE))
    assert marks(drawn) == {
        "June 2023: 1 statement": ["span told"],
        "since 22 March 2024: 1 statement": ["open told"],
        "22 to 24 March 2024: 1 statement": ["span told"],
        "23 March 2024: 2 statements": ["day told"],
        "before or on 1 April 2024: 1 statement": ["open told"],
    }


def test_year_not_stated_is_listed_and_never_drawn():
    drawn = draw_timeline(dated(*SAMPLE))
    assert [t.words for t in drawn.yearless] == ["2 to 8 October, year not stated"]
    assert "October" not in str(drawn.svg)
    assert drawn.undated == 1
    assert draw_timeline(dated("XXXX-03-22", None)).svg is None


def test_plans_are_drawn_as_plans_only_when_all_are():
    assert marks(draw_timeline(dated("2024-10", planned=True)))["October 2024: 1 statement, planned"] == [
        "span planned"
    ]
    assert marks(draw_timeline([*dated("2024-10", planned=True), *dated("2024-10")]))["October 2024: 2 statements"] == [
        "span told"
    ]


def test_few_dates_long_before_the_rest_are_listed():
    drawn = draw_timeline(dated("1937", "2024-01-02", "2024-02", "2024-03-01", "2024-03-05"))
    assert [t.words for t in drawn.earlier] == ["1937"]
    assert "1937" not in str(drawn.svg)


def test_not_more_rows_than_a_page_holds():
    drawn = draw_timeline(dated(*(f"2024-{m:02}-{d:02}" for m in range(1, 5) for d in range(1, 26))))
    assert len(marks(drawn)) == 60
    assert len(drawn.earlier) == 40


def test_a_mark_stands_in_the_order_of_time():
    tree = etree.fromstring(str(draw_timeline(dated("2024-01-10", "2024-03-10", "2024-02-10")).svg).encode())
    xs = [float(c.get("cx")) for c in tree.iter("{*}circle")]
    assert xs == sorted(xs)
    assert xs[-1] - xs[0] > 200


point = st.dates().map(str) | st.integers(1, 9999).map(lambda y: f"{y:04}") | st.just("XXXX-02-29")


@given(st.lists(point | st.tuples(point).map(lambda p: f"{p[0]}/..") | st.none() | st.just("nonsense"), max_size=8))
def test_any_dates_are_drawn_listed_or_counted(values):
    drawn = draw_timeline(dated(*values))
    rows = len(marks(drawn)) if drawn.svg else 0
    known = {v for v in values if v and v != "nonsense"}
    assert rows + len(drawn.yearless) + len(drawn.earlier) == len(known)
    assert drawn.undated == sum(v in (None, "nonsense") for v in values)


def test_golden_timeline():
    """The drawing as last looked at. To draw it anew: GUVOH_UPDATE_GOLDEN=1, then look at it."""
    drawn = str(draw_timeline(dated(*SAMPLE)).svg) + "\n"
    file = GOLDEN / "timeline.svg"
    if os.environ.get("GUVOH_UPDATE_GOLDEN"):
        file.write_text(drawn, encoding="utf-8")
    assert drawn == file.read_text(encoding="utf-8")
