"""Whose words the sentences without a cue are: of whoever tells a story, not of whoever is quoted in passing."""

import pytest
from test_attribution_pages import says

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.model import Document, Passage, Role


def speaker(text, of):
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), publisher="Daily")
    links = attribute(annotate(document), document).chain(text.index(of), text.index(of) + len(of)).links
    return links[0].name if links else None


@pytest.mark.parametrize(
    ("goes_on", "of"),
    [
        ("His cousin had gone home. He was locked in a shed with 30 strangers.", "30 strangers"),
        ("When he asked for a doctor, three officers laughed.", "three officers"),
        ("In the evening a man in a leather jacket demanded 12,000 roubles.", "12,000 roubles"),
    ],
)
def test_a_person_goes_on_telling_what_befell_him(goes_on, of):
    opens = "“They drove us out of the hall,” said Jamshed Karimov, a welder from Khujand. "
    assert speaker(opens + goes_on, of) == "Jamshed Karimov"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (
            "The hall is empty; the caretaker says it will stay so. On Monday workers nailed up nine doors.",
            "nine doors",
        ),
        ("Three unions vowed to strike. Buses, which carry 4,000 pupils a day, ran as usual.", "4,000 pupils"),
    ],
)
def test_whoever_is_quoted_in_passing_does_not_take_the_paragraph(text, of):
    assert speaker(text, of) == "Daily"


def test_somebody_without_a_name_who_opens_the_paragraph_tells_on():
    text = "Another tenant says that police came before dawn. Doors were broken in. He paid for two neighbours."
    assert speaker(text, "two neighbours").lower().endswith("another tenant")


def test_a_sentence_of_the_page_ends_what_a_body_says():
    text = (
        "Nearly 300 people were checked, the Omsk police said. Traders call the market a second home."
        " Two of the stalls were burnt in May."
    )
    assert speaker(text, "Two of the stalls") == "Daily"


def test_what_was_done_to_people_is_counted_on():
    text = "The Omsk police said the checks would go on. Nine men will have to leave the country and 14 men were fined."
    assert speaker(text, "14 men") == "Omsk police"


def test_a_paragraph_may_open_with_those_counted_so_far():
    text = "The lawyer Aida Osmonova told us that 70 people were turned back.\n\nAs of today, 52 of them are home."
    assert speaker(text, "52 of them") == "Aida Osmonova"


@pytest.mark.parametrize(
    "above",
    [
        "According to the regional directorate:",
        "A raid was held in May, as the regional directorate informs. The results of it are plain:",
    ],
)
def test_the_items_of_a_list_belong_to_whoever_speaks_above_it(above):
    text = (
        f"{above}\n- 203 foreigners were brought in;\n- 34 permits were cancelled.\n\nA further 12 people wait outside."
    )
    assert speaker(text, "203 foreigners") == "regional directorate"
    assert speaker(text, "34 permits") == "regional directorate"
    assert speaker(text, "12 people") == "Daily"


def test_a_list_that_the_page_gives_stays_its_own():
    text = (
        "The growers told the papers that all is well. We went there in March. This is what we saw:\n"
        "- 580 men without wages;\n- two farms without water."
    )
    assert speaker(text, "580 men") == "Daily"


def test_a_list_may_hold_a_thousand_items():
    items = "".join(f"\n- {n} people were checked;" for n in range(100, 1000))
    assert speaker("According to the regional directorate:" + items, "999 people") == "regional directorate"


def test_what_the_staff_of_a_charity_did_the_charity_tells():
    text = "Maids are beaten, the charity Open Door said in a report.\n\nIts lawyers visited 94 homes."
    assert speaker(text, "94 homes") == "Open Door"


def test_they_befell_what_a_source_tells_at_the_end():
    text = "A further 18 men turned out not to have signed up. They were sent to the army, a security source specified."
    assert speaker(text, "18 men").endswith("security source")


def test_many_sentences_that_count_on_are_read_in_little_depth():
    text = (
        "Migrants in May\n\nPolice held 40 men, the ministry said. "
        + "They fined 3 of the men who were at the market. " * 700
    )
    assert says(text, "40")[0] == "ministry"
    assert says(text, "fined 3")


OPENS = "Lawyer Nodira Rahimova said that 40 men were held.\n\n"


@pytest.mark.parametrize(
    "goes_on",
    [
        "Rahimova went on to say that 12 were expelled.",
        "“Twelve were expelled,” Rahimova went on.",
        "Rahimova continued: “Twelve were expelled.”",
    ],
)
def test_whoever_goes_on_speaking_says_what_stands_before(goes_on):
    assert speaker(f"{OPENS}Some 30 were beaten in the yard. {goes_on}", "30") == "Nodira Rahimova"


@pytest.mark.parametrize("happened", ["The raids went on until dawn", "The searches continued in two towns"])
def test_what_goes_on_happening_links_nothing_to_who_spoke_before(happened):
    text = f"{OPENS}Some 30 were beaten.\n\n{happened}, Rahimova said."
    assert speaker(text, "30") == "Daily"


def test_whoever_went_on_to_say_it_says_it():
    assert speaker("Nodira Rahimova, a lawyer, went on to say that 12 were expelled.", "12") == "Nodira Rahimova"
    assert speaker("Nodira Rahimova, a lawyer, refused on Monday to say that 12 were expelled.", "12") == "Daily"


REPORTED = "According to Kommersant, a dozen men broke into the hostel. "


def test_an_outlet_goes_on_with_the_news_of_its_paragraph():
    text = f"{REPORTED}Police led away about 70 people, and a local councillor was one of them."
    assert speaker(text, "70 people") == "Kommersant"


@pytest.mark.parametrize(
    ("goes_on", "of"),
    [
        ("The schools of the town have 4,000 pupils.", "4,000 pupils"),
        ("We counted 70 people at the gate.", "70 people"),
        ("\n\nPolice led away about 70 people.", "70 people"),
    ],
)
def test_an_outlet_leaves_background_and_what_the_page_saw_to_the_page(goes_on, of):
    assert speaker(f"{REPORTED}{goes_on}", of) == "Daily"


def test_a_text_may_end_with_whoever_is_cited():
    assert speaker("0 ”CITING A00", "0 ") == "A00"
    assert speaker("“0 says ”", "0") == "Daily"


def test_people_who_were_given_something_are_counted_on():
    opens = "The missions answered 8,000 calls, attaché Bakyt Turgunov said. "
    goes_on = "Some 312 workers got wages back. More than 600 people in need received 90,000 roubles."
    assert speaker(opens + goes_on, "600") == "Bakyt Turgunov"
    assert speaker(opens + goes_on.replace("received", "walked past"), "600") == "Daily"
