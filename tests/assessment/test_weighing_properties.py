"""What holds of weighing whatever the findings: order, identity, symmetry."""
# ruff: noqa: E501 (tables)

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_material import CRIMEA, PLACES, Doc, Say, count, made, place

from guvoh.assessment import groups, places, times, weigh
from guvoh.assessment.bounds import NumberRelation, compare, interval, last_digit_unit
from guvoh.assessment.corpus import gather
from guvoh.assessment.figures import relation
from guvoh.assessment.groundwork import lay
from guvoh.assessment.names import fold, person_key
from guvoh.assessment.question import Question
from guvoh.assessment.scoring import score
from guvoh.assessment.tally import tally
from guvoh.assessment.telling import telling
from guvoh.model import Party, to_json
from guvoh.model.findings import from_json, plain
from guvoh.model.weighing import DocumentRelation, FigurePair, FigureRelation

COUNTS = ["40", "112", "nearly 600", "584", "about 40", "more than 400", "at least 30", "up to 60", "30 to 60", "dozens", "2,000", None]  # fmt: skip
WHENS = ["2024-03-23", "2024-03-24", "2024-03-22/2024-03-28", "2024-03-22/..", "2024-03", "XXXX-03-22", None]
SOURCES = [
    (),
    ("Valentina Chupik (lawyer)",),
    ("Чупик",),
    ("official:MVD",),
    ("Ivan Lom (MVD spokesman)",),
    ("Ivan Lom",),
    ("a lawyer",),
    ("witness:witnesses", "outlet:Mediazona"),
]

says = st.builds(
    Say,
    st.sampled_from(COUNTS),
    st.sampled_from(["arbitrary_detention", "raid", "expulsion", "fine"]),
    st.sampled_from([*PLACES, "Crimea", None]),
    st.sampled_from(WHENS),
    st.sampled_from(SOURCES),
    st.sampled_from(["person", "case"]),
    st.sampled_from(["ordered", "carried_out", None]),
    st.sampled_from(["asserted", "alleged", "denied", "planned", "general"]),
    st.sampled_from([None, "migrants", "women", "men"]),
    st.sampled_from([(), ("KG",), ("TJ", "UZ")]),
)
published = st.sampled_from(["2024-03-25", "2024-03-26", "2024-04-05", None])
corpora = st.lists(st.tuples(st.lists(says, max_size=3), published), max_size=5).map(
    lambda docs: [made(Doc(f"{n}.html", told, day)) for n, (told, day) in enumerate(docs)]
)
relaxed = settings(max_examples=60)


