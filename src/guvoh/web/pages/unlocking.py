"""Unlocking the vault, locking it, and making the first account."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.model.access import Right
from guvoh.model.errors import GuvohError
from guvoh.web import sessions
from guvoh.web.holding import held
from guvoh.web.routes import Route


class Passphrase(forms.Form):  # type: ignore[misc]
    """The vault's passphrase."""

    passphrase = forms.CharField(
        label=_("Passphrase"), widget=forms.PasswordInput(attrs={"autofocus": True}), strip=False
    )


class FirstKeeper(forms.Form):  # type: ignore[misc]
    """The first account: it makes the others."""

    username = forms.CharField(label=_("Name to log in with"), max_length=64)
    shown_as = forms.CharField(
        label=_("Name shown beside your decisions"), max_length=128, help_text=_("A pseudonym will do."), required=False
    )
    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput, strip=False, help_text=_("At least 10 characters.")
    )

    def clean_password(self) -> str:
        """The password, when it is not too easy to guess."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


def unlock(request: HttpRequest) -> HttpResponse:
    """Ask for the passphrase while the vault is locked."""
    if held().is_open:
        return redirect("home")
    form = Passphrase(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            held().unlock(form.cleaned_data["passphrase"])
            return redirect("home")
        except GuvohError as error:
            form.add_error(None, str(error))
    return render(request, "account/unlock.html", {"form": form}, status=200 if request.method == "GET" else 422)


def first(request: HttpRequest) -> HttpResponse:
    """Make the first keeper and say so on the login page; once there is an account, the login page."""
    vault = request.vault
    if actions.accounts.has_accounts(vault):
        return redirect("account_login")
    form = FirstKeeper(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.accounts.make_first_keeper(vault, data["username"], data["shown_as"], data["password"])
        except GuvohError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, gettext("The account is made. Log in with its name and password."))
            return redirect("account_login")
    return render(request, "account/first.html", {"form": form})


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Lock now: end this session; a keeper may lock the whole vault, which ends every session and forgets the key."""
    whole = "vault" in request.POST and request.actor.may(Right.KEEP)
    logout(request)
    if whole:
        sessions.end_all()
        held().lock()
        return redirect("unlock")
    return redirect("account_login")


ROUTES = (
    Route("unlock", "unlock/", unlock, None, locked=True),
    Route("first_account", "first/", first, None),
    Route("lock", "lock/", lock, Right.READ),
)
