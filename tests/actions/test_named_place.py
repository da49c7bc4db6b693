"""A place by its name: one that may mean several says how each is named alone."""

import pytest

from guvoh.actions import named_place as module
from guvoh.actions.named_place import named_place
from guvoh.model.errors import AmbiguousPlace, BadTerm


@pytest.mark.parametrize("name", ["Georgia", "Sokol", "Santa Cruz"])
def test_each_place_that_a_name_may_mean_is_named_alone_by_what_is_offered(name):
    with pytest.raises(AmbiguousPlace) as told:
        named_place(name)
    places = [place for place, _ in told.value.choices]
    assert len({place.id for place in places}) == len(places) > 1
    assert [named_place(asked).id for _, asked in told.value.choices] == [place.id for place in places]


def test_what_is_offered_is_words_where_words_suffice():
    with pytest.raises(AmbiguousPlace) as told:
        named_place("Georgia")
    assert {asked for _, asked in told.value.choices} == {"Georgia, US", "Georgia, GE"}


def test_of_a_common_name_only_those_offered_are_named_and_the_rest_counted(monkeypatch):
    asked = []
    alone = module._alone
    monkeypatch.setattr(module, "_alone", lambda one: asked.append(one) or alone(one))
    with pytest.raises(AmbiguousPlace) as told:
        named_place("San Antonio")
    assert len(asked) == len(told.value.choices) == module.OFFERED
    assert told.value.left == len(module.gazetteer().called("San Antonio")) - module.OFFERED > 0


def test_a_name_of_no_place_offers_none():
    with pytest.raises(BadTerm) as told:
        named_place("Nowhere at all")
    assert not isinstance(told.value, AmbiguousPlace)
