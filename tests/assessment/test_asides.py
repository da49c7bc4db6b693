"""What a page names in passing, in the languages that are read."""

import pytest

from guvoh.assessment.asides import is_aside, is_elsewhere, is_no_scene, is_usual
from guvoh.model import Place

# text before the place, the place, whether it is no scene
SCENES = [
    ("The men come from ", "Osh", True),
    ("They were taken to ", "Tomsk", True),
    ("Police raided a market in ", "Tomsk", False),
    ("Они были доставлены в ", "Томск", True),
    ("Граждане ", "Киргизии", True),
    ("Посольство в ", "Москве", True),
    ("Полиция провела рейд в ", "Томске", False),
    ("Рейд прошёл недалеко от ", "Томска", True),
]


@pytest.mark.parametrize(("before", "name", "expected"), SCENES)
def test_places_named_in_passing_are_no_scene(before, name, expected):
    text = f"{before}{name} was named in a long line of words."
    place = Place(name, None, len(before), len(before) + len(name))
    assert is_no_scene(text, place) is expected
    assert is_elsewhere(text, len(before)) is expected


@pytest.mark.parametrize(
    ("before", "day", "expected"),
    [
        ("A lawyer of the group told reporters on ", "5 May", True),
        ("Men of the patrol took the workers away on ", "5 May", False),
        ("О задержании двадцати человек адвокаты сообщили ", "5 мая", True),
        ("Сотрудники полиции увезли из общежития двадцать человек ", "5 мая", False),
    ],
)
def test_a_day_on_which_something_was_said_is_an_aside(before, day, expected):
    assert is_aside(f"{before}{day}.", len(before)) is expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [("Police often stop them.", True), ("Их неоднократно останавливали.", True), ("Их остановили.", False)],
)
def test_what_is_usual_has_no_day(quote, expected):
    assert is_usual(quote) is expected
