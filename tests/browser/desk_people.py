"""What a person at the desk knows and does: passphrase, password, logging in."""

PASSPHRASE = "seven blue herons at dusk"
PASSWORD = "three grey cranes at noon"


def make_first_account(page):
    """Makes the first account and logs in with it, as the person who starts a vault would."""
    page.get_by_label("Name to log in with").fill("keeper")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    log_in(page, "keeper")


def log_in(page, name):
    """Fills in the login form and sends it; ends on the home page."""
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_role("heading", name="Home", level=1).wait_for()
