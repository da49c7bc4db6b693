"""What numbers and acts of whole texts say: plans, parts, anaphors, ages, releases."""

from report_texts import report

from guvoh.extraction.rules import find_by_rules


def test_what_was_withheld_is_told_and_nobody_is_its_doer():
    told = {
        "His passport has not been given back.": "document_confiscation",
        "None of the detainees was given an interpreter.": "due_process_denial",
        "Guards would not let the detainees use the toilet.": "torture_ill_treatment",
        "Nobody gave us water in the cell.": "detention_conditions",
    }
    for text, act in told.items():
        found = [s for s in find_by_rules(report(text)).statements if s.act == act]
        assert [s.modality for s in found] == ["asserted"], text
        assert all(s.actor is None or s.actor.name != "Nobody" for s in found), text


def test_a_release_is_no_new_detention_and_a_plan_of_people_is_none_yet():
    released = find_by_rules(report("The police released 40 people on Sunday.")).statements
    assert [s.act for s in released] == [None]
    kept = find_by_rules(report("The police did not release the men for three days.")).statements
    assert [(s.act, s.modality) for s in kept] == [("arbitrary_detention", "asserted")]
    planned = find_by_rules(report("The ministry plans to recruit 5,000 workers this year.")).statements
    assert [(s.modality, s.stage) for s in planned] == [("planned", "planned")]
    quota = find_by_rules(report("The plan for the year is 300.")).statements
    assert [(s.count.best, s.modality) for s in quota] == [(300, "planned")]
    hired = find_by_rules(report("The ministry hired 5,000 workers this year.")).statements
    assert [(s.modality, s.stage) for s in hired] == [("asserted", None)]
