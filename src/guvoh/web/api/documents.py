"""Documents: what a day begins with, listing, reading, the original, taking in."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from guvoh.actions import browse_documents, look_over, read_original
from guvoh.actions.take_in import Taken
from guvoh.custody import Vault
from guvoh.model.access import Actor, Right, require
from guvoh.model.errors import NotThere
from guvoh.web import jobs, uploading
from guvoh.web.api.operations import Files, Operation


@dataclass(frozen=True, slots=True)
class TakingIn:
    """Files that wait or are being taken in: `done` of `total`, and what became of each document so far.

    `stopped` says in words why the rest was not taken in, and is empty otherwise.
    """

    id: str
    total: int
    done: int
    is_over: bool
    stopped: str
    taken: tuple[Taken, ...]


def original(vault: Vault, by: Actor, sha256: str) -> HttpResponse:
    """The exact bytes that were taken in, checked against their hash."""
    data, name = read_original.read_original(vault, by, sha256)
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def take_in(by: Actor, files: Files) -> TakingIn:
    """Take files in, one after the other, in the background. `NAME.meta.json` beside NAME says what is known of it."""
    require(by, Right.TAKE_IN)
    folder = jobs.new_folder()
    for number, file in enumerate(files):
        uploading.store(folder, file, number)
    return _told(jobs.start(by, folder))


def capture(by: Actor, url: str) -> TakingIn:
    """Fetch one page from the web and take it in, in the background. This machine and its network are never asked.

    The site sees this machine's address. This is the only operation that reaches the network.
    """
    require(by, Right.TAKE_IN)
    return _told(jobs.start_page(by, url))


def taking_in(by: Actor, job: str) -> TakingIn:
    """How far the taking in of files has come."""
    require(by, Right.TAKE_IN)
    found = next((one for one in jobs.known(by) if one.id == job), None)
    if found is None:
        raise NotThere("Nothing of that id is being taken in, or it is long over.", "List the documents.")
    return _told(found)


def _told(job: jobs.Job) -> TakingIn:
    return TakingIn(job.id, job.total, job.done, job.is_over, str(job.stopped), tuple(job.taken))


_ONE = {"sha256": "0" * 64}

OPERATIONS = (
    Operation("GET", "overview", look_over.look_over),
    Operation("GET", "documents", browse_documents.browse_documents),
    Operation("POST", "documents", take_in, Right.TAKE_IN, status=202),
    Operation("POST", "pages", capture, Right.TAKE_IN, status=202, title="capture_page"),
    Operation("GET", "taking-in/{job}", taking_in, Right.TAKE_IN, example={"job": "0" * 16}),
    Operation("GET", "documents/{sha256}", browse_documents.view_document, example=_ONE),
    Operation("GET", "documents/{sha256}/original", original, example=_ONE, binary="application/octet-stream"),
    Operation("GET", "documents/{sha256}/places", browse_documents.places_named, example=_ONE),
    Operation("GET", "problems", browse_documents.browse_problems),
)
