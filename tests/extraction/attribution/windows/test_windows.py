"""Who says what on Russian pages: first cases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from russian_pages import hear, said_by

CASES = [
    ("По словам Валентины Чупик, на рынке задержали 40 человек.", "40 человек", ["Валентина Чупик"]),
    ("В полиции опровергли применение силы.", "применение силы", ["полиция"]),
    (
        "«Нас держали без воды», — рассказал «Медиазоне» адвокат Ренат Саидов.",
        "без воды",
        ["Ренат Саидов", "Медиазона"],
    ),
]


@pytest.mark.parametrize(("text", "words", "chain"), CASES)
def test_the_chain_names_who_said_it_and_through_whom(text, words, chain):
    assert said_by(text, words) == chain


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(" ,.:—«»\n").flatmap(
            lambda m: st.sampled_from(
                [
                    "по словам",
                    "Анны",
                    "Ахмедов",
                    "сообщили",
                    "в полиции",
                    "что",
                    "«Медиазоне»",
                    "он",
                    "говорит",
                    "рынок",
                    "17",
                ]
            ).map(lambda w: f"{w}{m} ")
        ),
        max_size=25,
    )
)
def test_spans_lie_within_any_text(words):
    text = "".join(words)
    heard = hear(text)
    for speech in heard.speeches:
        for start, end in (speech.cue, *speech.content, *([speech.source] if speech.source else [])):
            assert 0 <= start < end <= len(text)
    for source in heard.sources:
        assert source.name
        assert 0 <= source.start < source.end <= len(text)
    heard.chain(0, len(text))
