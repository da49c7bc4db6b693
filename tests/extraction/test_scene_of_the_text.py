"""Where and when a sentence plays that does not say so: labels, datelines, the only day, the country of a body."""

# ruff: noqa: E501 -- tables read best with a row on a line

import pytest
from report_texts import pieces

from guvoh.extraction.rules import find_by_rules
from guvoh.model import Role

TITLED = ("Police hold 70 in hostel raid", "Police raided a hostel in Osh on 3 March.")

CASES = [
    # a label sets place and day of its paragraph
    (("Weekly notes", "Samara. Bailiffs removed 26 people.", "Penza. Bailiffs removed 12 people."), {26: ("Samara", None), 12: ("Penza", None)}),
    (("The year in lines", "18 March, Irkutsk. Police detained 40 people."), {40: ("Irkutsk", "2025-03-18")}),
    # the narrower place of the opening, and the one day told so far
    ((*TITLED, "Some 70 people were put on buses."), {70: ("Osh", "2025-03-03")}),
    (("In Kyrgyzstan, police check hostels", "Police raided a hostel in Osh on 3 March.", "Some 70 people were put on buses."), {70: ("Osh", "2025-03-03")}),
    # two days told: which one is not known; a present is not of that day
    ((*TITLED, "On 5 March the owner was fined.", "Some 70 people were put on buses."), {70: ("Osh", None)}),
    ((*TITLED, "Some 300 people live there."), {300: ("Osh", None)}),
    # the day of telling is not taken over
    (("Deportations", "On 5 March the ministry said that people had been deported from Osh.", "Some 70 people were put on buses."), {70: ("Osh", None)}),
    # a title or a dateline names the place, where nothing else does
    (("How Kostroma greets its citizens", "Twenty-one men were taken to the barracks."), {21: ("Kostroma", None)}),
    (("Former officers jailed", "Yekaterinburg, 11 March 2025", "A court jailed two officers."), {2: ("Yekaterinburg", None)}),
    # the office of who speaks is not the place of the event; the country of a body is narrowed to its town
    (("Deaths in custody", "Officials in Bangkok said three people died in a cell in Songkhla."), {3: ("Songkhla", None)}),
    (("Raid", "Immigration officers raided a plant in Klang.", "The Malaysian police detained 402 people."), {402: ("Klang", None)}),
    (("Raid", "Immigration officers raided a plant in Klang.", "The Russian police detained 402 people in Russia."), {402: ("Russia", None)}),
    # a country that people are to leave is no scene beside the town of which the page tells
    (("Courts send 270 people away from Omsk", "Some 270 people will have to leave Russia by decision of the courts of Omsk.", "Judges fined 39 people."), {270: ("Omsk", None), 39: ("Omsk", None)}),
    # near a town is not in it, where the page names the very place
    (("Worshippers held near Moscow", "Officers held worshippers in Noginsk.", "There were 450 people in the hall."), {450: ("Noginsk", None)}),
    (("Worshippers held near Moscow", "Officers held worshippers outside Moscow.", "There were 450 people in the hall."), {450: ("Moscow", None)}),
    # without a place in the opening: the one that the page names most, not the last before
    (("A raid protested", "Workers were led away from a bazaar.", "A market in Tomsk was raided, said people of Tomsk.", "Guests from Omsk came to look.", "Some 90 people were held."), {90: ("Tomsk", None)}),
    # a dateline gives a town and its state
    (("Raid on a plant", "OTTUMWA, Iowa (AP) — Federal agents went into a plant.", "Some 110 workers were detained."), {110: ("Ottumwa", None)}),
    # appeals of a publisher open no text
    (("Raid", "Support us!", "Thank you all.", "Police raided a hostel in Osh.", "Some 70 people were put on buses."), {70: ("Osh", None)}),
    # a part of the world is narrowed to its city; a week of a town is still of the town
    (("Raid", "Police held 400 people in the Urals city of Perm."), {400: ("Perm", None)}),
    (("Raid in Omsk", "Courts in Omsk met.", "Between 3 and 7 March judges heard the cases of 391 people."), {391: ("Omsk", "2025-03-03/2025-03-07")}),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "wanted"), CASES)
def test_place_and_day(parts, wanted):
    title, *body = parts
    document = pieces((Role.TITLE, title), *((Role.BODY, words) for words in body), published="2025-03-20")
    found = {s.count.best: (s.place.name, s.when) for s in find_by_rules(document).statements if s.count and s.place}
    assert {n: found[n] for n in wanted} == wanted


def test_a_number_of_a_long_time_is_of_the_country_not_of_the_town_of_one_raid():
    found = find_by_rules(
        pieces(
            (Role.TITLE, "Raid in Malaysia"),
            (Role.BODY, "KUALA LUMPUR, Oct 21 — Officers detained 412 workers in Johor Bahru on Sunday."),
            (Role.BODY, "The officers held 38 others in a bus."),
            (Role.BODY, "So far this year the department has detained 39,000 people."),
            published="2024-10-21",
        )
    )
    told = {s.count.best: (s.place.name, s.when) for s in found.statements if s.count and s.place}
    assert told == {
        412: ("Johor Bahru", "2024-10-20"),  # the dateline's day dates no event
        38: ("Johor Bahru", "2024-10-20"),
        39000: ("Malaysia", "2024"),
    }


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("A spokesman for the ministry in Tunis said the operation concerned 80 people.", "Sfax"),
        ("The minister, speaking in Tunis on Thursday, told of 80 people.", "Sfax"),
        ("In Tunis, police detained 80 people.", "Tunis"),
        ("Police said they had detained 80 people in Tunis.", "Tunis"),
    ],
)
def test_where_somebody_speaks_is_not_where_it_happened(words, place):
    document = pieces((Role.BODY, "Police rounded up migrants in Sfax on Sunday."), (Role.BODY, words))
    assert [s.place.name for s in find_by_rules(document).statements if s.count] == [place]
