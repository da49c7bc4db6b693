"""Numbers for the page's own pictures: round ticks, bars by origin, who tells whom."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh import actions
from guvoh.custody.browse import SourceFilter, SourceSort
from guvoh.model.access import HOLDER, Duty
from guvoh.web import drawing


@given(st.floats(0.5, 1e7))
def test_ticks_are_few_and_round_and_reach_near_the_greatest(most):
    ticks = drawing._ticks(most)
    assert ticks[0] == 0
    assert 2 <= len(ticks) <= 6
    assert ticks[-1] <= most * 1.000001
    assert f"{ticks[1]:.6e}"[0] in "125"


@pytest.fixture
def told(module_holder):
    """Every figure of the samples."""
    actions.weigh_vault.refresh(module_holder.vault())
    return actions.browse_statements.browse_figures(module_holder.vault(), HOLDER, size=200).rows


def test_bars_lie_inside_the_picture_in_the_order_of_their_values(told):
    drawn = drawing.ranges(told)
    assert drawn
    for one in drawn:
        for bar in one.bars:
            values = [v for v in (bar.low, bar.best, bar.high) if v is not None]
            assert values == sorted(values)
            assert all(one.left <= v <= one.right for v in values)
            assert bar.y < one.height


def test_the_picture_fits_any_width(desk_of_tables, told):
    page = desk_of_tables(Duty.READER).get("/figures/").content.decode()
    picture = re.search(r'<svg class="ranges".*?</figure>', page, re.DOTALL)[0]
    assert "viewBox" not in picture, "a picture that scales would shrink its words on a phone"
    assert re.search(r'<circle class="best" cx="[0-9.]+%"', picture)


def test_a_source_is_drawn_between_those_it_heard_and_those_who_repeat_it(module_holder, desk_of_tables, told):
    rows = actions.browse_sources.browse_sources(module_holder.vault(), HOLDER, SourceFilter(), SourceSort.SAID).rows
    views = [actions.browse_sources.view_source(module_holder.vault(), HOLDER, one.id) for one in rows]
    view = next(one for one in views if one.passes_on)
    graph = drawing.heard(view)
    me = f"source {view.item.id}"
    assert {(e["a"], e["b"]) for e in graph["edges"] if e["b"] == me} == {
        (f"source {other.id}", me) for other, _ in view.passes_on
    }
    assert {e["a"] for e in graph["edges"]} | {e["b"] for e in graph["edges"]} <= {n["id"] for n in graph["nodes"]}
    page = desk_of_tables(Duty.READER).get(f"/sources/{view.item.id}/").content.decode()
    assert 'id="lineage"' in page
