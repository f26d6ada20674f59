"""The outer door in this process: help, version, unknown words, content, and what a person can mend."""

import pytest
from tests.terminal import refused, typed

from alongside import __version__
from alongside.cli import COMMANDS
from alongside.core.content import SHIPPED
from alongside.core.folder import database_file


def test_help_lists_every_command_in_the_order_in_which_a_person_meets_them():
    said = typed("--help")
    listed = [line.split()[0] for line in said.out.split("Commands:\n")[1].splitlines() if line[2:3].strip()]
    assert (said.code, said.err) == (0, "")
    assert listed == list(COMMANDS)


def test_the_version_is_said_and_nothing_else_is_done():
    said = typed("--version", "rank")
    assert (said.code, said.out) == (0, f"alongside {__version__}\n")


@pytest.mark.parametrize("words", [("rank",), ("act", "rank"), ("act", "plan", "--rank")])
def test_a_word_that_means_nothing_is_a_usage_error(words):
    said = typed(*words)
    assert (said.code, said.out) == (2, "")
    assert "rank" in said.err


def test_every_command_can_be_asked_for_help():
    for name in COMMANDS:
        said = typed(name, "--help")
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith(f"Usage: alongside {name} ")


def test_what_ships_has_nothing_to_mend():
    said = typed("content", "lint")
    assert (said.code, said.out) == (0, "")
    assert said.err.endswith(" entries are fine, 0 problems.\n")


def test_what_is_to_mend_is_named_line_by_line_with_exit_code_1(tmp_path):
    file = tmp_path / "mine.toml"
    text = (SHIPPED / "en" / "actions" / "repair.toml").read_text("utf-8").split("\n[[action]]")
    file.write_text("\n[[action]]".join(text[:2]).replace("effort = 1", "effort = 6"), "utf-8")
    said = typed("content", "lint", file)
    assert said.code == 1
    assert f"{file}: repair-thank-and-stop: effort" in said.out
    assert said.err == "0 entries are fine, 1 problem.\n"


def test_a_folder_that_others_can_read_is_refused_before_anything_is_opened(ready_folder):
    ready_folder.chmod(0o755)
    assert "chmod 700" in refused(typed("act", "week"))


def test_a_database_that_is_none_is_refused_in_one_line(ready_folder):
    assert ready_folder.exists()
    database_file().write_bytes(b"not a database" * 100)
    assert "cannot be read as Alongside's database" in refused(typed("act", "week"))
