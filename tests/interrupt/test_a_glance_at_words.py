"""`alongside look` at texts and folders: meetings first, three findings at most, one step to a plan."""

import re

import pytest
from tests.interrupt.builders import write
from tests.interrupt.checked import SETTINGS
from tests.terminal import refused, typed

VTT = "WEBVTT\n\n1\n00:00:00.000 --> 00:00:09.000\nAna: The hall is free, he is moonbound.\n"
TEXT = "He is moonbound.\n\nA flapman.\n\nA perhapsy glimlist.\n"


@pytest.fixture
def house(folder):
    write(folder, {"pyproject.toml": SETTINGS})
    return folder


def test_a_meeting_is_looked_at_as_a_meeting(house):
    write(house, {"meeting.vtt": VTT})

    said = typed("look", "meeting.vtt")

    assert "moonbound" not in said.out
    assert "9 seconds" in said.out


@pytest.mark.parametrize("option", [("--as", "otter"), ("--format", "html"), ("--me", "Ana")])
def test_with_an_option_of_meetings_a_file_is_meant_to_be_one(house, option):
    write(house, {"a.md": TEXT})

    assert typed("look", "a.md", *option).code == 2


@pytest.mark.parametrize("data", [b"", b"\0\1\2"])
def test_a_file_without_text_is_refused_as_before(house, data):
    (house / "odd.bin").write_bytes(data)

    assert refused(typed("look", "odd.bin"))


def test_a_text_gets_at_most_three_findings_the_sure_ones_first(house):
    write(house, {"a.md": TEXT})

    said = typed("look", "a.md")

    assert said.code == 1
    assert re.findall(r"^ (\d)  “(\w+)”", said.out, re.MULTILINE) == [
        ("1", "moonbound"),
        ("2", "flapman"),
        ("3", "glimlist"),
    ]
    assert "alongside check a.md" in said.out
    assert typed("look", "a.md", "--exit-zero").code == 0


def test_one_rule_is_one_finding_with_its_first_three_places(house):
    write(house, {"a.md": "He is moonbound.\n\n" * 5})

    said = typed("look", "a.md").out

    assert said.count("may leave somebody out") == 1
    assert re.findall(r"a\.md:\d+:\d+", said) == ["a.md:1:7", "a.md:3:7", "a.md:5:7"]


def test_in_a_folder_meetings_come_first_and_are_not_read_for_wording(house):
    write(house, {"docs/b.md": "A flapman.\n", "docs/z.vtt": VTT})

    said = typed("look", "docs")

    assert said.out.index("alongside look docs/z.vtt") < said.out.index("flapman")
    assert "moonbound" not in said.out


def test_a_text_where_nothing_stands_out_says_so_beside(house):
    write(house, {"a.md": "All is well.\n"})

    said = typed("look", "a.md")

    assert (said.code, said.out) == (0, "")
    assert "Nothing stood out in its wording." in said.err


def test_a_finding_becomes_a_commitment_in_one_step(house, ready_folder):
    write(house, {"a.md": TEXT})
    del ready_folder
    shown = typed("look", "a.md").out
    (command,) = re.findall(r"Plan it: alongside (act commit --finding 2 .*)", shown)

    said = typed(*command.split())

    assert said.code == 0
    plan = "If I am about to write “flapman”, then I will write “flapper”."
    assert f"As a plan: {plan}" in " ".join(shown.split())
    assert said.out.startswith(plan)


def test_a_formula_becomes_a_plan_for_when_somebody_says_it(house):
    write(house, {"a.md": "Which moon are you really from?\n"})

    said = " ".join(typed("look", "a.md").out.split())

    assert (
        "If somebody says “Which moon are you really from”, then I will ask kindly: “What did we want" in said
    )
