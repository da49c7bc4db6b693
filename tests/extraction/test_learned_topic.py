"""On a page about something else only what the model hears beyond doubt is told."""

from report_texts import report

from guvoh.extraction.finder import find

MUSEUM = (
    "The town museum opened its new wing on Saturday, two years after a fire had destroyed the old one. The council"
    " paid for the work and thanked the volunteers who had carried out the paintings. After seeing the smoke that day,"
    " residents of the next street fled their homes and nobody was hurt. The staff counts the visitors every hour and"
    " checks their tickets at the door. The director said that the old hall would be used for concerts in the summer."
)


def heard(text):
    return [s.act for s in find(report(text)).statements if s.finder.startswith("learned")]


def test_a_page_about_something_else_tells_no_act_that_is_only_half_heard():
    assert heard(MUSEUM) == []


def test_what_rules_find_stands_on_any_page():
    found = find(report(f"Police arrested two men at the gate. {MUSEUM}")).statements
    assert [s.act for s in found if s.act] == ["arbitrary_detention"]
