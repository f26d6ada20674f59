"""`alongside look` and `alongside listen …` as somebody types them: answers, exit codes, one-line errors."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import alongside
from alongside.listen.cli import listen
from alongside.look import look

VTT = """WEBVTT

1
00:00:00.000 --> 00:00:09.000
Ana: The hall is free on Monday.

2
00:00:09.500 --> 00:00:14.000
Ben: The street is closed from noon.

3
00:00:14.500 --> 00:00:20.000
Ana: Posters are printed.

4
00:00:20.500 --> 00:00:24.000
Ben: Then we are ready for Monday.
"""
CAPTIONS = """1
00:00:01,000 --> 00:00:04,000
The hall is free on Monday.

2
00:00:05,000 --> 00:00:07,000
The street.
"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "data"))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.vtt"
    path.write_text(VTT)
    return path


def run(*words, command=look, **given):
    return CliRunner().invoke(command, [str(word) for word in words], **given)


def test_looking_keeps_nothing_by_itself(file, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    assert run(file).exit_code == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_to_act_on_is_exit_code_0(file):
    done = run(file)
    assert done.exit_code == 0
    assert "Nothing stood out" in done.stdout


def test_something_to_act_on_is_1_unless_told_otherwise():
    assert run("--sample").exit_code == 1
    assert run("--sample", "--exit-zero").exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--sample"),
        (("nowhere.vtt",), "nowhere.vtt"),
        (("--sample", "--me", "Nobody Here"), "Ngozi Adeyemi"),
        (("--sample", "--start", "soon"), None),
        (("--sample", "--lang", "tlh"), "--lang"),
        (("--format", "pdf", "--sample"), "pdf"),
    ],
)
def test_what_cannot_be_done_is_exit_code_2_with_the_way_out(words, told):
    done = run(*words)
    if told is None:
        assert done.exit_code == 1, "the sample needs no --start"
        return
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stdout == ""


def test_a_start_that_is_no_time_of_day_is_named(file):
    done = run(file, "--start", "soon")
    assert done.exit_code == 2
    assert done.stderr.startswith("--start: ")
    assert done.stderr.count("\n") == 1


def test_a_missing_roster_is_one_line(file):
    done = run(file, "--roster", "nobody.csv")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "nobody.csv" in done.stderr


PICTURE = bytes.fromhex("89504e470d0a1a0a")


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--roster", "pic.png: This is not a list of people. Give "),
        ("--chat", "pic.png: This is not a chat. Give "),
        ("--aliases", "pic.png: This is not a list of aliases. No alias was applied."),
    ],
)
def test_a_picture_in_place_of_a_list_is_refused_by_its_name(file, tmp_path, option, told):
    (tmp_path / "pic.png").write_bytes(PICTURE)
    done = run(file, option, tmp_path / "pic.png")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(told)


@pytest.mark.parametrize("option", ["--roster", "--chat", "--aliases"])
def test_an_empty_list_is_refused_by_its_name(file, tmp_path, option):
    (tmp_path / "nothing.txt").write_bytes(b"")
    done = run(file, option, tmp_path / "nothing.txt")
    assert done.exit_code == 2
    assert done.stderr.startswith("nothing.txt: The file is empty. ")


@pytest.mark.parametrize("command", ["look", "listen meeting"])
def test_a_closed_standard_input_is_one_line(command):
    source = str(Path(alongside.__file__).parents[1])
    code = "from alongside.cli import main; main()"
    done = subprocess.run(  # noqa: S603 -- our own interpreter and our own words
        ["/bin/sh", "-c", f'exec "$0" -c "$1" {command} - <&-', sys.executable, code],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": source},
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("-: standard input is closed. ")


def test_captions_without_speakers_are_exit_code_0_with_a_sentence(tmp_path):
    path = tmp_path / "talk.srt"
    path.write_text(CAPTIONS)
    done = run(path)
    assert done.exit_code == 0
    assert "does not say who spoke" in done.stdout
    assert "Gini" not in done.stdout


def test_standard_input_is_a_dash():
    done = run("-", "--format", "json", input=VTT)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["people_who_spoke"] == 2


def test_an_output_file_is_written_whole_and_its_ending_tells_the_form(file, tmp_path):
    assert run(file, "-o", tmp_path / "out" / "plan.html").exit_code == 0
    assert (tmp_path / "out" / "plan.html").read_text().startswith("<!doctype html>")
    assert run(file, "-o", tmp_path / "plan.json").stdout == ""
    assert json.loads((tmp_path / "plan.json").read_text())["schema_version"] == "1"
    assert list(tmp_path.rglob("*.part")) == []


def test_saving_in_a_folder_keeps_no_quotes(tmp_path):
    assert run("--sample", "--exit-zero", "--save", tmp_path / "kept").exit_code == 0
    kept = (tmp_path / "kept" / "sample.listen.json").read_text()
    assert "quiet tent" not in kept
    assert json.loads(kept)["findings"]


def test_saving_in_a_file_is_refused_and_the_file_stays(file):
    done = run("--sample", "--save", file)
    assert done.exit_code == 2
    assert file.read_text() == VTT


def test_a_finding_comes_with_the_line_that_plans_it():
    assert "alongside act commit --finding 1 --look sample" in run("--sample").stdout


def test_a_report_to_a_pipe_has_no_colours():
    assert "\x1b" not in run("--sample").stdout


def test_listen_meeting_is_the_same_look(file):
    assert run("meeting", file, command=listen).stdout == run(file).stdout


def test_every_measure_can_be_explained():
    listed = run("explain", command=listen).stdout
    for line in listed.splitlines():
        explained = run("explain", line.split()[0], command=listen).stdout
        assert "Formula: " in explained
        assert "Source: " in explained


def test_an_unknown_measure_is_exit_code_2_and_names_those_there_are():
    done = run("explain", "charisma", command=listen)
    assert done.exit_code == 2
    assert "effective-speakers" in done.stderr


def test_formats_tell_what_each_can_give():
    told = run("formats", command=listen).stdout
    assert "rttm" in told
    assert "speakers" in told


def test_the_door_starts_without_numpy_or_django():
    heavy = "[m for m in ('numpy', 'django', 'jsonschema') if m in sys.modules]"
    code = f"import sys; import alongside.look; print({heavy})"
    source = str(Path(alongside.__file__).parents[1])
    done = subprocess.run(  # noqa: S603 -- our own interpreter and our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": source}
    )
    assert done.stdout.strip() == "[]"
