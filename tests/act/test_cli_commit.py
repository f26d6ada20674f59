"""`alongside act commit` and `close`: a finding, an action or own words become a plan, and end."""

import json
import shlex

import pytest
from tests.terminal import refused, typed

pytestmark = pytest.mark.usefixtures("at_home")
PLAN = "If somebody is cut off, then I will say: let her finish"


def entries() -> list[dict[str, object]]:
    return json.loads(typed("act", "export").out)["entries"]


def the_plan() -> dict[str, object]:
    (entry,) = (each for each in entries() if each["kind"] == "commitment")
    return {**entry["body"], "short": entry["id"][:6]}


def test_a_finding_of_the_sample_becomes_a_plan():
    found = json.loads(typed("look", "--sample", "--format", "json").out)["findings"][1]
    said = typed("act", "commit", "--finding", "2", "--look", "sample")
    assert said.code == 0
    assert {name: the_plan()[name] for name in ("cue", "act", "practice")} == {
        name: found[name] for name in ("cue", "act", "practice")
    }
    assert f"alongside act log --commitment {the_plan()['short']}" in said.out


def test_a_finding_of_the_look_saved_last_needs_no_file():
    typed("look", "--sample", "--save")
    saved = typed("act", "commit", "--finding", "2").out.splitlines()[0]
    named = typed("act", "commit", "--finding", "2", "--look", "sample").out.splitlines()[0]
    assert saved == named


def test_without_a_saved_look_the_line_that_names_the_file_is_told():
    line = refused(typed("act", "commit", "--finding", "2"))
    assert "alongside act commit --finding 2 --look FILE" in line


def test_a_look_that_found_nothing_has_nothing_to_plan(tmp_path):
    quiet = tmp_path / "quiet.vtt"
    quiet.write_text("WEBVTT\n\n00:00.000 --> 00:04.000\nBen: The hall is free.\n", "utf-8")
    line = refused(typed("act", "commit", "--finding", "1", "--look", quiet))
    assert "this look found nothing to plan" in line


def test_a_finding_that_is_not_there_is_told_with_how_many_there_are():
    line = refused(typed("act", "commit", "--finding", "99", "--look", "sample"))
    assert "you asked for number 99" in line
    assert entries() == []


def test_a_finding_is_taken_from_standard_input_too():
    talk = "WEBVTT\n\n00:00.000 --> 00:04.000\nBen: The hall is free.\n"
    line = refused(typed("act", "commit", "--finding", "1", "--look", "-", text=talk))
    assert "this look found nothing to plan" in line


def test_an_action_becomes_a_plan_that_remembers_it():
    (first, *_rest) = json.loads(typed("act", "plan", "--json").out)["steps"]
    said = typed("act", "commit", "--action", first["action"])
    assert said.code == 0
    assert (the_plan()["action"], the_plan()["cue"]) == (first["action"], first["cue"])


def test_an_action_that_is_not_in_the_catalogue_is_refused():
    assert "no action called “fly”" in refused(typed("act", "commit", "--action", "fly"))


def test_own_words_are_kept_in_two_halves():
    said = typed("act", "commit", PLAN)
    assert said.out.splitlines()[0] == f"{PLAN}."
    assert (the_plan()["cue"], the_plan()["act"]) == ("somebody is cut off", "say: let her finish")


def test_cue_and_act_can_be_given_apart_and_everything_else_with_them():
    words = ("--practice", "interrupt", "--effort", "4", "--obstacle", "nerves", "--due", "2026-03-20")
    typed("act", "commit", "--cue", "it begins", "--act", "greet her", *words, "--weekly", "--buddy", "Ana")
    plan = the_plan()
    told = {name: plan[name] for name in ("practice", "effort", "obstacle", "due", "weekly", "buddy")}
    assert told == {
        "practice": "interrupt",
        "effort": 4,
        "obstacle": "nerves",
        "due": "2026-03-20",
        "weekly": True,
        "buddy": "Ana",
    }


def test_what_is_given_beside_a_finding_changes_it():
    typed("act", "commit", "--finding", "1", "--look", "sample", "--act", "ask Leif", "--practice", "learn")
    assert (the_plan()["act"], the_plan()["practice"]) == ("ask Leif", "learn")


def test_a_day_that_has_gone_by_is_kept_and_asked_about():
    said = typed("act", "commit", PLAN, "--due", "yesterday")
    assert said.code == 0
    assert "2026-03-11 has gone by already" in said.err
    assert the_plan()["due"] == "2026-03-11"


def test_on_a_terminal_both_halves_and_the_practice_are_asked_for():
    said = typed("act", "commit", text="it rains\nshare my umbrella\n\n", terminal=True)
    assert said.code == 0
    assert (the_plan()["cue"], the_plan()["practice"]) == ("it rains", "include")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("I will be kinder",), "both halves"),
        ((), "The moment is still open"),
        (("--act", "greet her"), "The moment is still open"),
        (("--cue", "it begins"), "The act is still open"),
    ],
)
def test_a_plan_without_both_halves_is_refused_in_one_line(words, told):
    assert told in refused(typed("act", "commit", *words))
    assert entries() == []


@pytest.mark.parametrize("words", [("--due", "soon"), ("--effort", "9"), ("--practice", "win")])
def test_an_option_that_makes_no_sense_is_a_usage_error(words):
    said = typed("act", "commit", PLAN, *words)
    assert (said.code, said.out) == (2, "")
    assert words[0] in said.err
    assert entries() == []


def test_closing_says_kept_unless_told_otherwise():
    typed("act", "commit", PLAN)
    kept, log = typed("act", "close", the_plan()["short"]).out.splitlines()
    assert kept == f"Kept: {PLAN}."
    assert (the_plan()["outcome"], the_plan()["closed"]) == ("kept", "2026-03-12")
    typed(*shlex.split(log.removeprefix("To log what you did as well: "))[1:])
    (act,) = (each["body"] for each in entries() if each["kind"] == "act")
    assert (act["what"], act["practice"]) == ("As planned: say: let her finish", "include")


@pytest.mark.parametrize("again", [(), ("--drop",)])
def test_closing_what_is_closed_says_so_and_changes_nothing(again):
    typed("act", "commit", PLAN)
    typed("act", "close", the_plan()["short"])
    before = the_plan()
    said = typed("act", "close", before["short"], *again)
    assert (said.code, said.out) == (0, "It is closed already, as kept.\n")
    assert the_plan() == before
    assert f"alongside act close {before['short']} --reopen" in refused(
        typed("act", "log", "--commitment", before["short"])
    )


def test_letting_go_asks_for_no_reason():
    typed("act", "commit", PLAN)
    assert typed("act", "close", the_plan()["short"], "--drop").out == f"Let go: {PLAN}.\n"
    assert the_plan()["outcome"] == "dropped"


def test_a_closed_plan_can_be_opened_again():
    typed("act", "commit", PLAN)
    typed("act", "close", the_plan()["short"], "--drop")
    assert typed("act", "close", the_plan()["short"], "--reopen").out == f"Open again: {PLAN}.\n"
    assert {"outcome", "closed"}.isdisjoint(the_plan())  # what is empty is not kept


def test_closing_what_is_not_there_is_one_line():
    assert refused(typed("act", "close", "abc")).startswith("No entry has the id “abc”.")
