"""A backup comes back whole or not at all, and never brings back what somebody had erased."""

import io
import json
import shutil
import tarfile
from pathlib import Path

import pytest
from tests.processes import alongside, in_django
from tests.upkeep.folders import backup_of, sql, texts, write


def restore(file: Path, into: Path, *more: str, **variables: str):
    return alongside("restore", str(file), "--into", str(into), *more, **variables)


def changed(file: Path, target: Path, **told: object) -> Path:
    """The backup with other words in its list."""
    with tarfile.open(file) as source, tarfile.open(target, "w") as made:
        for entry in source:
            data = source.extractfile(entry).read()
            if entry.name == "manifest.json":
                data = json.dumps({**json.loads(data), **told}).encode()
                entry.size = len(data)
            made.addfile(entry, io.BytesIO(data))
    return target


@pytest.fixture
def backup(ready_folder: Path, tmp_path: Path) -> Path:
    """A backup of a folder with three entries and content of its own."""
    write(ready_folder, "one", "two", "three")
    (ready_folder / "content").mkdir()
    (ready_folder / "content" / "mine.toml").write_text("x = 1")
    return backup_of(ready_folder, tmp_path / "kept").file


def test_what_was_backed_up_comes_back_and_opens_with_the_key(backup, ready_folder, tmp_path):
    write(ready_folder, "after the backup")
    said = restore(backup, tmp_path / "new")

    assert said.returncode == 0, said.stderr
    assert not (tmp_path / "new" / "vault.key").exists()
    assert "vault.key" in said.stderr
    shutil.copy(ready_folder / "vault.key", tmp_path / "new")
    assert texts(tmp_path / "new") == ["one", "three", "two"]
    assert (tmp_path / "new" / "content" / "mine.toml").read_text() == "x = 1"
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "new" / "alongside.sqlite3").stat().st_mode & 0o777 == 0o600
    assert alongside("audit", "verify", folder=tmp_path / "new").returncode == 0


def test_a_folder_with_something_in_it_is_left_as_it_is(backup, tmp_path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "letter").write_text("dear")
    said = restore(backup, tmp_path / "taken")

    assert said.returncode == 2
    assert "not empty" in said.stderr
    assert [file.name for file in (tmp_path / "taken").iterdir()] == ["letter"]


def test_with_replace_the_former_database_is_put_aside_and_the_key_stays(backup, ready_folder):
    write(ready_folder, "after the backup")
    said = restore(backup, ready_folder, "--replace")

    assert said.returncode == 0, said.stderr
    assert texts(ready_folder) == ["one", "three", "two"]
    (aside,) = ready_folder.glob("before-restore-*")
    shutil.copy(ready_folder / "vault.key", aside)
    assert texts(aside) == ["after the backup", "one", "three", "two"]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"kind": "something else"}, "not a backup"),
        ({"format": 2}, "does not know"),
        ({"database": "postgresql"}, "PostgreSQL"),
        ({"files": {}}, "does not belong"),
    ],
)
def test_a_list_that_does_not_fit_is_refused_and_nothing_is_made(backup, tmp_path, told, why):
    said = restore(changed(backup, tmp_path / "changed.tar", **told), tmp_path / "new")

    assert (said.returncode, said.stdout) == (2, "")
    assert why in said.stderr
    assert not (tmp_path / "new").exists()
    assert list(tmp_path.glob(".alongside-restore-*")) == []


def test_a_backup_of_a_newer_release_is_refused(backup, tmp_path):
    with tarfile.open(backup) as tar:
        told = json.load(tar.extractfile("manifest.json"))
    held = told["holdings"]
    held["migrations"].append(["web", "0999_from_the_future"])
    said = restore(changed(backup, tmp_path / "changed.tar", holdings=held), tmp_path / "new")

    assert said.returncode == 2
    assert "not the one that its list describes" in said.stderr
    assert not (tmp_path / "new").exists()


def test_tables_of_a_newer_release_are_refused(ready_folder, tmp_path):
    sql(
        ready_folder / "alongside.sqlite3",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('web', '0999_future', '2030-01-01')",
    )
    said = restore(backup_of(ready_folder, tmp_path / "kept").file, tmp_path / "new")

    assert said.returncode == 2
    assert "newer Alongside" in said.stderr
    assert "web.0999_future" in said.stderr
    assert not (tmp_path / "new").exists()


