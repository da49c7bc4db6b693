"""Which country's ministry a page means, and which body by "the ministry"."""

import pytest

from guvoh.assessment.mentions import Mention
from guvoh.assessment.sources import identified
from guvoh.assessment.states import own_country, told_bodies
from guvoh.model import SourceKind

PAGES = [
    ("The Foreign Ministry of Uzbekistan protested.", "foreign ministry", "UZ", "of a country"),
    ("Tajikistan’s Interior Ministry answered.", "interior ministry", "TJ", "a country's"),
    ("The Kyrgyz Foreign Ministry said so.", "foreign ministry", "KG", "an adjective before it"),
    ("МИД Таджикистана выразил протест, в министерстве ждут ответа.", "foreign ministry", "TJ", "Russian initials"),
    ("Об этом сообщили в Минтруде Киргизии.", "labour ministry", "KG", "another case"),
    ("The Foreign Ministry of the Republic of Tajikistan.", "foreign ministry", "TJ", "the long name of a country"),
    ("Students of the embassy of Tajikistan school came.", "embassy", "TJ", "small letters"),
    ("The Foreign Ministry said so. Uzbek workers came.", "foreign ministry", "", "the country of another sentence"),
    ("Forty were beaten in Russia, the Foreign Ministry said.", "foreign ministry", "", "a country before a comma"),
    ("According to the Interior Ministry, Uzbek workers left.", "interior ministry", "", "a people behind a comma"),
    ("Raid\n\nThe Interior Ministry held 60. Tajikistan’s Interior Ministry asks.", "interior ministry", "", "its own"),
    ("Row\n\nThe Tajik Interior Ministry asks. The Interior Ministry waits.", "interior ministry", "TJ", "later"),
    ("Interior Ministry asks\n\nThe Tajik Interior Ministry asks.", "interior ministry", "TJ", "a title leaves it out"),
    ("The Foreign Ministry of Russia and the Foreign Ministry of Iran met.", "foreign ministry", "", "two ministries"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "state", "why"), PAGES, ids=[page[-1] for page in PAGES])
def test_whose_body_a_page_names(text, key, state, why):
    told = told_bodies(text)
    assert key in told.bodies, why
    assert told.state(key) == state, why


CALLED = [
    ("The Foreign Ministry of Uzbekistan protested.", "ministry", "foreign ministry", "the only ministry"),
    ("МИД Узбекистана против.", "министерство", "foreign ministry", "in Russian"),
    ("МИД Узбекистана против.", "ведомство", "foreign ministry", "an office may be a ministry"),
    ("The Foreign Ministry and the Labour Ministry met.", "ministry", "", "two ministries"),
    ("The Foreign Ministry of Uzbekistan and the Foreign Ministry of Russia met.", "ministry", "", "of two countries"),
    ("The Health Ministry wrote to the Interior Ministry.", "ministry", "", "one that no table knows"),
    ("The Ministry of Health wrote to the Interior Ministry.", "ministry", "", "one that no table knows, by its field"),
    ("МВД и Минздрав молчат.", "министерство", "", "two ministries in Russian"),
    ("В МВД молчат, Росгвардия ответила.", "ведомство", "", "a service is an office too"),
    ("В Росгвардии ответили.", "ведомство", "", "a service that is nobody's ministry"),
    ("The Ministry of Foreign Affairs wrote. The Ministry waits.", "ministry", "foreign ministry", "its own capital"),
    ("The Committee Against Torture wrote to the Investigative Committee.", "committee", "", "no committee of a state"),
    ("The Foreign Ministry of Uzbekistan protested.", "committee", "", "a ministry is no committee"),
    ("Nobody was named.", "ministry", "", "no ministry is named"),
]


@pytest.mark.parametrize(("text", "name", "key", "why"), CALLED, ids=[case[-1] for case in CALLED])
def test_what_the_ministry_means(text, name, key, why):
    assert told_bodies(text).called(name) == key, why


def test_the_country_s_ministry_is_of_the_country_named_last():
    text = "Russia let nobody in. Some 900 citizens of Uzbekistan were held, the country’s Foreign Ministry said."
    assert own_country(text, "country’s Foreign Ministry", text.index("country’s")) == "UZ"
    assert own_country(text, "Foreign Ministry", text.index("Foreign")) == ""


def test_a_short_name_of_a_ministry_is_of_the_country_of_its_full_name():
    named = [
        Mention("a", "Foreign Ministry of Uzbekistan", SourceKind.OFFICIAL, None, ("Foreign Ministry", "MFA"), "RU"),
        Mention("b", "Foreign Ministry of Russia", SourceKind.OFFICIAL, None, (), "RU"),
        Mention("c", "MFA", SourceKind.OFFICIAL, None, (), "UZ"),
    ]
    _, ids = identified(named)
    assert ids["a", "Foreign Ministry of Uzbekistan"] == ids["c", "MFA"] != ids["b", "Foreign Ministry of Russia"]
