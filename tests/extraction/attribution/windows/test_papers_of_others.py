"""A paper belongs to the body that published it, not to the one that rejects it in the same sentence."""

import pytest

from guvoh.extraction import find
from guvoh.extraction.annotate.russian import annotate
from guvoh.extraction.attribution.windows.papers import Papers
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.model import Document, Passage, Role

TELLS = " Авторы утверждают, что 30 мигрантов избиты."


def speaker(text: str) -> set[str | None]:
    """Who says that 30 are beaten."""
    body = (Passage(0, len(text), Role.BODY),)
    found = find(Document("a.txt", "0" * 64, "text/plain", text, body, language="ru", publisher="Daily"))
    beaten = [s for s in found.statements if s.count is not None and s.count.words.startswith("30")]
    return {s.attribution[0].name if s.attribution else None for s in beaten}


@pytest.mark.parametrize(
    "text",
    [
        "МВД отвергло доклад, который выпустила организация «Мемориал».",
        "МВД отвергло доклад, который «Мемориал» выпустил в мае.",
        "МВД закрыло организацию «Мемориал», которая выпустила доклад.",
        "МВД отвергло обвинения, а «Мемориал» выпустил доклад.",
        "Организация «Мемориал», как пишут в газетах, выпустила доклад.",
    ],
)
def test_a_paper_is_of_who_published_it(text: str) -> None:
    assert speaker(text + TELLS) == {"Мемориал"}


@pytest.mark.timeout(20)  # a walk back to the start for each paper takes minutes
def test_a_paper_named_a_thousand_times_is_read_in_time() -> None:
    said = "Авторы доклада отмечают, что задержаны 40 человек. "
    body = (Passage(0, len(said) * 2000, Role.BODY),)
    document = Document("a.txt", "0" * 64, "text/plain", said * 2000, body, language="ru")
    text = annotate(document)
    papers = Papers(PhraseReader(text, {}), text)
    at = [t.start for t in text.tokens if t.text == "доклада"]
    assert len(at) == 2000
    assert {papers.issuer_before("доклад", i) for i in at} == {None}
