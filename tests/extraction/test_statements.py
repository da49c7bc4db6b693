"""Statements end to end: one sentence in, who did what to how many, where and when out."""

import pytest
from report_texts import pieces, report

from guvoh.extraction import find
from guvoh.model import Kind, Modality, Qualifier, Role, Stage


def told(text, **more):
    return find(report(text, **more)).statements


def acts(found, term):
    return [s for s in found if s.act == term]


def by_words(found, words):
    (one,) = [s for s in found if s.count and s.count.words == words]
    return one


def test_an_act_and_its_count_are_one_statement():
    text = "Police officers detained 40 Tajik workers in Kazan on March 5, 2024."
    (s,) = told(text)
    assert (s.kind, s.act, s.stage, s.modality) == (
        Kind.ACT,
        "arbitrary_detention",
        Stage.CARRIED_OUT,
        Modality.ASSERTED,
    )
    assert (s.start, s.end, s.quote) == (0, len(text), text)
    assert (s.count.words, s.count.unit, s.count.qualifier) == ("40 Tajik workers", "person", Qualifier.EXACT)
    assert s.count.low == s.count.best == s.count.high == 40
    assert (s.actor.name, s.actor.kind) == ("Police officers", "police")
    assert (s.affected.name, s.affected.nationality) == ("Tajik workers", ("TJ",))
    assert (s.place.name, s.place.country) == ("Kazan", "RU")
    assert (s.when, s.when_basis) == ("2024-03-05", "text")
    assert [link.name for link in s.attribution] == ["The Courier"]
    assert any("names arbitrary_detention" in why for why in s.why)


def test_a_list_that_shares_a_verb_gives_one_statement_for_each_place():
    found = told(
        "30 people in Krasnodar, 87 people in Volgograd and 46 people in Tver were ordered to leave the country."
    )
    assert [(s.act, s.count.words, s.place and s.place.name, s.stage) for s in found] == [
        ("expulsion", "30 people", "Krasnodar", Stage.ORDERED),
        ("expulsion", "87 people", "Volgograd", Stage.ORDERED),
        ("expulsion", "46 people", "Tver", Stage.ORDERED),
    ]
    assert len({s.id for s in found}) == 3


def test_a_list_behind_an_active_verb_too():
    found = told("Courts deported 30 people in Krasnodar, 87 people in Volgograd and 46 people in Tver.")
    assert [(s.count.words, s.place.name) for s in acts(found, "expulsion")] == [
        ("30 people", "Krasnodar"),
        ("87 people", "Volgograd"),
        ("46 people", "Tver"),
    ]
    assert {s.actor.name for s in found} == {"Courts"}


def test_a_number_without_an_act_is_a_figure():
    (s,) = told("The hotline received 310 calls in a week.")
    assert (s.kind, s.act, s.stage) == (Kind.FIGURE, None, None)
    assert (s.count.words, s.count.unit) == ("310 calls", "call")


def test_an_act_without_a_number_is_a_statement():
    (s,) = told("The officers beat the students.")
    assert (s.act, s.count) == ("excessive_force", None)


def test_a_sentence_told_twice_is_one_statement():
    sentence = "Police officers detained 40 workers in Kazan."
    once, twice = told(sentence), told(f"{sentence} {sentence}")
    assert len(once) == len(twice) == 1
    assert twice[0].start == 0


def test_the_same_words_of_another_number_are_two():
    found = told("Police officers detained 40 workers in Kazan. Police officers detained 41 workers in Kazan.")
    assert [s.count.best for s in found] == [40, 41]


def test_a_caption_shown_twice_is_one_statement():
    words = "Police officers detained 40 workers in Kazan."
    assert len(find(pieces((Role.CAPTION, words), (Role.BODY, "It rained."), (Role.CAPTION, words))).statements) == 1


def test_a_title_is_silent_where_the_body_tells_it():
    body = "Police officers detained 40 workers in Kazan on Monday."
    found = find(pieces((Role.TITLE, "Forty workers detained in Kazan"), (Role.BODY, body))).statements
    assert [s.quote for s in found] == [body]


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("Over 60 workers detained in Kazan", "Police detained 68 workers in Kazan.", ["68 workers"]),
        (
            "430 workers detained in Kazan",
            "Police detained as many as 430 workers in Kazan.",
            ["as many as 430 workers"],
        ),
        ("Over 60 workers detained", "Police detained 168 workers in Kazan.", ["Over 60 workers", "168 workers"]),
        ("Over 60 workers detained", "Police fined 68 shops and detained men.", ["Over 60 workers", "68 shops"]),
    ],
)
def test_a_number_that_the_title_only_rounds_is_told_once(title, body, told):
    found = find(pieces((Role.TITLE, title), (Role.BODY, body))).statements
    assert [s.count.words for s in found if s.count] == told


def test_a_time_in_which_something_happened_is_no_figure():
    found = find(report("Police have detained 340 workers in raids over the past three days.")).statements
    assert {s.count.words for s in found if s.count} == {"340 workers"}


def test_a_title_speaks_where_the_body_does_not():
    document = pieces((Role.TITLE, "Forty workers detained in Kazan"), (Role.BODY, "The mayor opened a bridge."))
    assert [s.act for s in find(document).statements] == ["arbitrary_detention"]


