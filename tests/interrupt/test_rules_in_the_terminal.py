"""`alongside rules`: see rules, check and try rules of one's own."""

import pytest
from click.testing import CliRunner
from tests.interrupt.wording import pack, ship_little, written

from alongside.core.problems import Trouble
from alongside.interrupt.cli_rules import rules

HEADINGS = ["Looks for:", "Why:", "You could say:", "Write instead:", "Fine:", "Source:", "Found:"]


def run(*words):
    return CliRunner().invoke(rules, [str(word) for word in words])


@pytest.fixture(autouse=True)
def _cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    ship_little(tmp_path / "shipped", monkeypatch)


def test_the_list_names_id_level_grounds_and_a_form(tmp_path):
    told = run("list", "--ground", "any", "--profile", "default", "--pack", pack(tmp_path / "mine"))

    assert "house-rule\treword\tany\tzzone\n" in told.stdout
    assert told.exit_code == 0
    assert "a-strict-rule" not in told.stdout


def test_a_rule_is_shown_whole():
    told = run("show", "wheelchair-bound").stdout

    assert [heading for heading in HEADINGS if heading not in told] == []
    assert "not reviewed yet" in told


def test_a_rule_that_is_not_there_is_refused_with_those_spelt_alike():
    told = run("show", "wheelchair-bond")

    assert isinstance(told.exception, Trouble)
    assert "wheelchair-bound" in str(told.exception)


def test_sound_rules_pass_lint_and_test(tmp_path):
    mine = pack(tmp_path / "mine")

    assert [run(command, mine).exit_code for command in ("lint", "test", "compile")] == [0, 0, 0]


def test_what_is_wrong_is_named_and_the_exit_code_says_so(tmp_path):
    (tmp_path / "mine.toml").write_text(written('forms = ["zztwo"]', id="mine"), "utf-8")
    linted, tried = run("lint", tmp_path / "mine.toml"), run("test", tmp_path / "mine.toml")

    assert (linted.exit_code, tried.exit_code) == (1, 1)
    assert "mine.toml:17: mine: examples: not found: “zzone”." in linted.stdout
    assert "mine.toml: mine: not found: “zzone”. «zzone» here" in tried.stdout
    assert "3 things to mend" in tried.stderr


def test_a_folder_without_rules_is_refused(tmp_path):
    (tmp_path / "rules.toml").write_text("", "utf-8")

    assert run("lint", tmp_path / "rules.toml").exit_code == 1


def test_compile_says_how_many_rules_each_profile_has(tmp_path):
    told = run("compile", pack(tmp_path / "mine", 'patterns = ["((("]'))

    assert "job-ad: " in told.stdout
    assert "RE2 refuses it" in told.stdout
    assert told.exit_code == 1
