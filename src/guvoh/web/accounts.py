"""Logging in, second factors and passkeys: allauth's views in our table of routes, without sign-up or e-mail."""

from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.http import HttpRequest

from guvoh.model.access import Right
from guvoh.web.routes import Route


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by a keeper, never by whoever reaches the login page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send nothing: the desk reaches no network."""


_KEY = {"pk": "1"}
_OWN = Right.READ
"""What everybody may do with their own account."""

ROUTES = (
    Route("account_login", "account/login/", account.login, None),
    Route("account_logout", "account/logout/", account.logout, None),
    Route("account_inactive", "account/inactive/", account.account_inactive, None),
    Route("account_reauthenticate", "account/again/", account.reauthenticate, _OWN),
    Route("account_change_password", "account/password/", account.password_change, _OWN),
    Route("mfa_index", "account/second/", mfa.index, _OWN),
    Route("mfa_authenticate", "account/second/login/", mfa.authenticate, None),
    Route("mfa_reauthenticate", "account/second/again/", mfa.reauthenticate, _OWN),
    Route("mfa_activate_totp", "account/second/totp/activate/", totp.activate_totp, _OWN),
    Route("mfa_deactivate_totp", "account/second/totp/deactivate/", totp.deactivate_totp, _OWN),
    Route("mfa_view_recovery_codes", "account/second/codes/", codes.view_recovery_codes, _OWN),
    Route("mfa_generate_recovery_codes", "account/second/codes/new/", codes.generate_recovery_codes, _OWN),
    Route("mfa_download_recovery_codes", "account/second/codes/file/", codes.download_recovery_codes, _OWN),
    Route("mfa_list_webauthn", "account/passkeys/", passkeys.list_webauthn, _OWN),
    Route("mfa_add_webauthn", "account/passkeys/add/", passkeys.add_webauthn, _OWN),
    Route("mfa_reauthenticate_webauthn", "account/passkeys/again/", passkeys.reauthenticate_webauthn, _OWN),
    Route("mfa_remove_webauthn", "account/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, _OWN, example=_KEY),
    Route("mfa_edit_webauthn", "account/passkeys/<int:pk>/edit/", passkeys.edit_webauthn, _OWN, example=_KEY),
    Route("mfa_login_webauthn", "account/passkeys/login/", passkeys.login_webauthn, None),
)  # fmt: skip
