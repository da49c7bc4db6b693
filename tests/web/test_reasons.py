"""Reasons in the page's language: each of weighing is known again, ids become links, all else stays, escaped."""

import ast
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from guvoh.assessment import contradiction
from guvoh.model import errors
from guvoh.model.access import Duty
from guvoh.web import reasons
from guvoh.web.error_wordings import ERRORS
from guvoh.web.reasons import all_in_words, in_words
from guvoh.web.templatetags import telling
from guvoh.web.wordings import WORDINGS

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import messages

PLACE = re.compile(r"%\((\w+)\)s")


ASSESSMENT = Path(reasons.__file__).parents[1] / "assessment"
GIVEN_BY = (
    "figures",
    "lineage",
    "judging",
    "secondhand",
    "sharing",
    "fingerprints",
    "support",
    "sums",
    "rulings",
    "origins",
    "choosing",
    "tally",
    "denials",
    "disagreement",
    "proof",
)
"""The modules of assessment/ that give reasons which the desk shows."""
NO_REASONS = {
    "a common source",
    "a fingerprint",
    "a number",
    "a number of the other",
    "a part from the other",
    "a role of a number",
    "a source of a number",
    "all through the other",
    "most from the other",
    " and others",
    "not asked",
    "only figures are compared",
    "count of",
    "event of a person",
    "{_exact(p) or 0}",
    " and {len(named) - _NAMED} more",
    ", through {links[1].name}",
    "; dated by another report of the event",
    "choosing among {len(values)} figures always has a solution: {result.message}",
    "The period asked names no known year.",
    "Give one such as 2024-03-22/2024-04-11.",
    "{words} = {value}",
    "“{count_of(a).words}” and “{count_of(b).words}”",
    "{word} {scope.differing(word)}",
    "Figures that no person has accepted are counted",
}
"""Strings with a space in those modules that are errors, parts of reasons, sums in digits, or tried by tests below."""


def part(piece, named):
    """A part of an f-string: its words, the constant that it names, or in braces what it holds."""
    if isinstance(piece, ast.Constant):
        return piece.value
    inside = ast.unparse(piece.value)
    return str(named.get(inside, f"{{{inside}}}"))


def sentences(module):
    """The strings of a module that may be reasons, with what they hold in braces; no docstrings, no patterns."""
    tree = ast.parse((ASSESSMENT / f"{module}.py").read_text(encoding="utf-8"))
    named = {
        one.targets[0].id: one.value.value
        for one in tree.body
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and isinstance(one.value, ast.Constant)
    }
    skipped = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    skipped |= {id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values}
    for one in ast.walk(tree):
        if id(one) not in skipped and isinstance(one, ast.JoinedStr):
            yield "".join(part(p, named) for p in one.values)
        elif id(one) not in skipped and isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


@pytest.mark.parametrize("module", GIVEN_BY)
def test_every_reason_that_weighing_writes_has_a_wording(module):
    written = {one for one in sentences(module) if " " in one.strip() and not re.search(r"\\[bsw]|\(\?", one)}
    assert written
    unknown = {one for one in written - NO_REASONS if not reasons._fitting(one.removeprefix("{_both(a, b)}"))}
    both = {one for one in unknown if one.startswith("{_both(a, b)}")}
    unknown -= {one for one in both if reasons._fitting("“a” and “b”" + one.removeprefix("{_both(a, b)}"))}
    assert not unknown, "give these a wording in web/wordings.py, and a translation"


def test_every_reason_of_a_likely_conflict_has_a_wording():
    assert [said for said in contradiction._SAID.values() if not reasons._fitting(said)] == []


MET_AT_THE_DESK = (
    "actions/review_statements", "actions/decide_events", "actions/decide_sources", "actions/backup_vault",
    "actions/read_original", "custody/copying", "custody/records/deciding", "custody/records/browsing/single",
)  # fmt: skip
API_ONLY = re.compile(r"These fields are not|A field of a correction|A quote is moved|Leave them out|`guvoh|Give all")


