"""The server's process: which address it answers on, over what, and how somebody gets in the first time."""

import contextlib
import os
import ssl
import threading
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from alongside.core.keyfile import COMMUNITY, READY
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web.set_up import collect_static, mark_community, set_up
from alongside.web.transport import is_loopback, refuse_open_door

THREADS: Final = min(8, 2 * (os.cpu_count() or 1) + 1)
"""Our choice, within what the server takes for this machine's processors without a warning above the link."""

_EVERYWHERE: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # how one asks whoever answers everywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """How it was asked to run."""

    host: str
    port: int
    community: bool
    behind_proxy: bool = False
    certificate: Path | None = None
    key: Path | None = None
    processes: int = 1

    @property
    def transport(self) -> str:
        """Over what requests come."""
        if self.behind_proxy:
            return "proxy"
        return "tls" if self.certificate and self.key else "plain"

    def check(self) -> None:
        """Raise Trouble where it cannot, or must not, be run like this."""
        named = os.environ.get("ALONGSIDE_HOSTS", "").split(",") if self.community else []
        hosts = [self.host, *(each.strip() for each in named if each.strip())]
        refuse_open_door(community=self.community, transport=self.transport, hosts=hosts)
        if not self.community and (self.behind_proxy or self.certificate or not is_loopback(self.host)):
            raise Trouble(
                "--community",
                _("a place of your own answers on this machine alone."),
                _("For more people add --community; else leave out host, proxy and certificate."),
            )
        if bool(self.certificate) != bool(self.key):
            raise Trouble("--key", _("a certificate and its key come together."), _("Give both, or neither."))
        if self.processes > 1 and not os.environ.get("DATABASE_URL", "").startswith("postgres"):
            raise Trouble(
                "--processes",
                _("SQLite has one writer, so more processes would wait for each other."),
                _("Leave it at 1, or name a PostgreSQL database in DATABASE_URL."),
            )

    def answers(self) -> bool:
        """Whether a request is answered by now."""
        unchecked = ssl._create_unverified_context() if self.transport == "tls" else None  # noqa: S323  # ourselves
        try:
            # Asked by the name that others use: once hosts are named, this machine's number is none of them.
            asked = urllib.request.Request(f"{self._here()}/healthz", headers={"Host": self._name()})  # noqa: S310
            urllib.request.urlopen(asked, timeout=2, context=unchecked).close()  # noqa: S310  # ourselves
        except OSError:
            return False
        return True

    def way_in(self, folder: Path) -> str:
        """The address to open: a link that opens once, or the page on which members sign in."""
        from alongside.web.links import make_link  # noqa: PLC0415  # keeps --help fast

        if not self.community:
            return f"{self._here()}/open/{make_link(folder)}/"
        # A passkey belongs to a name, and a bare number is none.
        here = self._here().replace("//127.0.0.1:", "//localhost:")
        reached = f"https://{self._name()}" if self.transport == "proxy" else here
        if (folder / COMMUNITY).read_text("ascii").strip() == READY:
            return f"{reached}/"
        return f"{reached}/set-up/{make_link(folder)}/"

    def greeting(self) -> str:
        """What to say above the address."""
        if not self.community:
            return _("Alongside is ready. This link opens once:")
        if self.transport == "plain":
            return _(
                "Alongside is ready for your community, as a trial: on this machine alone and without TLS."
                "\nOpen this to set it up, or to sign in:"
            )
        return _("Alongside is ready for your community. Open this to set it up, or to sign in:")

    def _here(self) -> str:
        scheme = "https" if self.transport == "tls" else "http"
        host = _EVERYWHERE.get(self.host, self.host)
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{self.port}"

    def _name(self) -> str:
        """The first name under which the pages may be asked for."""
        named = os.environ.get("ALONGSIDE_HOSTS", "").split(",")[0].strip().lstrip(".*")
        return named or f"{_EVERYWHERE.get(self.host, self.host)}:{self.port}"


def start(server: Server, *, greet: Callable[[Path], None]) -> None:
    """Make the folder ready and answer until stopped; `greet` is called beside it with the folder."""
    server.check()
    _tell_settings(server)
    folder = set_up()
    if server.community:
        mark_community(folder)
    collect_static(folder)
    _no_core_dumps()
    threading.Thread(target=greet, args=(folder,), daemon=True).start()
    try:
        _run(server)
    finally:
        (folder / "port").unlink(missing_ok=True)


def _tell_settings(server: Server) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.web.settings"
    os.environ["ALONGSIDE_TRANSPORT"] = server.transport
    if server.community:
        os.environ["ALONGSIDE_COMMUNITY"] = "1"


def _run(server: Server) -> None:
    from granian import Granian  # noqa: PLC0415  # keeps --help fast
    from granian.constants import Interfaces  # noqa: PLC0415

    Granian(
        "alongside.web.wsgi:application",
        address=server.host,
        port=server.port,
        interface=Interfaces.WSGI,
        workers=server.processes,
        blocking_threads=THREADS,
        ssl_cert=server.certificate,
        ssl_key=server.key,
        websockets=False,
        log_access=False,
        log_level="error",  # type: ignore[arg-type]  # a StrEnum by value
        workers_kill_timeout=10,
    ).serve()


def _no_core_dumps() -> None:
    """A crash must not write keys and entries to a core file."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  # POSIX only

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
