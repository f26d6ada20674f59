"""`alongside check` as people type it: what comes out, where, and with which exit code."""

import json
import os
import re
import sys

import pytest
from tests.interrupt.builders import git, write
from tests.interrupt.checked import HOUSE, SETTINGS, check, findings, places
from tests.terminal import refused, typed

from alongside.interrupt import cli_check, matcher, run

BOUND = "He is moonbound."


def test_a_clean_run_says_nothing(folder):
    write(folder, {"a.md": "All is well.\n"})

    said = check("a.md")

    assert (said.code, said.out, said.err) == (0, "", "")


def test_a_finding_says_where_why_what_to_write_what_to_say_and_how_to_let_it_be(folder):
    write(folder, {"a.md": f"One.\nÉ🙂 {BOUND}\n"})

    said = check("a.md")

    # the words begin behind "É🙂 He is ": ten signs, so column 10
    assert said.code == 1
    assert said.out.startswith("a.md\n  2:10  “moonbound”\n")
    for told in (
        "turn a ride into a cage",
        "→ rides by moon · moon rider",
        "To say: Could we write",
        "house-moonbound · A made-up guide",
        "https://example.org/guide",
        "1 place to reword in 1 file.",
        "alongside check --explain house-moonbound",
        "alongside: ignore[house-moonbound]",
    ):
        assert told in said.out


def test_a_rule_is_explained_once_and_then_only_named(folder):
    write(folder, {"a.md": f"{BOUND}\n\nShe is moonbound.\n", "b.md": "They are moonbound.\n"})

    said = check(".")

    assert said.out.count("turn a ride into a cage") == 1
    assert said.out.count("“moonbound”  → rides by moon · moon rider  house-moonbound") == 2


def test_a_phrase_leads_to_the_scene_to_practise(folder):
    write(folder, {"a.md": "But which moon are you really from?\n"})

    assert "alongside practise scene dinner-relative-01" in check("a.md").out


def test_only_hints_do_not_fail_and_say_that_they_are_hints(folder):
    write(folder, {"a.md": "A perhapsy thing.\n"})

    said = check("a.md")

    assert said.code == 0
    assert "“perhapsy” (a hint)" in said.out
    assert "1 hint in 1 file." in said.out


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("A perhapsy thing.", "consider", 1),
        (BOUND, "reword", 1),
        (BOUND, "consider", 1),
        (BOUND, "never", 0),
        ("Fine.", "consider", 0),
    ],
)
def test_fail_on_says_what_makes_the_exit_code_1(folder, text, level, code):
    write(folder, {"a.md": text})

    assert check("a.md", "--fail-on", level).code == code


def test_strict_words_wait_for_the_strict_profile(folder):
    write(folder, {"a.md": "How strictlyodd.\n"})

    assert check("a.md").code == 0
    assert check("a.md", "--profile", "strict").code == 1


def test_one_rule_alone_and_all_but_one(folder):
    write(folder, {"a.md": f"{BOUND} A flapman.\n"})

    assert [one["rule"] for one in findings("a.md", "--rule", "house-flapman")] == ["house-flapman"]
    assert [one["rule"] for one in findings("a.md", "--no-rule", "house-flapman")] == ["house-moonbound"]


def test_leaving_out_a_rule_of_another_profile_is_no_fault(folder):
    write(folder, {"a.md": BOUND})

    assert check("a.md", "--no-rule", "house-strictly").code == 1


@pytest.mark.parametrize("option", ["--rule", "--no-rule", "--explain"])
def test_a_rule_that_is_not_there_is_refused_with_those_that_may_be_meant(folder, option):
    write(folder, {"a.md": BOUND})

    assert "house-moonbound" in refused(check("a.md", option, "house-moonbond"))


@pytest.mark.usefixtures("folder")
def test_a_rule_is_explained_in_full():
    said = typed("check", "--pack", HOUSE, "--explain", "house-perhapsy")

    assert said.code == 0
    for told in ("Some readers would rather", "Instead: maybe", "To say: Which word", "Fine: Where people",
                 "Both ways: Some say", "https://example.org/guide", "--no-rule house-perhapsy"):  # fmt: skip
        assert told in said.out


@pytest.mark.usefixtures("folder")
def test_a_missing_path_and_an_unknown_option_are_usage_errors():
    assert "no such file" in refused(check("missing.md"))
    assert check("--rank").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--diff", "--diff-file", "x"],
        ["--update-baseline"],
        ["--baseline", "b.json", "--update-baseline", "--diff"],
        ["--baseline", "b.json", "--update-baseline", "--rule", "house-flapman"],
        ["--dry-run"],
        ["-", "a.md"],
        ["-", "--fix"],
        ["--jobs", "0"],
        ["--profile", "kind"],
        ["--format", "html"],
    ],
)
@pytest.mark.usefixtures("folder")
def test_combinations_without_sense_are_usage_errors(words):
    said = check(*words)

    assert (said.code, said.out) == (2, "")


