"""Tables and migrations, the only Django of this room; `gate` is the way in and gives out frozen dataclasses."""

from guvoh.custody.records.configured import configure

configure()
