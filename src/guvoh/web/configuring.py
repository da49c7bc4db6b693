"""Django's settings for the desk, set in code: nothing is read from the environment or a settings file."""

from __future__ import annotations

import logging
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings

from guvoh import actions
from guvoh.settings import IDLE_MINUTES

HERE = Path(__file__).parent
HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The desk answers to these names only, so that a page elsewhere cannot reach it under a name of its own."""
LANGUAGES = (("en", "English"), ("ru", "Русский"), ("uz", "Oʻzbekcha"), ("ky", "Кыргызча"), ("tg", "Тоҷикӣ"))
RECORDS = "guvoh.custody.records"
SELF = "'self'"

_MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "guvoh.web.middleware.headers",
    "guvoh.web.middleware.plain_errors",
    "guvoh.web.middleware.needs_open_vault",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "guvoh.web.middleware.spares_programs",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "guvoh.web.middleware.locks_when_idle",
    "guvoh.web.access.Gate",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
)

_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:", "blob:"],
    "worker-src": [SELF, "blob:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
}


def configure(**more: Any) -> None:  # noqa: ANN401
    """Set Django up for the desk, unless that is done. `more` are further settings, for tests."""
    if settings.configured:
        if settings.ROOT_URLCONF is None:
            raise RuntimeError("Django was set up for the vault alone; the desk must be configured before it.")
        return
    for name in ("django", "waitress"):  # their records could hold names or text; what goes wrong is told on the page
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    settings.configure(**(_base() | _safety() | _accounts() | more))
    _ = (
        actions.unlock_vault
    )  # loads the vault's room, which sets Django up at the one moment when its tables can be met


def _base() -> dict[str, Any]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),  # new at each start: nobody stays logged in past it
        "DEBUG": False,
        "ALLOWED_HOSTS": list(HOSTS),
        "ROOT_URLCONF": "guvoh.web.urls",
        "DATABASES": {
            "default": {
                "ENGINE": "guvoh.custody.records.sqlcipher",
                "NAME": "the vault that is open",
                "CONN_MAX_AGE": None,
            }
        },
        "INSTALLED_APPS": [
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "django.contrib.humanize",
            "django.contrib.messages",
            "django.contrib.staticfiles",
            "allauth",
            "allauth.account",
            "allauth.mfa",
            RECORDS,
            "guvoh.web",
        ],
        "MIDDLEWARE": list(_MIDDLEWARE),
        "TEMPLATES": [_templates()],
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "CACHES": {
            "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 100_000}}
        },
        "STATIC_URL": "/static/",
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_MAX_AGE": 0,  # served from this machine; a stale script would be worse than a question
        "LOCALE_PATHS": [str(HERE / "locale")],
        "LANGUAGES": LANGUAGES,
        "LANGUAGE_CODE": "en",
        "USE_I18N": True,
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LOGGING_CONFIG": None,
    }


def _templates() -> dict[str, Any]:
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [str(HERE / "templates")],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "guvoh.web.context.desk",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django.templatetags.l10n",
                "guvoh.web.templatetags.desk",
                "guvoh.web.templatetags.telling",
            ],
        },
    }


def _safety() -> dict[str, Any]:
    return {
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": _POLICY},
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",  # CSRF checks need it on this origin; nothing goes to another
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "SAMEORIGIN",
        "SESSION_ENGINE": "django.contrib.sessions.backends.cache",  # in memory: a session never touches the disk
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Strict",
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "guvoh.web.errors.csrf_failed",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 16 * 2**20,
        "DATA_UPLOAD_MAX_NUMBER_FILES": 5_000,
        "FILE_UPLOAD_HANDLERS": ["guvoh.web.uploading.InMemory"],
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
    }


def _accounts() -> dict[str, Any]:
    return {
        "AUTH_USER_MODEL": "records.Account",
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.ScryptPasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
            for name, options in (
                ("MinimumLengthValidator", {"min_length": 10}),
                ("CommonPasswordValidator", {}),
                ("NumericPasswordValidator", {}),
            )
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "home",
        "ACCOUNT_ADAPTER": "guvoh.web.accounts.Adapter",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_EMAIL_NOTIFICATIONS": False,
        "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_LOGIN_BY_CODE_ENABLED": False,
        "ACCOUNT_RATE_LIMITS": {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"},
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_TOTP_ISSUER": "Guvoh",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": True,  # localhost is a secure context without TLS
        "GUVOH_IDLE_SECONDS": 60 * int(IDLE_MINUTES.default or 0),
    }
