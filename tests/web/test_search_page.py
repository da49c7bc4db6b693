"""Searching on the desk: four kinds, words marked and escaped, spellings of names, searches kept."""

import pytest
from django.urls import reverse

from guvoh.custody.searches import Marked
from guvoh.model.access import Duty
from guvoh.web.templatetags.desk import marked


@pytest.mark.parametrize("scope", ["passages", "statements", "events"])
def test_each_kind_finds_and_marks(browse, scope):
    page = browse(Duty.READER).get(reverse("search"), {"words": "detained", "scope": scope}).content.decode()
    assert '<ol class="hits">' in page
    assert ("<mark>" in page) or scope == "events"


def test_sources_are_found_by_name(browse):
    page = browse(Duty.READER).get(reverse("search"), {"words": "Roads Home", "scope": "sources"}).content.decode()
    assert "<mark>Roads" in page or "<mark>Roads Home" in page


def test_marks_stand_at_their_place_and_text_is_escaped():
    shown = marked(Marked("<b>raid</b> & raid", ((3, 7), (14, 18))))
    assert shown == "&lt;b&gt;<mark>raid</mark>&lt;/b&gt; &amp; <mark>raid</mark>"


def test_no_word_is_told_and_an_unknown_kind_refused(browse):
    client = browse(Duty.READER)
    assert client.get(reverse("search"), {"words": "!!!"}).status_code == 400
    assert client.get(reverse("search"), {"words": "raid", "scope": "people"}).status_code == 422


def test_a_search_is_kept_for_its_person_only_and_dropped(browse):
    mine, other = browse(Duty.READER), browse(Duty.EDITOR)
    answer = mine.post(reverse("search_save"), {"name": "Raids", "words": "raid", "scope": "statements", "act": "raid"})
    assert "act=raid" in answer.headers["Location"]
    assert ">Raids</a>" in mine.get(reverse("search")).content.decode()
    assert ">Raids</a>" not in other.get(reverse("search")).content.decode()
    assert other.post(reverse("search_forget", args=[1])).status_code == 404
    mine.post(reverse("search_forget", args=[1]))
    assert ">Raids</a>" not in mine.get(reverse("search")).content.decode()
