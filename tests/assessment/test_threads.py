"""Of a large set only the documents are set beside each other by which a number may be told again."""

from datetime import date, timedelta

from weighing_material import Doc, Say, made

from guvoh.assessment.denials import denials_in
from guvoh.assessment.groundwork import lay
from guvoh.assessment.question import Question, figures_for, low_of
from guvoh.assessment.tally import leading, tallies_of, tally_on
from guvoh.assessment.threads import told_twice

ACT = "arbitrary_detention"
RAID = "At dawn officers walked through the yards behind the covered market and led seven porters to a waiting bus."
SWEEP = "Two days earlier forty builders had been counted in the corridor of a station by a volunteer who brought tea."
OTHER = "In the evening a patrol stopped cooks and cleaners on their way home from the canteen beside the river port."


def held(words, where, when="2024-05-13", quote=None):
    return Say(words, ACT, where, when, quote=quote)


def doc(name, *says, publisher=None):
    return made(Doc(f"{name}.html", says, "2024-05-15", publisher or f"The {name} Post"))


TOLD = [
    doc("first", held("7", "Omsk", quote=RAID), held("40", "Sochi", quote=SWEEP)),
    doc("again", held("7", "Moscow", quote=RAID), held("40", "Sochi", quote=SWEEP)),
]
"""A text and its repeat, which tells the smaller number of another town."""
ALIKE = [doc(f"alike{n}", held("23", "Krasnodar", quote=OTHER)) for n in range(2)]
"""A text and its repeat that tell one number of one event."""
FAR = [
    doc(f"far{n}", held(str(n + 100), "Bishkek", (date(2023, 1, 1) + timedelta(30 * n)).isoformat())) for n in range(60)
]
MANY = [*TOLD, *ALIKE, *FAR]


def asked(laid):
    told = [(m, h.id) for h in laid.happenings for m in h.members]
    question = Question(ACT)
    return told, [(one, low_of(one, question), event) for one, event in figures_for(told, question)]


def names(laid, pairs):
    called = {entry.key: entry.document.path.removesuffix(".html") for entry in laid.entries}
    return {frozenset((called[a], called[b])) for a, b in pairs}


def test_documents_that_tell_one_number_of_two_events_are_set_beside_each_other_and_others_are_not():
    laid = lay(MANY)
    _, claims = asked(laid)
    assert names(laid, laid.repeats_for(claims)) == {frozenset({"first", "again"})}
    assert names(laid, laid.repeats) == {frozenset({"first", "again"}), frozenset({"alike0", "alike1"})}


def test_a_number_told_again_for_another_town_counts_once_in_a_large_set_too():
    few, many = (tally_on(lay(found), Question(ACT)) for found in (TOLD, MANY))
    others = sum(range(100, 160)) + 23
    assert few.minimum == 47
    assert many.minimum == 47 + others


def test_the_tally_is_that_of_all_repeats():
    laid = lay(MANY)
    found = tally_on(laid, Question(ACT))
    told, _ = asked(laid)
    assert found == leading(tallies_of(told, Question(ACT), repeats=laid.repeats, denials=denials_in(laid)))


def test_what_was_found_for_one_question_is_found_alike_for_the_next():
    laid = lay(MANY)
    _, claims = asked(laid)
    assert laid.repeats_for([]) == frozenset()
    assert laid.repeats_for(claims) == laid.repeats_for(claims) <= laid.repeats


def test_several_documents_and_several_events_make_a_number_told_twice():
    laid = lay(MANY)
    _, claims = asked(laid)
    one = {member.entry.key: 0 for happening in laid.happenings for member in happening.members}
    of_first = [claim for claim in claims if claim[0].entry.document.path == "first.html"]
    assert told_twice(claims, one) == {0}
    assert told_twice(of_first, one) == frozenset()
    assert told_twice([claim for claim in claims if claim[1] == 23], one) == frozenset()
