"""Making a data folder ready: once, quickly the second time, and closed to everybody else."""

import sqlite3
from contextlib import closing

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from tests.processes import alongside, in_django

from alongside.core.folder import database_file
from alongside.core.ledger import schema_stamp
from alongside.web.set_up import collect_static, set_up


def stamp():
    with closing(sqlite3.connect(database_file())) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def test_a_folder_that_is_ready_is_left_as_it_is(ready_folder, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)  # the folder's own SQLite file, whatever the tests use

    def state():
        return {file: file.stat().st_mtime_ns for file in ready_folder.rglob("*") if file.is_file()}

    before = state()
    assert set_up() == ready_folder
    collect_static(ready_folder)
    assert state() == before


def test_what_the_first_start_makes_is_for_one_person_alone(ready_folder):
    files = ("secret.key", "vault.key", "alongside.sqlite3")
    assert [(ready_folder / file).stat().st_mode & 0o777 for file in files] == [0o600] * 3
    assert stamp() == schema_stamp()


def test_there_is_one_owner_however_often_it_is_made_ready(ready_folder):
    counted = in_django(ready_folder, "set_up()\nprint(Member.objects.filter(is_owner=True).count())")
    assert counted == "1\n"


def test_tables_of_another_release_are_brought_up_to_date(ready_folder):
    with closing(sqlite3.connect(database_file())) as connection:
        connection.execute("PRAGMA user_version = 1")
    done = alongside("act", "week", folder=ready_folder)
    assert done.returncode == 0
    assert stamp() == schema_stamp()


def test_the_terminal_makes_the_folder_ready_and_says_so_once(data_folder):
    first, second = (alongside("act", "week", folder=data_folder) for _n in range(2))
    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stderr == f"Making your folder ready, once: {data_folder}\n"
    assert second.stderr == ""
    assert first.stdout == second.stdout


@pytest.fixture
def collected(data_folder, settings):
    """A folder of this test's own for the static files, filled once."""
    settings.STATIC_ROOT = data_folder / "static"
    collect_static(data_folder)
    return data_folder / "static"


def test_static_files_are_collected_under_hashed_names_and_compressed(collected):
    address = staticfiles_storage.url("alongside/alongside.css")
    assert address.startswith("/static/alongside/alongside.")
    assert address != "/static/alongside/alongside.css"
    assert (collected / address.removeprefix("/static/")).exists()
    assert (collected / f"{address.removeprefix('/static/')}.br").exists()


def test_static_files_are_collected_again_only_for_another_release(collected, data_folder):
    manifest = collected / "staticfiles.json"
    manifest.write_text("left alone", "utf-8")
    collect_static(data_folder)
    assert manifest.read_text("utf-8") == "left alone"
    (collected / ".stamp").write_text("another release", "ascii")
    collect_static(data_folder)
    assert manifest.read_text("utf-8") != "left alone"


def test_before_anything_was_collected_the_plain_files_are_named(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    assert staticfiles_storage.url("alongside/alongside.css") == "/static/alongside/alongside.css"
