"""Weighing document by document gives what weighing all at once gives, and touches little."""

from hypothesis import given, settings
from hypothesis import strategies as st
from test_weighing_properties import corpora, relaxed

from guvoh.assessment import weigh
from guvoh.assessment.incremental import add
from guvoh.assessment.shelf import MemoryShelf, applied
from guvoh.model.weighing import Weighed


def one_by_one(findings, size=1):
    shelf, weighed = MemoryShelf(), Weighed()
    for at in range(0, len(findings), size):
        weighed = applied(weighed, add(shelf, findings[at : at + size]))
    return weighed


def same(one, two):
    for part in ("sources", "origins", "documents", "events", "figures", "problems"):
        assert getattr(one, part) == getattr(two, part), part


@settings(relaxed, max_examples=150)
@given(corpora, st.randoms(use_true_random=False), st.integers(1, 3))
def test_documents_one_by_one_in_any_order_give_what_all_at_once_gives(findings, rng, size):
    findings = list(findings)
    rng.shuffle(findings)
    same(one_by_one(findings, size), weigh(findings))
