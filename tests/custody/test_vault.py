"""The vault as its callers use it, on real SQLCipher."""

from dataclasses import replace

import pytest

from guvoh.model import Count, Document, Findings, Kind, Link, Passage, Place, Qualifier, Role, SourceKind, Statement
from guvoh.model.errors import InputError, VaultDamaged

PASSPHRASE = "seven blue herons at dusk"


def findings_in(document: Document, act: str = "raid") -> Findings:
    statement = Statement(
        id="s1",
        start=0,
        end=4,
        quote=document.text[:4],
        kind=Kind.ACT,
        finder="rules/en@1",
        score=0.5,
        why=("because",),
        act=act,
        count=Count(Qualifier.MORE_THAN, "over 2,500", "call", 0, 4, low=2500.0),
        place=Place("Osh", "geonames:1", 0, 3, country="KG", lat=40.5, lon=72.8),
        attribution=(Link("Mediazona", SourceKind.OUTLET),),
    )
    return Findings(document, statements=(statement,), problems=("a page is missing",))


def test_a_document_comes_back_whole(vault, document):
    one, data = document(
        ("Заголовок", Role.TITLE),
        "Ўзбекистон, o‘zbek, тоҷикӣ.\0 End",
        data=b"\x00\xffbytes",
        title="Заголовок",
        publisher="Desk",
        authors=("A", "B"),
        url="https://example.org/a",
        published="2024-03",
        language="ru",
        problems=("half read",),
        parent="mail.eml",
    )
    kept = vault.keep(one, data)
    assert (kept.sha256, kept.new) == (one.sha256, True)
    (stored,) = vault.documents()
    assert stored.document == one
    assert vault.original(one.sha256) == data
    assert vault.has(one.sha256)
    assert not vault.has("0" * 64)
    (seen,) = stored.sightings
    assert (seen.path, seen.parent, seen.url, seen.publisher) == (one.path, "mail.eml", one.url, "Desk")
    assert seen.seen_at == stored.kept_at
    assert stored.kept_at.endswith("Z")


def test_everything_is_there_after_reopening(folder, opened, document, tmp_path):
    one, data = document("First words.")
    (tmp_path / "source").write_bytes(data)
    with opened(folder) as vault:
        vault.keep(one, tmp_path / "source")
        vault.keep_findings(findings_in(one))
        head = vault.head
    with opened(folder) as vault:
        assert [s.document for s in vault.documents()] == [one]
        assert list(vault.findings()) == [findings_in(one)]
        assert vault.head == head
        report = vault.verify(noted_head=head)
    assert (report.documents, report.originals, report.entries, report.faults) == (1, 1, 3, ())
    assert report.head == head


def test_the_same_bytes_twice_are_one_document_seen_twice(vault, document):
    one, data = document("Words.", path="a.txt")
    two = replace(one, path="b.txt", url="https://example.org", publisher="Other desk", title="Other title")
    assert vault.keep(one, data).new
    assert not vault.keep(two, data).new
    assert not vault.keep(one, data).new
    entries = len(list(vault.ledger()))
    vault.keep(one, data)
    vault.keep(two, data)
    assert len(list(vault.ledger())) == entries
    (stored,) = vault.documents()
    assert stored.document == one
    assert [s.path for s in stored.sightings] == ["a.txt", "b.txt"]
    assert vault.verify().faults == ()


def test_a_corrected_description_of_the_same_file_is_taken_over(vault, document):
    one, data = document("Words.")
    vault.keep(one, data)
    better = replace(one, title="Title", published="2024-03-22")
    vault.keep(better, data)
    (stored,) = vault.documents()
    assert stored.document == better
    assert [e.action for e in vault.ledger()] == ["created", "kept", "described"]
    assert vault.verify().faults == ()


