"""What tests of several rooms share: a folder of small invented reports, one of them broken."""

from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, settings

from guvoh.web.configuring import configure

configure(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])  # once in a process, before any vault
# Time is measured in benchmarks/: a busy machine fails no test of any text.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

NOTE = """Market raid in Kazan

Published: 12 March 2025

Police detained 43 foreigners at the Sunny Market in Kazan on March 10, 2025, lawyer Mina Rahimi told the desk.
At least 12 of them were ordered to leave the country, Rahimi said.

This note is invented.
"""
PAGE = """<!doctype html><html lang="en"><head><title>Raid on a market</title>
<meta property="og:site_name" content="Invented Courier"><meta property="article:published_time" content="2025-03-12">
</head><body><nav><a href="/">Home</a><a href="/sport">51,000 fans at the final</a></nav>
<article><h1>Raid on a market</h1>
<p>Police detained 43 foreigners at the Sunny Market in Kazan on March 10, 2025, lawyer Mina Rahimi told the desk.</p>
<p>The Interior Ministry said that 50 people were detained at the market. Nobody was beaten, the ministry said.</p>
<p>This page is invented for a test, and long enough that readers take it for an article with some sentences in it.</p>
</article></body></html>
"""


@pytest.fixture(scope="session")
def reports(tmp_path_factory):
    """A folder with a note, a copy of it, a page with a side-car, a mail with an attachment and a broken PDF."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "note.txt").write_text(NOTE, encoding="utf-8")
    (folder / "deeper").mkdir()
    (folder / "deeper" / "copy of note.txt").write_text(NOTE, encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "page.html.meta.json").write_text('{"url": "https://courier.invalid/raid"}', encoding="utf-8")
    (folder / "mail.eml").write_bytes(_mail())
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    return folder


@pytest.fixture(scope="session")
def cheap_keys():
    """Vaults that this process makes and opens derive their key at no cost; tests of real processes pay it."""
    from functools import partial

    from guvoh.actions import new_vault, unlock_vault
    from guvoh.custody import InsecureKdfForTests, create_vault, open_vault

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(new_vault, "create_vault", partial(create_vault, kdf=InsecureKdfForTests()))
        patch.setattr(unlock_vault, "open_vault", partial(open_vault, insecure_kdf_for_tests=True))
        yield


def _mail():
    mail = EmailMessage()
    mail["From"] = "Desk <desk@invented.invalid>"
    mail["To"] = "Archive <archive@invented.invalid>"
    mail["Subject"] = "Notes of the week"
    mail["Date"] = "Wed, 12 Mar 2025 09:00:00 +0000"
    mail.set_content("The hotline received 310 calls in a week. The interview is attached. All of it is invented.\n")
    mail.add_attachment("In Tver, 17 workers were deported on March 5, 2025.\n", filename="interview.txt")
    return mail.as_bytes()
