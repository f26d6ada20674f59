"""What every test of this room's pages stands on: a community, and a mail server of its own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from tests.web.mail_server import MailServer, mail_server

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper


@pytest.fixture
def post_office(community: None, settings: "SettingsWrapper") -> Iterator[MailServer]:  # noqa: ARG001
    """A real mail server, which all mail of the test goes to."""
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.DEFAULT_FROM_EMAIL = "Circles <letters@circles.example.org>"
        settings.HOME = "https://circles.example.org/"
        yield server
