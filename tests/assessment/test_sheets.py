"""Callers of one sheet tell cases of their own: these are no one event, whatever they share."""

import pytest
from test_joining import ready
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.sheets import are_two, cases

WOMAN, MAN, POLICE = ("person:Woman, caller from Omsk",), ("person:Man, about 25",), ("official:Omsk police",)


def held(by, at, quote=None, day="2024-03-23"):
    return Say(None, "arbitrary_detention", "Omsk", day, by, quote=f"{at}  {quote or 'Held at a station in Omsk.'}")


def sheet(*says):
    return made(Doc("sheet.txt", list(says), "2024-03-24"))


@pytest.mark.parametrize(
    ("says", "events", "why"),
    [
        ([held(WOMAN, "09:12"), held(MAN, "11:05"), held(WOMAN, "12:00")], 2, "two callers, of whom one rang twice"),
        ([held(WOMAN, "Call 1:"), held(MAN, "Call 2:"), held(WOMAN, "Call 3:")], 2, "numbered calls"),
        ([held(POLICE, "09:12"), held(MAN, "11:05"), held(POLICE, "12:00")], 1, "police and a witness in a live text"),
        ([held(WOMAN, "09:12"), held(MAN, "11:05"), held(WOMAN, "She says:")], 1, "two entries are no sheet"),
        ([held(WOMAN, "Omsk."), held(MAN, "Later."), held(WOMAN, "At noon.")], 1, "witnesses of a news page"),
    ],
)
def test_callers_of_a_sheet(says, events, why):
    assert len(weigh([sheet(*says)]).events) == events, why


def test_a_page_that_tells_of_both_callers_does_not_join_them():
    listed = sheet(held(WOMAN, "Case 1."), held(MAN, "Case 2."), held(("person:Employer, dairy",), "Case 3."))
    other = made(Doc("news.txt", [Say(None, "arbitrary_detention", "Omsk", "2024-03-23", POLICE)], "2024-03-24"))
    events = weigh([listed, other]).events
    together = [sum(s.id in event.statements for s in listed.statements) for event in events]
    assert sorted(together) == [1, 1, 1]


def test_numbered_paragraphs_of_a_report_are_no_cases():
    report = sheet(held(WOMAN, "12."), held(MAN, "13."), held(WOMAN, "14."))
    assert len(weigh([report]).events) == 1


def test_cases():
    told, _ = ready([sheet(held(WOMAN, "09:12"), held(MAN, "11:05"), held(POLICE, "12:00"))])
    woman, man, police = cases(told)
    assert are_two(woman, man)
    assert not are_two(woman, woman)
    assert not are_two(police, man)
    assert police == {}
