"""Nothing leaves the house unlisted: a new field of a shared type fails here until someone says what happens to it."""

import dataclasses

import pytest
from dossier_factory import sample

from guvoh.model import document, findings, statement, weighing
from guvoh.reporting.csv_export import COLUMNS, cells
from guvoh.reporting.privacy import PrivateNames, private_names
from guvoh.reporting.projection import FIELDS, Release, project
from guvoh.reporting.record import build_record
from guvoh.reporting.tables import rows

KEPT_IN = {document.SideCar, document.Original}  # what goes in; neither is part of findings


def shared_types():
    for module in (document, statement, findings, weighing):
        for value in vars(module).values():
            if dataclasses.is_dataclass(value) and value.__module__ == module.__name__ and value not in KEPT_IN:
                yield value


@pytest.mark.parametrize("kind", list(shared_types()), ids=lambda kind: kind.__name__)
def test_every_field_is_classified(kind):
    assert kind in FIELDS, f"say in guvoh/reporting/projection.py what of {kind.__name__} goes out"
    fields = {f.name for f in dataclasses.fields(kind)}
    assert set(FIELDS[kind]) == fields, (
        f"say in guvoh/reporting/projection.py what happens to these fields of {kind.__name__}"
    )


def test_all_shared_types_are_found():
    assert {kind.__name__ for kind in shared_types()} >= {
        "Document",
        "Statement",
        "Findings",
        "Weighed",
        "Event",
        "Count",
    }


def test_an_unlisted_field_does_not_go_out():
    @dataclasses.dataclass(frozen=True)
    class Wider(statement.Party):
        passport: str = "AB 123"

    assert "passport" not in project(dataclasses.replace(statement.Party("x", 0, 1)), PrivateNames([]))
    with pytest.raises(KeyError):
        project(Wider("x", 0, 1), PrivateNames([]))


def test_names_and_sentences_are_replaced_and_quotes_kept():
    finds, weighed, _ = sample()
    names = private_names(finds)
    out = [project(f, names) for f in finds]
    yard = next(s for f in out for s in f["statements"] if s["private"])
    assert yard["affected"]["name"] == "Witness 1"
    assert yard["attribution"][0]["name"] == "Witness 1"
    assert yard["why"] == ["the surname Witness 1 stands for Witness 1"]
    assert "Rustam Aliev" in yard["quote"]
    assert project(weighed, names)["events"][0]["title"] == "Hostel raids in Moscow: Witness 1 and others held"
    assert FIELDS[statement.Statement]["quote"] is Release.VERBATIM


def test_table_columns_are_the_listed_ones():
    finds, weighed, kept = sample()
    record = build_record(finds, weighed, kept)
    for row in rows(record).values():
        assert tuple(cells(row)) == COLUMNS
    assert not {"lat", "lon"} & set(COLUMNS)
