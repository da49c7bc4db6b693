"""Find in files: read each one, find its statements, keep nothing."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from multiprocessing import get_context
from multiprocessing.util import Finalize

from guvoh import settings
from guvoh.actions.inputs import Input
from guvoh.extraction import find
from guvoh.ingest import Reader
from guvoh.model import Document, Findings
from guvoh.model.errors import GuvohError
from guvoh.model.wordings import Wording

_WAITING_PER_JOB = 4
"""Files handed out ahead for each process: enough to keep all busy, few enough to bound memory."""


def find_files(inputs: Sequence[Input], jobs: int = 1) -> Iterator[list[Findings]]:
    """The findings of each file and of its attachments, in the order of `inputs`.

    A file that cannot be read gives one Findings with problems and no text. With `jobs` over 1, that
    many processes work side by side. Raises GuvohError when one of them dies.
    """
    if jobs <= 1 or len(inputs) <= 1:
        with Reader() as reader:
            for item in inputs:
                yield find_one(reader, item)
        return
    yield from _side_by_side(inputs, min(jobs, len(inputs)))


def find_one(reader: Reader, item: Input) -> list[Findings]:
    """The findings of one file and of its attachments."""
    return [findings_of(original.document) for original in reader.read(item.path, item.shown_as)]


def findings_of(document: Document, wordings: Sequence[Wording] = ()) -> Findings:
    """What `find` finds; a fault of the program on one document becomes its problem, so that the rest goes on."""
    try:
        return find(document, wordings)
    except Exception as fault:
        if settings.is_on(settings.DEBUG):
            raise
        said = (
            str(fault)
            if isinstance(fault, GuvohError)
            else f"Nothing was found in it: a fault of the program ({type(fault).__name__}). Please report it; "
            f"{settings.DEBUG.env}=1 shows where it happened."
        )
        return Findings(document, problems=(said,))


def _side_by_side(inputs: Sequence[Input], jobs: int) -> Iterator[list[Findings]]:
    waiting: deque[Future[list[Findings]]] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_start)
    try:
        for item in inputs:
            waiting.append(pool.submit(_work, item))
            if len(waiting) >= jobs * _WAITING_PER_JOB:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise GuvohError(
            "A process that was finding statements died, probably for want of memory.", "Run again with `--jobs 1`."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


_reader: Reader


def _start() -> None:
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer; it ends the pool
    stack = ExitStack()
    _reader = stack.enter_context(Reader())
    Finalize(None, stack.close, exitpriority=10)


def _work(item: Input) -> list[Findings]:
    return find_one(_reader, item)
