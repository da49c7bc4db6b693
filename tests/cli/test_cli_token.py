"""`guvoh token`: made once, listed without its secret, revoked."""


def test_a_token_is_shown_once_and_ends_when_revoked(run, vault):
    made = run("token", vault, "make", "nightly export", "--duty", "reader", "--days", "3")
    assert made.code == 0, made.err
    words = made.out.strip()
    assert words.startswith("guvoh_")
    listed = run("token", vault, "list").out
    assert "nightly export" in listed
    assert "reader" in listed
    assert "never used" in listed
    assert words not in listed
    assert run("token", vault, "revoke", listed.split()[0]).code == 0
    assert run("token", vault, "list").out.strip() == ""


def test_a_token_without_a_name_or_of_no_id_is_told(run, vault):
    assert run("token", vault, "make").code == 2
    assert run("token", vault, "make", "long", "--days", "400").code == 2
    assert run("token", vault, "revoke", "0" * 32).code == 3
