"""Clause windows: finding in a language without a parser, by its vocabulary."""
