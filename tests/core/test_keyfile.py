"""The key file is private, whole, and made once, or it is refused with a way out."""

import os
import stat
import threading
from pathlib import Path

import pytest
from tests.core.builders import ONE, an_entry

from alongside.core import keyfile
from alongside.core.keyfile import UnsafeKey
from alongside.core.vault import Unopenable


@pytest.mark.parametrize("mode", [0o601, 0o604, 0o620, 0o640, 0o644, 0o660, 0o666])
def test_a_key_open_to_others_is_refused_with_the_command_that_closes_it(data_folder, mode):
    keyfile.unlock(data_folder).close()
    (data_folder / "vault.key").chmod(mode)

    with pytest.raises(UnsafeKey) as refused:
        keyfile.unlock(data_folder)

    assert "chmod 600" in refused.value.way_out


@pytest.mark.parametrize("mode", [0o701, 0o705, 0o710, 0o750, 0o755, 0o770, 0o777])
def test_a_folder_open_to_others_is_refused_before_a_key_is_made(data_folder, mode):
    data_folder.chmod(mode)

    with pytest.raises(UnsafeKey) as refused:
        keyfile.unlock(data_folder)

    assert "chmod 700" in refused.value.way_out
    assert list(data_folder.iterdir()) == []


def test_a_link_in_place_of_the_key_is_refused(data_folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    keyfile.unlock(elsewhere).close()
    (data_folder / "vault.key").symlink_to(elsewhere / "vault.key")

    with pytest.raises(UnsafeKey):
        keyfile.unlock(data_folder)


def test_a_link_to_nowhere_is_not_filled_with_a_key(data_folder, tmp_path):
    (data_folder / "vault.key").symlink_to(tmp_path / "planted")

    with pytest.raises(UnsafeKey):
        keyfile.unlock(data_folder)

    assert not (tmp_path / "planted").exists()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_something_else_in_place_of_the_key_is_refused(data_folder, make):
    make(data_folder / "vault.key")
    (data_folder / "vault.key").chmod(0o700)

    with pytest.raises(UnsafeKey):
        keyfile.unlock(data_folder)


def test_a_missing_folder_is_refused_in_words(tmp_path):
    with pytest.raises(UnsafeKey) as refused:
        keyfile.unlock(tmp_path / "nowhere")

    assert refused.value.way_out


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\0" * 67,
        b"alongside-vault-1",
        b"alongside-vault-1 abcd",
        b"alongside-vault-1 " + b"ab" * 16 + b" " + b"cd" * 31,
        b"alongside-vault-1 " + b"ab" * 16 + b" " + b"zz" * 32,
        b"alongside-vault-1 " + b"ab" * 16 + b" " + b"cd" * 32 + b" more",
        b"alongside-vault-2 " + b"ab" * 16 + b" " + b"cd" * 32,
        b"\xff\xfe" * 60,
    ],
)
def test_a_damaged_key_is_refused_and_left_as_it_is(data_folder, damage):
    file = data_folder / "vault.key"
    file.write_bytes(damage)
    file.chmod(0o600)

    with pytest.raises(UnsafeKey) as refused:
        keyfile.unlock(data_folder)

    assert "damaged" in refused.value.cause
    assert file.read_bytes() == damage


def test_the_first_unlock_makes_a_key_that_only_its_owner_can_read(data_folder):
    keyfile.unlock(data_folder).close()

    found = (data_folder / "vault.key").stat()
    assert stat.S_IMODE(found.st_mode) == 0o600
    assert found.st_uid == os.getuid()
    assert [file.name for file in data_folder.iterdir()] == ["vault.key"]


def test_the_second_unlock_opens_what_the_first_one_sealed(data_folder):
    sealed = keyfile.unlock(data_folder).seal(an_entry(), entry_id=ONE, version=1)

    assert keyfile.unlock(data_folder).open(sealed) == an_entry()


def test_makers_at_the_same_moment_end_up_with_one_key(data_folder):
    together = threading.Barrier(8)
    keys: list[bytes] = []

    def unlock() -> None:
        together.wait()
        keys.append(keyfile.unlock(data_folder).export_key())

    makers = [threading.Thread(target=unlock) for _ in range(8)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()

    assert len(keys) == 8
    assert set(keys) == {keyfile.unlock(data_folder).export_key()}
    assert [file.name for file in data_folder.iterdir()] == ["vault.key"]


def test_what_was_sealed_stays_closed_once_the_key_is_destroyed(data_folder):
    sealed = keyfile.unlock(data_folder).seal(an_entry(), entry_id=ONE, version=1)

    keyfile.destroy(data_folder)

    assert not (data_folder / "vault.key").exists()
    with pytest.raises(Unopenable):
        keyfile.unlock(data_folder).open(sealed)


def test_destroying_overwrites_the_key_before_the_file_goes(data_folder):
    keyfile.unlock(data_folder).close()
    second_name = data_folder / "kept"
    os.link(data_folder / "vault.key", second_name)

    keyfile.destroy(data_folder)

    # "alongside-vault-1" 17, a space, 32 hex digits, a space, 64 hex digits, a line end: 116 bytes
    assert second_name.read_bytes() == bytes(116)


def test_destroying_where_there_is_no_key_does_nothing(data_folder):
    keyfile.destroy(data_folder)

    assert list(data_folder.iterdir()) == []
