"""Settings and people: what each duty sees and may change; sessions ended; the log verified; a backup that opens."""

import io
import re
import tarfile
import threading

import pytest
from django.test import Client
from django.urls import reverse

from guvoh import actions
from guvoh.custody import open_vault
from guvoh.model.access import HOLDER, Duty, Right
from guvoh.web import jobs, sessions

PASSPHRASE = "seven blue herons at dusk"
OTHER = "four white storks at dawn"
KEEPERS = ("people", "custody_log")


def page_of(client, name="settings", **query):
    answer = client.get(reverse(name), query)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def actor_of(holder, username):
    listed = actions.accounts.list_accounts(holder.vault(), HOLDER)
    return next(one.actor for one in listed if one.username == username)


def faults_of(path):
    with open_vault(path, PASSPHRASE, insecure_kdf_for_tests=True) as copy:
        report = copy.verify()
        return report.faults, report.notes, report.head, report.documents


@pytest.mark.parametrize("duty", Duty)
def test_own_account_for_all_and_keepers_parts_for_keepers_only(browse, duty):
    client = browse(duty)
    page = page_of(client)
    assert reverse("account_change_password") in page
    assert reverse("mfa_list_webauthn") in page
    keeps = duty is Duty.KEEPER
    assert (reverse("settings_keep") in page) == keeps
    assert ("Lock the vault for everybody" in page.split("<main")[1]) == keeps
    for name in KEEPERS:
        assert (reverse(name) in page) == keeps
        assert client.get(reverse(name)).status_code == (200 if keeps else 403)


def test_two_reviewers_and_idle_minutes_are_kept_and_logged(browse, holder):
    client = browse(Duty.KEEPER)
    before = holder.vault().head
    assert client.post(reverse("settings_keep"), {"minutes": "7", "two_reviewers": "yes"}).status_code == 302
    assert actions.read_decisions.two_reviewers(holder.vault())
    assert actions.idle_time.idle_minutes(holder.vault()) == 7
    assert holder.vault().head != before
    assert 'value="7"' in page_of(client)
    client.post(reverse("settings_keep"), {"minutes": "7"})
    assert not actions.read_decisions.two_reviewers(holder.vault())


@pytest.mark.parametrize("minutes", ["0", "100000", "many", ""])
def test_idle_minutes_out_of_reason_are_refused(browse, holder, minutes):
    assert browse(Duty.KEEPER).post(reverse("settings_keep"), {"minutes": minutes}).status_code == 400
    assert actions.idle_time.idle_minutes(holder.vault()) is None


def test_the_idle_minutes_set_end_a_session(browse, holder):
    client = browse(Duty.READER)
    page_of(client)
    session = client.session
    session["last_seen"] -= 61
    session.save()
    page_of(client)  # fifteen minutes are usual
    actions.idle_time.set_idle_minutes(holder.vault(), HOLDER, 1)
    session = client.session
    session["last_seen"] -= 61
    session.save()
    assert "/account/login/" in client.get(reverse("settings")).headers["Location"]


def test_a_form_without_its_token_is_refused(browse, holder):
    from guvoh.custody.records.models import Account

    client = Client(enforce_csrf_checks=True, raise_request_exception=False, HTTP_HOST="localhost")
    client.force_login(Account.objects.get(username="keeper"), "allauth.account.auth_backends.AuthenticationBackend")
    assert client.post(reverse("settings_keep"), {"minutes": "7"}).status_code == 403
    assert actions.idle_time.idle_minutes(holder.vault()) is None
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(reverse("settings")).content.decode())[1]
    assert client.post(reverse("settings_keep"), {"minutes": "7", "csrfmiddlewaretoken": token}).status_code == 302


def test_a_keeper_makes_an_account_that_logs_in(browse):
    given = {"username": "dilfuza", "shown_as": "D.", "duty": "reviewer", "password": OTHER}
    keeper = browse(Duty.KEEPER)
    assert keeper.post(reverse("people"), given).status_code == 302
    assert keeper.post(reverse("people"), given).status_code == 422  # the name is taken
    assert keeper.post(reverse("people"), {**given, "username": "x", "password": "short"}).status_code == 422
    client = browse()
    assert client.post(reverse("account_login"), {"login": "dilfuza", "password": OTHER}).status_code == 302
    assert reverse("settings_keep") not in page_of(client)


