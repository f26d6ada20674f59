"""What a room keeps is exported and brought back, or refused whole where a room cannot read it."""

import json
from datetime import UTC, datetime
from importlib import import_module

import pytest
from tests.act.builders import TODAY, KeeperInMemory, number

from alongside.act import handed_in, letterbox, promises
from alongside.act.acts import Refused
from alongside.act.diary import everything
from alongside.act.interchange import export_diary, import_diary
from alongside.learn.keeping import Mark, Marked, deed_mark, read_kept
from alongside.practise.keeping import read_skills, returned
from alongside.practise.schedule import Rating
from alongside.rooms import ROOMS

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC)


@pytest.fixture
def filled() -> KeeperInMemory:
    """One thing kept by the room learn, and one by the room practise."""
    keeper = KeeperInMemory()
    mark = Mark(id=number(1), thing="im-not-your-inspiration", marked=Marked.READ, day=TODAY)
    keeper.carry_out(deed_mark(mark), today=TODAY)
    returned(keeper, "notice.work", Rating.GOOD, shown=("notes-again",), id=number(2), now=NOW)
    return keeper


def test_what_rooms_keep_is_in_the_export_and_comes_back_the_same(filled):
    elsewhere = KeeperInMemory()

    elsewhere.carry_out(import_diary(export_diary(filled)), today=TODAY)

    assert len(everything(elsewhere)) == 2
    assert read_kept(elsewhere) == read_kept(filled)
    assert read_skills(elsewhere) == read_skills(filled)


@pytest.mark.parametrize(
    ("room", "body"),
    [("learn", {"thing": 7, "marked": "loved"}), ("practise", {"skill": "a.b", "due": "soon"})],
)
def test_an_entry_that_its_room_cannot_read_is_refused(filled, room, body):
    document = json.loads(export_diary(filled))
    next(row for row in document["entries"] if row["room"] == room)["body"] = body

    with pytest.raises(Refused):
        import_diary(json.dumps(document).encode())


def test_a_kind_that_no_room_keeps_is_refused(filled):
    document = json.loads(export_diary(filled))
    document["entries"][0]["kind"] = "secret"

    with pytest.raises(Refused):
        import_diary(json.dumps(document).encode())


OF_ASKS = {handed_in.ASKED, letterbox.CARD, promises.PROMISE}


@pytest.mark.parametrize("room", [room for room in ROOMS if room.reads], ids=lambda room: room.name)
def test_the_list_of_rooms_names_the_kinds_that_the_room_writes(room):
    keeping = import_module(room.reads.partition(":")[0])

    written = set(getattr(keeping, "KINDS", (getattr(keeping, "KIND", None),)))
    assert set(room.keeps) == written | (OF_ASKS if room.name == "act" else set())