@pytest.mark.parametrize("role", [Role.COMMENT, Role.FURNITURE, Role.LETTERHEAD])
def test_what_may_not_tell_tells_nothing(role):
    document = pieces((role, "Police officers detained 40 workers in Kazan."), (Role.BODY, "It rained."))
    found = find(document)
    assert found.statements == found.places == found.dates == ()


@pytest.mark.parametrize("role", [Role.LEAD, Role.CAPTION, Role.QUOTE, Role.TABLE])
def test_what_may_tell_tells(role):
    document = pieces((role, "Police officers detained 40 workers in Kazan."), (Role.BODY, "It rained."))
    assert len(find(document).statements) == 1


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("Police officers detained 200 workers in Kazan. Of them, 12 were deported.", "200 workers", "12"),
        ("Police officers detained 32 men in Kazan, including seven from Peru.", "32 men", "seven"),
        ("Police officers detained 60 women in Kazan. Twelve of them were fined.", "60 women", "Twelve"),
    ],
)
def test_a_part_points_to_its_whole(text, whole, part):
    found = told(text)
    assert by_words(found, part).count.of == by_words(found, whole).id
    assert by_words(found, whole).count.of is None
    assert any("part" in why for why in by_words(found, part).why)


def test_another_unit_is_no_part():
    found = told("The hotline received 310 calls in a week. Of them, 12 were deported.")
    assert [s.count.of for s in found if s.act == "expulsion"] == [None]


def test_a_denied_act_is_told_as_denied():
    (s,) = acts(told("The ministry denied that officers had beaten the students."), "excessive_force")
    assert s.modality is Modality.DENIED
    assert [link.name for link in s.attribution] == ["ministry", "The Courier"]


def test_a_planned_measure_has_its_stage():
    (s,) = told("The workers will be deported.")
    assert (s.modality, s.stage) == (Modality.PLANNED, Stage.PLANNED)


def test_bounds_hold_what_the_words_support():
    (s,) = told("At least 40 workers were detained in Kazan.")
    assert (s.count.qualifier, s.count.low, s.count.best, s.count.high) == (Qualifier.AT_LEAST, 40, None, None)
    (s,) = told("Dozens of women were detained in Kazan.")
    assert (s.count.qualifier, s.count.low, s.count.best, s.count.high) == (Qualifier.VAGUE, None, None, None)


def test_a_person_acted_on_by_name_is_private():
    (s,) = told("The police deported Ahmed Karimov.")
    assert s.affected.private


def test_ids_hang_on_the_document_and_its_words_alone():
    text = "Police officers detained 40 workers in Kazan."
    (a,), (b,) = told(text), told(text, published=None, publisher=None, url="https://courier.invalid/1")
    assert a.id == b.id


def test_a_list_that_leaves_noun_and_verb_out():
    found = told("Thirty people were deported from Perm, 18 from Tula and 7 from Omsk.")
    assert [(s.act, s.place.name) for s in found] == [
        ("expulsion", "Perm"),
        ("expulsion", "Tula"),
        ("expulsion", "Omsk"),
    ]


def test_a_letter_is_read_beside_its_statements():
    body = "Police officers detained 14 workers in Kazan.\n\nPlease reply within 14 days."
    found = find(report(f"Dear Minister,\n\n{body}\n\nSincerely,\n\nIlona Marek\n"))
    assert found.letter.reply_by == "2024-11-11"
    assert found.letter.signed == "Ilona Marek"
    assert by_words(found.statements, "14 workers").act == "arbitrary_detention"


def test_what_only_the_model_hears_in_a_title_stands_alone_only_where_the_body_tells_no_act():
    title = "Police deny beatings at market"
    alone = find(pieces((Role.TITLE, title))).statements
    beside = find(pieces((Role.TITLE, title), (Role.BODY, "Officers detained 40 workers in Samara."))).statements
    assert len(alone) == 1
    assert {s.act for s in beside} == {"arbitrary_detention"}


def test_numbers_of_two_clauses_of_what_is_told_are_no_list():
    found = told("The branch said that fines were imposed on 11 of the men, and that three would be expelled.")
    assert [s.count.best for s in acts(found, "expulsion") if s.count] == [3]
    assert [s.count.best for s in acts(found, "fine") if s.count] == [11]


@pytest.mark.parametrize(
    "text",
    [
        "The only centre in Kazan can take in a maximum of 280 people.",
        "The police in Kazan hold them in a prison with room for 280 people.",
        "The hostel in Kazan was designed for 280 people and is full.",
        "The camp near Kazan has a capacity of 280 people.",
    ],
)
def test_how_many_fit_in_counts_nobody(text):
    assert {s.modality for s in told(text) if s.count and s.count.high == 280} == {Modality.GENERAL}


@pytest.mark.parametrize(
    "text",
    [
        "The police in Kazan hold 280 people in a prison.",
        "Last year the shelter was able to take in 280 people from Kazan.",
        "The hospital in Kazan had to make space for 280 beaten people.",
        "The bus could take only 280 people to Kazan.",
    ],
)
def test_those_who_were_taken_in_are_counted(text):
    assert {s.modality for s in told(text) if s.count and s.count.high == 280} == {Modality.ASSERTED}
