"""What the API answers: the use cases' own findings as JSON, pages by key, and errors that repeat nothing sent."""

import hashlib
import io
import json
import tarfile
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from guvoh import actions
from guvoh.custody.browse import DocumentSort, StatementFilter, StatementSort
from guvoh.model import plain
from guvoh.model.access import HOLDER, Duty
from guvoh.web import jobs
from guvoh.web.api.addresses import PREFIX

SECRET = "Chupik-said-so"


@pytest.fixture
def vault(module_holder):
    """The desk's vault, weighed."""
    opened = module_holder.vault()
    actions.weigh_vault.refresh(opened)
    return opened


@pytest.fixture
def api(vault):
    """Asks with the token of whoever holds the passphrase; gives the answer."""
    token = actions.tokens.make_token(vault, HOLDER, "tests").token

    def asking(method, path, body=None, **query):
        client = Client(enforce_csrf_checks=True, raise_request_exception=False, HTTP_HOST="localhost")
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body)
        headers = {"authorization": f"Bearer {token}"}
        return client.generic(
            method, f"/{PREFIX}{path}", data, "application/json", headers=headers, query_params=query
        )  # fmt: skip

    return asking


def every(api, path, **query):
    """Walks a list by its keys to the end: the rows, and the pages they stood on."""
    found, pages, key = [], 0, None
    while pages == 0 or key:
        told = api("GET", path, **query, **({"key": key} if key else {})).json()
        found += told["rows"]
        pages, key = pages + 1, told["next_key"]
    return found, pages


