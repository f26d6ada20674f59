"""An empty database gets its tables in one step: what stands there is what every migration leaves."""

import os
import sqlite3
import subprocess
import sys
from collections import Counter

import pytest

ONE_BY_ONE = """
from alongside.core.folder import make_data_folder
from alongside.web import set_up
set_up._make_secret(make_data_folder() / "secret.key")
set_up.start_django()
from django.core.management import call_command
call_command("migrate", interactive=False, verbosity=0)
from alongside.web.models import Member
Member.objects.get_or_create(is_owner=True)
"""
AT_ONCE = "from alongside.web.set_up import set_up; set_up()"


def database(folder, how):
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    env |= {"ALONGSIDE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "alongside.web.settings"}
    subprocess.run([sys.executable, "-c", how], env=env, check=True)  # noqa: S603  # our own words
    return sqlite3.connect(folder / "alongside.sqlite3")


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    made = [database(tmp_path_factory.mktemp("tables"), how) for how in (AT_ONCE, ONE_BY_ONE)]
    yield made
    for each in made:
        each.close()


def tables(connection):
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in found}


def columns(connection, table):
    return {row[1:] for row in connection.execute(f"PRAGMA table_info({table})")}


def wording(connection, table):
    """The words of its definition; a column added later stands last, so their order is no part of it."""
    (told,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()
    return Counter(told.replace(",", " ").replace("(", " ").replace(")", " ").split())


def test_the_same_tables_indexes_and_triggers_stand_there(both):
    at_once, one_by_one = (
        set(each.execute("SELECT type, name, tbl_name FROM sqlite_master")) for each in both
    )

    assert at_once == one_by_one
    assert {kind for kind, _name, _table in at_once} == {"table", "index", "trigger"}


def test_each_table_has_the_same_columns_and_constraints(both):
    at_once, one_by_one = both

    differ = [
        table
        for table in tables(at_once)
        if columns(at_once, table) != columns(one_by_one, table)
        or wording(at_once, table) != wording(one_by_one, table)
    ]

    assert differ == []


def test_each_index_and_trigger_says_the_same(both):
    said = "SELECT name, sql FROM sqlite_master WHERE type <> 'table'"

    assert set(both[0].execute(said)) == set(both[1].execute(said))


def test_the_same_rows_stand_there_and_every_migration_is_noted(both):
    counted = [
        {
            table: each.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608  # names of tables
            for table in tables(each) - {"sqlite_sequence"}
        }
        for each in both
    ]
    noted = [set(each.execute("SELECT app, name FROM django_migrations")) for each in both]

    assert counted[0] == counted[1]
    assert noted[0] == noted[1]
    assert ("web", "0002_trail_is_append_only") in noted[0]
