"""What drives the desk from outside: vaults to try it on, `guvoh serve` as a program, the system's Chromium.

Browser tests, screenshots and the desk's benchmark share it. Run as `opened_desk.py VAULT` it adds an account for each
duty; as a process of its own, because Django refuses a database beside the event loop that drives the browser.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
SAMPLES = Path("samples", "documents")
PASSPHRASE = "seven blue herons at dusk"
PASSWORD = "three grey cranes at noon"
"""Neither is a secret: they lock vaults that hold invented samples and are thrown away."""
FLAGS = [f"--{name}" for name in ("no-sandbox", "use-angle=swiftshader", "enable-unsafe-swiftshader", "disable-quic",
         "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync")]  # fmt: skip
"""SwiftShader draws WebGL, which the map needs, on machines without a graphics card."""
_ENV = {"GUVOH_PASSPHRASE": PASSPHRASE, "PYTHONPATH": str(ROOT / "src")}


def chromium_program() -> str:
    """The path of the system's Chromium. Raises FileNotFoundError with the next step."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        raise FileNotFoundError("No Chromium is installed. On Debian and Ubuntu: apt install chromium.")
    return program


def guvoh(*words: object) -> None:
    """Run a command of Guvoh, as a person would who stands in the project's folder."""
    command = [sys.executable, "-m", "guvoh", *map(str, words)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env={**os.environ, **_ENV})


def add_people(vault: Path) -> None:
    """Add an account for each duty, named as the duty, with PASSWORD."""
    command = [sys.executable, str(Path(__file__)), str(vault)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **_ENV})


def peopled_samples(folder: Path) -> Path:
    """A new vault in the folder: the samples, weighed, and an account for each duty."""
    vault = folder / "vault"
    guvoh("new", vault)
    guvoh("add", vault, SAMPLES)
    guvoh("weigh", vault)
    add_people(vault)
    return vault


class Desk:
    """A running `guvoh serve`."""

    def __init__(self, vault: Path, *words: str) -> None:
        command = [sys.executable, "-m", "guvoh", "serve", str(vault), "--port", "0", "--no-browser", *words]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **_ENV})
        assert self.process.stdout
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+?(?=/)", line)
        assert found, f"the desk did not open: {line}"
        self.url = found[0]

    def stop(self) -> None:
        """End the desk as Ctrl-C does."""
        self.process.terminate()
        self.process.wait(20)
        if self.process.stdout:
            self.process.stdout.close()


def log_in(page: Page, name: str) -> None:
    """Fill in the login form and send it; ends on the home page."""
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_role("heading", name="Home", level=1).wait_for()


def _fill(vault_path: Path) -> None:
    from guvoh.web.configuring import configure  # noqa: PLC0415 - the browser's process needs no Django

    configure()
    from guvoh import actions  # noqa: PLC0415 - Django must be set up before
    from guvoh.model.access import HOLDER, Duty  # noqa: PLC0415 - Django must be set up before

    with actions.unlock_vault.unlock_vault(vault_path, PASSPHRASE) as vault:
        actions.accounts.prepare_accounts(vault)
        actions.accounts.make_first_keeper(vault, "keeper", "Keeper", PASSWORD)
        for duty in (Duty.READER, Duty.REVIEWER, Duty.EDITOR):
            actions.accounts.add_account(vault, HOLDER, duty, duty.title(), duty, PASSWORD)


if __name__ == "__main__":
    _fill(Path(sys.argv[1]))
