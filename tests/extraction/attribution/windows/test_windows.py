"""Who says what on Russian pages: own sentences of many manners, near misses among them."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from russian_pages import hear, page

from guvoh.extraction.annotate.russian import annotate
from guvoh.extraction.attribution.windows import attribute_windows
from guvoh.model import Role, SourceKind

LISTS = ("attribution_cases_ru.toml", "plain_pages_ru.toml", "families_ru.toml", "voices_kept_apart_ru.toml")
CASES = [
    case for name in LISTS for case in tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_chain_names_who_said_it_and_through_whom(case):
    text, words = case["text"], case["words"]
    assert text.count(words) == 1
    heard = hear(text)
    at = text.index(words)
    chain = heard.chain(at, at + len(words))
    assert [link.name for link in chain.links] == case["chain"]
    if chain.links:
        first = chain.links[0]
        assert case.get("role", first.role) == first.role
        assert case.get("kind", first.kind.value) == first.kind.value
    assert chain.hearsay == case.get("hearsay", False)
    assert chain.denial == case.get("denial", False)
    if "private" in case:
        assert next(s.private for s in heard.sources if s.name == case["chain"][0]) == case["private"]


_PIECES = [
    "по словам", "Анны", "Ахмедов", "сообщили", "в полиции", "что", "«Медиазоне»", "он", "говорит", "рынок", "17",
    "со ссылкой на", "адвокат", "«Нас", "били»", "— сказал", "пресс-служба", "МВД", "по её данным", "говорится в",
]  # fmt: skip
_TEXTS = st.lists(
    st.tuples(st.sampled_from(_PIECES), st.sampled_from([" ", ", ", ". ", ": ", " — ", "\n"])), max_size=25
)


@settings(max_examples=80)
@given(_TEXTS.map(lambda rows: "".join(word + mark for word, mark in rows)) | st.text(max_size=80))
def test_spans_lie_within_any_text(text):
    heard = hear(text)
    for speech in heard.speeches:
        for start, end in (speech.cue, *speech.content, *([speech.source] if speech.source else [])):
            assert 0 <= start < end <= len(text)
    for source in heard.sources:
        assert source.name
        assert source.kind is SourceKind.PUBLISHER or 0 <= source.start < source.end <= len(text)
    for match in re.finditer(r"\S+", text):
        heard.chain(*match.span())


def test_the_publisher_is_the_last_link_and_no_listener_of_its_own():
    text = "Адвокат Ренат Саидов рассказал «Медиазоне», что задержаны 15 человек."
    heard = hear(text, "Медиазона")
    at = text.index("15 человек")
    assert [(x.name, x.kind.value) for x in heard.chain(at, at + 10).links] == [
        ("Ренат Саидов", "person"),
        ("Медиазона", "publisher"),
    ]
    assert [s.name for s in heard.sources] == ["Ренат Саидов"]


def test_a_sentence_of_what_somebody_knows_names_no_publisher():
    text = "Рейд в Твери\n\nВряд ли МВД известно о рейде.\n\nЗадержаны 15 человек."
    heard = hear(text, None)
    assert heard.chain(text.index("15"), len(text)).links == ()


def test_a_short_sentence_below_the_title_names_no_publisher():
    text = "Рейд в Твери\n\nВозбуждено дело по статье «Хулиганство».\n\nЗадержаны 15 человек."
    heard = hear(text, None)
    assert heard.chain(text.index("15"), len(text)).links == ()


def test_a_listed_headline_names_no_publisher():
    text = (
        "Пограничники развернули мигрантов\n\n2. Суд выслал семью «Волна». Рассказ\n\nСлужба ушла. Вернули 15 человек."
    )
    assert hear(text, None).chain(text.index("15"), len(text)).links == ()


def test_a_title_that_informs_names_whose_page_it_is():
    text = "УМВД России по Ивановской области информирует о рейде\n\nЗадержаны 15 человек."
    document = page(text)
    titled = replace(document, passages=(replace(document.passages[0], role=Role.TITLE), *document.passages[1:]))
    chain = attribute_windows(annotate(titled), titled).chain(text.index("15"), len(text))
    assert [link.name for link in chain.links] == ["УМВД России по Ивановской области"]
