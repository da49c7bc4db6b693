"""What a number counts: which of several acts told with it, and of which whole it is a part."""

from dataclasses import replace

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.corpus import gather
from guvoh.assessment.discourse import with_acts
from guvoh.assessment.parts import leaders
from guvoh.assessment.telling import telling

HELD, RAID, CHECK, OUT, FINE = "arbitrary_detention", "raid", "identity_check_profiling", "expulsion", "fine"


def page(*said, finder="rules/test@1", path="page.txt", by=()):
    """A page of (sentence, words of the number, acts …): a statement for each act, its count where the text has it."""
    says, spots = [], []
    for quote, words, *acts in said:
        says += [Say(words, act, "Omsk", "2024-03-23", by, quote=quote) for act in acts]
        spots += [words] * len(acts)
    found = made(Doc(path, says))
    whole, statements = found.document.text, []
    for statement, words in zip(found.statements, spots, strict=True):
        start = whole.index(words, statement.start) if words else 0
        count = replace(statement.count, start=start, end=start + len(words)) if statement.count else None
        statements.append(replace(statement, count=count, finder=finder))
    return replace(found, statements=tuple(statements))


def told(findings):
    return list(telling(gather([findings])))


def test_those_checked_in_a_raid_are_not_counted_as_raided():
    found = told(page(("The passes of 388 residents were checked in a raid.", "388", RAID, CHECK)))
    assert {t.statement.act: bool(t.unit) for t in found} == {RAID: False, CHECK: True}


@pytest.mark.parametrize(
    ("quote", "words", "acts", "left"),
    [
        ("9 of the detained are to be expelled.", "9", (HELD, OUT), {OUT}),
        ("2 were sent to a detention centre to await expulsion.", "2", (HELD, OUT), {OUT}),
        ("21 people who had been detained there were expelled.", "21", (HELD, OUT), {OUT}),
        ("30 people were detained and fined.", "30", (HELD, FINE), {HELD, FINE}),
        ("30 people were detained and 4 of the detained were fined.", "30", (HELD, FINE), {HELD, FINE}),
    ],
)
def test_an_act_that_only_says_whose_part_it_is_is_not_told(quote, words, acts, left):
    assert {t.statement.act for t in told(page((quote, words, *acts)))} == left


WHOLE = ("Police detained 126 people in Omsk.", "126", HELD)


@pytest.mark.parametrize(
    ("quote", "words", "act", "nations"),
    [
        ("Of them, 41 are citizens of Nepal.", "41", HELD, ("NP",)),
        ("39 of them are Guatemalans.", "39", HELD, ("GT",)),
        ("31 come from Myanmar.", "31", HELD, ("MM",)),
        ("There were many, including 12 women.", "12", HELD, ()),
        ("23 of them face reports.", "23", None, ()),
        ("In all 412 are citizens of Nepal.", "412", None, ("NP",)),
    ],
)
def test_a_part_of_which_only_its_people_are_named_takes_the_act_of_its_whole(quote, words, act, nations):
    part = told(page(WHOLE, (quote, words, None)))[-1]
    assert (part.statement.act, part.statement.affected.nationality if part.statement.affected else ()) == (
        act,
        nations,
    )


def test_the_citizens_of_a_source_are_of_its_country():
    said = page(
        ("The consulate said that 46 of its citizens were held.", "46 of its citizens", HELD),
        by=("official:Guatemalan consulate",),
    )
    assert told(said)[0].statement.affected.nationality == ("GT",)


def test_an_unsure_learned_act_is_not_lent_to_a_bare_number():
    quote = "Lists of about 300 people detained in Omsk were made."
    found = page((quote, "about 300", None), (quote, None, HELD), finder="learned-acts/en@3")
    unsure = replace(found, statements=tuple(replace(s, score=0.59) for s in found.statements))
    raid = page(("Police detained 76 people in Omsk.", "76", HELD), path="raid.txt", by=("official:Omsk police",))
    figures = weigh([unsure, raid]).figures
    assert not [f for f in figures if f.relation.value == "conflict"]
    surer = replace(found, statements=tuple(replace(s, score=0.95) for s in found.statements))
    assert [f for f in weigh([surer, raid]).figures if f.relation.value == "conflict"]


