"""What a member wrote is nowhere to be read: not in tables, write-ahead log, backups, logs or dumps.

The same scan must find a control planted in the clear, or its silence would mean nothing.
"""

import base64
import gzip
import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import urllib.parse
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from tests.core.builders import DAY, ONE, TWO, a_deed, an_entry
from tests.processes import answers, in_django, serving
from tests.web.scanner import clothings_found

from alongside.core import keyfile
from alongside.core.deeds import Deed
from alongside.core.folder import database_file
from alongside.core.ledger import Ledger
from alongside.core.vault import TooLong

CANARY = "Zoë: ramp shut 5f1c9e"
CONTROL = "naïve & in the clear 83ab2d"
THROUGH_DJANGO = """
from alongside.core.problems import Trouble
keeper = DjangoKeeper(keyfile.unlock(folder), actor=Member.objects.get(is_owner=True))
text = sys.argv[1]
for room, kind in (("act", "act"), ("listen", "look")):
    for entry_id, words in ((UUID(int=11), text), (UUID(int=12), text * 3), (UUID(int=11), text + " again")):
        entry = Entry(room=room, kind=kind, day=date(2026, 3, 4), body={text: words}, practice="amplify")
        keeper.carry_out(Deed(action="act.log", put={entry_id: entry}), today=date(2026, 3, 4))
keeper.carry_out(Deed(action="act.remove", drop=(UUID(int=12),)), today=date(2026, 3, 4))
try:
    long = Entry(room="act", kind="act", day=date(2026, 3, 4), body={"text": text * 4000})
    keeper.carry_out(Deed(action="act.log", put={UUID(int=13): long}), today=date(2026, 3, 4))
except Trouble as trouble:
    print(trouble)
"""
ERASE = """
keeper = DjangoKeeper(keyfile.unlock(folder), actor=Member.objects.get(is_owner=True))
keeper.erase(today=date(2026, 3, 4))
"""


