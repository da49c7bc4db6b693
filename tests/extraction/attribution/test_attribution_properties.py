"""Properties of attribution and quotations over any text: spans in the text, order, sameness, no failure."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute, may_report
from guvoh.extraction.attribution.quotes import paragraphs, quotations
from guvoh.model import Document, Passage, Role, SourceKind

WORDS = st.sampled_from(
    [
        *"said told that according to citing “ ” \" ' ‘ ’ « » , . : ; —".split(),
        *"the police Chupik Mediazona Human Rights Watch he she they it as saying quoted was is not".split(),
        *"and but claims of by in her words 30 people were expelled who".split(),
        *"Ministry ( MVD ) lawyer X reports * ? Ivan Petrov denied".split(),
        "\n",
        "\n\n",
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=45).map(" ".join))


def document_of(text: str) -> Document:
    passages = (Passage(0, len(text), Role.BODY),) if text else ()
    return Document("a.txt", "0" * 64, "text/plain", text, passages, publisher="Daily")


@settings(max_examples=120)
@given(TEXTS)
@example("US")
@example("Omsk ): men were held")
@example("A worker who agreed to be named only")
@example("The ministry summoned the ambassador to")
@example("30 were held, said the Réseau Alerte (")
def test_every_span_lies_in_the_text_and_every_chain_ends_with_the_publisher(text: str) -> None:
    document = document_of(text)
    annotated = annotate(document)
    result = attribute(annotated, document)
    spans = [s.cue for s in result.speeches]
    spans += [c for s in result.speeches for c in s.content]
    spans += [s.source for s in result.speeches if s.source]
    unnamed = (SourceKind.PUBLISHER, 0, 0)  # a page that says "us" and stands nowhere by its name
    spans += [(s.start, s.end) for s in result.sources if (s.kind, s.start, s.end) != unnamed]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    for sentence in annotated.sentences:
        links = result.chain(sentence.start, sentence.end).links
        assert links[-1].kind is SourceKind.PUBLISHER
        assert len({link.name for link in links}) == len(links)


@settings(max_examples=40)
@given(TEXTS)
@example("SAID“")
@example("RIA Novosti) ( – A man is . said to have been ) charged")
@example("put reports in the Temporary Detention Center for")
@example("412 | Comments : citing 3 Authorities")
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    document = document_of(text)
    first, second = (attribute(annotate(document), document) for _ in range(2))
    assert (first.speeches, first.sources) == (second.speeches, second.sources)


@settings(max_examples=300)
@given(TEXTS)
def test_quotations_stand_in_order_and_never_overlap(text: str) -> None:
    found = quotations(text, paragraphs(document_of(text))).items
    assert all(q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_sentence_without_cue_or_mark_needs_no_parse_for_speech() -> None:
    assert not may_report("The river froze in December.")
    assert may_report("The river froze, she says.")
    assert may_report("The river “froze”.")
