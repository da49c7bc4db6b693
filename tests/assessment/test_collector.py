"""Weighing turns the collector of cycles off, and back on only where it was on."""

import gc

import pytest

from guvoh.assessment.collector import without_collector


@pytest.fixture(params=[True, False], ids=["on", "off"])
def was_on(request):
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_the_collector_is_off_meanwhile_and_then_as_it_was(was_on):
    @without_collector()
    def seen() -> bool:
        with without_collector():
            pass
        return gc.isenabled()

    assert (seen(), gc.isenabled()) == (False, was_on)


def test_an_error_leaves_the_collector_as_it_was(was_on):
    with pytest.raises(ValueError, match="broken"), without_collector():
        raise ValueError("broken")
    assert gc.isenabled() is was_on
