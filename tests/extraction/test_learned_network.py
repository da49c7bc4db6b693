"""The network of the learned acts: what it hears, in which words, and that unknown words and any length are safe."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_texts import report

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.learned.model import model
from guvoh.extraction.learned.network import Nets, Network, read_network, spoken

WORDS = ("police", "led", "away", "tenants")
ACTS = 2


def drawn(*shape):
    return np.random.default_rng(sum(shape)).normal(size=shape).astype(np.float32)


def network(nets=1):
    """Vectors of three numbers, a hidden layer of four, two acts."""
    shapes = ((9, 4), (4,), (12, 4), (4,), (4, ACTS), (ACTS,), (4, ACTS), (ACTS,), (4, ACTS))
    layers = Nets(*(np.stack([drawn(*shape)] * nets) for shape in shapes))
    whole = np.array([[9, 0, 1], [0, 80, 3], [2, 7, 90], [50, -60, 5]], dtype=np.int8)
    return Network({word: n for n, word in enumerate(WORDS)}, whole, np.full(4, 0.1, np.float32), layers)


def alone(made, words):
    (heard,) = made.hear([words])
    return heard


def slowly(net, vectors):
    """The same, word by word, as the method is written."""

    def layer(rows, weights, bias):
        size = rows.shape[1]
        blank = np.zeros(size)
        out = []
        for n in range(len(rows)):
            beside = (rows[n - 1] if n else blank, rows[n], rows[n + 1] if n + 1 < len(rows) else blank)
            total = sum(part @ weights[k * size : (k + 1) * size] for k, part in enumerate(beside)) + bias
            out.append(np.maximum(total, 0))
        return np.array(out)

    net = Nets(*(part[0] for part in vars(net).values()))
    near = layer(vectors, net.first, net.first_bias)
    wide = near + layer(near, net.second, net.second_bias)
    sums = []
    for act in range(ACTS):
        look = np.exp(wide @ net.look[:, act] + net.look_bias[act])
        pooled = (look / look.sum()) @ wide
        sums.append(pooled @ net.told[:, act] + net.told_bias[act] + wide.max(axis=0) @ net.most[:, act])
    return np.array(sums)


@given(st.lists(st.sampled_from([*WORDS, "unheard", "0"]), min_size=1, max_size=12))
def test_it_hears_what_the_method_says(words):
    made = network()
    vectors = np.array([made.vectors[made.rows[w]] * 0.1 if w in made.rows else np.zeros(3) for w in words])
    heard = alone(made, words)
    assert np.allclose(heard.sums, slowly(made.nets, vectors), rtol=1e-3, atol=1e-3)
    assert heard.looks.shape == (len(words), ACTS)
    assert np.allclose(heard.looks.sum(axis=0), 1, atol=1e-5)


def test_several_nets_are_heard_as_their_mean():
    assert np.allclose(alone(network(3), WORDS).sums, alone(network(), WORDS).sums)


@settings(max_examples=30)
@given(st.lists(st.lists(st.sampled_from([*WORDS, "unheard"]), min_size=1, max_size=60), min_size=1, max_size=12))
def test_sentences_heard_together_are_heard_as_each_alone(sentences):
    made = network(3)
    together = list(made.hear(sentences))
    assert len(together) == len(sentences)
    for heard, words in zip(together, sentences, strict=True):
        for one, other in zip(heard, alone(made, words), strict=True):
            assert np.allclose(one, other, rtol=1e-3, atol=1e-3)


@settings(max_examples=30)
@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=40))
def test_any_words_give_finite_sums(words):
    known = model("en")
    assert known is not None
    assert known.network is not None
    assert np.isfinite(alone(known.network, words).sums).all()


def test_words_are_in_lower_case_and_numbers_one_sign():
    text = annotate(report("Police led 40 tenants away on 2 May."))
    assert spoken(text.of(text.sentences[0])) == ["police", "led", "0", "tenants", "away", "on", "0", "may", "."]


def test_the_network_at_hand_knows_every_act_of_the_model_and_is_small():
    path = Path(__file__).parents[2] / "models" / "acts-en" / "network.npz"
    known, kept = model("en"), read_network(path)
    assert known is not None
    assert kept.nets.told.shape[2] == len(known.terms)
    assert path.stat().st_size < 4_000_000


@pytest.mark.parametrize(
    ("usual", "rare"),
    [
        ("Police detained 40 tenants of the hostel.", "Police apprehended 40 tenants of the hostel."),
        ("The officers beat him with batons.", "The officers clobbered him with batons."),
    ],
)
def test_a_rarer_word_is_heard_much_like_the_usual_one(usual, rare):
    known = model("en")
    assert known is not None
    assert known.network is not None
    sums = [alone(known.network, spoken(annotate(report(text)).tokens)).sums for text in (usual, rare)]
    assert sums[0].argmax() == sums[1].argmax()
