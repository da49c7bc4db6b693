"""A name that may mean several towns means the one that the page tells; "U.S." before a body is none."""

import pytest

from guvoh.extraction.places.finder import find_places


def names(text):
    return [place.name for place in find_places(text, [(0, len(text))])]


def test_a_town_that_bears_the_name_now_comes_before_one_that_bore_it():
    assert names("Agents came to Waterloo in Wisconsin.") == ["Waterloo", "Wisconsin"]


def test_the_bare_name_is_the_town_whose_state_the_page_gives():
    text = "Agents came to Springfield on Monday. In Springfield, Ore., two men were held."
    states = {place.admin1 for place in find_places(text, [(0, len(text))]) if place.name == "Springfield"}
    assert states == {"US-OR"}


@pytest.mark.parametrize(
    "text", ["He was held by U.S. Border Patrol agents.", "Six U.S. citizens were held.", "They paid US$25 each."]
)
def test_an_adjective_is_no_place(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text", ["He came to the U.S. from Mexico.", "They live in the United States.", "Back in the U.S."]
)
def test_the_country_itself_is(text):
    assert "United States" in names(text)
