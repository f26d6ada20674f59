"""A backup is whole or is not there: taken under writing, checked, thinned out, without keys."""

import os
import sqlite3
import tarfile
import threading
from datetime import timedelta
from itertools import count

import pytest
from tests.terminal import refused, typed
from tests.upkeep.folders import NOW, backup_of, sql, texts, write

from alongside.core import erasures, keyfile
from alongside.core.erasures import Erased, Kind
from alongside.core.problems import Trouble
from alongside.web.upkeep import archive, backup
from alongside.web.upkeep.databases import Unsound, check
from alongside.web.upkeep.manifest import NoBackup

AGE_KEY = "age1dy5r6r60lvlktqnge76rxvd34kcynfvt3clw99wjqcrye0adze2q29njq3"


def names_in(file):
    with tarfile.open(file) as tar:
        return tar.getnames()


def test_no_key_no_link_and_nobody_signed_in_is_in_a_backup(ready_folder, tmp_path):
    key = keyfile.unlock(ready_folder).export_key()
    (ready_folder / "cookie.key").write_text("a" * 64)
    (ready_folder / "links").mkdir(exist_ok=True)
    (ready_folder / "community").write_text("ready")
    (ready_folder / "links" / "one").write_text("")
    sql(
        ready_folder / "alongside.sqlite3",
        "INSERT INTO django_session VALUES ('signed-in-session', 'data', '2030-01-01')",
    )
    made = backup_of(ready_folder, tmp_path)

    assert sorted(names_in(made.file)) == ["alongside.sqlite3", "community", "manifest.json"]
    packed = made.file.read_bytes()
    assert b"signed-in-session" not in packed
    assert key not in packed
    assert (
        b"signed-in-session"
        in (ready_folder / "alongside.sqlite3").read_bytes()
        + (ready_folder / "alongside.sqlite3-wal").read_bytes()
    )


def test_own_content_and_the_journal_of_erasures_go_along(ready_folder, tmp_path):
    (ready_folder / "content" / "en").mkdir(parents=True)
    (ready_folder / "content" / "en" / "mine.toml").write_text("x = 1")
    (ready_folder / "content" / "en" / "link").symlink_to("/etc/hostname")
    erasures.note(ready_folder, Erased(kind=Kind.KEY, id="0" * 32))
    made = backup_of(ready_folder, tmp_path)

    assert sorted(names_in(made.file)) == [
        "alongside.sqlite3", "content/en/mine.toml", "erasures", "manifest.json",
    ]  # fmt: skip
    assert (tmp_path / "erasures").read_text() == f"key {'0' * 32}\n"


def test_the_list_says_what_the_copy_holds(ready_folder, tmp_path):
    write(ready_folder, "one", "two")
    made = backup_of(ready_folder, tmp_path)

    held = made.told.holdings
    assert (held.counts["web_sealedentry"], held.counts["web_auditrow"], held.counts["web_member"]) == (
        2,
        2,
        1,
    )
    assert (held.chain.sequence, held.chain.breaks_at) == (2, None)
    assert ("web", "0001_initial") in held.migrations
    assert (made.told.database, made.told.made) == ("sqlite", "2026-03-04T09:30:00+00:00")


def test_a_backup_is_for_its_owner_alone_and_leaves_nothing_else_behind(ready_folder, tmp_path):
    before = {file.name for file in ready_folder.iterdir()}
    made = backup_of(ready_folder, tmp_path / "new")

    assert made.file.name == "alongside-20260304T093000Z.tar"
    assert made.file.stat().st_mode & 0o777 == 0o600
    assert made.file.parent.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in made.file.parent.iterdir()] == [made.file.name]
    assert {file.name for file in ready_folder.iterdir()} - before <= {
        "last-backup", "alongside.sqlite3-wal", "alongside.sqlite3-shm",
    }  # fmt: skip


