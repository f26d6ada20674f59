"""Mail, one message at a time over one connection: plain text first, the same id however often it is sent.

Sent by whatever `ALONGSIDE_MAIL_URL` names; printed where nothing is named.
"""

import smtplib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr
from typing import Final, cast
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, SafeMIMEMultipart, SafeMIMEText, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from alongside.web.models import Member, OutboxRow

FOR_GOOD: Final = 500
"""From here on an answer of a mail server is final (RFC 5321, section 4.2.1)."""
_LINE: ContextVar[BaseEmailBackend | None] = ContextVar("alongside_mail_line", default=None)


class AddressRefused(Exception):
    """The mail server will never take anything for this address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One message to one address. `id` names it."""

    id: UUID
    to: str
    subject: str
    text: str
    html: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class _Message(EmailMultiAlternatives):
    """A message whose parts are told apart by its own random id, as nothing in them can know it.

    Otherwise the whole text would be searched for a mark that does not stand in it, for each message anew.
    """

    mark = ""

    def message(self) -> SafeMIMEText | SafeMIMEMultipart:  # type: ignore[override]  # as it is in this Django
        """The message as it is sent."""
        made = cast("SafeMIMEText | SafeMIMEMultipart", super().message())
        if made.is_multipart():
            made.set_boundary(self.mark)
        return made


@contextmanager
def line() -> Iterator[None]:
    """Keep the connection to the mail server open for all that is sent within."""
    connection = get_connection()
    token = _LINE.set(connection)
    try:
        yield
    finally:
        _LINE.reset(token)
        with suppress(OSError, smtplib.SMTPException):
            connection.close()


def send(mail: Mail) -> None:
    """Hand the message to the mail server.

    Raises AddressRefused, or what the connection raises; then it may go through another time.
    """
    held = _LINE.get()
    connection = held or get_connection()
    try:
        if held is not None:
            held.open()
        message(mail, connection).send()
    except smtplib.SMTPRecipientsRefused as error:
        if all(code >= FOR_GOOD for code, _said in error.recipients.values()):
            raise AddressRefused from error
        raise
    except (OSError, smtplib.SMTPException):
        connection.close()  # the next one finds a line that works
        raise


def message(mail: Mail, connection: BaseEmailBackend | None = None) -> EmailMultiAlternatives:
    """The message as it goes over the wire: text, then the HTML that says the same."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    own = {"Message-ID": f"<{mail.id}@{domain}>", "Auto-Submitted": "auto-generated"}
    made = _Message(
        mail.subject, mail.text, to=[mail.to], headers={**own, **mail.headers}, connection=connection
    )
    made.mark = f"=_{mail.id.hex}"
    if mail.html:
        made.attach_alternative(mail.html, "text/html")
    return made


def send_row(row: OutboxRow, *, at: datetime, among: Sequence[OutboxRow]) -> None:
    """A row of kind "mail": its payload is the message, and the id of the member it goes to.

    Nothing is sent to somebody who has left. An address refused for good is let go.
    """
    del at, among
    member = Member.objects.filter(id=row.payload["member"], is_active=True).first()
    if member is None or not member.email:
        return
    told = {name: row.payload.get(name, "") for name in ("subject", "text", "html")}
    with suppress(AddressRefused):
        send(Mail(id=row.id, to=member.email, **told))
