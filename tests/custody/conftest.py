"""Vaults for the tests: real ones, whose passphrase costs nothing to derive."""

import hashlib
import shutil
from pathlib import Path

import pytest

from guvoh.custody import InsecureKdfForTests, Vault, create_vault, open_vault
from guvoh.model import Document, Passage, Role

PASSPHRASE = "seven blue herons at dusk"


@pytest.fixture(scope="session")
def new_vault(tmp_path_factory) -> Path:
    """An empty vault that every test copies."""
    path = tmp_path_factory.mktemp("made") / "vault"
    create_vault(path, PASSPHRASE, InsecureKdfForTests())
    return path


@pytest.fixture
def folder(tmp_path: Path, new_vault: Path) -> Path:
    """An empty vault's folder."""
    return shutil.copytree(new_vault, tmp_path / "vault")


@pytest.fixture(scope="session")
def opened():
    """Opens a vault of the tests."""

    def opened_vault(path: Path, passphrase: str = PASSPHRASE) -> Vault:
        return open_vault(path, passphrase, insecure_kdf_for_tests=True)

    return opened_vault


@pytest.fixture
def vault(folder, opened):
    """An open, empty vault."""
    with opened(folder) as one:
        yield one


@pytest.fixture(scope="session")
def document():
    """Makes a document of paragraphs, all of them body but those given a role; and its bytes."""

    def make(*paragraphs: str | tuple[str, Role], path: str = "page.txt", **more) -> tuple[Document, bytes]:
        pairs = [p if isinstance(p, tuple) else (p, Role.BODY) for p in paragraphs]
        text, passages = "", []
        for words, role in pairs:
            start = len(text) + (1 if text else 0)
            text = f"{text}\n{words}" if text else words
            passages.append(Passage(start, start + len(words), role))
        data = more.pop("data") if "data" in more else text.encode()
        sha256 = hashlib.sha256(data).hexdigest()
        return Document(path, sha256, "text/plain", text, tuple(passages), **more), data

    return make
