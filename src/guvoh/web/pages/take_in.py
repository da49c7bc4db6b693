"""Take in: files, folders, pasted text and web pages; progress as it goes, problems in words, duplicates told."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from guvoh.model.access import Right
from guvoh.model.edtf import is_edtf
from guvoh.model.errors import UsageError
from guvoh.web import jobs, uploading
from guvoh.web.routes import Route

_ABOUT = ("title", "publisher", "published", "url", "language")


def take_in(request: HttpRequest) -> HttpResponse:
    """The page with what is on its way."""
    return render(
        request, "take_in/take_in.html", {"jobs": jobs.known(request.actor), "languages_of_text": _languages()}
    )


def _languages() -> tuple[tuple[str, object], ...]:
    return (
        ("", _("find out")),
        ("en", _("English")),
        ("ru", _("Russian")),
        ("uz", _("Uzbek")),
        ("ky", _("Kyrgyz")),
        ("tg", _("Tajik")),
    )


@require_POST
def files(request: HttpRequest) -> HttpResponse:
    """Take in the files sent."""
    sent = request.FILES.getlist("files")
    if not sent:
        raise UsageError("No file came.", "Choose or drop one or more files.")
    folder = jobs.new_folder()
    for number, file in enumerate(sent):
        uploading.store(folder, file, number)
    jobs.start(request.actor, folder)
    return _progress_or_page(request)


@require_POST
def text(request: HttpRequest) -> HttpResponse:
    """Take in pasted text, with what the person says of it."""
    words = request.POST.get("text", "")
    if not words.strip():
        raise UsageError("There is no text.", "Paste some.")
    about = {name: value for name in _ABOUT if (value := request.POST.get(name, "").strip())}
    if "published" in about and not is_edtf(about["published"]):
        raise UsageError("The date published is no date.", "Write it as 2024-03-22, 2024-03 or 2024.")
    folder = jobs.new_folder()
    (folder / "pasted.txt").write_text(words, encoding="utf-8")
    (folder / "pasted.txt.meta.json").write_text(json.dumps(about), encoding="utf-8")
    jobs.start(request.actor, folder)
    return _progress_or_page(request)


@require_POST
def page(request: HttpRequest) -> HttpResponse:
    """Fetch one page from the web and take it in; nothing is asked of the network before this."""
    jobs.start_page(request.actor, request.POST.get("url", ""))
    return _progress_or_page(request)


def progress(request: HttpRequest) -> HttpResponse:
    """How far the jobs are, as a fragment that the page asks for again while one runs."""
    return render(request, "take_in/progress.html", {"jobs": jobs.known(request.actor)})


def _progress_or_page(request: HttpRequest) -> HttpResponse:
    return progress(request) if request.headers.get("HX-Request") else redirect("take_in")


ROUTES = (
    Route("take_in", "take-in/", take_in, Right.TAKE_IN),
    Route("take_in_files", "take-in/files/", files, Right.TAKE_IN),
    Route("take_in_text", "take-in/text/", text, Right.TAKE_IN),
    Route("take_in_page", "take-in/page/", page, Right.TAKE_IN),
    Route("take_in_progress", "take-in/progress/", progress, Right.TAKE_IN),
)
