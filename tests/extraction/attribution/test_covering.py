"""Who speaks over a stretch: looked up, with the answers that comparing every voice with every other gives."""

from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction import find
from guvoh.extraction.attribution.covering import Covering
from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Document, Passage, Role

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda at: (at[0], at[0] + at[1]))
CONTENTS = st.lists(SPANS, max_size=3).map(tuple)


def voice(cue, content):
    return Voice(Report(cue, CueKind.REPORT, None, content, 0, "a rule"), None, (), content, None)


VOICES = st.lists(st.builds(voice, SPANS, CONTENTS), max_size=12)


@given(VOICES, SPANS, st.sampled_from([0.25, 0.5, 1.0]))
def test_finds_the_voices_that_comparing_each_with_the_stretch_finds(voices, stretch, least):
    plain = [at for at, one in enumerate(voices) if one.share(*stretch) >= least]
    assert Covering(voices).over(*stretch, least) == plain


@given(VOICES, st.data())
def test_counts_the_voices_around_each_cue_as_comparing_each_with_each_does(voices, data):
    some = data.draw(st.lists(st.sampled_from(range(len(voices))), unique=True)) if voices else []
    plain = {at: sum(other != at and voices[other].share(*voices[at].report.cue) == 1 for other in some) for at in some}
    assert Covering(voices).depths(some) == plain


def compared(monkeypatch, times):
    """How often a voice was compared with a stretch in reading one sentence with so many cues."""
    calls = []
    share = Voice.share
    monkeypatch.setattr(Voice, "share", lambda self, start, end: calls.append(1) or share(self, start, end))
    told = "по словам адвоката, увезли 15 рабочих, уточнила она, "
    text = f"Утром {told * times}и всё."
    find(Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="ru"))
    monkeypatch.setattr(Voice, "share", share)
    return len(calls)


def test_compares_the_voices_of_one_sentence_with_its_numbers_and_not_each_with_each_for_every_number(monkeypatch):
    few, many = compared(monkeypatch, 10), compared(monkeypatch, 40)
    assert many < few * 4 * 4 * 1.5, "voices by numbers; by voices once more it would be 64 times as often"
