"""`alongside doctor`: quiet where all is well, and where not, it says why and what to type."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.processes import alongside, serving
from tests.upkeep.folders import NOW, backup_of, sql, write

from alongside.web.upkeep import machine, privacy, scanner
from alongside.web.upkeep.backup import LAST
from alongside.web.upkeep.checks import Check, State, as_json, as_text, attend, fine, stop
from alongside.web.upkeep.machine import backup_age, clock, is_mended, modes


def examined(folder: Path, *words: str, **variables: str) -> dict[str, tuple[str, str]]:
    """State and words to type, by what they are about; and the exit code."""
    done = alongside("doctor", "--format", "json", *words, folder=folder, **variables)
    told = json.loads(done.stdout)
    found = {each["about"]: (each["state"], each["do"]) for each in told["checks"]}
    return {**found, "": (told["verdict"], str(done.returncode))}


def test_a_folder_as_the_first_start_leaves_it_needs_nothing_mended(ready_folder):
    found = examined(ready_folder)

    assert [about for about, (state, _do) in found.items() if state == "stop"] == []
    assert found[""][1] == "0"
    for about in (
        "Data folder",
        "Database",
        "Audit trail",
        "Mail",
        "Hosts",
        "https",
        "Privacy registry",
        "Server",
    ):
        assert found[about] == ("ok", ""), about
    assert found["Backup"] == ("attend", "alongside backup --to DIR")


def test_what_is_fine_says_no_word_to_type_and_the_sum_is_right():
    checks = [fine("A", "well."), attend("B", "hm.", "do this"), stop("C", "no.", "do that")]

    assert as_text(checks).splitlines() == [
        "ok      A: well.",
        "attend  B: hm.",
        "        → do this",
        "stop    C: no.",
        "        → do that",
        "",
        "1 fine, 1 to attend to, 1 to mend now.",
    ]
    assert json.loads(as_json(checks))["verdict"] == "stop"
    assert json.loads(as_json(checks[:2]))["verdict"] == "attend"


def test_it_changes_nothing_and_makes_nothing(tmp_path):
    found = examined(tmp_path / "none")

    assert found["Data folder"] == ("attend", "alongside serve")
    assert not (tmp_path / "none").exists()


def test_files_that_others_can_open_are_named_with_what_closes_them(ready_folder):
    (ready_folder / "vault.key").chmod(0o644)
    ready_folder.chmod(0o755)

    assert [check.do for check in modes(ready_folder)] == [
        f"chmod 700 {ready_folder}",
        f"chmod 600 {ready_folder / 'vault.key'}",
    ]
    assert examined(ready_folder)[""] == ("stop", "1")


def test_a_trail_that_was_changed_stops(ready_folder):
    write(ready_folder, "one")
    sql(ready_folder / "alongside.sqlite3", "DROP TRIGGER web_auditrow_no_update")
    sql(ready_folder / "alongside.sqlite3", "UPDATE web_auditrow SET action = 'x'")

    assert examined(ready_folder)["Audit trail"][0] == "stop"


def test_a_trail_from_tomorrow_points_at_the_clock(ready_folder):
    write(ready_folder, "one")  # on 4 March 2026

    assert examined(ready_folder, ALONGSIDE_TODAY="2026-03-03")["Audit trail"][0] == "attend"
    assert examined(ready_folder, ALONGSIDE_TODAY="2026-03-04")["Audit trail"][0] == "ok"


def test_tables_of_another_release_are_said(ready_folder):
    sql(
        ready_folder / "alongside.sqlite3",
        "DELETE FROM django_migrations WHERE app = 'web'",
    )

    assert examined(ready_folder)["Database"][0] == "attend"


def test_a_file_that_is_no_database_stops_and_names_the_way_back(ready_folder):
    for left in ready_folder.glob("alongside.sqlite3*"):
        left.write_bytes(b"no database, whatever it says" * 400)
    state, do = examined(ready_folder)["Database"]

    assert state == "stop"
    assert "alongside restore" in do


def test_hosts_that_are_any_stop(ready_folder):
    assert examined(ready_folder, ALONGSIDE_HOSTS="*")["Hosts"][0] == "stop"


def test_a_running_server_answers_for_its_worker(ready_folder, tmp_path):
    with serving(ready_folder, tmp_path / "printed"):
        found = examined(ready_folder)

    assert found["Server"] == ("ok", "")


def test_a_server_that_ended_without_a_word_is_to_be_started_again(ready_folder):
    (ready_folder / "port").write_text("1")

    assert examined(ready_folder)["Server"][0] == "attend"


@pytest.mark.parametrize(
    ("version", "mended"),
    [
        ((3, 51, 3), True), ((3, 51, 2), False), ((3, 52, 0), True), ((3, 50, 7), True), ((3, 50, 6), False),
        ((3, 44, 6), True), ((3, 45, 9), False), ((3, 40, 1), False), ((4, 0, 0), True),
    ],
)  # fmt: skip
def test_which_sqlite_has_the_repair(version, mended):
    assert is_mended(version) is mended


@pytest.mark.parametrize(
    ("days", "alone", "together"),
    # alone a month, together two days and eight
    [(0, "ok", "attend"), (3, "ok", "attend"), (9, "ok", "stop"), (32, "attend", "stop")],
)
def test_how_old_a_backup_may_be(ready_folder, tmp_path, days, alone, together):
    backup_of(ready_folder, tmp_path)  # on the same disk, which a community is told of
    later = NOW + timedelta(days=days)
    states = [backup_age(ready_folder, now=later, community=each).state.value for each in (False, True)]

    assert states == [alone, together]


def test_a_backup_that_is_gone_is_missed(ready_folder, tmp_path):
    backup_of(ready_folder, tmp_path).file.unlink()

    assert backup_age(ready_folder, now=NOW, community=False).state is State.ATTEND


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"made": "yesterday", "file": "x"}'])
def test_a_note_of_the_last_backup_that_cannot_be_read_counts_as_none(ready_folder, note):
    (ready_folder / LAST).write_text(note)

    assert backup_age(ready_folder, now=NOW, community=True).state is State.STOP


def test_a_clock_before_the_program_was_made_stops():
    assert clock(datetime(2001, 1, 1, tzinfo=UTC)).state is State.STOP


def test_a_disk_with_room_is_fine_and_one_without_is_not(ready_folder, monkeypatch):
    usage = type("Usage", (), {"free": 10 * 2**20})
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _path: usage)

    (disk,) = (
        check for check in machine.machine(ready_folder, now=NOW, community=False) if check.about == "Disk"
    )
    assert disk.state is State.STOP


def test_the_proofs_of_privacy_hold_on_a_fresh_folder(ready_folder):
    write(ready_folder, "one")
    found = examined(ready_folder, "--privacy")

    assert {state for state, _do in found.values()} == {"ok"}
    assert "Planted text" in found


def test_a_key_that_lies_in_a_database_stops(ready_folder):
    key = (ready_folder / "vault.key").read_text().split()[-1]
    sql(ready_folder / "alongside.sqlite3", "CREATE TABLE careless (key TEXT)")
    sql(ready_folder / "alongside.sqlite3", "INSERT INTO careless VALUES (?)", key)

    assert privacy.key_apart(ready_folder).state is State.STOP


def test_a_planted_text_that_lies_open_stops(ready_folder, monkeypatch):
    monkeypatch.setattr(privacy, "clothings_found", lambda _needle, _data: {"utf-8"})

    assert privacy.plant(ready_folder).state is State.STOP


def test_a_search_that_finds_nothing_at_all_is_no_proof(ready_folder, monkeypatch):
    monkeypatch.setattr(privacy, "clothings_found", lambda _needle, _data: set())

    assert privacy.plant(ready_folder).state is State.STOP
    assert scanner.clothings_found("x", b"x")


def test_served_files_are_those_the_program_makes(ready_folder):
    assert examined(ready_folder, "--verify-assets")["Served files"] == ("ok", "")


@pytest.mark.parametrize("change", ["added", "changed", "removed"])
def test_a_served_file_that_was_changed_stops(ready_folder, change):
    script = next((ready_folder / "static").rglob("*.js"))
    if change == "removed":
        script.unlink()
    else:
        (script if change == "changed" else script.with_name("more.js")).write_text("fetch('//elsewhere')")

    assert examined(ready_folder, "--verify-assets")["Served files"][0] == "stop"


def test_a_program_file_that_is_not_as_released_is_named(tmp_path):
    from alongside.web.upkeep.assets import program  # noqa: PLC0415  # beside the one test of it

    (tmp_path / "a.py").write_bytes(b"abc")
    # SHA-256 of “abc”: ba7816bf 8f01cfea … b410ff61 f20015ad (NIST's example), in base64 as RECORD writes it
    listed = {tmp_path / "a.py": "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"}

    assert program(listed).state is State.OK
    (tmp_path / "a.py").write_bytes(b"abd")
    assert program(listed).state is State.STOP
    assert program({}) == Check(
        about="Program",
        state=State.ATTEND,
        why="it runs from a source tree, which carries no list of sums.",
        do="See what you changed with: git status",
    )