@pytest.mark.usefixtures("folder")
def test_standard_input_is_read_and_named():
    assert places("-", text=f"{BOUND}\n") == [("-", 1, 7, "moonbound")]
    assert places("-", "--stdin-filename", "docs/a.md", text=f"`moonbound`\n\n{BOUND}\n") == [
        ("docs/a.md", 3, 7, "moonbound")
    ]
    assert places("-", "--stdin-name", "a.py", text="# He is moonbound\n") == [("a.py", 1, 9, "moonbound")]


def test_the_kind_of_text_can_be_said(folder):
    write(folder, {"a.txt": f"Subject\n\n# {BOUND}\n"})

    assert len(findings("a.txt")) == 1
    assert findings("a.txt", "--as", "message") == []


def test_a_phrase_over_two_quoted_or_commented_lines_is_found_once(folder):
    write(
        folder,
        {"a.md": "é 🙂\n\n> She was confined\n> to the moon.\n", "b.py": "# ä confined to\n# the moon\n"},
    )

    # "> She was confined": the phrase begins behind ten signs; "# ä confined": behind four
    assert places(".") == [
        ("a.md", 3, 11, "confined\n> to the moon"),
        ("b.py", 1, 5, "confined to\n# the moon"),
    ]


def test_words_over_two_lines_are_told_on_one(folder):
    write(folder, {"a.md": "> She was confined\n> to the moon.\n"})

    assert "“confined to the moon”" in check("a.md").out


def test_what_gitignore_names_is_left_out_and_files_without_text_are_counted(folder):
    write(folder, {".gitignore": "drafts/\n", "drafts/a.md": BOUND, "b.md": BOUND, "c.bin": "\0moonbound"})

    said = check(".", "--format", "json")

    assert [one["path"] for one in findings(".")] == ["b.md"]
    assert "1 file without text was passed by." in said.err


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_checked(folder):
    write(folder, {"a.md": BOUND, "b.docx": "no archive at all", "c.md": BOUND})

    said = check(".")

    assert said.code == 1
    assert re.findall(r"^\S+\.md", said.out, re.MULTILINE) == ["a.md", "c.md"]
    assert "b.docx: not read. " in said.err
    assert "1 file was not read; the others were checked." in said.err


def test_where_nothing_could_be_read_the_exit_code_is_2(folder):
    (folder / "loop.md").symlink_to("loop.md")

    said = check("loop.md")

    assert (said.code, said.out) == (2, "")
    assert "loop.md: not read" in said.err


