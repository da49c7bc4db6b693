"""Sources of a document: full names, roles, kinds, aliases, who is private, and who is left out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import Attributions, attribute
from guvoh.model import Document, Passage, Role, SourceKind, SourceMention

PAGE = (Path(__file__).parent / "attribution_page.txt").read_text(encoding="utf-8")


def page(text: str, publisher: str | None = "Daily Border") -> Document:
    return Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), publisher=publisher)


@cache
def found(text: str = PAGE) -> Attributions:
    document = page(text)
    return attribute(annotate(document), document)


def source(name: str) -> SourceMention:
    return next(s for s in found().sources if s.name == name)


@pytest.mark.parametrize(
    ("name", "kind", "role"),
    [
        ("Farhod Nazarov", SourceKind.PERSON, "group's director"),
        ("Olga Sedova", SourceKind.OFFICIAL, "police spokeswoman"),
        ("Zebo Karimova", SourceKind.PERSON, "Human rights lawyer"),
        ("Svetlana Orlova", SourceKind.PERSON, "expert at the Open Door fund"),
        ("Gulnora", SourceKind.WITNESS, "mother of one of the students"),
        ("Open Border", SourceKind.NGO, None),
        ("Interfax", SourceKind.AGENCY, None),
        ("Kommersant", SourceKind.OUTLET, None),
        ("Russian Interior Ministry", SourceKind.OFFICIAL, None),
    ],
)
def test_name_kind_and_role(name: str, kind: SourceKind, role: str | None) -> None:
    mention = source(name)
    assert (mention.kind, mention.role) == (kind, role)


def test_a_source_stands_where_its_full_name_stands() -> None:
    for mention in found().sources:
        words = PAGE[mention.start : mention.end]
        assert mention.name.split()[-1] in words


def test_a_surname_becomes_an_alias_of_the_full_name() -> None:
    assert source("Svetlana Orlova").aliases == ("Orlova",)
    assert all(s.name != "Orlova" for s in found().sources)


def test_only_people_shown_as_affected_are_private() -> None:
    assert {s.name for s in found().sources if s.private} == {"Gulnora"}


def test_orders_and_mere_documents_are_no_sources() -> None:
    names = {s.name.lower() for s in found().sources}
    assert not names & {"report", "ministry", "citizens"}


def test_each_identity_is_listed_once_in_text_order() -> None:
    spans = [(s.start, s.end) for s in found().sources]
    assert spans == sorted(spans)
    assert len({s.name for s in found().sources}) == len(spans)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("14 Tajik students", ["Open Border", "Daily Border"]),
        ("lay on the floor", ["Farhod Nazarov", "RFE/RL's Tajik Service", "Daily Border"]),
        ("taken to hospital", ["Farhod Nazarov", "RFE/RL's Tajik Service", "Daily Border"]),
        ("Nobody showed us any papers", ["one of the students", "Daily Border"]),
        ("The measures were lawful", ["Olga Sedova", "Interfax", "Daily Border"]),
        ("112 foreigners", ["Olga Sedova", "Interfax", "Daily Border"]),
        ("28,000 foreigners", ["Russian Interior Ministry", "Daily Border"]),
        ("they will go on", ["Svetlana Orlova", "Daily Border"]),
        ("two officers had been suspended", ["a source in law enforcement", "Kommersant", "Daily Border"]),
        ("was published in Vienna", ["Daily Border"]),
    ],
)
def test_who_says_what_over_a_page(words: str, names: list[str]) -> None:
    start = PAGE.index(words)
    assert [link.name for link in found().chain(start, start + len(words)).links] == names


def test_without_a_publisher_the_page_has_no_voice_of_its_own() -> None:
    document = page("The court closed the case in May.", None)
    chain = attribute(annotate(document), document).chain(0, 20)
    assert (chain.links, chain.cue, chain.hearsay) == ((), None, False)


def test_the_publisher_is_named_once_under_any_of_its_names() -> None:
    text = "Migrant workers told Human Rights Watch that guards took their phones. HRW documented 30 such cases."
    document = page(text, "HRW")
    result = attribute(annotate(document), document)
    told = result.chain(text.index("guards"), text.index("phones"))
    assert [(link.name, link.kind) for link in told.links] == [
        ("Migrant workers", SourceKind.WITNESS),
        ("HRW", SourceKind.PUBLISHER),
    ]
    own = result.chain(text.index("30 such"), text.index("cases"))
    assert [link.name for link in own.links] == ["HRW"]


def test_a_caption_credit_is_no_speech() -> None:
    text = "Officers stand at the station in Perm. [Ivan Petrov/AFP]"
    document = Document(
        "a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.CAPTION),), publisher="Daily"
    )
    result = attribute(annotate(document), document)
    assert not result.speeches
    assert not result.sources


@pytest.mark.parametrize(
    "line",
    [
        "With reporting by Volga Dispatch and Kazan Herald",
        "With reporting from Kazan Herald.",
        "Additional reporting by Ali Karimov in Dushanbe; editing by Sara Lee",
        "(Reporting by Ali Karimov in Dushanbe and Sara Lee; Editing by Tom Ray)",
    ],
)
def test_who_worked_on_a_page_is_nobody_who_speaks(line: str) -> None:
    document = page(f"Officers took in 40 loaders, lawyer Nodira Rahimova said.\n{line}")
    result = attribute(annotate(document), document)
    assert [s.name for s in result.sources] == ["Nodira Rahimova"]


def test_those_on_whose_reporting_a_page_is_based_are_its_sources() -> None:
    document = page("Officers took in 40 loaders.\nBased on reporting by TASS and Interfax")
    assert [s.name for s in attribute(annotate(document), document).sources] == ["TASS", "Interfax"]


def test_comments_and_furniture_have_no_voice() -> None:
    text = "The court met.\nReader Ivan Petrov said that all must leave."
    cut = text.index("\n") + 1
    passages = (Passage(0, cut, Role.BODY), Passage(cut, len(text), Role.COMMENT))
    document = Document("a.txt", "0" * 64, "text/plain", text, passages, publisher="Daily")
    result = attribute(annotate(document), document)
    assert not result.speeches
    assert not result.sources


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Uzbekistan says around 900 of its citizens were stuck in airports.", "Uzbekistan"),
        ("The interior ministry’s branch in Perm said 60 men were held.", "interior ministry’s branch in Perm"),
        ("Rosobrnadzor says 31,420 children asked for a place in a school.", "Rosobrnadzor"),
    ],
)
def test_a_state_and_its_bodies_are_official(text: str, name: str) -> None:
    (only,) = found(text).sources
    assert (only.name, only.kind) == (name, SourceKind.OFFICIAL)


@pytest.mark.parametrize("nobody", ["Neither NGS nor the police", "None of the agencies", "Nobody"])
def test_what_nobody_said_has_no_speaker(nobody: str) -> None:
    text = f"{nobody} said if draft papers had been given to 40 workers."
    assert found(text).chain(text.index("40"), text.index(" workers")).links == found("x").chain(0, 1).links


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("dpa", SourceKind.AGENCY),
        ("Idel.Realii", SourceKind.OUTLET),
        ("Crew Against Torture", SourceKind.NGO),
        ("Brigade Against Slavery", SourceKind.NGO),
        ("Zhogorku Kenesh", SourceKind.OFFICIAL),
        ("Border Violence Monitoring Network", SourceKind.NGO),
    ],
)
def test_a_body_is_known_by_its_name_or_its_cause(name: str, kind: SourceKind) -> None:
    (only,) = found(f"On Monday {name} said that 20 men were held.").sources
    assert (only.name, only.kind) == (name, kind)
