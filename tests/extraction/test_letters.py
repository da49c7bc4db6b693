"""Letters: to whom, from whom, reference, questions and the date of reply; and what is no letter."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guvoh.extraction.letters import read_letter
from guvoh.model import Document, Passage, Role

LETTER = """Harbour Rights Desk
12 Quay Street

Our ref: HRD/24/117

Mr. Tomas Beller
Minister of the Interior

Dear Minister,

We write about the detention of 14 builders in the town of Ostrava.

Please answer these questions:

1. How many people were detained on that day?
2. On what grounds were they held?

3. The list of those released.

We would be grateful for your reply by November 11, 2024.

Yours sincerely,

Ilona Marek
Director
"""


def document(text, published="2024-10-28", passages=None):
    cut = passages or (Passage(0, len(text), Role.BODY),)
    return Document("a.txt", "0" * 64, "text/plain", text, cut, language="en", published=published)


def letter(text, **changed):
    return read_letter(document(text, **changed))


def with_ask(ask):
    return LETTER.replace("We would be grateful for your reply by November 11, 2024.", ask)


def test_all_fields_of_a_letter():
    found = letter(LETTER)
    assert found.addressee == "Tomas Beller"
    assert found.signed == "Ilona Marek"
    assert found.reference == "HRD/24/117"
    assert found.reply_by == "2024-11-11"


def test_numbered_items_that_ask_are_questions_with_their_place():
    questions = letter(LETTER).questions
    assert [q.text for q in questions] == [
        "How many people were detained on that day?",
        "On what grounds were they held?",
    ]
    assert all(LETTER[q.start : q.end] == q.text for q in questions)


def test_without_a_list_each_sentence_that_asks_is_a_question():
    text = "Dear Sir,\n\nThe raid lasted two hours. Who ordered it? Were papers shown?\n\nSincerely,\n\nIlona Marek\n"
    assert [q.text for q in letter(text).questions] == ["Who ordered it?", "Were papers shown?"]


@pytest.mark.parametrize(
    ("ask", "published", "reply_by"),
    [
        ("Please send your reply by 5 December 2024.", "2024-10-28", "2024-12-05"),
        ("We ask for a response no later than December 5, 2024.", "2024-10-28", "2024-12-05"),
        ("Please respond before December 5.", "2024-10-28", "2024-12-05"),
        ("Please respond by January 5.", "2024-10-28", "2025-01-05"),
        ("Please respond by February 29.", "2025-10-28", "2028-02-29"),
        ("Please respond by January 5.", None, "XXXX-01-05"),
        ("Please reply within 14 days.", "2024-10-28", "2024-11-11"),
        ("Please reply within fourteen days.", "2024-10-28", "2024-11-11"),
        ("Please reply within two weeks.", "2024-10-28", "2024-11-11"),
        ("Please reply within 14 days.", None, None),
        ("Please reply within 14 days.", "2024-10", None),
        ("Please reply within 14 days.", "XXXX-10-28", None),
        ("Please reply within 14 days.", "2024-10/..", None),
        ("Please reply within 999 weeks.", "9999-12-31", None),
        ("Please reply within two months.", "2024-10-28", None),
        ("Please reply within some days.", "2024-10-28", None),
        ("The men were fined before December 5, 2024.", "2024-10-28", None),
        ("Please reply soon.", "2024-10-28", None),
    ],
)
def test_the_date_of_reply(ask, published, reply_by):
    assert letter(with_ask(ask), published=published).reply_by == reply_by


@pytest.mark.parametrize(
    ("opening", "addressee"),
    [
        ("To: Dr. Vera Lindt, Ombudswoman\n\nDear Madam,", "Vera Lindt"),
        ("Attn: Ms Oya Demir\n\nTo whom it may concern", "Oya Demir"),
        ("Ambassador Karl Nemec\n4 Embassy Row\n\nYour Excellency,", "Karl Nemec"),
        ("Dear Ms. Vera Lindt,", "Vera Lindt"),
        ("Dear Professor Oya Demir:", "Oya Demir"),
    ],
)
def test_the_addressee(opening, addressee):
    text = f"{opening}\n\nWe ask for a reply.\n\nSincerely,\n\nIlona Marek\n"
    assert letter(text).addressee == addressee


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("Ref. No. 14-A/7", "14-A/7"),
        ("Reference: ABC 12", "ABC 12"),
        ("Your ref: 7/2024", "7/2024"),
        ("Ref 2024/18", "2024/18"),
        ("Reference was made to the law.", None),
        ("Referendum: 2024", None),
    ],
)
def test_the_reference(line, reference):
    found = letter(f"{line}\n\nDear Sir,\n\nPlease reply.\n\nSincerely,\n\nIlona Marek\n")
    assert found.reference == reference


@pytest.mark.parametrize(
    ("closing", "signed"),
    [
        ("Yours faithfully,\n\n\nIlona Marek", "Ilona Marek"),
        ("Kind regards,\nIlona M. Marek\nDirector", "Ilona M. Marek"),
        ("With best regards\n\n____________\nЮлия Маркова", "Юлия Маркова"),
        ("Sincerely,\n\nthe whole desk", None),
        ("Sincerely,", None),
    ],
)
def test_who_signed(closing, signed):
    assert letter(f"Dear Sir,\n\nPlease reply.\n\n{closing}\n").signed == signed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Police detained 14 builders in Tula.",
        "“Dear friends,” the letter began, “we were beaten.”",
        "Dear Sir,\n\nThe weather is fine here.\n",
        "The raid ended.\n\nSincerely,\n\nIlona Marek\n",
    ],
)
def test_what_is_no_letter(text):
    assert letter(text) is None


def test_comments_and_furniture_are_no_part_of_a_letter():
    text = "Dear Sir,\n\nPlease reply.\n\nSincerely,\n\nIlona Marek\n"
    hidden = document(text, passages=(Passage(0, len(text), Role.COMMENT),))
    assert read_letter(hidden) is None
    head = "Ref: NAV/1\n"
    both = (Passage(0, len(head), Role.FURNITURE), Passage(len(head), len(head) + len(text), Role.BODY))
    assert read_letter(document(head + text, passages=both)).reference is None


LINES = st.sampled_from(
    """Dear Sir,|Dear Mr. O'Neil:|Ref: 1/2|To: A. B.|1. Why?|2) What|Please reply by May 5.|within 14 days|reply
|Sincerely,|Ilona Marek||Who?|\u00a0|no later than XXXX|within ٣ days, reply|Q1: Who?""".replace("\n", "").split("|")
)
PUBLISHED = st.sampled_from([None, "2024-10-28", "2024", "XXXX-10-28", "9999-12-31", "2024-10/.."])


@settings(max_examples=80)
@given(st.lists(LINES, max_size=14), PUBLISHED)
def test_any_lines_give_a_letter_whose_questions_stand_in_the_text(lines, published):
    text = "\n".join(lines)
    found = read_letter(replace(document(text), published=published))
    if found:
        assert all(text[q.start : q.end] == q.text.strip() == q.text != "" for q in found.questions)
        assert all(value is None or value.strip() for value in (found.addressee, found.signed, found.reference))
