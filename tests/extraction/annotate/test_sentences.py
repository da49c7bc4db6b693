"""Sentence boundaries over a table of texts, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guvoh.extraction.annotate.sentences import abbreviations, split

CUT = "¦"  # stands where one sentence ends and the next begins
TABLE = [
    # end marks
    "Police searched a hostel.¦ Nobody was hurt.",
    "Where are they now?¦ Nobody knows.",
    "Leave at once!¦ They left.",
    "They did what?!¦ Nobody answered.",
    "They waited... and waited.",
    "They waited…¦ Then the doors opened.",
    "They waited...¦ Then the doors opened.",
    "One sentence without an end mark",
    "The raid began at dawn.",
    "他们被拘留了。¦ Police said so.",
    # abbreviations
    "Mr. Karimov was held for a day.¦ He was fined.",
    "Dr. Sobirova examined Mrs. Yusupova.¦ Both spoke.",
    "Lt. Gen. Orlov led the unit.¦ He denied it.",
    "The law of Sept. 5 was passed.¦ It took effect on Feb. 5.",
    "Under Art. 18 they were expelled.¦ Under para. 2 they were fined.",
    "They broke rules, i.e. they had no stamp.¦ It was e.g. missing.",
    "The firm Stroy Co. Ltd. hired them.¦ It paid nothing.",
    "He lived on Lenin Ave. in Perm.¦ She did not.",
    "The meeting was at 9 a.m. Moscow time.¦ It was short.",
    "The U.S. Embassy issued a warning.¦ It was brief.",
    "Raids took place in the U.S.¦",
    "Papers, stamps, etc. were taken away.¦ None came back.",
    "The case Aliyev v. State is No. 14.¦ It is closed.",
    # initials
    "A. S. Pushkin street was closed.¦ Traffic stopped.",
    "J.R. Olimov spoke first.¦ Then others did.",
    "Mina R. Rahimi told the court.¦ It listened.",
    "С. А. Юсупов был задержан.¦ Его отпустили.",
    # quotes and brackets
    "“We were beaten.”¦ He showed his arm.",
    '"Sit down!"¦ They sat.',
    "“Who is next?” he asked.",
    "He said: “We left.¦ Nobody stopped us.”¦ Then he fell silent.",
    "They left (some on foot.)¦ Others stayed.",
    "They left (some on foot).¦ Others stayed.",
    "They took everything.¦ (The list is long.)¦ Nothing came back.",
    "She was told to wait.¦ “Do not move,” they said.",
    "«Нас били.»¦ Он показал руку.",
    "It was over.¦ — And then?",
    # numbers
    "It cost 5.5 million rubles.¦ Nobody paid.",
    "Version 2.0 of the rules applies.¦ It is strict.",
    "They came in 2024.¦ 30 were sent back.",
    "The site gov.example was down.¦ It is back.",
    "The convoy left at 10.30 and arrived at 12.15.¦ It was late.",
    # Cyrillic
    "Полиция задержала 30 человек.¦ Их отпустили.",
    "Это было в 2024 году.¦ Ёлку убрали.",
    "Одамонро боздошт карданд.¦ Ҳамаашон озод шуданд.",
    # line breaks
    "Raid on a market¦\nPolice came at dawn.",
    "Raid on a market¦\n\nPolice came at dawn.",
    "Police detained forty people at\nthe market on Friday.¦\nThey were let go.",
    "First item¦\nSecond item¦\nThird item",
    "Police came at dawn.¦\nand went at noon.",
    "A headline that ends in a question?¦\nA line below it",
    "The officers, who had come from three districts of the city,\nSaid nothing to anyone.",
    "He named them:¦\nthe driver, the cook",
    "One paragraph without a mark¦\n\nand another one",
    # lower case after a stop is no new sentence
    "They met at approx. noon.¦ It rained.",
    "The shop Pyat. was shut.¦ Nobody came.",
]


@pytest.mark.parametrize("marked", TABLE, ids=lambda t: t[:40])
def test_the_table(marked):
    text = marked.replace(CUT, "")
    expected = [piece.strip() for piece in marked.split(CUT) if piece.strip()]
    assert [text[a:b] for a, b in split(text, 0, len(text))] == expected


def test_the_table_is_long_enough():
    assert len(TABLE) >= 40


def test_an_abbreviation_at_the_end_of_a_passage_ends_the_sentence():
    text = "They flew to the U.S.\nNext day they were back."
    assert [text[a:b] for a, b in split(text, 0, 21)] == ["They flew to the U.S."]


def test_offsets_count_from_the_start_of_the_text():
    text = "Title here\n\nOne came. Two left.\n\nFooter."
    assert split(text, 12, 31) == [(12, 21), (22, 31)]


def test_abbreviations_are_data_of_a_language():
    assert {"Mr", "U.S", "e.g", "No"} <= abbreviations("en")
    assert not any(word.startswith("#") for word in abbreviations("en"))
    assert abbreviations("xx") == frozenset()


@pytest.mark.parametrize("empty", ["", " ", "\n\n", "\t \u00a0\n"])
def test_nothing_but_white_space_has_no_sentence(empty):
    assert split(empty, 0, len(empty)) == []


PIECES = st.sampled_from(
    'Police/police/Юсупов/Mr/U.S/30/./!/?/…/.../。/“/”/"/(/)/—/,/:/ / / /\n/\n\n/\u00a0/\u200b/Ҳама/é/😀'.split("/")
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60))


@settings(max_examples=200)
@given(TEXTS, st.data())
def test_sentences_are_ordered_apart_inside_and_cover_all_but_white_space(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = split(text, start, end)
    at = start
    for a, b in spans:
        assert at <= a < b <= end
        assert text[a:b] == text[a:b].strip()
        assert not text[at:a].strip()
        at = b
    assert not text[at:end].strip()


@settings(max_examples=60)
@given(TEXTS)
def test_a_language_without_data_is_split_all_the_same(text):
    spans = split(text, 0, len(text), "xx")
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Выдворили гражданина Китая Ли В. Об этом сообщил суд.", 2),
        ("Выдворили Азиза Р. Мужчина не спорил.", 2),
        ("Ли В. Петров не спорил.", 1),
        ("Следователь Ким И. О. не спорил.", 1),
        ("А. С. Орлов не спорил.", 1),
    ],
)
def test_an_initial_behind_a_name_may_end_a_russian_sentence(text, sentences):
    assert len(split(text, 0, len(text), "ru")) == sentences
