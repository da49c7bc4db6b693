"""A PDF as it was, beside its text: a picture of each page, for whoever may read, and nothing of the file itself."""

import pytest
from django.urls import reverse

from guvoh import actions
from guvoh.model.access import HOLDER, Duty


def of_type(holder, media_type):
    rows = actions.browse_documents.browse_documents(holder.vault(), HOLDER).rows
    return next(row.sha256 for row in rows if row.media_type == media_type)


@pytest.fixture
def pdf(holder):
    return of_type(holder, "application/pdf")


def test_the_page_of_a_pdf_offers_its_pages(browse, pdf):
    page = browse(Duty.READER).get(reverse("document", args=[pdf])).content.decode()
    assert f'data-original="{reverse("original_pages", args=[pdf])}"' in page


def test_each_page_is_a_picture_asked_for_alone(browse, pdf):
    client = browse(Duty.READER)
    part = client.get(reverse("original_pages", args=[pdf])).content.decode()
    assert part.count("<img ") == part.count('loading="lazy"') == 3
    for number in (1, 2, 3):
        address = reverse("original_page", args=[pdf, number])
        assert f'src="{address}"' in part
        answer = client.get(address)
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.content.startswith(b"\x89PNG")


def test_what_is_no_page_of_a_pdf_is_told(browse, holder, pdf):
    client = browse(Duty.READER)
    assert client.get(reverse("original_page", args=[pdf, 4])).status_code == 404
    assert client.get(reverse("original_page", args=["0" * 64, 1])).status_code == 404
    html = of_type(holder, "text/html")
    assert client.get(reverse("original_pages", args=[html])).status_code == 422
    assert client.get(reverse("original_page", args=[html, 1])).status_code == 422


def test_nobody_sees_a_page_without_an_account(browse, pdf):
    answer = browse(None).get(reverse("original_page", args=[pdf, 1]))
    assert "/account/login/" in answer.headers["Location"]
