"""The desk's search: five languages, two scripts, slips of the pen; marks stand where the words do; honest totals."""

import hashlib
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guvoh.custody.browse import StatementFilter, StatementSort
from guvoh.custody.folding import keyed
from guvoh.custody.records import models
from guvoh.custody.records.browsing import hits
from guvoh.custody.searches import SearchFilter
from guvoh.model import Findings, Kind, Link, Place, SourceKind, Statement
from guvoh.model.errors import UsageError
from guvoh.model.weighing import Event, Origin, Source, Support, SupportStatus, Weighed

ALL = SearchFilter()
LINES = {
    "en": "Police raided a dormitory in Omsk and detained forty workers.",
    "ru": "Чупик рассказала, что мигрантов задержали в Екатеринбурге.",
    "uz": "O‘zbekiston fuqarolari Toshkentda ushlab turildi.",
    "ky": "Бишкекте жумушчулар кармалды, деди Жээнбеков.",
    "tg": "Муҳоҷирон дар Хуҷанд боздошт шуданд, гуфт Ҷамшед.",
}


def found_in(vault, query, by=ALL):
    page = vault.browse.find_passages(query, by, None, 50)
    texts = {s.document.sha256: s.document.text for s in vault.documents()}
    for hit in page.hits:
        assert texts[hit.sha256][hit.start : hit.start + len(hit.marked.text)] == hit.marked.text
        ends = [0, *(end for _, end in hit.marked.marks)]
        assert all(
            a >= before and a < b <= len(hit.marked.text)
            for before, (a, b) in zip(ends, hit.marked.marks, strict=False)
        )
    return page, sorted({m for hit in page.hits for m in (hit.marked.text[a:b] for a, b in hit.marked.marks)})


@pytest.fixture
def told(vault, document):
    """One document for each language, each with its line as a statement; weighed by hand."""
    made = {}
    for language, line in LINES.items():
        doc, data = document("Heading", line, path=f"{language}.txt", language=language, published="2024-03-01")
        start = doc.text.index(line)
        place = Place("Yekaterinburg", "geonames:1486209", 0, 0, "RU") if language == "ru" else None
        said = Statement(
            f"id-{language}", start, start + len(line), line, Kind.ACT, "test@1", 1.0, ("because",), "raid",
            place=place, when="2024-02-10", attribution=(Link("Valentina Chupik", SourceKind.PERSON),),
        )  # fmt: skip
        vault.keep(doc, data)
        vault.keep_findings(Findings(doc, (said,)))
        made[language] = doc
    support = Support(1, 1, 1, (SourceKind.PERSON,), SupportStatus.SINGLE_ORIGIN, ())
    weighed = Weighed(
        (
            Source("chupik", "Valentina Chupik", SourceKind.PERSON, ("Чупик",)),
            Source("s2", "Omsk Mayor", SourceKind.OFFICIAL),
        ),
        (Origin("id-ru", "ru.txt", "chupik", (), ()),),
        events=(Event("ev", "Raid, Yekaterinburg", ("raid",), ("ru.txt",), ("id-ru",), support),),
    )
    vault.keep_weighed(weighed, vault.latest("test"), {})
    return vault


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("dormitory", ["dormitory"]),
        ("Чупик", ["Чупик"]),
        ("Chupik", ["Чупик"]),
        ("мигранты", ["мигрантов"]),
        ("yekaterinburg", ["Екатеринбурге"]),
        ("Ekaterinburg", ["Екатеринбурге"]),
        ("ozbekiston", ["O‘zbekiston"]),
        ("Тошкент", ["Toshkentda"]),
        ("Bishkek", ["Бишкекте"]),
        ("Jeenbekov", ["Жээнбеков"]),
        ("муҳоҷирон", ["Муҳоҷирон"]),
        ("мухочирон", ["Муҳоҷирон"]),
        ("police workers", ["Police", "workers"]),
    ],
)
def test_words_of_five_languages_in_either_script(told, query, marks):
    _, shown = found_in(told, query)
    assert shown == marks


@pytest.mark.parametrize(("query", "right"), [("dormitori", "dormitory"), ("detaimed", "detained"), ("Cupik", "Чупик")])
def test_a_slip_is_forgiven_where_nothing_else_is_found(told, query, right):
    page, shown = found_in(told, query)
    assert right in shown
    assert page.spelled == () or keyed(right) in page.spelled


def test_a_slip_is_not_looked_for_where_the_word_is_there(told, document):
    told.keep(*document("Workers' house: dormitary.", path="x"))
    page, shown = found_in(told, "dormitary")
    assert (page.spelled, shown) == ((), ["dormitary"])


@pytest.mark.parametrize(
    "pair", ["Сергей Sergei", "Хужанд Khujand", "Хрущев Khrushchev", "Юсуф Yusuf", "Джамшед Jamshed"]
)
def test_transliterated_names_have_one_key(pair):
    assert len(set(keyed(pair).split())) == 1


