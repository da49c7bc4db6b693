"""CSV: RFC 4180, UTF-8 with a mark, and no cell that a spreadsheet would run."""

import csv
import io

import pytest
from dossier_factory import sample
from hypothesis import given
from hypothesis import strategies as st

from guvoh.reporting.csv_export import COLUMNS, defused


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r", "\x00", "＝", "＋", "－", "＠", " =", "\n@"])
def test_active_cells_are_defused(lead):
    assert defused(f"{lead}HYPERLINK(1)").startswith("'")


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_defused_text_reads_back_and_never_acts(text):
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow([defused(text), "end"])
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert row == [defused(text), "end"]
    assert row[0].removeprefix("'") == text.replace("\x00", "\ufffd").removeprefix("'")
    assert not row[0].lstrip().startswith(("=", "+", "-", "@", "\x00", "＝"))


def test_numbers_stay_numbers():
    assert [defused(v) for v in (2500.0, -33.9, 0.93, None, 7000000.0)] == ["2500", "-33.9", "0.93", "", "7000000"]


def read(path):
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_statements_and_figures_of_the_sample(dossier):
    statements, figures = read(dossier / "statements.csv"), read(dossier / "figures.csv")
    assert len(statements) == sum(len(f.statements) for f in sample()[0])
    assert tuple(statements[0]) == COLUMNS
    assert all(row["review"] == "not yet reviewed" for row in statements)
    calls = next(row for row in figures if row["figure_as_written"] == "over 2,500 phone calls")
    assert (calls["low"], calls["best"], calls["high"], calls["qualifier"]) == ("2500", "", "", "more_than")
    assert calls["through"] == "Open Sky > Northern Desk"
    assert "the same number as more than 2,500 calls" in calls["other_figures"]
    crimea = next(row for row in figures if row["place"] == "Simferopol")
    assert (crimea["country"], crimea["disputed"], crimea["when"]) == ("", "RU UA", "XXXX-01/XXXX-03")


def test_private_names_stand_only_in_quotes(dossier):
    for row in read(dossier / "statements.csv"):
        assert not [name for name, cell in row.items() if "Aliev" in cell and name != "quote"]