def test_only_the_newest_stay_and_nothing_else_is_removed(ready_folder, tmp_path):
    (tmp_path / "alongside-notes.tar").write_text("mine")
    made = [backup_of(ready_folder, tmp_path, keep=2, now=NOW + timedelta(days=day)) for day in range(3)]

    assert made[2].removed == (made[0].file,)
    assert backup.backups_in(tmp_path) == [made[1].file, made[2].file]
    assert (tmp_path / "alongside-notes.tar").exists()


def test_two_within_a_second_have_two_names(ready_folder, tmp_path):
    first, second = (backup_of(ready_folder, tmp_path) for _again in range(2))

    assert first.file != second.file
    assert backup.backups_in(tmp_path) == sorted([first.file, second.file])


def test_a_copy_taken_while_others_write_is_whole(ready_folder, tmp_path):
    write(ready_folder, "before")
    stop, written = threading.Event(), count(1)
    failed: list[BaseException] = []

    def keep_writing() -> None:
        try:
            while not stop.is_set():
                write(ready_folder, f"during {next(written)}")
        except BaseException as error:  # shown below, in the test's own thread
            failed.append(error)

    writers = [threading.Thread(target=keep_writing) for _each in range(2)]
    for writer in writers:
        writer.start()
    made = [backup_of(ready_folder, tmp_path, now=NOW + timedelta(seconds=n)) for n in range(5)]
    stop.set()
    for writer in writers:
        writer.join()

    assert failed == []
    for each in made:
        held = each.told.holdings
        # each deed is one entry and one row of the trail, in one transaction
        assert held.counts["web_sealedentry"] == held.counts["web_auditrow"] == held.chain.sequence >= 1
        assert held.chain.breaks_at is None
    assert made[-1].told.holdings.chain.sequence <= len(texts(ready_folder)) == next(written)


