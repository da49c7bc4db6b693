"""Long work of the desk: one thread that takes files in, one job after the other, and tells how far it is."""

from __future__ import annotations

import queue
import secrets
import shutil
import tempfile
import threading
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from guvoh import actions
from guvoh.actions.inputs import Input
from guvoh.actions.take_in import Taken
from guvoh.model.access import Actor
from guvoh.model.errors import GuvohError
from guvoh.web.holding import held

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in memory: what waits to be encrypted should not touch the disk
_KEPT = 20


@dataclass(slots=True)
class Job:
    """Files that wait or are being taken in. `done` files of `total`; `taken` what became of each document."""

    id: str
    actor: Actor
    folder: Path
    total: int
    done: int = 0
    is_over: bool = False
    stopped: str = ""
    taken: list[Taken] = field(default_factory=list)

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
    """Take the files of a folder in, after those that wait already; the folder goes when it is done."""
    total = sum(1 for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".meta.json"))
    job = Job(secrets.token_hex(8), actor, folder, total)
    _known.appendleft(job)
    _waiting.put(job)
    _ensure_thread()
    return job


def known(actor: Actor) -> list[Job]:
    """The jobs of an actor, newest first."""
    return [job for job in _known if job.actor.id == actor.id]


def wait_until_idle(seconds: float = 60.0) -> None:
    """Wait until nothing waits (for tests). Raises TimeoutError."""
    over = threading.Event()

    def watch() -> None:
        _waiting.join()
        over.set()

    threading.Thread(target=watch, daemon=True).start()
    if not over.wait(seconds):
        raise TimeoutError("files still wait to be taken in")


def _ensure_thread() -> None:
    global _thread
    with _started:
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(target=_work, name="take-in", daemon=True)
            _thread.start()


def _work() -> None:
    while True:
        job = _waiting.get()
        try:
            _take_in(job)
        except GuvohError as error:
            job.stopped = str(error)
        except Exception:
            job.stopped = "The program made a mistake; the files not listed were not taken in."
            raise
        finally:
            job.is_over = True
            shutil.rmtree(job.folder, ignore_errors=True)
            _waiting.task_done()


def _take_in(job: Job) -> None:
    found = actions.inputs.gather([job.folder])
    inputs = [Input(one.path, str(one.path.relative_to(job.folder))) for one in found]
    with held().using() as vault:  # locking waits for what is being written, a moment
        for group in actions.take_in.take_in(vault, inputs):
            job.taken += group
            job.done += 1
        actions.weigh_vault.refresh(vault)
