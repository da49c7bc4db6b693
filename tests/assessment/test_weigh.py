"""Weighing as a whole: the seeds' story in invented words, order independence, stable ids."""

import random

from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.model.weighing import DocumentRelation, FigurePair, FigureRelation, SupportStatus

INTERVIEW = "2024-03-22/2024-03-24"


def _calls(path: str, *by: str) -> Doc:
    return Doc(path, [Say("over 2,500", None, "Russia", INTERVIEW, by, "call", basis="published")])


STORY = [
    _calls("a.html", "Valentina Chupik (lawyer)", "outlet:Mediazona"),
    _calls("b.html", "Валентина Чупик (правозащитница)"),
    _calls("c.html", "Chupik (lawyer)"),
    Doc("national.html", [Say("nearly 500", "expulsion", "Russia", "2024-03-22/..", stage="ordered")], "2024-04-02"),
    Doc(
        "regions.html",
        [
            Say("30", "expulsion", "Krasnodar", "2024-03-22/..", stage="ordered"),
            Say("87", "expulsion", "Volgograd Oblast", "2024-03-22/..", stage="ordered"),
            Say("46", "expulsion", "Rostov Oblast", "2024-03-22/..", stage="ordered"),
            Say("7", "expulsion", "Ingushetia", "2024-03-22/..", stage="ordered", nations=("UZ",)),
        ],
        "2024-04-11",
    ),
    Doc(
        "operation.html",
        [
            Say("some 7,000", "expulsion", "Russia", "2023-06-19/2023-06-25", ("official:Interior Ministry",)),
            Say(
                None, "raid", "Russia", "2023-10-02/2023-10-08", ("outlet:RFE/RL",), stage="planned", modality="planned"
            ),
        ],
        "2023-09-05",
    ),
]


def story():
    return [made(doc) for doc in STORY]


def test_three_pages_with_one_interview_are_one_origin():
    weighed = weigh(story())
    pages = {o.path: o.origin for o in weighed.origins if o.path in {"a.html", "b.html", "c.html"}}
    assert len(set(pages.values())) == 1
    event = next(e for e in weighed.events if "a.html" in e.documents)
    assert (event.support.documents, event.support.origins, event.support.independent) == (3, 1, 1)
    assert event.support.status is SupportStatus.REPEATED


def test_pages_that_go_back_to_one_lawyer_share_an_origin():
    pairs = {(p.a, p.b): p.relation for p in weigh(story()).documents}
    assert pairs["b.html", "c.html"] is DocumentRelation.SHARES_ORIGIN


def test_regional_counts_are_narrower_than_the_national_one():
    findings = story()
    weighed = weigh(findings)
    national = findings[3].statements[0].id
    regional = {s.id for s in findings[4].statements}
    found = {(p.a, p.b): p.relation for p in weighed.figures if isinstance(p, FigurePair)}
    assert {pair for pair in found if national in pair} == {(national, r) for r in regional}
    assert {found[national, r] for r in regional} == {FigureRelation.WIDER}


def test_the_operation_of_the_year_before_is_another_event():
    weighed = weigh(story())
    event = next(e for e in weighed.events if e.documents == ("operation.html",) and "expulsion" in e.acts)
    assert event.when == "2023-06-19/2023-06-25"


def test_order_of_the_input_does_not_matter():
    findings = story()
    expected = weigh(findings)
    for seed in range(5):
        random.Random(seed).shuffle(findings)
        assert weigh(findings) == expected


def test_nothing_given_weighs_nothing():
    weighed = weigh([])
    assert (weighed.events, weighed.figures, weighed.sources, weighed.origins) == ((), (), (), ())


def test_an_unknown_date_of_publication_is_said_with_the_next_step():
    (problem,) = weigh([made(Doc("a.html", [Say("40")], None))]).problems
    assert "a.html" in problem
    assert "meta.json" in problem


def test_the_same_bytes_under_two_paths_are_one_document():
    one = made(STORY[3])
    from dataclasses import replace

    again = replace(one, document=replace(one.document, path="copy.html"))
    weighed = weigh([one, again])
    assert [e.support.documents for e in weighed.events] == [1]
    assert [(p.a, p.b, p.relation) for p in weighed.documents] == [
        ("copy.html", "national.html", DocumentRelation.REPEATS)
    ]
    assert {o.path for o in weighed.origins} == {"copy.html", "national.html"}


def test_numbers_of_the_dead_that_name_no_act_are_weighed_against_each_other():
    documents = [
        Doc("desert.html", [Say("5 bodies", None, "Kyrgyzstan", "2024-07-08", unit="body")], "2024-07-09"),
        Doc("border.html", [Say("9 bodies", None, "Kyrgyzstan", "2024-07-08", unit="body")], "2024-07-09"),
        Doc("market.html", [Say("5 ribs", None, "Kyrgyzstan", "2024-07-08", unit="rib")], "2024-07-09"),
    ]
    weighed = weigh([made(document) for document in documents])
    told = {document for event in weighed.events for document in event.documents}
    assert told == {"desert.html", "border.html"}
