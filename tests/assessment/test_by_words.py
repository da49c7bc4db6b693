"""A source that is only the likeliest is no origin of what is weighed."""

from __future__ import annotations

from dataclasses import replace

from guvoh.assessment import weigh
from guvoh.assessment.by_words import by_words
from guvoh.assessment.decisions import corrected
from guvoh.extraction.rules import find_by_rules
from guvoh.model import Document, Link, Passage, Role, SourceKind
from guvoh.model.statement import LIKELY

TEXT = (
    "Checks of the year\n\nThe Migration Service of Tyumen held 1,240 checks in 2025, its head Oleg Sedov told a"
    " briefing on Tuesday.\n\nSedov said that 310 employers were fined. According to Sedov, the fines came to 41"
    " million rubles.\n\nHe said that 2,150 foreigners were sent out of the country. Of these, he added, 95 had been"
    " tried.\n\nAt vegetable depots 418 persons had no papers.\n\nSedov noted that the service opened two offices. “We"
    " shall go on with the checks,” Sedov said. He also said that 27 hostels were shut.\n\nThe head of the service"
    " stressed that the checks were planned."
)


def test_a_likely_account_is_told_and_not_weighed() -> None:
    parts = (Passage(0, 18, Role.TITLE), Passage(20, len(TEXT), Role.BODY))
    document = Document("a.txt", "0" * 64, "text/plain", TEXT, parts, language="en", publisher="The Courier")
    found = find_by_rules(document)
    guessed = next(s for s in found.statements if s.count and s.count.best == 418)
    told = next(s for s in found.statements if s.count and s.count.best == 310)
    assert any(why.startswith(LIKELY) for why in guessed.why)
    assert [link.name for link in guessed.attribution] == ["Oleg Sedov", "The Courier"]
    weighed = weigh([found])
    names = {source.id: source.name for source in weighed.sources}
    origin = {one.statement: names[one.origin] for one in weighed.origins}
    assert origin[told.id] == "Oleg Sedov"
    assert origin[guessed.id] == "The Courier"
    signed = Link("Open Road", SourceKind.NGO)  # a letter without a publisher keeps its writer
    letter = replace(found, statements=(replace(guessed, attribution=(guessed.attribution[0], signed)),))
    assert [link.name for link in by_words(letter).statements[0].attribution] == ["Open Road"]
    plain = replace(found, statements=tuple(replace(s, why=()) if s is guessed else s for s in found.statements))
    again = weigh([plain])
    names = {source.id: source.name for source in again.sources}
    assert {names[one.origin] for one in again.origins if one.statement == guessed.id} == {"Oleg Sedov"}


def test_who_a_person_says_it_was_is_weighed() -> None:
    parts = (Passage(0, 18, Role.TITLE), Passage(20, len(TEXT), Role.BODY))
    found = find_by_rules(
        Document("a.txt", "0" * 64, "text/plain", TEXT, parts, language="en", publisher="The Courier")
    )
    guessed = next(s for s in found.statements if s.count and s.count.best == 418)
    settled = corrected(guessed, {"attribution": [{"name": "Oleg Sedov", "kind": "official"}]})
    assert (guessed.likely_told, settled.likely_told) == (True, False)
    assert corrected(guessed, {"when": "2025"}).likely_told
    weighed = weigh([replace(found, statements=tuple(settled if s is guessed else s for s in found.statements))])
    names = {source.id: source.name for source in weighed.sources}
    assert {one.statement: names[one.origin] for one in weighed.origins}[settled.id] == "Oleg Sedov"
