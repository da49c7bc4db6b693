"""A text without full stops is read with work that grows with its length, not with its square."""

import pytest
from russian_text import told

from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.scene import Scene
from guvoh.extraction.windows.words import Word

LINES = [
    "полиция в городе задержала рабочих и отдел сообщил о рейде на рынке потому что люди рассказали соседям ",
    "адвокат, которая приехала ночью, рассказала, что полиция задержала рабочих, ",
    "сказал рассказал заявил сообщил рабочие полиция адвокат там говорят ",
    "добавив что люди рассказав соседям и сказав что было на рынке ",
    "и он и дом и рынок и город и двор ",
]


def work(monkeypatch, text):
    """How often a phrase was read, a word looked at, and a verb asked for, for a text."""
    counts = {"read": 0, "low": 0, "predicate": 0}

    def counted(owner, name):
        real = getattr(owner, name)
        if isinstance(real, property):

            def get(self):
                counts[name] += 1
                return real.fget(self)

            monkeypatch.setattr(owner, name, property(get))
            return

        def call(self, *args):
            counts[name] += 1
            return real(self, *args)

        monkeypatch.setattr(owner, name, call)

    with monkeypatch.context() as monkeypatch:
        counted(PhraseReader, "read")
        counted(Scene, "low")
        counted(Word, "predicate")
        told(text)
    return counts


@pytest.mark.parametrize("line", LINES)
def test_twice_the_text_is_about_twice_the_work(monkeypatch, line):
    once = work(monkeypatch, line * 40)
    twice = work(monkeypatch, line * 80)
    for name, count in once.items():
        assert twice[name] <= 2.5 * count + 100, name
