"""Marking: the text stays the text, every statement is anchored once, marks never nest."""

import re
from html import unescape

from dossier_pages import letter, news
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from guvoh.model import Passage, Role
from guvoh.model.weighing import Weighed
from guvoh.reporting.context import Span, blocks, marked, stretches
from guvoh.reporting.record import build_record
from guvoh.reporting.unseen import visible

TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=80)


@st.composite
def marked_texts(draw):
    text = draw(TEXT)
    edge = st.integers(0, len(text) - 1)
    pairs = draw(st.lists(st.tuples(edge, st.integers(1, len(text)), st.booleans()), max_size=8))
    spans = [
        Span(a, min(len(text), a + n), None if value else f"s-{i}", "1.1", value)
        for i, (a, n, value) in enumerate(pairs)
    ]
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    return text, spans, [Passage(a, b, Role.BODY) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


@given(marked_texts())
def test_markup_without_tags_is_the_text_and_each_anchor_stands_once(made):
    text, spans, passages = made
    whole = "".join(str(marked(text, spans, a, b)) for a, b, _ in stretches(text, passages))
    assert unescape(re.sub(r"<[^>]*>", "", whole)) == visible(text)
    assert sorted(re.findall(r'id="([^"]*)"', whole)) == sorted(s.anchor for s in spans if s.anchor)


@given(marked_texts())
def test_marks_are_flat_and_cover_just_their_spans(made):
    text, spans, _ = made
    tree = html.fromstring(f"<div>{marked(text, spans)}</div>")
    assert not tree.xpath("//mark//mark")
    told = sum(len(m.text_content()) for m in tree.xpath("//mark"))
    covered = {i for s in spans if s.anchor for i in range(s.start, s.end)}
    assert told == len(covered)


@given(TEXT, st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90)), max_size=5))
def test_stretches_cover_the_text_without_gap_or_overlap(text, spans):
    parts = list(stretches(text, [Passage(a, b, Role.BODY) for a, b in spans]))
    assert "".join(text[a:b] for a, b, _ in parts) == text
    assert all(a < b for a, b, _ in parts)


def test_anchor_stands_before_its_first_character():
    shown = str(marked("abcdef", [Span(1, 4, "s-x", "1.1"), Span(2, 5, "s-y", "1.2")]))
    assert re.sub(r"<a [^>]*>", "|", shown).replace("</a>", "") == (
        'a|<mark class="d1">b</mark>|<mark class="d2">cd</mark><mark class="d1">e</mark>f'
    )


def test_number_within_a_statement_is_set_off():
    shown = str(marked("over 40 held", [Span(0, 12, "s-x", "1.1"), Span(0, 7, value=True)]))
    assert '<mark class="d1"><b>over 40</b></mark><mark class="d1"> held</mark>' in shown


def test_blocks_of_a_page_join_to_its_text_and_hold_all_statements():
    findings = news()[0].findings()
    record = build_record([findings], Weighed(), {})
    made = blocks(findings.document, record.of(record.pages[0]))
    assert "".join(unescape(re.sub(r"<[^>]*>", "", str(b.markup))) for b in made) == findings.document.text
    assert [e.ref for b in made for e in b.begins] == [f"1.{i}" for i in range(1, 7)]


def test_questions_of_a_letter_are_anchored():
    findings = letter()[0].findings()
    made = "".join(str(b.markup) for b in blocks(findings.document, [], findings.letter))
    assert 'id="q-1"' in made
    assert 'id="q-2"' in made


def test_unseen_characters_become_visible():
    assert visible("a\x00b\u202ec\ud800d\re") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert visible("tab\tline\nё ӣ ң oʻ") == "tab\tline\nё ӣ ң oʻ"
