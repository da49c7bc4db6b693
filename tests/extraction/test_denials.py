"""A denied deed is never told as a fact or a claim, in headlines and in numbers that stand alone too."""

import pytest
from report_texts import pieces, report

from guvoh.extraction.finder import find
from guvoh.model import Modality, Role


@pytest.mark.parametrize(
    "title",
    ["Police spokesman denies beatings", "Police deny beatings at Samara market", "Police refute torture claims"],
)
def test_a_headline_that_denies_tells_no_deed(title):
    made = find(pieces((Role.TITLE, title))).statements
    assert made
    assert {s.modality for s in made} == {Modality.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "The story that 30 people were beaten is pure invention, the police said.",
        "The police denied that 30 people had fallen ill.",
        "“The claim that 60 people fell ill is a lie,” the governor said.",
    ],
)
def test_a_number_in_a_denied_claim_is_denied(text):
    made = find(report(text)).statements
    assert made
    assert {s.modality for s in made} == {Modality.DENIED}


def test_what_is_not_done_in_a_detention_centre_does_not_deny_that_people_are_held_there():
    made = find(report("The men were not fed in the detention centre.")).statements
    assert made
    assert Modality.DENIED not in {s.modality for s in made if s.act == "arbitrary_detention"}
    denied = find(report("Nobody was held in the detention centre.")).statements
    assert Modality.DENIED in {s.modality for s in denied if s.act == "arbitrary_detention"}


def told(text, act):
    return {s.modality for s in find(report(text)).statements if s.act == act}


@pytest.mark.parametrize(
    "text",
    [
        "Their deportation was hardly voluntary, he said.",
        "The deportations of Syrians were by no means voluntary.",
        "The men were not deported voluntarily.",
        "Some 300 migrants left the country, but it was hardly voluntary.",
        "The migrants did not leave the country voluntarily.",
        "The migrants never left Russia voluntarily.",
    ],
)
def test_what_is_hardly_voluntary_is_done(text):
    assert told(text, "expulsion") == {Modality.ASSERTED}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The office said that the families were not deported but went home voluntarily.", "expulsion"),
        ("No one was deported but many left voluntarily, the ministry said.", "expulsion"),
        ("She was not detained and came voluntarily, the police said.", "arbitrary_detention"),
        ("The prisoners were not beaten and signed freely.", "torture_ill_treatment"),
        ("Officers did not beat the 15 migrants freely.", "excessive_force"),
    ],
)
def test_a_word_of_will_leaves_denied_what_nobody_does_by_his_will_and_what_another_verb_tells(text, act):
    assert told(text, act) == {Modality.DENIED}


def test_who_did_not_sign_freely_was_made_to():
    assert told("The recruits did not sign the contracts freely.", "forced_recruitment") == {Modality.ASSERTED}


def test_what_is_voluntary_is_denied_to_be_forced():
    assert told("The returns are voluntary, the ministry said.", "expulsion") == {Modality.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "No complaint was filed after officers tortured him.",
        "No complaint was filed over the torture of 12 men.",
        "There was no investigation into the torture of 12 men.",
    ],
)
def test_a_deed_about_which_nothing_was_done_is_not_denied(text):
    assert told(text, "torture_ill_treatment") in ({Modality.ASSERTED}, {Modality.ALLEGED})


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Police rejected the charges over their beating of 12 men.", "excessive_force"),
        ("Police denied a case over their torture of 15 men exists.", "torture_ill_treatment"),
        ("The accused denies all charges over the torture of the prisoners.", "torture_ill_treatment"),
    ],
)
def test_who_rejects_a_charge_over_a_deed_denies_the_deed(text, act):
    assert told(text, act) == {Modality.DENIED}


def test_a_deed_over_which_a_court_refused_to_open_a_case_is_not_denied():
    text = "The court refused to open a case over the torture of 12 men."
    assert told(text, "torture_ill_treatment") == {Modality.ASSERTED}


def test_nothing_that_followed_a_beating_denies_it():
    assert told("No investigation followed after police beat the men.", "excessive_force") == {Modality.ASSERTED}


def test_no_complaint_of_torture_and_no_evidence_for_it_deny_it():
    assert told("The ministry received no complaints of torture.", "torture_ill_treatment") == {Modality.DENIED}
    assert told("There is no evidence for the torture of 12 men.", "torture_ill_treatment") == {Modality.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "In all 300 left the country.",
        "On Friday 300 migrants left the country.",
        "The 40 Kyrgyz went home last week.",
        "The migrants left the country voluntarily.",
        "The court freed the men.\n\nOn Friday 300 migrants left the country.",
        "300 left the country last year for work.",
        "Demand for workers fell. In all 300 migrants left the country last year.",
        "Their flights were cancelled. On Friday 300 migrants left the country.",
        "Friends told them to leave a note. On Friday 300 migrants left the country.",
        "The migrants were not forced out. In all 300 migrants left the country.",
    ],
)
def test_who_only_leaves_is_not_expelled(text):
    assert not told(text, "expulsion")


@pytest.mark.parametrize(
    "text",
    [
        "Authorities forced 300 migrants to leave the country.",
        "The 300 migrants were ordered to leave the country.",
        "The 300 migrants will have to leave Russia by decision of the court.",
        "Twelve men left the country under escort.",
        "Last year the coast guard returned 500 people to Libya.",
        "The court ordered their removal. The men left the country on Friday.",
        "The mayor gave the 90 families until Monday. Some 40 families left the country.",
        "The ministry issued an ultimatum to migrants. By Sunday 400 migrants had left the country.",
        "The governor demanded that they go, and 90 workers left the country.",
        "The ministry annulled their permits. In a week 120 workers left the country.",
        "Police threatened to jail the men. The next day 40 workers left the country.",
        "Under threat of prison, 60 workers left Russia.",
        "Some 70 families left the region under threat of arrest.",
        "The mayor told the migrants to get out, and 50 men left the region.",
    ],
)
def test_who_is_made_to_leave_is_expelled(text):
    assert told(text, "expulsion")


