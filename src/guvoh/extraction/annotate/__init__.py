"""Annotators: text to tokens with lemmas and dependencies, one module per language."""

from guvoh.extraction.annotate.tokens import Annotated, Sentence, Token

__all__ = ["Annotated", "Sentence", "Token"]
