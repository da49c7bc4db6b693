"""Take in a page from the web: the bytes as the site gave them, with address and time. Only when a person asks."""

from __future__ import annotations

import json
import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from guvoh.actions.fetching import Fetched, Fetcher, checked
from guvoh.actions.inputs import Input
from guvoh.actions.take_in import Taken, take_in
from guvoh.custody import Vault
from guvoh.model.access import Actor, Right, require

FETCHER = Fetcher()
"""How pages are fetched; read when one is."""
_UNSAFE = re.compile(r"[^\w.-]+")


def check_address(by: Actor, url: str) -> None:
    """Refuse at once what is no address, before anything is asked of the network. Raises NotAllowed, UsageError."""
    require(by, Right.TAKE_IN)
    checked(url)


def capture_page(vault: Vault, by: Actor, url: str, folder: Path) -> Iterator[list[Taken]]:
    """Fetch the page and take it in as a file would be; its sighting holds address and time. Nothing else is fetched.

    `folder` is a private one for the page on its way. Raises NotAllowed, and what Fetcher.fetch raises.
    """
    require(by, Right.TAKE_IN)
    found = FETCHER.fetch(url)
    path = folder / _name(found)
    path.write_bytes(found.data)
    (folder / f"{path.name}.meta.json").write_text(json.dumps({"url": found.url}), encoding="utf-8")
    yield from take_in(vault, [Input(path, f"{urlsplit(found.url).hostname}/{path.name}")])


def _name(found: Fetched) -> str:
    """A file name from the address, with the ending of the media type that the site told."""
    last = PurePosixPath(unquote(urlsplit(found.url).path)).name
    stem = _UNSAFE.sub("_", last).strip("._")[:80] or "page"
    ending = mimetypes.guess_extension(found.media_type) or ""
    return stem if not ending or stem.lower().endswith(ending) else f"{stem}{ending}"