def test_bytes_that_are_no_utf8_are_read_and_noted_with_the_right_place(folder):
    (folder / "a.txt").write_bytes("Café. He is moonbound.".encode("cp1252"))

    said = check("a.txt", "--format", "json")

    assert places("a.txt") == [("a.txt", 1, 13, "moonbound")]
    assert said.err.startswith("a.txt: Some bytes are not UTF-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_says_how_to_read_it(folder, encoding):
    (folder / "a.txt").write_bytes(f"é {BOUND}".encode(encoding))

    assert places("a.txt") == [("a.txt", 1, 9, "moonbound")]


def test_signs_that_steer_a_terminal_are_not_passed_on(folder):
    name = "a\x1b[31m.md"
    (folder / name).write_text("\x1b]0;x\x07 He \u202eis moonbound.\n")

    said = check(".")

    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out


def test_settings_of_a_house_hold_below_their_folder(folder, monkeypatch):
    settings = (
        SETTINGS
        + 'exclude = ["vendored/", "*.min.js"]\nallow = ["moonbound express"]\nignore = ["house-flapman"]\n'
    )
    write(folder, {"pyproject.toml": settings, "sub/a.md": f"{BOUND} The Moonbound\nExpress. A flapman.\n",
                   "sub/vendored/b.md": BOUND, "sub/c.min.js": f"// {BOUND}\n"})  # fmt: skip
    monkeypatch.chdir(folder / "sub")

    said = typed("check", ".")

    assert said.out.count("“moonbound”") == 1
    assert "flapman" not in said.out
    assert "2 files are left out by your settings." in said.err
    assert typed("check", "vendored/b.md").code == 0
    assert typed("check", "-", "--stdin-filename", "vendored/b.md", text=BOUND).out == ""


def test_an_own_file_of_settings_wins_and_its_profile_counts(folder):
    write(folder, {"alongside.toml": SETTINGS + 'profile = "strict"\n', "pyproject.toml": "[tool.other]\n",
                   "a.md": "How strictlyodd.\n"})  # fmt: skip

    assert typed("check", "a.md").code == 1
    assert typed("check", "a.md", "--profile", "default").code == 0


@pytest.mark.parametrize(
    ("pattern", "left_out"),
    [
        ("docs/", True),
        ("docs", True),
        ("/docs/", True),
        ("*.md", True),
        ("**/a.md", True),
        ("docs/**/a.md", True),
        ("d?cs/", True),
        ("[d]ocs/", True),
        ("/a.md", False),
        ("sub/a.md", False),
        ("*.mdx", False),
        ("other/", False),
    ],
)
def test_patterns_leave_out_what_gitignore_would(folder, pattern, left_out):
    write(folder, {"alongside.toml": f'{SETTINGS}exclude = ["{pattern}"]\n', "docs/sub/a.md": BOUND})

    assert typed("check", "docs/sub/a.md").code == (0 if left_out else 1)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('exclude = ["a.md", "!"]', "exclude"),
        ('profil = "strict"', "profil"),
        ('profile = "kind"', "default, strict, job-ad"),
        ('exclude = "drafts"', "exclude"),
        ("allow = [1]", "allow"),
        ("allow = [", "TOML"),
        ('ignore = ["no-such-rule"]', "no-such-rule"),
        ('packs = ["nowhere"]', "nowhere"),
    ],
)
def test_unsound_settings_are_refused_and_named(folder, line, told):
    write(folder, {"pyproject.toml": f"[tool.alongside.check]\n{line}\n", "a.md": BOUND})

    assert told in refused(typed("check", "a.md"))


def test_what_was_set_aside_is_shown_where_that_is_asked_for(folder):
    write(folder, {"a.md": f"{BOUND} <!-- alongside: ignore[house-moonbound] a quotation -->\n"})

    assert check("a.md").out == ""
    assert "set aside by a comment: a quotation (house-moonbound)" in check("a.md", "--show-suppressed").out


def test_comments_that_do_nothing_are_named_where_that_is_asked_for(folder):
    write(folder, {"a.md": "Fine. <!-- alongside: ignore[house-moonbound] -->\n"})

    assert check("a.md").err == ""
    assert check("a.md", "--report-unused").err == (
        "a.md:1: “alongside: ignore[house-moonbound]” sets nothing aside; it can go.\n"
    )


def test_a_baseline_lets_the_backlog_be_and_tells_what_came_since(folder):
    write(folder, {"a.md": f"{BOUND}\n\nShe is moonbound.\n", "b.md": "Fine.\n"})
    baseline = ("--baseline", "known.json")

    assert check("a.md", "b.md").code == 1
    written = check(".", *baseline, "--update-baseline")
    assert (written.code, written.out) == (0, "")
    assert "2 places are known now: known.json" in written.err
    assert check(".", *baseline).code == 0

    write(folder, {"a.md": "\n" * 50 + f"{BOUND}\n\nShe is moonbound.\n"})
    assert (check(".", *baseline).code, check(".", *baseline).out) == (0, "")

    write(folder, {"b.md": "They are moonbound.\n"})
    assert places(".", *baseline) == [("b.md", 1, 10, "moonbound")]

    write(folder, {"a.md": f"{BOUND}\n", "b.md": "Fine.\n"})
    said = check(".", *baseline)
    assert said.code == 0
    assert "1 stale entry" in said.err


def test_a_moved_line_keeps_its_fingerprint_and_equal_sentences_are_told_apart(folder):
    def marks(text):
        write(folder, {"a.md": text})
        return [one["fingerprint"] for one in findings("a.md")]

    first, second = marks(f"{BOUND}\n\n{BOUND}\n")

    assert first != second
    assert marks("\n" * 50 + f"{BOUND}\n") == [first]
    assert marks("She is moonbound.\n") != [first]


def test_equal_sentences_in_two_cells_of_a_notebook_are_told_apart(folder):
    cell = {"cell_type": "markdown", "metadata": {}, "source": [BOUND]}
    book = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell, cell]}
    write(folder, {"a.ipynb": json.dumps(book)})

    assert len({one["fingerprint"] for one in findings("a.ipynb")}) == 2


def test_a_missing_baseline_is_refused(folder):
    write(folder, {"a.md": BOUND})

    assert "--update-baseline" in refused(check("a.md", "--baseline", "missing.json"))


