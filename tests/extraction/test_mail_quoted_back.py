"""Questions and our own mail quoted back make no statements."""

import pytest
from report_texts import pieces, report

from guvoh.extraction.finder import find
from guvoh.extraction.mail import quoted_back
from guvoh.model import Role

HEAD = (Role.LETTERHEAD, "From: Zarina K. <zarina@example.org>\nTo: hotline@example.org")
BODY = (Role.BODY, "Police fined my brother.")


@pytest.mark.parametrize(
    "text", ["How many people were detained on 13 May?", "Were they held for more than three hours?"]
)
def test_a_question_makes_no_statement(text):
    assert find(report(text)).statements == ()


def test_our_own_mail_quoted_back_makes_no_statement():
    quoted = (Role.QUOTE, "You wrote that police had beaten 20 men.")
    mail = pieces(HEAD, BODY, (Role.FURNITURE, "On Tue, 14 May 2024 hotline@example.org wrote:"), quoted)
    assert [mail.text[a:b] for a, b in quoted_back(mail)] == [quoted[1]]
    assert {s.act for s in find(mail).statements} == {"fine"}


def test_the_mail_of_another_that_is_quoted_is_read():
    quoted = (Role.QUOTE, "Police had beaten 20 men.")
    mail = pieces(HEAD, BODY, (Role.FURNITURE, "On Tue, 14 May 2024 rustam@example.org wrote:"), quoted)
    assert quoted_back(mail) == []
    assert {s.act for s in find(mail).statements} == {"fine", "excessive_force"}
