"""The status of an event by the written rules, and the sums that the machine may claim."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.rulings import rulings
from guvoh.model.decisions import Decision, DecisionKind
from guvoh.model.weighing import FigureSum

D = "2024-03-23"
P, Q, R = ("official:Omsk police",), ("ngo:Civic Assistance",), ("Valentina Chupik (lawyer)",)


def held(words="40", by=(), **more):
    return Say(words, "arbitrary_detention", "Omsk", D, by, **more)


DRIVEN = "Officers drove 40 men from the market in Omsk to a police station at night."
TAKEN = "Our reporter counted 55 men of the market in Omsk whom officers of the police took to a station at night."
# (statements, one per document; status, documents, origins, independent lines, why)
STATUS = [
    ([held(by=P)], "single_origin", 1, 1, 1, "one document"),
    ([held(by=P), held(by=P)], "repeated", 2, 1, 1, "two documents, one source"),
    ([held(by=P), held(by=P), held(by=P)], "repeated", 3, 1, 1, "no number of repetitions makes a second source"),
    ([held(by=P), held(by=Q)], "corroborated", 2, 2, 2, "two sources of their own"),
    ([held(by=R), held(by=("Чупик Валентина",))], "repeated", 2, 1, 1, "one lawyer in two scripts"),
    ([held(by=("witness:witnesses",)), held(by=("witness:witnesses",))], "corroborated", 2, 2, 2, "unnamed witnesses of two outlets"),
    ([held(by=("witness:witnesses", "outlet:Mediazona")), held(by=("a lawyer", "outlet:Mediazona"))], "repeated", 2, 2, 1, "unnamed sources that one outlet brings are one line"),
    ([held(by=P), held("112", by=Q)], "contested", 2, 2, 2, "figures that exclude each other"),
    ([held(by=P, modality="denied")], "denied", 1, 1, 0, "only denied"),
    ([held(by=R), held(by=P, modality="denied")], "denied", 1, 1, 1, "one line says it, one denies it"),
    ([held(by=R), held(by=Q), held(by=P, modality="denied")], "contested", 2, 2, 2, "two lines say it, one denies it"),
    ([held("62", by=P), held("3", by=Q, modality="denied")], "single_origin", 1, 1, 1, "three others were not held: nothing is denied of the 62"),
    ([held("62", by=P), held("62", by=Q, modality="denied")], "denied", 1, 1, 1, "the very number is denied"),
    ([held("62", by=P), held("90", by=Q, modality="denied")], "denied", 1, 1, 1, "that there were more is denied too"),
    ([held("62", by=P), held("20 others", by=Q, modality="denied")], "single_origin", 1, 1, 1, "others are no small part, but others"),
    ([held("62", by=P), held("40", by=Q, modality="denied")], "denied", 1, 1, 1, "reports differ in what they count, and a denial is of one of them"),
    ([held("62", by=P), held("2", by=Q), held("62", by=Q, modality="denied")], "denied", 2, 2, 1, "two were, not 62: the number of others is denied"),
    ([held("62", by=P), held(None, by=P, modality="denied")], "single_origin", 1, 1, 1, "who tells of it does not deny it"),
    ([held(by=R, modality="planned", stage="planned"), held(by=Q, modality="planned", stage="planned")], "repeated", 2, 2, 0, "what is announced twice has not happened"),
    ([held(quote=DRIVEN), held("55", quote=TAKEN)], "contested", 2, 2, 2, "two outlets on their own authority, with numbers that differ"),
    ([held(), held()], "repeated", 2, 2, 1, "two unsourced reports with one number may be one release"),
    ([held(None), held(None)], "corroborated", 2, 2, 2, "two outlets tell of it on their own authority"),
    ([held(by=P), held()], "repeated", 2, 2, 1, "an unsourced report with the number of a sourced one adds no line"),
    ([held(by=R), held(by=Q, modality="planned", stage="planned")], "single_origin", 1, 1, 1, "a plan does not confirm the deed"),
    ([held(by=R, modality="alleged"), held(by=Q)], "corroborated", 2, 2, 2, "an allegation is told, and counts as told"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "status", "documents", "origins", "lines", "why"), STATUS, ids=[c[5] for c in STATUS])
def test_status(says, status, documents, origins, lines, why):
    (event,) = weigh([made(Doc(f"{n}.html", [say])) for n, say in enumerate(says)]).events
    found = event.support
    assert (found.status, found.documents, found.origins, found.independent) == (status, documents, origins, lines), why
    assert found.why


def test_a_caption_adds_no_line_to_the_source_its_page_names():
    (event,) = weigh([made(Doc("a.html", [held("7,000", P), held("about 7,000")]))]).events
    assert (event.support.origins, event.support.independent) == (2, 1)


@pytest.mark.parametrize(
    ("number", "lines", "why"),
    [("112", 1, "a bare number is no second voice"), ("40", 2, "one that gives the same number is")],
)
def test_a_number_of_which_no_act_is_said_backs_only_its_like(number, lines, why):
    pages = [made(Doc("a.html", [held(by=P)])), made(Doc("b.html", [Say(number, None, "Omsk", D, Q)]))]
    (event,) = weigh(pages, put_together=True).events
    assert (event.support.independent, event.support.documents) == (lines, 2), why
    assert any("no act is said" in reason for reason in event.support.why) == (lines == 1)


@pytest.mark.parametrize("number", ["dozens of", "112"])
def test_no_page_backs_a_bare_number_of_its_own(number):
    twice = [
        Say(number, None, "Omsk", D, Q),
        Say(number, None, "Omsk", D, Q, quote=f"In all {number} people stood in Omsk."),
    ]
    pages = [made(Doc("a.html", [held(None, by=P)])), made(Doc("b.html", twice))]
    shared = [event for event in weigh(pages, put_together=True).events if len(event.documents) > 1]
    assert [event.support.independent for event in shared] == [1]


def test_a_general_statement_is_no_event():
    assert weigh([made(Doc("a.html", [held(modality="general")]))]).events == ()


def out(words, place="Russia", **more):
    return Say(words, "expulsion", place, "2024-03-22/..", P, **more)


# (statements of one document, the sums found as "a + b = c", why)
SUMS = [
    ([out("466"), out("418", who="men"), out("48", who="women")], ["418 + 48 = 466"], "men and women"),
    ([out("163"), out("30", "Krasnodar"), out("87", "Volgograd Oblast"), out("46", "Rostov Oblast")], ["30 + 87 + 46 = 163"], "regions"),
    ([out("466"), Say("418", "fine", "Russia", "2024-03-22/..", P), Say("48", "expulsion", "Omsk", "2024-03-22/..", P)], ["418 + 48 = 466"], "one document tells its whole and two unlike parts"),
    ([out("466", of=None), out("300", of=0), out("166", of=0)], ["300 + 166 = 466"], "parts that the text names as parts"),
    ([out("467"), out("418", who="men"), out("48", who="women")], [], "one short"),
    ([out("more than 466"), out("418", who="men"), out("48", who="women")], [], "a bound is no total"),
    ([out("9"), out("4", "Omsk"), out("5", "Krasnodar")], [], "small numbers add up by chance"),
    ([out("60"), out("40", "Omsk"), out("20", "Omsk")], [], "two counts of one city may count the same people"),
    ([out("60", "Omsk"), out("40", "Krasnodar"), out("20", "Moscow")], [], "other cities are no part of this one"),
    ([out("60"), out("40", "Omsk", unit="case"), out("20", "Krasnodar", unit="case")], [], "cases do not add up to people"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "expected", "why"), SUMS, ids=[c[2] for c in SUMS])
def test_sums(says, expected, why):
    findings = made(Doc("a.html", says))
    found = [f for f in weigh([findings]).figures if isinstance(f, FigureSum)]
    assert [f.why[0] for f in found] == expected, why
    assert all(f.total == findings.statements[0].id for f in found)


ALIKE = [held(by=P), Say(None, "arbitrary_detention", None, D, Q)]


def test_lines_that_only_resemble_each_other_do_not_confirm_each_other():
    (event,) = weigh([made(Doc(f"{n}.html", [say])) for n, say in enumerate(ALIKE)], put_together=True).events
    assert (event.support.status, event.support.independent, event.support.origins) == ("repeated", 1, 2)
    assert any("do not show that it tells of the same happening" in reason for reason in event.support.why)


def test_lines_that_a_person_puts_together_confirm_each_other():
    pages = [made(Doc(f"{n}.html", [say])) for n, say in enumerate(ALIKE)]
    subjects = tuple(page.statements[0].id for page in pages)
    decided = Decision("d1", 1, "2024-05-01T00:00:00Z", "a", "Ada", DecisionKind.GROUP, subjects)
    for put_together in (False, True):  # whether the machine had them together before or not
        (event,) = weigh(pages, rulings([decided]), put_together=put_together).events
        assert (event.support.status, event.support.independent) == ("corroborated", 2)


def test_as_many_lines_as_join_one_another_confirm_each_other():
    pages = [made(Doc(f"{n}.html", [say])) for n, say in enumerate([*ALIKE, held(by=R)])]
    (event,) = weigh(pages, put_together=True).events
    assert (event.support.status, event.support.independent, event.support.origins) == ("corroborated", 2, 3)
