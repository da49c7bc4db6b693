"""What a person at the desk knows and does: passphrase, password, logging in."""

from opened_desk import PASSPHRASE, PASSWORD, log_in

__all__ = ["PASSPHRASE", "PASSWORD", "log_in", "make_first_account"]


def make_first_account(page):
    """Makes the first account and logs in with it, as the person who starts a vault would."""
    page.get_by_label("Name to log in with").fill("keeper")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_text("The account is made.").wait_for()
    log_in(page, "keeper")
