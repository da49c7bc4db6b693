"""Killed at any moment, the vault loses nothing it reported, needs no repair and shows no word of what it holds."""

import base64
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from keeper import CANARIES

KEEPER = Path(__file__).with_name("keeper.py")
PASSPHRASE = "seven blue herons at dusk"


def needles() -> dict[bytes, str]:
    """The canaries as bytes in every form looked for."""
    found = {}
    for word in CANARIES:
        for form in {word, word.casefold(), word.upper(), word.replace("‘", "'"), word.replace("‘", "")}:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1251"):
                raw = form.encode(encoding, "ignore")
                if len(raw) < 8:
                    continue
                found[raw] = f"{form} {encoding}"
                for shift in range(3):  # base64 of the word at each place in a group of three, less what touches others
                    coded = base64.b64encode(bytes(shift) + raw)
                    found[coded[4:-4]] = f"{form} {encoding} base64"
            found[form.encode("unicode_escape")] = f"{form} escaped"
    return found


NEEDLES = needles()


def canaries_in(folder: Path) -> list[str]:
    """Where a canary stands, in names or bytes, below a folder."""
    hits = []
    for path in folder.rglob("*"):
        blob = os.fsencode(str(path.relative_to(folder)))
        if path.is_file():
            blob += b"\n" + path.read_bytes()
        hits += [f"{path.name}: {label}" for needle, label in NEEDLES.items() if needle in blob]
    return hits


def run_and_kill(folder: Path, temp: Path, sources: Path, seed: int, after: float) -> tuple[set[str], set[str]]:
    """Let a child keep documents, kill it `after` seconds; what it said it had kept, and found."""
    environment = {**os.environ, "TMPDIR": str(temp), "SQLITE_TMPDIR": str(temp), "HOME": str(temp)}
    command = [sys.executable, KEEPER, folder, PASSPHRASE, str(seed), sources]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    lines = [line.split() for line in child.stdout.read().splitlines()]
    assert child.wait() == -signal.SIGKILL
    child.stdout.close()
    whole = [line for line in lines if len(line) == 2 and len(line[1]) == 64]
    return {line[1] for line in whole if line[0] == "kept"}, {line[1] for line in whole if line[0] == "found"}


@pytest.fixture
def places(tmp_path):
    """Folders for temporary files and for sources, apart from the vault."""
    for name in ("temp", "sources"):
        (tmp_path / name).mkdir()
    return tmp_path / "temp", tmp_path / "sources"


def test_the_scanner_sees_what_it_looks_for(tmp_path):
    for number, word in enumerate(CANARIES):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            for form in (word, word.casefold()):
                (tmp_path / "file").write_bytes(b"\x00" * number + form.encode(encoding) + b"\xff")
                assert canaries_in(tmp_path)
                for shift in range(3):
                    coded = base64.b64encode(b"-" * shift + form.encode(encoding) + b"----")
                    (tmp_path / "file").write_bytes(coded)
                    assert canaries_in(tmp_path), (word, encoding, shift)
    (tmp_path / "file").write_bytes(os.urandom(100_000))
    assert canaries_in(tmp_path) == []
    (tmp_path / CANARIES[1]).touch()
    assert canaries_in(tmp_path)


def test_killed_at_random_it_keeps_what_it_reported_and_shows_no_word(folder, opened, places):
    temp, sources = places
    chance = random.Random(20240322)
    kept: set[str] = set()
    found: set[str] = set()
    for seed in range(24):
        if seed >= 6 and len(kept) > 5:
            break  # a slow machine needs more, and longer, lives to keep as much
        new_kept, new_found = run_and_kill(folder, temp, sources, seed, chance.uniform(0.0, 0.6 + 0.1 * seed))
        kept |= new_kept
        found |= new_found
        assert canaries_in(folder) == []
        assert canaries_in(temp) == []
        with opened(folder) as vault:
            assert canaries_in(folder) == []
            report = vault.verify()
            assert report.faults == ()
            assert {s.document.sha256 for s in vault.documents()} >= kept
            assert {f.document.sha256 for f in vault.findings()} >= found
        assert canaries_in(folder) == []
    assert len(kept) > 5, "the children were killed before they kept anything: this run shows nothing"
    (sources / "sample.txt").write_text(" ".join(CANARIES), encoding="utf-8")
    assert canaries_in(sources), "the scanner sees the words where they stand in the clear"


def test_what_is_left_half_written_is_cleared_and_kept_whole_again(folder, opened, document):
    with opened(folder):
        draft = folder / "originals" / ("new-" + "a" * 32)
        draft.write_bytes(b"half of an original")
    one, data = document("Words.")
    with opened(folder) as vault:
        assert not draft.exists()
        vault._originals.write(one.sha256, data)  # killed here: on the disk, in no record
    with opened(folder) as vault:
        assert not vault.has(one.sha256)
        assert len(vault.verify().notes) == 1
        assert vault.keep(one, data).new
        assert vault.verify().notes == vault.verify().faults == ()


def test_a_head_left_half_written_by_a_kill_makes_room(folder, opened, document):
    (folder / "head.new").write_bytes(b"half of a head")
    one, data = document("Words.")
    with opened(folder) as vault:
        assert vault.keep(one, data).new
        assert vault.verify().faults == ()
    assert not (folder / "head.new").exists()


def test_a_kill_between_record_and_head_loses_nothing(folder, opened, document, monkeypatch):
    from guvoh.custody import vault as module

    def killed(*_):
        raise KeyboardInterrupt

    one, data = document("Words.")
    with opened(folder) as vault:
        monkeypatch.setattr(module, "write_head", killed)
        with pytest.raises(KeyboardInterrupt):
            vault.keep(one, data)
        monkeypatch.undo()
    with opened(folder) as vault:
        assert vault.has(one.sha256)
        assert vault.verify().faults == ()
        vault.keep(*document("More words."))
        assert vault.verify().faults == ()
