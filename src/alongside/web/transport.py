"""How requests reach a community: over TLS, through a declared proxy, or as a trial on this machine."""

import socket
from collections.abc import Sequence
from ipaddress import ip_address
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

TRANSPORTS: Final = ("plain", "tls", "proxy")


class OpenDoor(Trouble):
    """A community would be reachable without TLS."""


def is_loopback(host: str) -> bool:
    """Whether this names the machine itself."""
    if host.strip("[]") in {"localhost", ""}:
        return host != ""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def listens(port: int) -> bool:
    """Whether something answers on this port of this machine, whatever it speaks."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True


def refuse_open_door(*, community: bool, transport: str, hosts: Sequence[str]) -> None:
    """Raise OpenDoor where other machines could reach the place without TLS or a declared proxy."""
    if transport not in TRANSPORTS:
        raise OpenDoor(
            "ALONGSIDE_TRANSPORT",
            _("“%(given)s” is none of plain, tls and proxy.") % {"given": transport},
            _("Leave it unset, or name one of the three."),
        )
    reached = [host for host in hosts if not is_loopback(host)]
    if transport == "plain" and reached:
        raise OpenDoor(
            reached[0],
            _("this can be reached from other machines, and nothing protects what is sent.")
            if community
            else _("a place of your own answers on this machine alone."),
            _(
                "Give it a certificate: --certificate FILE --key FILE."
                " Or, where a proxy in front speaks TLS, say so: --behind-proxy."
            ),
        )
