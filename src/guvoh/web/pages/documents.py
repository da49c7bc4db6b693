"""Documents: the list with what waits in each, and one document to read and review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from guvoh import actions
from guvoh.custody.browse import DocumentFilter, DocumentSort, DocumentView, StatementFilter, StatementItem
from guvoh.model.access import Right
from guvoh.web import listing
from guvoh.web.listing import Field
from guvoh.web.routes import Route

SHA = {"sha256": "0" * 64}


class Piece(NamedTuple):
    """A stretch of a passage: plain, or marked as part of statements (their ids, separated by spaces)."""

    text: str
    start: int
    marks: str
    states: str


class Stretch(NamedTuple):
    """A passage of the reading text with its role and pieces."""

    role: str
    start: int
    pieces: tuple[Piece, ...]


def _fields() -> tuple[Field, ...]:
    return (
        Field("waiting", _("Review"), choices=listing.yes_no(_("waits for review"), _("all decided"))),
        Field("problems", _("Problems"), choices=listing.yes_no(_("with problems"), _("read whole"))),
        Field("language", _("Language")),
        Field("publisher", _("Publisher")),
        Field("first", _("Published from"), "date"),
        Field("last", _("to"), "date"),
    )


def document_list(request: HttpRequest) -> HttpResponse:
    """The documents, those with most to review first."""
    browse = actions.browse_documents
    filters = listing.chosen(request, DocumentFilter)
    sort = listing.sort_of(request, DocumentSort, DocumentSort.WAITING)
    page = browse.browse_documents(
        request.vault, request.actor, filters, sort, request.GET.get("key"), listing.SIZE
    )  # fmt: skip
    return render(request, "documents/list.html", listing.context(request, page, _fields(), sorts=DocumentSort))


def document(request: HttpRequest, sha256: str) -> HttpResponse:
    """One document: its text with statements marked, and beside it the card of the statement asked for."""
    view = actions.browse_documents.view_document(request.vault, request.actor, sha256)
    asked = request.GET.get("statement", "")
    here = next((s for s in view.statements if s.id == asked), None)
    waiting = next((s for s in view.statements if s.review in ("suggested", "awaiting")), None)
    current = here or waiting or (view.statements[0] if view.statements else None)
    return render(
        request,
        "documents/read.html",
        {
            "view": view,
            "stretches": tuple(stretches(view)),
            "current": current,
            "acts": listing.act_choices()[1:],
            "unmarked": actions.browse_documents.unmarked_names(request.vault, request.actor, sha256),
        },
    )


def stretches(view: DocumentView) -> Iterator[Stretch]:
    """The passages of a document, cut where statements begin and end."""
    text = view.document.text
    for passage in view.document.passages:
        inside = [s for s in view.statements if s.start < passage.end and s.end > passage.start]
        cuts = {passage.start, passage.end}
        for s in inside:
            cuts |= {max(s.start, passage.start), min(s.end, passage.end)}
        edges = sorted(cuts)
        pieces = tuple(_piece(text, a, b, inside) for a, b in pairwise(edges))
        yield Stretch(passage.role.value, passage.start, pieces)


def _piece(text: str, start: int, end: int, inside: Sequence[StatementItem]) -> Piece:
    over = [s for s in inside if s.start <= start and s.end >= end]
    return Piece(
        text[start:end], start, " ".join(s.id for s in over), " ".join(sorted({f"is-{s.review}" for s in over}))
    )


def review(request: HttpRequest) -> HttpResponse:
    """To the first statement that waits; to the list of documents when none does."""
    browse = actions.browse_statements
    page = browse.browse_statements(request.vault, request.actor, StatementFilter(waiting=True), size=1)
    if not page.rows:
        return redirect("documents")
    first = page.rows[0]
    return redirect(f"/documents/{first.sha256}/?statement={first.id}")


def original(request: HttpRequest, sha256: str) -> HttpResponse:
    """The bytes kept, as a file to save: nothing of them is run or drawn here."""
    data, name = actions.read_original.read_original(request.vault, request.actor, sha256)
    response = HttpResponse(data, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def original_view(request: HttpRequest, sha256: str) -> HttpResponse:
    """A web page as it was, for a frame: in a sandbox that runs no script and asks nothing of any address."""
    data, media_type = actions.read_original.read_page(request.vault, request.actor, sha256)
    response = HttpResponse(data, content_type=media_type)
    response["Content-Security-Policy"] = (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
    )
    response.csp_exempt = True
    return response


def original_pages(request: HttpRequest, sha256: str) -> HttpResponse:
    """The pages of a PDF as a part of its page: a picture of each, asked for when it comes into view."""
    sizes = actions.read_original.page_sizes(request.vault, request.actor, sha256)
    return render(request, "documents/pages.html", {"sha256": sha256, "sizes": sizes})


def original_page(request: HttpRequest, sha256: str, number: int) -> HttpResponse:
    """A page of a PDF as a picture: no script, link or form of the file comes with it."""
    data = actions.read_original.page_picture(request.vault, request.actor, sha256, number)
    return HttpResponse(data, content_type="image/png")


ROUTES = (
    Route("documents", "documents/", document_list, Right.READ),
    Route("document", "documents/<slug:sha256>/", document, Right.READ, example=SHA),
    Route("original", "documents/<slug:sha256>/original/", original, Right.READ, example=SHA),
    Route("original_view", "documents/<slug:sha256>/as-it-was/", original_view, Right.READ, example=SHA),
    Route("original_pages", "documents/<slug:sha256>/pages/", original_pages, Right.READ, example=SHA),
    Route(
        "original_page",
        "documents/<slug:sha256>/pages/<int:number>/",
        original_page,
        Right.READ,
        example={**SHA, "number": "1"},
    ),
    Route("review", "review/", review, Right.READ),
)
