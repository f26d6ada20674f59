"""`alongside act export`, `import` and `erase`: everything goes along, comes back, and goes for good."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.processes import alongside
from tests.terminal import refused, typed

from alongside.core.folder import database_file

pytestmark = pytest.mark.usefixtures("at_home")
PLAN = "If somebody is cut off, then I will say: let her finish"


@pytest.fixture
def filled(at_home: Path) -> None:  # noqa: ARG001  # a fixture needed for what it does
    typed("act", "log", "Thanked Mina")
    typed("act", "commit", PLAN, "--due", "2026-03-20")
    typed("act", "reflect", "Went well")
    typed("act", "away", "2026-04-01")


def count(table: str) -> int:
    with closing(sqlite3.connect(database_file())) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  # our own names


@pytest.mark.usefixtures("filled")
def test_an_export_put_back_is_the_same_export(tmp_path):
    first = typed("act", "export").out
    file = tmp_path / "alongside.json"
    file.write_text(first, "utf-8")
    typed("act", "erase", "--yes")
    said = typed("act", "import", file)
    assert (said.code, said.out) == (0, "4 entries are back.\n")
    assert typed("act", "export").out == first


@pytest.mark.usefixtures("filled")
def test_the_calendar_holds_the_plan_and_the_neutral_one_not_a_word_of_it():
    full, neutral = typed("act", "export", "--ics").out, typed("act", "export", "--ics", "--neutral").out
    assert full.startswith("BEGIN:VCALENDAR")
    assert "let her finish" in full
    assert "let her finish" not in neutral
    assert full.count("BEGIN:VEVENT") == neutral.count("BEGIN:VEVENT") == 1


@pytest.mark.usefixtures("filled")
def test_a_file_is_written_for_oneself_alone(tmp_path):
    target = tmp_path / "mine.json"
    said = typed("act", "export", "-o", target)
    assert (said.code, said.out) == (0, "")
    assert str(target) in said.err
    assert target.stat().st_mode & 0o777 == 0o600
    assert len(json.loads(target.read_text("utf-8"))["entries"]) == 4


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"kind": "alongside diary", "schema_version": 9}'])
def test_what_is_not_ours_is_refused_and_changes_nothing(text):
    line = refused(typed("act", "import", "-", text=text))
    assert "Nothing was changed." in line
    assert count("web_sealedentry") == 0


def test_a_file_that_is_not_there_is_a_usage_error():
    said = typed("act", "import", "nowhere.json")
    assert (said.code, said.out) == (2, "")
    assert "nowhere.json" in said.err


@pytest.mark.usefixtures("filled")
def test_what_is_here_already_is_told_as_such(tmp_path):
    file = tmp_path / "alongside.json"
    typed("act", "export", "-o", file)
    assert typed("act", "import", file).out == "Nothing new: all 4 were here already.\n"
    (act,) = (each for each in json.loads(file.read_text("utf-8"))["entries"] if each["kind"] == "act")
    typed("act", "forget", act["id"])
    assert typed("act", "import", file).out == "1 new; 3 were here already, and are as in the file.\n"


@pytest.mark.usefixtures("filled")
def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path):
    target = tmp_path / "mine.json"
    target.write_text("something else", "utf-8")
    assert "--force" in refused(typed("act", "export", "-o", target))
    assert target.read_text("utf-8") == "something else"
    assert typed("act", "export", "--force", "-o", target).code == 0
    assert len(json.loads(target.read_text("utf-8"))["entries"]) == 4


@pytest.mark.parametrize("words", [("--neutral",), ("--json", "--neutral"), ("--json", "--ics")])
def test_options_of_an_export_that_do_not_go_together_are_refused(words):
    assert "--ics" in refused(typed("act", "export", *words))


def test_where_nothing_is_kept_there_is_nothing_to_erase_and_nothing_is_made(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path / "none"))
    said = typed("act", "erase", "--yes")
    assert (said.code, said.out) == (0, "There is nothing to erase: nothing of yours is kept here yet.\n")
    assert not (tmp_path / "none").exists()


@pytest.mark.usefixtures("filled")
def test_without_a_terminal_nothing_is_erased_unless_it_is_meant():
    assert "alongside act erase --yes" in refused(typed("act", "erase"))
    assert count("web_sealedentry") == 4


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("answer", "left"), [("n\n", 4), ("y\n", 0)])
def test_on_a_terminal_it_is_asked_once(answer, left):
    said = typed("act", "erase", text=answer, terminal=True)
    assert said.code == (0 if left == 0 else 2)
    assert count("web_sealedentry") == left


@pytest.mark.usefixtures("filled")
def test_erasing_takes_every_entry_and_the_key_and_leaves_the_trail(at_home: Path):
    rows = count("web_auditrow")
    said = typed("act", "erase", "--yes")
    assert said.out.startswith("Everything of yours is erased.")
    assert count("web_sealedentry") == 0
    assert not (at_home / "vault.key").exists()
    assert count("web_auditrow") == rows + 1


def test_a_trouble_ends_a_process_with_one_line_and_exit_code_2(at_home: Path):
    done = alongside("act", "erase", folder=at_home)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Nothing was erased. To go ahead: alongside act erase --yes\n"


def test_the_acts_go_out_as_a_table_for_a_spreadsheet():
    typed("act", "log", "=thanked Mina", "--practice", "amplify")
    head, line = typed("act", "export", "--csv").out.splitlines()
    assert head.startswith("day,practice,effort")
    assert ",'=thanked Mina," in line  # no formula


def test_only_one_form_of_export_at_a_time():
    assert "one of --json, --ics and --csv" in refused(typed("act", "export", "--csv", "--ics"))
