"""Score finding with a scorer from outside, which prints JSON when given --json: `score_with.py SCORER GOLD TEXTS`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from results import table, write_section
from score import FLOORS


def main(scorer: str, gold: str, texts: str) -> None:
    """Find in TEXTS, score, print, write the section."""
    find = [sys.executable, "-m", "guvoh", "find", "--json", "--quiet", texts]
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "found.jsonl")
        with found.open("wb") as out:
            subprocess.run(find, check=True, stdout=out)
        run = subprocess.run(
            [sys.executable, scorer, gold, texts, str(found), "--json"], check=True, capture_output=True
        )
    scores = json.loads(run.stdout)
    rows = [
        [kind, *(f"{scores[kind][name]:.3f}" for name in ("precision", "recall", "f1")), f"{floor:.2f}"]
        for kind, floor in sorted(FLOORS.items())
    ]
    details = [
        [name, "none in gold" if value is None else f"{value:.3f}"] for name, value in scores["attributes"].items()
    ]
    text = "\n\n".join(
        [
            table(["found", "precision", "recall", "F1", "floor"], rows),
            table(["detail of what was found", "right"], details),
            f"{scores['documents']} documents; quotes not verbatim: {scores['quotes_not_verbatim']}; "
            f"furniture told: {scores['furniture_leaks']}.",
        ]
    )
    print(f"{texts}\n\n{text}\n")
    write_section("Quality on the measuring documents", "make score", text)
    below = [kind for kind, floor in FLOORS.items() if scores[kind]["f1"] < floor]
    if below or scores["quotes_not_verbatim"] or scores["furniture_leaks"]:
        sys.exit(f"Below a floor: {', '.join(below) or 'quotes or furniture'}")


if __name__ == "__main__":
    main(*sys.argv[1:4])
