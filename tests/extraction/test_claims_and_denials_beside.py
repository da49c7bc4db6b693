"""What stands beside a claim decides it: who denied it before, who denies it behind, whose deed it is."""

from __future__ import annotations

import pytest
from report_texts import report

from guvoh.extraction.finder import find
from guvoh.model import Modality, Statement

ALLEGED, ASSERTED, DENIED = Modality.ALLEGED, Modality.ASSERTED, Modality.DENIED


def of(text: str, words: str) -> list[Statement]:
    """The acts of the sentence that holds `words`."""
    return [s for s in find(report(text)).statements if s.act and words in s.quote]


def tellers(text: str, words: str) -> set[str]:
    return {s.attribution[0].name if s.attribution else "" for s in of(text, words)}


ACCUSED = "Lawyer Anna Petrova said 12 men had been beaten. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            f"{ACCUSED}The Interior Ministry said it had not tortured anyone. Officers reportedly broke ribs.",
            "ribs",
        ),
        (f"{ACCUSED}Police denied the beatings. The men were allegedly given no food for two days.", "food"),
        ("The Interior Ministry denied that it beat detainees. Ten men were reportedly beaten again.", "Ten men"),
        ("The prison service said that nobody was hurt. Guards allegedly kicked ten men.", "kicked"),
        ("The Interior Ministry said 40 men were held. Officers allegedly beat ten men.", "Officers"),
        ("The Interior Ministry reportedly deported 40 migrants. The Interior Ministry denied it.", "deported"),
    ],
)
def test_whoever_denies_or_is_accused_goes_on_with_no_allegation(text, words):
    assert of(text, words)
    assert not {name for name in tellers(text, words) if "inistry" in name or name in ("Police", "prison service")}


def test_whoever_accuses_goes_on_with_the_allegation():
    text = f"{ACCUSED}Another 30 men were allegedly given no food for two days."
    assert tellers(text, "30 men") == {"Anna Petrova"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Police reportedly detained 90 Tajiks; the ministry said the report was false.", ALLEGED),
        ("The Interior Ministry reportedly deported 90 migrants. The Interior Ministry denied it.", ALLEGED),
        ("The ministry reportedly deported 90 migrants; it allegedly beat ten of them.", ALLEGED),
        ("It was reported that police detained 90 migrants. The consul called this untrue.", ALLEGED),
        ("Police reportedly detained 90 Tajiks; the ministry said they had no papers.", ASSERTED),
        ("Police reportedly detained 90 Tajiks. The embassy rejected the report.", ALLEGED),
        ("Police reportedly detained 90 Tajiks. The court rejected the asylum claims of ten.", ASSERTED),
        ("Police reportedly detained 90 Tajiks with false papers at the market.", ASSERTED),
    ],
)
def test_what_is_only_passed_on_stays_a_claim_where_it_is_denied_behind(text, modality):
    measures = {"arbitrary_detention", "expulsion"}
    found = [s for s in find(report(text)).statements if s.act in measures and "90" in s.quote]
    assert {s.modality for s in found} == {modality}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Interior Ministry claims that 40 migrants raped and killed a woman.", ALLEGED),
        ("Police claim that 40 migrants attacked them at the hostel.", ALLEGED),
        ("The Foreign Ministry summoned the ambassador and claimed that Russia had beaten 20 Tajiks.", ALLEGED),
        ("The Foreign Ministry claimed that Russia had deported 30 Tajiks.", ALLEGED),
        ("The Interior Ministry claimed that it had deported 30 migrants.", ASSERTED),
        ("Police claim that officers detained 40 migrants at the hostel.", ASSERTED),
    ],
)
def test_an_office_that_claims_vouches_for_its_own_measures_alone(text, modality):
    assert {s.modality for s in of(text, "claim")} == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "Kamarul Zaman said 10 men were beaten. Kamarul Zaman Yusoff, the police chief, denied it."
        " Yusoff said that no one was held.",
        "Kamarul Zaman said 10 men were beaten. Kamarul Zaman Yusoff, the minister, said that no one was held there.",
    ],
)
def test_a_longer_name_with_a_role_of_its_own_is_another_person(text):
    assert {s.name for s in find(report(text)).sources} >= {"Kamarul Zaman", "Kamarul Zaman Yusoff"}
    assert tellers(text, "no one was held") == {"Kamarul Zaman Yusoff"}


@pytest.mark.parametrize(
    "text",
    [
        "Kamarul Zaman Yusoff, the police chief, said 10 men were held. Kamarul Zaman said no one was fined.",
        "Police chief Kamarul Zaman said 10 men were held. Kamarul Zaman Yusoff, the police chief, fined no one.",
    ],
)
def test_a_longer_name_with_the_same_role_is_the_same_person(text):
    assert len({s.name for s in find(report(text)).sources}) == 1


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The owner deducts nothing from their wages, the workers said.", True),
        ("The owner deducts half from their wages, the workers said.", False),
        ("The owner paid nothing to the migrants for their work.", False),
        (
            "The maids’ employer was accused of having forbidden them to leave the house; the court acquitted her.",
            True,
        ),
        (
            "The maids’ employer was accused of having forbidden them to leave the house; the court let it pass.",
            False,
        ),
    ],
)
def test_who_takes_nothing_or_is_acquitted_did_not_do_it(text, denied):
    found = {s.modality for s in of(text, "") if s.act in ("other", "arbitrary_detention")}
    assert found
    assert (found == {DENIED}) is denied
