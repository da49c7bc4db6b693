"""Golden cases: two figures and the one relation that holds between them, each with the reason why."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.model.weighing import FigurePair

INVERSE = {"wider": "narrower", "narrower": "wider"}
DAY, NEXT, WEEK = "2024-03-23", "2024-03-24", "2024-03-22/2024-03-28"
SINCE = "2024-03-22/.."
P, Q = ("official:Omsk police",), ("ngo:Civic Assistance",)


def omsk(words, by=P, when=DAY, act="arbitrary_detention", **more):
    """A figure in Omsk, of detentions unless another act is given."""
    return Say(words, act, "Omsk", when, by, **more)


def out(words, place, by=(), when=SINCE, **more):
    """An expulsion figure."""
    return Say(words, "expulsion", place, when, by, **more)


# (a, b, relation of a to b, published of a and b, why)
SAME_DAY, LATER, MUCH_LATER = ("2024-03-25", "2024-03-25"), ("2024-03-25", "2024-03-26"), ("2024-03-25", "2024-04-05")
CASES = [
    # same
    (omsk("40"), omsk("40", Q), "same", SAME_DAY, "one number of one thing from two sources"),
    (omsk("more than 400"), omsk("over 400", Q), "same", SAME_DAY, "both words mean a lower bound of 400"),
    (omsk("nearly 600"), omsk("nearly 600", Q), "same", SAME_DAY, "the same hedge on the same number"),
    (omsk("30 to 60"), omsk("30 to 60", Q), "same", SAME_DAY, "the same range"),
    (omsk("at least 12"), omsk("at least 12", Q), "same", LATER, "the same bound, repeated the next day"),
    (omsk("87"), omsk("87", Q, when=None), "same", SAME_DAY, "a number this telling, place and act alike, needs no second date"),
    (omsk("40"), Say("40", "arbitrary_detention", "Omsk", DAY, Q, who="people"), "same", SAME_DAY, "a named group of everybody narrows nothing"),
    (out("some 7,000", "Russia"), out("some 7,000", "Russia", Q), "same", LATER, "one rounded number passed on"),
    (omsk("40", stage="carried_out"), omsk("40", Q), "same", SAME_DAY, "a stage left unsaid does not part equal numbers"),
    (out("120", "Omsk", stage="ordered"), out("120", "Omsk", Q, stage="ordered"), "same", LATER, "equal number, equal stage"),
    (Say("over 2,500", None, "Russia", WEEK, P, "call"), Say("over 2,500", None, "Russia", WEEK, Q, "call"), "same", LATER, "calls compare with calls without any act"),
    (Say("120", "expulsion", "Omsk", DAY, P), Say("120", "collective_expulsion", "Omsk", DAY, Q), "same", LATER, "“en masse” is a way of removal, not another thing"),
    (omsk("3 women", act=None), omsk("3 women", Q, act=None), "same", "one", "small numbers of one thing, though no act is said"),
    (omsk("3 women", act=None), omsk("3 Malaysians", Q, act=None), None, "one", "small numbers of two things meet by chance"),
    # rounded same
    (omsk("nearly 600"), omsk("584", Q), "rounded_same", SAME_DAY, "584 is nearly 600"),
    (omsk("about 40"), omsk("38", Q), "rounded_same", SAME_DAY, "38 is about 40"),
    (omsk("some 7,000"), omsk("6,980", Q), "rounded_same", SAME_DAY, "6,980 rounds to 7,000"),
    (omsk("2,000"), omsk("2,031", Q), "rounded_same", SAME_DAY, "a bare 2,000 may be a rounded 2,031"),
    (omsk("about 40"), omsk("nearly 40", Q), "rounded_same", SAME_DAY, "two hedges that meet"),
    (omsk("around 150"), omsk("154", Q), "rounded_same", SAME_DAY, "154 is around 150"),
    (omsk("500"), omsk("nearly 500", Q), "rounded_same", SAME_DAY, "one page dropped the hedge of the other"),
    # consistent bound
    (omsk("more than 400"), omsk("418", Q), "consistent_bound", SAME_DAY, "418 is more than 400"),
    (omsk("at least 30"), omsk("34", Q), "consistent_bound", SAME_DAY, "34 is at least 30"),
    (omsk("up to 60"), omsk("52", Q), "consistent_bound", SAME_DAY, "52 is below the bound of 60"),
    (omsk("30 to 60"), omsk("45", Q), "consistent_bound", SAME_DAY, "45 lies in the range"),
    (omsk("more than 400"), omsk("at least 410", Q), "consistent_bound", SAME_DAY, "two lower bounds never exclude each other"),
    (omsk("fewer than 100"), omsk("about 90", Q), "consistent_bound", SAME_DAY, "about 90 lies under 100"),
    (omsk("at least 400"), omsk("nearly 500", Q), "consistent_bound", SAME_DAY, "something between 400 and 500 fits both"),
    # wider and narrower
    (out("nearly 500", "Russia"), out("30", "Krasnodar"), "wider", MUCH_LATER, "a country holds its city"),
    (out("nearly 500", "Russia"), out("87", "Volgograd Oblast"), "wider", MUCH_LATER, "a country holds its region"),
    (out("30", "Krasnodar"), out("55", "Krasnodar Krai", Q), "narrower", LATER, "a city lies in its region"),
    (out("12", "Sochi"), out("55", "Krasnodar Krai", Q), "narrower", LATER, "another city of that region"),
    (out("55", "Krasnodar Krai"), out("nearly 500", "Russia", Q), "narrower", LATER, "a region lies in its country"),
    (omsk("40", when=DAY), omsk("160", Q, when=WEEK), "narrower", MUCH_LATER, "one day of a week"),
    (out("300", "Russia", when="2024-03"), out("20", "Russia", when=DAY), "wider", MUCH_LATER, "a month holds its day"),
    (omsk("130", when=WEEK, nations=("KG",), who="citizens"), omsk("700", Q, when=WEEK, who="migrants"), "narrower", LATER, "citizens of one country among migrants"),
    (omsk("20", who="women"), omsk("90", Q, who="migrants"), "narrower", SAME_DAY, "women among migrants"),
    (out("40", "Omsk", when=DAY), out("nearly 500", "Russia", when=WEEK), "narrower", LATER, "narrower in place and in time alike"),
    (out("30", "Krasnodar", when=None), out("nearly 500", "Russia", when=None), "narrower", LATER, "neither is dated, but both are this week's news"),
    # part of
    (Say("98", "arbitrary_detention", "Omsk", DAY, P, of=1), Say("460", "arbitrary_detention", "Omsk", DAY, P), "part_of", "one", "“of them 98” says so"),
    (Say("12", "arbitrary_detention", "Omsk", DAY, P, of=1, who="women"), Say("more than 60", "raid", "Omsk", DAY, P), "part_of", "one", "the text makes it a part, whatever the act"),
    (Say("500", "arbitrary_detention", "Omsk", DAY, P, of=1), Say("6", "arbitrary_detention", "Omsk", DAY, P), None, "one", "a part cannot exceed its whole, whatever was read"),
    # later update
    (omsk("25", when=SINCE), omsk("61", when=SINCE), "INV later_update", LATER, "one count from one day, read off later"),
    (out("466", "Russia"), out("520", "Russia", Q), "INV later_update", MUCH_LATER, "another source reads the same running count later"),
    (omsk("40"), omsk("47"), "INV later_update", LATER, "the police gave a new number the next day"),
    (omsk("47"), omsk("40"), "INV later_update", LATER, "a source may also correct itself downwards"),
    (omsk("40", ("outlet:Omsk Post",)), omsk("95", Q), "INV later_update", MUCH_LATER, "ten days on, a larger number than the press gave is news, not a quarrel"),
    (omsk("40"), omsk("95", Q), "conflict", MUCH_LATER, "an NGO that counts more than the police did of one day disagrees, also ten days on"),
    (omsk("40", ("witness:a neighbour",)), omsk("95"), "INV later_update", LATER, "the police give the full number the day after a witness spoke of what she saw"),
    (omsk("44", ("outlet:Omsk Post",), who="Uzbeks", nations=("UZ",)), omsk("127"), None, LATER, "all people are no later count of the Uzbeks"),
    (omsk("44", who="Uzbeks", nations=("UZ",)), omsk("127"), None, LATER, "nor from the same source"),
    (omsk("40", ("outlet:Omsk Post",)), omsk("127", who="Uzbeks", nations=("UZ",)), None, LATER, "nor are Uzbeks a later count of all"),
    (omsk("60 officers", ("outlet:Omsk Post",), act=None), omsk("120", act=None), None, LATER, "those held are no later count of those who held them"),
    (omsk("30 guardsmen", ("outlet:Omsk Post",), act=None), omsk("60 policemen", act=None), None, LATER, "nor are policemen one of guardsmen"),
    (omsk("2", who="women"), omsk("16", Q, who="Uzbek women", nations=("UZ",)), None, SAME_DAY, "two women hold no sixteen"),
    (out("20", "Russia"), out("87", "Volgograd Oblast", Q), None, LATER, "a country with fewer than its region counts another thing"),
    (omsk("40", Q), omsk("95"), "INV later_update", LATER, "who counted fewer before the police gave their number does not dispute it"),
    (Say("40", "raid", "Omsk", DAY, P), omsk("95", Q, quote="The lawyers counted 95 people who were detained in Omsk."), "conflict", SAME_DAY, "those taken in a raid and those detained are the same people"),
    (omsk("62", who="people"), omsk("140", Q, who="men"), "conflict", SAME_DAY, "more men than there were people"),
    (omsk("62", who="people"), omsk("14", Q, who="men"), "wider", SAME_DAY, "fourteen men may be among the people"),
    # other stage
    (out("120", "Omsk", when=DAY, stage="ordered"), out("80", "Omsk", Q, when=DAY, stage="carried_out"), "other_stage", LATER, "ordered to leave is not yet expelled"),
    (out("500", "Russia", stage="ordered"), out("500", "Russia", Q, stage="carried_out"), "other_stage", LATER, "even equal numbers of two stages are two things"),
    (omsk("200", stage="planned", modality="planned"), omsk("150", Q, stage="carried_out"), "other_stage", LATER, "a plan beside what was done"),
    # other unit
    (omsk("40"), omsk("12", Q, unit="case"), "other_unit", SAME_DAY, "people against cases"),
    (out("466", "Omsk", when=DAY, unit="decision"), out("418", "Omsk", Q, when=DAY), "other_unit", SAME_DAY, "decisions against people expelled"),
    # conflict
    (omsk("40"), omsk("112", Q), "conflict", SAME_DAY, "same day, city, act and people: both cannot be right"),
    (omsk("40"), omsk("more than 100", Q), "conflict", SAME_DAY, "more than 100 excludes 40"),
    (omsk("fewer than 50"), omsk("more than 100", Q), "conflict", SAME_DAY, "the bounds leave no number for both"),
    (omsk("about 40"), omsk("71", Q), "conflict", SAME_DAY, "no rounding makes 71 of about 40"),
    (omsk("40"), omsk("112", Q, quote="The lawyers counted 112 people who were detained in Omsk."), "conflict", LATER, "a different source the next day, not news but a disagreement"),
    (omsk("6,000"), omsk("7,000", Q), "conflict", SAME_DAY, "round numbers a thousand apart are no rounding"),
    (omsk("40"), omsk("112", Q), "conflict", "one", "one page that gives two sources' numbers"),
    (omsk("40", stage="carried_out"), omsk("112", Q), "conflict", SAME_DAY, "a detention needs no order: unsaid, it is carried out"),
    # nothing to say
    (omsk("around 140", ("witness:residents",)), omsk("130", Q), None, SAME_DAY, "an estimate that is a few off the count quarrels with nobody"),
    (out("40", "Omsk", P, DAY, stage="ordered"), out("112", "Omsk", Q, DAY), None, SAME_DAY, "of a removal the stage left unsaid may be another"),
    (omsk("40"), Say("40", "arbitrary_detention", "Moscow", DAY, Q), None, SAME_DAY, "equal numbers of two cities are chance"),
    (omsk("40"), omsk("75", Q, when="2024-03-30"), None, MUCH_LATER, "same city, another week"),
    (omsk("40"), Say("112", "fine", "Omsk", DAY, Q), None, SAME_DAY, "the detained and the fined are no one quarrel"),
    (omsk("dozens"), omsk("112", Q), None, SAME_DAY, "a vague quantity excludes nothing and equals nothing"),
    (omsk("40"), omsk("112", Q, modality="general"), None, SAME_DAY, "what happens in general is no figure of this event"),
    (omsk("40"), omsk("112"), None, SAME_DAY, "one source does not contradict itself on one day"),
    (omsk("40", nations=("KG",)), omsk("30", Q, nations=("TJ",)), None, SAME_DAY, "Kyrgyz and Tajik citizens are counted apart"),
    (omsk("more than 30"), omsk("500", Q), None, SAME_DAY, "a bound says nothing of a number sixteen times larger"),
    (omsk("40"), omsk("15", Q, unit="day"), None, SAME_DAY, "days measure, they count nobody"),
    (omsk("20", who="women"), omsk("70", Q, who="men"), None, SAME_DAY, "women and men are counted apart"),
    (out("30", "Krasnodar", when=None), out("nearly 500", "Russia", when=None), None, ("2023-03-25", "2024-03-25"), "undated figures a year apart are strangers"),
    (Say("40", "expulsion", "Crimea", DAY, P), Say("90", "expulsion", "Russia", DAY, Q), None, SAME_DAY, "no side is taken on whose Crimea is"),
]  # fmt: skip


def relation(a, b, published):
    """The relation of a to b as weigh gives it, "INV …" when it reads from b to a."""
    if published == "one":
        (findings,) = documents = [made(Doc("one.html", [a, b]))]
        first, second = (s.id for s in findings.statements)
    else:
        documents = [made(Doc("a.html", [a], published[0])), made(Doc("b.html", [b], published[1]))]
        first, second = (d.statements[0].id for d in documents)
    pairs = [p for p in weigh(documents).figures if isinstance(p, FigurePair)]
    assert len(pairs) <= 1
    if not pairs:
        return None
    pair = pairs[0]
    if (pair.a, pair.b) == (first, second):
        return pair.relation.value
    assert (pair.a, pair.b) == (second, first)
    if pair.relation.value in ("part_of", "later_update"):
        return f"INV {pair.relation.value}"
    return INVERSE.get(pair.relation.value, pair.relation.value)


@pytest.mark.parametrize(("a", "b", "expected", "published", "why"), CASES, ids=[c[4] for c in CASES])
def test_relation(a, b, expected, published, why):
    assert relation(a, b, published) == expected, why


def test_there_are_enough_cases():
    assert len(CASES) >= 60
    assert all(case[4] for case in CASES)


def test_a_figure_whose_page_leaves_its_place_to_the_raid_is_of_that_place():
    raid = Say(None, "raid", "Omsk", DAY, P)
    police = made(Doc("police.html", [raid, Say("47", "arbitrary_detention", None, None, P)], "2024-03-25"))
    monitor = made(Doc("ngo.html", [omsk("at least 120", Q)], "2024-03-27"))
    assert [f.relation.value for f in weigh([police, monitor]).figures] == ["conflict"]


def test_a_page_that_hands_on_a_report_with_another_number_is_at_odds_with_it():
    channel, paper = "outlet:Khimki Channel", "outlet:Margin"
    first = made(Doc("margin.html", [omsk("137", (channel,))], "2024-03-25", "Margin"))
    digest = made(Doc("digest.html", [omsk("173", (channel, paper))], "2024-03-26", "Digest"))
    assert [f.relation.value for f in weigh([first, digest]).figures] == ["conflict"]


def test_a_page_that_sets_right_its_own_report_is_not_at_odds_with_itself():
    early = omsk(
        "about 30", (), quote="The Courier reported on Sunday that about 30 people had been taken away in Omsk."
    )
    page = made(Doc("courier.html", [omsk("94"), early], "2024-03-25", "Courier"))
    assert [f.relation.value for f in weigh([page]).figures] == ["later_update"]


def test_a_count_of_the_next_day_is_told_as_such():
    first = made(Doc("a.html", [omsk("40", ("witness:a neighbour",))], "2024-03-25"))
    second = made(Doc("b.html", [omsk("95")], "2024-03-26"))
    (pair,) = weigh([first, second]).figures
    assert "a larger number of the same thing, a day later" in pair.why
