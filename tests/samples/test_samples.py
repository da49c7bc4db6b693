"""The sample set is what its table says: every file listed, every foot note there, every made file rebuilt alike."""

import email
import email.message
import email.policy
import importlib.util
import io
import re
import zipfile
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest
from docx import Document

SAMPLES = Path(__file__).parents[2] / "samples"
DOCUMENTS = sorted(path for path in (SAMPLES / "documents").iterdir() if path.is_file())
READABLE = [path for path in DOCUMENTS if not path.name.endswith(".meta.json")]


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_samples", SAMPLES / "make_samples.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _pdf_text(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def _docx_text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)


def _mail(data: bytes) -> email.message.EmailMessage:
    return email.message_from_bytes(data, policy=email.policy.default)


def _opened(name: str, data: bytes) -> object:
    """What the file holds, its compression undone: that alone may differ between builds of zlib."""
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return [(entry.filename, entry.date_time, package.read(entry)) for entry in package.infolist()]
    if name.endswith(".eml"):
        mail = _mail(data)
        parts = [(part.get_filename(), part.get_content()) for part in mail.iter_attachments()]
        return mail.items(), mail.get_body().get_content(), [_opened(name, content) for name, content in parts]
    return data


def _text(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return _pdf_text(data)
    if path.suffix == ".docx":
        return _docx_text(data)
    if path.suffix == ".eml":
        body = _mail(data).get_body()
        assert body
        return body.get_content()
    return data.decode("utf-8")


def test_the_table_lists_exactly_the_files_there_are():
    listed = re.findall(r"^\| `([^`]+)` \|", (SAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == [path.name for path in DOCUMENTS]


def test_the_set_is_large_and_of_several_formats():
    assert len(READABLE) >= 14
    assert {path.suffix for path in READABLE} == {".html", ".txt", ".md", ".pdf", ".docx", ".eml"}


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.name)
def test_each_document_says_at_its_foot_that_it_was_written_for_this_project(path):
    text = _text(path).strip()
    assert "Guvoh" in text[-500:]
    assert re.search(r"invented|вымышлены|o'ylab topilgan", text[-500:])


@pytest.mark.parametrize("name", ["roads-home-letter.pdf", "open-threshold-briefing.docx", "interview-note.eml"])
def test_made_documents_are_rebuilt_alike(name):
    maker = _maker()
    assert name in maker.MADE
    assert _opened(name, maker.MADE[name]()) == _opened(name, (SAMPLES / "documents" / name).read_bytes())


def test_the_letter_has_several_pages_five_questions_and_a_reply_date():
    data = (SAMPLES / "documents" / "roads-home-letter.pdf").read_bytes()
    text = _pdf_text(data)
    assert len(pypdfium2.PdfDocument(data)) == 3
    assert len(re.findall(r"^[1-5]\. ", text, re.MULTILINE)) == 5
    assert "15 August 2025" in text


def test_the_briefings_table_adds_up():
    table = Document(str(SAMPLES / "documents" / "open-threshold-briefing.docx")).tables[0]
    rows = [[int(cell.text.replace(",", "")) for cell in row.cells[1:]] for row in table.rows[1:]]
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]


def test_the_mail_carries_its_attachment():
    mail = email.message_from_bytes(
        (SAMPLES / "documents" / "interview-note.eml").read_bytes(), policy=email.policy.default
    )
    (part,) = mail.iter_attachments()
    assert part.get_filename() == "interview-note.docx"
    assert "26 hours" in _docx_text(part.get_content())
