"""Django's settings, set in code: nothing is read from the environment or a settings file."""

from __future__ import annotations

import django
from django.conf import settings

APP = "guvoh.custody.records"
ENGINE = "guvoh.custody.records.sqlcipher"


def configure() -> None:
    """Set Django up for the vault's records, unless a larger application has done so with our engine and tables."""
    if not settings.configured:  # the desk does, with our engine and tables among its own
        _configure_alone()
    django.setup()


def _configure_alone() -> None:
    settings.configure(
        DATABASES={"default": {"ENGINE": ENGINE, "NAME": "the vault that is open"}},
        INSTALLED_APPS=[APP],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        TIME_ZONE="UTC",
        USE_I18N=False,
        LOGGING_CONFIG=None,
        DEBUG=False,
    )
