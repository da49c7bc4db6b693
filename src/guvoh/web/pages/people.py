"""People: accounts with their duties, and who is logged in now. For keepers."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.model.access import Duty, Right
from guvoh.model.errors import GuvohError, UsageError
from guvoh.model.identity import framed_hash
from guvoh.web import sessions
from guvoh.web.routes import Route
from guvoh.web.templatetags.desk import WORDS

ACTOR = {"actor": "0" * 32}
_MARK = 16


class NewAccount(forms.Form):  # type: ignore[misc]
    """An account for another person."""

    username = forms.CharField(label=gettext_lazy("Name to log in with"), max_length=64)
    shown_as = forms.CharField(
        label=gettext_lazy("Name shown beside decisions"),
        max_length=128,
        required=False,
        help_text=gettext_lazy("A pseudonym will do."),
    )
    duty = forms.ChoiceField(label=gettext_lazy("Duty"), choices=[(duty.value, WORDS[duty.value]) for duty in Duty])
    password = forms.CharField(
        label=gettext_lazy("First password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        help_text=gettext_lazy("At least 10 characters. Tell it in person; it can be changed after logging in."),
    )

    def clean_password(self) -> str:
        """The password, when it is not too easy to guess."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


def people(request: HttpRequest) -> HttpResponse:
    """The accounts and the sessions that stand; a form for one more account."""
    form = NewAccount(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.accounts.add_account(
                request.vault, request.actor, data["username"], data["shown_as"], Duty(data["duty"]), data["password"]
            )
        except GuvohError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The account is made."))
            return redirect("people")
    mine = request.session.session_key or ""
    return render(
        request,
        "settings/people.html",
        {
            "accounts": actions.accounts.list_accounts(request.vault, request.actor),
            "duties": tuple(Duty),  # a template would call the class itself
            "live": [(_mark(one.key), one, one.key == mine) for one in sessions.live()],
            "form": form,
        },
        status=422 if form.errors else 200,
    )


@require_POST
def change(request: HttpRequest, actor: str) -> HttpResponse:
    """Change the duty, let in or shut out, or give a new password: whoever it is must log in again."""
    given, accounts = request.POST, actions.accounts
    what = given.get("do")
    if what == "duty":
        accounts.change_account(request.vault, request.actor, actor, duty=_duty(given.get("duty", "")))
    elif what in ("disable", "enable"):
        accounts.change_account(request.vault, request.actor, actor, active=what == "enable")
    elif what == "password":
        accounts.change_account(request.vault, request.actor, actor, password=_password(given.get("password", "")))
    else:
        raise UsageError(_("Nothing to change was named."), _("Load the page again."))
    sessions.end_all_of(actor)
    messages.success(request, _("Changed. That person's sessions were ended."))
    return redirect("people")


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End one session; it is named by a mark, since its key would let others take it over."""
    asked = request.POST.get("session", "")
    for one in sessions.live():
        if _mark(one.key) == asked:
            sessions.end(one.key)
    messages.success(request, _("The session is ended."))
    return redirect("people")


def _mark(key: str) -> str:
    return framed_hash("session of the desk", key)[:_MARK]


def _duty(raw: str) -> Duty:
    try:
        return Duty(raw)
    except ValueError as error:
        raise UsageError(_("There is no such duty."), _("Choose one of the list.")) from error


def _password(raw: str) -> str:
    try:
        validate_password(raw)
    except ValidationError as error:
        raise UsageError(" ".join(error.messages), _("Choose another password.")) from error
    return raw


ROUTES = (
    Route("people", "settings/people/", people, Right.KEEP),
    Route("person_change", "settings/people/<slug:actor>/change/", change, Right.KEEP, example=ACTOR),
    Route("session_end", "settings/sessions/end/", end, Right.KEEP),
)
