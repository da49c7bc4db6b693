"""A dossier names files, not the folders of whoever wrote it."""

import json
from dataclasses import replace

import pytest
from dossier_factory import sample

from guvoh.reporting import write_dossier
from guvoh.reporting.privacy import PrivateNames
from guvoh.reporting.record import Page, file_name

FOLDER = "/disk/nigora/cases/2024 spring/"


def moved(path):
    return f"{FOLDER}{path.rpartition('/')[2]}"


def at_home():
    findings, weighed, kept = sample()
    found = [replace(f, document=replace(f.document, path=moved(f.document.path))) for f in findings]
    first = found[0].document
    found[0] = replace(found[0], document=replace(first, title=None, problems=(f"{first.path}: page 3 is empty.",)))
    weighed = replace(
        weighed,
        origins=tuple(
            replace(o, path=moved(o.path), why=(f"the passage repeats one of {first.path}",)) for o in weighed.origins
        ),
        documents=tuple(replace(d, a=moved(d.a), b=moved(d.b)) for d in weighed.documents),
        events=tuple(replace(e, documents=tuple(map(moved, e.documents))) for e in weighed.events),
        problems=(f"The publisher is not known of {first.path}, {found[1].document.path}: look.",),
    )
    return found, weighed, kept


def test_no_file_of_a_dossier_tells_a_folder(tmp_path):
    found, weighed, kept = at_home()
    files = write_dossier(found, weighed, tmp_path / "out", kept)
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    assert not [name for name, text in texts.items() if "nigora" in text or "2024 spring" in text]
    document = found[0].document
    name = file_name(document.path)
    label = f"{name} ({document.sha256[:8]})"
    assert all(label in texts[kind] for kind in ("index.html", "figures.csv", "statements.csv", "dossier.json"))
    assert f"The publisher is not known of {name}, " in texts["index.html"]
    assert f">Page {name}</a>" in texts["index.html"]


def test_numbers_go_by_the_whole_path(tmp_path):
    found, weighed, kept = at_home()
    first, second, *rest = found
    turned = [
        replace(first, document=replace(first.document, path="/b/a.html")),
        replace(second, document=replace(second.document, path="/a/b.html")),
        *rest,
    ]
    write_dossier(turned, weighed, tmp_path / "out", kept)
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert page.index('id="d-1"') < page.index(f"b.html ({second.document.sha256[:8]})") < page.index('id="d-2"')


def test_a_letter_without_title_is_called_a_letter():
    findings, _, _ = sample()
    found = next(f for f in findings if f.letter)
    found = replace(found, document=replace(found.document, path="/disk/x/letter.txt", title=None))
    assert Page(1, "a.html", found, None).title == "Letter letter.txt"


def test_an_attachment_is_named_with_its_mail():
    assert file_name("/disk/a/mail.eml!/scans/one.pdf") == "mail.eml!/scans/one.pdf"
    assert file_name(r"C:\cases\a\letter.txt") == "letter.txt"
    assert file_name("letter.txt") == "letter.txt"


def test_a_files_name_and_authors_name_no_private_person(tmp_path):
    found, weighed, kept = sample()
    first = found[0].document
    path, mail = "/disk/cases/Rustam_Aliev-2.docx", "/disk/cases/Aliev, Rustam.eml"
    named = replace(first, path=path, parent=mail, title=None, authors=("Rustam Aliev", "Mira Stone"))
    found[0] = replace(found[0], document=replace(named, problems=(f"{path}: page 3 is empty.",)))
    weighed = replace(
        weighed,
        origins=tuple(replace(o, path=path) if o.path == first.path else o for o in weighed.origins),
        documents=tuple(replace(d, a=path) if d.a == first.path else d for d in weighed.documents),
        problems=("The publisher is not known of Rustam_Aliev-2.docx.",),
    )
    files = write_dossier(found, weighed, tmp_path / "out", kept)
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    assert not [name for name, text in texts.items() for by in ("Aliev-2", "Aliev, R", "Rustam.eml") if by in text]
    assert f"Witness 1-2.docx ({first.sha256[:8]})" in texts["statements.csv"]
    assert "Page Witness 1-2.docx" in texts["index.html"]
    assert '"Witness 1",\n    "Mira Stone"' in texts["dossier.json"]
    page = next(text for name, text in texts.items() if name.startswith(first.sha256[:16]))
    assert "Witness 1, Mira Stone" in page


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("ZarinaKarimova.docx", "Witness 1.docx"),
        ("karimova_2.docx", "Witness 1_2.docx"),
        ("Karimovas.docx", "Karimovas.docx"),
        ("letter.txt", "letter.txt"),
    ],
)
def test_private_names_are_found_in_file_names(name, hidden):
    assert PrivateNames([("Witness", ("Zarina Karimova", "Z.", "Zarina K."))]).in_file_name(name) == hidden


def test_two_documents_kept_at_one_path_keep_each_its_id(tmp_path):
    found, weighed, kept = sample()
    first, second = (f.document for f in found[:2])
    one = "/disk/page.html"
    found[:2] = [replace(f, document=replace(f.document, path=one)) for f in found[:2]]

    def here(path):
        return one if path in (first.path, second.path) else path

    weighed = replace(
        weighed,
        origins=tuple(replace(o, path=here(o.path)) for o in weighed.origins),
        documents=(),
        events=tuple(replace(e, documents=tuple(dict.fromkeys(map(here, e.documents)))) for e in weighed.events),
    )
    write_dossier(found, weighed, tmp_path / "out", kept)
    told = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))
    labels = {d["sha256"]: d["path"] for d in told["documents"]}
    ids = {s["id"]: d["path"] for d in told["documents"] for s in d["statements"]}
    assert labels[first.sha256] == f"page.html ({first.sha256[:8]})"
    assert labels[second.sha256] == f"page.html ({second.sha256[:8]})"
    assert all(o["path"] == ids[o["statement"]] for o in told["weighed"]["origins"])
    assert told["weighed"]["events"][0]["documents"] == [labels[first.sha256]]
