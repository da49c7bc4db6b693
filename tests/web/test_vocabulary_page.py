"""The vocabulary on the desk: a keeper adds a wording, and all documents are searched with it when asked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from guvoh import actions
from guvoh.custody.browse import StatementFilter
from guvoh.model.access import HOLDER, Duty
from guvoh.web import jobs

NOTE = b"In Tver 14 workers painted a ladder green on March 5, 2025, lawyer Mina Rahimi told the desk.\n"
GIVEN = {"act": "extortion", "words": "paint … ladder", "example": "Workers painted the ladder."}


def extorted(holder):
    wanted = StatementFilter(act="extortion")
    found = actions.browse_statements.browse_statements(holder.vault(), HOLDER, wanted, size=200)
    return [row for row in found.rows if "14 workers" in row.quote]


def test_a_wording_added_is_shown_used_when_asked_and_dropped(browse, holder):
    keeper = browse(Duty.KEEPER)
    keeper.post(reverse("take_in_files"), {"files": SimpleUploadedFile("note.txt", NOTE)})
    jobs.wait_until_idle()
    assert not extorted(holder)
    assert keeper.post(reverse("wording_add"), GIVEN).status_code == 302
    page = browse(Duty.READER).get(reverse("vocabulary")).content.decode()
    assert GIVEN["words"] in page
    assert reverse("wording_add") not in page
    keeper.post(reverse("find_again"))
    jobs.wait_until_idle()
    assert extorted(holder)
    assert "In 1 document something else was found" in keeper.get(reverse("again_progress")).content.decode()
    (one,) = actions.own_wordings.own_wordings(holder.vault(), HOLDER)
    assert keeper.post(reverse("wording_drop", args=[one.id])).status_code == 302
    assert not actions.own_wordings.own_wordings(holder.vault(), HOLDER)


@pytest.mark.parametrize(
    ("given", "said"),
    [({"act": "flying"}, "no act"), ({"words": "<b>x</b>"}, "1 to 8 words"), ({"example": "No."}, "do not stand")],
)
def test_what_is_no_wording_is_told_beside_what_was_given(browse, holder, given, said):
    answer = browse(Duty.KEEPER).post(reverse("wording_add"), GIVEN | given)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert said in page
    assert "<b>x</b>" not in page
    assert not actions.own_wordings.own_wordings(holder.vault(), HOLDER)


def test_a_wording_takes_the_right_to_keep(browse):
    for duty in (Duty.READER, Duty.REVIEWER, Duty.EDITOR):
        assert browse(duty).post(reverse("wording_add"), GIVEN).status_code == 403
        assert browse(duty).post(reverse("find_again")).status_code == 403
