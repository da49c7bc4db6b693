"""The public surface of each room is a list that changes on purpose only."""

import importlib
import pkgutil

import pytest

import guvoh

ROOMS = {
    "guvoh.ingest": {"Drawer", "Limits", "Reader", "read_bytes", "sidecar_for", "walk"},
    "guvoh.extraction": {"find"},
    "guvoh.assessment": {"weigh"},
    "guvoh.custody": {
        "AccountInfo",
        "Action",
        "Counted",
        "Decided",
        "Draft",
        "Entry",
        "EventChoice",
        "EventCounts",
        "FigureChoice",
        "Hit",
        "InsecureKdfForTests",
        "KdfParams",
        "Kept",
        "Sighting",
        "StoredDocument",
        "TWO_REVIEWERS",
        "TokenInfo",
        "Vault",
        "VerifyReport",
        "WeighedAt",
        "chain_faults",
        "create_vault",
        "open_vault",
    },
    "guvoh.reporting": {"write_dossier"},
    "guvoh.web": set(),
    "guvoh.cli": {"main"},
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_exports_its_list_and_nothing_else(room):
    module = importlib.import_module(room)
    assert set(getattr(module, "__all__", ())) == ROOMS[room]
    assert all(hasattr(module, name) for name in ROOMS[room])


def test_every_room_is_listed():
    rooms = {f"guvoh.{module.name}" for module in pkgutil.iter_modules(guvoh.__path__) if module.ispkg}
    assert rooms - {"guvoh.model", "guvoh.actions"} == set(ROOMS)


def test_every_use_case_is_exported():
    actions = importlib.import_module("guvoh.actions")
    assert sorted(module.name for module in pkgutil.iter_modules(actions.__path__)) == actions.__all__
