"""A desk over a real vault that holds the samples, and a browser of Django's for each duty."""

import shutil
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from guvoh import actions
from guvoh.model.access import HOLDER, Duty
from guvoh.web import holding

PASSPHRASE = "seven blue herons at dusk"
PASSWORD = "three grey cranes at noon"
SAMPLES = Path(__file__).parents[2] / "samples" / "documents"


@pytest.fixture(scope="session")
def filled_vault(tmp_path_factory, cheap_keys):
    """A vault with the samples and an account for each duty; copied, never changed."""
    path = tmp_path_factory.mktemp("filled") / "vault"
    actions.new_vault.new_vault(path, PASSPHRASE)
    with actions.unlock_vault.unlock_vault(path, PASSPHRASE) as vault:
        for _ in actions.take_in.take_in(vault, actions.inputs.gather([str(SAMPLES)])):
            pass
        actions.accounts.prepare_accounts(vault)
        actions.accounts.make_first_keeper(vault, "keeper", "Keeper", PASSWORD)
        for duty in (Duty.READER, Duty.REVIEWER, Duty.EDITOR):
            actions.accounts.add_account(vault, HOLDER, duty, duty.title(), duty, PASSWORD)
    return path


@pytest.fixture(scope="session", autouse=True)
def no_network():
    """No test of the desk looks up a host, whatever address it gives; one that fetches names a fetcher of its own."""
    from guvoh.actions import capture_page
    from guvoh.actions.fetching import Fetcher

    def refuse(host, port):
        raise OSError(f"{host}:{port} is not looked up in tests")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(capture_page, "FETCHER", Fetcher(look_up=refuse))
        yield


@pytest.fixture
def holder(tmp_path, filled_vault):
    """The desk's own copy of the filled vault, unlocked."""
    one = holding.Holder(shutil.copytree(filled_vault, tmp_path / "desk"))
    one.unlock(PASSPHRASE)
    holding.serve_from(one)
    yield one
    one.lock()
    connection.close()


@pytest.fixture
def browse(holder):
    """Gives a client that is logged in with a duty, or nobody's for None."""

    def client(duty: Duty | None = None) -> Client:
        one = Client(raise_request_exception=False, HTTP_HOST="localhost", headers={"sec-fetch-site": "same-origin"})
        if duty is not None:
            from guvoh.custody.records.models import Account

            one.force_login(Account.objects.get(username=duty), "allauth.account.auth_backends.AuthenticationBackend")
        return one

    return client


@pytest.fixture(scope="module")
def module_holder(tmp_path_factory, filled_vault):
    """One unlocked copy for a whole module, for tests that do not change it in ways others would see."""
    one = holding.Holder(shutil.copytree(filled_vault, tmp_path_factory.mktemp("module") / "desk"))
    one.unlock(PASSPHRASE)
    holding.serve_from(one)
    yield one
    one.lock()
    connection.close()


@pytest.fixture
def desk_of_tables(module_holder):
    """Gives a fresh client of a duty over the module's vault."""
    from guvoh.custody.records.models import Account

    def client(duty: Duty | None = None) -> Client:
        one = Client(raise_request_exception=False, HTTP_HOST="localhost")
        if duty is not None:
            one.force_login(Account.objects.get(username=duty), "allauth.account.auth_backends.AuthenticationBackend")
        return one

    return client


@pytest.fixture
def settings_of_urls():
    """Adds an address outside the table for one test."""
    from django.urls import clear_url_caches

    from guvoh.web import urls

    added = []

    def add(pattern):
        urls.urlpatterns.append(pattern)
        added.append(pattern)
        clear_url_caches()

    yield add
    for pattern in added:
        urls.urlpatterns.remove(pattern)
    clear_url_caches()
