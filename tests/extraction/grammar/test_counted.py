"""What numbers count: unit, share of a whole, and nouns left out."""

import pytest
from parsed_text import parsed, word

from guvoh.extraction.grammar.counted import counted, unit_of
from guvoh.extraction.numbers import NumberKind, find_numbers

# sentence, then words, unit and whether it is a part, for each number that counts
TABLE = [
    ("Police officers detained 40 migrants.", [("40 migrants", "person", False)]),
    ("Officers checked 46 foreign citizens.", [("46 foreign citizens", "person", False)]),
    ("We saw 14 kids in the van.", [("14 kids", "person", False)]),
    ("They met 14 gentlemen and 8 ladies.", [("14 gentlemen", "person", False), ("8 ladies", "person", False)]),
    ("The hotline received 2,500 phone calls.", [("2,500 phone calls", "call", False)]),
    ("The court issued 30 decisions.", [("30 decisions", "decision", False)]),
    ("Courts issued 30 deportation orders.", [("30 deportation orders", "order", False)]),
    ("Police opened 12 criminal cases.", [("12 criminal cases", "case", False)]),
    ("Officers carried out 15 raids.", [("15 raids", "raid", False)]),
    (
        "300 students and 20 teachers came.",
        [("300 students", "person", False), ("20 teachers", "person", False)],
    ),
    (
        "Five hostels and two shops burned.",
        [("Five hostels", "hostel", False), ("two shops", "shop", False)],
    ),
    ("Relatives counted. The mayor said twelve.", [("twelve", "person", False)]),
    ("The union puts the missing at nine.", [("nine", "person", False)]),
    ("The hospital received 32 wounded.", [("32 wounded", "person", False)]),
    ("We stood there, about seventy of us.", [("about seventy", "person", True)]),
    ("There were eleven.", [("eleven", "person", False)]),
    ("He knows of six.", [("six", "person", False)]),
    ("Police seized 12 passports.", [("12 passports", "passport", False)]),
    ("Fifty-two buses left.", [("Fifty-two buses", "bus", False)]),
    ("Three deaths were recorded.", [("Three deaths", "death", False)]),
    ("Eleven citizens of Tajikistan were expelled.", [("Eleven citizens", "person", False)]),
    ("Twenty Kyrgyz were expelled.", [("Twenty Kyrgyz", "person", False)]),
    (
        "Police held one Greek national and ten Syrians.",
        [("one Greek national", "person", False), ("ten Syrians", "person", False)],
    ),
    ("Police held 46 Sri Lankans.", [("46 Sri Lankans", "person", False)]),
    ("Police closed one Greek national park.", []),
    ("Police detained more than 100 Uzbeks.", [("more than 100 Uzbeks", "person", False)]),
    ("Between 30 and 60 people were detained.", [("Between 30 and 60 people", "person", False)]),
    ("One person died.", [("One person", "person", False)]),
    # measures
    ("He was fined 5,000 rubles.", [("5,000 rubles", "RUB", False)]),
    ("The ban lasts 40 years.", [("40 years", "year", False)]),
    ("About 70 percent of the workers left.", [("About 70 percent", "percent", False)]),
    # words for many
    ("Thousands were deported.", [("Thousands", "person", False)]),
    ("Hundreds of women were detained.", [("Hundreds of women", "person", False)]),
    # shares
    ("Twelve of them were deported.", [("Twelve", "person", True)]),
    ("Seven of those detained were fined.", [("Seven", "person", True)]),
    ("Of them, 12 were deported.", [("12", "person", True)]),
    ("A total of 40 men came, five of whom were fined.", [("40 men", "person", False), ("five", "person", True)]),
    ("Police detained 32 men, including seven from Peru.", [("32 men", "person", False), ("seven", "person", True)]),
    # nouns left out
    (
        "Police detained 46 people in May. In June they detained 51.",
        [("46 people", "person", False), ("51", "person", False)],
    ),
    (
        "The hotline received 300 calls in May. In June there were 450.",
        [("300 calls", "call", False), ("450", "call", False)],
    ),
    # what counts nothing
    ("Officers came in 2024.", []),
    ("One should not believe everything.", []),
]


def figures(text):
    read, out, before = parsed(text), [], None
    for sentence in read.sentences:
        for mention in find_numbers(text, sentence.start, sentence.end):
            number = counted(read, sentence, mention, before)
            if number is not None:
                out.append((text[number.start : number.end], number.unit, number.partitive))
                before = number if mention.kind is NumberKind.COUNT else before
    return out


NEAR_MISSES = [
    ("Russia expelled 150,000 migrants last year.", ("150,000 migrants", "person"), "a year is not what is counted"),
    ("In 57 cases admission was refused.", ("57 cases", "case"), "what follows a plural is no part of its name"),
    ("The spokeswoman gave a figure of 26 for Monday night.", ("26", "person"), "nor is the day that it is told of"),
    ("Three of the injured are foreigners.", ("Three of the injured", "person"), "a state stands for people"),
    ("We counted eight attackers in black.", ("eight attackers", "person"), "people by what they do"),
    ("Some 38 owners lost everything.", ("Some 38 owners", "person"), "people by what they have"),
    ("They questioned 30 street vendors.", ("30 street vendors", "person"), "a name of two words goes on"),
    ("There were 12 arrests on Monday.", ("12 arrests", "arrest"), "acts stay acts"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), NEAR_MISSES, ids=[c[2] for c in NEAR_MISSES])
def test_the_counted_noun_ends_where_its_name_does(sentence, expected, why):
    assert [(words, unit) for words, unit, _ in figures(sentence)] == [expected], why


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[s[:50] for s, _ in TABLE])
def test_numbers_with_their_units(sentence, expected):
    assert figures(sentence) == expected


def test_a_share_named_before_its_number():
    assert figures("Police checked 200 workers. Of those, 19 were deported.")[1] == ("19", "person", True)


@pytest.mark.parametrize(
    ("sentence", "noun", "unit"),
    [
        ("The women left.", "women", "person"),
        ("The families left.", "families", "person"),
        ("The Uzbeks left.", "uzbeks", "person"),
        ("The cities burned.", "cities", "city"),
        ("The buses left.", "buses", "bus"),
        ("The visas expired.", "visas", "visa"),
    ],
)
def test_units_are_singular_and_people_are_persons(sentence, noun, unit):
    assert unit_of(parsed(sentence), word(sentence, noun)) == unit
