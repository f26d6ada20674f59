"""What every test stands on: a data folder of its own, and, for pages, an owner and a signed-in client.

Settings read the environment when they load, so the folder is named here, and only then the settings:
nobody's own data folder is ever opened by a test.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as examples
from tests.processes import in_django

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper

    from alongside.core.vault import Unlocked
    from alongside.web.keeper import DjangoKeeper
    from alongside.web.models import Member

# How long an example takes depends on who else uses the machine; time is measured in benchmarks/ alone.
examples.register_profile("alongside", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("alongside")

SESSION_FOLDER = Path(tempfile.mkdtemp(prefix="alongside-tests-"))
os.environ["ALONGSIDE_DATA"] = str(SESSION_FOLDER)
os.environ.pop("ALONGSIDE_TODAY", None)
(SESSION_FOLDER / "static").mkdir()  # whitenoise warns where it is missing, and warnings are errors here
os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.web.settings"
ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")


assert settings.DATA == SESSION_FOLDER, "settings were loaded before the tests' data folder was named"


def pytest_addoption(parser: pytest.Parser) -> None:
    told = "write tests/browser/snapshots anew; read the difference before you keep it"
    parser.addoption("--update-snapshots", action="store_true", help=told)


def pytest_unconfigure() -> None:
    shutil.rmtree(SESSION_FOLDER, ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run what touches the database; elsewhere leave out what needs PostgreSQL."""
    kept = [item for item in items if not ON_POSTGRES or _touches_database(item)]
    if len(kept) < len(items):
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept
    for item in items:
        if item.get_closest_marker("postgres") and not ON_POSTGRES:
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: scripts/with-postgres, DATABASE_URL"))


def _touches_database(item: pytest.Item) -> bool:
    return (
        "web" in item.path.relative_to(item.config.rootpath).parts
        or item.get_closest_marker("postgres") is not None
    )


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder that belongs to this test alone; the terminal and its processes find it."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("ALONGSIDE_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def _ready_folder() -> Path:
    """A data folder made ready once: tables, owner, vault key, static files. Tests take copies of it."""
    folder = SESSION_FOLDER / "ready"
    in_django(folder, "collect_static(folder)\nkeyfile.unlock(folder).close()")
    return folder


@pytest.fixture
def ready_folder(_ready_folder: Path, data_folder: Path) -> Path:
    """A data folder of this test's own, as the first start leaves it."""
    shutil.copytree(_ready_folder, data_folder, dirs_exist_ok=True)
    return data_folder


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """On SQLite the tests' database is a file, as in life: WAL and locks do not exist in memory."""
    if not ON_POSTGRES:
        file = str(SESSION_FOLDER / "tests.sqlite3")
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = file


@pytest.fixture
def owner(db: None) -> "Member":  # noqa: ARG001  # a fixture needed for what it does
    """The one owner of a solo installation."""
    from alongside.web.models import Member  # noqa: PLC0415  # engines' tests load no Django

    return Member.objects.create(is_owner=True)


@pytest.fixture
def vault() -> "Iterator[Unlocked]":
    """The vault that signed-in pages open as well: the key lies in the tests' data folder."""
    from alongside.core import keyfile  # noqa: PLC0415

    unlocked = keyfile.unlock(SESSION_FOLDER)
    yield unlocked
    unlocked.close()


@pytest.fixture
def keeper(owner: "Member", vault: "Unlocked") -> "DjangoKeeper":
    """The browser's keeper, over the owner's entries."""
    from alongside.web.keeper import DjangoKeeper  # noqa: PLC0415

    return DjangoKeeper(vault, actor=owner)


@pytest.fixture
def client_of_owner(client: "Client", owner: "Member") -> "Client":
    """A browser that came in through a one-time link."""
    client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def community(db: None, settings: "SettingsWrapper", monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """Alongside run for a community: accounts, circles, roles."""
    from django.core.cache import cache  # noqa: PLC0415

    from alongside.web import presence  # noqa: PLC0415

    settings.COMMUNITY = True
    cache.clear()  # what was counted in another test; with PostgreSQL the counts lie in the database
    monkeypatch.setattr(presence, "NOT_BEFORE_S", 0)  # benchmarks measure time, tests do not
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-04")
