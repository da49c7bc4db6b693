"""The vocabulary data of a language holds together."""

import re
from types import MappingProxyType

import pytest

from guvoh.extraction.vocabulary import load
from guvoh.extraction.vocabulary.load import classes, exact_words, frames, nationalities
from guvoh.model.errors import BadTerm

ROLES = {"verb", "noun", "experiencer", "advised", "none"}


def test_word_classes_hold_every_form():
    known = classes("en")
    assert isinstance(known, MappingProxyType)
    assert {"officer", "officers", "policemen"} <= known["authority"]
    assert {"migrant", "people", "women", "uzbeks"} <= known["person"]
    assert {"russia", "tajikistan"} <= known["country"]
    assert all(word == word.lower() for name in ("person", "authority", "negation") for word in known[name])


def test_the_grammar_finds_every_class_it_asks_for():
    needed = """person authority private_actor employer dwelling container telling undergoer subjecter undergone
     ellipsis happening loose_group negation denial future plan hearsay claiming claim_noun habit ordering paper
     affected_teller where toward before_place anchor anchoring term_of""".split()
    assert [name for name in needed if not classes("en").get(name)] == []


def test_exact_words_stand_in_just_the_forms_given():
    known = exact_words("en")
    assert "be" in known["obliged"]
    assert "been" not in known["obliged"]


def test_nationalities_have_codes_and_words_each_once():
    rows = nationalities("en")
    assert len(rows) > 60
    assert all(re.fullmatch("[A-Z]{2}", row.code) and row.countries and row.nouns for row in rows)
    names = [name for row in rows for name in row.countries]
    assert len(set(names)) == len(names)
    assert len({row.code for row in rows}) == len(rows)


def test_the_last_word_of_a_nation_names_people():
    people = classes("en")["person"]
    assert {"lankans", "leoneans", "gambians", "ivorian"} <= people
    assert not {"sri", "sierra", "lanka"} & people


def test_frames_are_named_and_told_apart():
    all_ = frames("en")
    assert len({frame.name for frame in all_}) == len(all_)
    assert {frame.roles for frame in all_} <= ROLES
    assert all(frame.name.startswith(f"{frame.term}/") for frame in all_)


def test_no_counter_example_is_an_example():
    both = [f.name for f in frames("en") if set(f.examples) & set(f.counter)]
    assert both == []


ENGLISH = load.folder("en")


def write(folder, **acts):
    (folder / "acts").mkdir()
    for name in ("classes.toml", "act_classes.toml", "nationalities.toml"):
        (folder / name).write_bytes((ENGLISH / name).read_bytes())
    for term, text in acts.items():
        (folder / "acts" / f"{term}.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def language(tmp_path, monkeypatch):
    monkeypatch.setattr(load, "folder", lambda _: tmp_path)
    load_caches = (classes, frames, nationalities)
    for cached in load_caches:
        cached.cache_clear()
    yield tmp_path
    for cached in load_caches:
        cached.cache_clear()


def test_a_language_is_a_folder(language):
    write(
        language,
        raid='[[pattern]]\nmatch = "raid ..1 @dwelling"\nroles = "noun"\nneed = ["@person"]\n',
    )
    (frame,) = frames("zz")
    assert (frame.term, frame.name, frame.roles) == ("raid", "raid/1", "noun")
    assert {"worker", "men", "kyrgyz"} <= frame.need
    assert "hostels" in frame.pattern.elements[1].words


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("raid", '[[pattern]]\nmatch = "raid"\nneeds = ["x"]\n'),
        ("raiding", '[[pattern]]\nmatch = "raid"\n'),
        ("raid", '[[pattern]]\nmatch = "raid @nothing-known"\n'),
        ("raid", '[[pattern]]\nmatch = "..2 raid"\n'),
        ("raid", '[[pattern]]\nmatch = "raid"\nneed = ["@nothing-known"]\n'),
    ],
)
def test_a_slip_in_the_data_is_refused_with_a_way_on(language, term, text):
    write(language, **{term: text})
    with pytest.raises(BadTerm) as caught:
        frames("zz")
    assert caught.value.next_step