def test_a_reading_text_once_made_stays(vault, document):
    one, data = document("Words.")
    vault.keep(one, data)
    vault.keep(replace(one, text="Other words.", passages=(Passage(0, 12, Role.BODY),)), data)
    assert [s.document.text for s in vault.documents()] == ["Words."]


def test_a_file_that_could_not_be_read_can_be_read_later(vault, document):
    good, data = document("Words at last.")
    vault.keep(replace(good, text="", passages=(), problems=("too large",)), data)
    vault.keep(good, data)
    assert [s.document for s in vault.documents()] == [good]
    assert len(vault.search("last")) == 1
    assert vault.verify().faults == ()


def test_a_newer_reading_stands_beside_the_older(vault, document):
    old, data = document("Old words.")
    new = replace(old, text="New words.", reading_version=old.reading_version + 1)
    vault.keep(old, data)
    kept_at = next(vault.documents()).kept_at
    vault.keep_findings(findings_in(old))
    vault.keep(new, data)
    (stored,) = vault.documents()
    assert (stored.document, stored.kept_at) == (new, kept_at)
    assert list(vault.findings()) == []
    vault.keep_findings(findings_in(new))
    assert [f.document for f in vault.findings()] == [new]
    assert vault.search("old") == []
    assert len(vault.search("new")) == 1
    assert vault.verify().faults == ()


def test_findings_replace_those_before_and_the_same_again_change_nothing(vault, document):
    one, data = document("Words.")
    vault.keep(one, data)
    vault.keep_findings(findings_in(one))
    head = vault.head
    vault.keep_findings(findings_in(one))
    assert vault.head == head
    vault.keep_findings(findings_in(one, "fine"))
    assert [f.statements[0].act for f in vault.findings()] == ["fine"]
    assert vault.verify().faults == ()


def test_findings_of_a_reading_that_is_not_kept_are_refused(vault, document):
    one, data = document("Words.")
    with pytest.raises(InputError):
        vault.keep_findings(findings_in(one))
    vault.keep(one, data)
    with pytest.raises(InputError):
        vault.keep_findings(findings_in(replace(one, text="Other words.")))


def test_order_is_that_of_keeping(vault, document):
    made = [document(f"Words {n}.", path=f"{n}.txt") for n in (3, 1, 2)]
    for one, data in made:
        vault.keep(one, data)
        vault.keep_findings(findings_in(one))
    assert [s.document for s in vault.documents()] == [one for one, _ in made]
    assert [f.document for f in vault.findings()] == [one for one, _ in made]


def test_a_file_name_of_another_encoding_is_spelled_out(vault, document):
    one, data = document("Words.", path=b"\xef\xf0.txt".decode("utf-8", "surrogateescape"))
    vault.keep(one, data)
    vault.keep(one, data)
    (stored,) = vault.documents()
    assert stored.document.path == r"\udcef\udcf0.txt"
    assert len(stored.sightings) == 1


def test_a_text_with_half_a_character_is_refused(vault, document):
    one, data = document("Words \ud83d.", data=b"words")
    with pytest.raises(InputError, match="half a character") as caught:
        vault.keep(one, data)
    assert "Words" not in str(caught.value)
    assert not vault.has(one.sha256)


def test_a_source_that_is_not_what_was_read_is_refused_and_nothing_kept(vault, document):
    one, _ = document("Words.")
    with pytest.raises(InputError):
        vault.keep(one, b"other bytes")
    assert not vault.has(one.sha256)
    assert vault.verify().notes == ()


def test_a_broken_original_is_healed_by_keeping_it_again(vault, folder, document):
    one, data = document("Words.")
    vault.keep(one, data)
    (blob,) = [p for p in (folder / "originals").rglob("*") if p.is_file()]
    blob.unlink()
    with pytest.raises(VaultDamaged):
        vault.original(one.sha256)
    assert not vault.keep(one, data).new
    assert vault.original(one.sha256) == data
    assert [e.action for e in vault.ledger()][-1] == "restored"
    assert vault.verify().faults == ()
