"""Violence on Russian pages of which a foreigner is the doer is no wrong done to one."""

import pytest
from russian_text import told


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Иностранец избил полицейского и скрылся.", set()),
        ("Неизвестный ударил мигранта у подъезда.", {"private_violence"}),
        ("Во время рейда полицейские избили мигранта.", {"excessive_force", "raid"}),
        ("Комитет против пыток приехал к мигрантам.", set()),
    ],
)
def test_who_did_it(text, acts):
    assert {s.act for s in told(text) if s.act} == acts
