"""Build the binary sample documents (PDF, DOCX, e-mail) from samples/src, alike on every run."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx import Document
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlab.platypus.flowables import Flowable

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "src"
DOCUMENTS = HERE / "documents"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP entry can carry; python-docx would write the clock's."""

Block = tuple[str, list[str]]


def blocks(source: str) -> Iterator[Block]:
    """Split a source into (kind, lines): letterhead, title, heading, table, list, page or text."""
    for raw in source.strip().split("\n\n"):
        lines = raw.strip().splitlines()
        if lines == ["---"]:
            yield "page", []
        elif lines[0].startswith("> "):
            yield "letterhead", [line[2:] for line in lines]
        elif lines[0].startswith("## "):
            yield "heading", [lines[0][3:]]
        elif lines[0].startswith("# "):
            yield "title", [lines[0][2:]]
        elif lines[0].startswith("|"):
            yield "table", [line for line in lines if not line.startswith("|---")]
        elif lines[0].startswith("1. "):
            yield "list", lines
        else:
            yield "text", lines


def make_pdf(source: str) -> bytes:
    """Set a source as a PDF of several pages; the standard fonts and no timestamps keep the bytes fixed."""
    styles = getSampleStyleSheet()
    head = ParagraphStyle("head", parent=styles["Normal"], fontName="Helvetica-Oblique", fontSize=9, leading=11)
    flow: list[Flowable] = []
    for kind, lines in blocks(source):
        if kind == "page":
            flow.append(PageBreak())
        elif kind == "list":
            flow += [Paragraph(escape(line), styles["BodyText"]) for line in lines]
        elif kind in ("title", "heading"):
            flow.append(Paragraph(escape(lines[0]), styles["Heading3"]))
        else:
            style = head if kind == "letterhead" else styles["BodyText"]
            flow.append(Paragraph("<br/>".join(escape(line) for line in lines), style))
        flow.append(Spacer(1, 6))
    out = io.BytesIO()
    SimpleDocTemplate(out, title="Letter RH/2025/118-KZ", author="Roads Home Legal Network", invariant=1).build(flow)
    return out.getvalue()


def make_docx(source: str, title: str, created: dt.datetime) -> bytes:
    """Set a source as a Word document with the given core properties."""
    doc = Document()
    for kind, lines in blocks(source):
        if kind == "letterhead":
            doc.sections[0].header.paragraphs[0].text = " | ".join(lines)
        elif kind in ("title", "heading"):
            doc.add_heading(lines[0], level=1 if kind == "title" else 2)
        elif kind == "table":
            rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
            table = doc.add_table(rows=len(rows), cols=len(rows[0]))
            for cells, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(cells.cells, texts, strict=True):
                    cell.text = text
        else:
            doc.add_paragraph("\n".join(lines))
    core = doc.core_properties
    core.title, core.author, core.last_modified_by, core.comments = title, "Open Threshold", "Open Threshold", ""
    core.created = core.modified = created
    out = io.BytesIO()
    doc.save(out)
    return _without_clock(out.getvalue())


def _without_clock(package: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _read(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")


def make_letter() -> bytes:
    """Return the letter of findings with its five questions, as a PDF."""
    return make_pdf(_read("letter.md"))


def make_briefing() -> bytes:
    """Return the briefing with its table of expulsion orders by region, as a DOCX."""
    title = "Expulsion orders on the Volga, January and February 2025"
    return make_docx(_read("briefing.md"), title, dt.datetime(2025, 3, 11, 9, 0, tzinfo=dt.UTC))


def make_mail() -> bytes:
    """Return the e-mail that forwards an older one and carries an interview note as DOCX."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Gulnora Yusupova <gulnora@open-threshold.example>"
    mail["To"] = "Bakyt Asanov <consular@embassy.example>"
    mail["Subject"] = "Interview note from Engels, and the weekend numbers"
    mail["Date"] = dt.datetime(2025, 3, 7, 8, 15, tzinfo=dt.timezone(dt.timedelta(hours=4)))
    mail["Message-ID"] = "<20250307.0815@open-threshold.example>"
    mail.set_content(_read("mail.txt"), cte="quoted-printable")
    note = make_docx(_read("note.md"), "Note of an interview", dt.datetime(2025, 3, 6, 18, 0, tzinfo=dt.UTC))
    docx = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
    mail.add_attachment(note, maintype=docx[0], subtype=docx[1], filename="interview-note.docx")
    mail.set_boundary("guvoh-sample-boundary")
    return mail.as_bytes()


MADE: dict[str, Callable[[], bytes]] = {
    "roads-home-letter.pdf": make_letter,
    "open-threshold-briefing.docx": make_briefing,
    "interview-note.eml": make_mail,
}
"""File name in samples/documents and the function that makes its bytes."""


def main() -> None:
    """Write every made document into samples/documents."""
    for name, make in MADE.items():
        (DOCUMENTS / name).write_bytes(make())
        print(f"wrote {name}")


if __name__ == "__main__":
    main()