def write_through_terminal(folder: Path) -> str:
    """Create, edit, drop and fail with the canary; what the failure says is returned, to be searched too."""
    with closing(Ledger(database_file(), keyfile.unlock(folder))) as ledger:
        ledger.carry_out(a_deed(ONE, TWO, text=CANARY), today=DAY)
        ledger.carry_out(a_deed(ONE, text=CANARY * 50), today=DAY)
        ledger.carry_out(Deed(action="act.remove", drop=(TWO,)), today=DAY)
        with pytest.raises(TooLong) as refused:
            ledger.carry_out(Deed(action="act.log", put={TWO: an_entry(CANARY * 4000)}), today=DAY)
    return str(refused.value)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file of a data folder but the one that is meant to hold the key."""
    return (file for file in folder.rglob("*") if file.is_file() and file.name != "vault.key")


def back_up(folder: Path) -> Path:
    copy = folder / "backup.sqlite3"
    with closing(sqlite3.connect(database_file())) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def found_in(folder: Path, needle: str) -> dict[str, set[str]]:
    found = {file.name: clothings_found(needle, file.read_bytes()) for file in files_below(folder)}
    return {name: forms for name, forms in found.items() if forms}


def holds(folder: Path, part: bytes) -> bool:
    return any(part in file.read_bytes() for file in files_below(folder))


@pytest.fixture
def reader(ready_folder: Path) -> Iterator[sqlite3.Connection]:
    """Somebody who keeps reading, so that the write-ahead log stays beside the database."""
    assert ready_folder.exists()
    with closing(sqlite3.connect(database_file())) as connection:
        connection.execute("SELECT count(*) FROM web_auditrow").fetchone()
        yield connection


@pytest.mark.usefixtures("reader")
def test_nothing_that_was_written_can_be_read_in_the_folder_or_a_backup(ready_folder):
    said = write_through_terminal(ready_folder)
    said += in_django(ready_folder, THROUGH_DJANGO, CANARY)
    back_up(ready_folder)

    names = {file.name for file in files_below(ready_folder)}
    assert {"alongside.sqlite3", "alongside.sqlite3-wal", "alongside.sqlite3-shm", "backup.sqlite3"} <= names
    assert (ready_folder / "alongside.sqlite3-wal").stat().st_size > 0
    assert found_in(ready_folder, CANARY) == {}
    assert clothings_found(CANARY, said.encode()) == set()


@pytest.mark.usefixtures("reader")
def test_a_control_in_a_clear_table_is_found_in_the_folder_and_in_a_backup(ready_folder):
    with closing(sqlite3.connect(database_file())) as connection, connection:
        connection.execute("CREATE TABLE control (words TEXT, packed BLOB)")
        connection.execute(
            "INSERT INTO control VALUES (?, ?)", (CONTROL, zlib.compress(CONTROL.encode("utf-16-le")))
        )
    back_up(ready_folder)

    found = found_in(ready_folder, CONTROL)

    assert {"utf-8", "utf-16-le"} <= found["alongside.sqlite3-wal"]
    assert {"utf-8", "utf-16-le"} <= found["backup.sqlite3"]


def test_the_vault_key_lies_in_its_own_file_only(ready_folder):
    write_through_terminal(ready_folder)
    back_up(ready_folder)
    key = keyfile.unlock(ready_folder).export_key()
    forms = (key, key.hex().encode(), key.hex().upper().encode(), base64.b64encode(key)[:40])

    assert [
        file for file in files_below(ready_folder) if any(form in file.read_bytes() for form in forms)
    ] == []
    assert key.hex().encode() in (ready_folder / "vault.key").read_bytes()


@pytest.mark.parametrize("door", ["terminal", "browser"])
def test_after_erasing_not_even_the_sealed_entries_are_in_the_files(ready_folder, door):
    write_through_terminal(ready_folder)
    with closing(sqlite3.connect(database_file())) as connection:
        boxes = [box for (box,) in connection.execute("SELECT box FROM web_sealedentry")]
    before = [box for box in boxes if holds(ready_folder, box[:64])]

    if door == "terminal":
        with closing(Ledger(database_file(), keyfile.unlock(ready_folder))) as ledger:
            ledger.erase(today=DAY)
    else:
        in_django(ready_folder, ERASE)

    assert before == boxes != []
    assert [box for box in boxes if holds(ready_folder, box[:64])] == []


def test_no_log_line_repeats_what_somebody_sent(ready_folder, tmp_path):
    with serving(ready_folder, tmp_path / "printed") as served:
        told = urllib.parse.quote(CANARY)
        answers(f"{served.address}/{told}/?q={told}")
        answers(f"{served.address}/open/{told}/")
        answers(f"{served.address}/help/", body=f"text={told}".encode())
    printed = (tmp_path / "printed").read_bytes()

    assert clothings_found(CANARY, printed) == set()
    assert found_in(ready_folder, CANARY) == {}
    assert clothings_found("Alongside is ready", printed) == {"utf-8", "json", "percent, spaces kept"}


@pytest.mark.postgres
def test_nothing_that_was_written_can_be_read_in_postgresql_its_dump_or_its_log(data_folder):
    server = os.environ["DATABASE_URL"]
    name = f"canary_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    address = server.rsplit("/", 1)[0] + f"/{name}"
    try:
        said = in_django(data_folder, THROUGH_DJANGO, CANARY, DATABASE_URL=address)
        with psycopg.connect(address) as clear:
            clear.execute("CREATE TABLE control (words text)")
            clear.execute("INSERT INTO control VALUES (%s)", [CONTROL])
        dump = dump_of(address)
    finally:
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    log = log_of_server()

    assert b"web_sealedentry" in dump
    assert clothings_found(CONTROL, dump) >= {"utf-8"}
    assert clothings_found(CANARY, dump + log + said.encode()) == set()
    assert found_in(data_folder, CANARY) == {}


def dump_of(address: str) -> bytes:
    program = shutil.which("pg_dump")
    if program is None:
        pytest.skip("pg_dump is not on the path")
    return subprocess.run([program, address], capture_output=True, check=True).stdout  # noqa: S603  # found on PATH


def log_of_server() -> bytes:
    """The log of scripts/with-postgres, which writes every statement; else nothing."""
    folder = os.environ.get("ALONGSIDE_TEST_POSTGRES_FOLDER")
    log = Path(folder) / "log" if folder else None
    return log.read_bytes() if log and os.access(log, os.R_OK) else b""


@pytest.mark.parametrize(
    ("form", "dress"),
    [
        ("utf-8", str.encode),
        ("utf-16-le", lambda text: text.encode("utf-16-le")),
        ("utf-16-be", lambda text: text.encode("utf-16-be")),
        ("hex", lambda text: text.encode().hex().encode()),
        ("HEX", lambda text: text.encode().hex().upper().encode()),
        ("json", lambda text: json.dumps({"a": text}).encode()),
        ("percent", lambda text: urllib.parse.urlencode({"a": text}, quote_via=urllib.parse.quote).encode()),
        ("percent, plus", lambda text: urllib.parse.urlencode({"a": text}).encode()),
        ("base64 at 0", lambda text: base64.b64encode(text.encode() + b"xyz")),
        ("base64 at 1", lambda text: base64.b64encode(b"a" + text.encode() + b"xyz")),
        ("base64 at 2", lambda text: base64.b64encode(b"ab" + text.encode() + b"xyz")),
        ("base64, url at 2", lambda text: base64.urlsafe_b64encode(b"12345" + text.encode())),
        ("utf-8", lambda text: zlib.compress(text.encode())),
        ("utf-8", lambda text: gzip.compress(b"before" + text.encode())),
        ("utf-16-le", lambda text: b"junk" + zlib.compress(text.encode("utf-16-le"), 1) + b"more"),
    ],
)
@pytest.mark.parametrize("needle", [CANARY, CONTROL, CANARY + "x", CANARY + "xy"])
def test_the_scan_finds_a_text_in_every_clothing(form, dress, needle):
    assert form in clothings_found(needle, b"\x00\x17" + dress(needle) + b"\xff")


@pytest.mark.parametrize(
    "data", [b"", CANARY[:-1].encode(), zlib.compress(b"something else"), b"\x78\x9c\x1f\x8b\x08"]
)
def test_the_scan_finds_nothing_where_there_is_nothing(data):
    assert clothings_found(CANARY, data) == set()
