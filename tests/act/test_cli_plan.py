"""`alongside act plan` and `setup`: three things, another in place of one, and a week they fit."""

import json

import pytest
from tests.terminal import refused, typed

pytestmark = pytest.mark.usefixtures("at_home")


def steps() -> list[str]:
    return [step["action"] for step in json.loads(typed("act", "plan", "--json").out)["steps"]]


def test_planning_keeps_nothing():
    typed("act", "plan")
    assert json.loads(typed("act", "export").out)["entries"] == []


def test_three_things_come_each_with_the_line_that_plans_it():
    said = typed("act", "plan")
    assert (said.code, said.err) == (0, "")
    for action in steps():
        assert f"alongside act commit --action {action}\n" in said.out


def test_the_plan_as_json_holds_the_same_three():
    said = typed("act", "plan", "--json")
    body = json.loads(said.out)
    assert (body["kind"], body["schema_version"], len(body["steps"])) == ("alongside plan", 1, 3)


def test_a_swap_shows_another_in_its_place_and_is_remembered():
    before = steps()
    shown = json.loads(typed("act", "plan", "--swap", "2", "--json").out)["steps"]
    after = [step["action"] for step in shown]
    assert before[1] not in after
    assert len(after) == 3
    assert steps() == after


def test_a_fourth_cannot_be_swapped():
    said = typed("act", "plan", "--swap", "4")
    assert (said.code, said.out) == (2, "")
    assert "--swap" in said.err


def test_what_is_planned_already_says_so():
    typed("act", "commit", "--action", steps()[0])
    assert "Planned already." in typed("act", "plan").out


def test_the_first_time_three_questions_are_pointed_to_and_later_not():
    assert "answer three questions: alongside act setup" in " ".join(typed("act", "plan").out.split())
    typed("act", "setup", "--role", "chair")
    assert "three questions" not in typed("act", "plan").out


def test_the_week_is_noted_and_what_was_not_given_stays():
    typed("act", "setup", "--role", "chair", "--occasion", "meeting:tue", "--capacity", "9")
    said = typed("act", "setup", "--role", "teach", "--role", "write", "--occasion", "email")
    (entry,) = json.loads(typed("act", "export").out)["entries"]
    assert said.code == 0
    assert entry["body"]["roles"] == ["teach", "write"]
    assert entry["body"]["occasions"] == [{"id": "email", "weekday": None}]
    assert entry["body"]["capacity"] == 9


def test_on_a_terminal_the_week_is_asked_for():
    said = typed("act", "setup", text="chair, teach\nmeeting:tue\n9\n", terminal=True)
    (entry,) = json.loads(typed("act", "export").out)["entries"]
    assert said.code == 0
    assert entry["body"]["roles"] == ["chair", "teach"]
    assert entry["body"]["occasions"] == [{"id": "meeting", "weekday": 1}]
    assert entry["body"]["capacity"] == 9


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--role", "king"), "“king” is not one we know"),
        (("--occasion", "coronation"), "“coronation” is not one we know"),
        (("--occasion", "meeting:noday"), "“noday” is no day of the week"),
        (("--capacity", "2"), "3 to 30"),
        (("--capacity", "31"), "3 to 30"),
    ],
)
def test_a_week_that_cannot_be_is_refused_in_one_line(words, told):
    assert told in refused(typed("act", "setup", *words))
    assert json.loads(typed("act", "export").out)["entries"] == []


def test_without_a_terminal_nothing_is_asked_and_the_options_are_named():
    line = refused(typed("act", "setup"))
    assert line == "There is no terminal to ask in. Say it with --role, --occasion, --capacity."
    assert json.loads(typed("act", "export").out)["entries"] == []


def test_what_is_not_known_is_asked_again_and_that_alone():
    answers = "king\nchair\nmeeting:noday\nmeeting:tue\nlots\n99\n9\n"
    said = typed("act", "setup", text=answers, terminal=True)
    (entry,) = json.loads(typed("act", "export").out)["entries"]
    assert said.code == 0
    assert [said.out.count(each) for each in ("“king”", "“noday”", "“lots”", "3 to 30")] == [1, 1, 1, 1]
    assert [said.out.count(each) for each in ("Which are yours", "Which come round", "How much room")] == [
        2,
        2,
        3,
    ]
    assert (entry["body"]["roles"], entry["body"]["capacity"]) == (["chair"], 9)


def test_each_choice_stands_beside_its_meaning():
    said = typed("act", "setup", text="\n\n\n", terminal=True)
    assert "  chair        I chair meetings\n" in said.out
    assert "  family-meal  A meal with family\n" in said.out


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("--role", "king"), "--role"),
        (("--occasion", "x"), "--occasion"),
        (("--capacity", "2"), "--capacity"),
    ],
)
def test_what_was_refused_is_named_as_the_option(words, option):
    assert refused(typed("act", "setup", *words)).startswith(f"{option}: ")


def test_a_day_that_is_none_in_the_environment_is_one_line(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", "someday")
    assert refused(typed("act", "plan")).startswith("ALONGSIDE_TODAY: “someday” is no day.")


OWN = """
[[action]]
id = "{id}"
title = "Bring soup"
practice = "repair"
level = "starter"
mode = "proactive"
reach = "few"
effort = {effort}
minutes = 5
places = ["work"]
roles = ["any"]
occasions = ["any"]
cue = "somebody is ill"
act = "bring them soup and stay a while"
why = "A warm meal says that somebody is missed."
safety = ""
provenance = "own words"
review = "unreviewed"
[action.source]
kind = "own"
cite = "Our own suggestion"
"""
HEAD = 'schema = 1\nlanguage = "en"\nlicence = "CC-BY-SA-4.0"\n'


@pytest.fixture
def own_actions(at_home):
    """Write actions of one's own into the data folder."""
    folder = at_home / "content" / "en" / "actions"
    folder.mkdir(parents=True)
    return lambda text: (folder / "mine.toml").write_text(HEAD + text, "utf-8")


def test_an_action_of_ones_own_stands_beside_those_that_ship(own_actions):
    own_actions(OWN.format(id="repair-soup", effort=1))
    said = typed("act", "commit", "--action", "repair-soup")
    assert said.out.startswith("If somebody is ill, then I will bring them soup and stay a while.")


def test_an_action_of_ones_own_with_a_name_that_is_taken_does_not_take_its_place(own_actions):
    before = typed("act", "commit", "--action", "repair-thank-and-stop").out.splitlines()[0]
    own_actions(OWN.format(id="repair-thank-and-stop", effort=1))
    assert typed("act", "commit", "--action", "repair-thank-and-stop").out.splitlines()[0] == before
    assert len(steps()) == 3


@pytest.mark.parametrize("text", [OWN.format(id="repair-soup", effort=9), "[[action]]\nid = 'half'\n", "[[["])
def test_a_broken_action_of_ones_own_is_left_out_and_stops_nothing(own_actions, text):
    own_actions(text)
    assert len(steps()) == 3
    assert "no action called" in refused(typed("act", "commit", "--action", "repair-soup"))