def test_a_changed_duty_holds_from_the_next_request_and_ends_the_sessions(browse, holder):
    reader, keeper = browse(Duty.READER), browse(Duty.KEEPER)
    page_of(reader)
    change = reverse("person_change", args=[actor_of(holder, "reader")])
    assert page_of(keeper, "people").count('<option value="reader" selected>reader') == 1
    assert keeper.post(change, {"do": "duty", "duty": "keeper"}).status_code == 302
    assert "/account/login/" in reader.get(reverse("settings")).headers["Location"]
    assert browse(Duty.READER).get(reverse("people")).status_code == 200
    assert keeper.post(change, {"do": "duty", "duty": "king"}).status_code == 400


def test_who_is_shut_out_cannot_log_in_until_let_in_again(browse, holder):
    change = reverse("person_change", args=[actor_of(holder, "reader")])
    keeper, login = browse(Duty.KEEPER), {"login": "reader", "password": "three grey cranes at noon"}
    keeper.post(change, {"do": "disable"})
    assert browse().post(reverse("account_login"), login).headers.get("Location") != reverse("home")
    keeper.post(change, {"do": "enable"})
    assert browse().post(reverse("account_login"), login).headers["Location"] == reverse("home")


def test_a_reset_password_takes_the_place_of_the_old_one(browse, holder):
    change = reverse("person_change", args=[actor_of(holder, "reader")])
    keeper = browse(Duty.KEEPER)
    assert keeper.post(change, {"do": "password", "password": "short"}).status_code == 400
    assert keeper.post(change, {"do": "password", "password": OTHER}).status_code == 302
    old = {"login": "reader", "password": "three grey cranes at noon"}
    assert browse().post(reverse("account_login"), old).status_code == 200
    assert browse().post(reverse("account_login"), {"login": "reader", "password": OTHER}).status_code == 302


def test_the_last_keeper_stays(browse, holder):
    change = reverse("person_change", args=[actor_of(holder, "keeper")])
    keeper = browse(Duty.KEEPER)
    assert keeper.post(change, {"do": "disable"}).status_code == 400
    assert keeper.get(reverse("people")).status_code == 200


def test_a_session_is_listed_without_its_key_and_can_be_ended(browse):
    reader, keeper = browse(Duty.READER), browse(Duty.KEEPER)
    page_of(reader)
    page = page_of(keeper, "people")
    page = page_of(keeper, "people")
    live = {one.name: one for one in sessions.live()}
    assert {"Reader", "Keeper"} <= live.keys()
    assert not any(one.key in page for one in sessions.live())
    row = next(row for row in page.split("<tr>") if "Reader" in row and 'name="session"' in row)
    mark = re.search(r'name="session" value="(\w+)"', row)[1]
    keeper.post(reverse("session_end"), {"session": mark})
    assert "/account/login/" in reader.get(reverse("settings")).headers["Location"]
    assert keeper.get(reverse("people")).status_code == 200


def test_the_log_is_paged_and_shows_its_head(browse, holder):
    page = page_of(browse(Duty.KEEPER), "custody_log")
    assert holder.vault().head in page
    assert "vault made" in page_of(browse(Duty.KEEPER), "custody_log", action="created").split("<tbody>")[1]
    assert "document kept" not in page_of(browse(Duty.KEEPER), "custody_log", action="created").split("<tbody>")[1]


def done(client, name, given=None):
    """The log's page once the work that was asked for is over."""
    answer = client.post(reverse(name), given or {})
    assert answer.headers["Location"] == reverse("custody_log")
    jobs.wait_until_idle()
    return page_of(client, "custody_log")


def test_verifying_says_what_holds_and_names_faults_first(browse, holder):
    client = browse(Duty.KEEPER)
    assert "No fault found" in done(client, "verify")
    back = done(client, "verify", {"head": "f" * 64})
    assert back.index("1 fault found") < back.index("Head of the log")
    assert "set back or exchanged" in back
    on = client.get(reverse("verify"), {"action": "created"})
    assert on.headers["Location"] == f"{reverse('custody_log')}?action=created"
    original = next(path for path in (holder.path / "originals").rglob("*") if path.is_file())
    original.write_bytes(b"changed")
    assert "its original was changed, cut or exchanged" in done(client, "verify")


