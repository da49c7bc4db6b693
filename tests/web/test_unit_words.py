"""What figures count is told in the language of the page, in tables, cards, drawings and reasons."""

import re
import sys
from pathlib import Path

import pytest

from guvoh.model.access import Duty
from guvoh.web import reasons, unit_words
from guvoh.web.reasons import in_words
from guvoh.web.templatetags.desk import unit

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import messages


@pytest.fixture
def russian(monkeypatch):
    """The page's language is Russian, from the catalogue as it stands, compiled or not."""
    kept = messages.catalogue("ru")
    told = {term: kept.get(term, "counted").string for term in unit_words.UNITS}
    monkeypatch.setattr(unit_words, "UNITS", told)
    monkeypatch.setattr(reasons, "gettext", lambda words: kept.get(words).string)


def test_a_unit_is_told_and_one_without_words_stays(russian):
    assert unit("person") == "человек"
    assert unit("RUB") == "RUB"
    assert unit("sheep") == "sheep"
    assert unit("") == unit(None) == ""


def test_the_table_the_drawing_and_the_card_tell_the_unit(russian, desk_of_tables):
    reader = desk_of_tables(Duty.READER)
    table = reader.get("/figures/?unit=person").content.decode()
    assert set(re.findall(r'<td data-label="Of what">([^<]*)</td>', table)) == {"человек"}
    assert "counted in: человек" in table
    statement = re.search(r"\?statement=([0-9a-f]{32})", table)[1]
    card = reader.get(f"/statements/{statement}/", headers={"hx-request": "true"}).content.decode()
    assert "· человек</span>" in card


def test_units_in_a_reason_are_told_too(russian):
    told = in_words("one counts persons, the other family")
    assert "семья" in told
    assert "person" in told, "a plural is no unit"
    assert re.search(r"[a-z]", in_words("one counts person, the other family")) is None