@pytest.mark.parametrize(
    "text",
    [
        "The Interior Ministry denies that anyone was beaten in Penza.",
        "Police denies, however, that anyone was beaten in the cells.",
        "The police denies having beaten the men.",
        "The Interior Ministry disputes that anyone was beaten in Penza.",
        "The embassy refutes that 12 citizens were tortured.",
        "The ministry refutes claims that 20 men were beaten.",
        "The police department rejects that 20 migrants were beaten.",
        "Both deny beating the man.",
    ],
)
def test_a_denial_in_the_present_denies_as_one_in_the_past_does(text):
    made = [s for s in find(report(text)).statements if s.act]
    assert made
    assert {s.modality for s in made} == {Modality.DENIED}


def test_a_bare_clause_and_its_number_are_denied_together():
    (made,) = find(report("The ministry denies 20 migrants were expelled.")).statements
    assert (made.act, made.modality, made.count.words) == ("expulsion", Modality.DENIED, "20 migrants")
    assert made.attribution[0].name == "ministry"


@pytest.mark.parametrize(("first", "second"), [("denies", "confirms"), ("denied", "confirmed"), ("disputes", "admits")])
def test_what_is_confirmed_beside_a_denial_is_not_denied(first, second):
    text = f"The ministry {first} that the men were beaten but {second} that 20 migrants were expelled."
    assert told(text, "expulsion") == {Modality.ASSERTED}
    assert told(text, "private_violence") == {Modality.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "Labour disputes turned violent and 20 workers were beaten.",
        "In land disputes that the owners settled, 20 workers were beaten.",
    ],
)
def test_disputes_over_work_and_land_deny_nothing(text):
    assert Modality.DENIED not in {s.modality for s in find(report(text)).statements}


def test_who_leaves_after_a_sentence_of_expulsion_is_expelled_too():
    text = "The mayor told the workers to leave by Friday. By Saturday 300 workers had left the country."
    made = find(report(text)).statements
    assert [s.act for s in made if s.count is not None and s.count.words == "300 workers"] == ["expulsion"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The service expelled no one in July.", "expulsion"),
        ("“We have deported nobody,” the director said on Friday.", "expulsion"),
        ("The city court fined no foreigners last week.", "fine"),
        ("Officers arrested none of the protesters.", "arbitrary_detention"),
    ],
)
def test_what_is_done_to_no_one_is_not_done(text, act):
    assert told(text, act) == {Modality.DENIED}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Officers detained none other than the lawyer Rano Saidova.", "arbitrary_detention"),
        ("The police arrested no fewer than 40 people in the yard.", "arbitrary_detention"),
        ("The court expelled no Uzbeks but 40 Tajiks.", "expulsion"),
        ("They spared no one: officers beat women and old men.", "torture_ill_treatment"),
    ],
)
def test_no_one_that_denies_nothing(text, act):
    assert told(text, act) == {Modality.ASSERTED}


@pytest.mark.parametrize(
    "text",
    [
        "“We deported no one,” the director said on Friday. According to him, 120 people left the country.",
        "The service says that it expelled nobody. In total 120 men left.",
        "No one was deported. In all, some 120 have gone home since May.",
    ],
)
def test_who_leaves_where_nobody_was_expelled_only_left(text):
    assert Modality.ASSERTED not in told(text, "expulsion")


@pytest.mark.parametrize(
    "text",
    [
        "Records obtained by Memorial do not show that 30 migrants were deported.",
        "The letter does not prove that police beat the migrants.",
        "The migrants were fined instead of being deported.",
    ],
)
def test_what_is_not_shown_or_was_replaced_is_denied(text):
    made = [s for s in find(report(text)).statements if s.act != "fine"]
    assert {s.modality for s in made} == {Modality.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "Records obtained by Memorial show that 30 migrants were deported.",
        "Records do not only show that 30 migrants were deported.",
        "The film does not show how police deported 30 migrants.",
    ],
)
def test_what_is_shown_or_only_not_seen_is_not_denied(text):
    made = [s for s in find(report(text)).statements if s.act == "expulsion"]
    assert made
    assert Modality.DENIED not in {s.modality for s in made}


@pytest.mark.parametrize(
    "text",
    [
        "The coast guard picked up 40 migrants from a sinking raft.",
        "Police led 50 migrants out of the burning market.",
    ],
)
def test_who_is_taken_out_of_danger_is_not_held(text):
    assert "arbitrary_detention" not in {s.act for s in find(report(text)).statements}


def test_who_is_led_out_of_a_market_is_held():
    made = find(report("Police led 50 migrants out of the market in handcuffs.")).statements
    assert "arbitrary_detention" in {s.act for s in made}


@pytest.mark.parametrize(
    "text",
    ["The owner did not take half of their wages, he said.", "The agent never kept back the wages of the maids."],
)
def test_wages_that_were_not_taken_are_a_denial(text):
    made = find(report(text)).statements
    assert "other" in {s.act for s in made}
    assert {s.modality for s in made} == {Modality.DENIED}


def test_what_rent_takes_nobody_extorts():
    made = find(
        report("The owner did not take half of their wages, he said; rent took a third of their wages.")
    ).statements
    assert {(s.act, s.modality) for s in made if s.act} == {("other", Modality.DENIED)}
    taken = find(report("The foreman extorted a third of the migrants' wages.")).statements
    assert "extortion" in {s.act for s in taken}
