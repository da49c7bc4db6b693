"""Each format to text, roles and metadata. All files are built here from invented text."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import io
import os
import subprocess
import sys
from email.message import EmailMessage

import docx
import hostile_files as hostile
import pytest
from read_back import PAGE, read, role_of
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from guvoh.ingest import Limits, read_bytes
from guvoh.ingest.formats.registry import GROUP, format_for
from guvoh.model import Role, SideCar
from guvoh.model.errors import UnreadableFile


def build_pdf(*story: tuple[str, str]) -> bytes:
    out, styles = io.BytesIO(), getSampleStyleSheet()
    SimpleDocTemplate(out).build([Paragraph(text, styles[style]) for text, style in story])
    return out.getvalue()


def test_wrapped_lines_of_a_pdf_become_paragraphs():
    first = "The committee received forty-two complaints in the first quarter from workers who had not been paid. " * 3
    second = (
        "In April it received nineteen more, most of them by telephone and at night, from two districts of the city. "
        * 3
    )
    document = read(build_pdf(("Letter on unpaid wages", "Title"), (first, "BodyText"), (second, "BodyText")), "a.pdf")
    assert document.text.split("\n\n")[1:] == [first.strip(), second.strip()]
    assert document.title == "Letter on unpaid wages"


def test_a_paragraph_that_runs_over_a_page_is_whole_and_page_numbers_are_left_out():
    sentence = (
        "On day {} the office received complaints from workers who had not been paid, and it wrote each of them down. "
    )
    text = "".join(sentence.format(day) for day in range(1, 90))

    def number(canvas, _document):
        canvas.drawString(300, 20, f"Page {canvas.getPageNumber()} of 9")

    out = io.BytesIO()
    SimpleDocTemplate(out).build(
        [Paragraph(text, getSampleStyleSheet()["BodyText"])], onFirstPage=number, onLaterPages=number
    )
    document = read(out.getvalue(), "a.pdf")
    assert "Page 2" not in document.text
    assert document.text == text.strip()


def test_a_pdf_without_text_says_that_it_is_a_scan():
    document = read(hostile.empty_page_pdf(), "scan.pdf")
    assert document.text == ""
    assert any("OCR" in problem for problem in document.problems)


def word_file() -> bytes:
    made = docx.Document()
    made.add_heading("Report on raids", 0)
    made.add_heading("March", 1)
    made.add_paragraph("The group counted 14 raids in March, more than in the whole year before, its lawyers say.")
    table = made.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Month", "Raids", "March", "14"), strict=True):
        cell.text = text
    made.add_paragraph("Workers wait at the gate.", style="Caption")
    made.add_paragraph("They took our phones.", style="Quote")
    made.sections[0].header.paragraphs[0].text = "Steppe Monitor, 12 Lake Street"
    made.add_comment(made.paragraphs[2].runs, text="Check this with the lawyers.", author="A")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Report on raids", Role.TITLE), ("The group counted", Role.BODY), ("Month | Raids\nMarch | 14", Role.TABLE), ("Workers wait", Role.CAPTION),
        ("They took our", Role.QUOTE), ("Steppe Monitor, 12", Role.LETTERHEAD), ("Check this with", Role.COMMENT),
    ],
)  # fmt: skip
def test_parts_of_a_word_document_have_their_roles(words, role):
    assert role_of(read(word_file(), "a.docx"), words) is role


def test_tracked_deletions_are_left_out_and_insertions_are_text():
    run = "<w:r><w:{0}>{1}</w:{0}></w:r>"
    inner = f"<w:p>{run.format('t', 'Eleven ')}<w:del>{run.format('delText', 'old ')}</w:del><w:ins>{run.format('t', 'men')}</w:ins></w:p>"
    made = hostile.docx(hostile.body("x").replace("<w:p><w:r><w:t>x</w:t></w:r></w:p>", inner))
    assert read(made, "a.docx").text == "Eleven men"


def mail() -> bytes:
    message = EmailMessage()
    message["From"] = "Асель Токтогулова <asel@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = "Звонки о рейде в Омске"
    message["Date"] = "Tue, 14 May 2024 23:10:00 +0600"
    message.set_content(
        "Dear colleagues,\n\nour hotline received 312 calls about the raid in Omsk since Friday.\n\nBest regards,\nAsel\n\n"
        "On Mon, 13 May 2024 at 10:00, Desk <desk@example.org> wrote:\n> How many calls have you had since Friday, and from where? We heard that\n> 40 men are held at the station, and that two of them are in hospital, but\n> nobody here knows.\n"
    )
    message.add_attachment(b"Calls in May. One of ours.", maintype="text", subtype="plain", filename="../../etc/passwd")
    message.add_attachment(
        hostile.pdf("Eleven men were taken away."), maintype="application", subtype="pdf", filename="list.pdf"
    )
    message.add_attachment(hostile.noise(400), maintype="application", subtype="octet-stream", filename="list.pdf")
    inner = EmailMessage()
    inner["Subject"] = "Statement"
    inner.set_content("The district office says that 23 people were checked.")
    inner.add_attachment(b"Deep inside.", maintype="text", subtype="plain", filename="deep.txt")
    message.add_attachment(inner)
    return message.as_bytes()


def test_headers_of_a_mail_are_metadata_and_its_quoted_part_is_a_quote():
    document = read(mail(), "a.eml")
    assert (document.title, document.authors, document.published) == (
        "Звонки о рейде в Омске",
        ("Асель Токтогулова",),
        "2024-05-14",
    )
    assert role_of(document, "our hotline received") is Role.BODY
    assert role_of(document, "How many calls") is Role.QUOTE
    assert "We heard that 40 men are held" in document.text


def test_attachments_are_documents_with_safe_names_and_a_bad_one_is_told():
    found = read_bytes(mail(), "a.eml")
    shown = [(original.document.path, original.document.parent) for original in found]
    assert shown == [
        ("a.eml", None), ("a.eml!/passwd", "a.eml"), ("a.eml!/list.pdf", "a.eml"), ("a.eml!/list (2).pdf", "a.eml"),
        ("a.eml!/part-4.eml", "a.eml"), ("a.eml!/part-4.eml!/deep.txt", "a.eml!/part-4.eml"),
    ]  # fmt: skip
    assert [bool(original.document.text) for original in found] == [True, True, True, False, True, True]
    assert "binary" in found[3].document.problems[0]


@pytest.mark.parametrize("name", ["..", "/", "C:\\a\\b.txt", "a\0b.txt", "a!/b.txt", " ", "\u202egnp.txt"])
def test_attachment_names_never_leave_their_place(name):
    message = EmailMessage()
    message["From"] = "a@example.org"
    message["MIME-Version"] = "1.0"
    raw = (
        message.as_bytes()
        + f'Content-Type: text/plain\nContent-Disposition: attachment; filename="{name}"\n\nEleven men.'.encode()
    )
    path = read_bytes(raw.replace(b"\n\nContent-Type", b"\nContent-Type"), "m.eml")[1].document.path
    own = path.removeprefix("m.eml!/")
    assert own
    assert not set(own) & set('/\\:!\0\u202e"')
    assert own not in (".", "..")


def test_markdown_marks_come_off_and_structure_gives_roles():
    text = "# Raids in spring\n\nSome *forty* [men](https://example.org) were\ntaken.\n\n> They took `all`.\n\n| Month | Raids |\n|---|---|\n| March | 14 |\n\n- one\n- two\n"
    document = read(text.encode(), "a.md")
    assert (
        document.text
        == "Raids in spring\n\nSome forty men were taken.\n\nThey took all.\n\nMonth | Raids\nMarch | 14\n\n- one\n- two"
    )
    assert [p.role for p in document.passages][:4] == [Role.TITLE, Role.BODY, Role.QUOTE, Role.TABLE]


RUSSIAN = "Полиция увезла одиннадцать человек со стройки в Перми, сообщил их адвокат. С тех пор их никто не видел."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp866"]
)
def test_russian_text_in_any_encoding(encoding):
    document = read(RUSSIAN.encode(encoding), "a.txt")
    assert document.text == RUSSIAN
    assert document.language == "ru"


def test_western_text_without_utf8():
    assert read("Señor Müller saw eleven men in the café on Friday.".encode("cp1252"), "a.txt").text.startswith(
        "Señor Müller"
    )


def test_a_few_broken_bytes_and_nul_bytes_are_told():
    document = read(RUSSIAN.encode() + b"\xff\xd0\0", "a.txt")
    assert document.text.startswith(RUSSIAN)
    assert len(document.problems) == 2


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (hostile.pdf("Eleven men."), "a.txt", "application/pdf"), (PAGE.encode(), "a.docx", "text/html"), (word_file(), "a.pdf", "application/vnd"),
        (mail(), "a.html", "message/rfc822"), (RUSSIAN.encode(), "a.pdf", "text/plain"),
    ],
)  # fmt: skip
def test_a_wrongly_named_file_is_read_as_what_it_is_and_told(data, name, media_type):
    document = read(data, name)
    assert document.media_type.startswith(media_type)
    assert document.text
    assert any("is named as" in problem for problem in document.problems)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Полиция жумушчуларды курулуштан алып кетти, деди алардын адвокаты жума күнү.", "ky"),
        ("Politsiya juma kuni qurilishdan oʻn bir kishini olib ketdi, dedi ularning advokati.", "uz"),
        ("Полис рӯзи ҷумъа аз сохтмон ёздаҳ нафарро бурд, гуфт ҳимоятгари онҳо.", "tg"),
        ("Полиция жұма күні құрылыстан он бір адамды алып кетті, деді олардың адвокаты.", "kk"),
    ],
)
def test_the_language_is_told_among_all_languages(text, language):
    assert read(text.encode(), "a.txt").language == language


def test_the_side_car_wins():
    sidecar = SideCar("https://example.org/x", "2023-01", "Own Desk", "Own title", "ky")
    document = read(PAGE.encode(), "a.html", sidecar)
    assert (document.url, document.published, document.publisher, document.title, document.language) == (
        "https://example.org/x", "2023-01", "Own Desk", "Own title", "ky",
    )  # fmt: skip


def test_text_over_the_limit_is_cut_and_told():
    found = read_bytes(("One more line. " * 50).encode(), "a.txt", limits=Limits(text_chars=100))[0].document
    assert len(found.text) <= 100
    assert any("longer than 100" in problem for problem in found.problems)


def test_every_media_type_has_a_format_and_others_are_refused():
    for kind in ("text/html", "application/pdf", "message/rfc822", "text/plain", "text/markdown"):
        assert kind in format_for(kind).media_types
    assert GROUP == "guvoh.formats"
    with pytest.raises(UnreadableFile):
        format_for("audio/ogg")


PLUG_IN = """
from guvoh.ingest.blocks import Block, Draft, Meta

