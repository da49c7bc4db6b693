"""Where a passphrase comes from: the environment or a terminal, never the words of the command."""

import os
import subprocess
import sys

import pytest

from guvoh import settings
from guvoh.cli.passphrase import ask
from guvoh.model.errors import UsageError


def test_the_environment_gives_it_once(monkeypatch):
    monkeypatch.setenv("GUVOH_PASSPHRASE", "six words of an invented passphrase")
    assert ask() == "six words of an invented passphrase"
    assert "GUVOH_PASSPHRASE" not in os.environ  # so that no child process inherits it


def test_without_terminal_or_environment_it_is_wrong_use(run, tmp_path):
    ended = run("new", tmp_path / "vault", passphrase="")
    assert ended.code == 2
    assert "GUVOH_PASSPHRASE" in ended.err
    assert not (tmp_path / "vault").exists()


def test_a_setting_is_yes_or_no(monkeypatch):
    for value, on in {"1": True, "yes": True, "0": False, "": False, "off": False}.items():
        monkeypatch.setenv("GUVOH_DEBUG", value)
        assert settings.is_on(settings.DEBUG) is on
    monkeypatch.delenv("GUVOH_DEBUG")
    assert settings.is_on(settings.DEBUG) is False
    monkeypatch.setenv("GUVOH_DEBUG", "perhaps")
    with pytest.raises(UsageError):
        settings.is_on(settings.DEBUG)


def typed(words, *answers):
    """Run the command on a pseudo-terminal, answering each prompt in turn; its code and what the terminal showed."""
    controller, terminal = os.openpty()
    env = {key: value for key, value in os.environ.items() if key != "GUVOH_PASSPHRASE"}
    process = subprocess.Popen(
        [sys.executable, "-m", "guvoh", *words],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=env,
        start_new_session=True,
    )
    os.close(terminal)
    shown, left = b"", list(answers)
    try:
        while chunk := os.read(controller, 4096):
            shown += chunk
            # the space comes when the terminal no longer echoes; what is typed before that is thrown away
            if left and shown.endswith(b": "):
                os.write(controller, left.pop(0).encode() + b"\n")
    except OSError:  # Linux answers EIO when the last writer is gone
        pass
    finally:
        os.close(controller)
    return process.wait(60), shown.decode()


def test_a_new_one_is_asked_twice_and_not_shown(tmp_path, run):
    phrase = "typed by hand, unseen"
    code, shown = typed(["new", str(tmp_path / "vault")], phrase, phrase)
    assert code == 0, shown
    assert phrase not in shown
    assert run("verify", tmp_path / "vault", passphrase=phrase).code == 0


def test_two_that_differ_are_asked_again(tmp_path):
    code, shown = typed(
        ["new", str(tmp_path / "vault")], "first try here", "second differs", "third time", "third time"
    )
    assert code == 0, shown
    assert "do not match" in shown
