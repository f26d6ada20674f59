"""A mail server on this machine that keeps what it is given, and says no where it is told to."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class MailServer:
    """What came in; `refuses` holds addresses with the answer they get."""

    port: int
    came: list[EmailMessage] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    answer: str = "250 OK"
    moved: threading.Event = field(default_factory=threading.Event)

    async def handle_RCPT(  # noqa: N802  # the names and the order are aiosmtpd's
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        options: list[str],  # noqa: ARG002
    ) -> str:
        """Take an address, or not."""
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802
        """Keep a message, or say why not."""
        if self.answer.startswith("2"):
            made = message_from_bytes(bytes(envelope.content or b""), policy=policy.default)
            assert isinstance(made, EmailMessage)
            self.came.append(made)
            self.moved.set()
        return self.answer

    def to(self, address: str) -> list[EmailMessage]:
        """What came for an address."""
        return [each for each in self.came if each["To"] == address]


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A server that listens until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        kept = MailServer(port=free.getsockname()[1])
    controller = Controller(kept, hostname="127.0.0.1", port=kept.port)
    controller.start()
    try:
        yield kept
    finally:
        controller.stop()


def part(message: EmailMessage, kind: str) -> str:
    """The "plain" or "html" part as text."""
    found = message.get_body((kind,))
    assert found is not None, kind
    return str(found.get_content())
