"""The browser's terminal door: `serve` and `link`. Django is imported by the server's process, not here."""

import contextlib
import os
import socket
import sys
import threading
import time
import urllib.request
import webbrowser
from pathlib import Path
from typing import Final

import click

from alongside.core.folder import data_folder
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option, on_terminal

HOST: Final = "127.0.0.1"
READY_WITHIN_S: Final = 60
NOTED: Final = "port"
"""Where a running `serve` notes its port, so that `link` finds it."""
THREADS: Final = min(8, 2 * (os.cpu_count() or 1) + 1)
"""Our choice, within what the server takes for this machine's processors without a warning above the link."""


@click.command()
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port on this machine."
)
@click.option("--no-browser", is_flag=True, help="Print the link only; open no browser.")
@data_option
def serve(port: int, no_browser: bool) -> None:
    """Open Alongside in your browser, on this machine only.

    Prints a link that opens once. Stop with Ctrl-C; your entries stay, sealed, in the data folder.
    """
    from alongside.web.set_up import collect_static, set_up  # keeps --help fast

    _refuse_taken(port)
    folder = set_up()
    collect_static(folder)
    _no_core_dumps()
    greeter = threading.Thread(
        target=_greet, kwargs={"folder": folder, "port": port, "browser": not no_browser}, daemon=True
    )
    greeter.start()
    try:
        _run_server(port)
    finally:
        (folder / NOTED).unlink(missing_ok=True)
    click.echo(_("Stopped. Everything you wrote is kept."), err=True)


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port `serve` runs on, if it is not the one it noted."
)
@data_option
def link(port: int | None) -> None:
    """Print a fresh one-time link to a running `serve`. It opens once, within an hour."""
    folder = data_folder()
    port = port or _noted_port(folder)
    if port is None or not _answers(port):
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


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://{HOST}:{port}/healthz", timeout=2).close()
    except OSError:
        return False
    return True


def _address(folder: Path, port: int) -> str:
    from alongside.web.links import make_link  # keeps --help fast

    return f"http://{HOST}:{port}/open/{make_link(folder)}/"


def _refuse_taken(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
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


def _greet(*, folder: Path, port: int, browser: bool) -> None:
    """Print the link when pages are answered, not before."""
    until = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < until:
        if _answers(port):
            break
        time.sleep(0.05)
    else:
        click.echo(_("The server does not answer yet; see the lines above."), err=True)
        return
    (folder / NOTED).write_text(str(port), "ascii")
    address = _address(folder, port)
    click.echo(_("Alongside is ready. This link opens once:") + f"\n\n  {address}\n")
    click.echo(_("Your data: %(folder)s. Stop with Ctrl-C.") % {"folder": folder}, err=True)
    sys.stdout.flush()
    if browser and on_terminal():
        webbrowser.open(address)


def _run_server(port: int) -> None:
    from granian import Granian  # keeps --help fast
    from granian.constants import Interfaces

    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.web.settings"
    Granian(
        "alongside.web.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_access=False,
        log_level="error",  # type: ignore[arg-type]  # a StrEnum by value
        workers_kill_timeout=10,
    ).serve()


def _no_core_dumps() -> None:
    """A crash must not write keys and entries to a core file."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # POSIX only

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
