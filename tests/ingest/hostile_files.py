"""Files that are broken or made to break readers, built when the tests run and never stored."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from email.message import EmailMessage

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(*paragraphs: str, password: str | None = None) -> bytes:
    """A PDF of those paragraphs, locked when there is a password."""
    out = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword=password + "x") if password else None
    style = getSampleStyleSheet()["BodyText"]
    SimpleDocTemplate(out, encrypt=lock).build([Paragraph(text, style) for text in paragraphs])
    return out.getvalue()


def endless_pdf(pages: int) -> bytes:
    """A small PDF whose page tree names one page over and over."""
    canvas_pages = " ".join(["3 0 R"] * pages)
    body = b"%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(
        (
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{canvas_pages}] /Count {pages} >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ),
        1,
    ):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = len(body)
    body += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(f"{at:010d} 00000 n \n".encode() for at in offsets)
    return body + f"trailer << /Size 4 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF".encode()


def empty_page_pdf() -> bytes:
    """A PDF of one page with no text, as a scan is."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def docx(document: str, extra: dict[str, bytes] | None = None) -> bytes:
    """A Word document whose main part is `document`, with further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("word/document.xml", document)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


def body(*paragraphs: str) -> str:
    """The main part of a Word document."""
    inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{inner}</w:body></w:document>'


def zip_bomb() -> bytes:
    """A Word document of under a megabyte that unpacks to 500 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("word/document.xml", body("Nothing to see."))
        with archive.open("word/media/image1.bin", "w") as part:
            for _ in range(500):
                part.write(bytes(1 << 20))
    return out.getvalue()


def lying_zip() -> bytes:
    """A Word document whose directory says that a part is smaller than it is."""
    data = bytearray(docx(body("x" * 5_000)))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        (size,) = struct.unpack_from("<I", data, at + 24)
        if size > 4_000:
            struct.pack_into("<I", data, at + 24, 10)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def xml_bomb() -> bytes:
    """A Word document with entities that multiply to gigabytes."""
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    return docx(
        f"<?xml version='1.0'?><!DOCTYPE d [{entities}]><w:document {W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
    )


def deep_docx(depth: int) -> bytes:
    """A Word document whose content controls are nested very deeply."""
    return docx(
        f'<?xml version="1.0"?><w:document {W}><w:body>{"<w:sdt>" * depth}{"</w:sdt>" * depth}</w:body></w:document>'
    )


def deep_html(depth: int) -> bytes:
    """A page with one paragraph below very many nested boxes."""
    text = "<p>Police took forty men from a building site on Friday, their lawyer said.</p>"
    return f"<html><body>{'<div>' * depth}{text}{'</div>' * depth}</body></html>".encode()


def nested_mail(depth: int) -> bytes:
    """A mail in a mail in a mail …"""
    message = EmailMessage()
    message["Subject"] = "Innermost"
    message.set_content("At the bottom lies one sentence about eleven men.")
    for level in range(depth):
        outer = EmailMessage()
        outer["Subject"] = f"Level {level}"
        outer.set_content("See the attached mail, which holds the next.")
        outer.add_attachment(message)
        message = outer
    return message.as_bytes()


def crowded_mail(count: int) -> bytes:
    """A mail with very many small attachments."""
    part = "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=n.txt\r\n\r\nOne line of text.\r\n"
    head = (
        "From: a@example.org\r\nSubject: Many\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    )
    return (head + part * count + "--b--\r\n").encode()


def noise(size: int) -> bytes:
    """Bytes without any meaning, the same on every run."""
    return random.Random(7).randbytes(size)


def deflated_noise() -> bytes:
    """A broken archive: the start of a Word document, its middle overwritten."""
    data = bytearray(docx(body("Eleven men were taken away.")))
    middle = data.find(b"word/document.xml") + 30
    data[middle : middle + 40] = zlib.compress(b"?" * 500)[:40].ljust(40, b"\0")
    return bytes(data)
