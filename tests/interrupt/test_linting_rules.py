"""What is wrong with rules is named with file, line, rule and cure; and the rules that ship are sound."""

import pytest
from tests.interrupt.wording import ship_little, written

from alongside.core.content import SHIPPED, lint
from alongside.interrupt.book import read_book
from alongside.interrupt.examples import marked, misses_in
from alongside.interrupt.library import rule_files
from alongside.interrupt.lint import problems
from alongside.interrupt.toml_lines import line_of

SOUND = written()
EITHER = "(a|b|c|d|e) (a|b|c|d|e) (a|b|c|d|e) (a|b|c)"  # 5 · 5 · 5 · 3 = 375 spellings
MANY = '["zzone", ' + ", ".join(f'"zz{number} {EITHER}"' for number in range(5)) + "]"


@pytest.fixture
def little(tmp_path, monkeypatch):
    ship_little(tmp_path / "shipped", monkeypatch)


def told(tmp_path, text):
    file = tmp_path / "house.toml"
    file.write_text(text, "utf-8")
    read = lint(file)
    assert read.problems == ()
    return [str(problem).removeprefix(str(file)) for problem in problems(read.placed)]


@pytest.mark.usefixtures("little")
def test_sound_rules_have_no_problem(tmp_path):
    assert told(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('["zzone"]', '["(zzone"]', 11, "forms: “(zzone”: a bracket is opened and never closed."),
        ('["zzone"]', '["zzone {none}"]', 11, "there is no word list “none”"),
        (
            '["zzone"]',
            '["zzone", "wheelchair bound"]',
            11,
            "“wheelchair bound” is a form of the rule",
        ),
        ('["zzone"]', MANY, 11, "make 1876 spellings; more than 1500 slow every check down"),
        ('["zzone"]', '["zzone"]\npatterns = ["((("]', 12, "RE2 refuses it: missing )"),
        ('["a-guide"]', '["no-guide"]', 16, "sources: there is no source “no-guide”."),
        ('"term"', '"phrase"', 6, "scene: a phrase needs a scene"),
        ("fine_when", 'scene = "no-scene-01"\nfine_when', 15, "there is no scene “no-scene-01”"),
        (
            '["other words"]',
            '["other words", "zzthree"]\nfix = "safe"',
            15,
            "fix: a safe fix needs",
        ),
        (
            '["other words"]',
            '["wheelchair-bound"]',
            14,
            "alternative “wheelchair-bound” is found by",
        ),
        ("fine_when", 'guard = { next = ["{none}"] }\nfine_when', 15, "guard: there is no word list “none”"),
        (
            "fine_when",
            "guard = { reach = true }\nfine_when",
            15,
            "`reach` goes on to the word that `after`",
        ),
        ('"and «zzone»"', '"and «zztwo»"', 17, "examples: not found: “zztwo”."),
        ('"line two"', '"two zzone"', 18, "examples: found, and not marked: “zzone”."),
    ],
)
@pytest.mark.usefixtures("little")
def test_problems_are_named_with_line_and_cure(tmp_path, old, new, line, says):
    found = told(tmp_path, SOUND.replace(old, new, 1))

    assert any(each.startswith(f":{line}: house-rule: ") and says in each for each in found), found


def test_entries_of_other_kinds_are_none_of_our_business():
    assert problems(lint(SHIPPED / "en" / "cards").placed) == ()


def test_lines_are_found_in_any_layout():
    text = '[[rule]]\nwhy = "x"\nid = "one"\n\n[[rule]]\nid="two"\nexamples.flagged = [\n  "a b",\n]\n'

    assert line_of(text, entry="one", field="why") == 2
    assert line_of(text, entry="two", field="why") == 6
    assert line_of(text, entry="two", field="examples", words="a b") == 8
    assert line_of(text, entry="two", field="examples") == 7
    assert line_of(text, entry="three") == 0


def test_marks_are_taken_out_of_examples():
    assert marked("«Hey guys», and «guys».") == ("Hey guys, and guys.", ["Hey guys", "guys"])


def test_every_rule_that_ships_finds_its_examples_and_nothing_else_of_its_own():
    placed = lint(SHIPPED / "en" / "rules").placed

    assert [f"{miss.rule}: {miss.what} {miss.example}" for _file, miss in misses_in(placed)] == []


def test_the_rules_that_ship_have_no_problem():
    read = lint(SHIPPED / "en")

    assert [str(problem) for problem in (*read.problems, *problems(read.placed))] == []


def test_no_rule_that_ships_needs_a_pattern_which_only_re2_can_read():
    assert [rule.id for rule in read_book(rule_files()).rules if rule.patterns] == []
