"""Russian: words with lemmas and forms by pymorphy3's dictionary (OpenCorpora); no sentence is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pymorphy3.analyzer import Parse

from guvoh.extraction.annotate.dictionary import readings
from guvoh.extraction.annotate.sentences import split
from guvoh.extraction.annotate.tokens import Annotated, Sentence, Token
from guvoh.model import TELLING_ROLES, Document

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*(?:-?(?:[а-яё]{1,3}|летн[а-яё]+|тысячн[а-яё]+|процентн[а-яё]+))?(?!\w)|[^\W_]+(?:['’-][^\W_]+)*|\S"
)
_POS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB",
    "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "NUMB": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "ADV",
    "PREP": "ADP", "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ", "PNCT": "PUNCT", "LATN": "X", "ROMN": "NUM",
}  # fmt: skip
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_OBSOLETE = frozenset({"намерить"})
"""Words of which a form is always meant to be another's: "намерены" is of "намерен"."""
_FORMS = {"INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv", "VERB": "Fin"}
_UD = {
    "nomn": "Case=Nom", "gent": "Case=Gen", "gen2": "Case=Gen", "datv": "Case=Dat", "accs": "Case=Acc",
    "acc2": "Case=Acc", "ablt": "Case=Ins", "loct": "Case=Loc", "loc2": "Case=Loc", "sing": "Number=Sing",
    "plur": "Number=Plur", "masc": "Gender=Masc", "femn": "Gender=Fem", "neut": "Gender=Neut", "anim": "Animacy=Anim",
    "inan": "Animacy=Inan", "past": "Tense=Past", "pres": "Tense=Pres", "futr": "Tense=Fut", "pssv": "Voice=Pass",
    "perf": "Aspect=Perf", "impf": "Aspect=Imp", "Name": "NameType=Giv", "Surn": "NameType=Sur", "Patr": "NameType=Pat",
    "Geox": "NameType=Geo", "Orgn": "NameType=Org", "1per": "Person=1", "2per": "Person=2", "3per": "Person=3",
    "impr": "Mood=Imp", "Abbr": "Abbr=Yes",
}  # fmt: skip


def _likeliest(readings: list[Parse]) -> Parse:
    """The first of the readings that the dictionary gives the best score: a number rather than a verb, no command."""
    best = [r for r in readings if r.score >= readings[0].score]
    return min(best, key=lambda r: (r.tag.POS != "NUMR", r.tag.mood == "impr", r.tag.person in ("1per", "2per")))


@lru_cache(maxsize=65536)
def _parsed(word: str) -> tuple[str, str, str, str]:
    """Lemma, UD class, the dictionary's own tag and UD features of a word's likeliest reading."""
    read = readings(word)
    if not read:
        return word.lower(), "X", "UNKN", ""
    best = _likeliest([r for r in read if r.normal_form not in _OBSOLETE] or read)
    tag = str(best.tag)
    terms = tag.replace(" ", ",").split(",")
    pos = _POS.get(terms[0], "X")
    if pos == "NOUN" and word[:1].isupper() and not _NAMES.isdisjoint(terms):
        pos = "PROPN"
    features = {feature for term in terms if (feature := _UD.get(term))}
    if terms[0] in _FORMS:
        features.add(f"VerbForm={_FORMS[terms[0]]}")
    return str(best.normal_form), pos, tag, "|".join(sorted(features))


def annotate(document: Document) -> Annotated:
    """Tokens of every passage that can tell something; their heads and relations stay empty."""
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for passage in document.passages:
        if passage.role not in TELLING_ROLES:
            continue
        for start, end in split(document.text, passage.start, passage.end, "ru"):
            first = len(tokens)
            tokens.extend(_tokens(document.text, start, end, first, len(sentences)))
            sentences.append(Sentence(len(sentences), start, end, first, len(tokens), passage.role, parsed=False))
    return Annotated(document.text, tuple(tokens), tuple(sentences), "ru")


def _tokens(text: str, start: int, end: int, first: int, sent: int) -> Iterator[Token]:
    for n, match in enumerate(_WORD.finditer(text, start, end)):
        word = match.group()
        lemma, pos, tag, morph = _parsed(word)
        if word[0].isdigit() and word.isascii():
            pos = "NUM"
        yield Token(first + n, match.start(), match.end(), word, lemma, pos, tag, morph, "", first + n, sent)
