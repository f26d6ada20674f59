"""A web server over TLS on this machine, under a name of its own, that says what it was asked."""

import socket
import ssl
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from alongside.web.outbound import World

NAME = "hooks.example.org"
PUBLIC = "93.184.215.14"
"""An address that anybody could reach; the tests' own dialling leads it to this machine."""
FINE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
DRIP = b"drip"


@cache
def certificate() -> bytes:
    """A certificate of `NAME` and its key, as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    kept = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return kept + made.public_bytes(serialization.Encoding.PEM)


@dataclass
class Listening:
    """Where it listens, what came in, and the names it was asked for in the handshake."""

    port: int
    heard: list[bytes] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    dialled: list[str] = field(default_factory=list)

    def dial(self, address: str, port: int, patience_s: float) -> socket.socket:  # noqa: ARG002
        """Note the address, and come here instead."""
        self.dialled.append(address)
        return socket.create_connection(("127.0.0.1", self.port), timeout=patience_s)

    def world(
        self, *, addresses: tuple[str, ...] = (PUBLIC,), trusted: bool = True, patience_s: float = 5.0
    ) -> World:
        """The world as a test sees it: every name has these addresses, and all roads lead here."""
        trust = ssl.create_default_context()
        if trusted:
            trust.load_verify_locations(cadata=certificate().decode())
        return World(
            resolve=lambda _host, _port: addresses, dial=self.dial, trust=trust, patience_s=patience_s
        )


@contextmanager
def listening(*answers: bytes) -> Iterator[Listening]:
    """Answer each connection in turn with these bytes, the last one again and again."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(certificate())
        context.load_cert_chain(file.name)
    with socket.create_server(("127.0.0.1", 0)) as server:
        there = Listening(port=server.getsockname()[1])
        context.sni_callback = lambda _socket, name, _context: there.names.append(name)
        thread = threading.Thread(target=_serve, args=(server, context, there, answers or (FINE,)))
        thread.start()
        try:
            yield there
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


def _serve(
    server: socket.socket, context: ssl.SSLContext, there: Listening, answers: tuple[bytes, ...]
) -> None:
    number = 0
    while True:
        try:
            plain, _from = server.accept()
        except OSError:
            return
        with suppress(OSError), plain:
            plain.settimeout(10)
            with context.wrap_socket(plain, server_side=True) as talk:
                there.heard.append(_request(talk))
                _say(talk, answers[min(number, len(answers) - 1)])
                number += 1


def _say(talk: ssl.SSLSocket, answer: bytes) -> None:
    """The answer at once; where it is `DRIP`, a byte now and then, as long as anybody listens."""
    if answer != DRIP:
        talk.sendall(answer)
        return
    for sign in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000:
        talk.sendall(bytes([sign]))
        time.sleep(0.02)


def _request(talk: ssl.SSLSocket) -> bytes:
    """One request, its body included."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += _more(talk)
    head, _blank, body = data.partition(b"\r\n\r\n")
    length = int(
        next(line.split(b":")[1] for line in head.lower().split(b"\r\n") if b"content-length" in line)
    )
    while len(body) < length:
        body += _more(talk)
    return head + b"\r\n\r\n" + body


def _more(talk: ssl.SSLSocket) -> bytes:
    """What comes next. Raises OSError where the other side has gone."""
    got = talk.recv(65536)
    if not got:
        raise ConnectionError
    return got
