"""Guvoh turns scattered reports of human-rights abuse into a record that can be checked."""

__version__ = "0.1.0"