def raised(module):
    """What the errors of a module say, with what they hold in braces."""
    for one in ast.walk(ast.parse((ASSESSMENT.parent / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and hasattr(errors, one.func.id):
            for said in one.args:
                yield (
                    said.value
                    if isinstance(said, ast.Constant)
                    else re.sub(r"\{[^}]*\}", "x1", ast.unparse(said))[2:-1]
                )


@pytest.mark.parametrize("module", MET_AT_THE_DESK)
def test_what_goes_wrong_while_a_person_decides_has_a_wording(module):
    said = {one for one in raised(module) if not API_ONLY.search(one)}
    assert said
    assert not {one for one in said if not reasons._fitting(one)}, "give these a wording in web/error_wordings.py"


def test_a_message_with_its_next_step_is_told_as_two(russian):
    told = reasons.problem_in_words(str(errors.BadTerm("A grade is one of A, B.", "Name them.")))
    assert re.search(r"[a-z]", told) is None
    assert "A, B" in told
    assert reasons.problem_in_words("Unknown <i>. Name them.") == "Unknown &lt;i&gt;. Name them."


@pytest.fixture
def russian(monkeypatch):
    """The page's language is Russian, from the catalogue as it stands, compiled or not."""
    kept = messages.catalogue("ru")
    monkeypatch.setattr(reasons, "gettext", lambda words: kept.get(words).string)


@pytest.mark.parametrize("wording", [*WORDINGS, *ERRORS])
def test_a_wording_is_known_again_and_told_with_what_stood_in_its_places(wording, russian):
    number = iter(range(1, 9))
    reason = PLACE.sub(lambda _: f"x{next(number)}", wording)
    told = in_words(reason)
    assert re.search(r"[а-я]", told), told
    assert set(re.findall(r"x\d", told)) == set(re.findall(r"x\d", reason))


def test_an_id_is_shown_as_what_it_stands_for():
    link = SafeString('<a href="/x/">“17 workers”</a>')
    assert in_words("same event as 0f0f", {"0f0f": link}) == f"same event as {link}"
    assert in_words("same event as 0f0f", {}) == "same event as 0f0f"


def test_each_part_of_a_reason_is_told_for_itself(russian):
    told = in_words("counts with its stated lower bound; dated by another report of the event; as before")
    assert told.count("; ") == 2
    assert told.endswith("; as before")
    assert "counts with" not in told


def test_terms_and_scopes_in_a_reason_are_told_too(russian, monkeypatch):
    monkeypatch.setitem(reasons.WORDS, "carried_out", "исполнено")
    assert re.search(r"[a-z]", in_words("wider place and group of people")) is None
    assert re.search(r"[a-z]", in_words("narrower time")) is None
    assert "исполнено" in in_words("one is ordered, the other carried out")


def test_reasons_in_a_row_are_told_one_by_one(russian):
    told = all_in_words(["both count from one day; the later one counts further", "decided by <b>Ann</b>"])
    assert re.search(r"count|decided", told) is None
    assert "&lt;b&gt;Ann" in told


class Event:
    def __init__(self, title, *acts):
        self.title, self.acts = title, acts


def test_the_machines_title_of_an_event_is_told_in_the_pages_language():
    with override("ru"):
        told = telling.event_title(Event("Raid (12 people), Kazan, 2025-03", "raid"))
        assert told.endswith(" (12 people), Kazan, 2025-03")
        assert re.match(r"[А-Я]", told)
        assert telling.event_title(Event("Raid", "raid")) != "Raid"
        assert telling.event_title(Event("Raiders of the night", "raid")) == "Raiders of the night"
        assert telling.event_title(Event("The night of Kazan", "raid", "no such act")) == "The night of Kazan"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Planned: raid (12 people), Kazan", "Планируется: рейд (12 people), Kazan"),
        ("Ordered: raid", "Предписано: рейд"),
        ("Denied: raid, Kazan", "Отрицается: рейд, Kazan"),
        ("Planned: the night of Kazan", "Planned: the night of Kazan"),
        ("Witness: raid", "Witness: raid"),
    ],
)
def test_what_was_not_done_is_told_as_such_in_the_pages_language(title, expected):
    with override("ru"):
        assert telling.event_title(Event(title, "expulsion", "raid")) == expected


def test_dates_and_times_are_told_as_the_language_writes_them():
    with override("ru"):
        assert telling.when("2025-03-12/..") == "12 марта 2025 г. и позже"
        assert telling.when(None) == ""
        assert telling.stamp("2026-11-27T13:19:05.1+00:00").startswith("27 ноября 2026 г. 13:19")
        event = SimpleNamespace(title="Raid, Kazan, 2025-03-12", acts=("raid",), when="2025-03-12")
        assert telling.event_title(event).endswith(", Kazan, 12 марта 2025 г.")
    with override("en"):
        assert telling.when("2025-02-14") == "Feb. 14, 2025"


@given(st.text())
def test_what_is_no_wording_stays_and_is_escaped(reason):
    with override("en"):
        assert in_words(reason) == escape(reason)


def test_the_tally_names_figures_and_no_ids(browse):
    page = browse(Duty.READER).get(reverse("tally"), {"act": "arbitrary_detention"}).content.decode()
    cells = re.findall(r'<td data-label="Why">(.*?)</td>', page)
    assert cells
    assert any("?statement=" in cell for cell in cells), "a figure that is left out names the one it may overlap"
    assert not any(re.search(r"\b[0-9a-f]{32}\b", re.sub(r'href="[^"]*"', "", cell)) for cell in cells)
