"""What holds for any text read by clause windows: the contract's output, and the same ids twice."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from russian_text import russian

from guvoh.extraction import find
from guvoh.extraction.gate import fault
from guvoh.model import Kind, from_json, to_json
from guvoh.model.edtf import is_edtf

WORDS = """Полиция задержала|40 мигрантов|в Казани|5 марта|.|.|,|«|»|(|)|—|сообщил|ОВД-Инфо|по словам|из них|12|тыс.
выдворили|от 30 до 60|почти|не|суд постановил|оштрафовали|пять тысяч рублей|якобы|будут|если|сколько|который|и|двое
половина|десятки|человек|½|٣٤|\u00a0|\u200b|е\u0301|😀|12%|10:30|№|18.8|22-летний|2024-го|?|ни одного|2 500"""
NEWS = st.lists(st.sampled_from([*WORDS.replace("\n", "|").split("|"), "\n", "\n\n", "\u2028"]), max_size=40).map(
    " ".join
)


@settings(max_examples=80)
@given(st.one_of(NEWS, st.text(max_size=80)), st.sampled_from([None, "2024-10-28", "2024", "XXXX-10-28"]))
def test_any_text_gives_findings_of_the_contract(text, published):
    found = find(russian(text, published))
    assert found.problems == ()
    assert len({s.id for s in found.statements}) == len(found.statements)
    for statement in found.statements:
        assert fault(statement, text) is None
        assert statement.quote == statement.quote.strip() != ""
        assert (statement.kind is Kind.ACT) == (statement.act is not None)
        assert statement.when is None or (is_edtf(statement.when) and statement.when_basis)
        assert 0 < statement.score <= 1
        assert statement.why
    written = to_json(found)
    assert json.loads(json.dumps(written, allow_nan=False)) == written
    assert to_json(from_json(written)) == written
    assert to_json(find(russian(text, published))) == written