def test_statements_events_and_sources_are_found(told):
    (hit,) = told.browse.find_statements("yekaterinburg", ALL, None, 10).hits
    assert (hit.item.id, hit.item.source_name) == ("id-ru", "Valentina Chupik")
    assert [hit.marked.text[a:b] for a, b in hit.marked.marks] == ["Екатеринбурге"]
    (event,) = told.browse.find_events("chupik", ALL, None, 10).hits
    assert (event.item.id, event.marked.text) == ("ev", LINES["ru"])
    (source,) = told.browse.find_sources("чупик", None, 10).hits
    assert source.item.id == "chupik"
    assert source.marked.marks
    assert told.browse.find_sources("чуик", None, 10).spelled == ("chupik",)


@pytest.mark.parametrize(
    ("by", "there"),
    [
        (SearchFilter(act="raid", country="RU"), True),
        (SearchFilter(act="expulsion"), False),
        (SearchFilter(country="KG"), False),
        (SearchFilter(language="ru"), True),
        (SearchFilter(language="en"), False),
        (SearchFilter(first=date(2024, 2, 1), last=date(2024, 2, 28)), True),
        (SearchFilter(first=date(2024, 2, 11)), False),
        (SearchFilter(document=hashlib.sha256(b"other").hexdigest()), False),
    ],
)
@pytest.mark.parametrize("limit", [hits.RANKED, 0])
def test_filters_narrow_what_is_found_ranked_or_not(told, monkeypatch, by, there, limit):
    monkeypatch.setattr(hits, "RANKED", limit)
    page = told.browse.find_statements("Чупик", by, None, 10)
    assert [h.item.id for h in page.hits] == (["id-ru"] if there else [])
    if there:
        assert page.ranked is (limit > 0)


def test_what_is_found_anew_leaves_no_old_words(told):
    assert models.StatementRow.objects.count() == 5
    doc = next(s.document for s in told.documents() if s.document.path == "en.txt")
    told.keep_findings(Findings(doc, ()))
    assert told.browse.find_statements("dormitory", ALL, None, 10).hits == ()
    assert len(told.browse.statements(StatementFilter(), StatementSort.REVIEW, None, 10).rows) == 4
    assert told.verify().faults == ()


@pytest.fixture
def many(vault, document):
    """Thirty passages that have one word."""
    vault.keep(*document(*(f"raid number {'x' * n}" for n in range(30))))
    return vault


@pytest.mark.parametrize("limit", [hits.RANKED, 5])
def test_pages_hold_every_hit_once_ranked_or_newest_first(many, monkeypatch, limit):
    monkeypatch.setattr(hits, "RANKED", limit)
    starts, key = [], None
    while True:
        page = many.browse.find_passages("raid", ALL, key, 7)
        assert page.ranked is (limit > 30)
        assert (page.total.count, page.total.exact) == ((30, True) if page.ranked else (5, False))
        starts += [hit.start for hit in page.hits]
        key = page.next_key
        if key is None:
            break
    assert len(starts) == len(set(starts)) == 30
    assert page.ranked or starts == sorted(starts, reverse=True)


@pytest.mark.parametrize("limit", [hits.RANKED, 5])
def test_the_very_word_stands_ranked_before_too_many_other_forms(many, document, monkeypatch, limit):
    monkeypatch.setattr(hits, "RANKED", limit)
    monkeypatch.setattr(hits, "_STRETCH", 3)
    texts = ["raider alone", "a raider and more words beside", *(f"raiders {'y' * n}" for n in range(9))]
    many.keep(*document(*texts, path="other"))
    shown, ranked, key = [], [], None
    while True:
        page = many.browse.find_passages("raider", ALL, key, 4)
        shown += [hit.marked.text for hit in page.hits]
        ranked.append(page.ranked)
        key = page.next_key
        if key is None:
            break
    assert shown[:2] == texts[:2]
    assert sorted(shown) == sorted([*texts, *(f"raid number {'x' * n}" for n in range(30))])
    assert all(ranked) is (limit > 30)


def test_a_page_tries_only_so_many_hits_against_filters_and_the_next_goes_on(many, monkeypatch):
    monkeypatch.setattr(hits, "RANKED", 5)
    monkeypatch.setattr(hits, "_LOOKED_AT", 8)
    monkeypatch.setattr(hits, "_STRETCH", 8)
    page, pages = many.browse.find_passages("raid", SearchFilter(language="xx"), None, 7), 1
    while page.next_key:
        assert page.hits == ()
        page, pages = many.browse.find_passages("raid", SearchFilter(language="xx"), page.next_key, 7), pages + 1
    assert (page.hits, page.total.exact) == ((), True)
    assert pages > 1


@pytest.mark.parametrize("key", ["", "x1", "r", "r-1", "n1x", "r0-99999999", "r4-1", "n0-", "n0-" + "9" * 30])
def test_a_key_not_of_ours_is_refused(many, key):
    with pytest.raises(UsageError, match="place among the hits"):
        many.browse.find_passages("raid", ALL, key, 7)


@pytest.mark.parametrize("query", ["", " … ", '"*"'])
def test_no_word_is_said_so(many, query):
    with pytest.raises(UsageError, match="no word"):
        many.browse.find_statements(query, ALL, None, 7)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=20))
def test_any_query_marks_only_what_the_text_says(told, query):
    try:
        found_in(told, query)
    except UsageError:
        assert keyed(query) == ""
