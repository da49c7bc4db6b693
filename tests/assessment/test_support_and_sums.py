"""The status of an event by the written rules, and the sums that the machine may claim."""
# ruff: noqa: E501 (one case per line)

import json

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


HERS, ITS = ("Asel Tokova (Civic Assistance's lawyer)",), ("Ivan Lom (spokesman for the Omsk police)",)
ONCE, OTHERS = ("Ivan Lom (former spokesman for the Omsk police)",), ("Ivan Lom (spokesman for the Tula police)",)
MINISTRY = ("Ivan Lom (spokesman for the Interior Ministry)",)
BRANCH = ("Ali Pak (head of the migration department of the Interior Ministry)",)
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
    ([held(by=P), held(by=ITS)], "repeated", 2, 2, 1, "a spokesman and the police for whom he speaks"),
    ([held(by=Q), held(by=HERS)], "repeated", 2, 2, 1, "a lawyer and the group to which she belongs"),
    ([held(by=HERS), held(by=("Ali Pak (activist with Civic Assistance)",))], "repeated", 2, 2, 1, "two of one group that says nothing itself"),
    ([held(by=("ngo:Open Door",)), held(by=("Ali Pak (head of the aid group Open Door)",))], "repeated", 2, 2, 1, "a group whose name stands behind what it is"),
    ([held(by=("official:Омская полиция",)), held(by=("Пётр Лом (пресс-секретарь Омской полиции)",))], "repeated", 2, 2, 1, "a Russian spokesman"),
    ([held(by=("official:Interior Ministry",)), held(by=("official:Oleg Markov (Deputy Interior Minister)",))], "repeated", 2, 2, 1, "a ministry and its deputy minister"),
    ([held(by=("official:Interior Ministry",)), held(by=("A spokesman for the Interior Ministry",))], "repeated", 2, 2, 1, "a spokesman without a name"),
    ([held(by=MINISTRY), held(by=BRANCH)], "repeated", 2, 2, 1, "a ministry's spokesman and the head of its department"),
    ([held(by=P), held(by=ONCE)], "corroborated", 2, 2, 2, "who spoke for the police once"),
    ([held(by=P), held(by=OTHERS)], "corroborated", 2, 2, 2, "the spokesman of another police"),
    ([held(by=P), held(by=HERS), held(by=ITS)], "corroborated", 3, 3, 2, "the police with its spokesman, and a lawyer"),
    ([held(by=("Asel Tokova (Moscow lawyer)",)), held(by=("Ali Pak (Moscow lawyer)",))], "corroborated", 2, 2, 2, "two lawyers of one city"),
    ([held(by=("Asel Tokova (State Duma member)",)), held(by=("Ali Pak (State Duma member)",))], "corroborated", 2, 2, 2, "members of a parliament"),
    ([held(by=R, modality="alleged"), held(by=Q)], "corroborated", 2, 2, 2, "an allegation is told, and counts as told"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "status", "documents", "origins", "lines", "why"), STATUS, ids=[c[5] for c in STATUS])
def test_status(says, status, documents, origins, lines, why):
    (event,) = weigh([made(Doc(f"{n}.html", [say])) for n, say in enumerate(says)]).events
    found = event.support
    assert (found.status, found.documents, found.origins, found.independent) == (status, documents, origins, lines), why
    assert found.why


def test_one_line_of_two_sources_is_told_with_both_names():
    (event,) = weigh([made(Doc(f"{n}.html", [held(by=by)])) for n, by in enumerate([P, ITS])]).events
    assert "one line only, as they speak for one body: Ivan Lom, Omsk police" in event.support.why


def test_for_whom_somebody_speaks_is_known_from_any_page():
    bare = ("Ivan Lom",)
    pages = [made(Doc("0.html", [Say("3", "fine", "Sochi", "2024-05-01", ITS)]))]
    pages += [made(Doc(f"{n}.html", [held(by=by)])) for n, by in enumerate([P, bare], 1)]
    (event,) = [one for one in weigh(pages).events if "arbitrary_detention" in one.acts]
    assert (event.support.status, event.support.origins, event.support.independent) == ("repeated", 2, 1)


@pytest.mark.parametrize("other", [("official:Interior Ministry",), ("ngo:Open Door",)])
def test_a_page_of_another_matter_takes_no_line_away(other):
    pages = [made(Doc(f"{n}.html", [held(by=by)])) for n, by in enumerate([MINISTRY, BRANCH, HERS])]
    pages.append(made(Doc("9.html", [Say("300", "fine", "Sochi", "2024-05-01", other)])))
    (event,) = [one for one in weigh(pages).events if "arbitrary_detention" in one.acts]
    assert event.support.independent == 2


def test_who_speaks_for_two_bodies_does_not_make_them_one():
    both = [made(Doc("0.html", [held(by=ITS)])), made(Doc("1.html", [held(by=OTHERS)]))]
    tula = made(Doc("3.html", [held(by=("official:Tula police",))]))
    (event,) = weigh([*both, made(Doc("2.html", [held(by=P)])), tula]).events
    assert event.support.independent == 2


def test_a_body_joined_by_hand_has_its_spokesman_on_its_line():
    pages = [made(Doc(f"{n}.html", [held(by=by)])) for n, by in enumerate([("official:City police",), P, ITS])]
    joined = [o.origin for o in weigh(pages).origins][:2]
    names = [["City police"], ["Omsk police"]]
    decided = Decision(
        "d1", 1, "2024-05-01T00:00:00Z", "a", "Ada", DecisionKind.IDENTIFY, tuple(joined), json.dumps({"names": names})
    )
    (event,) = weigh(pages, rulings([decided])).events
    assert (event.support.independent, event.support.origins) == (1, 2)


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
