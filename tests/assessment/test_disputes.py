"""A total says who contests what it counts: by a denial, or by a smaller number of the same."""

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import proof, weigh
from guvoh.assessment.disputes import Against, contested, shortened
from guvoh.assessment.groundwork import lay
from guvoh.assessment.proof import Line, Tally
from guvoh.assessment.question import Question
from guvoh.assessment.tally import tally_on
from guvoh.model import Stage

D = "2024-03-23"
P, Q, R = ("official:Omsk police",), ("ngo:Steppe Watch",), ("Asel Tokova (lawyer)",)
NOT_SO = "Nobody was taken to a station that night, the Omsk police insist."


def held(words, by, where="Omsk", **more):
    return Say(words, "arbitrary_detention", where, D, by, **more)


def told(*says):
    laid = lay([made(Doc(f"{n}.html", [say])) for n, say in enumerate(says)])
    return tally_on(laid, Question("arbitrary_detention"))


def contests(found):
    return [note for note in found.notes if note.startswith("Contested")]


def test_who_says_less_is_told_with_the_number():
    found = told(held("40", P), held("112", Q))
    assert found.minimum == 112
    assert contests(found) == ["Contested: “40” according to Omsk police."]
    (one,) = found.contested
    assert (one.by, one.says, one.denies, one.statement) == ("Omsk police", "40", False, found.used[0].statement)
    assert one.against == found.left_out[0].statement


def test_who_denies_it_is_told_with_the_words():
    found = told(held("70", Q), held(None, P, modality="denied", quote=NOT_SO))
    assert contests(found) == [f"Contested: denied by Omsk police, “{NOT_SO}”."]
    assert found.contested[0].denies


def removed(words, by, **more):
    return Say(words, "expulsion", "Omsk", D, by, **more)


# (stage of what is told, stage that is denied, whether it is contested, why)
STAGES = [
    ("ordered", None, False, "an order stands that is not carried out"),
    ("ordered", "carried_out", False, "the same in so many words"),
    ("ordered", "ordered", True, "no court ordered it"),
    ("carried_out", None, True, "what was done is denied"),
    (None, None, True, "it may have been done"),
]


@pytest.mark.parametrize(("stage", "denied", "is_denied", "why"), STAGES, ids=[case[3] for case in STAGES])
def test_whoever_says_that_an_order_was_not_carried_out_does_not_deny_it(stage, denied, is_denied, why):
    pages = [removed("80", P, stage=stage), removed("80", Q, modality="denied", stage=denied)]
    docs = [made(Doc(f"{n}.html", [page])) for n, page in enumerate(pages)]
    (event,) = weigh(docs).events
    assert (event.support.status == "denied") is is_denied, why
    found = tally_on(lay(docs), Question("expulsion"))
    assert bool(found.contested) is is_denied, why
    assert ("denied by" in found.used[0].why) is is_denied, why


def test_where_the_order_and_the_deed_are_told_a_denial_is_of_the_deed():
    pages = [removed("80", P, stage="ordered"), removed("80", R, stage="carried_out")]
    pages.append(removed("80", Q, modality="denied"))
    laid = lay([made(Doc(f"{n}.html", [page])) for n, page in enumerate(pages)])
    done, ordered = (tally_on(laid, Question("expulsion", stage=stage)) for stage in (Stage.CARRIED_OUT, Stage.ORDERED))
    assert done.contested
    assert not ordered.contested


@pytest.mark.parametrize(
    ("says", "why"),
    [
        ([held("70", Q), held("70", R)], "two agree"),
        ([held("70", Q), held("12", R, "Sochi")], "another place"),
        ([held("70", Q)], "nobody else speaks"),
        ([held("more than 12", P), held("70", Q)], "both can be right"),
        ([held("70", Q), held("3", P, modality="denied")], "three others are denied"),
    ],
)
def test_what_nobody_disputes_is_not_contested(says, why):
    assert told(*says).contested == (), why


def test_more_than_a_few_disputes_are_counted(monkeypatch):
    monkeypatch.setattr(proof, "_TOLD", 1)
    one = Tally(70, (Line("a", 70, "counts"),), (), None, None, ("Nothing denied is counted.",))
    said = [
        Against("b", "p", "Omsk police", "12", 12),
        Against("c", "q", "Omsk court", "9", 9),
        Against("f", "p", "Omsk police", "a dozen", 12),
    ]
    own, more = Against("d", "s", "Steppe Watch", "5", 5), Against("e", "r", "Asel Tokova", "90", 90)
    found = contested(one, {"a": [*said, own, more]}, {"a": "s"})
    assert [c.by for c in found.contested] == ["Omsk court", "Omsk police"]
    assert found.notes == (
        "Contested: “9” according to Omsk court.",
        "Contested by 1 statements more.",
        "Nothing denied is counted.",
    )


def test_a_long_denial_is_cut_between_words():
    short = shortened("No one, " * 60)
    assert short.endswith("one…")
    assert len(short) < 170
    assert shortened(" As\nit is. ") == "As it is."
