"""An OpenID Connect provider for tests: django-allauth's own, in a process of its own on loopback.

`python -m tests.web.provider PORT FOLDER CALLBACK` serves until it is ended. Who signs in there is named by a
cookie, `who`. PEOPLE says whose address the provider vouches for.
"""

import sys
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings
from django.core.wsgi import get_wsgi_application

CLIENT = "alongside"
SECRET = "between the two of them"  # noqa: S105  # of these tests alone
PEOPLE = {"vouched@example.org": True, "unsure@example.org": False}


class Quiet(WSGIRequestHandler):
    """Says nothing about requests."""

    def log_message(self, *_args: object) -> None:
        """Nothing."""


def configure(folder: Path) -> None:
    """A provider with its own database and key."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    settings.configure(
        SECRET_KEY="of the provider in these tests alone",  # noqa: S106
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="tests.web.provider_pages",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "provider.sqlite3"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        LOGIN_URL="account_login",
        USE_TZ=True,
        IDP_OIDC_PRIVATE_KEY=key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(),
    )
    django.setup()


if __name__ == "__main__":
    configure(Path(sys.argv[2]))
    from tests.web.provider_pages import fill

    fill(sys.argv[3])
    server = make_server("127.0.0.1", int(sys.argv[1]), get_wsgi_application(), handler_class=Quiet)
    server.serve_forever()
