"""Backup, restore, audit and doctor where the database is PostgreSQL: the same promises."""

import os
import secrets
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests.processes import _PRELUDE, alongside, environment, in_django

pytestmark = pytest.mark.postgres

WRITE = """
import time
from uuid import uuid4
keeper = DjangoKeeper(keyfile.unlock(folder), actor=Member.objects.get(is_owner=True))
print("ready", flush=True)
until = time.monotonic() + float(sys.argv[1])
written = 0
while time.monotonic() < until or not written:
    entry = Entry(room="act", kind="act", day=date(2026, 3, 4), body={"text": "one"}, practice="amplify")
    keeper.carry_out(Deed(action="act.log", put={uuid4(): entry}), today=date(2026, 3, 4))
    written += 1
print(written)
"""
COUNT = "print(SealedEntry.objects.count(), AuditRow.objects.count())"
PASSWORD = "not-in-any-process-list"  # noqa: S105  # the server trusts everybody on loopback


@pytest.fixture
def empty() -> Iterator[list[str]]:
    """Addresses of two fresh databases."""
    server = os.environ["DATABASE_URL"]
    names = [f"upkeep_{secrets.token_hex(4)}" for _n in range(2)]
    with psycopg.connect(server, autocommit=True) as admin:
        for name in names:
            admin.execute(f"CREATE DATABASE {name}")
        yield [server.rsplit("/", 1)[0] + f"/{name}" for name in names]
        for name in names:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_backup_taken_under_writing_comes_back_whole(empty, data_folder, tmp_path):
    here, there = empty
    env = environment(data_folder, DATABASE_URL=here)
    in_django(data_folder, WRITE, "0", DATABASE_URL=here)
    writer = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-c", _PRELUDE + WRITE, "4"], stdout=subprocess.PIPE, text=True, env=env
    )
    assert writer.stdout.readline() == "ready\n"
    made = alongside("backup", "--to", str(tmp_path / "to"), folder=data_folder, DATABASE_URL=here)
    assert made.returncode == 0, made.stderr
    writer.communicate()
    file = Path(made.stdout.strip())
    with tarfile.open(file) as tar:
        assert sorted(tar.getnames()) == ["alongside.pgdump", "manifest.json"]

    back = alongside("restore", str(file), "--into", str(tmp_path / "new"), DATABASE_URL=there)
    assert back.returncode == 0, back.stderr
    entries, rows = map(int, in_django(tmp_path / "new", COUNT, DATABASE_URL=there).split())
    assert entries == rows >= 1
    assert alongside("audit", "verify", folder=tmp_path / "new", DATABASE_URL=there).returncode == 0
    assert not (tmp_path / "new" / "alongside.pgdump").exists()


def test_a_database_with_tables_in_it_is_left_as_it_is_unless_told(empty, data_folder, tmp_path):
    here, _there = empty
    in_django(data_folder, WRITE, "0", DATABASE_URL=here)
    made = alongside("backup", "--to", str(tmp_path), folder=data_folder, DATABASE_URL=here).stdout.strip()
    in_django(data_folder, WRITE, "0", DATABASE_URL=here)
    refused = alongside("restore", made, "--into", str(tmp_path / "new"), DATABASE_URL=here)
    untouched = in_django(data_folder, COUNT, DATABASE_URL=here)
    replaced = alongside("restore", made, "--into", str(tmp_path / "new"), "--replace", DATABASE_URL=here)

    assert (refused.returncode, untouched.split()) == (2, ["2", "2"])
    assert "has tables in it already" in refused.stderr
    assert replaced.returncode == 0, replaced.stderr
    assert in_django(data_folder, COUNT, DATABASE_URL=here).split() == ["1", "1"]


def test_what_was_erased_after_the_backup_is_erased_again(empty, data_folder, tmp_path):
    here, there = empty
    in_django(data_folder, WRITE, "0", DATABASE_URL=here)
    made = alongside("backup", "--to", str(tmp_path), folder=data_folder, DATABASE_URL=here).stdout.strip()
    assert alongside("act", "erase", "--yes", folder=data_folder, DATABASE_URL=here).returncode == 0
    back = alongside("restore", made, "--into", str(tmp_path / "new"), folder=data_folder, DATABASE_URL=there)

    assert "1 erasure was done again" in back.stdout
    assert in_django(tmp_path / "new", COUNT, DATABASE_URL=there).split() == ["0", "2"]


def test_a_backup_of_sqlite_does_not_go_into_postgresql(empty, ready_folder, tmp_path):
    made = alongside("backup", "--to", str(tmp_path), folder=ready_folder).stdout.strip()
    said = alongside("restore", made, "--into", str(tmp_path / "new"), DATABASE_URL=empty[0])

    assert said.returncode == 2
    assert "it is a backup of SQLite" in said.stderr


def test_the_password_is_not_among_the_words_of_the_program(empty, data_folder, tmp_path, monkeypatch):
    """A pg_dump of ours notes what it was called with, and what it was not."""
    here = empty[0].replace("alongside@", f"alongside:{PASSWORD}@")
    in_django(data_folder, WRITE, "0", DATABASE_URL=here)
    noted = tmp_path / "noted"
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "pg_dump").write_text(f'#!/bin/sh\necho "$@" > {noted}\n[ "$PGPASSWORD" = {PASSWORD} ]\n')
    (programs / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    made = alongside("backup", "--to", str(tmp_path / "to"), folder=data_folder, DATABASE_URL=here)

    assert "--format=custom" in noted.read_text()
    assert PASSWORD not in noted.read_text()
    assert made.returncode == 2  # there is no dump to pack
    assert "Traceback" not in made.stderr


def test_where_the_server_does_not_answer_it_is_one_line(data_folder):
    said = alongside("backup", folder=data_folder, DATABASE_URL="postgres://alongside@127.0.0.1:1/none")

    assert said.returncode == 2
    assert len(said.stderr.splitlines()) == 1
    assert "does not answer" in said.stderr


def test_the_doctor_and_the_trail_speak_to_postgresql(empty, data_folder):
    in_django(data_folder, WRITE, "0", DATABASE_URL=empty[0])
    doctor = alongside("doctor", folder=data_folder, DATABASE_URL=empty[0])
    with (
        psycopg.connect(empty[0]) as connection,
        pytest.raises(psycopg.errors.RaiseException, match="append-only"),
    ):
        connection.execute("DELETE FROM web_auditrow")

    assert doctor.returncode == 0, doctor.stdout
    assert "PostgreSQL answers" in doctor.stdout
    assert alongside("audit", "head", folder=data_folder, DATABASE_URL=empty[0]).stdout.startswith("1:")