def test_statements_are_paged_by_key_to_the_last(api, vault):
    found, pages = every(api, "statements", size=7)
    whole = actions.browse_statements.browse_statements(vault, HOLDER, size=500)
    assert [one["id"] for one in found] == [row.id for row in whole.rows]
    assert found == json.loads(json.dumps(plain(whole.rows)))
    assert pages == -(-len(found) // 7) > 2


@pytest.mark.parametrize("sort", StatementSort)
def test_filters_and_orders_are_those_of_the_use_case(api, vault, sort):
    filters = StatementFilter(counted=True)
    whole = actions.browse_statements.browse_statements(vault, HOLDER, filters, sort, size=500)
    found, _ = every(api, "statements", size=9, counted="true", sort=sort.value)
    assert [one["id"] for one in found] == [row.id for row in whole.rows]


def test_a_key_of_another_list_is_refused(api):
    key = api("GET", "statements", size=2).json()["next_key"]
    assert api("GET", "documents", key=key).status_code == 400


@pytest.mark.parametrize("path", ["documents", "statements", "events", "figures", "sources", "decisions", "ledger"])
def test_the_first_page_tells_how_many_there_are(api, path):
    told = api("GET", path, size=1).json()
    assert told["total"]["count"] >= len(told["rows"])


def test_one_record_is_the_use_cases_own(api, vault):
    first = actions.browse_documents.browse_documents(vault, HOLDER, sort=DocumentSort.OLDEST, size=1).rows[0]
    told = api("GET", f"documents/{first.sha256}").json()
    view = actions.browse_documents.view_document(vault, HOLDER, first.sha256)
    assert told == json.loads(json.dumps(plain(view)))
    statement = api("GET", f"statements/{told['statements'][0]['id']}").json()
    span = slice(statement["statement"]["start"], statement["statement"]["end"])
    assert statement["document"]["text"][span] == statement["statement"]["quote"]


@pytest.mark.parametrize("path", ["events", "sources"])
def test_events_and_sources_are_given_whole(api, path):
    first = api("GET", path, size=1).json()["rows"][0]
    assert api("GET", f"{path}/{first['id']}").json()["item"]["id"] == first["id"]


def test_the_tally_gives_each_number_with_its_sentence(api):
    figures, _ = every(api, "figures", size=100, unit="person")
    act = next(one["act"] for one in figures if one["act"])
    told = api("GET", "tally", act=act).json()
    assert told["minimum"] == sum(line["value"] for line in told["used"])
    assert all(line["statement"]["quote"] for line in told["used"] + told["left_out"])
    assert told["minimum"] == max(part["minimum"] for part in told["stages"])
    (whole,) = api("GET", "tally", act=act, stage="any").json()["stages"]
    assert whole["stage"] is None


def test_a_figure_that_is_gone_since_the_tally_is_left_out(api, vault, monkeypatch):
    figures, _ = every(api, "figures", size=100, unit="person")
    act = next(one["act"] for one in figures if one["act"])
    before = api("GET", "tally", act=act).json()
    gone = before["used"][0]["statement"]["id"]
    read = type(vault).decided_of
    monkeypatch.setattr(
        type(vault), "decided_of", lambda self, asked: read(self, [ident for ident in asked if ident != gone])
    )
    after = api("GET", "tally", act=act).json()
    assert after["used"] == before["used"][1:]


def test_search_marks_words_at_their_true_places(api):
    hit = api("GET", "search/passages", words="detained").json()["hits"][0]
    text = api("GET", f"documents/{hit['sha256']}").json()["document"]["text"]
    for start, end in hit["marked"]["marks"]:
        found = hit["marked"]["text"][start:end]
        assert text[hit["start"] + start : hit["start"] + end] == found
        assert found.lower().startswith("detain")


def test_a_search_is_kept_and_dropped(api):
    kept = api("POST", "searches", {"name": "raids", "words": "raid", "scope": "events"})
    assert kept.status_code == 201
    assert [one["name"] for one in api("GET", "searches").json()] == ["raids"]
    assert api("DELETE", f"searches/{kept.json()['id']}").status_code == 204
    assert api("GET", "searches").json() == []


def test_an_original_comes_back_byte_by_byte(api):
    first = api("GET", "documents", size=1).json()["rows"][0]["sha256"]
    answer = api("GET", f"documents/{first}/original")
    assert answer["Content-Type"] == "application/octet-stream"
    assert hashlib.sha256(answer.content).hexdigest() == first


def test_the_dossier_comes_as_an_archive(api):
    answer = api("POST", "dossier")
    assert answer["Content-Type"] == "application/zip"
    assert "dossier/index.html" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


def test_files_are_taken_in_and_told_of(api, vault):
    token = actions.tokens.make_token(vault, HOLDER, "upload").token
    client = Client(enforce_csrf_checks=True, raise_request_exception=False, HTTP_HOST="localhost")
    sent = SimpleUploadedFile("../note.txt", b"In Tver, 17 workers were deported on March 5, 2025.")
    answer = client.post("/api/v1/documents", {"files": [sent]}, headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 202, answer.content
    jobs.wait_until_idle()
    told = api("GET", f"taking-in/{answer.json()['id']}").json()
    assert (told["is_over"], told["stopped"], told["done"], told["total"]) == (True, "", 1, 1)
    assert told["taken"][0]["path"] == "note.txt"
    assert ".." not in told["taken"][0]["path"]
    sha256 = told["taken"][0]["kept"]["sha256"]
    assert "17 workers" in api("GET", f"documents/{sha256}").json()["document"]["text"]
    none = client.post("/api/v1/documents", {}, headers={"authorization": f"Bearer {token}"})
    assert none.status_code == 422


def test_a_decision_is_kept_and_a_stale_one_is_told(api):
    statement = api("GET", "statements", size=1, review="suggested").json()["rows"][0]["id"]
    kept = api("POST", "decisions/accept", {"statements": [statement], "seen": 0})
    assert kept.status_code == 201
    assert kept.json()["by"] == HOLDER.id
    late = api("POST", "decisions/reject", {"statements": [statement], "seen": 0})
    assert late.status_code == 409
    assert api("GET", f"statements/{statement}").json()["review"] == "accepted"
    undone = api("POST", "decisions/undo", {"decision": kept.json()["id"]})
    assert undone.status_code == 201
    steps = api("GET", f"decisions-on/{statement}").json()["steps"]
    assert next(step["stands"] for step in steps) is False
    assert api("GET", f"statements/{statement}").json()["review"] == "suggested"


def test_a_correction_stands_beside_the_machines_reading(api):
    row = api("GET", "statements", size=1, kind="act").json()["rows"][0]
    kept = api("POST", "decisions/correct", {"statement": row["id"], "values": {"modality": "denied"}})
    assert kept.status_code == 201
    assert api("GET", f"statements/{row['id']}").json()["statement"]["modality"] == "denied"
    wrong = api("POST", "decisions/correct", {"statement": row["id"], "values": {"act": SECRET}})
    assert wrong.status_code == 422


def test_a_keeper_makes_and_changes_accounts(api):
    made = api("POST", "accounts", {"username": "guest", "duty": "reader", "password": "five red storks at dawn"})
    assert made.status_code == 201
    assert "password" not in made.json()
    changed = api("POST", f"accounts/{made.json()['actor']}", {"active": False})
    assert changed.json()["active"] is False
    weak = api("POST", "accounts", {"username": "guest2", "duty": "reader", "password": "12345"})
    assert weak.status_code == 422
    assert "12345" not in weak.content.decode()


def test_two_reviewers_are_asked_for_and_not(api):
    for required in (True, False):
        assert api("PUT", "settings/two-reviewers", {"required": required}).json() == {"required": required}
        assert api("GET", "settings/two-reviewers").json() == {"required": required}


def test_the_idle_time_is_set(api):
    assert api("PUT", "settings/idle-minutes", {"minutes": 30}).status_code == 200
    assert api("GET", "settings/idle-minutes").json() == {"minutes": 30}
    assert api("PUT", "settings/idle-minutes", {"minutes": 0}).status_code == 422


def test_a_backup_comes_as_an_archive_of_the_vault(api):
    answer = api("POST", "backup")
    assert answer["Content-Type"] == "application/x-tar"
    with tarfile.open(fileobj=io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert "vault/records.db" in archive.getnames()


def test_who_asks_is_told_what_they_may(api):
    told = api("GET", "me").json()
    assert told["duty"] == Duty.KEEPER
    assert "keep" in told["rights"]


def test_the_vault_is_verified(api):
    assert api("POST", "verification", {}).json()["faults"] == []


def test_a_token_is_ended(api, vault):
    made = actions.tokens.make_token(vault, HOLDER, "short-lived")
    assert made.info.token in [one["token"] for one in api("GET", "tokens").json()]
    ended = api("DELETE", f"tokens/{made.info.token}")
    assert (ended.status_code, ended.content) == (204, b"")
    assert actions.tokens.actor_of_token(vault, made.token) is None


WRONG = [
    (400, "POST", "decisions/accept", b"{" + SECRET.encode()),
    (400, "POST", "decisions/accept", b'{"statements": [NaN]}'),
    (400, "POST", "decisions/accept", b"[" * 100_000),
    (422, "POST", "decisions/accept", {}),
    (422, "POST", "decisions/accept", {"statements": SECRET}),
    (422, "POST", "decisions/accept", {"statements": ["a"], SECRET: 1}),
    (422, "POST", "decisions/accept", {"statements": []}),
    (422, "POST", "decisions/correct", b'{"statement": "a", "values": {"when": "\\ud800"}}'),
    (404, "POST", "decisions/accept", {"statements": [SECRET]}),
    (422, "POST", "decisions/accept", {"statements": ["a"], "seen": 10**30}),
    (413, "POST", "decisions/accept", b'{"note": "' + b"x" * (5 * 2**20) + b'"}'),
    (422, "GET", f"documents?first={SECRET}", None),
    (422, "GET", "documents?first=20240301", None),
    (422, "GET", "documents?size=0", None),
    (422, "GET", f"documents?sort={SECRET}", None),
    (400, "GET", f"documents?key={SECRET}", None),
    (404, "GET", f"documents/{SECRET}", None),
    (404, "GET", f"nothing/{SECRET}", None),
    (405, "DELETE", "documents", None),
    (405, "POST", "openapi.json", {}),
]


@pytest.mark.parametrize(("status", "method", "path", "body"), WRONG)
def test_a_wrong_request_is_told_in_one_shape_that_repeats_nothing(api, status, method, path, body):
    answer = api(method, path, body)
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/json"
    told = answer.json()
    assert set(told) == {"error"}
    assert set(told["error"]) == {"message", "next_step"}
    assert told["error"]["message"]
    assert SECRET not in answer.content.decode()
    if status == 405:
        assert "GET" in answer["Allow"]
