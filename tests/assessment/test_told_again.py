"""One claim told again for another place counts once; equal numbers that one document tells of two places add up."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weighing_material import Doc, Say, made

from guvoh.assessment.choosing import solve
from guvoh.assessment.groundwork import lay
from guvoh.assessment.question import Question
from guvoh.assessment.tally import tallies_of, tally

ACT = "arbitrary_detention"
DAY, LATER = "2024-05-13", "2024-06-20"
LAWYER, EMBASSY, NOBODY = ("Daria Sokolova (lawyer)",), ("official:Embassy of Tajikistan",), ()
AGAIN = "told for another place"
WARNING = "Higher than any source says"


def held(words, where, by=LAWYER, when=DAY, **more):
    return Say(words, ACT, where, when, by, **more)


def count(documents, repeats=()):
    findings = [made(Doc(f"{n}.html", says, "2024-06-30")) for n, says in enumerate(documents)]
    told = [(m, h.id) for h in lay(findings).happenings for m in h.members]
    keys = [one.document.sha256 or one.document.path for one in findings]
    pairs = {(keys[a], keys[b]) for a, b in repeats}
    (found,) = tallies_of(told, Question(ACT), repeats=pairs)
    return found


BOTH = [held("30", "Omsk"), held("30", "Moscow")]
# documents, pairs that repeat, minimum, why
CASES = [
    ([[held("at least 230", "Omsk")], [held("at least 230", "Moscow")]], (), 230, "one source said one number once"),
    ([[held("230", "Omsk")], [held("at least 230", "Moscow")]], (), 230, "a hedge that is lost makes no new claim"),
    ([[held("230", "Omsk")], [held("240", "Moscow")]], (), 470, "two numbers are two claims"),
    ([[held("230", "Omsk")], [held("230", "Moscow", EMBASSY)]], (), 460, "two sources may have counted the same many"),
    ([[held("230", "Omsk")], [held("230", "Moscow", EMBASSY)]], [(0, 1)], 230, "unless one text repeats the other"),
    ([[held("230", "Omsk")], [held("230", "Moscow", when=LATER)]], (), 460, "on another day it is another act"),
    ([[held("230", "Omsk")], [held("230", "Moscow", when=None)]], (), 230, "an undated one may be of that day"),
    ([BOTH], (), 60, "one document that lists two places tells of two"),
    ([BOTH, [held("30", "Moscow")]], (), 60, "a second one that tells one of them takes nothing away"),
    ([BOTH, [held("30", "Moscow")]], [(0, 1)], 60, "not where it repeats the first"),
    ([BOTH, BOTH], [(0, 1)], 60, "nor does the whole list told again"),
    ([[held("30", "Omsk", nations=("TJ",))], [held("30", "Moscow", nations=("KG",))]], (), 60, "of two nations"),
    (
        [[held("230", "Omsk")], [held("230", "Moscow")], [held("158", "Moscow", EMBASSY)]],
        [(0, 1)],
        230,
        "what others say of the wrong place is of the same event",
    ),
    (
        [[held("230", "Omsk")], [held("230", "Moscow")], [held("21", "Omsk", EMBASSY, nations=("TJ",))]],
        [(0, 1)],
        230,
        "and what others say of the right one is held in it",
    ),
    (
        [[held("3", "Omsk")], [held("3", "Moscow"), held("5", "Moscow", EMBASSY)]],
        [(0, 1)],
        8,
        "a small number agrees by chance: its places stay two",
    ),
    ([[held("1", "Omsk")], [held("1", "Moscow")]], (), 2, "one death here and one there are two, whoever told of both"),
    ([[held("9", "Omsk")], [held("9", "Moscow")]], (), 18, "below a telling number a source may mean two"),
    ([[held("10", "Omsk")], [held("10", "Moscow")]], (), 10, "from it on it is one claim"),
    ([[held("1", "Omsk")], [held("1", "Moscow")]], [(0, 1)], 1, "unless one text repeats the other"),
]


@pytest.mark.parametrize(("documents", "repeats", "minimum", "why"), CASES, ids=[case[-1] for case in CASES])
def test_minimum(documents, repeats, minimum, why):
    found = count(documents, repeats)
    assert found.minimum == minimum == sum(line.value for line in found.used), why
    assert len(found.used) + len(found.left_out) == sum(map(len, documents)), "each figure is accounted for"


def test_the_proof_says_that_it_is_the_same_number_of_the_same_source():
    found = count([[held("230", "Omsk")], [held("230", "Moscow")]])
    (used,), (left,) = found.used, found.left_out
    assert left.why == f"the same number from the same source as {used.statement}, {AGAIN}"


def test_a_minimum_above_all_claims_is_said_with_what_was_added():
    places = count([[held("230", "Omsk")], [held("240", "Moscow")]])
    assert places.notes[0] == f"{WARNING}: it adds figures of different places; check their places."
    days = count([[held("230", "Omsk")], [held("240", "Omsk", when=LATER)]])
    assert days.notes[0] == f"{WARNING}: it adds figures of different days or groups of people; check them."
    one = count([[held("230", "Omsk")], [held("230", "Moscow")]])
    assert not any(note.startswith(WARNING) for note in one.notes)


def test_who_denies_what_counts_is_said_and_no_denied_number_counts():
    says = [held("230", "Omsk")], [held("300", "Omsk", EMBASSY, modality="denied")]
    found = tally([made(Doc(f"{n}.html", some, "2024-06-30")) for n, some in enumerate(says)], Question(ACT))
    (line,), (left,) = found.used, found.left_out
    assert (line.value, left.why) == (230, "denied")
    assert line.why == "counts with its stated lower bound; denied by Embassy of Tajikistan"
    alone = tally(
        [made(Doc("1.html", [*says[0], held("300", "Omsk", modality="denied")], "2024-06-30"))], Question(ACT)
    )
    assert "denied by" not in alone.used[0].why, "a source that takes back its own number is none that denies it"


@given(
    st.lists(st.integers(1, 50), min_size=4, max_size=8),
    st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=8), min_size=1, max_size=3),
)
def test_the_solver_takes_one_part_of_each_choice_and_no_less_than_it_may(values, told):
    homes = [dict(enumerate(some[: len(values)])) for some in told]
    choices = [
        tuple(tuple(i for i, of in home.items() if of == part) for part in sorted({*home.values()})) for home in homes
    ]
    chosen = solve(values, [], choices)
    everyone = range(len(values))
    allowed = [
        some
        for size in range(len(values) + 1)
        for some in combinations(everyone, size)
        if all(len({home[i] for i in some if i in home}) <= 1 for home in homes)
    ]
    assert tuple(sorted(chosen)) in allowed
    assert sum(values[i] for i in chosen) == max(sum(values[i] for i in some) for some in allowed)
