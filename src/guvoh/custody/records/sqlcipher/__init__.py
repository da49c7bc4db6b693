"""A Django database engine for SQLCipher, on top of Django's own for SQLite."""
