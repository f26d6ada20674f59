"""The hooks that others' repositories take from us do what they say, run as pre-commit runs them."""

import re
import shlex
from pathlib import Path

import pytest
from tests.interrupt.builders import git, write
from tests.interrupt.checked import SETTINGS
from tests.terminal import typed

HOOKS = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8")
ENTRIES = dict(re.findall(r"^- id: (\S+)\n(?:  .*\n)*?  entry: alongside (.*)$", HOOKS, re.MULTILINE))


def run(hook, *files):
    return typed(*shlex.split(ENTRIES[hook]), *files)


@pytest.fixture
def repository(folder):
    git(folder, "init", "-q")
    write(folder, {"alongside.toml": SETTINGS, "old.md": "He is moonbound.\n"})
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return folder


def test_what_was_there_before_is_let_be_and_a_staged_line_is_not(repository):
    write(repository, {"old.md": "He is moonbound.\nA line.\n", "new.md": "She is moonbound.\n"})
    git(repository, "add", "-A")

    assert run("alongside-check", "old.md").code == 0
    said = run("alongside-check", "old.md", "new.md")
    assert said.code == 1
    assert re.findall(r"^\w+\.md", said.out, re.MULTILINE) == ["new.md"]


def test_a_message_is_read_without_its_comments_and_what_stands_below_the_scissors(repository):
    scissors = "# ------------------------ >8 ------------------------"
    message = f"Help people\n\n# He is moonbound.\n{scissors}\nmoonbound\n"
    write(repository, {".git/COMMIT_EDITMSG": message})

    assert run("alongside-check-message", ".git/COMMIT_EDITMSG").code == 0

    write(repository, {".git/COMMIT_EDITMSG": f"Help moonbound people\n{message}"})
    assert run("alongside-check-message", ".git/COMMIT_EDITMSG").code == 1


def test_both_hooks_are_there_each_for_its_stage():
    stages = dict(re.findall(r"^- id: (\S+)\n(?:  .*\n)*?  stages: \[(.*)\]$", HOOKS, re.MULTILINE))

    assert set(ENTRIES) == set(stages)
    assert stages == {"alongside-check": "pre-commit", "alongside-check-message": "commit-msg"}
