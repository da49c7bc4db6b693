"""A vault with findings made for the tests, and the people who decide on them."""

import pytest

from guvoh.actions.new_vault import new_vault
from guvoh.actions.unlock_vault import unlock_vault
from guvoh.model.access import Actor, Duty

PHRASE = "an invented passphrase"


@pytest.fixture
def vault(tmp_path, cheap_keys):
    """An open, empty vault."""
    new_vault(tmp_path / "vault", PHRASE)
    with unlock_vault(tmp_path / "vault", PHRASE) as opened:
        yield opened


@pytest.fixture
def people():
    """One person of each duty, and a second reviewer."""
    made = {duty.value: Actor(duty.value, duty.value.title(), duty) for duty in Duty}
    return made | {"second": Actor("second", "Second", Duty.REVIEWER)}
