"""The terminal and the browser keep the same entries, in the same rows, on one unbroken trail."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from tests.core.builders import DAY, ONE, TWO, a_deed, an_entry
from tests.processes import in_django

from alongside.core import keyfile
from alongside.core.deeds import Deed
from alongside.core.folder import database_file
from alongside.core.ledger import Ledger
from alongside.core.trail import TrailRow, first_break
from alongside.core.vault import TooLong, Unlocked, Unopenable
from alongside.web.keeper import DjangoKeeper
from alongside.web.models import AuditRow, Member, SealedEntry

WRITE = """
keeper = DjangoKeeper(keyfile.unlock(folder), actor=Member.objects.get(is_owner=True))
entry_id, text, action = sys.argv[1:]
entry = Entry(room="act", kind="act", day=date(2026, 3, 4), body={"text": text}, practice="amplify")
keeper.carry_out(Deed(action=action, put={UUID(entry_id): entry}), today=date(2026, 3, 4))
"""
READ = """
keeper = DjangoKeeper(keyfile.unlock(folder), actor=Member.objects.get(is_owner=True))
entries = keeper.entries("act", "act")
print(json.dumps([[str(held.id), held.version, held.entry.body["text"]] for held in entries]))
"""
TRAIL = """
names = ("sequence", "day", "actor", "action", "object_id", "result", "hash")
rows = AuditRow.objects.order_by("sequence").values_list(*names)
print(json.dumps([[*row[:6], bytes(row[6]).hex()] for row in rows], default=str))
"""


def open_ledger(folder: Path) -> Ledger:
    return Ledger(database_file(), keyfile.unlock(folder))


def from_terminal(folder: Path) -> list[list[object]]:
    with closing(open_ledger(folder)) as ledger:
        return [
            [str(held.id), held.version, held.entry.body["text"]] for held in ledger.entries("act", "act")
        ]


def chain(rows: list[list[object]]) -> list[tuple[TrailRow, bytes]]:
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
            bytes.fromhex(digest),
        )
        for sequence, day, actor, action, object_id, result, digest in rows
    ]


def own_trail() -> list[tuple[TrailRow, bytes]]:
    return [
        (
            TrailRow(
                sequence=row.sequence,
                day=row.day,
                actor=row.actor,
                action=row.action,
                object_id=row.object_id,
                result=row.result,
            ),
            bytes(row.hash),
        )
        for row in AuditRow.objects.order_by("sequence")
    ]


def test_both_doors_see_the_same_entries_and_versions_and_add_to_one_chain(ready_folder):
    with closing(open_ledger(ready_folder)) as ledger:
        ledger.carry_out(a_deed(ONE, text="from the terminal"), today=DAY)
    in_django(ready_folder, WRITE, str(TWO), "from the browser", "act.log")
    in_django(ready_folder, WRITE, str(ONE), "mended in the browser", "act.edit")
    with closing(open_ledger(ready_folder)) as ledger:
        ledger.carry_out(a_deed(TWO, text="mended in the terminal", action="act.edit"), today=DAY)

    seen = [[str(ONE), 2, "mended in the browser"], [str(TWO), 2, "mended in the terminal"]]
    rows = chain(json.loads(in_django(ready_folder, TRAIL)))
    assert from_terminal(ready_folder) == seen
    assert json.loads(in_django(ready_folder, READ)) == seen
    assert [row.action for row, _hash in rows] == ["act.log", "act.log", "act.edit", "act.edit"]
    assert len({row.actor for row, _hash in rows}) == 1
    assert first_break(rows) is None


def test_a_fresh_folder_is_made_ready_by_either_door(data_folder):
    in_django(data_folder, WRITE, str(ONE), "first of all", "act.log")

    assert from_terminal(data_folder) == [[str(ONE), 1, "first of all"]]


@pytest.mark.django_db
def test_in_the_browser_a_deed_that_fails_in_the_middle_writes_nothing(keeper):
    deed = Deed(action="act.log", put={ONE: an_entry(), TWO: an_entry("x" * 70_000)})

    with pytest.raises(TooLong):
        keeper.carry_out(deed, today=DAY)

    assert not SealedEntry.objects.exists()
    assert not AuditRow.objects.exists()


@pytest.mark.django_db
def test_in_the_browser_another_key_sees_no_entries(keeper, owner):
    keeper.carry_out(a_deed(ONE), today=DAY)

    assert DjangoKeeper(Unlocked.create(), actor=owner).entries("act", "act") == ()


@pytest.mark.django_db
def test_in_the_browser_a_row_changed_in_the_table_is_refused(keeper):
    keeper.carry_out(a_deed(ONE), today=DAY)
    SealedEntry.objects.update(version=7)

    with pytest.raises(Unopenable):
        keeper.entries("act", "act")


@pytest.mark.django_db
def test_in_the_browser_one_deed_is_one_row_and_the_chain_holds(keeper, owner):
    keeper.carry_out(a_deed(ONE, TWO), today=DAY)
    keeper.carry_out(Deed(action="act.remove", drop=(ONE,)), today=DAY)

    assert [(row.action, row.actor) for row, _hash in own_trail()] == [
        ("act.log", owner.id.hex),
        ("act.remove", owner.id.hex),
    ]
    assert first_break(own_trail()) is None


@pytest.mark.django_db
def test_in_the_browser_writing_again_counts_the_version_up_and_keeps_the_week(keeper):
    keeper.carry_out(a_deed(ONE), today=date(2026, 3, 4))
    keeper.carry_out(a_deed(ONE, text="again"), today=date(2026, 5, 20))

    (row,) = SealedEntry.objects.all()
    assert (row.version, row.week) == (2, date(2026, 3, 2))
    assert [held.entry.body for held in keeper.entries("act", "act")] == [{"text": "again"}]


@pytest.mark.django_db
def test_entries_come_back_as_bytes_that_open_on_either_database(keeper):
    entry = an_entry("Zoë: “ça va”, 你好 🌱", body={"text": "ß", "minutes": 5, "with": ["a", None, True]})

    keeper.carry_out(Deed(action="act.log", put={UUID(int=9): entry}), today=DAY)

    assert [held.entry for held in keeper.entries("act", "act")] == [entry]


@pytest.mark.django_db
@pytest.mark.parametrize("forge", [lambda rows: rows.update(action="x"), lambda rows: rows.delete()])
def test_the_database_itself_refuses_a_change_to_the_trail(keeper, forge):
    keeper.carry_out(a_deed(ONE), today=DAY)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        forge(AuditRow.objects.all())


@pytest.mark.django_db
def test_raw_statements_are_refused_as_well(keeper):
    keeper.carry_out(a_deed(ONE), today=DAY)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE web_auditrow SET hash = hash")


@pytest.mark.django_db
def test_there_is_one_owner_at_most(owner):
    with pytest.raises(DatabaseError), transaction.atomic():
        Member.objects.create(is_owner=True)

    assert Member.objects.get() == owner
