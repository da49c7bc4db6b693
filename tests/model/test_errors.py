"""The error tree covers every error raised on purpose; its exit codes are the command line's."""

import inspect

import pytest

from guvoh.model import errors
from guvoh.model.errors import GuvohError

EXIT_CODES = {
    "GuvohError": 1,
    "UsageError": 2,
    "InputError": 3,
    "UnreadableFile": 3,
    "TooLarge": 3,
    "BadTerm": 3,
    "AmbiguousPlace": 3,
    "VaultError": 4,
    "WrongPassphrase": 4,
    "NotAVault": 4,
    "VaultExists": 4,
    "VaultBusy": 4,
    "VaultDamaged": 4,
    "NotAllowed": 5,
    "NotThere": 3,
    "ChangedMeanwhile": 6,
}
CLASSES = {name: cls for name, cls in inspect.getmembers(errors, inspect.isclass) if cls.__module__ == errors.__name__}


def test_the_tree_is_listed():
    assert set(CLASSES) == set(EXIT_CODES)


@pytest.mark.parametrize("name", EXIT_CODES)
def test_exit_codes_and_root(name):
    assert issubclass(CLASSES[name], GuvohError)
    assert CLASSES[name].exit_code == EXIT_CODES[name]
    assert CLASSES[name].__doc__


@pytest.mark.parametrize("name", EXIT_CODES)
def test_a_message_carries_its_next_step(name):
    error = CLASSES[name]("It broke.", "Mend it.")
    assert (error.message, error.next_step, str(error)) == ("It broke.", "Mend it.", "It broke. Mend it.")
    assert str(CLASSES[name]("It broke.")) == "It broke."


def test_one_root_catches_all():
    for cls in CLASSES.values():
        with pytest.raises(GuvohError):
            raise cls("It broke.")
