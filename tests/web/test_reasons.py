"""Reasons in the page's language: each fixed wording is known again, ids become links, all else stays, escaped."""

import re
import sys
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from guvoh.model.access import Duty
from guvoh.web import reasons
from guvoh.web.reasons import WORDINGS, in_words

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import messages

PLACE = re.compile(r"%\((\w+)\)s")


@pytest.fixture
def russian(monkeypatch):
    """The page's language is Russian, from the catalogue as it stands, compiled or not."""
    kept = messages.catalogue("ru")
    monkeypatch.setattr(reasons, "gettext", lambda words: kept.get(words).string)


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_wording_is_known_again_and_told_with_what_stood_in_its_places(wording, russian):
    number = iter(range(1, 9))
    reason = PLACE.sub(lambda _: f"x{next(number)}", wording)
    told = in_words(reason)
    assert re.search(r"[а-я]", told), told
    assert set(re.findall(r"x\d", told)) == set(re.findall(r"x\d", reason))


def test_an_id_is_shown_as_what_it_stands_for():
    link = SafeString('<a href="/x/">“17 workers”</a>')
    assert in_words("same event as 0f0f", {"0f0f": link}) == f"same event as {link}"
    assert in_words("same event as 0f0f", {}) == "same event as 0f0f"


def test_each_part_of_a_reason_is_told_for_itself(russian):
    told = in_words("counts with its stated lower bound; dated by another report of the event; as before")
    assert told.count("; ") == 2
    assert told.endswith("; as before")
    assert "counts with" not in told


@given(st.text())
def test_what_is_no_wording_stays_and_is_escaped(reason):
    with override("en"):
        assert in_words(reason) == escape(reason)


def test_the_tally_names_figures_and_no_ids(browse):
    page = browse(Duty.READER).get(reverse("tally"), {"act": "arbitrary_detention"}).content.decode()
    cells = re.findall(r'<td data-label="Why">(.*?)</td>', page)
    assert cells
    assert any("?statement=" in cell for cell in cells), "a figure that is left out names the one it may overlap"
    assert not any(re.search(r"\b[0-9a-f]{32}\b", re.sub(r'href="[^"]*"', "", cell)) for cell in cells)
