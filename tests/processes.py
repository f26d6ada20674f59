"""Our programs as a person runs them: in processes of their own, over a data folder."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_PRELUDE = """
import json, sys
from datetime import date
from pathlib import Path
from uuid import UUID
from alongside.web.set_up import collect_static, set_up
folder = set_up()
import django
django.setup()
from alongside.core import keyfile
from alongside.core.deeds import Deed, Entry
from alongside.web.keeper import DjangoKeeper
from alongside.web.models import AuditRow, Member, SealedEntry
"""


def environment(folder: Path | None = None, **more: str) -> dict[str, str]:
    """The environment of a person on SQLite, with this data folder."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**kept, **({"ALONGSIDE_DATA": str(folder)} if folder else {}), **more}


def run(
    *words: str, folder: Path | None = None, text: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run `python …` to its end; standard input is `text`."""
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, *words],
        input=text,
        capture_output=True,
        text=True,
        env=environment(folder, **more),
        timeout=120,
        check=False,
    )


def alongside(
    *words: str, folder: Path | None = None, text: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the terminal door."""
    return run("-m", "alongside", *words, folder=folder, text=text, **more)


def in_django(folder: Path, code: str, *words: str, **more: str) -> str:
    """What `code` prints in a process of its own where Django is set up over `folder`."""
    done = run("-c", _PRELUDE + code, *words, folder=folder, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A running `alongside serve`: where it answers, the link that opens once, what it printed."""

    address: str
    link: str
    printed: Path


@contextmanager
def serving(folder: Path, printed: Path, *options: str, **more: str) -> Iterator[Served]:
    """Run `alongside serve` over `folder` on a free port until the block ends; output goes to `printed`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-m", "alongside", "serve", "--no-browser", "--port", str(port), *options]
    with printed.open("wb") as out:
        server = subprocess.Popen(  # noqa: S603  # our own program
            words, stdout=out, stderr=subprocess.STDOUT, env=environment(folder, **more)
        )
    try:
        link = _wait_for_link(server, printed)
        yield Served(address="/".join(link.split("/")[:3]), link=link, printed=printed)
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for_link(server: "subprocess.Popen[bytes]", printed: Path) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        if found := re.search(
            r"http://\S+/(?:open|set-up)/\S+|http://\S+:[0-9]+/\n", printed.read_text("utf-8", "replace")
        ):
            return found.group().strip()
        time.sleep(0.1)
    message = f"the server did not start:\n{printed.read_text('utf-8', 'replace')}"
    raise AssertionError(message)


def answers(address: str, body: bytes | None = None) -> None:
    """Send one request, whatever the answer."""
    request = urllib.request.Request(address, data=body)  # noqa: S310  # our own server
    with suppress(OSError):
        urllib.request.urlopen(request, timeout=20).close()  # noqa: S310
