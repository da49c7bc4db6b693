"""Weighing document by document gives what weighing all at once gives, and touches little."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from test_weighing_properties import corpora, relaxed
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.incremental import add
from guvoh.assessment.shelf import MemoryShelf, applied
from guvoh.assessment.shelving import fill
from guvoh.model.weighing import Weighed


def one_by_one(findings, size=1):
    shelf, weighed = MemoryShelf(), Weighed()
    for at in range(0, len(findings), size):
        weighed = applied(weighed, add(shelf, findings[at : at + size]))
    return weighed


def same(one, two):
    for part in ("sources", "origins", "events", "figures", "problems"):
        assert getattr(one, part) == getattr(two, part), part
    assert of_one_event(one) == of_one_event(two)


def of_one_event(weighed):
    """The pairs of documents that share an event; others are set side by side only when all is weighed."""
    linked = {frozenset(pair) for e in weighed.events for pair in combinations(e.documents, 2)}
    return [d for d in weighed.documents if frozenset((d.a, d.b)) in linked]


@settings(relaxed, max_examples=150)
@given(corpora, st.randoms(use_true_random=False), st.integers(1, 3))
def test_documents_one_by_one_in_any_order_give_what_all_at_once_gives(findings, rng, size):
    findings = list(findings)
    rng.shuffle(findings)
    same(one_by_one(findings, size), weigh(findings))


@settings(relaxed, max_examples=60)
@given(corpora, st.integers(0, 4))
def test_a_shelf_filled_at_once_goes_on_as_one_filled_bit_by_bit(findings, first):
    shelf = MemoryShelf()
    weighed = fill(shelf, findings[:first])
    assert weighed == weigh(findings[:first])
    for later in findings[first:]:
        weighed = applied(weighed, add(shelf, [later]))
    same(weighed, weigh(findings))


COPY = "Officers took some 120 migrants from the Omsk market to the station on 23 March, witnesses told reporters."


def copied(path, published, *extra):
    say = Say("120", "arbitrary_detention", "Omsk", "2024-03-23", (), quote=COPY)
    return made(Doc(path, [say, *extra], published))


def test_an_earlier_copy_that_comes_late_becomes_the_origin():
    docs = [copied("late.html", "2024-03-26"), copied("later.html", "2024-03-27"), copied("first.html", "2024-03-24")]
    same(one_by_one(docs), weigh(docs))
    assert all(o.why[0].endswith("first.html") for o in one_by_one(docs).origins if o.path != "first.html")


def test_a_full_name_that_comes_late_names_the_surnames_before_it():
    def told(path, name):
        return made(Doc(path, [Say("30", "expulsion", "Omsk", "2024-03-23", (f"{name} (lawyer)",))]))

    docs = [told("a.html", "Chupik"), told("b.html", "Chupik"), told("c.html", "Valentina Chupik")]
    same(one_by_one(docs), weigh(docs))
    assert len({o.origin for o in one_by_one(docs).origins}) == 1
    other = [*docs, told("d.html", "Boris Chupik")]
    same(one_by_one(other), weigh(other))
    assert len({o.origin for o in one_by_one(other).origins}) == 4


def test_a_happening_dated_late_dates_what_leans_on_it():
    lean = Say("40", "raid", "Omsk", None, quote="Since the attack on Crocus City Hall police raided 40 hostels.")
    dating = Say("3", "fine", "Sochi", None, quote="The attack on Crocus City Hall was on 22 March 2024.")
    day, other = (("22 March 2024", "2024-03-22"),), (("22 March 2024", "2023-03-22"),)
    docs = [
        made(Doc("a.html", [lean], "2024-03-28")),
        made(Doc("b.html", [dating], "2024-03-29", dates=day)),
        made(Doc("c.html", [dating], "2024-03-30", dates=other)),
    ]
    for some in (docs[:2], docs, docs[::-1]):
        same(one_by_one(some), weigh(some))
    assert any(e.when == "2024-03-22/.." for e in one_by_one(docs[:2]).events)


def test_the_same_bytes_again_under_another_path():
    doc = copied("a.html", "2024-03-26")
    again = replace(doc, document=replace(doc.document, path="b.html"))
    for docs in ([doc, again], [again, doc]):
        same(one_by_one(docs), weigh(docs))


class Read(MemoryShelf):
    """A shelf that tells how many passages were read from it."""

    def __init__(self):
        super().__init__()
        self.passages = 0

    def with_ids(self, kind, ids):
        found = list(super().with_ids(kind, ids))
        self.passages += len(found) * (kind == "passage")
        return iter(found)


def test_of_passages_that_many_share_only_the_earliest_is_read():
    docs = [copied(f"{day}-{n}.html", f"2024-04-{day:02}") for day in range(10, 20) for n in range(3)]
    middle, first = copied("15-x.html", "2024-04-15"), copied("first.html", "2024-04-02")
    for at_once in (True, False):
        shelf, weighed = Read(), Weighed()
        if at_once:
            weighed = fill(shelf, docs)
        else:
            for one in docs:
                weighed = applied(weighed, add(shelf, [one]))
        for later, read in ((middle, 1), (first, 31), (copied("16-x.html", "2024-04-16"), 1)):
            shelf.passages = 0
            weighed = applied(weighed, add(shelf, [later]))
            assert shelf.passages == read
        same(weighed, weigh([*docs, middle, first, copied("16-x.html", "2024-04-16")]))


def test_far_documents_are_left_alone():
    shelf = MemoryShelf()
    fill(shelf, [copied("a.html", "2024-03-26")])
    change = add(shelf, [made(Doc("z.html", [Say("77", "hate_speech", "Bishkek", "2019-05-05")], "2019-05-06"))])
    assert {o.path for o in change.now.origins} == {"z.html"}
    assert not change.gone.events
    assert [e.documents for e in change.now.events] == [("z.html",)]


def test_parts_that_go_with_their_whole_do_so_document_by_document():
    whole = Say("112", "arbitrary_detention", "Omsk", "2024-03-23", ("official:Omsk police",))
    parts = [
        Say(
            str(n),
            "arbitrary_detention",
            "Omsk",
            None,
            whole.by,
            nations=(code,),
            quote=f"Of them, {n} are from {code}.",
        )
        for n, code in ((51, "MX"), (39, "GT"), (22, "HN"))
    ]
    other = Say("46", "arbitrary_detention", "Omsk", "2024-03-23", ("ngo:Civic Assistance",), nations=("GT",))
    docs = [made(Doc("police.html", [whole, *parts], "2024-03-25")), made(Doc("ngo.html", [other], "2024-03-26"))]
    assert len(weigh(docs).events) == 1
    assert [f.relation.value for f in weigh(docs).figures if "conflict" in f.relation.value] == ["conflict"]
    for order in (docs, docs[::-1]):
        same(one_by_one(order), weigh(docs))
