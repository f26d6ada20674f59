"""The browser's terminal door: `serve` and `link`. Django is imported by the server's process, not here."""

import os
import socket
import sys
import time
import webbrowser
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from alongside.core.folder import data_folder
from alongside.core.keyfile import COMMUNITY, READY
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option, on_terminal

if TYPE_CHECKING:
    from alongside.web.server import Server

HOST: Final = "127.0.0.1"
READY_WITHIN_S: Final = 60
NOTED: Final = "port"
"""Where a running `serve` notes its port, so that `link` finds it."""


@click.command()
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port on this machine."
)
@click.option("--no-browser", is_flag=True, help="Print the link only; open no browser.")
@click.option("--community", is_flag=True, help="Accounts, circles and roles, for more than one person.")
@click.option("--host", default=HOST, show_default=True, help="Address to answer on; for a community alone.")
@click.option("--behind-proxy", is_flag=True, help="A proxy in front speaks TLS and passes requests on.")
@click.option("--certificate", type=click.Path(path_type=Path, dir_okay=False), help="TLS certificate (PEM).")
@click.option("--key", type=click.Path(path_type=Path, dir_okay=False), help="Its private key (PEM).")
@click.option(
    "--processes", default=1, show_default=True, type=click.IntRange(1, 64), help="With PostgreSQL alone."
)
@data_option
def serve(  # noqa: PLR0917  # click passes them by name
    port: int,
    no_browser: bool,
    community: bool,
    host: str,
    behind_proxy: bool,
    certificate: Path | None,
    key: Path | None,
    processes: int,
) -> None:
    """Open Alongside in your browser, on this machine only, or with --community for more people.

    For yourself it prints a link that opens once. For a community the first start prints the link to set it
    up; after that, members sign in. Stop with Ctrl-C; what was written stays in the data folder.
    """
    from alongside.web.server import Server, start  # keeps --help fast

    _refuse_taken(host, port)
    server = Server(
        host=host,
        port=port,
        community=community,
        behind_proxy=behind_proxy,
        certificate=certificate,
        key=key,
        processes=processes,
    )
    start(server, greet=partial(_greet, server, browser=not no_browser))
    click.echo(_("Stopped. Everything you wrote is kept."), err=True)


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port `serve` runs on, if it is not the one it noted."
)
@data_option
def link(port: int | None) -> None:
    """Print a fresh one-time link to a running `serve`. It opens once, within an hour.

    For a community that is set up it prints the address on which members sign in.
    """
    from alongside.web.transport import listens  # keeps --help fast

    folder = data_folder()
    port = port or _noted_port(folder)
    if port is None or not listens(port):
        raise Trouble(
            str(folder),
            _("no Alongside is running with this folder."),
            _("Start it: alongside serve. If it has a folder of its own, name it with --data DIR."),
        )
    click.echo(_address(folder, port))


def _noted_port(folder: Path) -> int | None:
    """The port that a running `serve` noted in the folder."""
    try:
        return int((folder / NOTED).read_text("ascii"))
    except (OSError, ValueError):
        return None


def _address(folder: Path, port: int) -> str:
    from alongside.web.links import make_link  # keeps --help fast

    mark = folder / COMMUNITY
    if not mark.exists():
        return f"http://{HOST}:{port}/open/{make_link(folder)}/"
    reached = os.environ.get("ALONGSIDE_ADDRESS", "").rstrip("/") or f"http://localhost:{port}"
    is_ready = mark.read_text("ascii").strip() == READY
    return f"{reached}/" if is_ready else f"{reached}/set-up/{make_link(folder)}/"


def _refuse_taken(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Trouble(
                "--port",
                _("%(port)d cannot be used on this machine (%(reason)s).")
                % {"port": port, "reason": error.strerror},
                _(
                    "If Alongside runs already, get a link with: alongside link."
                    " Else name another port, such as --port 8123."
                ),
            ) from error


def _greet(server: "Server", folder: Path, *, browser: bool) -> None:
    """Print the way in when pages are answered, not before."""
    until = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < until:
        if server.answers():
            break
        time.sleep(0.05)
    else:
        click.echo(_("The server does not answer yet; see the lines above."), err=True)
        return
    (folder / NOTED).write_text(str(server.port), "ascii")
    address = server.way_in(folder)
    click.echo(server.greeting() + f"\n\n  {address}\n")
    click.echo(_("Your data: %(folder)s. Stop with Ctrl-C.") % {"folder": folder}, err=True)
    sys.stdout.flush()
    if browser and on_terminal():
        webbrowser.open(address)
