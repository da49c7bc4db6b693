"""What one more document changes in the days that named happenings are known to have had."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from guvoh.assessment.corpus import Entry
from guvoh.assessment.dating import Anchors, dated_names
from guvoh.assessment.known import hashed
from guvoh.assessment.shelf import Row, Shelf

_KIND = "happening"


def dated_anew(shelf: Shelf, entries: Sequence[Entry]) -> tuple[list[Row], set[str]]:
    """The rows of the happenings that the entries date; and the names and days (-MM-DD) that now say something else."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        for name, edtf in dated_names(entry):
            said[name][edtf] = min(said[name].get(edtf, entry.document.path), entry.document.path)
    before = _read(shelf.with_ids(_KIND, sorted(map(hashed, said))))
    after = {name: {**before.get(name, {}), **dates} for name, dates in said.items()}
    changed = [name for name in after if before.get(name, {}).keys() != after[name].keys()]
    days = {edtf[4:10] for name in changed for edtf in after[name]}
    return [_row(name, after[name]) for name in changed], {*changed, *days}


def known_for(shelf: Shelf, fresh: Sequence[Row], leant_on: Iterable[str]) -> Anchors:
    """The one date of each happening with one of these names or days, the fresh rows counted."""
    asked = sorted(set(leant_on))
    rows = {
        **{row.id: row for row in shelf.with_ids(_KIND, [hashed(name) for name in asked])},
        **{row.id: row for row in shelf.with_keys(_KIND, asked)},
        **{row.id: row for row in fresh},
    }
    found = _read(rows.values())
    return {name: next(iter(dates.items())) for name, dates in found.items() if len(dates) == 1}


def _row(name: str, dates: Mapping[str, str]) -> Row:
    days = tuple(sorted({edtf[4:10] for edtf in dates}))
    return Row(_KIND, hashed(name), days, json.dumps([name, dict(sorted(dates.items()))]))


def _read(rows: Iterable[Row]) -> dict[str, dict[str, str]]:
    return dict(map(json.loads, (row.data for row in rows)))