def test_counts_for_each_rule_name_no_file(folder):
    write(folder, {"a.md": f"{BOUND} {BOUND} A flapman.\n", "b.md": BOUND})

    said = check(".", "--stats")

    assert said.code == 1
    assert said.out == "places  files  rule\n     3      2  house-moonbound\n     1      1  house-flapman\n"
    assert ".md" not in check(".", "--stats", "--format", "json").out


def test_text_from_a_terminal_is_bold_only_on_a_terminal(folder, monkeypatch):
    write(folder, {"a.md": BOUND})
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert "\x1b[1m" in check("a.md", terminal=True).out
    assert "\x1b" not in check("a.md").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in check("a.md", terminal=True).out


def test_several_processes_tell_the_same_in_the_same_order(folder, monkeypatch):
    write(folder, {f"{n:03}.md": BOUND if n % 7 == 0 else "Fine." for n in range(150)})
    one = check(".").out
    monkeypatch.setattr(run, "WORTH_PROCESSES", 1)

    assert check(".", "--jobs", "2").out == one


def test_where_the_fast_engine_is_missing_the_answer_is_the_same_and_a_long_wait_is_explained(
    folder, monkeypatch
):
    write(folder, {"a.txt": f"{BOUND}\n" * 3})
    fast = check("a.txt")
    monkeypatch.setitem(sys.modules, "re2", None)
    monkeypatch.setattr(cli_check, "_SLOW", 1)
    monkeypatch.setattr(matcher.PathFinder, "find_spec", lambda _name: None)
    matcher.has_re2.cache_clear()
    try:
        slow = check("a.txt")
    finally:
        matcher.has_re2.cache_clear()

    assert (slow.code, slow.out) == (fast.code, fast.out)
    assert slow.err == "This took longer than it should: the package google-re2 is missing here.\n"


def test_a_check_writes_nothing(folder):
    write(folder, {"a.md": BOUND})
    before = sorted(folder.iterdir())

    check(".")

    assert sorted(folder.iterdir()) == before
    assert (folder / "a.md").read_text() == BOUND


@pytest.fixture
def repository(folder):
    git(folder, "init", "-q")
    write(folder, {"old.md": f"{BOUND}\n" + "".join(f"Line {n}.\n" for n in range(30))})
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return folder


def test_of_a_rename_a_moved_block_and_an_added_hit_only_the_added_one_is_told(repository):
    git(repository, "mv", "old.md", "new.md")
    moved = "".join(f"Line {n}.\n" for n in range(30)) + f"{BOUND}\n"
    write(repository, {"new.md": moved + "She is moonbound.\n"})

    assert places("--diff", "HEAD", ".") == [("new.md", 32, 8, "moonbound")]


def test_a_file_behind_diff_is_a_file(repository):
    with (repository / "old.md").open("a") as file:
        file.write("She is moonbound.\n")

    assert places("--diff", "old.md") == [("old.md", 32, 8, "moonbound")]
    assert places("--diff") == [("old.md", 32, 8, "moonbound")]


def test_a_diff_may_be_handed_over(repository):
    with (repository / "old.md").open("a") as file:
        file.write("She is moonbound.\n")
    diff = git(repository, "diff", "-U0")
    (repository / "x.diff").write_text(diff)

    assert places("--diff-file", "x.diff") == [("old.md", 32, 8, "moonbound")]
    assert places("--diff-file", "-", text=diff) == [("old.md", 32, 8, "moonbound")]


def test_outside_of_a_repository_diff_is_refused_in_one_sentence(folder):
    write(folder, {"a.md": BOUND})

    assert "inside a git repository" in refused(check("--diff", "HEAD", "a.md"))


def test_what_a_house_makes_of_a_diff_and_a_baseline_together_is_new_and_unknown(repository):
    check(".", "--baseline", "known.json", "--update-baseline")
    with (repository / "old.md").open("a") as file:
        file.write("She is moonbound.\n")

    assert places("--diff", "HEAD", "--baseline", "known.json", ".") == [("old.md", 32, 8, "moonbound")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder somebody is in")
@pytest.mark.parametrize("words", [["check"], ["check", "--explain", "blacklist"], ["look"]])
def test_in_a_folder_that_is_gone_one_is_told_to_go_to_another(folder, tmp_path, words):
    write(folder, {"a.md": "Words."})
    gone = tmp_path / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    try:
        said = refused(typed(*words, *([] if "--explain" in words else [folder / "a.md"])))
    finally:
        os.chdir(tmp_path)
    assert said == ".: the folder you are in is gone. Go to another one with cd, then try again."
