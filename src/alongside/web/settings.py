"""Settings: flat, read from the environment, safe with nothing set. See docs/guides/settings.md."""

import secrets
from pathlib import Path
from typing import Final

import environ

from alongside.core.folder import data_folder, database_file
from alongside.core.ledger import PRAGMAS, TIMEOUT_S
from alongside.rooms import ROOMS

env = environ.Env()
HERE: Final = Path(__file__).parent
DATA: Final = data_folder()

DEBUG = False
_secret_file = DATA / "secret.key"
# Made by the first `serve`. Until then a key of this process alone, so that reading settings writes nothing.
SECRET_KEY = _secret_file.read_text("ascii") if _secret_file.exists() else secrets.token_urlsafe(50)
ALLOWED_HOSTS = env.list("ALONGSIDE_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

INSTALLED_APPS = [
    "alongside.web",
    *(room.app for room in ROOMS if room.app),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
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
    "alongside.web.gate.let_in",
    "alongside.web.keeper.open_vault",
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
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "alongside.web.navigation.navigation",
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

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
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

SESSION_COOKIE_NAME = "alongside_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "alongside.web.views.stale_form"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Solo mode is plain http on loopback, opened by a one-time link: no TLS, so no Secure cookies and no HSTS.
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "alongside.web.logs.AllowedFields"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}
