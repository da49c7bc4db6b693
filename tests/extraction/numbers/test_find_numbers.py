"""Numbers: bounds and kinds as tables of sentences, and properties over any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.numbers import NumberKind, find_numbers
from guvoh.extraction.numbers.words import words
from guvoh.model.errors import BadTerm


def found(text):
    return find_numbers(text, 0, len(text))


def only(text, kind="count"):
    return [m for m in found(text) if m.kind is NumberKind(kind)]


# sentence, words of the mention, qualifier, low, best, high
COUNTS = [
    ("The hostel held 87 workers.", "87", "exact", 87, 87, 87),
    ("She logged more than 1,300 complaints.", "more than 1,300", "more_than", 1300, None, None),
    ("Over 640 tenants left.", "Over 640", "more_than", 640, None, None),
    ("Upwards of 90 drivers queued.", "Upwards of 90", "more_than", 90, None, None),
    ("In excess of 4,000 forms were lost.", "In excess of 4,000", "more_than", 4000, None, None),
    ("At least 19 people were beaten.", "At least 19", "at_least", 19, None, None),
    ("No fewer than 12 students spoke.", "No fewer than 12", "at_least", 12, None, None),
    ("A minimum of 5 inspectors came.", "A minimum of 5", "at_least", 5, None, None),
    ("Up to 60 cooks share a room.", "Up to 60", "at_most", None, None, 60),
    ("As many as 200 loaders waited.", "As many as 200", "at_most", None, None, 200),
    ("No more than 3 visitors may enter.", "No more than 3", "at_most", None, None, 3),
    ("Fewer than 40 cases reached court.", "Fewer than 40", "less_than", None, None, 40),
    ("Just under 500 couriers stopped work.", "Just under 500", "less_than", None, None, 500),
    ("Nearly 310 families wrote.", "Nearly 310", "nearly", None, 310, 310),
    ("Almost a hundred men stood outside.", "Almost a hundred", "nearly", None, 100, 100),
    ("Close to 70 women testified.", "Close to 70", "nearly", None, 70, 70),
    ("Some 8,000 workers left.", "Some 8,000", "about", None, 8000, None),
    ("Roughly 45 tents burned.", "Roughly 45", "about", None, 45, None),
    ("An estimated 2,400 children miss school.", "An estimated 2,400", "about", None, 2400, None),
    ("About half a million people crossed.", "About half a million", "about", None, 500000, None),
    ("From 30 to 60 people sleep there.", "From 30 to 60", "range", 30, None, 60),
    ("Between 15 and 20 cases are open.", "Between 15 and 20", "range", 15, None, 20),
    ("They hold 30-45 men in a cell.", "30-45", "range", 30, None, 45),
    ("Two or three guards hit him.", "Two or three", "range", 2, None, 3),
    ("It would cost 2-3 million jobs.", "2-3 million", "range", 2e6, None, 3e6),
    ("Dozens of porters were held.", "Dozens", "vague", None, None, None),
    ("Tens of thousands of migrants returned.", "Tens of thousands", "vague", None, None, None),
    ("Several hundred men waited.", "Several hundred", "vague", None, None, None),
    ("A group of students was taken away.", "A group", "vague", None, None, None),
    ("There were 2 500 applications.", "2 500", "exact", 2500, 2500, 2500),
    ("There were 2.5 thousand applications.", "2.5 thousand", "exact", 2500, 2500, 2500),
    ("Some 1.2m people hold patents.", "Some 1.2m", "about", None, 1.2e6, None),
    ("Two dozen men were fined.", "Two dozen", "exact", 24, 24, 24),
    ("A couple of hundred men came.", "A couple of hundred", "about", None, 200, None),
    (
        "One hundred and fifty thousand permits lapsed.",
        "One hundred and fifty thousand",
        "exact",
        150000,
        150000,
        150000,
    ),
    ("Two and a half million visits followed.", "Two and a half million", "exact", 2.5e6, 2.5e6, 2.5e6),
    ("Twenty-one men signed.", "Twenty-one", "exact", 21, 21, 21),
    ("Not a single complaint was upheld.", "Not a single", "exact", 0, 0, 0),
    ("There were 30 or more beds.", "30 or more", "at_least", 30, None, None),
    ("It needs 50-plus staff.", "50-plus", "at_least", 50, None, None),
    ("It needs 50+ staff.", "50+", "at_least", 50, None, None),
    ("He met 20-odd elders.", "20-odd", "about", None, 20, None),
    ("He met 40 elders or so in May.", "40 elders or so", "about", None, 40, None),
    ("They searched 30 vans at least.", "30 vans at least", "at_least", 30, None, None),
    ("At least some 30 vans came.", "At least some 30", "at_least", 30, None, None),
    ("Perhaps as many as 50 fled.", "Perhaps as many as 50", "at_most", None, None, 50),
    ("More than 2000 foreign citizens registered.", "More than 2000", "more_than", 2000, None, None),
    ("2000 migrants were held overnight.", "2000", "exact", 2000, 2000, 2000),
    ("In May 30 people died.", "30", "exact", 30, 30, 30),
]


@pytest.mark.parametrize(("text", "said", "qualifier", "low", "best", "high"), COUNTS)
def test_counts_keep_their_bounds(text, said, qualifier, low, best, high):
    (mention,) = only(text)
    assert (mention.words, mention.qualifier.value) == (said, qualifier)
    assert (mention.low, mention.best, mention.high) == (low, best, high)


# sentence, kind, words, unit
OTHERS = [
    ("A 15-day arrest followed.", "duration", "15", "day"),
    ("Entry is barred for five years.", "duration", "five", "year"),
    ("A camp 60 kilometers away.", "distance", "60", "kilometre"),
    ("They stood 100m from the gate.", "distance", "100", "metre"),
    ("He paid 5,000 rubles.", "money", "5,000", "RUB"),
    ("The fine is 300 000 RUB.", "money", "300 000", "RUB"),
    ("It cost up to $1.2 million.", "money", "up to $1.2 million", "USD"),
    ("About 17 percent agreed.", "percent", "About 17", "percent"),
    ("Support fell by 4%.", "percent", "4", "percent"),
    ("Nearly one in three workers is unpaid.", "fraction", "Nearly one in three", None),
    ("Half of them had papers.", "fraction", "Half", None),
    ("Two thirds of tenants left.", "fraction", "Two thirds", None),
    ("Twice as many came.", "multiplier", "Twice", None),
    ("They hit him 14 times.", "multiplier", "14", None),
    ("The 34-year-old baker spoke.", "age", "34", "years_of_age"),
    ("Nodir, 34, works there.", "age", "34", "years_of_age"),
    ("Children under 14 were let go.", "age", "under 14", "years_of_age"),
    ("A plot of 12 hectares.", "area", "12", "hectare"),
    ("Twenty tons of flour arrived.", "weight", "Twenty", "tonne"),
    ("At 21:45 the lights went out.", "clock", "21:45", None),
    ("By 2000 hours they had left.", "clock", "2000 hours", None),
    ("They came at 5 a.m. in vans.", "clock", "5 a.m.", None),
    ("It sits on Tuesday at 9.30.", "clock", "9.30", None),
    ("Published on Monday 20.00 BST.", "clock", "20.00 BST", None),
    ("He was to come at nine the next morning.", "clock", "at nine", None),
    ("Zero tolerance was the rule.", "rank", "Zero tolerance", None),
    ("They knocked at 5 in the morning.", "clock", "5 in the morning", None),
    ("Linden Street, 1070 Vienna, Austria.", "article", "1070", None),
    ("On June 19-25 they rested.", "date", "June 19-25", None),
    ("In 2021 it closed.", "date", "2021", None),
    ("The 2021 elections were quiet.", "date", "2021", None),
    ("The plan for 2023–2026 is out.", "date", "2023–2026", None),
    ("It fell below 2005 levels.", "date", "2005", None),
    ("He broke Article 18.8 of the Code.", "article", "Article 18.8", None),
    ("See Part 2 for more.", "article", "Part 2", None),
    ("Operation Sunrise-2022 began.", "article", "Sunrise-2022", None),
    ("A Su-24 flew over.", "article", "Su-24", None),
    ("The line is open 24/7 now.", "article", "24/7", None),
    ("They met in Room 12 upstairs.", "article", "Room 12", None),
    ("It stands at 57 Linden Avenue today.", "article", "57 Linden Avenue", None),
    ("Call +996 312 55-44-33 now.", "phone", "+996 312 55-44-33", None),
    ("Dinamo won 3-1 at home.", "score", "3-1", None),
    ("The court ruled 5-4 against him.", "score", "5-4", None),
    ("At 55.7558, 37.6173 on the map.", "coordinate", "55.7558, 37.6173", None),
    ("It was minus 20 degrees.", "temperature", "20", "degree"),
    ("The 21st century began.", "ordinal", "21st", None),
    ("It ranks in the top 10 here.", "rank", "top 10", None),
]


def test_an_hour_before_a_count_is_no_part_of_it():
    text = "At about eleven, 17 people were led away."
    assert [m.words for m in only(text, "clock")] == ["At about eleven"]
    assert [m.best for m in only(text)] == [17]


@pytest.mark.parametrize(("text", "kind", "said", "unit"), OTHERS)
def test_numbers_that_count_nothing_say_what_they_are(text, kind, said, unit):
    assert [(m.words, m.unit) for m in only(text, kind)] == [(said, unit)]
    assert only(text) == []


@pytest.mark.parametrize(
    "text",
    ["Some people left.", "Many were held.", "Several men spoke.", "A few came.", "He may go.", "No number here."],
)
def test_words_that_are_no_numerals_give_nothing(text):
    assert found(text) == []


def test_a_change_is_two_numbers_and_no_range():
    assert [m.words for m in only("The toll rose from 30 to 60.")] == ["30", "60"]


def test_one_is_weak_and_each_is_marked():
    (one,) = only("One of them spoke.")
    assert one.weak
    (each,) = only("They paid 5,000 rubles each.", "money")
    assert each.each


def test_only_the_number_is_kept_apart_from_its_hedges():
    text = "It took up to $500 at once."
    (mention,) = only(text, "money")
    assert text[mention.number_start : mention.number_end] == "500"
    assert text[mention.start : mention.end] == "up to $500"


def test_a_language_without_words_is_refused():
    with pytest.raises(BadTerm):
        words("xx")


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from("12 3,000 one hundred million half of in - to – % $ May am a 2024 : . \n dozen".split(" ")),
        max_size=25,
    ).map(" ".join)
)
def test_any_text_gives_ordered_verbatim_mentions(text):
    last = 0
    for m in find_numbers(text, 0, len(text)):
        assert text[m.start : m.end] == m.words
        assert last <= m.number_start < m.number_end <= len(text)
        assert m.start <= m.number_start
        assert m.number_end <= m.end
        last = m.number_end
        if m.low is not None and m.high is not None:
            assert m.low <= m.high


@pytest.mark.parametrize("joint", [" ", " No. ", "No. ", " №", "#"])
def test_what_a_label_names_is_counted_nowhere_however_it_is_written(joint):
    label = words().raw["label"]
    for written in (form for word in (*label["firm"], *label["marks"]) for form in (word, word.upper(), word.title())):
        kinds = {m.kind for m in found(f"They read {written}{joint}5 today.")}
        assert kinds == {NumberKind.ARTICLE}, written
