"""The tally in a vault: hand-proved minima with decisions, places by name, and the same answer as without a vault."""

import hashlib
from dataclasses import replace

import pytest
from kept_figures import (
    AGAIN,
    APRIL,
    DECISIONS,
    IN_KAZAN,
    KAZAN,
    MARCH,
    NEARLY,
    OMSK,
    UNDATED,
    keep,
    keep_found,
    minimum,
    told,
)

from guvoh.actions import named_place, tally_figures, weigh_vault
from guvoh.actions import review_statements as review
from guvoh.assessment.groundwork import lay
from guvoh.assessment.question import Question
from guvoh.assessment.tally import tally_on
from guvoh.custody.records import models
from guvoh.custody.records.browsing import counting
from guvoh.model import Kind
from guvoh.model.errors import BadTerm, TooLarge, UsageError

# (texts, decisions, question, minimum, why)
CASES = [
    ([OMSK], (), {}, 40, "one figure is its own minimum"),
    ([OMSK, KAZAN], (), {}, 55, "two cities add up"),
    ([OMSK, AGAIN], (), {}, 55, "two reports of one event: the larger number has its source"),
    ([OMSK, AGAIN, KAZAN], (), {}, 70, "one event once, and another city"),
    ([OMSK, KAZAN], (), {"place": "Omsk"}, 40, "only what lies in the place asked"),
    ([OMSK, KAZAN], (), {"place": "Kazan"}, 15, "a city of a name that two have, one far larger"),
    ([OMSK, KAZAN], (), {"place": "Kyrgyzstan"}, 0, "nothing of that country"),
    ([OMSK, APRIL], (), {}, 40, "what lies outside the period is not counted"),
    ([OMSK, APRIL], (), {"days": (None, None)}, 110, "without a period both are"),
    ([OMSK, APRIL], (), {"days": ("2024-04-01", None)}, 70, "a period without an end"),
    ([NEARLY, KAZAN], (), {}, 15, "“nearly 500” states no lower bound"),
    ([NEARLY, KAZAN], (), {"round_down": True}, 415, "rounded down by one unit of its last digit"),
    ([OMSK, KAZAN], (), {"accepted_only": True}, 0, "nobody has accepted anything"),
    ([OMSK, KAZAN], ("accept",), {"accepted_only": True}, 15, "one was accepted"),
    ([OMSK, KAZAN], ("accept",), {}, 55, "what was not reviewed counts too"),
    ([OMSK, AGAIN], ("reject",), {}, 40, "what was rejected never counts"),
    ([OMSK, AGAIN], ("reject", "undo"), {}, 55, "until the rejection is undone"),
    ([OMSK, KAZAN], ("recount",), {}, 79, "a corrected number counts as corrected: 64 + 15"),
    ([OMSK, KAZAN], ("recount", "undo"), {}, 55, "and as the machine read it once that is undone"),
    ([OMSK, KAZAN], ("recount",), {"accepted_only": True}, 64, "a correction is a person's word"),
    ([KAZAN, APRIL], ("redate",), {}, 85, "dated anew it falls into the period, days apart from the other"),
    ([OMSK, UNDATED], (), {}, 40, "undated it may lie outside the period"),
    ([OMSK, UNDATED], ("date",), {}, 70, "dated by a person it counts"),
    ([OMSK, KAZAN], ("deny",), {}, 40, "what is denied never counts"),
    ([OMSK, KAZAN], ("plan",), {}, 40, "what was planned never counts"),
    ([OMSK, KAZAN], ("other_act",), {}, 40, "a person says that it is another act"),
    ([OMSK, KAZAN], ("move",), {}, 40, "a person says that it was in another country"),
    ([OMSK, KAZAN], ("group",), {}, 40, "told to be one event, the two count once"),
    ([OMSK, KAZAN], ("group", "undo"), {}, 55, "and add up again once that is undone"),
    ([OMSK, AGAIN], ("separate",), {}, 55, "two events of one day and city may still be the same people"),
    ([OMSK, IN_KAZAN], (), {}, 40, "one source's number, told for two places, is one claim told again"),
    ([OMSK, KAZAN], ("add",), {}, 70, "a figure added by hand, of another city and day"),
    ([OMSK, KAZAN], ("add",), {"accepted_only": True}, 15, "what a person added is that person's word"),
]


