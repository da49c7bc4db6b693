"""The public surface of each room is a list that changes on purpose only."""

import importlib
import pkgutil

import pytest

import guvoh

ROOMS = {
    "guvoh.ingest": {"Limits", "Reader", "read_bytes", "sidecar_for", "walk"},
    "guvoh.extraction": {"find"},
    "guvoh.assessment": {"weigh"},
    "guvoh.custody": {
        "Action",
        "Entry",
        "Hit",
        "InsecureKdfForTests",
        "KdfParams",
        "Kept",
        "Sighting",
        "StoredDocument",
        "Vault",
        "VerifyReport",
        "chain_faults",
        "create_vault",
        "open_vault",
    },
    "guvoh.reporting": {"write_dossier"},
    "guvoh.actions": {
        "find_files",
        "inputs",
        "make_dossier",
        "new_vault",
        "search_vault",
        "show_records",
        "take_in",
        "unlock_vault",
        "verify_vault",
        "weigh_findings",
    },
    "guvoh.cli": {"main"},
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_exports_its_list_and_nothing_else(room):
    module = importlib.import_module(room)
    assert set(module.__all__) == ROOMS[room]
    assert all(hasattr(module, name) for name in module.__all__)


def test_every_room_is_listed():
    rooms = {f"guvoh.{module.name}" for module in pkgutil.iter_modules(guvoh.__path__) if module.ispkg}
    assert rooms - {"guvoh.model"} == set(ROOMS)


def test_every_use_case_is_exported():
    actions = importlib.import_module("guvoh.actions")
    assert {module.name for module in pkgutil.iter_modules(actions.__path__)} == ROOMS["guvoh.actions"]
