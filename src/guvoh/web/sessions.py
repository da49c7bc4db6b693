"""Who is logged in now: kept in memory only, for the settings page and to end sessions."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.contrib.sessions.backends.cache import SessionStore
from django.http import HttpRequest

_gate = threading.Lock()
_here: dict[str, Session] = {}


@dataclass(frozen=True, slots=True)
class Session:
    """One session: whose, since when, last seen (UTC), with what browser."""

    key: str
    actor: str
    name: str
    since: datetime
    seen: datetime
    browser: str


def note(request: HttpRequest) -> None:
    """Note that the session of the request is alive."""
    key = request.session.session_key
    if not key:
        return
    now = datetime.now(UTC)
    with _gate:
        known = _here.get(key)
        if known:
            _here[key] = replace(known, seen=now)
        else:
            browser = request.headers.get("User-Agent", "")[:200]
            _here[key] = Session(key, request.user.actor, request.user.shown_as, now, now, browser)


def live() -> tuple[Session, ...]:
    """The sessions that still stand, newest first."""
    with _gate:
        gone = [key for key in _here if not SessionStore().exists(key)]
        for key in gone:
            del _here[key]
        return tuple(sorted(_here.values(), key=lambda s: s.seen, reverse=True))


def end(key: str) -> None:
    """End one session; one already ended is no error."""
    SessionStore(key).delete(key)
    with _gate:
        _here.pop(key, None)


def end_all_of(actor: str) -> None:
    """End every session of an actor: after a reset, a change of duty or a dismissal."""
    for session in live():
        if session.actor == actor:
            end(session.key)


def end_all() -> None:
    """End every session: the vault is locked."""
    for session in live():
        end(session.key)
