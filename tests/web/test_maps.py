"""The map and timeline page: filters, words, JSON that the drawings read, nothing finer than told."""

import json
import re
import sys
import xml.etree.ElementTree as ET
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.translation import override

from guvoh import actions
from guvoh.custody import EventChoice
from guvoh.model.access import HOLDER, Duty
from guvoh.web import listing, reasons
from guvoh.web.map_words import date_words
from guvoh.web.pages import maps

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import messages


@pytest.fixture
def reader(desk_of_tables):
    """A reader's browser over the weighed samples."""
    return desk_of_tables(Duty.READER)


@pytest.fixture
def told(module_holder):
    """What the action says of the same vault."""
    return lambda **choice: actions.map_events.map_events(module_holder.vault(), HOLDER, EventChoice(**choice))


def total_of(answer):
    """How many events the page says it shows."""
    page = answer.content.decode()
    return 0 if "No events fit here." in page else int(re.search(r"([0-9]+) events? (?:is|are) reported", page)[1])


def test_the_page_lists_every_place_and_warns_that_reports_are_no_occurrences(reader, told):
    page = reader.get("/map/").content.decode()
    assert "reports, not occurrences" in page
    for mark in told().map.marks:
        assert f'data-place="{mark.key}"' in page
    assert page.count("<svg") > 1


def test_the_json_of_places_is_what_the_action_tells(reader, told):
    data = reader.get("/map/places.json").json()
    made = told().map
    assert [(p["key"], p["count"]) for p in data["places"]] == [(m.key, m.count) for m in made.marks]
    assert set(data["areas"]) == set(made.land)
    assert all(p["precision"] != "city" for p in data["places"] if p["key"] in data["areas"])


def test_the_json_of_times_is_what_the_action_tells(reader, told):
    data = reader.get("/map/times.json").json()
    made = told().time
    assert sum(i["count"] for i in data["items"]) == sum(i.tally.count for i in made.items)
    assert [lane["key"] for lane in data["lanes"]] == [term for term, _ in made.lanes]
    assert [date.fromisoformat(monday) for monday, _ in data["weeks"]] == list(made.weeks)


@pytest.mark.parametrize(
    "query",
    [
        "act=raid",
        "first=2025-01-01",
        "last=2022-12-31",
        "source_kind=ngo",
        "status=single_origin",
        "place=Saratov+Oblast",
        "place=kz",
        "waiting=no",
        "conflict=yes",
    ],
)
def test_map_and_list_follow_one_choice(reader, query):
    shown = total_of(reader.get(f"/map/?{query}"))
    assert shown < total_of(reader.get("/map/"))
    assert bool(shown) == (query != "waiting=no"), "nobody has reviewed the samples"
    listed = total_listed(reader.get(f"/events/?{query}"))
    assert listed == shown or (query.startswith("act") and listed > shown), "the list has an event under each act"
    for place in reader.get(f"/map/places.json?{query}").json()["places"]:
        kept = parse_qs(urlsplit(place["href"]).query)
        name, _, value = query.partition("=")
        assert kept["place"] == [place["key"]]
        assert name == "place" or kept[name] == [value]
        assert total_listed(reader.get(place["href"])) >= place["count"]


def test_a_place_by_its_name_or_id_means_the_same_on_map_and_list(reader, told):
    compared = set()
    for mark in told().map.marks:
        for asked in (mark.place.name, mark.key):
            if (mark.place.precision, asked == mark.key) in compared:
                continue
            listed = reader.get("/events/", {"place": asked})
            if listed.status_code == 200:  # else the name may mean several places
                assert total_listed(listed) == total_of(reader.get("/map/", {"place": asked})), asked
                compared.add((mark.place.precision, asked == mark.key))
    assert compared >= {(one, by_id) for one in ("city", "admin1", "country") for by_id in (True, False)}


def test_each_date_leads_to_the_list_of_that_time(reader):
    items = reader.get("/map/times.json?act=raid").json()["items"]
    assert items
    for item in items:
        kept = parse_qs(urlsplit(item["href"]).query)
        assert kept.get("first") == ([item["first"]] if item["first"] else None)
        assert item["count"] <= total_listed(reader.get(item["href"])) < total_listed(reader.get("/events/"))


def test_a_region_holds_what_is_in_it_and_an_id_only_itself(reader):
    region = reader.get("/events/?place=Saratov Oblast").content.decode()
    assert "Engels" in region
    alone = reader.get("/events/?place=geonames:498677").content.decode()
    assert "Saratov" in alone
    assert "Engels" not in alone


@pytest.mark.parametrize("page", ["/map/", "/events/", "/figures/"])
def test_a_place_of_no_known_name_or_of_several_is_told(reader, page):
    assert "Filters" in reader.get("/map/", {"place": "Nowhere at all"}).content.decode()
    for place, words in (("Nowhere at all", "no place of that name"), ("Georgia", "may mean several places")):
        assert words in reader.get(page, {"place": place}).content.decode()


ASKING = ["/map/", "/events/", "/figures/", "/tally/"]
"""Pages with a place among their filters."""


@pytest.mark.parametrize("page", ASKING)
def test_a_place_of_several_is_asked_again_with_each_as_a_link(reader, page):
    answer = reader.get(page, {"place": "Georgia", "act": "raid", "key": "x" * (page != "/tally/")})
    assert answer.status_code == (200 if page == "/map/" else 422)
    shown = answer.content.decode()
    assert 'name="place"' in shown
    assert 'value="Georgia"' in shown
    assert "geonames:" not in shown[shown.index('class="fault"') : shown.index('class="offers"')]
    links = re.findall(r'<li><a href="(\?[^"]+)">([^<]+)</a></li>', shown[shown.index('class="offers"') :])
    assert [parse_qs(unescape(address)[1:]) for address, _ in links] == [
        {"place": [asked], "act": ["raid"]} for asked in ("Georgia, US", "Georgia, GE")
    ]
    assert [words.partition(" (")[2] for _, words in links] == [
        "the region as a whole, US-GA)",
        "the country as a whole, GE)",
    ]
    for address, _ in links:
        chosen = reader.get(page + unescape(address))
        assert chosen.status_code == 200
        assert 'class="fault"' not in chosen.content.decode()