class Slips:
    media_types = frozenset({"text/x-slips"})

    def recognise(self, data, name):
        return "text/x-slips" if data.startswith(b"SLIPS") else None

    def read(self, data, context):
        return Draft((Block(data[5:].decode().strip()),), Meta(publisher="Slip desk"))
"""


def test_an_installed_plug_in_reads_a_kind_of_file_of_its_own(tmp_path):
    (tmp_path / "slips.py").write_text(PLUG_IN, encoding="utf-8")
    package = tmp_path / "slips-1.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: slips\nVersion: 1\n", encoding="utf-8")
    (package / "entry_points.txt").write_text("[guvoh.formats]\nslips = slips:Slips\n", encoding="utf-8")
    (tmp_path / "a.slip").write_bytes(b"SLIPS Eleven men were taken away.")
    script = "from pathlib import Path; from guvoh.ingest import Reader\nwith Reader() as r: d = r.read(Path('a.slip'))[0].document\nprint(d.media_type, d.publisher, d.text)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "text/x-slips Slip desk Eleven men were taken away."


def test_a_wrapper_with_a_misleading_name_does_not_cost_the_article():
    filler = "".join(
        f"<li><a href='#'>News of the day number {at} from all over the region</a></li>" for at in range(60)
    )
    page = f"<html><body><ul>{filler}</ul><div class='share-enabled'><p>Police took eleven men from a building site in Perm on Friday, their lawyer said.</p><p>None of them has been seen since then, and the police have not said where they are.</p></div></body></html>"
    assert role_of(read(page.encode(), "a.html"), "Police took eleven") in (Role.BODY, Role.LEAD)
