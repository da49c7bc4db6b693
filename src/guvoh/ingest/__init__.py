"""READ: bytes to documents, each with one fixed reading text, passages with roles, and its metadata."""

from guvoh.ingest.drawing import Drawer
from guvoh.ingest.isolation import Reader
from guvoh.ingest.limits import Limits
from guvoh.ingest.read import read_bytes
from guvoh.ingest.sidecar import sidecar_for
from guvoh.ingest.walk import walk

__all__ = ["Drawer", "Limits", "Reader", "read_bytes", "sidecar_for", "walk"]
