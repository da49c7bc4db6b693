"""Reviewing: every decision is kept, seen by weighing, and survives finding and reading again."""

import hashlib
from dataclasses import replace

import pytest

from guvoh.actions import read_decisions
from guvoh.actions import review_statements as review
from guvoh.custody.records import models
from guvoh.extraction import find
from guvoh.model import Document, Kind, Passage, Role
from guvoh.model.decisions import Review
from guvoh.model.errors import BadTerm, ChangedMeanwhile, NotAllowed, NotThere

TEXT = (
    "Police detained 40 workers in Omsk on March 22, 2024. They beat a man at the station. "
    "The court ordered the expulsion of 12 people."
)


def document(text=TEXT, version=1):
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return Document(
        "page.txt",
        sha256,
        "text/plain",
        text,
        (Passage(0, len(text), Role.BODY),),
        language="en",
        publisher="Example News",
        published="2024-03-23",
        reading_version=version,
    )


def keep(vault, made):
    vault.keep(made, TEXT.encode())
    vault.keep_findings(find(made))
    return vault.applied(made.sha256).findings.statements


@pytest.fixture
def statements(vault):
    return keep(vault, document())


def states(vault):
    applied = vault.applied(document().sha256)
    return [applied.reviews.get(s.id, Review.SUGGESTED).value for s in applied.findings.statements]


def detained(statements):
    return next(s for s in statements if s.count and s.count.words.startswith("40"))


def test_accepting_and_rejecting_change_the_state_only(vault, statements, people):
    first, second, *_ = statements
    review.accept(vault, people["reviewer"], [first.id])
    review.reject(vault, people["reviewer"], [second.id], "about another matter")
    assert states(vault)[:2] == ["accepted", "rejected"]
    applied = vault.applied(document().sha256)
    assert applied.findings.statements == statements
    assert second not in applied.standing.statements
    assert first in applied.standing.statements
    assert vault.verify().faults == ()


def test_a_correction_is_what_is_seen_and_the_reading_of_the_machine_stays(vault, statements, people):
    told = detained(statements)
    review.correct(vault, people["reviewer"], told.id, {"when": "2024-03-21"})
    now = vault.decided(told.id)
    assert (now.statement.when, now.statement.when_basis, now.review) == ("2024-03-21", "text", Review.CORRECTED)
    (found,) = vault.findings()
    assert detained(found.statements).when == told.when != "2024-03-21"


@pytest.mark.parametrize(
    "values",
    [
        {"when": "last spring"},
        {"act": "no_such_act"},
        {"quote": "words that do not stand there", "start": 0, "end": 29},
        {"quote": "Police"},
        {"count": {"qualifier": "exact", "words": "41", "unit": "person", "start": 16, "end": 18}},
        {"score": 1},
        {"colour": "red"},
        {"stage": "half done"},
        {"kind": "figure"},
    ],
)
def test_what_the_gate_of_finders_refuses_is_refused_by_hand_too(vault, statements, people, values):
    with pytest.raises(BadTerm):
        review.correct(vault, people["reviewer"], detained(statements).id, values)
    assert vault.decisions() == []


def test_a_statement_is_added_from_a_selection_split_and_merged(vault, statements, people):
    by, sha256 = people["reviewer"], document().sha256
    start = TEXT.index("They beat")
    end = TEXT.index(" The court")
    added = review.add(vault, by, sha256, start, end, {"act": "excessive_force"})
    made = vault.decided(added.subjects[0])
    assert (made.statement.quote, made.statement.kind, made.review) == (TEXT[start:end], Kind.ACT, Review.ADDED)
    assert vault.verify().faults == ()

    pieces = review.split(vault, by, made.statement.id, [{"when": "2024-03-22"}, {"when": "2024-03-23"}])
    with pytest.raises(NotThere):
        vault.decided(made.statement.id)
    first, second = (piece["id"] for piece in pieces.value("into"))
    assert vault.decided(second).statement.when == "2024-03-23"

    review.merge(vault, by, [first, second])
    assert vault.decided(first).review is Review.CORRECTED
    with pytest.raises(NotThere):
        vault.decided(second)
    assert vault.verify().faults == ()


def test_undoing_brings_back_what_was_and_an_undoing_can_be_undone(vault, statements, people):
    told = detained(statements)
    by = people["reviewer"]
    decision = review.correct(vault, by, told.id, {"when": "2024-03-21"})
    undoing = review.undo(vault, by, decision.id)
    assert vault.decided(told.id).statement == told
    with pytest.raises(ChangedMeanwhile):
        review.undo(vault, by, decision.id)
    review.undo(vault, by, undoing.id)
    assert vault.decided(told.id).statement.when == "2024-03-21"
    steps = read_decisions.history(vault, by, told.id).steps
    assert [(s.decision.kind.value, s.stands) for s in steps] == [("correct", True), ("undo", False), ("undo", True)]


def test_ones_own_may_be_undone_by_a_reviewer_and_anyones_by_an_editor(vault, statements, people):
    decision = review.accept(vault, people["reviewer"], [statements[0].id])
    with pytest.raises(NotAllowed):
        review.undo(vault, people["second"], decision.id)
    review.undo(vault, people["editor"], decision.id)
    assert states(vault)[0] == "suggested"


def test_a_reader_decides_nothing(vault, statements, people):
    with pytest.raises(NotAllowed):
        review.accept(vault, people["reader"], [statements[0].id])


