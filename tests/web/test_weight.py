"""What the review page weighs: it must open on an old laptop over nothing but this machine, and stay small."""

import gzip
import posixpath
import re
from pathlib import Path

from django.urls import reverse

from guvoh import actions
from guvoh.custody.browse import DocumentSort
from guvoh.model.access import HOLDER, Duty

STATIC = Path(actions.__file__).parents[1] / "web" / "static"
LARGEST = 150_000
"""Bytes of the review page, compressed, with all that it loads."""


def loaded(names):
    """The static files that a page names, and those that its modules import."""
    seen, left = {}, list(names)
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen[name] = (STATIC / name).read_bytes()
        if name.endswith((".js", ".mjs")) and "/vendor/" not in f"/{name}":
            imports = re.findall(r'(?:from|import) "(\.[^"]+)"', seen[name].decode())
            left += [posixpath.normpath(posixpath.join(posixpath.dirname(name), one)) for one in imports]
    return seen


def test_the_review_page_weighs_under_150_kilobytes_compressed(browse, holder):
    fullest = actions.browse_documents.browse_documents(holder.vault(), HOLDER, sort=DocumentSort.WAITING).rows[0]
    client = browse(Duty.KEEPER)
    page = client.get(reverse("document", args=[fullest.sha256])).content
    files = loaded(re.findall(r'(?:src|href)="/static/([^"?]+)', page.decode()))
    card = client.get(reverse("statement", args=[re.search(r'data-statement="(\w+)"', page.decode())[1]])).content
    assert {"js/review.js", "js/guvoh.js", "vendor/htmx.min.js", "css/review.css"} <= files.keys()
    weights = {name: len(gzip.compress(data)) for name, data in {**files, "page": page, "card": card}.items()}
    assert sum(weights.values()) < LARGEST, weights
