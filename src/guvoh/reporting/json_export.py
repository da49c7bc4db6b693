"""The whole dossier as one JSON file: the findings contract's objects and what weighing says, by allow-list."""

from __future__ import annotations

import json
from typing import Any

from guvoh.model import FORMAT
from guvoh.reporting.projection import project
from guvoh.reporting.record import Page, Record
from guvoh.reporting.totals import Totals, totals_data

NOTICE = (
    "Internal working document, not for publication. Names of private persons are replaced in name fields; "
    "quotes and texts are verbatim and may hold them."
)


def dossier_json(record: Record, title: str, totals: Totals) -> str:
    """The file's text: documents in the order of the dossier, each with its findings, then the weighing."""
    content = {
        "format": FORMAT,
        "title": title,
        "notice": NOTICE,
        "private_persons": len(record.names),
        "review": "found by rules and a trained model, not yet reviewed, unless the statement stands under reviews",
        "reviews": {
            key: {"state": told.state.value, "words": told.words, "credibility": told.credibility or None}
            for key, told in sorted(record.reviews.items())
        },
        "documents": [_document(page, record) for page in record.pages],
        "weighed": project(record.weighed, record.names),
        "totals": list(totals_data(totals, record.names)),
        "totals_left_out": [record.names.within(words) for words in totals.left_out],
        "problems": [record.names.within(words) for words in record.problems],
    }
    # a lone surrogate cannot be written as UTF-8, so the escaped form stands for it
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _document(page: Page, record: Record) -> dict[str, Any]:
    """One findings object as the contract has it, with when the original was kept and where else it was seen."""
    found = project(page.findings, record.names)
    document = found.pop("document")
    problems = [*document.pop("problems"), *found.pop("problems")]
    custody = {"kept": page.kept, "seen_also_at": list(page.also), "page": f"documents/{page.file}"}
    return {"format": FORMAT, **document, **found, "problems": problems, **custody}
