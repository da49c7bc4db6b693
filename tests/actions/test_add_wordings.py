"""Own wordings in a vault: kept by keepers, stamped, never rewritten, used by taking in and by finding again."""

import pytest

from guvoh.actions.find_again import find_again
from guvoh.actions.inputs import gather
from guvoh.actions.own_wordings import add_wording, drop_wording, own_wordings, wordings_of
from guvoh.actions.review_statements import accept, undo
from guvoh.actions.take_in import take_in
from guvoh.actions.weigh_vault import is_weighed, refresh
from guvoh.model.errors import BadTerm, NotAllowed, NotThere

TEXT = "In Tver 30 workers painted a ladder green on March 3, 2025, lawyer Mina Rahimi told the desk.\n"
GIVEN = ("extortion", "paint … ladder", "Workers painted the ladder.")


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def take(vault, path):
    return [one for group in take_in(vault, gather([path])) for one in group]


def acts(vault):
    return [s.act for findings in vault.findings() for s in findings.statements if s.act]


def test_documents_taken_in_afterwards_are_searched_with_it(vault, people, note):
    decision = add_wording(vault, people["keeper"], *GIVEN)
    take(vault, note)
    assert acts(vault) == ["extortion"]
    (one,) = own_wordings(vault, people["reader"])
    assert (one.id, one.by_name, one.wording.words) == (decision.id, "Keeper", GIVEN[1])
    assert vault.verify().faults == ()


def test_documents_taken_in_before_are_searched_when_asked_and_decisions_stay(vault, people, note):
    take(vault, note)
    assert acts(vault) == []
    before = [s.id for findings in vault.findings() for s in findings.statements]
    accept(vault, people["reviewer"], before)
    refresh(vault)
    add_wording(vault, people["keeper"], *GIVEN)
    assert refresh(vault)  # one more decision, which weighs nothing anew
    assert list(find_again(vault, people["editor"])) == [True]
    assert list(find_again(vault, people["editor"])) == [False]
    assert acts(vault) == ["extortion"]
    refresh(vault)
    assert is_weighed(vault)
    assert vault.verify().faults == ()


def test_a_wording_dropped_is_used_no_more_and_stays_in_the_record(vault, people, note):
    decision = add_wording(vault, people["keeper"], *GIVEN)
    with pytest.raises(NotAllowed):
        drop_wording(vault, people["editor"], decision.id)
    with pytest.raises(NotAllowed):
        undo(vault, people["editor"], decision.id)
    drop_wording(vault, people["keeper"], decision.id)
    take(vault, note)
    assert acts(vault) == []
    assert wordings_of(vault) == ()
    assert decision in vault.decisions()
    with pytest.raises(NotThere):
        drop_wording(vault, people["keeper"], decision.id)


def test_only_keepers_add_and_what_does_not_work_is_refused(vault, people):
    for duty in ("reader", "reviewer", "editor"):
        with pytest.raises(NotAllowed):
            add_wording(vault, people[duty], *GIVEN)
    add_wording(vault, people["keeper"], *GIVEN)
    with pytest.raises(BadTerm, match="there already"):
        add_wording(vault, people["keeper"], *GIVEN)
    with pytest.raises(BadTerm, match="more than 500"):
        add_wording(vault, people["keeper"], "extortion", "pay", "x" * 501)
    assert len(wordings_of(vault)) == 1


def test_words_that_finding_does_not_take_for_the_act_in_their_example_are_refused(vault, people):
    with pytest.raises(BadTerm, match="not found in the example"):
        add_wording(vault, people["keeper"], "raid", "detained", "He helps detained migrants.")
