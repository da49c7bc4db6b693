"""Writes the dossier: a folder of pages, a style sheet, tables and data that opens from disk, no script, no network."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from guvoh.assessment.proof import shared_notes
from guvoh.model import Findings, Modality
from guvoh.model.errors import UsageError
from guvoh.model.weighing import Weighed
from guvoh.reporting.around import WARNING, Around, drawn
from guvoh.reporting.context import ROLE_WORDS, blocks
from guvoh.reporting.csv_export import figures_csv, statements_csv
from guvoh.reporting.file_names import without_folders
from guvoh.reporting.json_export import dossier_json
from guvoh.reporting.map_sheets import draw_maps
from guvoh.reporting.record import Page, Record, build_record
from guvoh.reporting.reviewed import Reviewed
from guvoh.reporting.summary import by_act, by_date, by_place, headline, pair_rows, source_rows
from guvoh.reporting.svg_map import Spot
from guvoh.reporting.tables import Row, event_rows, figure_relations, relations_by_row, rows, supports
from guvoh.reporting.timeline import Dated, draw_timeline
from guvoh.reporting.totals import Totals, meaning, total_rows
from guvoh.reporting.unseen import visible
from guvoh.reporting.words import (
    BASES,
    DOCUMENT_RELATIONS,
    MODALITIES,
    SUPPORT,
    number_words,
    plural,
    size_words,
    when_words,
)

TITLE: Final = "Dossier of reports"
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_NO_TOTALS: Final = Totals({})
_PAGE_NAME = re.compile(r"[0-9a-f]{16}(-\d+)?\.html")
_AGREEING, _PARTS = {"same", "rounded_same", "consistent_bound"}, {"part_of", "sums_to", "wider", "narrower"}


def write_dossier(
    findings: Sequence[Findings],
    weighed: Weighed,
    out: Path,
    custody: Mapping[str, str] = _NOTHING,
    title: str = TITLE,
    reviews: Mapping[str, Reviewed] | None = None,
    totals: Totals = _NO_TOTALS,
    weeks: Around | None = None,
) -> list[Path]:
    """Write the dossier of `findings` into the folder `out` and return the files, `index.html` first.

    `custody` says when each original was kept (ISO time by SHA-256). An earlier dossier in `out` is replaced.
    `reviews` say what persons decided on statements: what they rejected is shown in its text and counted nowhere.
    `totals` are the defensible minimum of each act by stage; `weeks` the reported events around a day.
    Raises UsageError when `out` holds other files, or cannot be written.
    """
    record = without_folders(build_record(findings, weighed, custody, reviews))
    files = _contents(record, title, totals, weeks)
    try:
        _check_folder(out)
        return _write(files, out)
    except OSError as error:
        raise UsageError(
            f"The dossier cannot be written to that folder ({error.strerror}).",
            "Choose a folder that you may write to, on a disk with room.",
        ) from error


def _contents(record: Record, title: str, totals: Totals, weeks: Around | None) -> dict[str, str]:
    """The text of every file by its name within the folder; what is opened first is written last."""
    env = _environment()
    every = rows(record)
    table = {key: row for key, row in every.items() if not row.review.rejected}
    relations = figure_relations(record, table)
    of_row = relations_by_row(relations)
    files = {f"documents/{page.file}": _document(env, record, page, every, title) for page in record.pages}
    files["style.css"] = env.get_template("style.css").render()
    files["statements.csv"] = statements_csv(every.values())
    files["figures.csv"] = figures_csv(table.values(), of_row)
    files["dossier.json"] = dossier_json(record, title, totals)
    known = {"title": title, "record": record, "relations": of_row, "related": _sorted_relations(relations)}
    known |= {"rejected": [row for row in every.values() if row.review.rejected], "supports": supports(record)}
    least = total_rows(totals, table, record.names)
    known |= {
        "totals": least,
        "totals_left_out": tuple(map(record.names.within, totals.left_out)),
        "totals_meaning": meaning(one for some in totals.acts.values() for one in some),
        "totals_notes": shared_notes([row.notes for row in least] or [()]),
        "around": weeks,
        "weeks_drawn": _weeks(weeks),
    }
    files["index.html"] = env.get_template("index.html.j2").render(**known, **_overview(record, table))
    return files


def _weeks(found: Around | None) -> Markup | None:
    return drawn(found, f"Reported events by week around {found.sums.day.isoformat()}") if found else None


def _overview(record: Record, table: Mapping[str, Row]) -> dict[str, Any]:
    """All that the first page shows besides the figures' relations."""
    every = list(table.values())
    places, dates = by_place(every), by_date(every)
    figures = sorted((r for r in every if r.entry.statement.count), key=_by_act)
    spots = [Spot(p.place, len(p.rows), f"#{p.anchor}") for p in places]
    link = {d.when: f"#{d.anchor}" for d in dates}
    dated = [Dated(s.when, s.modality is Modality.PLANNED, link[s.when]) for s in (r.entry.statement for r in every)]
    return {
        "headline": headline(record, len(figures)),
        "acts": by_act(record, every),
        "places": places,
        "maps": draw_maps(spots),
        "dates": [d for d in dates if d.when],
        "timeline": draw_timeline(dated),
        "figures": figures,
        "others": sorted((r for r in every if not r.entry.statement.count), key=_by_act),
        "events": event_rows(record, table),
        "pairs": pair_rows(record),
        "sources": source_rows(record),
        "letters": [p for p in record.pages if p.findings.letter],
        "unread": [(p, why) for p in record.pages if (why := [*p.document.problems, *p.findings.problems])],
    }


