"""Which files are read, and what people say of them beside."""

from __future__ import annotations

import json

import pytest

from guvoh.ingest import Reader, sidecar_for, walk
from guvoh.model import SideCar
from guvoh.model.errors import InputError


@pytest.fixture
def folder(tmp_path):
    for name in ("b/two.txt", "a/one.txt", "a/one.txt.meta.json", "a/.hidden.txt", ".git/x.txt", "three.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Eleven men were taken away.", encoding="utf-8")
    return tmp_path


def test_walk_finds_files_sorted_without_side_cars_and_hidden_ones(folder):
    (folder / "b/loop").symlink_to(folder)
    assert [str(path.relative_to(folder)) for path in walk([folder])] == ["three.txt", "a/one.txt", "b/two.txt"]
    assert walk([folder / "b/two.txt", folder / "b"]) == [folder / "b/two.txt"]
    assert walk([folder / "a/.hidden.txt"]) == [folder / "a/.hidden.txt"]


def test_walk_refuses_a_path_that_is_not_there(folder):
    with pytest.raises(InputError, match="no file or folder"):
        walk([folder / "absent"])


def test_a_side_car_is_read(folder):
    (folder / "three.txt.meta.json").write_text(
        json.dumps({"published": "2024-03", "publisher": "Desk"}), encoding="utf-8"
    )
    assert sidecar_for(folder / "three.txt") == SideCar(published="2024-03", publisher="Desk")
    assert sidecar_for(folder / "b/two.txt") is None


@pytest.mark.parametrize("text", ["{", "[]", '{"published": "March"}', '{"title": 5}', "[" * 100_000, "\udcff"])
def test_a_malformed_side_car_is_refused_and_the_file_is_read_without_it(folder, text):
    (folder / "three.txt.meta.json").write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(InputError):
        sidecar_for(folder / "three.txt")


def test_the_reader_tells_of_side_cars_that_it_passed_over(folder):
    (folder / "three.txt.meta.json").write_text("{", encoding="utf-8")
    (folder / "b/two.txt.meta.json").write_text('{"title": "T", "colour": "red"}', encoding="utf-8")
    with Reader() as reader:
        broken, unknown = (reader.read(folder / name)[0].document for name in ("three.txt", "b/two.txt"))
    assert broken.text
    assert "side-car" in broken.problems[0]
    assert unknown.title == "T"
    assert "not known" in unknown.problems[0]
