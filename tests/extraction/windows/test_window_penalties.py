"""What the law sets for a breach is told of nobody on Russian pages."""

import pytest
from russian_text import told


@pytest.mark.parametrize(
    "text",
    [
        "Ему грозит до семи лет лишения свободы.",
        "За нарушение режима пребывания мигрантам грозит штраф от 2 до 5 тысяч рублей с выдворением.",
        "Статья предусматривает штраф до 7 тысяч рублей и выдворение за пределы страны.",
        "Такое нарушение наказывается штрафом от двух до пяти тысяч рублей.",
    ],
)
def test_what_a_law_threatens_is_no_statement(text):
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("Троим мигрантам грозит выдворение.", "expulsion", "planned"),
        ("Госдума приняла закон, который предусматривает штраф для мигрантов.", "legislation", "asserted"),
        ("Суд назначил наказание в виде штрафа и выдворения.", "expulsion", "asserted"),
    ],
)
def test_what_somebody_faces_and_a_law_itself_are_told(text, act, modality):
    assert [s.modality for s in told(text) if s.act == act] == [modality]
