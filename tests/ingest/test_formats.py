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
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from guvoh.ingest import Limits, read_bytes
from guvoh.ingest.formats.registry import GROUP, format_for
from guvoh.model import Document, Role, SideCar
from guvoh.model.errors import UnreadableFile

PAGE = """<!doctype html><html lang="en"><head><title>Police in Omsk detain 40 workers | Steppe Monitor</title>
<meta property="og:site_name" content="Steppe Monitor"><meta property="article:published_time" content="2024-05-03T23:10:00+06:00">
<meta property="article:modified_time" content="2024-06-01T10:00:00Z"><link rel="canonical" href="https://example.org/omsk">
<meta name="author" content="Aida Osmonova"></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/n">News from the region today</a></li></ul></nav>
<div id="page" class="has-sidebar"><main><article><h1>Police in Omsk detain 40 workers</h1>
<p class="standfirst">Forty people were taken from a building site on Friday, rights defenders say, and most were freed.</p>
<figure><img src="a.jpg"><figcaption>Workers wait outside the police station. <span class="credit">[Steppe Monitor]</span></figcaption></figure>
<p>Police detained about 40 migrant workers at a building site in Omsk on Friday, the Workers' Aid Group said.</p>
<p>They were held for 9 hours without water, said lawyer <a href="#">Marat Ibraimov</a>, who saw 12 of them.</p>
<blockquote><p>They took our phones and papers and gave nothing back until morning.</p></blockquote>
<h2>Earlier raids</h2>
<table><caption>Raids by month</caption><tr><th>Month</th><th>Raids</th></tr><tr><td>March</td><td>14</td></tr><tr><td>April</td><td>22</td></tr></table>
<p>Read also: Court frees 3 drivers</p>
<p>The ministry did not answer a request for comment. It said earlier that the checks were planned.</p>
<p>The ministry did not answer a request for comment. It said earlier that the checks were planned.</p>
</article></main>
<aside class="related"><h3>Related news</h3><ul><li><a href="#">Over 300 tons of flour sent to Naryn</a></li></ul></aside>
<section id="comments"><h3>2 comments</h3><div class="comment"><p>In my town they took 70 people last week, nobody wrote about it.</p></div></section></div>
<div style="display:none">hidden 55 people</div><footer>© 2024 Steppe Monitor. All rights reserved.</footer><script>var a="secret 99 people"</script></body></html>"""


def read(data: bytes, name: str, sidecar: SideCar | None = None) -> Document:
    return read_bytes(data, name, sidecar)[0].document


def role_of(document: Document, words: str) -> Role | None:
    return document.role_at(document.text.index(words))


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Police in Omsk detain", Role.TITLE), ("Forty people were", Role.LEAD), ("Workers wait outside", Role.CAPTION), ("Police detained about", Role.BODY),
        ("They were held", Role.BODY), ("They took our phones", Role.QUOTE), ("Earlier raids", Role.BODY), ("Raids by month", Role.CAPTION),
        ("March | 14\nApril | 22", Role.TABLE), ("Court frees 3", Role.FURNITURE), ("Over 300 tons", Role.FURNITURE), ("they took 70 people", Role.COMMENT),
    ],
)  # fmt: skip
def test_parts_of_a_web_page_have_their_roles(words, role):
    assert role_of(read(PAGE.encode(), "page.html"), words) is role


def test_a_doubled_paragraph_of_a_web_page_tells_once():
    document = read(PAGE.encode(), "page.html")
    found = [p.role for p in document.passages if document.text[p.start : p.end].startswith("The ministry did not")]
    assert found == [Role.BODY, Role.FURNITURE]


def test_scripts_hidden_text_and_navigation_are_not_read():
    text = read(PAGE.encode(), "page.html").text
    assert not [words for words in ("secret", "hidden", "Home", "News from the region") if words in text]


def test_metadata_of_a_web_page():
    document = read(PAGE.encode(), "page.html")
    assert (document.title, document.publisher, document.authors) == (
        "Police in Omsk detain 40 workers",
        "Steppe Monitor",
        ("Aida Osmonova",),
    )
    assert (document.published, document.language, document.url) == ("2024-05-03", "en", "https://example.org/omsk")


BETWEEN = """<html lang="en"><head><title>Maids in Doha | Home Rights</title></head><body><div id="masthead"><h2>Home Rights</h2></div>
<h1>Maids in Doha: 67 accounts</h1><div class="entry"><p>Home Rights spoke with 67 women who work in homes in Doha, and fifty of them had no day off in a year.</p>
<blockquote class="embedded"><a href="/k">Kuwait: 30 cooks beaten in one camp</a></blockquote>
<blockquote><p>He locked the door, and I jumped from the window in the morning.</p></blockquote>
<p>The ministry of labour in Qatar said in a letter that twelve employers were fined last year for what they had done.</p>
<div class="related"><ul><li><a href="/o">Oman sends back forty nurses</a></li></ul></div><div class="embed"><blockquote class="tweet"><p>Police in Doha say that no crime took place in the house, and that four women have left it.</p></blockquote></div>
<div class="donate-block"><p>Readers in Manila, Oslo and Rome pay for our work. Thirty dollars pay for a day.</p></div><p>Qatar votes in June.</p></div></body></html>"""


def test_a_quote_that_is_all_link_is_furniture_and_a_short_last_paragraph_stays():
    document = read(BETWEEN.encode(), "page.html")
    assert role_of(document, "Kuwait: 30 cooks") is Role.FURNITURE
    assert role_of(document, "Readers in Manila") is Role.FURNITURE
    assert role_of(document, "He locked the door") is Role.QUOTE
    assert role_of(document, "Police in Doha say") is Role.QUOTE
    assert role_of(document, "Qatar votes in June") is Role.BODY
    assert document.title == "Maids in Doha: 67 accounts"


def test_linked_data_gives_metadata():
    data = '{"@graph": [{"@type": "NewsArticle", "headline": "Raid in Perm", "datePublished": "2024-02-01", "author": [{"name": "Aida Osmonova"}], "publisher": {"name": "Steppe Monitor"}}]}'
    page = f"<html><head><script type='application/ld+json'>{data}</script></head><body><p>Police took eleven men from a building site in Perm, their lawyer said.</p></body></html>"
    document = read(page.encode(), "page.html")
    assert (document.title, document.publisher, document.authors, document.published) == (
        "Raid in Perm",
        "Steppe Monitor",
        ("Aida Osmonova",),
        "2024-02-01",
    )


def test_an_old_page_laid_out_by_tables_in_windows_1251():
    page = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Степной вестник :: Задержаны сорок рабочих</title></head><body>
<table><tr><td><a href=1>Главная</a><br><a href=3>В городе выпало 30 сантиметров снега</a></td><td><font size=5>Задержаны сорок рабочих</font><br><br>03.05.2024 14:05<br><br>
Полиция провела рейд на стройке жилого комплекса в пятницу утром и доставила в отдел сорок человек, сообщил адвокат.<br><br>
Задержанных держали девять часов без воды и еды. Двенадцать человек рассказали, что их били, и показали следы побоев.</td></tr></table></body></html>"""
    document = read(page.encode("cp1251"), "page.html")
    assert (document.title, document.published, document.language) == ("Задержаны сорок рабочих", "2024-05-03", "ru")
    assert role_of(document, "Полиция провела") in (Role.BODY, Role.LEAD)
    assert "30 сантиметров" not in document.text or role_of(document, "В городе выпало") is Role.FURNITURE


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
