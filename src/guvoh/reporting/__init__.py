"""TELL: the dossier with its map, timeline, tables and exports; only fields on the allow-list go out."""

from guvoh.reporting.dossier import write_dossier

__all__ = ["write_dossier"]
