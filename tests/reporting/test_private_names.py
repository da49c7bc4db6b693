"""Private persons get a neutral word wherever a name is not a quote."""

from dataclasses import replace

import pytest
from dossier_drafts import party
from dossier_factory import sample
from dossier_pages import DESK, WITNESS

from guvoh.model import Findings, Link, SourceKind, SourceMention
from guvoh.reporting.privacy import PrivateNames, private_names


def test_one_person_of_several_names_is_one_word():
    names = PrivateNames(
        [("Witness", ("Rustam Aliev", "Aliev")), ("Witness", ("Aliev",)), ("Affected person", ("D.",))]
    )
    assert len(names) == 2
    assert names.name("rustam  ALIEV") == names.name("Aliev") == "Witness 1"
    assert names.name("D.") == "Affected person 1"


def test_names_are_replaced_as_whole_words_in_sentences():
    names = PrivateNames([("Witness", ("Rustam Aliev",))])
    assert names.within("Aliev stands for Rustam\nAliev, not Alieva or Rustamov") == (
        "Witness 1 stands for Witness 1, not Alieva or Rustamov"
    )


def test_the_words_of_a_description_are_those_of_others_too():
    names = PrivateNames([("Woman", ("Woman, caller from Engels",)), ("Witness", ("Karimova, Zarina",))])
    assert (
        names.within("Detention, Engels: a woman was taken from there")
        == "Detention, Engels: a woman was taken from there"
    )
    assert names.within("as woman, caller from engels says") == "as Woman 1 says"
    assert names.in_file_name("engels_call.txt") == "engels_call.txt"
    assert names.within("Zarina was asked") == "Witness 1 was asked"


def test_a_public_person_of_the_same_surname_keeps_the_name():
    names = PrivateNames([("Witness", ("Rustam Aliev",))])
    assert names.name("Ilham Aliev") == "Ilham Aliev"
    assert names.name("office of Rustam Aliev") == "office of Witness 1"
    assert PrivateNames([("Witness", ("Alam",))]).name("Shah Alam Desk") == "Shah Alam Desk"


def test_short_names_are_not_hunted_in_sentences():
    names = PrivateNames([("Witness", ("Ali",))])
    assert names.within("Ali said of Alina, an alibi") == "Ali said of Alina, an alibi"
    assert names.name("Ali") == "Witness 1"


def test_marks_of_the_model_are_gathered():
    names = private_names(sample()[0])
    assert len(names) == 1
    assert names.name("Rustam Aliev") == "Witness 1"
    assert names.name("Amina Yusupova") == "Amina Yusupova"


def test_the_flag_on_a_statement_does_not_hide_those_who_passed_it_on():
    finds, _, _ = sample()
    statement = next(s for f in finds for s in f.statements if s.private)
    assert statement.attribution == (WITNESS, DESK)
    bare = Findings(finds[0].document, (statement,))
    names = private_names([bare])
    assert names.name(DESK.name) == DESK.name
    assert names.name(WITNESS.name) != WITNESS.name


def test_a_mother_ticked_as_private_is_hidden_and_the_lawyer_of_a_named_person_is_not():
    finds, _, _ = sample()
    statement = next(s for f in finds for s in f.statements if s.private)

    def hidden(name, role, whom):
        said = replace(statement, attribution=(Link(name, SourceKind.PERSON, role), DESK), affected=whom)
        return private_names([Findings(finds[0].document, (said,))]).name(name) != name

    assert hidden("Gulnora K.", "mother of the detained man", party("her son"))
    assert hidden("Gulnora K.", "mother of the detained man", None)
    assert not hidden("Amina Yusupova", "lawyer", party("Rustam Aliev"))


def test_no_private_person_changes_nothing():
    names = PrivateNames([])
    assert len(names) == 0
    assert names.name(None) is None
    assert names.within("Rustam Aliev") == "Rustam Aliev"
    assert party("x").private is False
    assert SourceMention("x", SourceKind.PERSON, 0, 1).private is False


def test_a_hidden_source_goes_by_the_role_that_the_text_gives():
    finds, _, _ = sample()

    def word(role, kind=SourceKind.PERSON):
        source = SourceMention("Bakhtiyor Saidov", kind, 0, 1, role, True)
        return private_names([Findings(finds[0].document, (), sources=(source,))]).name("Bakhtiyor Saidov")

    assert word("trader") == word("trader from Samara") == "Trader 1"
    assert word("mother of the detained man", SourceKind.WITNESS) == "Mother 1"
    assert word("Nodira's mother", SourceKind.WITNESS) == "Witness 1"
    assert word(None) == "Private person 1"


def test_who_is_not_named_needs_no_other_word():
    finds, _, _ = sample()
    sources = tuple(
        SourceMention(name, SourceKind.WITNESS, 0, 1, "caller", True) for name in ("caller", "One trader", "Zarina K.")
    )
    names = private_names([Findings(finds[0].document, (), sources=sources)])
    assert len(names) == 1
    assert names.within("A caller and a trader") == "A caller and a trader"
    assert names.name("Zarina K.") == "Caller 1"


@pytest.mark.parametrize("name", ["zarina", "გიორგი", "Georgia"])
def test_a_name_that_a_person_marked_is_hidden_however_it_is_written(name):
    statement = next(s for f in sample()[0] for s in f.statements if s.private)
    said = replace(statement, attribution=(Link(name, SourceKind.WITNESS), DESK), affected=None)
    done = replace(statement, attribution=(DESK,), affected=party(name))
    assert hidden_in((said,), ()).name(name) == "Witness 1"
    assert hidden_in((done,), ()).name(name) == "Affected person 1"


@pytest.mark.parametrize("name", ["გიორგი", "Georgia"])
def test_a_finders_mark_hides_a_name_that_is_also_a_country_or_has_no_capitals(name):
    assert len(hidden_in((), (SourceMention(name, SourceKind.WITNESS, 0, 1, None, True),))) == 1


@pytest.mark.parametrize("name", ["a woman", "One trader", "Caller", "a Georgian", "the Georgian woman"])
def test_a_finders_mark_on_a_description_is_not_numbered(name):
    assert not len(hidden_in((), (SourceMention(name, SourceKind.WITNESS, 0, 1, None, True),)))


def hidden_in(statements, sources):
    return private_names([Findings(sample()[0][0].document, statements, sources=sources)])


def test_a_dotless_letter_hides_the_name_and_breaks_nothing():
    names = PrivateNames([("Witness", ("Zarina Karimova",))])
    assert names.within("Karımova left") == "Private person left"
    assert names.in_file_name("Karımova.txt") == "Private person.txt"