@relaxed
@given(corpora, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(findings, rng):
    shuffled = list(findings)
    rng.shuffle(shuffled)
    assert weigh(shuffled) == weigh(findings)


@relaxed
@given(corpora)
def test_which_documents_repeat_is_found_alike_alone_and_beside_all_other_relations(findings):
    alone, beside = lay(findings), lay(findings)
    assert beside.documents == weigh(findings).documents
    assert alone.repeats == beside.repeats


@relaxed
@given(corpora)
def test_the_result_holds_together(findings):
    weighed = weigh(findings)
    known = {s.id for f in findings for s in f.statements}
    sources = {s.id for s in weighed.sources}
    assert len({e.id for e in weighed.events}) == len(weighed.events)
    homes = Counter(i for e in weighed.events for i in e.statements)
    assert set(homes) <= known
    assert set(homes.values()) <= {1}
    assert {o.statement for o in weighed.origins} == known
    assert all({o.origin, *o.via} <= sources and o.why for o in weighed.origins)
    for event in weighed.events:
        assert event.support.independent <= event.support.origins <= max(1, len(event.statements))
        assert event.part_of is None or event.part_of in {e.id for e in weighed.events} - {event.id}
    pairs = [p for p in weighed.figures if isinstance(p, FigurePair)]
    assert all(p.a != p.b and p.why for p in pairs)
    assert len({frozenset((p.a, p.b)) for p in pairs}) == len(pairs)
    assert all(d.a < d.b for d in weighed.documents)
    assert plain(weighed)["format"] == 1


@relaxed
@given(corpora)
def test_findings_read_back_weigh_alike(findings):
    assert weigh([from_json(to_json(f)) for f in findings]) == weigh(findings)


@relaxed
@given(corpora)
def test_another_document_leaves_the_ids_of_events_it_does_not_touch(findings):
    before = {e.id: e.statements for e in weigh(findings).events}
    far = made(Doc("zz.html", [Say("77", "hate_speech", "Bishkek", "2019-05-05")], "2019-05-06"))
    after = {e.id: e.statements for e in weigh([*findings, far]).events}
    assert {i: after.get(i) for i in before} == before


@relaxed
@given(corpora)
def test_the_minimum_is_never_more_than_all_lower_bounds_and_never_less_than_one(findings):
    found = tally(findings, Question("arbitrary_detention", place("Russia")))
    values = [line.value or 0 for line in found.used]
    assert found.minimum == sum(values)
    counted = [
        line.value or 0
        for line in found.left_out
        if line.why.startswith(("same", "contain", "may overlap", "other stage of"))
    ]
    assert found.minimum >= max(counted, default=0)


@given(says, says, published, published, st.booleans())
def test_a_figure_relation_reads_the_same_both_ways(one, two, first, second, same_event):
    a, b = telling_of(one, "a.html", first), telling_of(two, "b.html", second)
    if a and b:
        assert relation(a, b, same_event=same_event) == relation(b, a, same_event=same_event)
        assert relation(a, a, same_event=True) is None


@given(says, says, published, published)
def test_a_score_reads_the_same_both_ways(one, two, first, second):
    a, b = telling_of(one, "a.html", first), telling_of(two, "b.html", second)
    if a and b:
        assert score(a, b) == score(b, a)


def telling_of(say, path, day):
    return next(telling(gather([made(Doc(path, [say], day))])), None)


TURNED = {"contains": "within", "within": "contains"}


@given(st.sampled_from([*map(place, PLACES), CRIMEA, None]), st.sampled_from([*map(place, PLACES), CRIMEA, None]))
def test_places_turn(a, b):
    there, back = places.relate(a, b).value, places.relate(b, a).value
    assert TURNED.get(there, there) == back


@given(st.sampled_from(WHENS), st.sampled_from(WHENS), published)
def test_times_turn(a, b, day):
    one, two = times.period(a, "text", day), times.period(b, "text", day)
    there, back = times.relate(one, two).value, times.relate(two, one).value
    assert TURNED.get(there, there) == back


parties = st.builds(Party, st.sampled_from(["migrants", "women", "men", "men and women", "children"]), st.just(0), st.just(0), st.none(), st.sampled_from([(), ("KG",), ("KG", "TJ"), ("UZ",)]))  # fmt: skip


@given(parties, parties)
def test_groups_turn(a, b):
    there, back = groups.relate(a, b).value, groups.relate(b, a).value
    assert TURNED.get(there, there) == back
    assert groups.relate(a, a) is groups.GroupRelation.SAME


counts = st.sampled_from([c for c in COUNTS if c]).map(count)


@given(counts, counts)
def test_numbers_compare_alike_both_ways(a, b):
    assert compare(a, b) == compare(b, a)
    known = interval(a)
    assert compare(a, a) is (NumberRelation.UNKNOWN if known is None else NumberRelation.SAME)


@given(st.integers(1, 10**9))
def test_the_unit_of_the_last_digit_divides_the_number(number):
    unit = last_digit_unit(number)
    assert number % unit == 0
    assert (number // unit) % 10 != 0


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяқғҳўңөү -"))
def test_folding_minds_neither_case_nor_blanks(text):
    assert fold(text) == fold(text.upper()) == fold(f"  {text.title()} ")


@given(st.text())
def test_folding_takes_any_text(text):
    assert not {c for c in fold(text) if c.isspace()} - {" "}
    assert len(person_key(text)) == 2


def test_every_relation_word_is_reached_by_the_golden_tables():
    from test_figure_relations import CASES
    from test_origins_and_lineage import LINEAGE

    reached = {str(case[2]).removeprefix("INV ") for case in CASES}
    assert reached >= {r.value for r in FigureRelation} - {FigureRelation.SUMS_TO.value}
    assert {case[2] for case in LINEAGE} == {r.value for r in DocumentRelation}
