"""Server time of whole pages of the desk on a made-up vault: gate, lists and template, as a keeper asks for them.

LISTS_SIZES names the size in statements; LISTS_CACHE a folder in which the made vault is kept between runs.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from guvoh.web.configuring import configure

configure()  # once in a process, before anything that sets up the vault's tables alone

from django.contrib.auth import get_user_model  # noqa: E402
from django.test import Client  # noqa: E402
from lists_world import SEED, made, opened  # noqa: E402
from results import table, write_section  # noqa: E402

from guvoh.actions import accounts  # noqa: E402
from guvoh.custody import Vault  # noqa: E402
from guvoh.custody.records.browsing import seek  # noqa: E402
from guvoh.web import holding, serving  # noqa: E402

FLOOR = 0.150
RUNS = 20


def addresses() -> dict[str, str]:
    """Addresses of pages by what a person calls them."""
    some = {
        "event": _one("SELECT event FROM records_eventstatement GROUP BY event ORDER BY count(*) DESC LIMIT 1"),
        "source": _one("SELECT ident FROM records_sourcerow ORDER BY said DESC LIMIT 1"),
        "figure": _one("SELECT statement FROM records_figuremember LIMIT 1"),
        "document": f"{SEED % 1000:064x}",
        "word": _one("SELECT word FROM records_searchword WHERE size > 5 LIMIT 1 OFFSET 200"),
    }
    return {
        "home": "/",
        "documents": "/documents/",
        "documents by what waits": "/documents/?sort=waiting",
        "a document": f"/documents/{some['document']}/",
        "review": "/review/",
        "events": "/events/",
        "events of an act and country": "/events/?act=raid&country=RU",
        "the event with most statements": f"/events/{some['event']}/",
        "figures": "/figures/",
        "figures that conflict": "/figures/?relation=conflict",
        "a family of figures": f"/figures/{some['figure']}/",
        "sources": "/sources/",
        "the source that said most": f"/sources/{some['source']}/",
        "map": "/map/",
        "map: places": "/map/places.json",
        "map: times": "/map/times.json",
        "search: passages": f"/search/?words={some['word']}",
        "search: statements": f"/search/?words={some['word']}&scope=statements",
        "search: events": f"/search/?words={some['word']}&scope=events",
        "choose an event": f"/choose/events/?q={some['word']}",
        "choose a source": "/choose/sources/?q=ka",
        "take in": "/take-in/",
        "take in: progress": "/take-in/progress/",
        "tally": "/tally/",
        "dossier": "/dossier/",
        "decisions": "/settings/decisions/",
        "decisions adrift": "/settings/decisions/adrift/",
        "log": "/settings/log/",
        "settings": "/settings/",
        "vocabulary": "/settings/vocabulary/",
        "people": "/settings/people/",
    }


def _one(query: str) -> str:
    return str(seek.ask(query)[0][0])


def keeper(vault: Vault) -> Client:
    """A browser's session of the keeper."""
    accounts.prepare_accounts(vault)
    if not accounts.has_accounts(vault):
        accounts.make_first_keeper(vault, "keeper", "Keeper", "a password for measuring")
    client = Client(HTTP_HOST="localhost", headers={"sec-fetch-site": "same-origin"})
    user = get_user_model().objects.get(username="keeper")
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    return client


class Made(holding.Holder):
    """Holds a vault that is open already: one with a cheap key opens only where that is asked for by name."""

    def __init__(self, path: Path, vault: Vault) -> None:
        super().__init__(path)
        self._made = vault

    @property
    def is_open(self) -> bool:
        """Always."""
        return True

    def vault(self) -> Vault:
        """The vault."""
        return self._made


def measured(client: Client) -> list[tuple[float, str, float]]:
    """The 95th percentile, page and median. Templates and outlines are read before, by asking with other filters."""
    rows = []
    for name, address in addresses().items():
        client.get(address.partition("?")[0], {"country": "TR", "support": "denied"})
        times = []
        for _ in range(RUNS):
            began = time.thread_time()
            answer = client.get(address)
            times.append(time.thread_time() - began)
            if answer.status_code not in (200, 302):
                sys.exit(f"{address} answers {answer.status_code}")
        times.sort()
        most = times[int(RUNS * 0.95) - 1]
        rows.append((most, name, times[RUNS // 2]))
        print(f"{name:<40} {times[RUNS // 2] * 1000:8.1f} {most * 1000:8.1f}", file=sys.stderr, flush=True)
    return sorted(rows, reverse=True)


def main() -> None:
    """Measure, write the section, and say what is over its floor."""
    size = max(map(int, os.environ.get("LISTS_SIZES", "10000").split()))
    with tempfile.TemporaryDirectory() as fresh:
        path = made(Path(os.environ.get("LISTS_CACHE", fresh)), size)
        with opened(path) as vault:
            holding.serve_from(Made(path, vault))
            client = keeper(vault)
            serving.settle()
            rows = measured(client)
    over = [f"{name}: {most * 1000:.0f} ms" for most, name, _ in rows if most > FLOOR]
    shown = [(name, f"{middle * 1000:.0f} ms", f"{most * 1000:.0f} ms") for most, name, middle in rows]
    body = (
        f"{size:,} statements, slowest first.\n\n{table(('page', 'median', 'p95'), shown)}\n\n"
        f"Whole answers, from the gate to the template, as a keeper asks for them; {RUNS} runs each, processor time in "
        f"the serving process. Floor of p95: {FLOOR * 1000:.0f} ms. Over the floor: {'; '.join(over) or 'none'}."
    )
    write_section("Pages of the desk", f"LISTS_SIZES='{size}' make bench", body)
    print(body)
    if over:
        sys.exit("Over the floor: " + "; ".join(over))


if __name__ == "__main__":
    main()
