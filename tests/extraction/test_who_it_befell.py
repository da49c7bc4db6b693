"""Who has no papers is no "nobody", and whom police take away has none taken: what befell people is told of them."""

import pytest
from report_texts import pieces, report

from guvoh.extraction.finder import find
from guvoh.model import Modality, Role


def told(text: str) -> dict[str, Modality]:
    return {s.act: s.modality for s in find(report(f"Sweep in Saratov\n\n{text}")).statements if s.act}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Workers who had no papers were deported on Monday.", "expulsion"),
        ("People with no papers were deported on Monday.", "expulsion"),
        ("Men who showed no passport were detained.", "arbitrary_detention"),
        ("All who had no registration were expelled from Russia.", "expulsion"),
    ],
)
def test_people_who_have_none_of_a_thing_are_somebody(text: str, act: str) -> None:
    assert told(text)[act] in (Modality.ASSERTED, Modality.ALLEGED)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("No workers were deported on Monday.", "expulsion"),
        ("No members of the group were detained.", "arbitrary_detention"),
        ("Of those who had papers no one was detained.", "arbitrary_detention"),
        ("In no case were workers beaten by police.", "excessive_force"),
        ("Nobody with papers was deported.", "expulsion"),
    ],
)
def test_what_befell_nobody_is_denied(text: str, act: str) -> None:
    assert told(text)[act] is Modality.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "Those who do not will be sent home at their own expense.",
        "Those who do not will be deported.",
    ],
)
def test_who_does_not_will_be_expelled(text: str) -> None:
    assert told(text)["expulsion"] is Modality.PLANNED


@pytest.mark.parametrize("text", ["They will not be deported.", "The men have not been deported."])
def test_a_not_before_the_deed_denies_it(text: str) -> None:
    assert told(text)["expulsion"] is Modality.DENIED


def test_whoever_is_taken_away_has_no_papers_taken() -> None:
    text = "Officers surrounded a market and took away everyone without a Russian passport."
    assert "document_confiscation" not in told(text)


@pytest.mark.parametrize("text", ["Officers took away their papers.", "The foreman took the passports away."])
def test_papers_that_are_taken_away_are_taken(text: str) -> None:
    assert "document_confiscation" in told(text)


@pytest.mark.parametrize("words", ["In all 212 people", "In all, 212 people", "In total 212 people"])
def test_a_total_is_counted_where_a_title_told_it_too(words: str) -> None:
    body = f"{words} were detained in Saratov, the ministry said."
    page = pieces((Role.TITLE, "Police sweep market in Saratov, 212 held"), (Role.BODY, body))
    (one,) = (s for s in find(page).statements if s.count)
    assert (one.count.best, one.attribution[0].name) == (212, "ministry")


def test_all_of_those_counted_before_are_no_new_number() -> None:
    text = "Sweep in Saratov\n\nPolice detained 212 people in Saratov. All 212 people were detained at noon."
    assert [s.count.best for s in find(report(text)).statements if s.count] == [212]
