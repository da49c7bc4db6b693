"""Taking in: what is kept, what is searched again, and that nothing stops the rest."""

import pytest

from guvoh.actions.inputs import Input, gather
from guvoh.actions.new_vault import new_vault
from guvoh.actions.take_in import take_in
from guvoh.actions.unlock_vault import is_vault, unlock_vault
from guvoh.custody import Vault
from guvoh.model import Findings

PHRASE = "an invented passphrase"


@pytest.fixture
def vault(tmp_path, cheap_keys):
    new_vault(tmp_path / "vault", PHRASE)
    with unlock_vault(tmp_path / "vault", PHRASE) as opened:
        yield opened


def taken(vault, *paths):
    return [one for group in take_in(vault, gather(paths)) for one in group]


def test_what_is_kept_is_the_bytes_and_the_findings(vault, reports):
    told = {one.path: one for one in taken(vault, reports)}
    note = told[str(reports / "note.txt")]
    assert note.statements > 0
    assert vault.original(note.kept.sha256) == (reports / "note.txt").read_bytes()
    found = {findings.document.sha256: findings for findings in vault.findings()}
    assert len(found[note.kept.sha256].statements) == note.statements
    assert set(found) == {one.kept.sha256 for one in told.values()}


def test_what_cannot_be_read_is_kept_with_its_problem(vault, reports):
    (broken,) = taken(vault, reports / "broken.pdf")
    assert broken.problems
    assert vault.original(broken.kept.sha256) == (reports / "broken.pdf").read_bytes()


def test_an_empty_file_is_kept_too(vault, tmp_path):
    (tmp_path / "empty.txt").touch()
    (empty,) = taken(vault, tmp_path / "empty.txt")
    assert empty.kept.new
    assert empty.problems


def test_what_cannot_be_opened_is_a_problem_only(vault, tmp_path):
    gone = Input(tmp_path / "gone.txt", "gone.txt")
    (group,) = take_in(vault, [gone])
    assert group[0].kept is None
    assert group[0].problems
    assert not list(vault.documents())


def test_an_attachment_is_a_document_of_its_own(vault, reports):
    mail, attachment = taken(vault, reports / "mail.eml")
    assert attachment.path == f"{mail.path}!/interview.txt"
    assert b"17 workers" in vault.original(attachment.kept.sha256)


def test_the_same_bytes_are_one_document_seen_twice(vault, reports):
    first, second = taken(vault, reports / "note.txt", reports / "deeper")
    assert (first.kept.new, second.kept.new) == (True, False)
    assert first.kept.sha256 == second.kept.sha256
    (stored,) = vault.documents()
    assert {sighting.path for sighting in stored.sightings} == {first.path, second.path}


def test_an_interrupted_run_is_finished_by_the_next(vault, reports):
    step = take_in(vault, gather([reports]))
    done = next(step)
    step.close()  # as Ctrl-C does
    assert all(vault.has(one.kept.sha256) for one in done)
    again = taken(vault, reports)
    assert not again[0].kept.new
    assert len({findings.document.sha256 for findings in vault.findings()}) == len(list(vault.documents()))


def test_a_document_kept_without_findings_is_searched_by_the_next_run(vault, reports):
    (first,) = taken(vault, reports / "page.html")
    (stored,) = vault.documents()
    other = vault.keep(stored.document, reports / "page.html")
    assert not other.new
    (again,) = taken(vault, reports / "page.html")
    assert again.statements == first.statements


def test_again_finds_anew_and_replaces_what_was_found(vault, reports):
    (first,) = taken(vault, reports / "note.txt")
    (stored,) = vault.documents()
    vault.keep_findings(Findings(stored.document))
    (known,) = taken(vault, reports / "note.txt")
    assert known.statements == 0
    ((again,),) = take_in(vault, gather([reports / "note.txt"]), again=True)
    assert again.statements == first.statements > 0
    assert len(list(vault.findings())) == 1


def test_problems_of_what_is_already_kept_are_told_again(vault, tmp_path):
    path = tmp_path / "raport.txt"
    path.write_text(
        "Bugun bozorda tekshiruv boʻldi. Politsiya xodimlari odamlarni olib ketdi, dedi guvoh.\n", encoding="utf-8"
    )
    (first,) = taken(vault, path)
    (again,) = taken(vault, path)
    assert first.problems
    assert again.problems == first.problems


def test_is_vault(vault, tmp_path, reports):
    assert is_vault(tmp_path / "vault")
    assert not is_vault(reports)
    assert not is_vault(reports / "note.txt")


def test_findings_of_other_documents_are_not_read(vault, reports, tmp_path, monkeypatch):
    taken(vault, reports / "note.txt")
    asked = []
    found = Vault.found
    monkeypatch.setattr(Vault, "found", lambda self, sha256: asked.append(sha256) or found(self, sha256))
    monkeypatch.setattr(Vault, "findings", lambda _: pytest.fail("all findings were read"))
    (tmp_path / "other.txt").write_text("Police in Osh detained 7 people on March 3, 2025.\n", encoding="utf-8")
    (other,) = taken(vault, tmp_path / "other.txt")
    assert asked == [other.kept.sha256]
