"""Words as data: one folder per language."""
