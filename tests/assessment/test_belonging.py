"""For which body somebody speaks, as a role tells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.assessment.belonging import bodies_beside, bodies_named

ROLES = [
    ("Steppe Watch's lawyer", "Steppe Watch"),
    ("Interior Ministry spokeswoman", "Interior Ministry"),
    ("spokesman for the Omsk police", "Omsk police"),
    ("A lawyer with Steppe Watch", "Steppe Watch"),
    ("activist with the group Open Road", "Open Road"),
    ("head of the legal aid group Open Door", "Open Door"),
    ("Open Road human rights lawyer", "Open Road"),
    ("senior HRW researcher", "HRW"),
    ("Omsk police chief", "Omsk police"),
    ("Foreign Ministry deputy head", "Foreign Ministry"),
    ("head of the press service of the Omsk prosecutor's office", "Omsk prosecutor's office"),
    ("the ministry's spokesman", "ministry"),
    ("head of the Interior Ministry's migration department", "Interior Ministry"),
    ("spokesperson for the Tula court in Tula", "Tula court"),
    ("Interior Minister", "Interior Ministry"),
    ("Deputy Interior Minister", "Interior Ministry"),
    ("Kyrgyz Foreign Minister", "Kyrgyz Foreign Ministry"),
    ("Kyrgyz ambassador to Russia", "Kyrgyz Embassy"),
    ("юрист комитета «Степной дозор»", "Степной дозор"),
    ("официальный представитель МВД", "МВД"),
    ("пресс-секретарь Омской полиции", "Омской полиции"),
    ("глава пресс-службы прокуратуры Омской области", "прокуратуры Омской области"),
    ("заместитель министра внутренних дел", "Министерство внутренних дел"),
    ("A Foreign Ministry spokesman", "Foreign Ministry"),
    ("spokesman for the Samara branch of the Federal Migration Service", "Federal Migration Service"),
    ("head of the migration service", "migration service"),
]


@pytest.mark.parametrize(("role", "body"), ROLES, ids=[role for role, _ in ROLES])
def test_a_role_names_the_body_that_its_holder_speaks_for(role, body):
    assert body in dict(bodies_named(role))


@pytest.mark.parametrize(
    "role",
    [
        "lawyer",
        "spokesman",
        "human rights activist",
        "former Interior Ministry spokesman",
        "бывший глава МВД",
        "worker at the Tula Metal plant",
        "client of Steppe Watch",
        "member of the State Duma",
        "Human Rights Council member",
        "head of Kyrgyzstan",
        "lawyer for the migrants",
        "migration researcher",
        "his lawyer",
        "One of the lawyers",
        "consul general",
        "United Nations and human rights activists",
        "police spokesman",
        "Kyrgyz lawyer",
        "Prime Minister",
        "депутат Госдумы",
        "",
    ],
)
def test_who_speaks_for_himself_or_for_nobody_named_belongs_to_no_body(role):
    assert bodies_named(role) == ()


@pytest.mark.parametrize(("role", "is_sure"), [("Omsk lawyer", False), ("Omsk police chief", True)])
def test_it_is_told_whether_a_name_must_be_a_bodys(role, is_sure):
    assert set(dict(bodies_named(role)).values()) == {is_sure}


@given(st.text(st.sampled_from("head of the press Omsk «» \"'s’ МВД пресс-службы Minister,;"), max_size=40))
def test_any_role_is_read(role):
    assert all(name.strip() for name, _ in bodies_named(role))


@pytest.mark.parametrize(
    ("after", "role", "body"),
    [
        (" of Steppe Watch said that", "Lawyer", "Steppe Watch"),
        (" from the rights group Open Road told us", "activist", "Open Road"),
        (" (Civic Aid), who was there", None, "Civic Aid"),
        (" of the Omsk police said", None, "Omsk police"),
        (" of the Omsk police department said", None, "Omsk police"),
        (" from the Interior Ministry said", "official", "Interior Ministry"),
        (" with Steppe Watch, her group", "lawyer", "Steppe Watch"),
        (", who heads Civic Aid, said", None, "Civic Aid"),
        (" из «Степного дозора» рассказал", "юрист", "Степного дозора"),
    ],
)
def test_the_words_behind_a_name_tell_it_too(after, role, body):
    assert body in dict(bodies_beside(after, role))


@pytest.mark.parametrize(
    ("after", "role"),
    [
        (" of Tula Metal said", "worker"),
        (" of Tula Metal said", None),
        (" from Osh said", None),
        (" said the Omsk police had", None),
        (" of Steppe Watch", "former lawyer"),
        (", who met Civic Aid, said", None),
        (" (34) said", "lawyer"),
        (" at the Omsk police station told Sever", None),
        (" at the Omsk police station told Sever", "activist"),
        (" of the Omsk police station told Sever", None),
        (" from the Omsk police station waits", None),
        (" from the Interior Ministry building, said", "spokeswoman"),
        (" from the Omsk police was accused", None),
        (" with the Interior Ministry, his opponent", "lawyer"),
        (" из МВД уехал", None),
    ],
)
def test_words_behind_a_name_that_tell_of_no_body_spoken_for(after, role):
    assert bodies_beside(after, role) == ()