@pytest.mark.parametrize("name", ["verify", "backup"])
def test_long_work_shows_how_far_it_is_while_it_lasts(browse, holder, tmp_path, monkeypatch, name):
    client, half, go_on = browse(Duty.KEEPER), threading.Event(), threading.Event()
    tell = jobs.Job.tell

    def slowly(job, number, total):
        tell(job, number, total)
        if number == 3:
            half.set()
            assert go_on.wait(30)

    monkeypatch.setattr(jobs.Job, "tell", slowly)
    client.post(reverse(name), {"folder": str(tmp_path / "copy")})
    assert half.wait(30)
    part = client.get(reverse("work_progress")).content.decode()
    total = re.search(r'<progress max="(\d+)" value="3"', part)
    assert total, part
    assert f"3 of {total[1]}" in part
    assert "hx-get" in part
    client.post(reverse(name), {"folder": str(tmp_path / "other")})  # another folder waits its turn
    go_on.set()
    jobs.wait_until_idle()
    part = client.get(reverse("work_progress")).content.decode()
    assert "<progress" not in part
    assert "hx-get" not in part
    assert ("No fault found" if name == "verify" else "The backup is made") in part
    assert (tmp_path / "other").exists() == (name == "backup")


def test_a_backup_opens_with_the_same_passphrase_and_verifies(browse, holder, tmp_path):
    target = tmp_path / "elsewhere" / "copy"
    client = browse(Duty.KEEPER)
    before = holder.vault().head
    assert f"Head of its log: {before}" in done(client, "backup", {"folder": str(target)})
    assert actions.backup_vault.last_backup(holder.vault(), HOLDER) == before
    assert before[:16] in page_of(client, "custody_log")
    kept = actions.browse_documents.browse_documents(holder.vault(), HOLDER).total.count
    assert all(path.stat().st_mode & 0o077 == 0 for path in target.rglob("*"))
    assert not (target / "records.db").read_bytes().startswith(b"SQLite format 3")
    holder.lock()
    assert faults_of(target) == ((), (), before, kept)


def test_a_backup_as_one_file_opens_too(browse, holder, tmp_path):
    answer = browse(Duty.KEEPER).post(reverse("backup_file"))
    assert answer.headers["Content-Type"] == "application/x-tar"
    data = b"".join(answer.streaming_content)
    answer.close()
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        assert {member.uname for member in tar.getmembers()} == {""}
        tar.extractall(tmp_path / "unpacked", filter="data")
    holder.lock()
    faults, notes, _, documents = faults_of(tmp_path / "unpacked" / "vault")
    assert (faults, notes) == ((), ())
    assert documents > 0


@pytest.mark.parametrize("place", ["", "relative/folder", "{vault}/inside", "{taken}"])
def test_a_folder_that_will_not_do_is_refused_and_nothing_written(browse, holder, tmp_path, place):
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "file").write_text("here before")
    folder = place.format(vault=holder.path, taken=taken)
    assert browse(Duty.KEEPER).post(reverse("backup"), {"folder": folder}).status_code == 400
    assert [path.name for path in taken.iterdir()] == ["file"]
    assert not (holder.path / "inside").exists()
    assert actions.backup_vault.last_backup(holder.vault(), HOLDER) is None


def test_decisions_are_listed_with_their_quote_and_filtered(browse, holder):
    client = browse(Duty.READER)
    assert "Nobody has decided" in page_of(client, "decisions")
    one = actions.browse_statements.browse_statements(holder.vault(), HOLDER, size=1).rows[0]
    actions.review_statements.accept(holder.vault(), HOLDER, [one.id])
    page = page_of(client, "decisions")
    assert f"?statement={one.id}" in page
    assert "accepted it" in page
    assert "Nobody has decided" in page_of(client, "decisions", kind="reject")
    assert "No decision is adrift." in page_of(client, "adrift")


def test_the_vocabulary_shows_labels_codes_and_law(browse):
    page = page_of(browse(Duty.READER), "vocabulary")
    assert "<code>raid</code>" in page
    assert "HURIDOCS" in page
    assert "ICCPR" in page


def test_the_rights_of_the_table_fit(holder):
    from guvoh.web.urls import BY_NAME

    keepers = {name for name, route in BY_NAME.items() if route.right is Right.KEEP}
    assert {"people", "person_change", "session_end", "custody_log", "verify", "backup", "backup_file"} <= keepers
