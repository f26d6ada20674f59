"""The one way out: a POST over https to a place somebody named, and to nowhere inside the operator's network.

The name is looked up once, every address it has must be public, and the connection goes to an address that
was checked: a name server that answers differently the second time is not asked a second time. TLS and the
Host header keep the name. No redirect is followed. Limits: looking a name up takes as long as the machine's
own resolver takes; services inside the operator's network cannot be reached, by design.
"""

import io
import re
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Final
from urllib.parse import SplitResult, urlsplit

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web.addresses import is_public

PATIENCE_S: Final = 5.0
"""From connecting to the end of the answer (our choice)."""
MOST_ANSWER: Final = 64 * 1024
"""Bytes of an answer, its headers included, that are read at most (our choice)."""
LONGEST_URL: Final = 2000
"""Our choice; no service named in the guide needs half of it."""
HTTPS_PORT: Final = 443
LEAST_FREE_PORT: Final = 1024
"""Our choice: 443, or a port that no service of the system itself listens on."""

_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?=.{{1,253}}\Z)(?:{_LABEL}\.)+(?!\d+\Z|0x[0-9a-f]*\Z){_LABEL}\Z")
"""A whole name: ASCII, with a dot, and not ending like an address (a number in any of its spellings)."""
_VISIBLE = re.compile(r"[!-~]+\Z")

Resolve = Callable[[str, int], Sequence[str]]
Dial = Callable[[str, int, float], socket.socket]


class NotAllowed(Trouble):
    """The place is one that no request of ours goes to; trying again changes nothing."""


class Unreachable(Trouble):
    """Nobody answered, or not as a web server does; later it may go through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back. `body` may be cut off at the limit."""

    status: int
    body: bytes

    @property
    def is_yes(self) -> bool:
        """True where the other side took it."""
        return 200 <= self.status < 300  # noqa: PLR2004  # RFC 9110, section 15.3: successful


def resolve(host: str, port: int) -> Sequence[str]:
    """Every address of a name, as the machine's own resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(place[0]) for *_kind, place in found))


def dial(address: str, port: int, patience_s: float) -> socket.socket:
    """A connection to an address, not to a name."""
    return socket.create_connection((address, port), timeout=patience_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How names are looked up, connections made and certificates trusted: the machine's own ways."""

    resolve: Resolve = resolve
    dial: Dial = dial
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    patience_s: float = PATIENCE_S


def check(url: str) -> None:
    """Refuse an address that could never be posted to, before it is kept. Looks nothing up.

    Raises NotAllowed.
    """
    _parts(url)


def post(url: str, *, body: bytes, headers: Mapping[str, str], world: World | None = None) -> Answer:
    """Send `body` once, and read at most 64 KiB of the answer within five seconds.

    Raises NotAllowed where the address is not one anybody can reach, Unreachable where nobody answers.
    """
    parts, world = _parts(url), world or World()
    host, port = str(parts.hostname), parts.port or HTTPS_PORT
    deadline = _Deadline(world.patience_s)
    try:
        addresses = _checked(world.resolve(host, port), host=host)
        with closing(_connect(world, addresses, host=host, port=port, deadline=deadline)) as connection:
            return _exchange(connection, parts, body=body, headers=headers, deadline=deadline)
    except (OSError, HTTPException) as error:
        raise Unreachable(host, _("it did not answer in time."), _("We try again later.")) from error
    except ValueError as error:  # of http.client: a header that holds a line break
        raise NotAllowed(host, _("a header cannot be sent as it is."), _("Set it up again.")) from error


def _parts(url: str) -> SplitResult:
    """The parts of a plain https address with a whole name in it; anything else is refused."""
    if not _VISIBLE.match(url) or "\\" in url or len(url) > LONGEST_URL:
        raise _refused(url, _("it holds a sign that does not belong in an address."))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _refused(url, _("it is not an address of the web.")) from error
    if parts.scheme != "https":
        raise _refused(url, _("it does not begin with https://."))
    if "@" in parts.netloc:
        raise _refused(url, _("it holds a name or a password before the @."))
    if not _HOST.match(parts.hostname or "") or parts.netloc[0] == "[" or parts.netloc[-1] == ":":
        raise _refused(url, _("it does not name a server by its whole name."))
    if port not in {None, HTTPS_PORT} and (port or 0) < LEAST_FREE_PORT:
        raise _refused(url, _("nothing of the web listens on that port."))
    return parts


def _refused(url: str, cause: str) -> NotAllowed:
    return NotAllowed(url[:80], cause, _("Use an address such as https://chat.example.org/hook."))


def _checked(addresses: Sequence[str], *, host: str) -> Sequence[str]:
    """The addresses, all of them public; one that is not spoils the name, for it could be the one dialled."""
    if not addresses or not all(is_public(address) for address in addresses):
        cause = _("it leads to an address that is not open to everybody.")
        raise NotAllowed(host, cause, _("Use a server that can be reached from anywhere."))
    return addresses


def _connect(
    world: World, addresses: Sequence[str], *, host: str, port: int, deadline: "_Deadline"
) -> ssl.SSLSocket:
    """TLS to the first of the checked addresses that answers, with the certificate of `host`."""
    failed: OSError = OSError("no address")
    for address in addresses:
        try:
            plain = world.dial(address, port, deadline.left_s())
        except OSError as error:
            failed = error
            continue
        plain.settimeout(deadline.left_s())
        return world.trust.wrap_socket(plain, server_hostname=host)
    raise failed


def _exchange(
    connection: ssl.SSLSocket,
    parts: SplitResult,
    *,
    body: bytes,
    headers: Mapping[str, str],
    deadline: "_Deadline",
) -> Answer:
    http = HTTPConnection(str(parts.hostname), parts.port or HTTPS_PORT)
    http.auto_open = 0  # else it would connect by name, when the other side hangs up
    http.sock = _Wire(connection, deadline)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    own = {"Host": parts.netloc, "User-Agent": "Alongside", "Connection": "close"}
    http.request("POST", target, body=body, headers={**headers, **own})
    answer = http.getresponse()
    try:
        return Answer(status=answer.status, body=answer.read(MOST_ANSWER))
    except (OSError, HTTPException):
        return Answer(status=answer.status, body=b"")  # the first line has said what matters


class _Deadline:
    """One stretch of time for everything; each step gets what is left of it."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left_s(self) -> float:
        """What is left. Raises TimeoutError where nothing is."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Wire:
    """The connection as `http.client` uses it, with a deadline for all of it and a limit on what is read."""

    def __init__(self, connection: ssl.SSLSocket, deadline: _Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send, within the time that is left."""
        self._connection.settimeout(self._deadline.left_s())
        self._connection.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """The answer, to be read."""
        del mode
        return io.BufferedReader(_Reading(self._connection, self._deadline))

    def close(self) -> None:
        """Nothing: whoever opened the connection closes it."""


class _Reading(io.RawIOBase):
    def __init__(self, connection: ssl.SSLSocket, deadline: _Deadline) -> None:
        self._connection = connection
        self._deadline = deadline
        self._left = MOST_ANSWER

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer once; at the limit it is as if the other side had ended."""
        view = memoryview(buffer)[: self._left]  # type: ignore[arg-type]  # any writable buffer
        if not view:
            return 0
        self._connection.settimeout(self._deadline.left_s())
        got = self._connection.recv_into(view)
        self._left -= got
        return got
