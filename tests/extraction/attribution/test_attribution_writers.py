"""Who wrote a letter, a mail or a call sheet, and whom such a document lets speak as a whole."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import Attributions, attribute
from guvoh.extraction.attribution.lexicon import organisations, roles
from guvoh.extraction.attribution.writers import writer_of
from guvoh.ingest import Reader
from guvoh.model import Document, Passage, Role

MAIL = b"""From: "Zarina Odinaeva" <zarina@help.example>
To: Desk <desk@archive.example>
Subject: Vladimir
Date: Tue, 11 Feb 2025 09:14:00 +0300
Content-Type: text/plain; charset=utf-8

Dear all,

I was in Vladimir on Monday. I counted 31 people in the corridor.
The duty officer told me that the centre holds 410 people.

Best regards,
Zarina Odinaeva
Advocate

On Mon, 10 Feb 2025 at 18:02, Parviz Gulov <parviz@archive.example> wrote:
> We have heard that 25 people were beaten there on Sunday.
"""
SHEET = """HOTLINE CALL SHEET
Steppe Legal Line, Ivanovo desk
Shift: Monday 10 March 2025

Calls today: 38.

09:12. Woman, caller from Kineshma. Her husband was taken with 15 others. Says that two were beaten.

10:40. Lawyer Perov. 19 residents got expulsion orders in one sitting.
"""
LETTER = """Letter from pre-trial detention centre No. 4
15 May 2025

Hello, dear mother,

I am writing through the lawyer. There are 12 of us in a cell for six. I did not sign and I will not sign.

Your son,
Farrukh Saidov
"""
APPEAL = """OPEN LETTER to the Minister of Labour
20 January 2024

Your Excellency,

We write about the company Al Waha Facades. In the past year 17 of our sons were sent home without their wages.

Respectfully,
Workers' Families Committee
Ram Kumar Mandal, chair
"""
STATEMENT = """Statement of the Association of Tajik Students in Kazan
12 September 2024

On the night of 9 September, 63 of our fellow students were woken in dormitory No. 5. We demand an inquiry.

Chairman of the Association
"""
FORWARDED = """Fwd: numbers for the Tuesday call
From: Olga Trusevich
Date: 8 July 2025
To: partners list

Colleagues, below what Timur sent me. My own count for the three regions is 1,460 refused entry in June.

---------- Forwarded message ---------
From: Timur Beisenov
Date: 7 July 2025
To: Olga Trusevich

Olga, hello. At Sagarchin they turned back 220 on Saturday alone. A border guard told me that 90 more are waiting.
"""
INTERVIEW = """Diaspora leader on the raids
15 October 2024

Amriddin Gulomov heads the union of Tajikistanis in the city. We asked him about the autumn raids.

- How many were detained?

- We had 400 appeals ourselves. The bailiffs write about 600 people.

- And deported?

- Of those, 80 turned to us.
"""
TRIAL = """Trial of camp guards opens
Kloop, 21 January 2026

Prosecutor (reads): The three accused caused bodily harm to not less than 16 foreign citizens.

Accused Ermek T.: No. There were two incidents.