def test_of_eight_of_the_nine_who_were_held_the_nine_were_held():
    found = page(
        ("Lawyers questioned 8 of the 9 men who were detained.", "8 of the 9 men", HELD),
        ("There were 9 men.", "9 men", None),
    )
    eight, nine = found.statements
    whole = replace(eight, count=replace(eight.count, of=nine.id))
    told_of = {t.id: (t.statement.act, t.unit) for t in told(replace(found, statements=(whole, nine)))}
    assert told_of == {whole.id: (HELD, ""), nine.id: (HELD, "people")}


def test_an_unsure_learned_act_gives_way_to_another_of_the_same_number():
    found = page(("14 men were driven to the enlistment office.", "14 men", HELD, "forced_recruitment"))
    unsure, sure = found.statements
    learned = replace(found, statements=(replace(unsure, finder="learned-acts/en@3", score=0.53), sure))
    assert [t.statement.act for t in told(learned)] == ["forced_recruitment"]


def test_what_somebody_puts_at_a_number_is_what_was_done():
    said = page(("Police detained people in Omsk.", None, HELD), ("Activists put the number at 60.", "60", None))
    assert with_acts(told(said))[-1].statement.act == HELD
    asked = page(("Police detained people in Omsk.", None, HELD), ("They talked to 60 people.", "60", None))
    assert with_acts(told(asked))[-1].statement.act is None


def test_no_quarrel_is_told_of_an_act_that_is_only_guessed():
    counted = "We counted 76 people whom police took to the station in Omsk."
    one = page((counted, "76", HELD), path="one.txt", by=("person:Anna Orlova",))
    said = "Police took 40 people to the station in Omsk."
    raid = page((said, "40", HELD), path="raid.txt", by=("official:Omsk police",))

    def quarrels(score):
        said = tuple(replace(s, finder="learned-acts/en@3", score=score) for s in one.statements)
        return [f for f in weigh([replace(one, statements=said), raid]).figures if f.relation.value == "conflict"]

    assert not quarrels(0.5)
    assert quarrels(0.9)


def test_those_taken_away_and_photographed_are_counted_as_held_alone():
    found = told(page(("43 were brought to the police and photographed.", "43", HELD, CHECK)))
    assert {t.statement.act: bool(t.unit) for t in found} == {HELD: True, CHECK: False}


def test_what_was_done_to_a_part_of_the_held_is_what_its_number_counts():
    said = page(
        ("7 of the detained were ordered to leave.", "7", HELD), ("7 of the detained were ordered to leave.", None, OUT)
    )
    seven = next(t for t in told(said) if t.statement.count)
    assert seven.statement.act == OUT
    alone = told(page(("7 of the detained told us that.", "7", HELD)))
    assert alone[0].statement.act == HELD


def test_a_number_that_is_set_aside_for_another_is_not_told():
    quote = "9 men, not 6 as the police say, were held."
    assert [t.statement.count.words for t in told(page((quote, "9 men", HELD), (quote, "6", HELD)))] == ["9 men"]


def test_a_list_after_a_colon_takes_the_act_of_its_whole():
    quote = "Officers arrested 99 people: 58 from Guatemala, 31 from Mexico and 10 from Honduras."
    listed = ("58", "GT"), ("31", "MX"), ("10", "HN")
    said = page((quote, "99 people", HELD), *((quote, words, None) for words, _ in listed))
    parts = told(said)[1:]
    assert [(t.statement.count.words, t.statement.act, t.statement.affected.nationality) for t in parts] == [
        (words, HELD, (code,)) for words, code in listed
    ]
    assert set(leaders(told(said)).values()) == {told(said)[0].id}


def test_a_number_told_of_the_days_after_a_raid_counts_nothing_of_it():
    quote = "61 children stayed at home on the day after the raid."
    bare = next(
        t for t in with_acts(told(page((quote, "61 children", None), (quote, None, RAID)))) if t.statement.count
    )
    assert bare.statement.act is None


def test_decisions_on_removal_are_removals_ordered():
    quote = "The courts issued 90 decisions on expulsion."
    found = page((quote, "90", None), (quote, None, OUT))
    counted, act = found.statements
    decisions = replace(counted, count=replace(counted.count, unit="decision"))
    heard = with_acts(told(replace(found, statements=(decisions, act))))
    said = next(t.statement for t in heard if t.statement.count)
    assert (said.act, said.stage.value) == (OUT, "ordered")
