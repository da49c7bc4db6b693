"""Serves the desk from this machine to this machine: waitress on 127.0.0.1, until Ctrl-C."""

from __future__ import annotations

import gc
import threading
import webbrowser
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from guvoh.model.errors import UsageError
from guvoh.web.configuring import configure

configure()  # before anything of Django's that asks for settings, the vault's records included

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from guvoh.web.holding import Holder, serve_from

HOST = "127.0.0.1"
_THREADS = 8
_LARGEST = 2 * 2**30


_MADE = 20_000
"""Objects made between two passes of the garbage collector: a page of a large vault makes tens of thousands."""


def settle() -> None:
    """Load every page now, not at the first request, and keep the garbage collector from what stays loaded.

    Else it goes through all of that after a page has made many objects, which takes up to a tenth of a second.
    """
    import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MADE)


def serve(
    path: Path, passphrase: str | None, port: int, *, browse: bool = True, ready: Callable[[str], None] | None = None
) -> None:
    """Serve the vault until interrupted; without a passphrase it starts locked and asks in the browser.

    Port 0 takes any that is free. `ready` is told the address. Raises NotAVault, WrongPassphrase, VaultBusy,
    UsageError when the port is taken.
    """
    holder = Holder(path)
    if passphrase is not None:
        holder.unlock(passphrase)
    serve_from(holder)
    try:
        server = create_server(
            get_wsgi_application(), host=HOST, port=port, threads=_THREADS, ident="", max_request_body_size=_LARGEST
        )
    except OSError as error:
        holder.lock()
        raise UsageError(
            f"Port {port} of this machine is taken or not allowed.", "Name another with --port, or close what uses it."
        ) from error
    settle()
    address = f"http://localhost:{server.effective_port}/"
    if ready:
        ready(address)
    if browse:
        threading.Timer(0.5, webbrowser.open, [address]).start()
    try:
        server.run()
    finally:
        server.close()
        holder.lock()
