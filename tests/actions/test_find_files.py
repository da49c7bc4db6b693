"""Finding in files, in one process and side by side."""

import pytest

from guvoh.actions import find_files as module
from guvoh.actions.find_files import find_files, findings_of
from guvoh.actions.inputs import gather
from guvoh.model import Document
from guvoh.model.errors import BadTerm, InputError


def test_gather_keeps_the_order_given_and_each_file_once(reports):
    named = [str(reports / "page.html"), str(reports)]
    shown = [item.shown_as for item in gather(named)]
    assert shown[0] == named[0]
    names = ["broken.pdf", "mail.eml", "note.txt", "deeper/copy of note.txt"]
    assert shown[1:] == [str(reports / name) for name in names]


def test_gather_leaves_out_a_folder(reports):
    assert len(gather([reports], leave_out=reports / "deeper")) == 4
    assert gather([reports], leave_out=reports) == []


def test_gather_refuses_what_does_not_exist(tmp_path):
    with pytest.raises(InputError):
        gather([tmp_path / "nothing"])


def test_side_by_side_is_the_same_in_the_same_order(reports):
    inputs = gather([reports])
    assert list(find_files(inputs, jobs=2)) == list(find_files(inputs))


def test_side_by_side_can_be_left_before_the_end(reports):
    found = find_files(gather([reports / "note.txt", reports / "page.html"]), jobs=2)
    assert next(found)
    found.close()


@pytest.mark.parametrize(
    ("fault", "said"), [(ValueError("private words"), "ValueError"), (BadTerm("What.", "Next."), "What. Next.")]
)
def test_a_fault_on_one_document_is_its_problem(monkeypatch, fault, said):
    def broken(document, wordings=()):
        raise fault

    monkeypatch.setattr(module, "find", broken)
    findings = findings_of(Document("a.txt", "0" * 64, "text/plain", "words"))
    assert said in findings.problems[0]
    assert "private words" not in findings.problems[0]
    monkeypatch.setenv("GUVOH_DEBUG", "1")
    with pytest.raises(type(fault)):
        findings_of(Document("a.txt", "0" * 64, "text/plain", "words"))
