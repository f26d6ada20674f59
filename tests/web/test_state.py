"""What the server says of itself, and that it says nothing more to somebody who did not come in."""

import json
import sqlite3
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest
from tests.processes import serving

from alongside.core.folder import database_file


def ask(address: str) -> tuple[int, dict[str, object]]:
    """Status and answer of an address that speaks JSON."""
    try:
        with closing(urllib.request.urlopen(address, timeout=20)) as answer:  # noqa: S310  # our own server
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        with closing(error):
            return error.code, json.loads(error.read())


def spoil(database: Path) -> None:
    """Damage the database in such a way that every connection notices."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = 'no statement' WHERE name = 'django_migrations'")
        (version,) = connection.execute("PRAGMA schema_version").fetchone()
        connection.execute(f"PRAGMA schema_version = {version + 1}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/help/", "/design/", "/open/", "/no-such-page/", "/static/../vault.key"]
)
def test_nothing_opens_to_somebody_who_did_not_come_through_a_link(client, path):
    answer = client.get(path)

    assert answer.status_code in (403, 404)
    assert b"vault" not in answer.content.lower()


def test_a_server_whose_database_cannot_be_read_says_so_and_still_answers(ready_folder, tmp_path: Path):
    with serving(ready_folder, tmp_path / "printed") as served:
        healthy = ask(f"{served.address}/readyz")
        spoil(database_file())
        broken = ask(f"{served.address}/readyz")
        alive = ask(f"{served.address}/healthz")

    assert healthy == (200, {"status": "ok", "failing": []})
    assert broken == (503, {"status": "not ready", "failing": ["database"]})
    assert alive == (200, {"status": "ok"})


def test_the_first_lines_are_the_link_and_nothing_that_worries(ready_folder, tmp_path: Path):
    with serving(ready_folder, tmp_path / "printed") as served:
        printed = served.printed.read_text("utf-8")

    assert printed.startswith("Alongside is ready.")
    assert served.link.startswith(served.address)
