"""One server, one browser, and the owner in it: with nothing yet, or with a year of made-up entries."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from tests.browser.community_site import SETTINGS, CommunitySite, make_world
from tests.browser.year import TODAY, a_year
from tests.processes import environment

from alongside.core import keyfile
from alongside.core.deeds import Deed
from alongside.core.ledger import Ledger
from alongside.web.links import make_link

ROOT = Path(__file__).parent.parent.parent
NO_CHROMIUM = "needs Debian's chromium on the path: apt install chromium"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A running installation: where it answers and where its entries lie."""

    address: str
    folder: Path

    def link(self) -> str:
        """The address that signs the owner in, once."""
        return f"{self.address}/open/{make_link(self.folder)}/"

    def hold(self, deed: Deed | None) -> None:
        """Keep exactly the entries of `deed`; nothing where it is None."""
        database = self.folder / "alongside.sqlite3"
        with closing(sqlite3.connect(database, timeout=20)) as connection, connection:
            connection.execute("DELETE FROM web_sealedentry")
        if deed:
            with closing(Ledger(database, keyfile.unlock(self.folder))) as ledger:
                ledger.carry_out(deed, today=TODAY)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server, on a database file, on the 12th of March 2026."""
    folder = tmp_path_factory.mktemp("site")
    folder.chmod(0o700)
    told = {"ALONGSIDE_TODAY": TODAY.isoformat(), "DJANGO_SETTINGS_MODULE": "tests.browser.settings"}
    with _serving(folder, told) as address:
        yield Site(address=address, folder=folder)


@pytest.fixture(scope="session")
def community_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommunitySite]:
    """A community on a server of its own, with everybody and everything of `tests/web/world.py` in it."""
    folder = tmp_path_factory.mktemp("community")
    folder.chmod(0o700)
    make_world(folder)
    mail = {"ALONGSIDE_MAIL_URL": f"filemail:///{folder / 'mail'}"}
    with _serving(folder, {**SETTINGS, **mail}) as address:
        yield CommunitySite(address=address, folder=folder)


@contextmanager
def _serving(folder: Path, told: dict[str, str]) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with (folder.parent / f"{folder.name}.log").open("wb") as log:
        server = subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-m", "tests.browser.server", str(port)],
            cwd=ROOT,
            env=environment(folder, **told),
            stdout=log,
            stderr=log,
        )
        try:
            _wait(address, server, Path(log.name))
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError):
            urllib.request.urlopen(f"{address}/healthz", timeout=2).close()  # noqa: S310  # our own server
            return
        time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text('utf-8', 'replace')}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = shutil.which("chromium")
    if path is None and os.environ.get("CI") in {"1", "true"}:
        pytest.fail(NO_CHROMIUM)
    if path is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield launched
        launched.close()


def signed_in(browser: Browser, site: Site, **options: object) -> BrowserContext:
    """A window of the owner's, come in through a one-time link."""
    context = browser.new_context(base_url=site.address, **options)  # type: ignore[arg-type]
    context.request.get(site.link())
    return context


@pytest.fixture(scope="session")
def year() -> Deed:
    """A year of made-up entries, made once."""
    return a_year()
