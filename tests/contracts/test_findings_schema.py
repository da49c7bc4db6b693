"""What `guvoh find --json` prints is the findings contract, field by field, for every sample."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from guvoh.model import TELLING_ROLES, from_json, to_json
from guvoh.model.acts import acts
from guvoh.model.edtf import is_edtf

ROOT = Path(__file__).parents[2]
SAMPLES = "samples/documents"

ID = re.compile(r"[0-9a-f]{32}")
SHA = re.compile(r"[0-9a-f]{64}")
KIND = {"act", "figure", "assessment", "advice", "plan", "law", "question"}
QUALIFIER = {"exact", "more_than", "less_than", "at_least", "at_most", "nearly", "about", "range", "vague"}
ROLE = {"title", "lead", "body", "caption", "quote", "table", "letterhead", "comment", "furniture"}
SOURCE = {"person", "official", "ngo", "outlet", "agency", "company", "witness", "document", "publisher"}
OFFSETS = {"start": int, "end": int}
NUMBER = (int, float)


class Maybe:
    """A field that may be null."""

    def __init__(self, spec):
        self.spec = spec


PLACE = {
    **OFFSETS,
    "name": str,
    "id": Maybe(str),
    "country": Maybe(re.compile("[A-Z]{2}")),
    "admin1": Maybe(str),
    "lat": Maybe(NUMBER),
    "lon": Maybe(NUMBER),
    "precision": Maybe({"region_of_world", "country", "admin1", "admin2", "city", "facility"}),
    "disputed": [re.compile("[A-Z]{2}")],
}
COUNT = {
    **OFFSETS,
    "low": Maybe(NUMBER),
    "best": Maybe(NUMBER),
    "high": Maybe(NUMBER),
    "qualifier": QUALIFIER,
    "words": str,
    "unit": str,
    "of": Maybe(ID),
}
PARTY = {**OFFSETS, "name": str, "kind": Maybe(str), "nationality": [re.compile("[A-Z]{2}")], "private": bool}
LINK = {**OFFSETS, "name": str, "role": Maybe(str), "kind": SOURCE}
STATEMENT = {
    **OFFSETS,
    "id": ID,
    "quote": str,
    "kind": KIND,
    "act": Maybe(set(acts())),
    "count": Maybe(COUNT),
    "stage": Maybe({"ordered", "carried_out", "planned"}),
    "actor": Maybe(PARTY),
    "affected": Maybe(PARTY),
    "place": Maybe(PLACE),
    "place_basis": Maybe({"text", "inferred"}),
    "when": Maybe(is_edtf),
    "when_basis": Maybe({"text", "published", "inferred"}),
    "modality": {"asserted", "alleged", "denied", "planned", "general"},
    "attribution": [LINK],
    "finder": re.compile(r"[a-z]+(-[a-z]+)*/[a-z]+@\d+"),
    "score": NUMBER,
    "why": [str],
    "private": bool,
}
SOURCE_MENTION = {**OFFSETS, "name": str, "kind": SOURCE, "role": Maybe(str), "private": bool, "aliases": [str]}
LETTER = {
    "addressee": Maybe(str),
    "signed": Maybe(str),
    "reference": Maybe(str),
    "questions": [{**OFFSETS, "text": str}],
    "reply_by": Maybe(is_edtf),
}
DOCUMENT = {
    "format": {1},
    "path": str,
    "parent": Maybe(str),
    "sha256": SHA,
    "media_type": re.compile(r"\w+/[\w.+-]+"),
    "language": Maybe(str),
    "title": Maybe(str),
    "publisher": Maybe(str),
    "authors": [str],
    "url": Maybe(str),
    "published": Maybe(is_edtf),
    "text": str,
    "passages": [{**OFFSETS, "role": ROLE}],
    "reading_version": int,
    "statements": [STATEMENT],
    "attributions": [{"source": Maybe([int]), "cue": [int], "content": [[int]]}],
    "places": [PLACE],
    "dates": [{**OFFSETS, "edtf": is_edtf, "basis": {"text", "published", "inferred"}, "why": Maybe(str)}],
    "sources": [SOURCE_MENTION],
    "letter": Maybe(LETTER),
    "problems": [str],
}


def faults(value, spec, at="document"):
    """Every place where `value` is not as `spec` says."""
    if isinstance(spec, Maybe):
        return [] if value is None else faults(value, spec.spec, at)
    if isinstance(spec, dict):
        if not isinstance(value, dict) or set(value) != set(spec):
            return [f"{at}: fields {sorted(set(spec) ^ set(value if isinstance(value, dict) else ()))}"]
        return [fault for key, inner in spec.items() for fault in faults(value[key], inner, f"{at}.{key}")]
    if isinstance(spec, list):
        if not isinstance(value, list):
            return [f"{at}: not a list"]
        return [fault for item in value for fault in faults(item, spec[0], f"{at}[]")]
    if isinstance(spec, set):
        good = value in spec
    elif isinstance(spec, re.Pattern):
        good = isinstance(value, str) and bool(spec.fullmatch(value))
    elif spec is is_edtf:
        good = isinstance(value, str) and is_edtf(value)
    else:
        good = isinstance(value, spec) and (spec is bool or not isinstance(value, bool))
    return [] if good else [f"{at}: {value!r:.60}"]


def printed(path, hash_seed):
    """What a new process prints; its sets are in an order of `hash_seed`."""
    words = [sys.executable, "-m", "guvoh", "find", "--json", "--quiet", path]
    env = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.run(words, cwd=ROOT, env=env, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def output():
    return printed(SAMPLES, "1")


@pytest.fixture(scope="module")
def found(output):
    return [json.loads(line) for line in output.decode().splitlines()]


def test_the_checker_sees_faults(found):
    assert faults({**found[0], "text": None}, DOCUMENT) == ["document.text: None"]
    assert faults({**found[0], "extra": 1}, DOCUMENT) == ["document: fields ['extra']"]
    assert faults({**found[0], "published": "March"}, DOCUMENT) == ["document.published: 'March'"]


def test_every_sample_is_one_line_with_its_path_as_given(found):
    files = [path for path in (ROOT / SAMPLES).iterdir() if not path.name.endswith(".meta.json")]
    assert sorted(doc["path"] for doc in found if doc["parent"] is None) == sorted(
        f"{SAMPLES}/{path.name}" for path in files
    )
    paths = {doc["path"] for doc in found}
    attached = [doc for doc in found if doc["parent"]]
    assert attached
    assert all(doc["parent"] in paths and doc["path"].startswith(f"{doc['parent']}!/") for doc in attached)


def test_every_field_is_of_the_contract(found):
    assert [fault for doc in found for fault in faults(doc, DOCUMENT, doc["path"])] == []


def test_quotes_counts_and_spans_stand_in_the_text(found):
    assert sum(len(doc["statements"]) for doc in found) > 50
    for doc in found:
        text = doc["text"]
        for s in doc["statements"]:
            assert text[s["start"] : s["end"]] == s["quote"]
            if s["count"]:
                assert text[s["count"]["start"] : s["count"]["end"]] == s["count"]["words"]
        silent = [one for one in doc["sources"] if one["start"] == one["end"] == 0]
        assert all(one["name"] == doc["publisher"] for one in silent), "only a page's own voice stands nowhere in it"
        spoken = [one for one in doc["sources"] if one not in silent]
        for thing in (*doc["places"], *doc["dates"], *spoken):
            assert 0 <= thing["start"] < thing["end"] <= len(text)
            assert text[thing["start"] : thing["end"]].strip()


def test_passages_cover_the_text_in_order(found):
    for doc in found:
        at = 0
        for passage in doc["passages"]:
            assert at <= passage["start"] < passage["end"]
            assert not doc["text"][at : passage["start"]].strip()
            at = passage["end"]
        assert not doc["text"][at:].strip()


def test_statements_stand_in_telling_passages_and_have_reasons(found):
    telling = {role.value for role in TELLING_ROLES}
    for doc in found:
        for s in doc["statements"]:
            role = next(p["role"] for p in doc["passages"] if p["start"] <= s["start"] < p["end"])
            assert role in telling
            assert s["why"]
            assert 0 < s["score"] <= 1
            assert (s["kind"] == "act") == (s["act"] is not None)


def test_chains_end_with_the_publisher(found):
    published = [(doc, s) for doc in found if doc["publisher"] for s in doc["statements"]]
    assert published
    for doc, s in published:
        assert s["attribution"][-1]["kind"] == "publisher"
        assert s["attribution"][-1]["name"] == doc["publisher"]


def test_bounds_hold_what_the_words_support(found):
    empty = {
        "more_than": ("best", "high"),
        "at_least": ("best", "high"),
        "less_than": ("low", "best"),
        "at_most": ("low", "best"),
        "nearly": ("low",),
        "about": ("low", "high"),
        "vague": ("low", "best", "high"),
    }
    counts = [s["count"] for doc in found for s in doc["statements"] if s["count"]]
    for count in counts:
        assert all(count[key] is None for key in empty.get(count["qualifier"], ())), count["words"]
        if count["qualifier"] == "exact":
            assert count["low"] == count["best"] == count["high"] is not None
        if count["qualifier"] == "range":
            assert count["low"] < count["high"]


def test_ids_are_unique_and_parts_point_to_wholes(found):
    ids = [s["id"] for doc in found for s in doc["statements"]]
    assert len(ids) == len(set(ids))
    wholes = {s["count"]["of"] for doc in found for s in doc["statements"] if s["count"]} - {None}
    assert wholes <= set(ids)


def test_every_run_prints_the_same(output):
    assert printed(SAMPLES, "2") == output


def test_findings_read_back_are_the_same(found):
    for doc in found:
        assert to_json(from_json(doc)) == doc
