"""The gate refuses what the table does not list, and a locked desk asks for the passphrase only."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import path, reverse

from guvoh.model.access import Duty
from guvoh.web.urls import ROUTES


def test_an_address_outside_the_table_is_refused(browse, settings_of_urls):
    settings_of_urls(path("stray/", lambda request: HttpResponse("let in"), name="stray"))
    answer = browse(Duty.KEEPER).get("/stray/")
    assert answer.status_code == 403
    assert b"let in" not in answer.content


def test_while_locked_only_the_passphrase_is_asked(browse, holder):
    client = browse(Duty.KEEPER)
    holder.lock()
    for route in ROUTES:
        answer = client.get(reverse(route.name, kwargs=dict(route.example or {})))
        if route.locked:
            assert answer.status_code < 500
        elif route.path.startswith("api/"):
            assert answer.status_code == 503
        else:
            assert answer.headers["Location"] == reverse("unlock")


def test_the_first_account_is_made_once(browse):
    given = {"username": "second", "shown_as": "", "password": "three grey cranes at noon"}
    assert browse().post(reverse("first_account"), given).headers["Location"] == reverse("account_login")
    assert (
        browse().post(reverse("account_login"), {"login": "second", "password": given["password"]}).status_code == 200
    )


def test_a_password_logs_in_and_a_wrong_one_does_not(browse):
    client = browse()
    wrong = client.post(reverse("account_login"), {"login": "keeper", "password": "three grey cranes at dawn"})
    assert wrong.status_code == 200
    right = client.post(reverse("account_login"), {"login": "keeper", "password": "three grey cranes at noon"})
    assert right.headers["Location"] == reverse("home")
    assert client.get(reverse("home")).status_code == 200


def test_locking_the_vault_ends_every_session(browse, holder):
    keeper, reader = browse(Duty.KEEPER), browse(Duty.READER)
    assert reader.get(reverse("home")).status_code == 200
    assert keeper.post(reverse("lock"), {"vault": "1"}).headers["Location"] == reverse("unlock")
    assert not holder.is_open
    assert reader.get(reverse("home")).headers["Location"] == reverse("unlock")


def test_only_a_keeper_locks_the_whole_vault(browse, holder):
    browse(Duty.READER).post(reverse("lock"), {"vault": "1"})
    assert holder.is_open


def test_a_session_in_which_nobody_acts_ends(browse, monkeypatch):
    client = browse(Duty.READER)
    assert client.get(reverse("home")).status_code == 200
    monkeypatch.setattr(settings, "GUVOH_IDLE_SECONDS", -1)
    assert "/account/login/" in client.get(reverse("home")).headers["Location"]


def test_a_host_of_another_name_is_refused(browse):
    assert browse(Duty.READER).get(reverse("home"), headers={"host": "elsewhere.invalid"}).status_code == 400
