"""Our gold holds together: counts, verbatim quotes, known terms, valid dates, weekdays that agree."""

import calendar
import json
import re
from datetime import date
from pathlib import Path

import pytest

from guvoh.model.acts import acts
from guvoh.model.edtf import is_edtf
from guvoh.model.statement import Modality, Qualifier

HERE = Path(__file__).parent
RUNNING = HERE / "running"
FRESH = HERE / "fresh"
VOICES = HERE / "voices"
PAGES = HERE / "pages"
REPORTS = HERE / "reports"
SHAPED = HERE / "shaped"
FOLDERS = {
    HERE: range(1, 21),
    HERE / "heldback": range(21, 41),
    RUNNING: (*range(101, 137), *range(201, 225, 2)),
    FRESH: range(202, 225, 2),
    VOICES: (*range(301, 349), *range(401, 432, 2)),
    VOICES / "heldback": range(402, 433, 2),
    PAGES: (*range(501, 532, 2), *range(541, 560, 2)),
    PAGES / "heldback": (*range(502, 533, 2), *range(542, 561, 2)),
    REPORTS: (*range(601, 651), *range(701, 777), *range(901, 961)),
    SHAPED: (
        *range(961, 970),
        *range(981, 990),
        *range(991, 1000),
        *range(1001, 1010),
        *range(1011, 1023),
        *range(1071, 1083),
        *range(1121, 1136),
        *range(1141, 1153),
        *range(1201, 1216),
        *range(1221, 1236),
        *range(1281, 1296),
        *range(1321, 1336),
        *range(1361, 1376),
        *range(1401, 1416),
        *range(1421, 1436),
        *range(1441, 1457),
        *range(1461, 1477),
        *range(1481, 1497),
        *range(1501, 1517),
        *range(1521, 1537),
        *range(1581, 1597),
        *range(1601, 1617),
        *range(1641, 1657),
        *range(1661, 1677),
        *range(1621, 1637),
        *range(1701, 1717),
        *range(1741, 1757),
        *range(1821, 1837),
        *range(1841, 1857),
        *range(1861, 1877),
        *range(1921, 1937),
    ),
    SHAPED / "heldback": (
        *range(971, 980),
        *range(1031, 1043),
        *range(1051, 1063),
        *range(1101, 1116),
        *range(1161, 1173),
        *range(1241, 1256),
        *range(1261, 1276),
        *range(1301, 1316),
        *range(1341, 1356),
        *range(1381, 1396),
        *range(1541, 1557),
        *range(1561, 1577),
        *range(1681, 1697),
        *range(1721, 1737),
        *range(1781, 1797),
        *range(1881, 1897),
        *range(1901, 1917),
    ),
}
NAMES = ["tuned", "heldback", "running", "fresh", "voices", "voices heldback", "pages", "pages heldback", "reports"]
NAMES += ["shaped", "shaped heldback"]
SHORTEST, LONGEST = 120, 250
OTHER_LENGTHS = {RUNNING: (150, 280), VOICES: (90, LONGEST)} | dict.fromkeys(
    (PAGES, PAGES / "heldback", REPORTS), (250, 460)
)
OTHER_LENGTHS |= dict.fromkeys((SHAPED, SHAPED / "heldback"), (80, 680))
WEEKDAY = re.compile("|".join(calendar.day_name))


def _gold(folder):
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


CASES = [pytest.param(folder, gold, id=gold["doc"]) for folder in FOLDERS for gold in _gold(folder)]


def _text(folder, gold):
    return (folder / "texts" / f"{gold['doc']}.txt").read_text(encoding="utf-8")


def _quotes(gold):
    for key in ("figures", "acts", "neutral_acts", "dates"):
        yield from (item["quote"] for item in gold.get(key, ()))
    yield from gold["neutral"]
    yield from gold.get("not_statements", ())


@pytest.mark.parametrize(("folder", "numbers"), FOLDERS.items(), ids=NAMES)
def test_each_folder_has_its_numbered_texts(folder, numbers):
    names = [f"{number:03}" for number in numbers]
    assert [gold["doc"] for gold in _gold(folder)] == names
    assert sorted(path.name for path in (folder / "texts").iterdir()) == sorted(f"{name}.txt" for name in names)


@pytest.mark.parametrize(("folder", "gold"), CASES)
def test_texts_are_of_the_agreed_length_and_open_with_their_title(folder, gold):
    text = _text(folder, gold)
    if SHAPED not in (folder, folder.parent):  # whose furniture stands above the title, as on real pages
        assert text.splitlines()[0] == gold["title"]
    least, most = OTHER_LENGTHS.get(folder, (SHORTEST, LONGEST))
    assert least <= len(text.split()) <= most


@pytest.mark.parametrize(("folder", "gold"), CASES)
def test_every_quote_is_verbatim(folder, gold):
    text = _text(folder, gold)
    assert [quote for quote in _quotes(gold) if quote not in text] == []


@pytest.mark.parametrize("path", sorted(HERE.rglob("second.jsonl")), ids=lambda path: str(path.relative_to(HERE)))
def test_every_quote_of_a_second_reader_is_verbatim_and_every_term_known(path):
    read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    docs = {json.loads(line)["doc"] for line in (path.parent / "gold.jsonl").read_text(encoding="utf-8").splitlines()}
    assert {row["doc"] for row in read} <= docs
    for row in read:
        text = _text(path.parent, row)
        assert [f["quote"] for key in ("figures", "acts") for f in row.get(key, ()) if f["quote"] not in text] == []
        assert {act["type"] for act in row.get("acts", ())} <= set(acts())


@pytest.mark.parametrize(("folder", "gold"), CASES)
def test_furniture_holds_no_statement(folder, gold):
    told = [item["quote"] for key in ("figures", "acts") for item in gold.get(key, ())]
    assert [
        words for words in gold.get("not_statements", ()) for quote in told if words in quote or quote in words
    ] == []


@pytest.mark.parametrize(("folder", "gold"), CASES)
def test_terms_are_known(folder, gold):
    assert {item["type"] for key in ("acts", "neutral_acts") for item in gold.get(key, ())} <= set(acts())
    assert {item["modality"] for item in gold.get("acts", ())} <= set(Modality)
    assert {item["qualifier"] for item in gold["figures"]} <= set(Qualifier)
    assert {item["basis"] for item in gold.get("dates", ())} <= {"text", "outside"}


@pytest.mark.parametrize(("folder", "gold"), CASES)
def test_values_agree_with_their_qualifiers(folder, gold):
    for figure in gold["figures"]:
        assert (figure["value"] is None) == (figure["qualifier"] == "vague"), figure["quote"]
        assert (figure.get("value_high") is not None) == (figure["qualifier"] == "range"), figure["quote"]


@pytest.mark.parametrize(("folder", "gold"), CASES)
def test_dates_are_edtf_and_fall_on_the_weekday_named(folder, gold):
    values = [gold.get("published"), *(item["iso"] for item in gold.get("dates", ()))]
    values += [item.get("time") for key in ("figures", "acts") for item in gold.get(key, ())]
    assert [value for value in values if value and not is_edtf(value)] == []
    for item in gold.get("dates", ()):
        named = WEEKDAY.search(item["quote"])
        if named and re.fullmatch(r"\d{4}-\d\d-\d\d", item["iso"]):
            assert calendar.day_name[date.fromisoformat(item["iso"]).weekday()] == named[0], item["quote"]