@pytest.mark.parametrize("page", ASKING)
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_a_place_in_doubt_is_told_in_the_language_of_the_page(reader, page, language, monkeypatch):
    kept = messages.catalogue(language)
    for module in (listing, reasons):
        monkeypatch.setattr(module, "gettext", lambda words: kept.get(words).string)
    for place in ("Georgia",) if page == "/tally/" else ("Georgia", "Nowhere at all"):
        shown = reader.get(page, {"place": place, "act": "raid"}).content.decode()
        fault = re.search(r'class="fault"[^>]*>([^<]+)<', shown)[1]
        assert not re.search(r"The name may|no place of that name|Try its|Choose", fault)


def test_of_very_many_places_some_are_offered_and_the_rest_counted(reader, monkeypatch):
    monkeypatch.setattr(actions.named_place, "OFFERED", 4)
    shown = reader.get("/events/", {"place": "Sokol"}).content.decode()
    offers = shown[shown.index('class="offers"') : shown.index("</ul>", shown.index('class="offers"'))]
    assert offers.count("<a ") == 4
    assert "2 more: add a country or region" in offers


def test_list_and_map_lead_to_each_other_with_their_filters(reader):
    query = "act=raid&place=RU&first=2024-01-01"
    assert f'href="/map/?{query.replace("&", "&amp;")}"' in reader.get(f"/events/?{query}").content.decode()
    assert f'href="/events/?{query.replace("&", "&amp;")}"' in reader.get(f"/map/?{query}").content.decode()


def total_listed(answer):
    """How many events the list says it has."""
    assert answer.status_code == 200
    found = re.search(r"([0-9]+) in all", answer.content.decode())
    return int(found[1]) if found else 0


@pytest.mark.parametrize("query", ["first=yesterday", "act=nonsense", "weeks=0", "source_kind=%00", "day=9999-99-99"])
def test_a_wrong_filter_is_told_and_chooses_nothing(reader, query):
    page = reader.get(f"/map/?{query}")
    assert page.status_code == 200
    assert b'class="fault"' in page.content
    assert total_of(page) == total_of(reader.get("/map/"))


def test_what_must_be_said_beside_all_dates_comes_with_them(reader, told):
    notes = reader.get("/map/times.json").json()["notes"]
    assert len(notes) == 1
    assert f"; {told().time.loose} events have wider dates." in notes[0]
    assert "data-notes" in reader.get("/map/").content.decode()


def test_without_scripts_too_the_table_says_what_it_leaves_out(reader, monkeypatch):
    whole = reader.get("/map/times.json").json()["items"]
    assert "older dates" not in reader.get("/map/").content.decode()
    monkeypatch.setattr(maps, "_ROWS", 3)
    page = reader.get("/map/").content.decode()
    shown = re.findall(r"<tr><td>[^<]+</td><td><a [^>]+>[^<]*: ([0-9]+) events?</a>", page)
    assert len(shown) <= 3
    left = int(re.search(r"([0-9]+) events of older dates are not in this table", page)[1])
    assert left == sum(item["count"] for item in whole) - sum(map(int, shown))


@pytest.mark.parametrize("day", ["0001-01-02", "2025-03-05", "9999-12-30"])
def test_before_and_after_a_day(reader, day):
    page = reader.get(f"/map/?day={day}&weeks=520")
    assert page.status_code == 200
    assert f'data-chosen="{day}"' in page.content.decode()
    assert "shows no cause" in page.content.decode()


def test_a_script_in_a_filter_stays_text(reader):
    page = reader.get("/map/", {"place": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_ground_may_be_kept_and_the_record_may_not(reader):
    assert "max-age" in reader.get("/map/ground.json").headers["Cache-Control"]
    assert reader.get("/map/places.json").headers["Cache-Control"] == "no-store"
    assert json.loads(reader.get("/map/ground.json").content)["land"]


def test_the_pages_own_drawings_are_well_formed(reader):
    drawings = re.findall(r'<svg class="map".*?</svg>', reader.get("/map/").content.decode(), re.DOTALL)
    assert drawings
    assert all(ET.fromstring(drawing).tag == "svg" for drawing in drawings)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-03-22", "March 22, 2024"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("2024-03-22/2024-03-24", "March 22, 2024 – March 24, 2024"),
        ("2024-03-22/..", "from March 22, 2024 on"),
        ("../2024", "until 2024"),
        ("XXXX-03-22", "March 22, year not told"),
        ("XXXX-03", "March, year not told"),
        ("XXXX", "year not told"),
        ("", "not dated"),
        ("someday", "someday"),
    ],
)
def test_dates_in_words(edtf, words):
    with override("en"):
        assert date_words(edtf) == words


def test_a_day_is_compared_over_all_dates_though_a_timeline_draws_only_the_newest(reader, module_holder, monkeypatch):
    def compared():
        page = reader.get("/map/", {"day": "2024-03-22", "weeks": "26"}).content.decode()
        told = actions.compare_weeks.compare_weeks(module_holder.vault(), HOLDER, "2024-03-22", weeks=26)
        return page[page.index("map-compared") : page.index("shows no cause")], told.sums

    whole = compared()
    monkeypatch.setattr("guvoh.custody.records.browsing.tallies.MOST_DATES", 1)
    assert compared() == whole
    assert whole[1].before + whole[1].after > 1
