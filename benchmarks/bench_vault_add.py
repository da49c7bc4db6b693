"""Seconds until a vault of many statements is weighed again after one more document, or one correction, in its tables.

VAULT_SIZE, else ADD_SIZE, names the size in statements. All but the last documents are put in in bulk.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from results import table, write_section
from vault_filling import fill
from weighing_world import SEED, world

from guvoh.actions import review_statements, weigh_vault
from guvoh.custody import InsecureKdfForTests, Vault, create_vault, open_vault
from guvoh.model import Findings
from guvoh.model.access import HOLDER

SIZE = "3000"
STEPS = 12
MEDIAN = 1.0
"""Seconds of the processor that half of the documents may take at most."""


def main() -> None:
    """Fill a vault, add and correct, print, write the section; exit with an error when the floor is missed."""
    findings = [
        told.findings for told in world(int(os.environ.get("VAULT_SIZE") or os.environ.get("ADD_SIZE") or SIZE))
    ]
    Random(SEED).shuffle(findings)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vault"
        create_vault(path, "a benchmark's passphrase", InsecureKdfForTests())
        with open_vault(path, "a benchmark's passphrase", insecure_kdf_for_tests=True) as vault:
            report(*measured(vault, findings), sum(len(one.statements) for one in findings))


def measured(vault: Vault, findings: list[Findings]) -> tuple[float, list[float], list[float]]:
    """Seconds to weigh all but a few documents, then to add each of those, then to correct each of those."""
    fill(findings[STEPS:])
    filled = timed(lambda: weigh_vault.refresh(vault))
    print(f"filled in {filled:.1f} s", file=sys.stderr)
    added, corrected = [], []
    for one in findings[:STEPS]:
        keep(vault, one)
        added.append(timed(lambda: weigh_vault.refresh(vault)))
    print(f"added in {sorted(added)}", file=sys.stderr)
    for one in [told for told in findings if told.statements][:STEPS]:
        review_statements.reject(vault, HOLDER, [one.statements[0].id])
        corrected.append(timed(lambda: weigh_vault.refresh(vault)))
    return filled, added, corrected


def keep(vault: Vault, findings: Findings) -> None:
    """Keep a document of the world with its findings, as `guvoh add` does."""
    document = findings.document
    vault.keep(document, f"{document.path}{document.text}".encode())
    vault.keep_findings(findings)


def timed(step: Callable[[], object]) -> float:
    """The seconds of the processor that a step takes, which other work on the machine does not change."""
    begin = time.process_time()
    step()
    return time.process_time() - begin


def report(filled: float, added: list[float], corrected: list[float], statements: int) -> None:
    """Print and write what was measured."""
    rows = [
        [what, *(f"{sorted(spent)[int(STEPS * q)]:.2f} s" for q in (0.1, 0.5, 0.9))]
        for what, spent in (("one more document", added), ("one statement rejected", corrected))
    ]
    text = table(["weighed after", "fastest tenth", "median", "slowest tenth"], rows)
    note = (
        f"{statements:,} statements in an encrypted vault, weighed whole in {filled:.0f} s; seconds of the processor, "
        f"{STEPS} of each, one by one. The world is dense: half of its documents are of events that dozens of others "
        f"tell. Floor: median {MEDIAN:.0f} s."
    )
    print(f"{text}\n\n{note}")
    write_section("Weighing a vault again", "make bench", f"{text}\n\n{note}")
    if sorted(added)[STEPS // 2] > MEDIAN:
        raise SystemExit("Weighing one more document takes too long.")


if __name__ == "__main__":
    main()
