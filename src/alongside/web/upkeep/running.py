"""A running server as it answers on this machine: whether it is ready, and over what others reach it."""

import http.client
import json
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

_WAIT_S: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What it told: the parts that fail (None where it does not answer), and plain, proxy or tls."""

    failing: tuple[str, ...] | None
    transport: str = ""


def look(folder: Path) -> Running | None:
    """Ask the server that noted its port in the folder; None where none did."""
    try:
        port = int((folder / "port").read_text("ascii"))
    except (OSError, ValueError):
        return None
    for secure in (False, True):
        try:
            return _told(port, secure=secure)
        except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
            continue
    return Running(failing=None)


def _told(port: int, *, secure: bool) -> Running:
    _status, body, _to = _ask(port, "/readyz", secure=secure)
    failing = tuple(str(part) for part in json.loads(body)["failing"])
    if secure:
        return Running(failing=failing, transport="tls")
    _status, _body, to = _ask(port, "/", secure=False)
    return Running(failing=failing, transport="proxy" if to.startswith("https://") else "plain")


def _ask(port: int, path: str, *, secure: bool) -> tuple[int, bytes, str]:
    """Status, body, and where a redirect leads; the name asked for is one that the server answers to."""
    named = next((host for host in settings.ALLOWED_HOSTS if host != "*"), "127.0.0.1").lstrip(".")
    connection: http.client.HTTPConnection
    if secure:
        # Ourselves on loopback: the certificate is for the name that others use.
        unchecked = ssl._create_unverified_context()  # noqa: S323
        connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=_WAIT_S, context=unchecked)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_WAIT_S)
    try:
        connection.request("GET", path, headers={"Host": named})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.getheader("Location", "")
    finally:
        connection.close()
