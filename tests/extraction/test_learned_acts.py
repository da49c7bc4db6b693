"""The learned acts: features, the words that decided, what is added and dropped, and that it is always the same."""

from pathlib import Path

import numpy as np
import pytest
from report_texts import report

from guvoh.extraction import find
from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.gate import checked
from guvoh.extraction.grammar.triggers import find_triggers
from guvoh.extraction.learned.acts import settle
from guvoh.extraction.learned.features import Words, features, softness
from guvoh.extraction.learned.features import said as every
from guvoh.extraction.learned.model import Model, model, read_words
from guvoh.model import Kind
from guvoh.model.acts import acts

WORDS = Words(
    groups={"police": ("1", "2"), "beat": ("3", "4")},
    kinds={"police": ("force",), "beat": ("hit",), "workers": ("employer", "migrant")},
)
PLAIN = "The orchestra played in the old town on Sunday."


def parsed(text):
    read = annotate(report(text))
    return read, read.sentences[0]


def said(text, found=()):
    read, sentence = parsed(text)
    return {f.key: f for f in features(read, sentence, found, WORDS)}


def settled(text):
    read, sentence = parsed(text)
    (acts,) = settle(read, [(sentence, find_triggers(read, sentence))])
    return acts


def weighing(term, weights, *, add=0.0, drop=-9.0, rival=0.0):
    """A model of one act with these weights by feature."""
    return Model(
        terms=(term,),
        rows={key: n for n, key in enumerate(weights)},
        weights=np.array([[w] for w in weights.values()], dtype=np.int8),
        scale=np.ones(1, np.float32),
        bias=np.array([-1.0], np.float32),
        add=np.array([add], np.float32),
        drop=np.array([drop], np.float32),
        rival=np.array([rival], np.float32),
        slope=1.0,
        shift=0.0,
        words=Words({}, {}),
    )


@pytest.fixture
def taught(monkeypatch):
    """Sets the model that is asked."""
    return lambda known: monkeypatch.setattr("guvoh.extraction.learned.acts.model", lambda _: known)


def test_features_are_words_groups_neighbours_and_governed_pairs():
    made = said("Police beat workers.")
    assert {"u:police", "c:1", "f:2", "b:police beat", "d:beat worker"} <= set(made)
    assert made["d:beat worker"].tokens == (1, 2)


def test_empty_words_numbers_and_rare_names_are_no_features_of_their_own():
    made = said("The 40 men of Qwertyzhan were in the yard.")
    assert not {"u:the", "u:0", "u:of", "u:NAME", "u:qwertyzhan", "b:in the"} & set(made)


def test_a_word_said_twice_is_one_feature_of_both_places():
    made = said("Workers saw workers.")
    assert len(made["u:worker"].tokens) == 2


def test_kinds_of_things_count_alone_governed_and_together_in_a_clause():
    made = said("Police beat workers.")
    assert {"k:force", "k:hit", "h:hit>force", "h:hit>migrant", "p:force+hit", "p:force+migrant"} <= set(made)
    assert made["h:hit>migrant"].tokens == (1, 2)


def test_kinds_in_two_clauses_are_not_together():
    made = said("Police came late because someone beat the drum.")
    assert {"k:force", "k:hit"} <= set(made)
    assert "p:force+hit" not in made


def test_sums_are_those_of_the_features_without_what_is_unknown():
    known = weighing("expulsion", {"u:police": 3, "d:beat worker": 5, "k:hit": 7})
    read, sentence = parsed("Police beat workers, and workers beat police.")
    made = features(read, sentence, (), WORDS)
    kept, parts = known.known(made)
    assert {f.key for f in kept} == set(known.rows)
    tokens = read.of(sentence)
    assert np.allclose(softness(tokens) * known.sums(every(tokens, sentence.first, WORDS)), parts.sum(axis=0))


def test_a_kind_knows_its_words_in_every_form(tmp_path):
    (tmp_path / "clusters.tsv").write_text("drive\t1\t2\n")
    (tmp_path / "kinds.txt").write_text("convey: drive\nvehicle: van drive\n")
    known = read_words(tmp_path)
    assert known.groups == {"drive": ("1", "2")}
    assert known.kinds["drove"] == ("convey", "vehicle")
    assert known.kinds["vans"] == ("vehicle",)


def test_a_longer_sentence_says_each_word_softer():
    short, long = said("Police beat workers."), said(f"Police beat workers, and {PLAIN.lower()}")
    assert long["u:police"].value < short["u:police"].value


def test_a_rule_hit_is_a_feature_at_its_word():
    made = said("Police beat workers.", [("excessive_force", 1)])
    assert made["r:excessive_force"].tokens == made["r:any"].tokens == (1,)


def test_an_act_is_added_at_the_word_that_speaks_most_and_says_why(taught):
    taught(weighing("hate_speech", {"u:orchestra": 3, "u:play": 5, "u:town": 2, "u:old": 1}))
    (found,) = settled(PLAIN)
    assert (found.term, found.head.text, found.frame) == ("hate_speech", "played", None)
    assert found.why[0] == "learned: orchestra, played, town → hate_speech"
    assert found.roles.actor is None or found.roles.actor.text == "orchestra"
    assert 0.5 < found.probability <= 1


