"""The API's gate: a token that holds acts as its person, any other gives the one error; a session proves its writes."""

import json

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from guvoh import actions
from guvoh.custody.records.models import Account, Token
from guvoh.model.access import HOLDER, RIGHTS, Actor, Duty
from guvoh.web.api import addresses

API_ROUTES = list(addresses.ROUTES)


def actor(duty):
    account = Account.objects.get(username=duty)
    return Actor(account.actor, account.shown_as, Duty(duty))


@pytest.fixture
def token_of(module_holder):
    """Gives the words of a fresh token of the account with a duty."""

    def made(duty, lesser=None):
        return actions.tokens.make_token(module_holder.vault(), actor(duty), "a script", lesser).token

    return made


@pytest.fixture
def ask(module_holder):
    """Asks as a program does: with a token or none, never with a cookie, CSRF enforced."""

    def asking(method, path, token=None, body=None, **headers):
        client = Client(enforce_csrf_checks=True, raise_request_exception=False, HTTP_HOST="localhost")
        if token is not None:
            headers["authorization"] = f"Bearer {token}"
        data = b"" if body is None else json.dumps(body)
        return client.generic(method, path, data, "application/json", headers=headers)

    return asking


def is_problem(answer):
    """Whether the answer is of the one shape, with words in it and nothing else."""
    told = answer.json()
    assert set(told) == {"error"}
    assert set(told["error"]) == {"message", "next_step"}
    assert all(isinstance(words, str) for words in told["error"].values())
    return bool(told["error"]["message"])


def refused(answer):
    return answer.status_code == 401 and is_problem(answer) and answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("route", API_ROUTES, ids=lambda route: route.name)
def test_every_address_refuses_a_wrong_an_expired_and_a_revoked_token(ask, token_of, module_holder, route):
    address = reverse(route.name, kwargs=dict(route.example or {}))
    expired, revoked = token_of(Duty.KEEPER), token_of(Duty.KEEPER)
    newest, last = Token.objects.order_by("-id")[1], Token.objects.order_by("-id")[0]
    Token.objects.filter(id=newest.id).update(expires_at="2020-01-01T00:00:00.000000Z")
    actions.tokens.revoke_token(module_holder.vault(), HOLDER, last.token)
    for method in ("GET", "POST"):
        for words in (None, "", "guvoh_", "guvoh_" + "A" * 43, "Ж" * 9, expired, revoked):
            assert refused(ask(method, address, words)), words


@pytest.mark.parametrize("duty", Duty)
@pytest.mark.parametrize("route", API_ROUTES, ids=lambda route: route.name)
def test_a_token_may_what_its_person_may(ask, token_of, route, duty):
    address = reverse(route.name, kwargs=dict(route.example or {}))
    token = token_of(duty)
    for method in ("GET", "POST"):
        answer = ask(method, address, token)
        assert answer.status_code < 500
        if route.needs(method) not in RIGHTS[duty]:
            assert answer.status_code == 403
            assert is_problem(answer)
        else:
            assert answer.status_code not in (401, 403)


def test_a_token_of_a_lesser_duty_may_no_more_than_that(ask, token_of):
    token = token_of(Duty.KEEPER, Duty.READER)
    assert ask("GET", "/api/v1/me", token).json()["duty"] == "reader"
    assert ask("GET", "/api/v1/accounts", token).status_code == 403


def test_a_token_ends_with_its_persons_account(ask, token_of, module_holder):
    token = token_of(Duty.REVIEWER)
    vault, who = module_holder.vault(), actor(Duty.REVIEWER).id
    actions.accounts.change_account(vault, HOLDER, who, active=False)
    assert refused(ask("GET", "/api/v1/me", token))
    actions.accounts.change_account(vault, HOLDER, who, active=True)
    assert ask("GET", "/api/v1/me", token).json()["id"] == who


def test_a_token_opens_the_api_only(ask, token_of):
    answer = ask("GET", reverse("map"), token_of(Duty.KEEPER))
    assert answer.status_code == 302


def test_a_wrong_token_is_not_made_good_by_a_session(desk_of_tables):
    client = desk_of_tables(Duty.KEEPER)
    assert client.get("/api/v1/me").status_code == 200
    assert client.get("/api/v1/me", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/api/v1/me", headers={"authorization": "Basic a2VlcGVy"}).status_code == 401


def test_a_session_that_writes_must_prove_that_it_is_no_forged_request(module_holder):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False, HTTP_HOST="localhost")
    client.force_login(Account.objects.get(username=Duty.READER), "allauth.account.auth_backends.AuthenticationBackend")
    body = json.dumps({"name": "by a page elsewhere"})
    answer = client.post("/api/v1/tokens", body, "application/json")
    assert answer.status_code == 403
    assert is_problem(answer)
    assert settings.CSRF_COOKIE_NAME not in client.cookies
    page = client.get(reverse("home")).content.decode()
    proof = page.split('X-CSRFToken": "')[1].split('"')[0] if 'X-CSRFToken": "' in page else None
    proof = proof or page.split("X-CSRFToken&quot;: &quot;")[1].split("&quot;")[0]
    answer = client.post("/api/v1/tokens", body, "application/json", headers={"x-csrftoken": proof})
    assert answer.status_code == 201, answer.content


def test_a_token_makes_no_token(ask, token_of):
    answer = ask("POST", "/api/v1/tokens", token_of(Duty.KEEPER), {"name": "another"})
    assert answer.status_code == 403
    assert is_problem(answer)


def test_while_the_vault_is_locked_a_client_is_told_so(ask, token_of, module_holder):
    from guvoh.web import holding

    token = token_of(Duty.READER)
    holding.serve_from(holding.Holder(module_holder.path))
    try:
        answer = ask("GET", "/api/v1/me", token)
    finally:
        holding.serve_from(module_holder)
    assert answer.status_code == 503
    assert is_problem(answer)
