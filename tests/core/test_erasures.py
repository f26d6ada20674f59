"""The journal of erasures: what is noted is read again, once each, and nothing else counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import erasures, keyfile
from alongside.core.erasures import Erased, Kind

KEY = Erased(kind=Kind.KEY, id="0123456789abcdef" * 2)
MEMBER = Erased(kind=Kind.MEMBER, id="f" * 32)


def test_a_journal_that_is_not_there_holds_nothing(tmp_path):
    assert erasures.read(tmp_path / "erasures") == ()


def test_what_is_no_erasure_is_passed_over(tmp_path):
    (tmp_path / "erasures").write_text(f"key 12\nmembers {'f' * 32}\nkey {'G' * 32}\n\n\x00")

    assert erasures.read(tmp_path / "erasures") == ()


def test_what_is_noted_is_read_again_in_its_order(tmp_path):
    erasures.note(tmp_path, KEY)
    erasures.note(tmp_path, MEMBER, KEY)

    assert erasures.read(tmp_path / "erasures") == (KEY, MEMBER)


def test_an_entry_after_a_half_written_one_still_counts(tmp_path):
    (tmp_path / "erasures").write_text(f"key {'1' * 20}")  # the power went while this line was written
    erasures.note(tmp_path, KEY)

    assert erasures.read(tmp_path / "erasures") == (KEY,)


def test_the_journal_is_for_its_owner_alone(tmp_path):
    erasures.note(tmp_path, KEY)

    assert (tmp_path / "erasures").stat().st_mode & 0o777 == 0o600


def test_several_journals_are_one_without_doubles(tmp_path):
    for name, each in (("one", [KEY]), ("two", [KEY, MEMBER])):
        (tmp_path / name).write_bytes(erasures.written(each))

    assert erasures.read(tmp_path / "one", tmp_path / "two", tmp_path / "none") == (KEY, MEMBER)


@given(st.lists(st.builds(Erased, kind=st.sampled_from(Kind), id=st.from_regex(r"\A[0-9a-f]{32}\Z"))))
def test_a_journal_written_whole_is_read_whole(tmp_path_factory, listed):
    file = tmp_path_factory.mktemp("journal") / "erasures"
    file.write_bytes(erasures.written(listed))

    assert erasures.read(file) == tuple(dict.fromkeys(listed))


@pytest.mark.usefixtures("data_folder")
def test_destroying_a_key_notes_its_id_and_not_the_key(data_folder):
    vault = keyfile.unlock(data_folder)
    keyfile.destroy(data_folder)

    assert erasures.read(data_folder / "erasures") == (Erased(kind=Kind.KEY, id=vault.key_id.hex()),)
    assert vault.export_key().hex() not in (data_folder / "erasures").read_text()


def test_where_there_was_no_key_nothing_is_noted(data_folder):
    keyfile.destroy(data_folder)

    assert not (data_folder / "erasures").exists()