def test_below_the_threshold_nothing_is_added(taught):
    taught(weighing("hate_speech", {"u:play": 5}, add=90.0))
    assert settled(PLAIN) == []


def test_an_act_no_predicate_speaks_for_is_not_added(taught):
    taught(weighing("hate_speech", {"b:on Sunday": 5, "b:on sunday": 5}, add=-2.0))
    assert all(t.head.pos in ("NOUN", "VERB", "ADJ") for t in settled(PLAIN))


def test_a_rules_act_that_the_model_holds_unlikely_is_dropped(taught):
    text = "Forty workers were detained in Kazan."
    taught(weighing("arbitrary_detention", {"u:detain": -9}, add=9.0, drop=-4.0))
    assert settled(text) == []
    taught(weighing("arbitrary_detention", {"u:detain": 9}, add=0.0, drop=-4.0))
    assert [t.term for t in settled(text)] == ["arbitrary_detention"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Police officers detained 40 workers in Kazan.", "arbitrary_detention"),  # who does it, and to whom
        ("A brawl broke out among foreign students.", "private_violence"),  # in several words
    ],
)
def test_a_rules_act_that_says_all_by_itself_stands(taught, text, term):
    taught(weighing(term, {}, add=9.0, drop=4.0))
    assert term in [t.term for t in settled(text)]


def test_what_a_rule_found_is_not_added_again():
    text = "Police officers detained 40 workers in Kazan."
    assert [t.term for t in settled(text)].count("arbitrary_detention") == 1


def test_without_a_model_the_rules_acts_stand(taught):
    taught(None)
    assert [t.term for t in settled("Police officers detained 40 workers in Kazan.")] == ["arbitrary_detention"]
    assert model("xx") is None


def test_the_model_at_hand_is_whole_and_small():
    known = model("en")
    assert known is not None
    assert set(known.terms) == set(acts()) - {"other"}
    assert known.weights.shape == (len(known.rows), len(known.terms))
    assert (known.drop < known.add).all()
    assert (known.add < known.rival).all()
    folder = Path(__file__).parents[2] / "models" / "acts-en"
    assert sum((folder / name).stat().st_size for name in ("weights.npz", "clusters.tsv", "kinds.txt")) < 3_000_000
    assert read_words(folder) == known.words


def test_a_learned_statement_passes_the_gate_and_names_its_finder(taught):
    taught(weighing("hate_speech", {"u:play": 9, "u:orchestra": 2}))
    found = find(report(PLAIN))
    (statement,) = [s for s in found.statements if s.act]
    assert (statement.finder, statement.kind, statement.act) == ("learned-acts/en@6", Kind.ACT, "hate_speech")
    assert statement.why[0].startswith("learned: ")
    assert 0 < statement.score <= 1
    assert checked(found) == found


def test_the_same_text_gives_the_same_statements_after_others():
    text = "They bundled the cook into a van and drove off with him. Nobody gave the men a lawyer."
    first = find(report(text)).statements
    find(report(PLAIN))
    assert find(report(text)).statements == first


def test_a_neutral_text_tells_no_act():
    plain = f"{PLAIN} The harvest was good. A new bridge over the river will open in June."
    assert not [s for s in find(report(plain)).statements if s.act]


def test_beside_a_rules_act_a_rival_is_added_only_well_above_the_line(taught):
    text = "Thirty people were ordered to leave the country."
    assert [t.term for t in settled(text)] == ["expulsion"]
    weights = {"u:people": 9, "u:person": 9, "u:country": 9}
    taught(weighing("collective_expulsion", weights, rival=90.0))
    assert [t.term for t in settled(text)] == ["expulsion"]
    taught(weighing("collective_expulsion", weights, rival=1.0))
    assert {t.term for t in settled(text)} == {"expulsion", "collective_expulsion"}


def test_an_act_is_added_at_a_word_at_which_a_rule_found_another(taught):
    taught(weighing("raid", {"u:detain": 9}))
    found = settled("Police officers detained 40 workers in Kazan.")
    assert [(t.term, t.head.text) for t in found] == [("arbitrary_detention", "detained"), ("raid", "detained")]


def test_a_number_is_told_once_where_two_acts_share_a_word(taught):
    taught(weighing("raid", {"u:detain": 9}))
    made = find(report("Police officers detained 40 workers in Kazan.")).statements
    assert {s.act: s.count and s.count.best for s in made} == {"arbitrary_detention": 40, "raid": None}


def test_a_neighbouring_act_alone_adds_none(taught):
    taught(weighing("raid", {"r:arbitrary_detention": 9, "r:any": 9}))
    assert [t.term for t in settled("Police officers detained 40 workers in Kazan.")] == ["arbitrary_detention"]