def _by_act(row: Row) -> tuple[bool, str, int]:
    """Acts in the order of their names, what names no act after them, each in the order of the documents."""
    return not row.entry.statement.act, row.act, row.entry.page.number


def _sorted_relations(relations: list[Any]) -> list[tuple[str, list[Any]]]:
    """The relations between figures in four groups, each under its heading."""
    groups: dict[str, list[Any]] = {
        "Differ": [],
        "Agree": [],
        "Parts and wholes": [],
        "Cannot be set against one another": [],
    }
    for relation in relations:
        kind = relation[1].kind
        name = (
            "Differ"
            if kind == "conflict"
            else "Agree"
            if kind in _AGREEING
            else "Parts and wholes"
            if kind in _PARTS
            else ""
        )
        groups[name or "Cannot be set against one another"].append(relation)
    return list(groups.items())


def _document(env: Environment, record: Record, page: Page, table: Mapping[str, Row], title: str) -> str:
    entries = record.of(page)
    shown = [
        (block, [table[e.statement.id] for e in block.begins])
        for block in blocks(page.document, entries, page.findings.letter)
    ]
    return env.get_template("document.html.j2").render(
        title=title,
        record=record,
        page=page,
        document=page.document,
        blocks=shown,
        count=len(entries),
        roles=ROLE_WORDS,
    )


def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("guvoh.reporting", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_final,
    )
    env.globals.update(
        MODALITIES=MODALITIES, SUPPORT=SUPPORT, BASES=BASES, DOCUMENT_RELATIONS=DOCUMENT_RELATIONS, Modality=Modality,
        WARNING=WARNING,
    )  # fmt: skip
    env.filters.update(when=when_words, size=size_words, number=number_words, plural=plural)
    return env


def _final(value: object) -> object:
    """Every value on its way to a page: characters that a browser would drop or act on become visible."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _check_folder(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise UsageError("The dossier needs a folder, and a file of that name stands there.", "Name another folder.")
    if not out.exists() or (out / "dossier.json").is_file():
        return
    if any(not p.name.startswith(".") for p in out.iterdir()):
        raise UsageError(
            "The folder holds other files, and a dossier would mix with them.", "Name a new or empty folder."
        )


def _write(files: Mapping[str, str], out: Path) -> list[Path]:
    (out / "documents").mkdir(parents=True, exist_ok=True)
    out.chmod(0o700)  # an internal document: other users of the machine stay out
    for old in (out / "documents").iterdir():
        if _PAGE_NAME.fullmatch(old.name) and f"documents/{old.name}" not in files:
            old.unlink()
    for name, text in files.items():
        (out / name).write_bytes(text.encode("utf-8", "replace"))
    return sorted((out / name for name in files), key=lambda p: (p.name != "index.html", p))
