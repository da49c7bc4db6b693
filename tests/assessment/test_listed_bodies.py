"""Bodies of the lists: one source in every language read, of the kind that the lists tell."""

import pytest

from guvoh.assessment import names
from guvoh.assessment.listed import LANGUAGES
from guvoh.assessment.mentions import Mention
from guvoh.assessment.sides import Side, body_side
from guvoh.assessment.sources import identified
from guvoh.extraction.vocabulary.bodies import listed
from guvoh.model import SourceKind


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("Crew Against Torture", "Команда против пыток"),
        ("Rosobrnadzor", "Рособрнадзор"),
        ("Zhogorku Kenesh", "Жогорку Кенеш"),
        ("Doctors Without Borders", "Врачи без границ"),
        ("UN Refugee Agency", "УВКБ ООН"),
        ("Radio Ozodlik", "Озодлик"),
        ("Fergana News", "Фергана"),
        ("Moskva News Agency", "АГН «Москва»"),
        ("dpa", "ДПА"),
        ("Immigration and Customs Enforcement", "Иммиграционная и таможенная полиция США"),
    ],
)
def test_a_body_is_one_source_in_two_languages(english, russian):
    found, ids = identified([Mention("a", english, SourceKind.OUTLET), Mention("b", russian, SourceKind.OUTLET)])
    assert ids["a", english] == ids["b", russian]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Radio Ozodi", "Radio Ozodlik"),
        ("Idel.Realii", "Sibir.Realii"),
        ("Saudi Press Agency", "Saudi media"),
        ("UN Committee Against Torture", "Crew Against Torture"),
        ("Novaya Gazeta", "Novaya Gazeta Europe"),
    ],
)
def test_bodies_of_like_names_are_two_sources(one, other):
    assert names.body_key(one) != names.body_key(other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_names_of_a_listed_body_are_its_own(language):
    owners: dict[str, str] = {}
    for _, called in listed(language):
        for name in called:
            assert owners.setdefault(name, called[0]) == called[0]
        keys = {names.body_key(name)[0] for name in called} - {"bbc russian service"}  # a part of the BBC
        if not any(key.startswith("*") for key in keys) and f"*{names.body_key(called[0])[0]}" not in _national():
            assert len(keys) < 2, called


def _national():
    return names.data()["bodies_by_name"]


def test_the_lists_tell_the_press_from_rights_groups_and_offices():
    assert names.is_outlet("Sibir.Realii")
    assert names.is_outlet("Austria Press Agency")
    assert not names.is_outlet("Border Violence Monitoring Network")
    assert not names.is_outlet("Rosobrnadzor")
    assert body_side("Detention Watch Network") is Side.CIVIL
    assert body_side("Tenaganita") is Side.CIVIL
    assert body_side("Frontex") is Side.STATE
    assert body_side("Bernama") is Side.OPEN
