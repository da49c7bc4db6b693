"""Choosing events and sources by words on the desk, and what is decided with them."""

import re

import pytest
from django.urls import reverse

from guvoh import actions
from guvoh.custody.browse import SourceFilter
from guvoh.model.access import HOLDER, Duty
from guvoh.model.errors import BadTerm


@pytest.fixture
def two(holder):
    """Two events of one statement or more."""
    return actions.browse_events.browse_events(holder.vault(), HOLDER).rows[:2]


def offered(page, name):
    """The values that a person can choose."""
    return re.findall(rf'name="{name}" value="(\w+)"', page)


def found(client, what, **asked):
    answer = client.get(reverse(f"choose_{what}"), asked, headers={"HX-Request": "true"})
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def statements_of(holder, event):
    view = actions.browse_events.view_event(holder.vault(), HOLDER, event)
    return {item.id for group in view.by_origin for item in group.statements}


def test_an_event_is_found_by_the_name_a_person_gave_it_and_by_what_is_told(browse, holder, two):
    client = browse(Duty.EDITOR)
    client.post(reverse("event_decide", args=[two[0].id]), {"do": "name", "title": "Heron at dawn", "seen": "0"})
    assert offered(found(client, "events", words="DAWN heron", name="larger"), "larger") == [two[0].id]
    assert two[0].id not in found(client, "events", words="heron", but=two[0].id)
    told = actions.browse_events.view_event(holder.vault(), HOLDER, two[1].id).by_origin[0].statements[0].quote
    assert two[1].id in offered(found(client, "events", words=" ".join(told.split()[:6])), "other")
    assert offered(found(client, "events", words=two[1].id), "other") == [two[1].id]
    kept = found(client, "events", words="heron", other=two[1].id)
    assert offered(kept, "other") == [two[1].id, two[0].id]
    assert f'value="{two[1].id}" checked' in kept


def test_a_field_of_another_name_is_not_written_into_the_page(browse):
    assert "onclick" not in found(browse(Duty.EDITOR), "events", words="police", name='x" onclick="y')


def test_no_event_and_no_word_are_told(browse):
    client = browse(Duty.READER)
    assert "No event has these words" in found(client, "events", words="zzyzx")
    assert "no word to look for" in found(client, "events", words="!!")
    assert "No source has these words" in found(client, "sources", words="zzyzx")


def test_the_page_of_an_event_offers_those_like_it_without_ids_to_type(browse, two):
    page = browse(Duty.EDITOR).get(reverse("event", args=[two[0].id])).content.decode()
    assert '<input id="other"' not in page
    assert '<input id="part_of"' not in page
    assert 'id="choose-other-words"' in page
    assert "choose-other" not in browse(Duty.REVIEWER).get(reverse("event", args=[two[0].id])).content.decode()


def test_events_like_another_share_act_and_country_and_leave_it_out(holder):
    rows = actions.browse_events.browse_events(holder.vault(), HOLDER).rows
    one = next(row for row in rows if row.place and row.acts)
    like = actions.choose_events.choose_events(holder.vault(), HOLDER, "", one.id)
    assert like
    assert all(one.acts[0] in row.acts and row.place.country == one.place.country for row in like)
    assert one.id not in {row.id for row in like}


def test_accepted_statements_are_moved_to_the_event_chosen(browse, holder, two):
    moved = statements_of(holder, two[0].id)
    actions.review_statements.accept(holder.vault(), HOLDER, sorted(moved))
    client = browse(Duty.EDITOR)
    page = client.get(reverse("event", args=[two[0].id])).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', page)[1]
    given = {"do": "group", "statement": sorted(moved), "other": two[1].id, "seen": seen}
    assert client.post(reverse("event_decide", args=[two[0].id]), given).status_code == 302
    now = actions.browse_events.event_now(holder.vault(), HOLDER, two[1].id)
    assert moved <= statements_of(holder, now)


def test_two_events_become_one_and_an_old_page_is_refused(browse, holder, two):
    client = browse(Duty.EDITOR)
    page = client.get(reverse("event", args=[two[0].id])).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', page)[1]
    both = statements_of(holder, two[0].id) | statements_of(holder, two[1].id)
    actions.review_statements.accept(holder.vault(), HOLDER, sorted(statements_of(holder, two[0].id))[:1])
    given = {"do": "merge", "larger": two[1].id, "seen": seen}
    address = reverse("event_decide", args=[two[0].id])
    assert client.post(address, given).status_code == 409
    fresh = re.search(r'name="seen" value="(\d+)"', client.get(reverse("event", args=[two[0].id])).content.decode())[1]
    answer = client.post(address, given | {"seen": fresh})
    assert answer.status_code == 302, answer.content
    assert both <= statements_of(holder, answer.headers["Location"].split("/")[2])


def test_an_event_is_not_merged_with_itself(holder, two):
    for other in (two[0].id, ""):
        with pytest.raises(BadTerm):
            actions.decide_events.merge(holder.vault(), HOLDER, two[0].id, other)


def test_sources_are_found_by_name_ticked_ones_stay_and_are_joined(browse, holder):
    rows = actions.browse_sources.browse_sources(holder.vault(), HOLDER, SourceFilter(), size=200).rows
    here, first, second = (row for row in rows[:3])
    client = browse(Duty.EDITOR)
    one = offered(found(client, "sources", words=first.name, but=here.id), "others")
    assert first.id in one
    page = found(client, "sources", words=second.name, but=here.id, others=[first.id])
    assert re.search(rf'value="{first.id}" checked', page)
    assert second.id in offered(page, "others")
    given = {"do": "identify", "others": [first.id], "seen": "0"}
    client.post(reverse("source_decide", args=[here.id]), given)
    view = actions.browse_sources.view_source(holder.vault(), HOLDER, here.id)
    assert first.name in {view.item.name, *view.item.aliases}
