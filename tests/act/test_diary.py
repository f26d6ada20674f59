"""What is written is read back; what is exported comes back the same; what is erased is gone."""

import json
from dataclasses import replace
from uuid import UUID

import pytest
from tests.act.archetypes import people, returner_who_was_away
from tests.act.builders import TODAY, KeeperInMemory, a_commitment, an_act, away, days_ago, number

from alongside.act import diary as diaries
from alongside.act.acts import Refused
from alongside.act.bodies import Reflection
from alongside.act.commitments import Outcome, close
from alongside.act.diary import Diary, read_diary
from alongside.act.interchange import acts_as_csv, export_diary, import_diary
from alongside.act.profile import Occasion, Profile
from alongside.act.rhythm import Rhythm, rhythm
from alongside.act.words import monday_of
from alongside.core.deeds import Deed, Entry
from alongside.core.practices import Practice

PROFILE = Profile(
    roles=("chair",),
    occasions=(Occasion(id="meeting", weekday=1), Occasion(id="email")),
    capacity=8,
    ratings={Practice.REPAIR: 0.2},
    since=days_ago(30),
)
LOOKED_BACK = Reflection(
    id=number(7), week=days_ago(10), answers=("asked first", "", "wait"), acts=(number(1),)
)


def keep(keeper: KeeperInMemory, *deeds: Deed) -> None:
    for deed in deeds:
        keeper.carry_out(deed, today=TODAY)


def a_kept_look(id_: UUID) -> Deed:
    body = {"title": "stand-up"}
    return Deed(action="listen.keep", put={id_: Entry(room="listen", kind="look", day=TODAY, body=body)})


def a_full_keeper() -> KeeperInMemory:
    keeper = KeeperInMemory()
    (person,) = people(returner_who_was_away, 1)
    keep(keeper, *map(diaries.deed_log_act, person.acts), *map(diaries.deed_commit, person.commitments))
    keep(
        keeper, *map(diaries.deed_away, person.away), diaries.deed_profile(PROFILE, id=number(5), today=TODAY)
    )
    keep(keeper, diaries.deed_reflect(replace(LOOKED_BACK, acts=(person.acts[0].id,))))
    keep(keeper, a_kept_look(number(6)))
    choice = diaries.WeekChoice(id=number(8), week=monday_of(TODAY), set_aside=("listen-01",))
    keep(keeper, diaries.deed_choose(choice))
    return keeper


def rhythm_of(diary: Diary) -> Rhythm:
    return rhythm(diary.acts, diary.commitments, diary.away, today=TODAY)


def test_an_empty_diary_has_an_empty_rhythm() -> None:
    assert read_diary(KeeperInMemory()) == Diary()


def test_everything_kept_is_read_back() -> None:
    keeper = KeeperInMemory()
    act = an_act(3, commitment=number(100), action="amplify-01", confirmed=True)
    commitment = replace(a_commitment(9, -2, weekly=True), obstacle="nerves", buddy="Ana")
    keep(keeper, diaries.deed_log_act(act), diaries.deed_commit(commitment), diaries.deed_away(away(20, 10)))
    keep(keeper, diaries.deed_profile(PROFILE, id=number(5), today=TODAY))
    diary = read_diary(keeper)
    assert (diary.acts, diary.commitments, diary.away) == ((act,), (commitment,), (away(20, 10),))
    assert (diary.profile, diary.profile_id) == (PROFILE, number(5))
    assert diary.act(number(1)) == act
    assert diary.commitment(number(100)) == commitment
    assert diary.act(number(99)) is None
    assert diary.commitment(number(99)) is None


def test_looking_back_marks_the_acts_it_is_about() -> None:
    keeper = KeeperInMemory()
    keep(keeper, diaries.deed_log_act(an_act()), diaries.deed_log_act(an_act(1, n=2)))
    keep(keeper, diaries.deed_reflect(LOOKED_BACK))
    diary = read_diary(keeper)
    assert {act.id: act.reflected for act in diary.acts} == {number(1): True, number(2): False}
    assert diary.reflections == (LOOKED_BACK,)


def test_closing_writes_the_same_entry_again() -> None:
    keeper = KeeperInMemory()
    keep(keeper, diaries.deed_commit(a_commitment(9, 1)))
    closed = close(a_commitment(9, 1), outcome=Outcome.DROPPED, today=TODAY)
    keep(keeper, diaries.deed_close(closed))
    assert read_diary(keeper).commitments == (closed,)


def test_logging_on_a_commitment_is_one_deed() -> None:
    keeper = KeeperInMemory()
    act, kept = an_act(commitment=number(100)), close(a_commitment(9, 1), outcome=Outcome.KEPT, today=TODAY)
    keep(keeper, diaries.deed_keep_with_act(kept, act))
    assert read_diary(keeper) == Diary(acts=(act,), commitments=(kept,))
    assert [action for _day, action in keeper.trail] == ["act.log"]


