"""`alongside audit`: the trail is proved from outside, and what was changed is named."""

import json

import pytest
from tests.terminal import refused, typed
from tests.upkeep.folders import sql, write

from alongside.core.folder import database_file

pytestmark = pytest.mark.usefixtures("ready_folder")


def tamper(*statements: str) -> None:
    for verb in ("update", "delete"):
        sql(database_file(), f"DROP TRIGGER IF EXISTS web_auditrow_no_{verb}")
    for statement in statements:
        sql(database_file(), statement)


def test_a_trail_that_nobody_touched_holds(ready_folder):
    write(ready_folder, "one", "two")
    said = typed("audit", "verify")

    assert (said.code, said.out) == (0, "The trail holds, all 2 rows of it.\n")


def test_an_empty_trail_holds_and_has_a_head_of_its_own():
    assert typed("audit", "verify").code == 0
    assert typed("audit", "head").out == f"0:{'0' * 64}\n"
    assert typed("audit", "verify", "--since", f"0:{'0' * 64}").code == 0


@pytest.mark.parametrize(
    ("change", "row"),
    [
        ("UPDATE web_auditrow SET action = 'act.other' WHERE sequence = 2", 2),
        ("UPDATE web_auditrow SET day = '2026-03-05' WHERE sequence = 3", 3),
        ("DELETE FROM web_auditrow WHERE sequence = 1", 1),
        ("DELETE FROM web_auditrow WHERE sequence = 2", 2),
        ("UPDATE web_auditrow SET sequence = 9 WHERE sequence = 2", 2),
    ],
)
def test_a_row_that_was_changed_or_removed_is_named(ready_folder, change, row):
    write(ready_folder, "one", "two", "three", "four")
    tamper(change)
    said = typed("audit", "verify")

    assert said.code == 1
    assert f"row {row} was" in said.out


def test_an_end_that_was_cut_off_is_seen_by_whoever_noted_the_head(ready_folder):
    write(ready_folder, "one", "two")
    noted = typed("audit", "head").out.strip()
    write(ready_folder, "three")
    longer = typed("audit", "verify", "--since", noted)
    tamper("DELETE FROM web_auditrow WHERE sequence > 1")
    cut = typed("audit", "verify", "--since", noted)

    assert typed("audit", "verify").code == 0  # from inside nothing can be seen
    assert (longer.code, cut.code) == (0, 1)
    assert "cut off" in cut.out


def test_for_another_program_it_is_json(ready_folder):
    write(ready_folder, "one")
    number, claimed = typed("audit", "head").out.strip().split(":")

    assert json.loads(typed("audit", "verify", "--format", "json").out) == {
        "schema_version": 1,
        "holds": True,
        "since_is_there": None,
        "sequence": int(number),
        "hash": claimed,
        "breaks_at": None,
    }


def test_a_head_that_is_none_is_refused():
    assert "audit head" in refused(typed("audit", "verify", "--since", "2:abc"))


def test_where_there_is_no_database_it_says_so_and_makes_none(monkeypatch, tmp_path):
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "none"))

    assert "no database yet" in refused(typed("audit", "verify"))
    assert not (tmp_path / "none").exists()