def test_two_who_look_at_one_card_do_not_overwrite_each_other(vault, statements, people):
    told = detained(statements)
    seen = read_decisions.history(vault, people["reviewer"], told.id).newest
    review.correct(vault, people["reviewer"], told.id, {"when": "2024-03-21"}, seen=seen)
    with pytest.raises(ChangedMeanwhile):
        review.reject(vault, people["second"], [told.id], seen=seen)
    later = read_decisions.history(vault, people["second"], told.id).newest
    review.reject(vault, people["second"], [told.id], seen=later)
    assert vault.decided(told.id).review is Review.REJECTED


def test_where_two_must_agree_one_is_not_enough(vault, statements, people):
    first, second, *_ = statements
    read_decisions.require_two_reviewers(vault, people["keeper"], required=True)
    review.accept(vault, people["reviewer"], [first.id])
    review.accept(vault, people["reviewer"], [first.id])
    review.correct(vault, people["reviewer"], second.id, {"when": "2024-03-20"})
    assert states(vault)[:2] == ["awaiting", "awaiting"]
    review.accept(vault, people["second"], [first.id, second.id])
    assert states(vault)[:2] == ["accepted", "corrected"]
    review.correct(vault, people["second"], second.id, {"when": "2024-03-21"})
    assert states(vault)[1] == "awaiting"
    read_decisions.require_two_reviewers(vault, people["keeper"], required=False)
    assert states(vault)[1] == "corrected"
    assert vault.verify().faults == ()
    with pytest.raises(NotAllowed):
        read_decisions.require_two_reviewers(vault, people["editor"], required=True)


def test_finding_again_undoes_no_decision(vault, statements, people):
    told = detained(statements)
    review.correct(vault, people["reviewer"], told.id, {"when": "2024-03-21"})
    review.reject(vault, people["reviewer"], [statements[-1].id])
    before = vault.applied(document().sha256)
    found = find(document())
    renamed = [replace(s, id=f"{n:032d}", why=("by newer rules",)) for n, s in enumerate(found.statements)]
    vault.keep_findings(replace(found, statements=tuple(renamed)))
    after = vault.applied(document().sha256)
    assert after.adrift == ()
    assert after.reviews == before.reviews
    assert vault.decided(told.id).statement.when == "2024-03-21"
    assert vault.verify().faults == ()


def test_a_newer_reading_carries_the_decisions_along(vault, statements, people):
    told = detained(statements)
    by, sha256 = people["reviewer"], document().sha256
    start = TEXT.index("They beat")
    review.correct(vault, by, told.id, {"when": "2024-03-21"})
    added = review.add(vault, by, sha256, start, start + 15, {"act": "excessive_force"})
    longer = "A title that was overlooked.\n" + TEXT
    newer = keep(vault, document(longer, version=2))
    kept = vault.decided(told.id)
    assert kept.statement.when == "2024-03-21"
    assert longer[kept.statement.start : kept.statement.end] == kept.statement.quote == told.quote
    assert kept.statement.count.start == told.count.start + len(longer) - len(TEXT)
    assert vault.decided(added.subjects[0]).statement.start == start + len(longer) - len(TEXT)
    assert len(newer) == len({s.id for s in newer})
    assert read_decisions.adrift(vault, by).rows == ()
    assert vault.verify().faults == ()


def test_what_finds_no_place_is_listed_as_adrift(vault, statements, people):
    told = detained(statements)
    decision = review.accept(vault, people["reviewer"], [told.id])
    keep(vault, document("The page was taken down.", version=2))
    assert read_decisions.adrift(vault, people["reader"]).rows == (decision,)
    review.undo(vault, people["editor"], decision.id)
    assert read_decisions.adrift(vault, people["reader"]).rows == ()
    assert vault.verify().faults == ()


def test_asking_what_is_adrift_leaves_a_vault_that_is_only_read_as_it_is(vault, statements, people, monkeypatch):
    decision = review.accept(vault, people["reviewer"], [detained(statements).id])
    keep(vault, document("The page was taken down.", version=2))
    models.AdriftRow.objects.all().delete()
    with monkeypatch.context() as only_read:
        only_read.setattr(type(vault), "is_writable", False)
        assert read_decisions.adrift(vault, people["reader"]).rows == (decision,)
        assert not models.AdriftRow.objects.exists()
    assert read_decisions.adrift(vault, people["reader"]).rows == (decision,)
    assert models.AdriftRow.objects.exists()


def test_what_was_adrift_before_it_was_kept_is_found_when_first_asked(vault, statements, people):
    made = [review.accept(vault, people["reviewer"], [s.id]) for s in statements]
    keep(vault, document("The page was taken down.", version=2))
    models.AdriftRow.objects.all().delete()
    first = read_decisions.adrift(vault, people["reader"], size=1)
    assert first.rows == (made[-1],)
    assert first.total.count == len(made)
    assert read_decisions.adrift(vault, people["reader"], first.next_key).rows == tuple(reversed(made[:-1]))


def test_a_decision_changed_or_taken_away_behind_the_log_is_found(vault, statements, people):
    from django.db import connection

    review.accept(vault, people["reviewer"], [statements[0].id])
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER decisions_never_change")
        cursor.execute("UPDATE records_decision SET by_name = 'Another'")
    faults = vault.verify().faults
    assert any("Decision 1" in fault for fault in faults)
    assert any("decisions_never_change" in fault for fault in faults)
