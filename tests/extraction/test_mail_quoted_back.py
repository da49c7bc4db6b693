"""Questions, also those that a mail quotes, make no statements; what it quotes besides is told."""

import pytest
from report_texts import pieces, report

from guvoh.extraction.finder import find
from guvoh.extraction.mail import quoted_requests
from guvoh.model import Role

HEAD = (Role.LETTERHEAD, "From: Zarina K. <zarina@example.org>\nTo: hotline@example.org")
BODY = (Role.BODY, "Police fined my brother.")


@pytest.mark.parametrize(
    "text", ["How many people were detained on 13 May?", "Were they held for more than three hours?"]
)
def test_a_question_makes_no_statement(text):
    assert find(report(text)).statements == ()


def answered(*quoted, intro="On Tue, 14 May 2024 hotline@example.org wrote:"):
    return pieces(HEAD, BODY, (Role.FURNITURE, intro), *((Role.QUOTE, words) for words in quoted))


@pytest.mark.parametrize(
    "asks",
    [
        "Is it true that police had beaten 20 men?",
        "Please confirm that police had beaten 20 men.",
        "We would be grateful if you could confirm that police had beaten 20 men.",
        "We ask you to say whether police had beaten 20 men.",
    ],
)
def test_a_question_quoted_back_makes_no_statement(asks):
    mail = answered(asks)
    assert [mail.text[a:b] for a, b in quoted_requests(mail)] == [asks]
    assert {s.act for s in find(mail).statements} == {"fine"}


@pytest.mark.parametrize("intro", ["On Tue, 14 May 2024 hotline@example.org wrote:", "On 3 May, Rustam wrote:"])
def test_testimony_quoted_back_is_told_whoever_wrote_it(intro):
    mail = answered("Police beat three men at the market.", "Can you help us?", intro=intro)
    assert [mail.text[a:b] for a, b in quoted_requests(mail)] == ["Can you help us?"]
    assert {s.act for s in find(mail).statements} == {"fine", "excessive_force"}


def test_a_request_outside_a_mail_is_left_to_the_grammar():
    assert quoted_requests(pieces(BODY, (Role.QUOTE, "Please confirm that police had beaten 20 men."))) == []
