"""The desk before its first request: its pages are loaded, and the garbage collector leaves them alone."""

import gc
import sys

from guvoh.web import serving


def test_pages_are_loaded_and_spared_by_the_collector():
    before = gc.get_freeze_count()
    try:
        serving.settle()
        assert "guvoh.web.pages.maps" in sys.modules
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
