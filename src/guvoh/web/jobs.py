"""Long work of the desk: one thread that takes in, verifies, backs up, one job after the other, and tells how far."""

from __future__ import annotations

import queue
import secrets
import shutil
import tempfile
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from guvoh import actions
from guvoh.actions.inputs import Input
from guvoh.actions.take_in import Taken
from guvoh.custody import Vault
from guvoh.model.access import Actor
from guvoh.model.errors import GuvohError
from guvoh.web.holding import held
from guvoh.web.listing import Words

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in memory: what waits to be encrypted should not touch the disk
_KEPT = 20
TAKE_IN, AGAIN, VERIFY, BACKUP = "take_in", "again", "verify", "backup"


@dataclass(slots=True)
class Job:
    """Work that waits or is being done: `done` of `total`, of files, documents or originals by what it is.

    `what` is one of TAKE_IN, AGAIN, VERIFY and BACKUP, `asked` with what it is to be done, where that differs. `taken`
    tells what became of each document that came in, `outcome` what the rest has to tell, once it is over.
    `stopped` says in words why it ended early.
    """

    id: str
    what: str
    actor: Actor
    work: Callable[[Vault, Job], None]
    total: int
    folder: Path | None = None
    asked: str = ""
    done: int = 0
    is_over: bool = False
    stopped: Words = ""
    taken: list[Taken] = field(default_factory=list)
    outcome: Any = None
    begun_at: datetime = field(default_factory=timezone.now)
    ended_at: datetime | None = None

    def tell(self, done: int, total: int) -> None:
        """Note how far the work is."""
        self.done, self.total = done, total

    @property
    def statements(self) -> int:
        """How many statements were found so far."""
        return sum(one.statements for one in self.taken)

    @property
    def new(self) -> int:
        """How many documents the vault did not have."""
        return sum(one.kept is not None and one.kept.new for one in self.taken)


_waiting: queue.Queue[Job] = queue.Queue()
_known: deque[Job] = deque(maxlen=_KEPT)
_started = threading.Lock()
_thread: threading.Thread | None = None


def new_folder() -> Path:
    """A private folder for files on their way into the vault; in memory where the system has one."""
    return Path(tempfile.mkdtemp(prefix="guvoh-", dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None))


def start(actor: Actor, folder: Path) -> Job:
    """Take the files of a folder in, after the work that waits already; the folder goes when it is done."""
    total = sum(1 for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".meta.json"))
    return begin(actor, TAKE_IN, _take_in, total, folder)


def begin(
    actor: Actor,
    what: str,
    work: Callable[[Vault, Job], None],
    total: int = 0,
    folder: Path | None = None,
    asked: str = "",
) -> Job:
    """Do work with the vault, after what waits already; a folder given goes when it is done."""
    job = Job(secrets.token_hex(8), what, actor, work, total, folder, asked)
    _known.appendleft(job)
    _waiting.put(job)
    _ensure_thread()
    return job


def start_page(actor: Actor, url: str) -> Job:
    """Fetch a page from the web and take it in. Raises UsageError at once for what is no address."""
    actions.capture_page.check_address(actor, url)

    def work(vault: Vault, job: Job) -> None:
        for group in actions.capture_page.capture_page(vault, actor, url, job.folder or Path()):
            job.taken += group
            job.done += 1
        actions.weigh_vault.refresh(vault)

    return begin(actor, TAKE_IN, work, 1, new_folder())


def known(actor: Actor, *whats: str) -> list[Job]:
    """The jobs of an actor of these kinds, newest first; those of taking in where none is named."""
    return [job for job in _known if job.actor.id == actor.id and job.what in (whats or (TAKE_IN,))]


def begin_once(actor: Actor, what: str, work: Callable[[Vault, Job], None], asked: str = "") -> None:
    """Do work with the vault, unless the actor's last of this kind that was `asked` the same is not over yet."""
    if all(job.is_over or job.asked != asked for job in known(actor, what)):
        begin(actor, what, work, asked=asked)


def wait_until_idle(seconds: float = 60.0) -> None:
    """Wait until nothing waits (for tests). Raises TimeoutError."""
    over = threading.Event()

    def watch() -> None:
        _waiting.join()
        over.set()

    threading.Thread(target=watch, daemon=True).start()
    if not over.wait(seconds):
        raise TimeoutError("work still waits to be done")


def _ensure_thread() -> None:
    global _thread
    with _started:
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(target=_work, name="work", daemon=True)
            _thread.start()


def _work() -> None:
    while True:
        job = _waiting.get()
        try:
            with held().using() as vault:  # locking waits for what is being written, a moment
                job.work(vault, job)
        except GuvohError as error:
            job.stopped = str(error)
        except Exception:
            job.stopped = _("The program made a mistake; what is not listed was not done.")
            raise
        finally:
            job.is_over, job.ended_at = True, timezone.now()
            if job.folder:
                shutil.rmtree(job.folder, ignore_errors=True)
            _waiting.task_done()


def _take_in(vault: Vault, job: Job) -> None:
    folder = job.folder or Path()
    found = actions.inputs.gather([folder])
    inputs = [Input(one.path, str(one.path.relative_to(folder))) for one in found]
    for group in actions.take_in.take_in(vault, inputs):
        job.taken += group
        job.done += 1
    actions.weigh_vault.refresh(vault)
