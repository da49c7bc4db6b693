"""English inflection of vocabulary words, so that a rare word is met in every form whatever the lemmatizer says."""

from __future__ import annotations

from functools import cache

IRREGULAR: dict[str, tuple[str, ...]] = {
    "beat": ("beats", "beating", "beaten"),
    "break": ("breaks", "breaking", "broke", "broken"),
    "bring": ("brings", "bringing", "brought"),
    "begin": ("begins", "beginning", "began", "begun"),
    "bind": ("binds", "binding", "bound"),
    "bite": ("bites", "biting", "bit", "bitten"),
    "burn": ("burns", "burning", "burned", "burnt"),
    "burst": ("bursts", "bursting"),
    "catch": ("catches", "catching", "caught"),
    "drink": ("drinks", "drinking", "drank", "drunk"),
    "feed": ("feeds", "feeding", "fed"),
    "flee": ("flees", "fleeing", "fled"),
    "get": ("gets", "getting", "got", "gotten"),
    "hang": ("hangs", "hanging", "hung", "hanged"),
    "hide": ("hides", "hiding", "hid", "hidden"),
    "lead": ("leads", "leading", "led"),
    "meet": ("meets", "meeting", "met"),
    "run": ("runs", "running", "ran"),
    "sit": ("sits", "sitting", "sat"),
    "sleep": ("sleeps", "sleeping", "slept"),
    "spend": ("spends", "spending", "spent"),
    "spit": ("spits", "spitting", "spat"),
    "steal": ("steals", "stealing", "stole", "stolen"),
    "swim": ("swims", "swimming", "swam", "swum"),
    "undergo": ("undergoes", "undergoing", "underwent", "undergone"),
    "come": ("comes", "coming", "came"),
    "cut": ("cuts", "cutting"),
    "die": ("dies", "dying", "died"),
    "drive": ("drives", "driving", "drove", "driven"),
    "find": ("finds", "finding", "found"),
    "fly": ("flies", "flying", "flew", "flown"),
    "forbid": ("forbids", "forbidding", "forbade", "forbidden"),
    "freeze": ("freezes", "freezing", "froze", "frozen"),
    "give": ("gives", "giving", "gave", "given"),
    "go": ("goes", "going", "went", "gone"),
    "hit": ("hits", "hitting"),
    "hold": ("holds", "holding", "held"),
    "keep": ("keeps", "keeping", "kept"),
    "lay": ("lays", "laying", "laid"),
    "leave": ("leaves", "leaving", "left"),
    "let": ("lets", "letting"),
    "lie": ("lies", "lying", "lay", "lain"),
    "lose": ("loses", "losing", "lost"),
    "make": ("makes", "making", "made"),
    "man": ("men",),
    "pay": ("pays", "paying", "paid"),
    "put": ("puts", "putting"),
    "say": ("says", "saying", "said"),
    "see": ("sees", "seeing", "saw", "seen"),
    "seek": ("seeks", "seeking", "sought"),
    "sell": ("sells", "selling", "sold"),
    "send": ("sends", "sending", "sent"),
    "set": ("sets", "setting"),
    "shoot": ("shoots", "shooting", "shot"),
    "show": ("shows", "showing", "showed", "shown"),
    "speak": ("speaks", "speaking", "spoke", "spoken"),
    "spread": ("spreads", "spreading"),
    "stand": ("stands", "standing", "stood"),
    "stick": ("sticks", "sticking", "stuck"),
    "strike": ("strikes", "striking", "struck", "stricken"),
    "sweep": ("sweeps", "sweeping", "swept"),
    "swoop": ("swoops", "swooping", "swooped"),
    "take": ("takes", "taking", "took", "taken"),
    "tear": ("tears", "tearing", "tore", "torn"),
    "tell": ("tells", "telling", "told"),
    "think": ("thinks", "thinking", "thought"),
    "throw": ("throws", "throwing", "threw", "thrown"),
    "withdraw": ("withdraws", "withdrawing", "withdrew", "withdrawn"),
    "withhold": ("withholds", "withholding", "withheld"),
    "write": ("writes", "writing", "wrote", "written"),
    "woman": ("women",),
    "child": ("children",),
    "policeman": ("policemen",),
    "policewoman": ("policewomen",),
    "serviceman": ("servicemen",),
    "guardsman": ("guardsmen",),
    "countryman": ("countrymen",),
    "person": ("people", "persons"),
    "wife": ("wives",),
    "knife": ("knives",),
    "half": ("halves",),
}
_VOWELS = "aeiou"
# Two syllables, stress on the last: the consonant doubles before -ed and -ing.
_DOUBLES = frozenset(
    {
        "deter",
        "expel",
        "compel",
        "entrap",
        "prefer",
        "annul",
        "admit",
        "permit",
        "commit",
        "submit",
        "patrol",
        "cancel",
        "occur",
        "refer",
        "rebel",
        "repel",
    }
)
_OFTEN_DOUBLE = frozenset({"travel", "label", "cancel", "model", "signal", "counsel", "quarrel"})


@cache
def forms(lemma: str) -> frozenset[str]:
    """Every form a regular or listed irregular noun or verb of that lemma may take, the lemma included."""
    if not lemma.isalpha():
        return frozenset({lemma})
    if lemma in IRREGULAR:
        return frozenset({lemma, *IRREGULAR[lemma]})
    return frozenset({lemma, *_regular(lemma)})


def _regular(word: str) -> set[str]:
    out: set[str] = set()
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        out |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        out |= {word + "es", word + "ed", word + "ing"}
    elif word.endswith("e"):
        out |= {word + "s", word + "d", word[:-1] + "ing", word + "ing"}
    else:
        out |= {word + "s", word + "ed", word + "ing"}
    if word in _DOUBLES or word in _OFTEN_DOUBLE or _short(word):
        out |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return out


def _short(word: str) -> bool:
    """One syllable ending consonant-vowel-consonant (rob, plan)."""
    vowels = sum(c in _VOWELS for c in word)
    return len(word) >= 3 and vowels == 1 and word[-2] in _VOWELS and word[-1] not in _VOWELS + "wxy"
