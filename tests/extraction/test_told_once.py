"""An act that a page only points back to, or sums up in its headline, is told once."""

import pytest
from report_texts import pieces

from guvoh.extraction.finder import find
from guvoh.model import Modality, Role


def acts(body, title="Notes"):
    """The acts of a page with the words of their counts."""
    found = find(pieces((Role.TITLE, title), (Role.BODY, body))).statements
    return sorted((s.act, s.count.words if s.count else "") for s in found if s.act)


HELD = "Police in Penza detained 80 migrants at a market on Tuesday. "


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("The lawyer of the detained asked for a list.", []),
        ("The detained workers came from four villages.", []),
        ("Thirty of the detained had broken rules and twelve are to be deported.", [("expulsion", "twelve")]),
    ],
)
def test_the_detained_are_those_of_whom_it_was_told(after, told):
    found = acts(HELD + after)
    assert ("arbitrary_detention", "80 migrants") in found
    assert ("arbitrary_detention", "") not in found
    assert ("arbitrary_detention", "twelve") not in found
    assert set(told) <= set(found)


@pytest.mark.parametrize(
    ("more", "held"),
    [
        (HELD + "The consul asked to see the papers of those held at the depot.", 1),
        (HELD + "The lawyer met with those detained.", 1),
        ("The consul asked to see the papers of those held at the depot.", 1),
        ("Officers dealt harshly with those they had detained without a lawyer in Perm.", 1),
        ("Of those detained in Perm on 3 May, 14 were Uzbek.", 1),
        (HELD + "Relatives still wait for those held at the depot since May.", 2),
    ],
)
def test_those_held_tell_a_detention_where_nothing_else_does(more, held):
    assert len([act for act, _ in acts(more) if act == "arbitrary_detention"]) == held


def test_a_section_heading_sums_up_what_stands_under_it():
    body = (
        HELD.strip()
        + "\n\nEighty migrants detained\n\n"
        + "The lawyer of the builders said that a court would hear them."
    )
    assert [a for a in acts(body) if a[0] == "arbitrary_detention"] == [("arbitrary_detention", "80 migrants")]


def test_a_section_heading_tells_what_nothing_else_tells():
    body = (
        HELD.strip() + "\n\nTwelve cooks deported\n\n" + "The lawyer of the builders said that a court would hear them."
    )
    assert ("expulsion", "Twelve cooks") in acts(body)


CASES = (
    "This is what our hotline heard in May from people who called our volunteers in the three towns.\n\n"
    "Baker tortured in Perm\n\n"
    "The wife of the baker told us on Friday that she has hired a lawyer who will write to the town.\n\n"
    "Courier detained in Kazan\n\n"
    "Police detained a brother of the courier in Tver as well, and one man was tortured there for a night."
)


def test_a_section_heading_tells_a_case_of_its_own_place():
    found = acts(CASES)
    assert [act for act, _ in found].count("torture_ill_treatment") == 2
    assert [act for act, _ in found].count("arbitrary_detention") == 2


def test_a_section_heading_tells_the_victims_that_nothing_under_it_counts():
    body = (
        HELD.strip()
        + "\n\nSeven men beaten to death\n\n"
        + "The doctors saw how a man was beaten by guards at the gate of the depot until the morning came."
    )
    assert [act for act, _ in acts(body)].count("torture_ill_treatment") == 2


def test_where_the_detained_are_now_is_told_again():
    found = acts(HELD + "The detainees are now at the immigration depot in the hills.")
    assert ("arbitrary_detention", "80 migrants") in found
    assert ("arbitrary_detention", "") in found


def test_the_detained_of_whom_nothing_was_told_tell_it():
    assert "arbitrary_detention" in {act for act, _ in acts("The lawyers of the detained migrants came to the police.")}


def test_a_headline_sums_up_what_the_body_tells_by_other_words():
    body = "Officers checked the documents of 90 workers at the market in Penza. Twelve migrants were detained."
    assert "raid" not in {act for act, _ in acts(body, title="Raid on market in Penza")}
    assert "raid" in {act for act, _ in acts("The weather was fine in Penza.", title="Police raid market in Penza")}


def test_a_search_of_a_market_is_a_raid_and_no_second_act():
    found = {act for act, _ in acts("Police searched the warehouse of a parcel firm and detained 40 migrants.")}
    assert "raid" in found
    assert "unlawful_entry_search" not in found


def test_administrative_charges_are_no_criminal_ones():
    found = acts("Police said 30 foreign citizens were deported or charged with administrative offenses.")
    assert "criminal_charge" not in {act for act, _ in found}
    assert ("expulsion", "30 foreign citizens") in found


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Forty migrants were detained by police after raids in three districts.",
            ("arbitrary_detention", "Forty migrants"),
        ),
        (
            "MUAR: Close to 100 foreign workers have been arrested by police.",
            ("arbitrary_detention", "Close to 100 foreign workers"),
        ),
        ("Over 900 citizens are at risk, they may be deported from Russia.", ("expulsion", "Over 900 citizens")),
        ("Agents arrested 86 of about 110 workers there, and 12 more at a store.", ("arbitrary_detention", "12")),
        (
            "A criminal case was opened by police on illegal migration against eight people.",
            ("criminal_charge", "eight people"),
        ),
        ("A court ruled to deport six; the others were let off with fines, the migrants said.", ("expulsion", "six")),
        ("One migrant was fined by police, three are to leave the country within 15 days.", ("expulsion", "three")),
        ("Police caught 18,000 new citizens, and some 9,000 of them have been deported.", ("expulsion", "some 9,000")),
    ],
)
def test_a_count_belongs_to_the_act_that_befell_those_counted(body, told):
    found = acts(body)
    assert told in found
    assert not {count for _, count in found} & {"three districts"}


@pytest.mark.parametrize(
    ("body", "act"),
    [
        ("The hundreds of people detained at the market were taken to local police stations.", "arbitrary_detention"),
        ("Police raided the market in an operation called Shield.", "raid"),
    ],
)
def test_two_words_for_one_happening_tell_it_once(body, act):
    assert [told for told, _ in acts(body)].count(act) == 1


def test_the_centre_whence_people_are_deported_holds_nobody_anew():
    found = acts("Last year, 386 citizens of Kyrgyzstan were deported from the temporary detention center.")
    assert found == [("expulsion", "386 citizens")]


def test_an_immigration_director_accuses_nobody():
    body = "Immigration director Datuk Azman Omar said 60 workers were held. 'We also arrested two men,' he said."
    told = {s.act: s.modality for s in find(pieces((Role.BODY, body))).statements if s.act}
    assert set(told.values()) == {Modality.ASSERTED}
