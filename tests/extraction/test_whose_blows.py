"""Blows of which nobody says who dealt them: those of a raid, and those that stay private violence."""

import pytest
from report_texts import report

from guvoh.extraction.rules import find_by_rules

RAID = "Riot police raided a hostel in Tver on Monday. The migrants were led out into the yard. Some had no papers. "


def blows(text):
    acts = {"private_violence", "excessive_force"}
    return {(s.act, s.modality.value) for s in find_by_rules(report(text)).statements if s.act in acts}


@pytest.mark.parametrize(
    "text",
    [
        RAID + "The migrants paid fines. Claims that minors were beaten do not correspond to reality, it added.",
        RAID + "The courts fined the migrants. Officials rejected posts saying that visitors had been beaten.",
    ],
)
def test_blows_after_a_raid_are_of_those_who_raid(text):
    assert blows(text) == {("excessive_force", "denied")}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke on Monday. Two migrants were beaten in the street.",
        RAID + "Nationalists had beaten a courier there before. Later a Tajik driver was stabbed in the yard.",
        RAID + "At least five Central Asians were beaten in Kazan and Samara that week, activists say.",
        RAID + "Some youths came to the yard. They hit a guest with a stick.",
        RAID + "The owner lives upstairs. He beat a neighbour last summer, she said.",
        RAID + "A court gave two youths probation for beating a loader from Tajikistan.",
    ],
)
def test_other_blows_stay_private(text):
    assert {act for act, _ in blows(text)} <= {"private_violence"}


def test_no_unlawful_actions_deny_force():
    said = "The migrants were pushed with batons. The police department found no unlawful actions by officers."
    assert ("excessive_force", "denied") in blows(said)
    assert ("excessive_force", "asserted") not in blows("The police committed no unlawful actions, it said.")
