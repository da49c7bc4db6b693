"""Small US towns named with their state: one state each, and no city of another country that the page names."""

from guvoh.extraction.places import find_places


def towns(text, name):
    return {(p.country, p.admin1) for p in find_places(text, [(0, len(text))]) if p.name == name}


def test_a_town_named_with_its_state_is_that_of_the_state_everywhere():
    assert towns("The raid in Glendora, Miss., took an hour. In Glendora shops closed.", "Glendora") == {
        ("US", "US-MS")
    }


def test_a_name_with_two_states_is_given_neither():
    text = "A farm in Norvale, Ill., was raided. A shop in Norvale, Mass., was closed. In Norvale people wait."
    assert towns(text, "Norvale") == set()


def test_a_city_whose_own_country_is_named_stays():
    text = "The raid in Odessa, Tex., took an hour. In Ukraine, families in Odessa wait for news."
    assert "UA" in {country for country, _ in towns(text, "Odessa") | towns(text, "Odesa")}