def test_days_away_and_acts_can_be_taken_out() -> None:
    keeper = KeeperInMemory()
    keep(keeper, diaries.deed_away(away(3, 1)), diaries.deed_log_act(an_act()))
    keep(keeper, diaries.deed_forget_away(number(200)), diaries.deed_forget_act(number(1)))
    assert read_diary(keeper) == Diary()


def test_no_deed_names_content_in_the_trail() -> None:
    keeper = a_full_keeper()
    assert all(action.count(".") == 1 and len(action) < 20 for _day, action in keeper.trail)


def test_export_erase_import_gives_the_same_rhythm_and_diary() -> None:
    keeper = a_full_keeper()
    before, exported = read_diary(keeper), export_diary(keeper)
    keeper.erase(today=TODAY)
    assert keeper.shelf == {}
    assert rhythm_of(read_diary(keeper)).consistency == 0
    keep(keeper, import_diary(exported))
    assert read_diary(keeper) == before
    assert rhythm_of(read_diary(keeper)) == rhythm_of(before)
    assert export_diary(keeper) == exported


def test_an_export_holds_entries_and_nothing_of_the_rhythm() -> None:
    document = json.loads(export_diary(a_full_keeper()))
    assert document["schema_version"] == 1
    kinds = {(entry["room"], entry["kind"]) for entry in document["entries"]}
    assert kinds == {("act", kind) for kind in diaries.KINDS} | {("listen", "look")}
    text = json.dumps(document)
    assert not any(word in text for word in ("consistency", "follow_through", "steady", "breadth"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"kind": "another"}',
        b'{"kind": "alongside diary", "schema_version": 2, "entries": []}',
        b'{"kind": "alongside diary", "schema_version": 1}',
        b'{"kind": "alongside diary", "schema_version": 1, "entries": [3]}',
        b'{"kind": "alongside diary", "schema_version": 1, "entries": [{"body": {}}]}',
    ],
)
def test_another_file_is_refused_with_the_way_out(data: bytes) -> None:
    with pytest.raises(Refused, match="Nothing was changed"):
        import_diary(data)


@pytest.mark.parametrize("change", [{"room": "learn"}, {"id": "x"}, {"day": "soon"}, {"body": []}])
def test_one_odd_entry_is_named(change: dict[str, object]) -> None:
    document = json.loads(export_diary(a_full_keeper()))
    document["entries"][2] |= change
    with pytest.raises(Refused, match="entry 3 cannot be read"):
        import_diary(json.dumps(document).encode())


@pytest.mark.parametrize(
    "change", [{"effort": "3"}, {"effort": 9}, {"effort": True}, {"practice": "x"}, {"day": 1}]
)
def test_a_body_that_cannot_be_read_is_refused(change: dict[str, object]) -> None:
    keeper = KeeperInMemory()
    body = {"day": "2026-03-01", "practice": "amplify", "effort": 3} | change
    keep(keeper, Deed(action="act.log", put={number(1): Entry(room="act", kind="act", day=TODAY, body=body)}))
    with pytest.raises(Refused):
        read_diary(keeper)


def test_an_older_body_without_the_newer_fields_is_read() -> None:
    keeper = KeeperInMemory()
    body = {"day": "2026-03-01", "practice": "amplify", "effort": 3}
    keep(
        keeper, Deed(action="act.log", put={UUID(int=1): Entry(room="act", kind="act", day=TODAY, body=body)})
    )
    assert read_diary(keeper).acts[0].effort == 3


def test_the_table_of_acts_is_oldest_first() -> None:
    rows = acts_as_csv([an_act(0, n=2), an_act(9, confirmed=True)]).splitlines()
    assert rows[0] == "day,practice,effort,kind,what,action,confirmed,reflected"
    assert rows[1] == "2026-03-03,amplify,3,act,thanked Mina by name,,1,0"
    assert rows[2].startswith("2026-03-12,")


@pytest.mark.parametrize("words", ["=1+1", "+49", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_of_the_table_is_a_formula(words: str) -> None:
    assert f"'{words}" in acts_as_csv([replace(an_act(), what=words)])


@pytest.mark.parametrize("change", [{"answers": "x"}, {"acts": ["x"]}, {"week": None}])
def test_a_look_back_that_cannot_be_read_is_refused(change: dict[str, object]) -> None:
    keeper = KeeperInMemory()
    body = {"week": "2026-03-02", "answers": [], "acts": []} | change
    entry = Entry(room="act", kind="reflection", day=TODAY, body=body)
    keep(keeper, Deed(action="act.reflect", put={number(1): entry}))
    with pytest.raises(Refused, match="cannot be read"):
        read_diary(keeper)


@pytest.mark.parametrize("change", [{"occasions": ["meeting"]}, {"ratings": []}, {"roles": "chair"}])
def test_a_profile_that_cannot_be_read_is_refused(change: dict[str, object]) -> None:
    keeper = KeeperInMemory()
    entry = Entry(room="act", kind="profile", day=TODAY, body=change)
    keep(keeper, Deed(action="act.profile", put={number(1): entry}))
    with pytest.raises(Refused, match="of the profile"):
        read_diary(keeper)
