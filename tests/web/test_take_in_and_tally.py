"""Taking in on the desk, the tally with its proof, and the dossier as an archive."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from guvoh import actions
from guvoh.actions.fetching import Fetcher
from guvoh.custody.browse import DocumentFilter
from guvoh.model.access import HOLDER, Duty
from guvoh.web import jobs
from web_pages import site

NOTE = b"Police detained 17 workers from Tajikistan in Tver on March 5, 2025, lawyer Mina Rahimi told the desk.\n"


def titles(holder):
    return {row.path for row in actions.browse_documents.browse_documents(holder.vault(), HOLDER, size=200).rows}


def test_files_are_taken_in_found_and_weighed(browse, holder):
    client = browse(Duty.EDITOR)
    sent = [SimpleUploadedFile("note.txt", NOTE), SimpleUploadedFile("broken.pdf", b"%PDF-1.7\nnothing more")]
    assert client.post(reverse("take_in_files"), {"files": sent}).headers["Location"] == reverse("take_in")
    jobs.wait_until_idle()
    page = client.get(reverse("take_in_progress")).content.decode()
    assert "2 of 2 files" in page
    assert "broken.pdf" in page
    assert {"note.txt", "broken.pdf"} <= titles(holder)
    assert actions.weigh_vault.is_weighed(holder.vault())
    assert not list(jobs.new_folder().parent.glob("guvoh-*/**/note.txt"))


def test_two_files_of_one_name_are_both_kept(browse, holder):
    sent = [SimpleUploadedFile("note.txt", NOTE), SimpleUploadedFile("note.txt", NOTE + b"\nMore.")]
    browse(Duty.EDITOR).post(reverse("take_in_files"), {"files": sent})
    jobs.wait_until_idle()
    assert {"note.txt", "file 2/note.txt"} <= titles(holder)


def test_the_same_bytes_again_are_told(browse):
    client = browse(Duty.EDITOR)
    for _ in range(2):
        client.post(reverse("take_in_files"), {"files": SimpleUploadedFile("note.txt", NOTE)})
        jobs.wait_until_idle()
    assert "already kept" in client.get(reverse("take_in_progress")).content.decode()


def test_pasted_text_keeps_what_is_said_of_it(browse, holder):
    about = {"text": NOTE.decode(), "title": "A note", "publisher": "Desk", "published": "2025-03-06"}
    browse(Duty.EDITOR).post(reverse("take_in_text"), about)
    jobs.wait_until_idle()
    found = actions.browse_documents.browse_documents(holder.vault(), HOLDER, DocumentFilter(publisher="Desk")).rows
    assert [(row.title, row.published) for row in found] == [("A note", "2025-03-06")]


@pytest.mark.parametrize(
    ("given", "words"), [({"text": " "}, "no text"), ({"text": "x", "published": "soon"}, "no date")]
)
def test_what_cannot_be_taken_in_is_refused_in_words(browse, given, words):
    answer = browse(Duty.EDITOR).post(reverse("take_in_text"), given, headers={"HX-Request": "true"})
    assert answer.status_code == 400
    assert words in answer.content.decode()


def test_a_name_that_is_a_path_stays_inside_the_folder(browse, holder):
    client = browse(Duty.EDITOR)
    client.post(reverse("take_in_files"), {"files": SimpleUploadedFile("../../<b>x</b>.txt", NOTE)})
    jobs.wait_until_idle()
    page = client.get(reverse("take_in")).content.decode()
    assert "<b>x</b>" not in page


def test_a_page_of_the_web_is_fetched_and_taken_in(browse, holder, monkeypatch):
    with site({"/raid": (200, {"Content-Type": "text/plain"}, NOTE)}) as (url, _):
        here = Fetcher(is_allowed=lambda address: address.is_loopback)
        monkeypatch.setattr(actions.capture_page, "FETCHER", here)
        assert browse(Duty.EDITOR).post(reverse("take_in_page"), {"url": f"{url}/raid"}).status_code == 302
        jobs.wait_until_idle()
    assert "127.0.0.1/raid.txt" in titles(holder)


def test_an_address_of_this_machine_is_refused_in_words(browse, holder, monkeypatch):
    monkeypatch.setattr(actions.capture_page, "FETCHER", Fetcher())
    client = browse(Duty.EDITOR)
    client.post(reverse("take_in_page"), {"url": "http://127.0.0.1:1/"})
    jobs.wait_until_idle()
    assert "never asked" in client.get(reverse("take_in_progress")).content.decode()
    assert client.post(reverse("take_in_page"), {"url": "file:secret.txt"}).status_code == 400
    assert browse(Duty.REVIEWER).post(reverse("take_in_page"), {"url": "http://127.0.0.1:1/"}).status_code == 403


def test_the_tally_shows_its_answer_and_each_sentence(browse):
    page = browse(Duty.READER).get(reverse("tally"), {"act": "arbitrary_detention"}).content.decode()
    assert 'class="answer"' in page
    assert "?statement=" in page
    assert "The smallest total that all sources together support" in page


ORDERS = (
    b"A court in Omsk ordered the expulsion of 41 workers on 10 March 2025, lawyer Mina Rahimi said.\n\n"
    b"Police deported 23 migrants from Samara on 12 March 2025, the Interior Ministry said.\n"
)


def take_in(client, name, text):
    client.post(reverse("take_in_files"), {"files": [SimpleUploadedFile(name, text)]})
    jobs.wait_until_idle()


def test_the_totals_of_two_stages_stand_side_by_side(browse):
    client = browse(Duty.EDITOR)
    take_in(client, "orders.txt", ORDERS)
    asked = {"act": "expulsion", "first": "2025-03-10", "last": "2025-03-13"}
    page = client.get(reverse("tally"), asked).content.decode()
    totals = re.findall(r'class="answer">(\d+)</p><p>people: Expulsion · <strong>([a-z ]+)<', page)
    assert totals == [("23", "carried out"), ("41", "ordered")]
    assert "Totals of different stages are not added up." in page
    one = client.get(reverse("tally"), asked | {"stage": "ordered"}).content.decode()
    assert re.findall(r'class="answer">(\d+)<', one) == ["41"]
    both = client.get(reverse("tally"), asked | {"stage": "any"}).content.decode()
    assert re.findall(r'class="answer">(\d+)<', both) == ["64"]
    assert ("nobody counted twice" in one, "nobody counted twice" in both) == (True, False)


DENIED = (
    b"Police expelled 41 workers from Omsk on 10 March 2025, lawyer Mina Rahimi said.\n\n"
    b"The Interior Ministry denied that 41 workers were expelled from Omsk on 10 March 2025.\n"
)


def test_a_contested_total_is_told_as_such_with_who_says_what(browse):
    client = browse(Duty.EDITOR)
    take_in(client, "denied.txt", DENIED)
    asked = {"act": "expulsion", "first": "2025-03-10", "last": "2025-03-10"}
    page = client.get(reverse("tally"), asked).content.decode()
    assert 'class="badge is-contested"' in page
    assert "Contested: denied by Interior Ministry" in page
    assert "others deny those marked “contested” or say less" in page, "another stage has a total that nobody contests"
    assert "all sources together support" not in page


def test_where_no_number_can_be_defended_words_say_so(browse):
    asked = {"act": "arbitrary_detention", "first": "1901-01-01", "last": "1901-12-31"}
    page = browse(Duty.READER).get(reverse("tally"), asked).content.decode()
    assert "<h2>No number can be defended</h2>" in page
    assert 'class="answer"' not in page


def test_a_question_that_cannot_be_answered_is_told_in_words(browse):
    answer = browse(Duty.READER).get(reverse("tally"), {"act": "arbitrary_detention", "place": "Nowhere at all"})
    assert answer.status_code == 422
    assert 'class="problem"' in answer.content.decode()


def test_the_dossier_is_an_archive_of_pages_and_tables(browse):
    assert browse(Duty.REVIEWER).post(reverse("dossier")).status_code == 403
    answer = browse(Duty.EDITOR).post(reverse("dossier"))
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert {"dossier/index.html", "dossier/figures.csv"} <= set(names)


def test_the_dossier_from_the_desk_shows_the_weeks_around_a_day(browse):
    client = browse(Duty.EDITOR)
    answer = client.post(reverse("dossier"), {"day": "2025-03-07"})
    page = zipfile.ZipFile(io.BytesIO(answer.content)).read("dossier/index.html").decode()
    assert "Before and after 7 March 2025" in page
    refused = client.post(reverse("dossier"), {"day": "March"})
    assert refused.status_code == 422
    assert 'class="problem"' in refused.content.decode()
