"""The terminal door starts light, answers in one line, and never shows a traceback a person could cause."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.processes import alongside, environment, run

from alongside import __version__
from alongside.cli import COMMANDS, LazyGroup
from alongside.core.folder import VARIABLE
from alongside.core.problems import Trouble
from alongside.core.terminal import data_option, keeper

HEAVY = ("django", "numpy", "rich", "pydantic", "nacl", "jsonschema", "icalendar", "granian", "sqlite3")
WHAT_HELP_IMPORTS = """
import json, sys
from alongside import __version__
from alongside.cli import alongside
try:
    alongside(["--help"])
except SystemExit:
    pass
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_help_imports_none_of_the_heavy_packages():
    imported = json.loads(run("-c", WHAT_HELP_IMPORTS).stdout.splitlines()[-1])

    assert [name for name in HEAVY if name in imported] == []


def test_help_names_every_command_with_its_line():
    text = " ".join(alongside("--help").stdout.split())

    assert [name for name, (_place, line) in COMMANDS.items() if f"{name} {line}" not in text] == []


def test_help_makes_no_data_folder(tmp_path):
    alongside("--help", folder=tmp_path / "none")

    assert not (tmp_path / "none").exists()


def test_the_outer_group_knows_its_commands_without_importing_them():
    group = LazyGroup()

    assert group.list_commands(click.Context(group)) == list(COMMANDS)


def test_an_unknown_command_is_a_usage_error():
    done = alongside("rank")

    assert done.returncode == 2
    assert "No such command" in done.stderr


def test_the_version_is_one_line():
    assert alongside("--version").stdout == f"alongside {__version__}\n"


def test_what_cannot_be_done_is_one_line_on_standard_error_and_exit_code_2(tmp_path):
    (tmp_path / "file").touch()

    done = alongside("serve", "--no-browser", "--port", "8124", "--data", str(tmp_path / "file" / "below"))

    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "--data DIR" in done.stderr


def test_a_link_to_nothing_says_what_to_run_first(tmp_path):
    done = alongside("link", "--data", str(tmp_path))

    assert done.returncode == 2
    assert "alongside serve" in done.stderr


def test_a_vault_key_open_to_others_is_told_in_one_line(ready_folder: Path):
    (ready_folder / "vault.key").chmod(0o644)

    done = alongside("act", "week", folder=ready_folder)

    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "chmod 600" in done.stderr


@pytest.mark.parametrize("before", [True, False])
def test_the_data_folder_can_be_named_before_or_after_the_command(tmp_path, before):
    words = (
        ["--data", str(tmp_path / "named"), "link"] if before else ["link", "--data", str(tmp_path / "named")]
    )

    assert str(tmp_path / "named") in alongside(*words, folder=tmp_path / "other").stderr


def test_the_option_sets_what_settings_and_child_processes_read(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "before")

    @click.command()
    @data_option
    def show() -> None:
        click.echo(os.environ[VARIABLE])

    assert CliRunner().invoke(show, ["--data", str(tmp_path)]).output.strip() == str(tmp_path)


def test_a_rooms_command_outside_the_house_says_so():
    @click.command()
    def lonely() -> None:
        keeper()

    outcome = CliRunner().invoke(lonely, [])

    assert "under `alongside`" in str(outcome.exception)


def test_a_reader_that_has_gone_is_met_with_silence():
    piped = subprocess.Popen(  # our own program
        [sys.executable, "-m", "alongside", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    piped.stdout.close()  # `| head -0`
    complaint = piped.stderr.read()
    piped.stderr.close()

    assert piped.wait(timeout=60) in (0, 1)
    assert b"Traceback" not in complaint
    assert b"Exception" not in complaint


def test_checking_content_that_is_not_there_is_told_in_words(tmp_path):
    done = alongside("content", "lint", str(tmp_path / "nowhere.toml"))

    assert done.returncode == 2
    assert "nowhere.toml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("place", "line"),
    [("week3.vtt, line 2", "week3.vtt, line 2: No time. Add one."), ("", "No time. Add one.")],
)
def test_a_trouble_reads_as_one_line(place, line):
    assert str(Trouble(place, "No time.", "Add one.")) == line


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("act setup", "There is no terminal to ask in."),
        ("act log", "There is nothing to log yet."),
        ("act log -", "There is nothing to log yet."),
        ("act import -", "Nothing was changed."),
        ("act commit", "The moment is still open."),
        ("act erase", "Nothing was erased."),
    ],
)
def test_a_closed_standard_input_is_no_terminal_and_no_traceback(ready_folder: Path, words, told):
    line = f'exec "{sys.executable}" -m alongside {words} <&-'

    done = subprocess.run(  # noqa: S603  # our own program
        ["/bin/sh", "-c", line],
        capture_output=True,
        text=True,
        env={**environment(), VARIABLE: str(ready_folder)},
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_one_problem_is_one(tmp_path):
    file = tmp_path / "some.toml"
    file.write_text("x = 1", encoding="utf-8")

    assert alongside("content", "lint", str(file)).stderr == "0 entries are fine, 1 problem.\n"
