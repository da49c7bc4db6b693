"""The dossier as a reader meets it: every link leads somewhere, every value to its sentence, nothing hostile runs."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from dossier_factory import sample
from dossier_pages import news
from lxml import html

from guvoh.model import Findings, Letter, Party, Place
from guvoh.model.errors import UsageError
from guvoh.model.statement import LIKELY
from guvoh.model.weighing import Weighed
from guvoh.reporting import write_dossier
from guvoh.reporting.record import build_record
from guvoh.reporting.totals import Totals

HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg onload=alert(3)>{{ 7*7 }}\u202etxt.exe\x00"""


def pages(folder: Path) -> dict[Path, html.HtmlElement]:
    found = [folder / "index.html", *sorted((folder / "documents").glob("*.html"))]
    return {path.resolve(): html.fromstring(path.read_bytes()) for path in found}


def text_of(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def test_files_written_and_returned(tmp_path):
    findings, weighed, kept = sample()
    files = write_dossier(findings, weighed, tmp_path / "a" / "b", kept)
    assert files[0].name == "index.html"
    assert {f.name for f in files} >= {"style.css", "statements.csv", "figures.csv", "dossier.json"}
    assert len([f for f in files if f.parent.name == "documents"]) == 5
    assert all(f.is_file() for f in files)
    assert sorted(files) == sorted(p for p in (tmp_path / "a" / "b").rglob("*") if p.is_file())


def test_same_findings_in_any_order_make_the_same_files(tmp_path):
    findings, weighed, kept = sample()
    write_dossier(findings, weighed, tmp_path / "a", kept)
    write_dossier(list(reversed(findings)), weighed, tmp_path / "b", kept)
    for file in (tmp_path / "a").rglob("*.*"):
        assert file.read_bytes() == (tmp_path / "b" / file.relative_to(tmp_path / "a")).read_bytes(), file.name


def test_every_link_leads_somewhere(dossier):
    trees = pages(dossier)
    ids = {path: [n.get("id") for n in tree.xpath("//*[@id]")] for path, tree in trees.items()}
    links = 0
    for path, tree in trees.items():
        assert len(ids[path]) == len(set(ids[path])), "an id stands twice"
        for href in tree.xpath("//@href"):
            target, _, fragment = unquote(str(href)).partition("#")
            file = (path.parent / target).resolve() if target else path
            assert file.is_file(), href
            if fragment:
                assert fragment in ids[file], href
            links += 1
    assert links > 150


def test_every_statement_has_its_sentence_its_note_and_its_row(dossier):
    findings, weighed, kept = sample()
    record = build_record(findings, weighed, kept)
    trees = pages(dossier)
    index = trees[(dossier / "index.html").resolve()]
    assert len(record.entries) == 21
    for entry in record.entries.values():
        page = trees[(dossier / "documents" / entry.page.file).resolve()]
        assert len(page.xpath(f"//*[@id='s-{entry.anchor}']")) == 1
        note = text_of(page.get_element_by_id(f"c-{entry.anchor}"))
        assert "not yet reviewed" in note.lower()
        row = index.get_element_by_id(f"r-{entry.anchor}")
        assert entry.href in row.xpath(".//@href")
        for shown in (page.get_element_by_id(f"c-{entry.anchor}"), row):
            assert shown.xpath(f".//*[contains(@class, 'm-{entry.statement.modality.value}')]"), (
                "modality beside the value"
            )


def test_document_page_leads_to_the_original(dossier):
    findings, weighed, kept = sample()
    for page in build_record(findings, weighed, kept).pages:
        told = text_of(pages(dossier)[(dossier / "documents" / page.file).resolve()].get_element_by_id("original"))
        assert page.document.sha256 in told
        assert kept[page.document.sha256] in told
        name = page.document.path.rpartition("/")[2]
        assert f"{name} ({page.document.sha256[:8]})" in told
        assert "reading version 1" in told


def test_index_tells_values_as_said(dossier):
    told = text_of(html.fromstring((dossier / "index.html").read_bytes()))
    for words in (
        "more than 2,500 calls",
        "at least 30 people",
        "nearly 500 people",
        "12 to 15 cases",
        "less than 20 people",
        "2 to 8 October, year not stated",
        "since 22 March 2024",
        "disputed: RU, UA",
        "through Open Sky, then Northern Desk",
        "differs from",
        "together make up",
        "repeats",
        "One date could not be compared.",
        "The file is encrypted.",
        "11 November 2024",
        "RB/24-117",
        "On which law does the ministry rely?",
        "Internal working document, not for publication.",
    ):
        assert words in told, words


def test_a_source_that_no_words_name_is_told_as_the_likeliest(tmp_path):
    findings, weighed, kept = sample()
    first = next(s for f in findings for s in f.statements if s.attribution)
    guess = replace(first, why=(f"{LIKELY} {first.attribution[0].name} (learned, 0.40)",))
    guessed = [replace(f, statements=tuple(guess if s is first else s for s in f.statements)) for f in findings]
    write_dossier(guessed, weighed, tmp_path, kept)
    shown = [text_of(n) for tree in pages(tmp_path).values() for n in tree.xpath("//*[@class='who']/..")]
    likely = [text for text in shown if "(most likely: no words tell who says it)" in text]
    assert likely
    assert all(guess.attribution[0].name in text for text in likely)


def test_inferred_place_is_told_as_inferred(tmp_path):
    found = news()[0].findings()
    placed = replace(next(s for s in found.statements if s.place), place_basis="inferred")
    write_dossier([replace(found, statements=(placed,))], Weighed(), tmp_path / "out")
    for tree in pages(tmp_path / "out").values():
        assert "inferred from the sentences around it" in text_of(tree)


def test_furniture_is_shown_dimmed_and_only_on_the_document_page(dossier):
    index = (dossier / "index.html").read_text(encoding="utf-8")
    assert "Film festival" not in index
    assert "sent home" not in index
    page = next(t for t in pages(dossier).values() if "Film festival" in text_of(t))
    assert "Film festival" in text_of(page.find_class("r-furniture")[-1])
    assert not page.xpath("//*[contains(@class, 'r-furniture')]//mark")


def test_private_name_stands_in_quotes_only(dossier):
    index = html.fromstring((dossier / "index.html").read_bytes())
    assert "1 private person" in text_of(index)
    for quote in index.xpath("//q"):
        quote.text = ""
    assert "Aliev" not in text_of(index)
    assert "Witness 1" in text_of(index)


def test_pages_forbid_script_and_foreign_content(dossier):
    for tree in pages(dossier).values():
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self'")
        assert not tree.xpath("//script | //iframe | //object | //form | //@style | //style")
        assert not tree.xpath("//@*[starts-with(name(), 'on')]")
        assert not [
            h for h in tree.xpath("//@href | //@src") if "://" in h or str(h).startswith(("javascript:", "data:", "//"))
        ]
    style = (dossier / "style.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_pages_are_built_for_assistive_technology(dossier):
    for tree in pages(dossier).values():
        assert tree.get("lang") == "en"
        assert len(tree.xpath("//h1")) == 1
        assert tree.xpath("//a[@class='skip' and @href='#main']")
        levels = [int(h.tag[1]) for h in tree.xpath("//h1 | //h2 | //h3 | //h4")]
        assert all(b - a <= 1 for a, b in pairwise(levels)), levels
        for table in tree.xpath("//table"):
            assert table.xpath("./caption")
            assert all(th.get("scope") for th in table.xpath(".//th"))
        for drawing in tree.xpath("//*[local-name()='svg' and not(@aria-hidden)]"):
            has_links = bool(drawing.xpath(".//*[local-name()='a']"))
            assert drawing.get("role") == ("group" if has_links else "img")  # an image would hide its links
            assert drawing.xpath("./*[local-name()='title']")


def hostile() -> Findings:
    draft, _ = news()
    found = draft.findings()
    text = f"{HOSTILE} and {found.document.text}".replace("\x00", "")
    passage = replace(found.document.passages[0], start=0, end=len(text))
    spoiled = replace(
        found.statements[0],
        id=HOSTILE,
        start=0,
        end=30,
        quote=text[:30],
        why=(HOSTILE,),
        finder=HOSTILE,
        place=Place(HOSTILE, HOSTILE, 0, 0, HOSTILE, HOSTILE, 55.0, 37.0, "city", (HOSTILE,)),
        when=None,
        affected=Party(HOSTILE, 0, 0, HOSTILE, (HOSTILE,)),
        actor=Party(HOSTILE, 0, 0),
    )
    document = replace(
        found.document,
        text=text,
        passages=(passage,),
        path=HOSTILE,
        title=HOSTILE,
        publisher=HOSTILE,
        authors=(HOSTILE,),
        url="javascript:alert(1)",
        language=HOSTILE,
        published=HOSTILE,
        problems=(HOSTILE,),
        media_type=HOSTILE,
        sha256=HOSTILE,
    )
    return Findings(document, (spoiled,), letter=Letter(HOSTILE, HOSTILE, HOSTILE, (), HOSTILE), problems=(HOSTILE,))


def test_hostile_text_never_becomes_markup(tmp_path):
    write_dossier([hostile()], Weighed(problems=(HOSTILE,)), tmp_path / "out", {}, HOSTILE)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]
    for tree in pages(tmp_path / "out").values():
        assert not tree.xpath("//script | //img | //@onerror | //@onload | //@style")
        assert not tree.xpath("//*[local-name()='svg' and not(@class)]")
        assert "javascript:" not in tree.xpath("//@href")
        assert "{{ 7*7 }}" in tree.text_content()
        assert "\u202e" not in tree.text_content(), "a turned reading direction disguises text"
        assert "\x00" not in tree.text_content()


def test_findings_that_do_not_fit_their_text_are_told_not_shown(tmp_path):
    draft, _ = news()
    found = draft.findings()
    wrong = replace(found.statements[0], start=3, end=9)
    beyond = replace(found.statements[1], end=10**6)
    write_dossier([replace(found, statements=(wrong, beyond))], Weighed(), tmp_path / "out")
    assert "2 findings left out" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_one_document_from_two_paths_is_one_page(tmp_path):
    draft, _ = news()
    found = draft.findings()
    again = replace(found, document=replace(found.document, path="reports/copy.html"))
    write_dossier([found, again], Weighed(), tmp_path / "out")
    assert len(list((tmp_path / "out" / "documents").iterdir())) == 1
    short = found.document.sha256[:8]
    assert f"seen also at copy.html ({short})" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_nothing_to_tell_is_told(tmp_path):
    write_dossier([], Weighed(), tmp_path / "out")
    told = text_of(html.fromstring((tmp_path / "out" / "index.html").read_bytes()))
    assert "No figure was found." in told
    assert "documents read0" in told


def test_a_later_dossier_replaces_an_earlier_one(tmp_path):
    findings, weighed, kept = sample()
    write_dossier(findings, weighed, tmp_path / "out", kept)
    write_dossier(findings[:1], Weighed(), tmp_path / "out", kept)
    assert len(list((tmp_path / "out" / "documents").iterdir())) == 1


def test_folder_with_other_files_is_refused(tmp_path):
    (tmp_path / "thesis.odt").write_text("mine")
    with pytest.raises(UsageError, match="other files"):
        write_dossier([], Weighed(), tmp_path)
    with pytest.raises(UsageError, match="a file of that name"):
        write_dossier([], Weighed(), tmp_path / "thesis.odt")
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.odt"]


def test_dossier_json_reads_back_as_findings(dossier):
    from guvoh.model import from_json

    data = json.loads((dossier / "dossier.json").read_text(encoding="utf-8"))
    assert data["format"] == 1
    assert data["private_persons"] == 1
    for row in data["documents"]:
        found = from_json(row)
        for s in found.statements:
            assert found.document.text[s.start : s.end] == s.quote
    assert {"sources", "origins", "documents", "events", "figures"} <= set(data["weighed"])
    names = json.dumps([data["weighed"], [d["sources"] for d in data["documents"]]], ensure_ascii=False)
    assert "Aliev" not in names


def test_totals_that_are_not_given_are_named_on_the_page_and_in_the_data(tmp_path):
    findings, weighed, kept = sample()
    note = "No total is given for “expulsion”: 30,000 figures are too many to choose among here."
    write_dossier(findings, weighed, tmp_path, kept, totals=Totals({}, (note,)))
    assert f"<p>{note}</p>" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "dossier.json").read_text(encoding="utf-8"))["totals_left_out"] == [note]
