"""Which lines are new, by diffs written by hand and by git itself."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interrupt.builders import git, hit, write

from alongside.core.problems import Trouble
from alongside.interrupt.changes import Changes, changes_since, is_commit, new_lines, read_diff
from alongside.interrupt.results import FileResult


def lines_of(diff, root):
    found = read_diff(diff.encode(), root=root).lines
    return {path.removeprefix(f"{root}/"): sorted(lines) for path, lines in found.items()}


def test_added_lines_are_numbered_by_their_hunk(tmp_path):
    diff = "--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,3 @@\n one\n+two\n three\n@@ -9 +10,2 @@\n-old\n+new\n+newer\n"

    assert lines_of(diff, tmp_path) == {"x.md": [2, 10, 11]}


def test_lines_of_a_hunk_that_look_like_heads_are_text(tmp_path):
    # the removed line is "-- a/y.md", the added one "++ b/y.md"
    diff = "--- a/x.md\n+++ b/x.md\n@@ -1 +1 @@\n--- a/y.md\n+++ b/y.md\n@@ -5,0 +6 @@\n+more\n"

    assert lines_of(diff, tmp_path) == {"x.md": [1, 6]}


def test_a_moved_or_indented_line_is_not_new(tmp_path):
    diff = "--- a/x.md\n+++ b/x.md\n@@ -1 +0,0 @@\n-old words\n@@ -9,0 +9,2 @@\n+    old words\n+new words\n"

    assert lines_of(diff, tmp_path) == {"x.md": [10]}


def test_a_line_copied_once_more_than_it_was_taken_away_is_new(tmp_path):
    diff = "--- a/x.md\n+++ b/x.md\n@@ -1 +1,2 @@\n-same\n+same\n+same\n"

    assert lines_of(diff, tmp_path) == {"x.md": [2]}


def test_a_deleted_file_has_no_new_lines(tmp_path):
    diff = "diff --git a/x.md b/x.md\n--- a/x.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-gone\n"

    assert lines_of(diff, tmp_path) == {"x.md": []}


def test_a_quoted_path_is_read(tmp_path):
    diff = '--- "a/\\303\\244 \\"b\\".md"\n+++ "b/\\303\\244 \\"b\\"\\t.md"\n@@ -0,0 +1 @@\n+x\n'

    assert lines_of(diff, tmp_path) == {'ä "b"\t.md': [1]}


def test_a_time_behind_the_path_is_no_part_of_it(tmp_path):
    diff = "--- a/x.md\t2026-01-01\n+++ b/x.md\t2026-01-02 10:00:00 +0000\n@@ -0,0 +1 @@\n+x\n"

    assert lines_of(diff, tmp_path) == {"x.md": [1]}


def test_line_ends_of_other_systems_do_no_harm(tmp_path):
    diff = "--- a/x.md\r\n+++ b/x.md\r\n@@ -0,0 +1 @@\r\n+x\r\n"

    assert lines_of(diff, tmp_path) == {"x.md": [1]}


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_a_traceback(data):
    heads = data.replace(b"!", b"@@ -1,9 +1,9 @@\n").replace(b"?", b'\n+++ "b/x"\n')
    read_diff(heads, root=Path("/somewhere"))


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    return tmp_path


def commit(folder, files):
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "more")


def since(folder, ref="HEAD"):
    found = changes_since(ref, folder=folder).lines
    return {path.removeprefix(f"{folder}/"): sorted(lines) for path, lines in found.items()}


def test_a_renamed_file_is_new_only_where_it_was_changed(repository):
    text = "".join(f"line {n}\n" for n in range(40))
    commit(repository, {"old.md": text})
    git(repository, "mv", "old.md", "new name ä.md")
    write(repository, {"new name ä.md": text + "one more\n"})

    assert since(repository) == {"new name ä.md": [41]}


def test_a_moved_block_is_not_new(repository):
    block = "".join(f"block {n}\n" for n in range(5))
    rest = "".join(f"rest {n}\n" for n in range(30))
    commit(repository, {"a.md": block + rest})
    write(repository, {"a.md": rest + block + "added\n"})

    assert since(repository) == {"a.md": [36]}


def test_what_is_staged_and_what_is_not_counts_both(repository):
    commit(repository, {"a.md": "one\n", "b.md": "one\n"})
    write(repository, {"a.md": "one\ntwo\n", "b.md": "one\ntwo\n"})
    git(repository, "add", "a.md")

    assert since(repository) == {"a.md": [2], "b.md": [2]}


def test_before_the_first_commit_everything_staged_is_new(repository):
    write(repository, {"a.md": "one\n"})
    git(repository, "add", "a.md")

    assert since(repository) == {"a.md": [1]}


def test_what_came_to_the_other_branch_since_is_not_new_here(repository):
    commit(repository, {"a.md": "one\ntwo\n"})
    git(repository, "switch", "-qc", "ours")
    git(repository, "switch", "-q", "-")
    commit(repository, {"a.md": "two\n"})
    git(repository, "switch", "-q", "ours")
    commit(repository, {"b.md": "three\n"})
    git(repository, "branch", "-f", "theirs", "@{-1}")

    # against the tip of theirs, the line they took out would look as if we had added it
    assert since(repository, "theirs") == {"b.md": [1]}


def test_somebodys_own_settings_of_git_change_nothing(repository):
    commit(repository, {"a b.md": "one\n"})
    for name, value in (("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("color.ui", "always"),
                        ("diff.external", "false"), ("core.quotePath", "true")):  # fmt: skip
        git(repository, "config", name, value)
    write(repository, {"a b.md": "one\ntwo\n"})

    assert since(repository) == {"a b.md": [2]}


def test_a_folder_below_the_root_sees_the_same(repository):
    commit(repository, {"docs/a.md": "one\n"})
    write(repository, {"docs/a.md": "one\ntwo\n"})

    assert list(changes_since("HEAD", folder=repository / "docs").lines) == [f"{repository}/docs/a.md"]


def test_a_changed_file_without_text_is_named(repository):
    commit(repository, {"a.docx": "\0one"})
    write(repository, {"a.docx": "\0two"})

    assert since(repository) == {"a.docx": []}


def test_a_commit_git_does_not_know_is_refused(repository):
    commit(repository, {"a.md": ""})

    assert not is_commit("--output=x", folder=repository)
    with pytest.raises(Trouble, match="no commit “nowhere”"):
        changes_since("nowhere", folder=repository)


def test_outside_of_a_repository_it_is_refused_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(Trouble, match="inside a git repository"):
        changes_since("HEAD", folder=tmp_path)


def test_a_hit_counts_where_any_of_its_lines_is_new(tmp_path):
    text = "one\nShe is wheelchair\nbound.\nfour"
    result = FileResult(path=str(tmp_path / "a.md"), hits=(hit(text, "wheelchair\nbound"),))

    def kept(*lines):
        changes = Changes(lines={str(tmp_path / "a.md"): frozenset(lines)})
        return len(new_lines(result, changes).hits)

    assert [kept(1, 4), kept(2), kept(3)] == [0, 1, 1]


def test_a_file_the_diff_does_not_name_says_nothing(tmp_path):
    result = FileResult(path=str(tmp_path / "a.md"), hits=(hit(),))

    assert new_lines(result, Changes()).hits == ()


def test_a_document_without_lines_counts_whole_where_it_changed(tmp_path):
    result = FileResult(path=str(tmp_path / "a.docx"), hits=(hit(place="paragraph 2"),))

    assert len(new_lines(result, Changes(lines={str(tmp_path / "a.docx"): frozenset()})).hits) == 1
