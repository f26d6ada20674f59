"""Everything of a person lies in one folder, closed to others from its first moment."""

import stat
from pathlib import Path

import pytest

from alongside.core.folder import data_folder as where
from alongside.core.folder import database_file, make_data_folder
from alongside.core.problems import Trouble


def test_reading_where_the_folder_is_makes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "new"))

    assert where() == tmp_path / "new"
    assert not (tmp_path / "new").exists()


def test_a_folder_with_something_in_it_keeps_its_mode(data_folder):
    (data_folder / "somebodys-file").touch()
    data_folder.chmod(0o755)

    make_data_folder()

    assert stat.S_IMODE(data_folder.stat().st_mode) == 0o755


def test_a_new_folder_is_closed_to_others(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "a" / "b"))

    assert stat.S_IMODE(make_data_folder().stat().st_mode) == 0o700


def test_an_empty_folder_is_closed_to_others(data_folder):
    data_folder.chmod(0o755)

    assert stat.S_IMODE(make_data_folder().stat().st_mode) == 0o700


def test_making_it_twice_is_making_it_once(data_folder):
    assert make_data_folder() == make_data_folder() == data_folder


def test_a_folder_that_cannot_be_made_is_refused_with_a_way_out(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "file" / "below"))

    with pytest.raises(Trouble) as refused:
        make_data_folder()

    assert "--data" in refused.value.way_out


def test_a_tilde_means_home(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_DATA", "~/somewhere")

    assert where() == Path.home() / "somewhere"


@pytest.mark.parametrize("value", [None, ""])
def test_with_nothing_set_it_is_the_platforms_own_place(value, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("ALONGSIDE_DATA")
    if value is not None:
        monkeypatch.setenv("ALONGSIDE_DATA", value)

    assert where().name == "alongside"


def test_the_database_lies_inside(data_folder):
    assert database_file().parent == data_folder
