"""Tokens: kept as hashes, ended when told or when their time is over, told of in the log without names."""

import hashlib

import pytest

from guvoh.actions import tokens
from guvoh.custody.ledger import Action
from guvoh.custody.records.models import Token
from guvoh.model.access import HOLDER, Duty
from guvoh.model.errors import NotAllowed, NotThere, UsageError


def test_the_vault_keeps_a_hash_of_a_token_and_never_the_token(vault):
    made = tokens.make_token(vault, HOLDER, "nightly export", days=1)
    row = Token.objects.get()
    assert all(made.token not in str(value) for value in vars(row).values())
    assert row.digest != hashlib.sha256(made.token.encode()).hexdigest()  # of the bytes, not of their spelling
    assert len(made.token) == len("guvoh_") + 43
    assert tokens.actor_of_token(vault, made.token) == HOLDER


def test_two_tokens_are_never_alike(vault):
    first, second = (tokens.make_token(vault, HOLDER, "same name") for _ in range(2))
    assert first.token != second.token
    assert first.info.token != second.info.token


def test_a_token_tells_when_it_was_used(vault):
    made = tokens.make_token(vault, HOLDER, "script")
    assert tokens.list_tokens(vault, HOLDER)[0].used_at is None
    tokens.actor_of_token(vault, made.token)
    used = tokens.list_tokens(vault, HOLDER)[0].used_at
    assert used is not None
    assert used > made.info.made_at
    tokens.actor_of_token(vault, made.token)
    assert tokens.list_tokens(vault, HOLDER)[0].used_at == used


def test_a_revoked_token_acts_no_more_and_is_not_listed(vault):
    made = tokens.make_token(vault, HOLDER, "script")
    tokens.revoke_token(vault, HOLDER, made.info.token)
    assert tokens.actor_of_token(vault, made.token) is None
    assert tokens.list_tokens(vault, HOLDER) == ()
    with pytest.raises(NotThere):
        tokens.revoke_token(vault, HOLDER, made.info.token)


def test_each_sees_and_ends_their_own_and_a_keeper_everybodys(vault, people):
    reader, editor = people["reader"], people["editor"]
    made = tokens.make_token(vault, reader, "mine")
    assert tokens.list_tokens(vault, editor) == ()
    with pytest.raises(NotThere):
        tokens.revoke_token(vault, editor, made.info.token)
    assert tokens.list_tokens(vault, people["keeper"]) == (made.info,)
    tokens.revoke_token(vault, people["keeper"], made.info.token)
    assert tokens.list_tokens(vault, reader) == ()


@pytest.mark.parametrize(("name", "days"), [("", 9), ("  ", 9), ("x" * 65, 9), ("a\x07", 9), ("a", 0), ("a", 367)])
def test_a_token_without_a_name_or_an_end_is_not_made(vault, name, days):
    with pytest.raises(UsageError):
        tokens.make_token(vault, HOLDER, name, days=days)


def test_a_token_may_do_no_more_than_who_makes_it(vault, people):
    with pytest.raises(NotAllowed):
        tokens.make_token(vault, people["reviewer"], "more", Duty.EDITOR)


def test_the_log_tells_of_tokens_without_names(vault):
    before = vault.head
    made = tokens.make_token(vault, HOLDER, "Chupik's laptop")
    tokens.revoke_token(vault, HOLDER, made.info.token)
    assert vault.head != before
    told = [entry for entry in vault.ledger() if entry.action == Action.TOKEN]
    assert [entry.subject for entry in told] == [made.info.token] * 2
    assert all("Chupik" not in entry.details and made.token not in entry.details for entry in told)
    assert not vault.verify().faults


@pytest.mark.parametrize("words", ["", "guvoh_", "guvoh_é", "guvoh_!!", "guvoh_" + "A" * 43, "guvoh_" + "A" * 42, "x"])
def test_what_is_no_token_is_nobody(vault, words):
    assert tokens.actor_of_token(vault, words) is None
