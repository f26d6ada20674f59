"""Which files are checked: what to leave alone first, then what is found."""

import os
from pathlib import Path

import pytest
from tests.interrupt.builders import write

from alongside.core.problems import Trouble
from alongside.interrupt.walk import LARGEST, find_files


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths, **more):
    return [found.shown for found in find_files([Path(path) for path in paths], **more).files]


def test_what_gitignore_names_is_left_out(folder):
    write(folder, {".gitignore": "build/\n*.log\n", "build/a.md": "", "b.log": "", "c.md": ""})

    assert names(".") == [".gitignore", "c.md"]


def test_a_nearer_gitignore_has_the_last_word(folder):
    write(folder, {".gitignore": "*.log\n", "sub/.gitignore": "!keep.log\n", "sub/keep.log": "", "x.log": ""})

    assert names(".") == [".gitignore", "sub/.gitignore", "sub/keep.log"]


def test_a_gitignore_above_the_named_folder_counts_within_a_repository(folder):
    write(folder, {".git/HEAD": "", ".gitignore": "drafts\n", "docs/drafts/a.md": "", "docs/b.md": ""})

    assert names("docs") == ["docs/b.md"]


def test_what_a_repository_excludes_for_one_person_counts_too(folder):
    write(folder, {".git/info/exclude": "own/\n", "own/a.md": "", "b.md": ""})

    assert names(".") == ["b.md"]


def test_lines_of_a_gitignore_that_are_no_pattern_are_passed_over(folder):
    write(folder, {".gitignore": "!\n# a comment\n*.log\n", "a.log": "", "b.md": ""})

    assert names(".") == [".gitignore", "b.md"]


@pytest.mark.parametrize("store", [".git", ".hg", ".svn", ".jj"])
def test_stores_of_version_control_are_never_walked(folder, store):
    write(folder, {f"{store}/config.md": "", "a.md": ""})

    assert names(".") == ["a.md"]


def test_other_hidden_files_are_checked(folder):
    write(folder, {".github/workflows/ci.yml": "", ".hidden.md": ""})

    assert names(".") == [".github/workflows/ci.yml", ".hidden.md"]


def test_a_named_file_is_checked_whatever_gitignore_says(folder):
    write(folder, {".gitignore": "*.log\nbuild/\n", "a.log": "", "build/b.md": ""})

    assert names("a.log", "build") == ["a.log", "build/b.md"]


def test_a_named_folder_that_is_ignored_within_a_repository_is_walked(folder):
    write(folder, {".git/HEAD": "", ".gitignore": "build/\n", "build/b.md": "", "build/sub/c.md": ""})

    assert names("build", "build/sub") == ["build/b.md", "build/sub/c.md"]


def test_each_file_comes_once_and_in_the_order_of_names(folder):
    write(folder, {"b.md": "", "a/z.md": "", "a/b.md": "", "c.md": ""})

    assert names("c.md", ".", "b.md") == ["c.md", "a/b.md", "a/z.md", "b.md"]


def test_links_in_folders_are_counted_and_not_followed(folder):
    write(folder, {"a/b.md": ""})
    (folder / "a" / "round").symlink_to(folder)
    (folder / "a" / "copy.md").symlink_to(folder / "a" / "b.md")

    walk = find_files([folder / "a"])

    assert [found.path.name for found in walk.files] == ["b.md"]
    assert walk.links == 2


def test_a_link_that_leads_to_itself_is_told(folder):
    (folder / "loop").symlink_to(folder / "loop")

    walk = find_files([folder / "loop"])

    assert walk.files == ()
    assert [each.unread for each in walk.unread] == ["Too many levels of symbolic links"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_one_may_not_read_is_told_and_the_others_are_walked(folder):
    write(folder, {"closed/a.md": "", "open/b.md": ""})
    (folder / "closed").chmod(0)
    try:
        walk = find_files([folder])
    finally:
        (folder / "closed").chmod(0o700)

    assert [found.path.name for found in walk.files] == ["b.md"]
    assert [each.unread for each in walk.unread] == ["Permission denied"]


def test_a_folder_that_went_away_is_told(folder, monkeypatch):
    write(folder, {"gone/a.md": "", "b.md": ""})
    scandir = os.scandir

    def without_gone(path):
        if str(path).endswith("gone"):
            raise FileNotFoundError(2, "No such file or directory")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", without_gone)
    walk = find_files([folder])

    assert [found.path.name for found in walk.files] == ["b.md"]
    assert len(walk.unread) == 1


def test_a_very_large_file_is_checked_only_where_it_is_named_itself(folder):
    with (folder / "large.txt").open("wb") as file:
        file.truncate(LARGEST + 1)

    assert [each.path for each in find_files([folder]).unread] == [str(folder / "large.txt")]
    assert names("large.txt") == ["large.txt"]


def test_a_missing_path_is_refused_before_anything_is_checked(folder):
    write(folder, {"a.md": ""})

    with pytest.raises(Trouble, match="no such file"):
        find_files([folder / "a.md", folder / "missing.md"])


def test_folders_may_lie_deeper_than_a_program_can_call_itself(folder):
    deep = folder
    for _level in range(600):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.md").write_text("")

    assert [found.path.name for found in find_files([folder]).files] == ["a.md"]


def test_what_the_settings_leave_out_is_counted(folder):
    write(folder, {"a.md": "", "b.md": ""})

    walk = find_files([folder], left_out=lambda path: path.name == "a.md")

    assert [found.path.name for found in walk.files] == ["b.md"]
    assert walk.left_out == 1


def test_an_empty_name_is_told_as_what_it_is():
    with pytest.raises(Trouble, match="“”: there is no such file"):
        find_files([""])


def test_names_that_lead_up_and_down_again_are_one_file(folder):
    write(folder, {"a.md": "", "b/c.md": ""})
    found = find_files(["b/../a.md", folder / "a.md", "./b//c.md"]).files
    assert [(each.whole, each.shown) for each in found] == [
        (str(folder / "a.md"), "a.md"),
        (str(folder / "b/c.md"), "b/c.md"),
    ]
