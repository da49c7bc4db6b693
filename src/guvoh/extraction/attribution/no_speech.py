"""Verbs of speech that tell nothing where they stand: acts, orders, pronouns, quotas that are set."""

from __future__ import annotations

from guvoh.extraction.attribution.kinds_of_tokens import MARKS, finite
from guvoh.extraction.attribution.lexicon import Frame, Sense, cues, saying_words
from guvoh.extraction.attribution.scene import Phrase, Scene

_THEMSELVES = saying_words()["themselves"]
_CALLED = saying_words()["called_away"]
_RECORDED = saying_words()["recorded_words"]
_DESKS = saying_words()["desks"]
_COURTS = saying_words()["courts"]
_DECISIONS = saying_words()["decisions"]
_EMPTY = saying_words()["empty_pronouns"]
_SETS = saying_words()["sets_a_number"]
_LIMITS = saying_words()["limits"]
_ACTS_OF_STATES = _SETS | saying_words()["acts_of_states"]
_OUTSIDE = frozenset({"should", "must", "ought"})
_AREAS = saying_words()["areas"]
_FOUND_SO = saying_words()["found_so"]
_HAVE = saying_words()["states_of_people"]
_DEEDS = saying_words()["deeds"]
_CLAUSE_ENDS = frozenset({",", ";", ":", "which", "that", "who", "when", "where", "while", "after", "before"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RULINGS = saying_words()["rulings"]
_NAMES = saying_words()["naming"]
_JOURNEYS = saying_words()["journeys"]
_CHARGE_ENDS = frozenset({"", ",", ".", ":", "that"})
_CHARGED_WITH = frozenset({"with", "that", ":"})
_CHARGED_REACH, _CLAIM_REACH = 9, 8
_VOICED = frozenset({"express", "voice"})
_EVERYONE = saying_words()["told_whom"]


def tells_nothing(scene: Scene, v: int, sense: Sense) -> bool:
    """Whether the verb at `v` is an act: "call themselves", "called in the envoy", "raised the quota to 40"."""
    after = scene.lower(v + 1)
    if sense.base in ("find", "count", "consider") and after in _THEMSELVES:
        return True
    if sense.base == "call" and not sense.particle and (after in _THEMSELVES | _CALLED or _without_object(scene, v)):
        return True
    if sense.particle and sense.base.startswith(("point", "refer", "speak")):
        return scene.lower(v + 1 + len(sense.particle)) in _EMPTY
    if scene.lower(v) in ("regarding", "considering") and scene.tokens[v - 1].pos in ("NOUN", "PROPN"):
        return True  # "information from relatives regarding 80 people"
    if scene.lower(v) == "reporting" and after in ("by", "from"):
        return True  # "X contributed reporting from Osh": who worked on the page
    if sense.base == "show" and (after == "up" or _of_a_clause(scene, v)):
        return True
    if (sense.base == "charge" and not _accuses(scene, v)) or (sense.base == "ask" and _stays_unnamed(scene, v)):
        return True
    if (sense.base.split()[0], *sense.particle[:1]) == ("set", "out") and scene.lower(v + 2) in _JOURNEYS:
        return True  # "most of them after setting out from Nouadhibou"
    if sense.base in ("report", "record") and not sense.particle and (_to_a_desk(scene, v) or _on_tape(scene, v)):
        return True
    lives = sense.base == "claim" and any(scene.lower(i) == "lives" for i in range(v + 1, v + 6))
    if lives or _of_things(scene, v, sense) or _reminds_or_minds(scene, v, sense) or _at_claims(scene, v, sense):
        return True  # "The attack claimed 145 lives"
    if sense.frame is Frame.FIGURE and sense.base.split()[0] in _SETS:
        return _sets_limit(scene, v)
    found = sense.base == "find" and after in _FOUND_SO  # "Five men found guilty of attacks"
    return found or (sense.base in _RULINGS and _names_in_marks(scene, v))


def _at_claims(scene: Scene, v: int, sense: Sense) -> bool:
    """Whether the clause is what others claim: "expressed outrage at reports that police beat 40"."""
    if sense.base not in _VOICED:
        return False
    claims = cues(scene.annotated.language).words["claims"]
    near = range(v + 1, min(scene.stop, v + _CLAIM_REACH))
    return any(scene.lower(n) in claims and scene.lower(n + 1) == "that" for n in near)


def _accuses(scene: Scene, v: int) -> bool:
    """Whether a charge is made in words: "charged that", "charged X with", ", X charged"; no fee, no battery."""
    if scene.lower(v + 1) in _CHARGE_ENDS or scene.tokens[v + 1].text in MARKS:
        return True
    for i in range(v + 1, min(scene.stop, v + _CHARGED_REACH)):
        if scene.lower(i) in _CHARGED_WITH or finite(scene.tokens[i]):
            return True
        if scene.tokens[i].text in (";", ".", ",") or scene.lower(i) in ("who", "which"):
            return False
    return False


def _without_object(scene: Scene, v: int) -> bool:
    """Whether somebody only telephones: "calling 911", "a third of those who called | hold passports"."""
    after, then = scene.token(v + 1), scene.token(v + 2)
    number = after is not None and after.text.isdigit() and (then is None or then.pos in ("PUNCT", "ADP", "CCONJ"))
    return number or (after is not None and scene.lower(v - 1) == "who" and after.lower in _HAVE)


def _reminds_or_minds(scene: Scene, v: int, sense: Sense) -> bool:
    """Whether the page reminds its readers ("worth recalling"), or somebody "objected when 64 were turned back"."""
    if sense.base == "object":
        return scene.lower(v + 1) in ("when", "after")
    return scene.lower(v - 1) == "worth" and sense.base in ("recall", "remember")


def _of_things(scene: Scene, v: int, sense: Sense) -> bool:
    """Whether things are offered, a fault lies somewhere, or something has a name: no words, no judgement."""
    after = scene.lower(v + 1)
    if sense.base == "blame" and (scene.lower(v - 1), after) == ("to", "for"):
        return True  # "The locals were to blame for the fire"
    if sense.base == "offer" and after == "to" and scene.tokens[v + 2].tag != "VB":
        return True  # "the rooms that the firm offered to its pickers"
    return sense.base == "call" and not sense.particle and _bears_name(scene, v)


def _bears_name(scene: Scene, v: int) -> bool:
    """Whether what stands before the verb only has a name: "fined the head of a firm | called Terravin"."""
    t = scene.tokens[v]
    described = t.relation == "acl" and t.head == v - 1 and t.tag in ("VBN", "VBD")
    return described and scene.tokens[v + 1].pos == "PROPN" and scene.finite(scene.first, v - 1)


def _of_a_clause(scene: Scene, v: int) -> bool:
    """Whether it is a fact that shows something: "That 300 worked in one factory shows how widespread it is"."""
    opens = scene.tokens[scene.first]
    clause = opens.lower == "that" and opens.dep == "mark" and scene.finite(scene.first + 1, v)
    return clause and not any(scene.lower(i) == "," for i in range(scene.first, v))


def _stays_unnamed(scene: Scene, v: int) -> bool:
    """Whether somebody only wants no name printed: "asked not to be named", "asked that her surname not be used"."""
    near = {scene.lower(i) for i in range(v + 1, v + 9) if scene.tokens[min(i, scene.stop - 1)].text not in (",", ".")}
    return bool({"anonymity", "anonymous"} & near) or ("not" in near and bool(near & _NAMES))


def _to_a_desk(scene: Scene, v: int) -> bool:
    """Whether people called a helpline: "Residents reported 264 addresses to the helpline"."""
    for i in range(v + 1, min(scene.stop, v + 9)):
        if scene.lower(i) == "to":
            return bool({scene.lower(i + 1), scene.lower(i + 2)} & _DESKS)
        if scene.tokens[i].pos in ("PUNCT", "VERB"):
            return False
    return False


def _on_tape(scene: Scene, v: int) -> bool:
    """Whether people only speak for the record: "The men recorded their statements at the police station"."""
    owned = scene.tokens[v + 1].tag in ("PRP$", "DT") if v + 1 < scene.stop else False
    return owned and bool({scene.lower(v + 2), scene.lower(v + 3)} & _RECORDED)


def decides(scene: Scene, source: Phrase, sense: Sense) -> bool:
    """Whether a court or a judge does what courts do: "rejected the complaint", "set bail at $5,000"."""
    head = scene.lower(source.head)
    return head in _COURTS and (sense.base in _DECISIONS or (sense.frame is Frame.FIGURE and sense.base in _SETS))


def _sets_limit(scene: Scene, v: int) -> bool:
    """Whether a limit, a fee or the like is the object of the verb: "raised its annual quota for Uzbeks to 4,600"."""
    for i in range(v + 1, min(scene.stop, v + 7)):
        if scene.lower(i) in _LIMITS:
            return True
        if scene.tokens[i].pos in ("ADP", "PUNCT", "VERB"):
            return False
    return False


def _names_in_marks(scene: Scene, v: int) -> bool:
    """Whether the object is a name in quotation marks: "held a “deportation game”"."""
    opens = next((i for i in range(v + 1, min(scene.stop, v + 4)) if scene.tokens[i].text in MARKS), None)
    q = scene.quotes.at(scene.tokens[opens].start) if opens is not None else None
    return q is not None and q.words <= 3 and not any(scene.lower(i) in ("that", ":") for i in range(v, opens or v))


def of_a_state(scene: Scene, source: Phrase, sense: Sense, countries: frozenset[str]) -> bool:
    """Whether a country is the subject of what states do: "Russia publishes its register"."""
    if sense.base == "see" and scene.lower(source.head) in _AREAS:
        return True  # "the EU as a whole saw a rise of 8%"
    counts = sense.frame is Frame.FIGURE and sense.base in ("put", "give")  # "Morocco has put the toll at 23"
    return not counts and sense.base in _ACTS_OF_STATES and scene.words(source).removeprefix("the ") in countries


def claims_deed(scene: Scene, after: int) -> bool:
    """Whether somebody only says whose deed it was: "claimed responsibility for", "claimed the bombing, in which"."""
    after += scene.lower(after) in ("the", "an", "a", "that", "this")
    deed = next((i for i in (after, after + 1) if scene.lower(i) in _DEEDS), None)
    return scene.lower(after) == "responsibility" or (deed is not None and not _acts(scene, deed))


def _acts(scene: Scene, noun: int) -> bool:
    """Whether a finite verb tells what the noun did: "the strikes in Homs left 40 people dead"."""
    if scene.tokens[noun].relation == "nsubj":
        return True
    stop = next((i for i in range(noun + 1, scene.stop) if scene.lower(i) in _CLAUSE_ENDS), scene.stop)
    return any(scene.tokens[i].tag in _FINITE for i in range(noun + 1, stop))


def ought(group: set[str]) -> bool:
    """Whether the verb group tells what ought to be: "employers should note the following"."""
    return bool(group & _OUTSIDE)


def orders_people(words: str) -> bool:
    """Whether a demand is made of people on the spot: "asked everyone in the queue for a green book"."""
    return bool(set(words.lower().split()[:1]) & _EVERYONE)
