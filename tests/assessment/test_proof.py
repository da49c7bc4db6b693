"""What a reader must know of a proof is said once for all its stages, or with the stage that it is of."""

from guvoh.assessment.proof import Line, notes_of, shared_notes
from guvoh.assessment.question import Question
from guvoh.model.decisions import Review

LINES = (Line("a", 4, "counts"), Line("b", 5, "counts"))
RAW = "Figures that no person has accepted are counted: 1 of 2."


def test_how_many_figures_nobody_accepted_is_told_of_each_stage_by_itself():
    notes = notes_of(Question("expulsion", round_down=True), LINES, {"a": Review.ACCEPTED, "b": Review.REJECTED})
    assert notes[0] == RAW
    assert shared_notes([notes, notes]) == notes[1:]
    assert shared_notes([notes]) == notes, "of one tally every note is its own"


def test_a_note_of_one_stage_only_is_not_shared():
    assert shared_notes([("Both.", "One."), ("Both.",)]) == ("Both.",)


def test_no_note_on_acceptance_where_all_are_accepted():
    every = dict.fromkeys("ab", Review.CORRECTED)
    assert not any(note.startswith("Figures that no person") for note in notes_of(Question("expulsion"), LINES, every))
