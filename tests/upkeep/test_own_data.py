"""`alongside export` and `erase`: everything of a person, of every room, in one file; and then nothing."""

import io
import json
import zipfile

import pytest
from tests.terminal import refused, typed
from tests.upkeep.folders import backup_of, sql, write


@pytest.fixture
def filled(ready_folder):
    """Entries, content of one's own, a link, and a backup in the usual place."""
    typed("act", "log", "Asked Sam to finish")
    typed("act", "log", "Thanked Mina")
    for name in ("content", "packs/theirs", "links"):
        (ready_folder / name).mkdir(parents=True, exist_ok=True)
    (ready_folder / "content" / "mine.toml").write_text("x = 1")
    (ready_folder / "packs" / "theirs" / "pack.toml").write_text("y = 2")
    (ready_folder / "links" / "one").write_text("")
    backup_of(ready_folder, ready_folder / "backups")
    return ready_folder


def read_zip(file):
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_erasing_is_not_done_without_a_yes(filled):
    assert "alongside erase --yes" in refused(typed("erase"))
    assert (filled / "vault.key").exists()


@pytest.mark.usefixtures("filled")
def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path):
    (tmp_path / "mine.zip").write_text("dear diary")

    assert "--force" in refused(typed("export", "-o", tmp_path / "mine.zip"))
    assert (tmp_path / "mine.zip").read_text() == "dear diary"
    assert typed("export", "-o", tmp_path / "mine.zip", "--force").code == 0


def test_the_file_holds_entries_content_and_packs_and_no_key(filled, tmp_path):
    key = (filled / "vault.key").read_text().split()[-1]
    assert typed("export", "-o", tmp_path / "mine.zip").code == 0
    held = read_zip(tmp_path / "mine.zip")

    assert set(held) == {
        "READ-ME.txt",
        "alongside.json",
        "acts.csv",
        "content/mine.toml",
        "packs/theirs/pack.toml",
    }
    assert len(json.loads(held["alongside.json"])["entries"]) == 2
    assert b"Thanked Mina" in held["acts.csv"]
    assert (tmp_path / "mine.zip").stat().st_mode & 0o777 == 0o600
    assert not any(key.encode() in data for data in held.values())


def test_an_entry_that_no_room_can_read_is_taken_along_all_the_same(filled, tmp_path):
    write(filled, "an act without its day")
    assert typed("export", "-o", tmp_path / "mine.zip").code == 0
    held = read_zip(tmp_path / "mine.zip")

    assert b"an act without its day" in held["alongside.json"]
    assert "acts.csv" not in held


@pytest.mark.usefixtures("filled")
def test_what_was_exported_and_erased_comes_back_by_import(tmp_path):
    typed("export", "-o", tmp_path / "mine.zip")
    (tmp_path / "alongside.json").write_bytes(read_zip(tmp_path / "mine.zip")["alongside.json"])
    typed("erase", "--yes")
    said = typed("act", "import", tmp_path / "alongside.json")

    assert (said.code, said.out) == (0, "2 entries are back.\n")


def test_after_erasing_only_the_trail_the_journal_and_older_backups_are_left(filled):
    said = typed("erase", "--yes")

    assert said.code == 0
    assert "1 backup lies in" in said.err
    assert {file.name for file in filled.iterdir()} <= {
        "alongside.sqlite3", "alongside.sqlite3-wal", "alongside.sqlite3-shm", "backups", "erasures",
        "secret.key", "static",
    }  # fmt: skip
    assert sql(filled / "alongside.sqlite3", "SELECT count(*) FROM web_sealedentry") == [(0,)]


def test_where_nothing_was_kept_nothing_is_made(data_folder):
    assert typed("erase", "--yes").code == 0
    assert list(data_folder.iterdir()) == []
