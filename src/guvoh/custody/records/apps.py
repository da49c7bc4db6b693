"""The tables' application, as Django wants it named."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):  # type: ignore[misc]
    """The vault's records."""

    name = "guvoh.custody.records"
    label = "records"
