"""The terminal's ledger: one deed is one transaction and one row of the trail, or nothing at all."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from tests.core.builders import DAY, ONE, TWO, a_deed, an_entry

from alongside.core import keyfile, ledger
from alongside.core.deeds import Deed
from alongside.core.folder import database_file
from alongside.core.ledger import Busy, Damaged, Ledger, NotReady
from alongside.core.trail import TrailRow, first_break
from alongside.core.vault import TooLong, Unlocked, Unopenable


@pytest.fixture
def kept(ready_folder: Path):
    vault = keyfile.unlock(ready_folder)
    with Ledger(database_file(), vault) as open_ledger:
        yield open_ledger


def sql(statement: str, *values: object) -> list[tuple]:
    with closing(sqlite3.connect(database_file())) as connection, connection:
        return connection.execute(statement, values).fetchall()


def trail() -> list[tuple[TrailRow, bytes]]:
    rows = sql("SELECT sequence, day, actor, action, object_id, result, hash FROM web_auditrow ORDER BY 1")
    return [
        (
            TrailRow(
                sequence=sequence,
                day=date.fromisoformat(day),
                actor=actor,
                action=action,
                object_id=object_id,
                result=result,
            ),
            digest,
        )
        for sequence, day, actor, action, object_id, result, digest in rows
    ]


@pytest.mark.usefixtures("data_folder")
def test_where_there_is_no_database_none_is_made():
    with pytest.raises(NotReady):
        Ledger(database_file(), Unlocked.create())

    assert not database_file().exists()


def test_tables_of_another_release_are_not_touched(ready_folder):
    sql("PRAGMA user_version = 7")

    with pytest.raises(NotReady):
        Ledger(database_file(), keyfile.unlock(ready_folder))


@pytest.mark.usefixtures("data_folder")
def test_a_file_that_is_no_database_is_refused_in_words():
    database_file().write_bytes(b"no database at all, but long enough to look at" * 20)

    with pytest.raises(Damaged) as refused:
        Ledger(database_file(), Unlocked.create())

    assert refused.value.way_out


def test_a_deed_that_fails_in_the_middle_writes_nothing(kept):
    deed = Deed(action="act.log", put={ONE: an_entry(), TWO: an_entry("x" * 70_000)})

    with pytest.raises(TooLong):
        kept.carry_out(deed, today=DAY)

    assert kept.entries("act", "act") == ()
    assert trail() == []


def test_a_deed_whose_trail_row_cannot_be_written_writes_nothing(kept):
    sql("CREATE TRIGGER no_room BEFORE INSERT ON web_auditrow BEGIN SELECT RAISE(ABORT, 'no room'); END")

    with pytest.raises(sqlite3.IntegrityError, match="no room"):
        kept.carry_out(a_deed(ONE), today=DAY)

    assert kept.entries("act", "act") == ()


def test_after_a_deed_that_failed_the_next_one_succeeds(kept):
    with pytest.raises(TooLong):
        kept.carry_out(a_deed(ONE, text="x" * 70_000), today=DAY)

    kept.carry_out(a_deed(ONE), today=DAY)

    assert len(kept.entries("act", "act")) == 1


def test_a_removal_that_comes_with_a_failing_write_does_not_happen(kept):
    kept.carry_out(a_deed(ONE), today=DAY)

    with pytest.raises(TooLong):
        kept.carry_out(Deed(action="act.move", put={TWO: an_entry("x" * 70_000)}, drop=(ONE,)), today=DAY)

    assert [stored.id for stored in kept.entries("act", "act")] == [ONE]


def test_while_another_process_writes_for_too_long_nothing_changes(ready_folder, monkeypatch):
    monkeypatch.setattr(ledger, "TIMEOUT_S", 0.05)
    with (
        closing(sqlite3.connect(database_file(), isolation_level=None)) as other,
        Ledger(database_file(), keyfile.unlock(ready_folder)) as waiting,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy) as refused:
            waiting.carry_out(a_deed(ONE), today=DAY)

    assert "Try again" in refused.value.way_out
    assert trail() == []


def test_an_entry_changed_in_the_table_is_refused(kept):
    kept.carry_out(a_deed(ONE), today=DAY)
    sql("UPDATE web_sealedentry SET version = 2")

    with pytest.raises(Unopenable):
        kept.entries("act", "act")


def test_another_key_sees_no_entries_at_all(kept):
    kept.carry_out(a_deed(ONE), today=DAY)

    with Ledger(database_file(), Unlocked.create()) as stranger:
        assert stranger.entries("act", "act") == ()


def test_entries_of_another_room_or_kind_are_left_where_they_are(kept):
    put = {ONE: an_entry(room="listen"), TWO: an_entry(kind="commitment")}
    kept.carry_out(Deed(action="act.log", put=put), today=DAY)

    assert kept.entries("act", "act") == ()


def test_one_deed_is_one_row_of_the_trail_however_much_it_writes(kept):
    kept.carry_out(a_deed(ONE, TWO), today=DAY)

    (owner,) = sql("SELECT id FROM web_member")[0]
    assert [row for row, _hash in trail()] == [TrailRow(sequence=1, day=DAY, actor=owner, action="act.log")]


def test_the_trail_stays_unbroken_from_deed_to_deed(kept):
    for deed in (a_deed(ONE), a_deed(ONE, text="again"), Deed(action="act.remove", drop=(ONE,))):
        kept.carry_out(deed, today=DAY)

    assert [row.action for row, _hash in trail()] == ["act.log", "act.log", "act.remove"]
    assert first_break(trail()) is None


@pytest.mark.parametrize("forgery", ["UPDATE web_auditrow SET action = 'x'", "DELETE FROM web_auditrow"])
def test_the_tables_refuse_a_change_to_the_trail(kept, forgery):
    kept.carry_out(a_deed(ONE), today=DAY)

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sql(forgery)


@pytest.mark.parametrize(
    ("forgery", "seen_at"),
    [
        ("UPDATE web_auditrow SET action = 'act.other' WHERE sequence = 2", 2),
        ("UPDATE web_auditrow SET day = '2026-01-01' WHERE sequence = 1", 1),
        ("DELETE FROM web_auditrow WHERE sequence = 2", 2),
    ],
)
def test_a_change_made_behind_the_tables_back_shows_in_the_chain(kept, forgery, seen_at):
    for _ in range(3):
        kept.carry_out(a_deed(ONE), today=DAY)
    sql("DROP TRIGGER web_auditrow_no_update")
    sql("DROP TRIGGER web_auditrow_no_delete")

    sql(forgery)

    assert first_break(trail()) == seen_at


def test_writing_an_entry_again_counts_its_version_up(kept):
    for text in ("first", "second", "third"):
        kept.carry_out(a_deed(ONE, text=text), today=DAY)

    (stored,) = kept.entries("act", "act")
    assert (stored.version, stored.entry.body) == (3, {"text": "third"})


def test_a_rewritten_entry_keeps_the_week_in_which_it_was_first_written(kept):
    kept.carry_out(a_deed(ONE), today=date(2026, 3, 4))
    kept.carry_out(a_deed(ONE, text="again"), today=date(2026, 5, 20))

    assert sql("SELECT week FROM web_sealedentry") == [("2026-03-02",)]


def test_a_dropped_entry_is_gone_and_its_trail_remains(kept):
    kept.carry_out(a_deed(ONE, TWO), today=DAY)

    kept.carry_out(Deed(action="act.remove", drop=(ONE,)), today=DAY)

    assert [stored.id for stored in kept.entries("act", "act")] == [TWO]
    assert len(trail()) == 2


def test_entries_come_oldest_day_first_whenever_they_were_written(kept):
    put = {ONE: an_entry("later", day=date(2026, 3, 9)), TWO: an_entry("earlier", day=date(2026, 3, 1))}
    kept.carry_out(Deed(action="act.log", put=put), today=DAY)

    assert [stored.entry.body["text"] for stored in kept.entries("act", "act")] == ["earlier", "later"]


def test_several_kinds_can_be_asked_for_at_once(kept):
    put = {ONE: an_entry(kind="act"), TWO: an_entry(kind="commitment")}
    kept.carry_out(Deed(action="act.log", put=put), today=DAY)

    assert {stored.entry.kind for stored in kept.entries("act", "act", "commitment")} == {"act", "commitment"}


def test_an_entry_written_by_one_process_is_there_for_the_next(ready_folder):
    with Ledger(database_file(), keyfile.unlock(ready_folder)) as first:
        first.carry_out(a_deed(ONE), today=DAY)

    with Ledger(database_file(), keyfile.unlock(ready_folder)) as second:
        assert [stored.entry for stored in second.entries("act", "act")] == [an_entry()]
