"""Broken and hostile files end as a clear problem within the limits, and the rest goes on."""

from __future__ import annotations

import time
from pathlib import Path

import hostile_files as hostile
import pytest

from guvoh.ingest import Limits, Reader
from guvoh.ingest.limits import MEGABYTE

GOOD = (
    "Police took eleven men from a building site in Perm on Friday, their lawyer said. None has been seen since then.\n"
)


@pytest.fixture(scope="module")
def reader():
    with Reader() as made:
        yield made


UNREADABLE = {
    "empty.txt": (b"", "empty"),
    "blank.html": (b" \n\t ", "empty"),
    "truncated.pdf": (b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "damaged"),
    "locked.pdf": (hostile.pdf("Secret words.", password="river"), "password"),
    "noise.bin": (hostile.noise(50_000), "binary"),
    "noise.txt": (hostile.noise(3_000), "binary"),
    "bomb.docx": (hostile.zip_bomb(), "zip bomb"),
    "entities.docx": (hostile.xml_bomb(), "entities"),
    "lying.docx": (hostile.lying_zip(), "damaged"),
    "broken.docx": (hostile.deflated_noise(), "damaged"),
    "cut.docx": (hostile.docx(hostile.body("Eleven men."))[:200], "damaged"),
    "picture.pdf": (b"\x89PNG\r\n\x1a\n" + hostile.noise(500), "picture"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + hostile.noise(500), "password"),
    "program.txt": (b"\x7fELF" + hostile.noise(500), "program"),
    "sheet.docx": (hostile.docx("<x/>").replace(b"word/document.xml", b"book/document.xml"), "no Word document"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_kept_with_its_hash_and_one_clear_problem(reader, tmp_path, name):
    data, words = UNREADABLE[name]
    path = tmp_path / name
    path.write_bytes(data)
    began = time.monotonic()
    found = reader.read(path, shown_as=name)
    assert time.monotonic() - began < 30
    (original,) = found
    assert original.data == data
    assert len(original.document.sha256) == 64
    assert original.document.text == ""
    (problem,) = original.document.problems
    assert words in problem
    assert problem.count(".") >= 2, "a problem says what happened and the next step"


def test_the_rest_goes_on_after_each_hostile_file(reader, tmp_path):
    paths = []
    for number, (name, (data, _)) in enumerate(UNREADABLE.items()):
        bad, good = tmp_path / f"{number}a-{name}", tmp_path / f"{number}b.txt"
        bad.write_bytes(data)
        good.write_text(GOOD, encoding="utf-8")
        paths += [bad, good]
    texts = [found[0].document.text for found in reader.read_many(paths)]
    assert texts == ["", GOOD.strip()] * len(UNREADABLE)


def test_a_sparse_file_of_200_mb_is_hashed_but_not_read(reader, tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 * MEGABYTE)
    (original,) = reader.read(path)
    assert original.data == b""
    assert len(original.document.sha256) == 64
    assert "200 MB" in original.document.problems[0]


def test_a_page_nested_100_000_deep_keeps_its_text_and_tells(reader, tmp_path):
    path = tmp_path / "deep.html"
    path.write_bytes(hostile.deep_html(100_000))
    document = reader.read(path)[0].document
    assert "Police took forty men" in document.text
    assert any("nested too deeply" in problem for problem in document.problems)


def test_a_word_document_nested_100_000_deep_ends_as_a_problem(reader, tmp_path):
    path = tmp_path / "deep.docx"
    path.write_bytes(hostile.deep_docx(100_000))
    document = reader.read(path)[0].document
    assert document.text == ""
    assert document.problems


def test_an_endless_pdf_is_read_to_the_page_limit_and_tells(reader, tmp_path):
    path = tmp_path / "endless.pdf"
    path.write_bytes(hostile.endless_pdf(100_000))
    document = reader.read(path)[0].document
    assert any("first 2,000 of 100,000 pages" in problem for problem in document.problems)


def test_mails_nested_50_deep_stop_at_the_depth_limit(reader, tmp_path):
    path = tmp_path / "nested.eml"
    path.write_bytes(hostile.nested_mail(50))
    found = reader.read(path, shown_as="nested.eml")
    assert len(found) == 1 + Limits().attachment_depth + 1
    assert found[-1].document.path.count("!/") == Limits().attachment_depth + 1
    assert "mails deep" in found[-1].document.problems[0]


def test_a_mail_with_10_000_attachments_gives_the_first_ones_and_tells(reader, tmp_path):
    path = tmp_path / "crowded.eml"
    path.write_bytes(hostile.crowded_mail(10_000))
    found = reader.read(path, shown_as="crowded.eml")
    assert len(found) == 1 + Limits().attachments
    assert len({original.document.path for original in found}) == len(found)
    assert any("were not" in problem for problem in found[0].document.problems)


def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_is_read(tmp_path):
    slow, good = tmp_path / "slow.html", tmp_path / "good.txt"
    slow.write_bytes(b"<html><body>" + b"<p>One more line of words without any end to it<br>" * 400_000)
    good.write_text(GOOD, encoding="utf-8")
    with Reader(Limits(seconds=2)) as reader:
        reader.read(good)
        (original,) = reader.read(slow)
        assert "longer than 2 seconds" in original.document.problems[0]
        assert reader.read(good)[0].document.text == GOOD.strip()


def test_a_file_that_needs_too_much_memory_ends_as_a_problem(tmp_path):
    hungry, good = tmp_path / "hungry.html", tmp_path / "good.txt"
    hungry.write_bytes(b"<html><body>" + b"<p>word <b>x</b>" * 2_000_000)
    good.write_text(GOOD, encoding="utf-8")
    with Reader(Limits(memory_bytes=400 * MEGABYTE)) as reader:
        (original,) = reader.read(hungry)
        assert "memory" in original.document.problems[0]
        assert reader.read(good)[0].document.text == GOOD.strip()


def test_a_child_that_dies_between_files_is_replaced(tmp_path):
    good = tmp_path / "good.txt"
    good.write_text(GOOD, encoding="utf-8")
    with Reader() as reader:
        reader.read(good)
        reader._child.kill()
        reader._child.wait()
        assert reader.read(good)[0].document.text == GOOD.strip()


def test_a_child_killed_while_it_reads_costs_only_that_file(tmp_path):
    good = tmp_path / "good.txt"
    good.write_text(GOOD, encoding="utf-8")
    with Reader() as reader:
        reader.read(good)
        reader._child.send_signal(19)  # stopped, it cannot answer; the clock ends it
        reader.limits = Limits(seconds=0.5)
        assert "seconds" in reader.read(good)[0].document.problems[0]
        reader.limits = Limits()
        assert reader.read(good)[0].document.text == GOOD.strip()


def test_modules_in_the_folder_of_reports_are_never_imported(tmp_path, monkeypatch):
    (tmp_path / "email.py").write_text(f"open({str(tmp_path / 'owned')!r}, 'w')", encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Reader() as reader:
        assert reader.read(Path("good.txt"))[0].document.text == GOOD.strip()
    assert not (tmp_path / "owned").exists()


def test_problems_hold_no_text_of_the_document(reader, tmp_path):
    path = tmp_path / "broken.docx"
    path.write_bytes(hostile.docx("<w:document>Gulnora Secretova"))
    (original,) = reader.read(path)
    assert "Secretova" not in " ".join(original.document.problems)


@pytest.mark.parametrize("name", ["absent.txt", "."])
def test_what_cannot_be_opened_is_told(reader, tmp_path, name):
    (original,) = reader.read(tmp_path / name)
    assert original.document.sha256 == ""
    assert original.document.problems
