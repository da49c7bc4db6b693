"""Nouns with their adjectives in the nominative: roles, descriptions and bodies as a reader would name them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.windows.readings import NOM, adjective, readings, shaped, to_nominative


class Nominatives:
    """Puts phrases of one text in the nominative. `known` are the nouns for people and bodies."""

    def __init__(self, annotated: Annotated, known: AbstractSet[str]) -> None:
        self.annotated = annotated
        self.tokens = annotated.tokens
        self.text = annotated.text
        self.known = known

    def of(self, first: int, last: int, case: str, head: int) -> str:
        """Tokens as a noun phrase in the nominative: its adjectives and head turned, the rest as it stands."""
        out, at, done = [], self.tokens[first].start, case == NOM
        heads = [r for r in readings(self.tokens[head].text) if r.case == case] if head >= 0 else []
        gender = next((r.gender for r in sorted(heads, key=lambda r: r.lemma not in self.known)), "")
        for i in range(first, last + 1):
            token = self.tokens[i]
            out.append(self.text[at : token.start])
            out.append(token.text if done else self._turned(token.text, case, gender, before=i < head))
            at = token.end
            done = done or i == head
        joined = " ".join("".join(out).split())
        return self._small(joined, first)

    def _small(self, text: str, first: int) -> str:
        """A capital at the head of a sentence made small, where the word is a common one."""
        token = self.tokens[first]
        opens = first == self.annotated.sentences[token.sent].first or not self.tokens[first - 1].text[0].isalnum()
        of_a_place = token.lower.endswith(("ский", "ская", "ское", "ские"))  # «Люблинский суд»
        small = token.pos != "PROPN" and not of_a_place and not token.text[1:2].isupper()
        if opens and token.text[:1].isupper() and small:
            return text[:1].lower() + text[1:]
        return text

    def _turned(self, word: str, case: str, gender: str, *, before: bool = False) -> str:
        """A word in the nominative; `before` the head an adjective where it can be one: «второго», «раменском»."""
        nouns = [r for r in readings(word) if r.case == case and r.pos == "NOUN"]
        nouns.sort(key=lambda r: r.lemma not in self.known)
        agreeing = adjective(word, case)
        found = agreeing if before and agreeing is not None else next(iter(nouns), None) or agreeing
        made = to_nominative(found, gender) if found is not None and not found.fixed else None
        return shaped(made, word) if made else word