@pytest.mark.parametrize(("texts", "steps", "asked", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_minimum(vault, people, texts, steps, asked, expected, why):
    keep(vault, *texts)
    for step in steps:
        DECISIONS[step](vault, people)
    assert minimum(vault, people, **asked) == expected, why


def test_the_answer_is_that_of_weighing_without_a_vault(vault, people):
    keep(vault, OMSK, AGAIN, KAZAN, NEARLY, APRIL, UNDATED)
    place = named_place.named_place("Russia")
    for period in (None, "2024-03-01/2024-03-31"):
        for rounded in (False, True):
            question = Question("arbitrary_detention", place, period, round_down=rounded)
            direct = tally_on(lay(list(vault.findings())), question)
            assert tally_figures.tally_figures(vault, people["reader"], question).tally == direct


def test_the_proof_says_who_denies_what_counts(vault, people):
    denial = "The Interior Ministry denied that 40 workers were detained at a market in Omsk on March 22, 2024."
    keep(vault, OMSK, denial)
    question = tally_figures.ask("arbitrary_detention", "Omsk", *MARCH)
    found = tally_figures.tally_figures(vault, people["reader"], question).tally
    assert found.used[0].why.startswith("counts with its stated lower bound; denied by ")
    assert found == tally_on(lay(list(vault.findings())), question)
    (note,) = [one for one in found.notes if one.startswith("Contested")]
    assert note.startswith("Contested: denied by ")
    assert denial in note


THREE = "Three other workers were not detained at a market in Omsk on March 22, 2024, mayor Sergei Shelest said."
SIXTY = "Police detained 60 workers at a market in Omsk on March 22, 2024, lawyer Mina Rahimi said."

TWENTY = "The Omsk police said that 20 workers were detained at a market in Omsk on March 22, 2024."
NONE = "The 60 workers were not detained at a market in Omsk on March 22, 2024, mayor Sergei Shelest said."


@pytest.mark.parametrize(
    ("texts", "told_by"),
    [
        ([SIXTY, THREE], []),
        ([SIXTY, THREE, TWENTY], ["Omsk police"]),
        ([SIXTY, NONE], ["Sergei Shelest"]),
    ],
    ids=["others are denied", "others are denied of a contested event", "all are denied"],
)
def test_the_vault_tells_the_denials_that_weighing_tells(vault, people, texts, told_by):
    keep(vault, *texts)
    question = tally_figures.ask("arbitrary_detention", "Omsk", *MARCH)
    found = tally_figures.tally_figures(vault, people["reader"], question).tally
    assert found == tally_on(lay(list(vault.findings())), question)
    assert [one.by for one in found.contested] == told_by


FEWER = "Police detained only 12 workers at a market in Omsk on March 22, 2024, the Interior Ministry said."


def test_who_says_less_than_is_counted_is_told_but_not_where_rejected(vault, people):
    keep(vault, OMSK, FEWER)
    question = tally_figures.ask("arbitrary_detention", "Omsk", *MARCH)
    found = tally_figures.tally_figures(vault, people["reader"], question).tally
    assert found == tally_on(lay(list(vault.findings())), question)
    (one,) = found.contested
    assert (one.by, one.says, one.denies) == ("Interior Ministry", "12 workers", False)
    assert one in tally_figures.totals(vault).acts["arbitrary_detention"][0].contested
    review.reject(vault, people["reviewer"], [one.against])
    assert not tally_figures.tally_figures(vault, people["reader"], question).tally.contested


def test_a_smaller_number_of_another_event_contests_no_total(vault, people):
    keep(vault, OMSK, FEWER)
    question = tally_figures.ask("arbitrary_detention", "Omsk", *MARCH)
    assert tally_figures.tally_figures(vault, people["reader"], question).tally.contested
    models.StatementRow.objects.filter(statement=told(vault, FEWER)).update(event="f" * 32)
    assert not tally_figures.tally_figures(vault, people["reader"], question).tally.contested


CHECKED = "Police checked the passes of 388 residents in a raid in Omsk on March 22, 2024, lawyer Mina Rahimi said."
HELD_OF = (
    "There were nine men in the van in Omsk on March 22, 2024. "
    "Lawyers questioned eight of the nine men who were detained in Omsk on March 22, 2024."
)


def as_weighed(vault, people, act):
    """The minimum with the statements used: by the vault, and without it."""
    place = named_place.named_place("Russia")
    question = Question(act, place, "2024-03-01/2024-03-31")
    both = (
        tally_figures.tally_figures(vault, people["reader"], question).tally,
        tally_on(lay(list(vault.findings())), question),
    )
    return [(one.minimum, [line.statement for line in one.used]) for one in both]


def test_a_number_that_another_act_counts_is_counted_once_as_in_weighing(vault, people):
    raid, check = keep_found(vault, CHECKED, lambda raid, check: (replace(raid, count=check.count), check))
    assert (raid.act, check.act) == ("raid", "identity_check_profiling")
    assert as_weighed(vault, people, "raid") == [(0, []), (0, [])]
    assert as_weighed(vault, people, "identity_check_profiling") == [(388, [check.id]), (388, [check.id])]


def test_one_act_told_twice_with_one_number_is_counted_once_as_in_weighing(vault, people):
    def shared(one, other):
        return one, replace(other, start=one.start, end=one.end, quote=one.quote, count=one.count, score=0.5)

    text = "Police detained 40 workers in Omsk on March 22, 2024 and detained 15 in Kazan, lawyer Mina Rahimi said."
    one, other = keep_found(vault, text, shared)
    assert (one.act, one.place.name) == (other.act, "Omsk") != (one.act, other.place.name)
    assert as_weighed(vault, people, one.act) == [(40, [one.id]), (40, [one.id])]


def test_of_eight_of_the_nine_who_were_held_nine_are_counted_as_in_weighing(vault, people):
    nine, _ = keep_found(
        vault, HELD_OF, lambda nine, eight: (replace(nine, act=None, kind=Kind.FIGURE, stage=None), eight)
    )
    assert as_weighed(vault, people, "arbitrary_detention") == [(9, [nine.id]), (9, [nine.id])]


def test_an_act_with_too_many_figures_has_no_total_and_a_note(vault):
    keep(vault, OMSK, KAZAN, "Police deported 23 migrants from Samara on March 12, 2024, lawyer Olga Petrova said.")
    weigh_vault.refresh(vault)
    assert set(tally_figures.totals(vault).acts) == {"arbitrary_detention", "expulsion"}
    assert tally_figures.totals(vault).left_out == ()
    made = tally_figures.totals(vault, most=1)
    assert [one.minimum for one in made.acts["expulsion"]] == [23]
    assert "arbitrary_detention" not in made.acts
    (note,) = made.left_out
    assert "2 figures" in note


def test_no_totals_are_told_from_tables_that_lag_and_cannot_be_written(vault, monkeypatch):
    keep(vault, OMSK)
    weigh_vault.refresh(vault)
    monkeypatch.setattr(type(vault), "is_writable", False)
    assert set(tally_figures.totals(vault).acts) == {"arbitrary_detention"}
    monkeypatch.undo()
    keep(vault, KAZAN)
    monkeypatch.setattr(type(vault), "is_writable", False)
    lagging = tally_figures.totals(vault)
    assert lagging.acts == {}
    assert "read only" in lagging.left_out[0]


def test_a_figure_that_is_gone_between_two_reads_is_left_out(vault, people, monkeypatch):
    keep(vault, OMSK, KAZAN)
    weigh_vault.refresh(vault)
    models.StatementRow.objects.update(qualifier=None)
    gone = told(vault, KAZAN)
    rows = models.StatementRow.objects.filter(statement=gone)
    assert rows.count() == 1
    sha256 = hashlib.sha256(KAZAN.encode()).hexdigest()
    held = vault.found(sha256)
    monkeypatch.setattr(counting, "figures", found_then(counting.figures, lambda: forget(held, gone)))
    assert minimum(vault, people) == 40


def found_then(figures, then):
    """The figures, with what another person's process does just after they are read."""

    def read(choice):
        found = figures(choice)
        then()
        return found

    return read


def forget(held, gone):
    body = models.Finding.objects.get(document__sha256=held.document.sha256)
    body.body = body.body.replace(gone, "f" * len(gone))
    body.save()


def test_the_proof_names_every_figure_with_its_source(vault, people):
    keep(vault, OMSK, AGAIN, KAZAN)
    answer = tally_figures.tally_figures(
        vault, people["reader"], tally_figures.ask("arbitrary_detention", "Russia", *MARCH)
    )
    assert {line.statement for line in (*answer.tally.used, *answer.tally.left_out)} == set(answer.figures)
    assert answer.origins[told(vault, KAZAN)].name == "Olga Petrova"
    assert "Figures that no person has accepted are counted: 2 of 2." in answer.tally.notes
    review.accept(vault, people["reviewer"], [told(vault, KAZAN), told(vault, AGAIN)])
    again = tally_figures.tally_figures(vault, people["reader"], answer.question)
    assert not [note for note in again.tally.notes if "accepted" in note]


def test_rows_of_an_older_vault_give_the_same_answer(vault, people):
    keep(vault, OMSK, AGAIN, KAZAN, NEARLY, APRIL, UNDATED)
    question = tally_figures.ask("arbitrary_detention", "Russia", *MARCH, round_down=True)
    answer = tally_figures.tally_figures(vault, people["reader"], question)
    models.StatementRow.objects.update(qualifier=None, when_basis="", nations="")
    assert tally_figures.tally_figures(vault, people["reader"], question) == answer


def test_too_many_figures_are_refused_and_lines_are_read_as_far_as_asked(vault, people):
    keep(vault, OMSK, AGAIN, KAZAN, NEARLY, APRIL, UNDATED)
    question = tally_figures.ask("arbitrary_detention", "Russia", *MARCH)
    with pytest.raises(TooLarge, match="5 figures"):
        tally_figures.tally_figures(vault, people["reader"], question, most=4)
    answer = tally_figures.tally_figures(vault, people["reader"], question, lines=1, most=5)
    shown = {one.statement for one in (answer.tally.used[0], answer.tally.left_out[0], answer.tally.highest)}
    assert shown <= set(answer.figures) < {one.statement for one in (*answer.tally.used, *answer.tally.left_out)}


@pytest.mark.parametrize("name", ["Georgia", "Springfield"])
def test_a_name_of_several_places_is_not_guessed(name):
    with pytest.raises(BadTerm, match="several places") as caught:
        named_place.named_place(name)
    ident = str(caught.value).split(": ")[2].split(";")[0]
    assert named_place.named_place(ident).id == ident


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [("Russia", "RU", "country"), ("Georgia, US", "US", "admin1"), ("Paris", "FR", "city"), ("Osh", "KG", "city")],
)
def test_a_plain_name_is_the_place(name, country, precision):
    found = named_place.named_place(name)
    assert (found.country, found.precision) == (country, precision)


def test_what_is_no_act_place_or_day_is_refused(vault, people):
    with pytest.raises(BadTerm):
        named_place.named_place("Nowhere at all")
    with pytest.raises(BadTerm):
        tally_figures.tally_figures(vault, people["reader"], tally_figures.ask("dancing"))
    with pytest.raises(BadTerm):
        tally_figures.ask("expulsion", None, "yesterday", None)
    with pytest.raises(UsageError):
        tally_figures.ask("expulsion", None, "2024-01-01/2024-02-01", None)
