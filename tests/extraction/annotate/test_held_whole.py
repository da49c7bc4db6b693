"""What is held for one sentence begins one at its first token only, and stays one in the parse."""

import pytest

from guvoh.extraction.annotate.english import pipeline
from guvoh.extraction.annotate.held_whole import hold_whole


@pytest.mark.parametrize("text", ["They left. Police held 40 men! Who?", "Word", "One two"])
def test_only_the_first_token_begins_a_sentence(text):
    nlp = pipeline()
    one, other = nlp.make_doc(text), nlp.make_doc(text)
    hold_whole(one)
    for token in other:
        token.is_sent_start = token.i == 0
    parsed, again = nlp.pipe([one, other])
    assert [t.is_sent_start for t in parsed] == [t.i == 0 for t in parsed]
    assert [(t.dep_, t.head.i, t.tag_, t.lemma_) for t in parsed] == [
        (t.dep_, t.head.i, t.tag_, t.lemma_) for t in again
    ]
    assert len(list(parsed.sents)) == 1
