"""Through the real server of a community: who holds its disk, database and output reads no personal entry.

The same search must find what lies in the clear, such as a name that somebody chose to be called.
"""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from tests.processes import serving
from tests.web.scanner import clothings_found
from tests.web.test_canary import dump_of, log_of_server
from tests.web.test_canary_of_pages import Visitor, leaks

WRITTEN = "Žofie asked for the ramp c0ffee41"
PHRASE = "seven herons 51c7 in still water"
COMMUNITY = "Clear Community 77ab12"


def a_member_writes(visitor: Visitor, set_up: str) -> tuple[str, ...]:
    """Set up, make a vault, write, fail in the middle, lock, fail to open: what must be found nowhere."""
    told = {"community": COMMUNITY, "email": "ada@example.org", "password": "fourteen letters 9f"}
    visitor.send(set_up, told, form=set_up)
    page = visitor.send("/vault/new/", {"passphrase": PHRASE}, form="/vault/new/")
    code = re.search(r'<code id="code"[^>]*>([0-9A-Z-]{34})</code>', page).group(1)
    visitor.send("/log/", {"what": WRITTEN, "practice": "include"}, form="/vault/")
    visitor.send("/log/", {"what": WRITTEN * 4000, "practice": "include"}, form="/vault/")
    visitor.send("/look-back/reflect/", {"answer-1": WRITTEN}, form="/look-back/")
    visitor.upload("/my-data/", "broken.json", WRITTEN.encode() + b"\x00\xff")
    assert WRITTEN in visitor.get("/look-back/")
    visitor.send("/vault/lock/", {}, form="/vault/")
    visitor.send("/log/", {"what": WRITTEN, "practice": "include"}, form="/vault/open/")
    visitor.send("/vault/open/", {"passphrase": PHRASE + " or so"}, form="/vault/open/")
    return (WRITTEN, PHRASE, code, code.replace("-", ""))


def test_nothing_a_member_wrote_and_nothing_that_opens_it_lies_on_the_disk(data_folder, tmp_path):
    printed = tmp_path / "printed"
    with serving(data_folder, printed, "--community") as served:
        visitor = Visitor(served)
        needles = a_member_writes(visitor, served.link)
        assert [leaks(needle, data_folder, printed) for needle in needles] == [{}] * 4
    assert [leaks(needle, data_folder, printed) for needle in needles] == [{}] * 4
    assert leaks(COMMUNITY, data_folder), "what lies in the clear is found, or the silence would mean nothing"
    assert not (data_folder / "vault.key").exists()


@contextmanager
def database_of_its_own(server: str) -> Iterator[str]:
    name = f"canary_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    try:
        yield server.rsplit("/", 1)[0] + f"/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.postgres
def test_nor_in_postgresql_its_dump_or_its_log(data_folder: Path, tmp_path: Path) -> None:
    printed = tmp_path / "printed"
    with database_of_its_own(os.environ["DATABASE_URL"]) as address:
        options = ("--community", "--processes", "2")
        with serving(data_folder, printed, *options, DATABASE_URL=address) as served:
            needles = a_member_writes(Visitor(served), served.link)
        dump = dump_of(address)
    assert b"web_sealedentry" in dump
    assert clothings_found(COMMUNITY, dump)
    for needle in needles:
        assert clothings_found(needle, dump + log_of_server()) == set()
        assert leaks(needle, data_folder, printed) == {}