The court adjourned until 4 February.
"""


def read(name: str, content: bytes) -> Document:
    with TemporaryDirectory() as folder, Reader() as reader:
        path = Path(folder) / name
        path.write_bytes(content)
        return reader.read(path, name)[0].document


def said(document: Document) -> Attributions:
    return attribute(annotate(document), document)


def chain(document: Document, words: str) -> list[str]:
    at = document.text.index(words)
    return [link.name for link in said(document).chain(at, at + len(words)).links]


def writer(document: Document) -> str | None:
    found = writer_of(document, organisations("en"), roles("en"))
    if found is None:
        return None
    assert document.text[slice(*found.span)] == found.name
    return found.name


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("mail.eml", MAIL, "Zarina Odinaeva"),
        ("sheet.txt", SHEET.encode(), "Steppe Legal Line"),
        ("letter.txt", LETTER.encode(), "Farrukh Saidov"),
        ("appeal.txt", APPEAL.encode(), "Workers' Families Committee"),
        ("statement.txt", STATEMENT.encode(), "Association of Tajik Students in Kazan"),
        ("forwarded.txt", FORWARDED.encode(), "Olga Trusevich"),
        ("many.txt", b"Appeal by Human Rights Defenders to the Prosecutor\n28 November 2016\n\nPolice took 30.", None),
        ("page.txt", b"Raid in Tula\n\nPolice took 30 people. Thanks to all who wrote,\n\nRead more", None),
    ],
)
def test_the_writer_is_the_name_in_header_signature_or_letterhead(name: str, content: bytes, wanted: str) -> None:
    assert writer(read(name, content)) == wanted


@pytest.mark.parametrize(
    ("end", "wanted"),
    [
        ("Mina Rahimi\nLawyer\n", "Mina Rahimi"),
        ("Mina Rahimi\nThe lawyer waits outside.\n", None),
        ("Please write soon\nLawyer\n", None),
        ("Mina Rahimi\n", None),
    ],
)
def test_a_letter_that_ends_without_a_closing_is_signed_by_a_name_above_its_role(end: str, wanted: str | None) -> None:
    body = "20 May 2024\n\nDear Prosecutor,\n\nMy client was detained in Omsk on 13 May 2024.\n\n"
    assert writer(read("letter.txt", f"{body}{end}".encode())) == wanted


def test_a_mail_speaks_with_the_voice_of_its_writer() -> None:
    document = read("mail.eml", MAIL)
    assert chain(document, "31 people") == ["Zarina Odinaeva"]
    assert chain(document, "410 people") == ["duty officer", "Zarina Odinaeva"]
    assert "Zarina Odinaeva" in [source.name for source in said(document).sources]


def test_quoted_lines_of_a_mail_are_said_by_whom_they_quote() -> None:
    assert chain(read("mail.eml", MAIL), "25 people") == ["Parviz Gulov", "Zarina Odinaeva"]


def test_the_entry_of_a_call_sheet_is_told_by_the_caller() -> None:
    document = read("sheet.txt", SHEET.encode())
    assert chain(document, "15 others") == ["Woman, caller from Kineshma", "Steppe Legal Line"]
    assert chain(document, "two were") == ["Woman, caller from Kineshma", "Steppe Legal Line"]
    assert chain(document, "19 residents") == ["Perov", "Steppe Legal Line"]
    assert chain(document, "38") == ["Steppe Legal Line"]


def test_a_letter_is_told_by_who_signs_it() -> None:
    assert chain(read("letter.txt", LETTER.encode()), "12 of us") == ["Farrukh Saidov"]
    assert chain(read("appeal.txt", APPEAL.encode()), "17 of our sons") == ["Workers' Families Committee"]


def test_a_mail_kept_as_text_gives_what_it_forwards_to_its_sender() -> None:
    document = read("forwarded.txt", FORWARDED.encode())
    assert chain(document, "1,460") == ["Olga Trusevich"]
    assert chain(document, "220") == ["Timur Beisenov", "Olga Trusevich"]
    assert chain(document, "90 more") == ["A border guard", "Timur Beisenov", "Olga Trusevich"]


def test_the_dashes_of_an_interview_are_answered_by_the_person_named_before() -> None:
    document = read("interview.txt", INTERVIEW.encode())
    assert chain(document, "400 appeals")[0] == "Amriddin Gulomov"
    assert chain(document, "600 people")[:2] == ["bailiffs", "Amriddin Gulomov"]
    assert chain(document, "80 turned")[0] == "Amriddin Gulomov"


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("A citizen of Nepal told the editors how he was held. He did not give a name.", ["A citizen of Nepal"]),
        ("A police colonel told the editors how the raid went. Questions were short.", []),  # asked of someone else
        ("A citizen of Nepal told the editors how he was held.\n\nThe market is old.\n\nIt has two gates.", []),
    ],
)
def test_a_witness_without_a_name_answers_in_dashes(lead: str, who: list[str]) -> None:
    talk = "\n\n- How did it happen?\n\n- There were 200 of us.\n\n- Were you hit?\n\n- Me, no. Others were.\n"
    text = f"Held in Omsk\n15 October 2024\n\n{lead}{talk}"
    assert chain(read("talk.txt", text.encode()), "200") == who


def test_a_role_and_a_colon_open_the_turns_of_a_trial() -> None:
    document = read("trial.txt", TRIAL.encode())
    assert chain(document, "16 foreign citizens")[0] == "Prosecutor"
    assert chain(document, "two incidents")[0] == "Ermek T."
    assert {"Prosecutor", "Ermek T."} <= {source.name for source in said(document).sources}


RESEARCH = """Lydia: Herders Made to Sign
Stop the Flights

(Sardis, March 5, 2026) – Officials have been flying herders out of Lydia, Steppe Rights Watch said {when}.

Researchers interviewed 41 herders in January.

The ministry replied that returns are voluntary.
"""


def _first(text: str, words: str) -> list[str]:
    document = Document("page.txt", "0" * 64, "text/plain", text, _lines(text), language="en")
    start = text.index(words)
    chain = attribute(annotate(document), document).chain(start, start + len(words))
    return [link.name for link in chain.links]


def _lines(text: str) -> tuple[Passage, ...]:
    found = [match.span() for match in re.finditer(r"\S[^\n]*", text)]
    return tuple(Passage(s, e, Role.BODY if n else Role.TITLE) for n, (s, e) in enumerate(found))


def test_an_organisation_says_what_its_own_researchers_found():
    assert _first(RESEARCH.format(when="today"), "41 herders") == ["Steppe Rights Watch"]


def test_a_page_that_reports_on_an_organisation_is_not_its_own():
    told = _first(RESEARCH.format(when="on Monday"), "41 herders")
    assert told == ["Researchers"]


def test_the_outlet_named_under_the_title_is_the_one_that_was_told():
    text = "Raid in Tula\nBy Anna Lee, Low Tide\n\nNine men were held, Omar Said told Low Tide. He told Ivan Petrov."
    document = Document("page.txt", "0" * 64, "text/plain", text, _lines(text), language="en")
    assert {s.name for s in attribute(annotate(document), document).sources} == {"Omar Said", "Low Tide"}


def test_a_person_who_speaks_in_a_short_call_sheet_is_not_its_letterhead():
    told = "Sardor Aliev, a trader who was beaten, said police detained him and 7 others."
    text = f"Hotline notes, 15 May 2024\n\nThe caller said that police detained 5 people.\n{told}"
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="en")
    assert writer_of(document, organisations("en"), roles("en")) is None