def test_a_damaged_database_gives_no_backup(ready_folder, tmp_path):
    write(ready_folder, *("x" * 900 for _n in range(40)))
    with sqlite3.connect(ready_folder / "alongside.sqlite3") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray((ready_folder / "alongside.sqlite3").read_bytes())
    data[len(data) // 2 : len(data) // 2 + 20_000] = b"\xff" * 20_000
    (ready_folder / "alongside.sqlite3").write_bytes(data)

    with pytest.raises(Unsound):
        backup_of(ready_folder, tmp_path)
    assert list(tmp_path.iterdir()) == [ready_folder]


def test_a_trail_that_was_changed_is_backed_up_and_said(ready_folder, tmp_path):
    write(ready_folder, "one", "two")
    for statement in (
        "DROP TRIGGER web_auditrow_no_update",
        "UPDATE web_auditrow SET action='x' WHERE sequence=1",
    ):
        sql(ready_folder / "alongside.sqlite3", statement)
    said = typed("backup", "--to", tmp_path / "to")

    assert said.code == 1
    assert len(backup.backups_in(tmp_path / "to")) == 1
    assert "audit verify" in said.err


def test_the_command_prints_the_file_and_says_what_is_left_out(ready_folder, tmp_path):
    write(ready_folder, "one")
    said = typed("backup", "--to", tmp_path / "to")

    (file,) = backup.backups_in(tmp_path / "to")
    assert (said.code, said.out) == (0, f"{file}\n")
    assert "vault.key" in said.err
    assert "not encrypted" in said.err


def test_where_there_is_no_database_there_is_no_backup(data_folder):
    assert "there is no database yet" in refused(typed("backup"))
    assert list(data_folder.iterdir()) == [data_folder / "backups"]


def test_a_folder_that_cannot_be_made_is_named(ready_folder, tmp_path):
    (tmp_path / "file").write_text("")

    assert "--to DIR" in refused(typed("backup", "--to", tmp_path / "file" / "below"))
    assert not (ready_folder / "last-backup").exists()


@pytest.mark.parametrize(
    "name",
    ["../evil", "/etc/passwd", "vault.key", "content", "content/../../x", "alongside.sqlite3-wal", "links/a"],
)
def test_a_name_that_does_not_belong_into_a_backup_is_none_of_ours(name):
    assert not archive.is_ours(name)


@pytest.mark.parametrize(
    "name", ["alongside.sqlite3", "erasures", "content/en/actions/a.toml", "packs/x/pack.toml"]
)
def test_a_name_that_belongs_there_is_ours(name):
    assert archive.is_ours(name)


@pytest.mark.parametrize("spoil", ["cut", "changed", "no tar", "empty"])
def test_a_file_that_is_not_whole_is_refused(ready_folder, tmp_path, spoil):
    write(ready_folder, *("one two three" for _n in range(30)))
    file = backup_of(ready_folder, tmp_path).file
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    spoiled = {
        "cut": bytes(data[: len(data) // 2]),
        "changed": bytes(data),
        "no tar": b"x" * 5000,
        "empty": b"",
    }
    file.write_bytes(spoiled[spoil])

    with pytest.raises(NoBackup):
        archive.unpack(file, tmp_path / "out")


def test_a_sound_copy_is_told_from_a_damaged_one(ready_folder, tmp_path):
    backup_of(ready_folder, tmp_path)
    made = tmp_path / "made"
    made.mkdir()
    archive.unpack(backup.backups_in(tmp_path)[0], made)

    assert check(made / "alongside.sqlite3").counts["web_member"] == 1
    (made / "alongside.sqlite3").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    with pytest.raises(Unsound):
        check(made / "alongside.sqlite3")


def test_with_a_key_that_is_none_no_backup_is_made(ready_folder, tmp_path):
    pytest.importorskip("pyrage")
    with pytest.raises(Trouble, match="begins with age1"):
        backup.back_up(ready_folder, to=tmp_path / "to", keep=1, recipients=("age1x",), now=NOW)
    assert list((tmp_path / "to").iterdir()) == []


def test_an_encrypted_backup_opens_with_its_key_alone(ready_folder, tmp_path):
    pyrage = pytest.importorskip("pyrage")
    mine, other = (pyrage.x25519.Identity.generate() for _n in range(2))
    for name, key in (("mine", mine), ("other", other)):
        (tmp_path / name).write_text(f"# made by age-keygen\n{key}\n")
    recipients = (str(mine.to_public()),)
    made = backup.back_up(ready_folder, to=tmp_path / "to", keep=1, recipients=recipients, now=NOW)

    assert made.file.name.endswith(".tar.age")
    assert b"CREATE TABLE" not in made.file.read_bytes()
    archive.open_with(tmp_path / "mine", made.file, tmp_path / "clear")
    (tmp_path / "out").mkdir()
    assert archive.unpack(tmp_path / "clear", tmp_path / "out") == made.told
    assert (tmp_path / "out" / "secret.key").read_bytes() == (ready_folder / "secret.key").read_bytes()
    for key_file in (tmp_path / "other", None, tmp_path / "to"):
        with pytest.raises(Trouble):
            archive.open_with(key_file, made.file, tmp_path / "not")


def test_what_was_cut_off_yesterday_is_removed_and_what_may_still_be_going_on_is_not(ready_folder, tmp_path):
    long_ago_s = (NOW - timedelta(days=2)).timestamp()
    for place, age_s in ((ready_folder / ".backup-old", long_ago_s), (ready_folder / ".backup-now", None)):
        place.mkdir()
        (place / "alongside.sqlite3").write_bytes(b"half")
        os.utime(place, (age_s or NOW.timestamp(),) * 2)
    (tmp_path / ".alongside-20260301T000000Z.tar.part").write_bytes(b"half")
    os.utime(tmp_path / ".alongside-20260301T000000Z.tar.part", (long_ago_s, long_ago_s))
    backup_of(ready_folder, tmp_path)

    assert [place.name for place in ready_folder.glob(".backup-*")] == [".backup-now"]
    assert list(tmp_path.glob(".alongside-*.part")) == []
