"""Settings: flat, read from the environment, safe with nothing set. See docs/guides/settings.md."""

import secrets
from pathlib import Path
from typing import Final

import environ

from alongside.core import keyfile
from alongside.core.folder import data_folder, database_file
from alongside.core.ledger import PRAGMAS, TIMEOUT_S
from alongside.rooms import ROOMS
from alongside.web.account_pages import ACCOUNT, MFA
from alongside.web.sign_on import sign_on, sign_on_origins

env = environ.Env()
HERE: Final = Path(__file__).parent
DATA: Final = data_folder()

DEBUG = False
_secret_file = DATA / "secret.key"
# Made by the first `serve`. Until then a key of this process alone, so that reading settings writes nothing.
SECRET_KEY = _secret_file.read_text("ascii") if _secret_file.exists() else secrets.token_urlsafe(50)
ALLOWED_HOSTS = env.list("ALONGSIDE_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

COMMUNITY = env.bool("ALONGSIDE_COMMUNITY", default=(DATA / keyfile.COMMUNITY).exists())
"""Accounts, circles and roles. Read it when a request comes, never at import: tests switch it."""
TRANSPORT: Final = env.str("ALONGSIDE_TRANSPORT", default="plain")  # plain, tls or proxy; see web.transport
SECURE: Final = TRANSPORT in {"tls", "proxy"}

INSTALLED_APPS = [
    "alongside.web",
    *(room.app for room in ROOMS if room.app),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    # One set of tables for both ways to run: somebody who begins alone can open their place to others.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE = [
    "alongside.web.requests.identify",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "alongside.web.refusals.TroubleInWords",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.web.asked.remember",
    "alongside.web.presence.keep",
    "alongside.web.speaking.speak",
    "alongside.web.gate.let_in",
    "alongside.web.vault.open_vault",
]
ROOT_URLCONF = "alongside.web.urls"
WSGI_APPLICATION = "alongside.web.wsgi.application"
AUTH_USER_MODEL = "web.Member"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["alongside.web.templatetags.addresses"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "alongside.web.navigation.navigation",
                "alongside.web.frame.frame",
            ],
        },
    },
]

_sqlite_options = {
    "transaction_mode": "IMMEDIATE",  # the default mode loses contended writes to "database is locked"
    "timeout": TIMEOUT_S,
    "init_command": ";".join(PRAGMAS) + ";",
}
_postgres_options: dict[str, object] = {"pool": True}
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{database_file()}")}
ON_SQLITE: Final = DATABASES["default"]["ENGINE"].endswith("sqlite3")
DATABASES["default"]["OPTIONS"] = _sqlite_options if ON_SQLITE else _postgres_options
DATABASES["default"]["CONN_MAX_AGE"] = None if ON_SQLITE else 0  # the pool keeps PostgreSQL's connections

# All processes share the counts of tries: with SQLite there is one process, else the database holds them.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if ON_SQLITE
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "web_cache"}
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("es", "Español")]
LOCALE_PATHS = [HERE.parent / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"  # nothing we store carries a time of day

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").exists()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "alongside.web.static_files.CollectedOrPlain"},
}

# An uploaded meeting never touches the disk: it is read in memory, measured and dropped.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
UPLOAD_LIMIT: Final = 50 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT + 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20

_HOST_ONLY: Final = "__Host-" if SECURE else ""
SESSION_ENGINE = "alongside.web.sessions"
SESSION_COOKIE_NAME = f"{_HOST_ONLY}alongside_session"
CSRF_COOKIE_NAME = f"{_HOST_ONLY}csrftoken"
VAULT_COOKIE_NAME = f"{_HOST_ONLY}alongside-vault"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "alongside.web.views.stale_form"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_SSL_REDIRECT = TRANSPORT == "proxy"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRANSPORT == "proxy" else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked on loopback, beside the proxy
# Plain http is for loopback alone (solo, or a trial): no TLS, so no Secure cookies and no HSTS. Where the
# server itself speaks TLS nothing answers plain http, so there is nothing to redirect.
SILENCED_SYSTEM_CHECKS = {
    "plain": ["security.W004", "security.W008", "security.W012", "security.W016"],
    "tls": ["security.W008"],
}.get(TRANSPORT, [])
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'", *sign_on_origins(env)],  # browsers check where a form is sent on to
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "alongside.web.accounts.Adapter"
ACCOUNT_FORMS = {name: f"alongside.web.account_forms.{form}" for name, form in ACCOUNT.items()}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "alongside.web.accounts.display"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # a password is never the only way in, and never asked for first
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_MAX_CHANGE_COUNT = (
    0  # mistyped: sign up again, so that no address is taken half-way
)
ACCOUNT_EMAIL_VERIFICATION_MAX_RESEND_COUNT = ACCOUNT_LOGIN_BY_CODE_MAX_RESEND_COUNT = 2
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60  # mail can be slow
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_ADAPTER = "alongside.web.second_factor.Adapter"
MFA_FORMS = {name: f"alongside.web.account_forms.{form}" for name, form in MFA.items()}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_TOTP_ISSUER = "Alongside"
MFA_TOTP_TOLERANCE = 1  # one step for slow fingers and clocks (RFC 6238, 5.2)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # a trial on loopback
SOCIALACCOUNT_PROVIDERS = sign_on(env)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if TRANSPORT == "proxy" else 0  # limits count visitors, not the proxy
SOCIALACCOUNT_ADAPTER = "alongside.web.accounts.ThroughProvider"
SOCIALACCOUNT_FORMS = {
    "signup": "alongside.web.account_forms.SignUpThroughProvider",
    "disconnect": "alongside.web.account_forms.Disconnect",
}
SOCIALACCOUNT_STORE_TOKENS = False
# Whom the organisation's own sign-on vouches for is the member with that address; only if it says "verified".
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True

EMAIL_CONFIG = env.email_url("ALONGSIDE_MAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 20  # a mail server that says nothing must not hold up everything else the worker does
HOME = env.str("ALONGSIDE_ADDRESS", default="")
"""Where members reach the pages, for links in letters; see web.home where it is not set."""
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("ALONGSIDE_MAIL_FROM", default="alongside@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "alongside.web.logs.AllowedFields"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "lines"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
