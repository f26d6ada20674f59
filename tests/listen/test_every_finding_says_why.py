"""Each kind of finding says why it matters, and plans itself by a command that leads to the same finding."""

import re
from pathlib import Path

import pytest

from alongside.listen import findings
from alongside.listen.meeting import SAMPLE, Wish, look_at
from alongside.listen.summary import plan_line
from alongside.listen.whys import WHYS


def test_every_finding_has_a_reason_and_every_reason_a_finding() -> None:
    made = set(re.findall(r'id="(listen\.[a-z-]+)"', Path(findings.__file__).read_text("utf-8")))
    assert made == set(WHYS)


def test_the_sample_is_planned_by_its_name() -> None:
    assert plan_line(look_at(SAMPLE), 2) == "alongside act commit --finding 2 --look sample"


@pytest.fixture
def transcript(tmp_path):
    source = Path(findings.__file__).parent.parent / "content/en/samples/festival-planning.vtt"
    file = tmp_path / "our meeting.vtt"
    file.write_bytes(source.read_bytes())
    return file


def test_a_name_with_a_space_is_quoted(transcript) -> None:
    assert plan_line(look_at(transcript), 1) == f"alongside act commit --finding 1 --look '{transcript}'"


def test_what_came_with_a_roster_is_planned_from_the_kept_result(transcript, tmp_path) -> None:
    roster = tmp_path / "there.txt"
    roster.write_text("Ngozi Adeyemi\nPriya Raman\nAnother Person\n", "utf-8")
    report = look_at(transcript, wish=Wish(roster=roster))
    assert plan_line(report, 1) == "look again with --save, then: alongside act commit --finding 1"