def test_what_was_erased_after_the_backup_is_erased_again(backup, ready_folder, tmp_path):
    assert alongside("act", "erase", "--yes", folder=ready_folder).returncode == 0
    said = restore(backup, tmp_path / "new", folder=ready_folder)

    assert "1 erasure was done again" in said.stdout
    assert sql(tmp_path / "new" / "alongside.sqlite3", "SELECT count(*) FROM web_sealedentry") == [(0,)]
    assert alongside("audit", "verify", folder=tmp_path / "new").returncode == 0
    actions = sql(tmp_path / "new" / "alongside.sqlite3", "SELECT action FROM web_auditrow ORDER BY sequence")
    assert actions[-1] == ("vault.erase_again",)
    assert (tmp_path / "new" / "erasures").read_text() == (
        ready_folder / "erasures"
    ).read_text().strip() + "\n"


def test_the_journal_beside_the_backups_is_enough_where_the_folder_is_lost(backup, ready_folder, tmp_path):
    assert alongside("act", "erase", "--yes", folder=ready_folder).returncode == 0
    backup_of(ready_folder, backup.parent)  # the next night's backup brings the journal beside the older one
    shutil.rmtree(ready_folder)
    said = restore(backup, tmp_path / "new", folder=tmp_path / "nothing")

    assert "1 erasure was done again" in said.stdout
    assert sql(tmp_path / "new" / "alongside.sqlite3", "SELECT count(*) FROM web_sealedentry") == [(0,)]


def test_tables_put_back_by_hand_lose_what_was_erased_before_a_start(ready_folder, tmp_path):
    write(ready_folder, "one")
    sql(ready_folder / "alongside.sqlite3", "PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(ready_folder / "alongside.sqlite3", tmp_path / "by-hand")
    assert alongside("act", "erase", "--yes", folder=ready_folder).returncode == 0
    for left in ready_folder.glob("alongside.sqlite3*"):
        left.unlink()
    shutil.copy(tmp_path / "by-hand", ready_folder / "alongside.sqlite3")
    in_django(ready_folder, "")  # set_up, as `serve` calls it

    assert sql(ready_folder / "alongside.sqlite3", "SELECT count(*) FROM web_sealedentry") == [(0,)]


def test_a_journal_that_names_nobody_here_changes_nothing(backup, ready_folder, tmp_path):
    (tmp_path / "journal").write_text(f"key {'0' * 32}\nmember {'1' * 32}\n")
    said = restore(backup, tmp_path / "new", "--erasures", str(tmp_path / "journal"))

    assert said.returncode == 0
    assert "done again" not in said.stdout
    shutil.copy(ready_folder / "vault.key", tmp_path / "new")
    assert texts(tmp_path / "new") == ["one", "three", "two"]
    assert (tmp_path / "new" / "erasures").read_text() == (tmp_path / "journal").read_text()


def test_an_encrypted_backup_comes_back_with_its_key(ready_folder, tmp_path):
    pyrage = pytest.importorskip("pyrage")
    key = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(str(key))
    write(ready_folder, "one")
    public = str(key.to_public())
    made = alongside("backup", "--to", str(tmp_path), folder=ready_folder, ALONGSIDE_BACKUP_KEY=public)
    without = restore(made.stdout.strip(), tmp_path / "new")
    done = restore(made.stdout.strip(), tmp_path / "new", "--key", str(tmp_path / "key"))

    assert (without.returncode, done.returncode) == (2, 0)
    assert "--key FILE" in without.stderr
    shutil.copy(ready_folder / "vault.key", tmp_path / "new")
    assert texts(tmp_path / "new") == ["one"]


def test_the_secret_that_second_factors_lie_under_comes_back_with_an_encrypted_backup_alone(
    ready_folder, tmp_path
):
    pyrage = pytest.importorskip("pyrage")
    key = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(str(key))
    (ready_folder / "community").write_text("ready")
    secret = (ready_folder / "secret.key").read_text()
    told, secrets = [], []
    for name, more in (("open", {}), ("closed", {"ALONGSIDE_BACKUP_KEY": str(key.to_public())})):
        made = alongside("backup", "--to", str(tmp_path / name), folder=ready_folder, **more)
        said = restore(made.stdout.strip(), tmp_path / f"{name} back", "--key", str(tmp_path / "key"))
        told.append("secret.key" in said.stderr)
        secrets.append((tmp_path / f"{name} back" / "secret.key").read_text() == secret)

    assert (told, secrets) == ([True, False], [False, True])


def test_with_replace_the_secret_that_lies_there_stays_where_the_backup_has_none(backup, ready_folder):
    secret = (ready_folder / "secret.key").read_text()
    assert restore(backup, ready_folder, "--replace").returncode == 0

    assert (ready_folder / "secret.key").read_text() == secret
