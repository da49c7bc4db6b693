"""What holds for findings of any text: the contract, and the same result on every run, order and process."""

import hashlib
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_texts import report

from guvoh.extraction import find
from guvoh.model import Findings, Kind, from_json, to_json
from guvoh.model.acts import acts
from guvoh.model.edtf import is_edtf

WORDS = """Police officers|detained|40 migrants|in Kazan|on March 5, 2024|.|.|,|“|”|(|)|said|Amnesty International
according to|of them|deported|30 to 60|nearly|were|not|the court|fined|5,000 rubles|allegedly|will|be|Dear Sir,
Sincerely,|1. Why?|reply by May 5|Юсупов|сказал|½|٣٤|\u00a0|\u200b|e\u0301|😀|-|—|12%|10:30|and|or|none|half
Police officers detained 40 Tajik workers in Kazan.|Of them, 12 were deported on Friday.
The court fined them 500 rubles.|They were beaten, lawyer Nodira Rahimova said."""
NEWS = st.lists(st.sampled_from([*WORDS.replace("\n", "|").split("|"), "\n", "\n\n", "\u2028"]), max_size=40).map(
    " ".join
)
TEXTS = st.one_of(NEWS, st.text(max_size=80))
PUBLISHED = st.sampled_from([None, "2024-10-28", "2024", "2024-10", "XXXX-10-28", "9999-12-31", "0001-01-01"])


def spans(found):
    for s in found.statements:
        yield s.start, s.end
        parts = (s.count, s.actor, s.affected, s.place, *s.attribution)
        yield from ((p.start, p.end) for p in parts if p is not None)
    for speech in found.attributions:
        yield from (speech.cue, *speech.content, *([speech.source] if speech.source else ()))
    for thing in (*found.places, *found.dates, *found.sources, *(found.letter.questions if found.letter else ())):
        yield thing.start, thing.end


def check(found: Findings):
    text = found.document.text
    assert all(0 <= a <= b <= len(text) for a, b in spans(found))
    assert len({s.id for s in found.statements}) == len(found.statements)
    for s in found.statements:
        assert text[s.start : s.end] == s.quote == s.quote.strip() != ""
        assert (s.kind is Kind.ACT) == (s.act in acts())
        assert s.count is None or text[s.count.start : s.count.end] == s.count.words != ""
        assert s.when is None or (is_edtf(s.when) and s.when_basis)
        assert 0 < s.score <= 1
        assert s.why
    assert all(is_edtf(d.edtf) for d in found.dates)
    assert found.letter is None or found.letter.reply_by is None or is_edtf(found.letter.reply_by)
    written = to_json(found)
    assert json.loads(json.dumps(written, allow_nan=False)) == written
    assert to_json(from_json(written)) == written


@settings(max_examples=60)
@given(TEXTS, PUBLISHED)
@example("detained were", None)
def test_any_text_gives_findings_of_the_contract(text, published):
    found = find(report(text, published=published))
    check(found)
    assert found.problems == ()


REPORTS = [
    "Police officers detained 40 workers in Kazan. Of them, 12 were deported, lawyer Nodira Rahimova said.",
    "30 people in Krasnodar, 87 people in Volgograd and 46 people in Tver were ordered to leave the country.",
    "Dear Sir,\n\nGuards beat 7 Kyrgyz students. Who ordered it?\n\nReply within 14 days.\n\nSincerely,\nMina Marek",
    "Amnesty International said that courts had fined dozens of women and expelled 12 citizens of Tajikistan.",
]


def documents():
    return [report(text) for text in REPORTS]


@cache
def here():
    return [json.dumps(to_json(find(d)), ensure_ascii=False) for d in documents()]


def test_the_reports_have_something_to_tell():
    for document in documents():
        found = find(document)
        check(found)
        assert found.statements


def test_the_order_of_documents_changes_nothing():
    backwards = [json.dumps(to_json(find(d)), ensure_ascii=False) for d in reversed(documents())]
    assert backwards[::-1] == here()


SCRIPT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from test_find_properties import documents
from guvoh.extraction import find
from guvoh.model import to_json
for document in documents():
    print(json.dumps(to_json(find(document))))
"""


def test_another_process_with_another_hash_seed_finds_the_same():
    digests = set()
    for seed in ("1", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        assert [json.loads(line) for line in run.stdout.splitlines()] == [json.loads(line) for line in here()]
        digests.add(hashlib.sha256(run.stdout.encode()).hexdigest())
    assert len(digests) == 1


def test_a_name_that_the_parse_joins_to_itself_ends_the_climb():
    text = (
        "Petersburg\nand Leningrad the Region directorate of the force announced on March 12. "
        "The detentions come in the week when a military court in"
    )
    assert find(report(text)).document.text == text


def test_a_text_may_end_with_the_word_for_nobody():
    assert all(s.modality.value == "denied" for s in find(report("Police detained none")).statements if s.act)
    assert find(report("detained none")).document.text == "detained none"
