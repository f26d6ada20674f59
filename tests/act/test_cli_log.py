"""`alongside act log`, `forget`, `week`, `reflect`, `away` and `explain`: what was done, and a look back."""

import json
import shlex

import pytest
from tests.terminal import refused, typed

pytestmark = pytest.mark.usefixtures("at_home")
PLAN = "If somebody is cut off, then I will say: let her finish"


def bodies(kind: str) -> list[dict[str, object]]:
    entries = json.loads(typed("act", "export").out)["entries"]
    return [
        {**each["body"], "id": each["id"], "day": each["day"]} for each in entries if each["kind"] == kind
    ]


def an_act() -> dict[str, object]:
    (found,) = bodies("act")
    return found


def week() -> dict[str, object]:
    return json.loads(typed("act", "week", "--json").out)


def test_an_act_is_logged_in_ones_own_words():
    said = typed("act", "log", "Thanked  Mina by name")
    assert said.code == 0
    assert said.out == f"Logged as {an_act()['id'][:6]}: Thanked Mina by name\n"
    assert f"alongside act change {an_act()['id'][:6]} --practice" in said.err
    assert (an_act()["practice"], an_act()["effort"]) == ("include", 2)


def test_practice_effort_and_day_are_kept_as_told_and_nothing_is_asked_then():
    said = typed("act", "log", "Wrote", "--practice", "advocate", "--effort", "4", "--day", "yesterday")
    assert said.err == ""
    assert (an_act()["practice"], an_act()["effort"], an_act()["day"]) == ("advocate", 4, "2026-03-11")


def test_a_dash_reads_the_words_from_standard_input():
    typed("act", "log", "-", text="Asked Zoë\nfor her view\n")
    assert an_act()["what"] == "Asked Zoë for her view"


def test_on_a_terminal_the_words_are_asked_for():
    said = typed("act", "log", text="Made room\n", terminal=True)
    assert said.code == 0
    assert an_act()["what"] == "Made room"


def test_logging_on_a_plan_keeps_the_plan_and_takes_its_words():
    typed("act", "commit", PLAN, "--practice", "interrupt")
    (plan,) = bodies("commitment")
    typed("act", "log", "--commitment", plan["id"][:6])
    (plan,) = bodies("commitment")
    assert (an_act()["what"], an_act()["practice"]) == ("As planned: say: let her finish", "interrupt")
    assert an_act()["commitment"] == plan["id"]
    assert plan["outcome"] == "kept"


def test_a_weekly_plan_stays_open_when_it_was_done_once():
    typed("act", "commit", PLAN, "--weekly")
    (plan,) = bodies("commitment")
    typed("act", "log", "--commitment", plan["id"])
    assert "outcome" not in bodies("commitment")[0]  # what is empty is not kept


def test_an_act_on_a_closed_plan_is_refused():
    typed("act", "commit", PLAN)
    (plan,) = bodies("commitment")
    typed("act", "close", plan["id"], "--drop")
    assert "closed already" in refused(typed("act", "log", "--commitment", plan["id"]))


def test_an_action_of_the_catalogue_gives_words_practice_and_effort():
    (first, *_rest) = json.loads(typed("act", "plan", "--json").out)["steps"]
    typed("act", "log", "--action", first["action"])
    assert (an_act()["practice"], an_act()["effort"]) == (first["practice"], first["effort"])


def test_talk_is_kept_and_not_counted():
    typed("act", "log", "Posted about it", "--talk")
    assert an_act()["kind"] == "talk"
    out = typed("act", "week").out
    assert "1 post, 0 acts in 8 weeks" in out
    assert "Posted about it, today (kept, not counted)" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "nothing to log yet"),
        (("x", "--day", "2026-03-13"), "still to come"),
        (("x", "--day", "tomorrow"), "still to come"),
        (("x", "--commitment", "abc"), "No entry has the id “abc”"),
        (("--action", "fly"), "no action called “fly”"),
    ],
)
def test_what_cannot_be_logged_is_refused_in_one_line(words, told):
    assert told in refused(typed("act", "log", *words))
    assert bodies("act") == []


def test_the_beginning_of_two_ids_is_not_taken_for_either():
    typed("act", "log", "One")
    typed("act", "log", "Two")
    assert "More than one entry begins with “”" in refused(typed("act", "forget", ""))
    assert len(bodies("act")) == 2


def test_an_act_can_be_taken_out_again():
    typed("act", "log", "By mistake")
    said = typed("act", "forget", an_act()["id"][:6]).out.splitlines()
    assert said[0] == "Taken out: By mistake"
    assert bodies("act") == []


@pytest.mark.parametrize("words", ["Asked “who?”", "it's $HOME; done", "--all of them"])
@pytest.mark.parametrize("option", [(), ("--talk",), ("--practice", "learn", "--effort", "5")])
def test_what_was_taken_out_comes_back_by_the_line_that_is_told(words, option):
    typed("act", "log", *option, "--day", "yesterday", "--", words)
    before = an_act()
    line = typed("act", "forget", before["id"]).out.splitlines()[1].removeprefix("To log it again: ")
    typed(*shlex.split(line)[1:])
    assert {**an_act(), "id": "", "logged": ""} == {**before, "id": "", "logged": ""}


def test_an_act_is_changed_and_the_line_says_how_it_stands():
    typed("act", "log", "Asked Zoë")
    short = an_act()["id"][:6]
    said = typed("act", "change", short, "--practice", "listen", "--effort", "4", "--day", "yesterday")
    assert said.out == f"Changed: {short}  Asked Zoë (Listen, 2026-03-11)\n"
    assert (an_act()["practice"], an_act()["effort"], an_act()["day"]) == ("listen", 4, "2026-03-11")
    typed("act", "change", short, "--what", "Asked Zoë twice")
    assert (an_act()["what"], an_act()["practice"]) == ("Asked Zoë twice", "listen")


@pytest.mark.parametrize(
    ("words", "told"),
    [((), "nothing to change yet"), (("--day", "tomorrow"), "--day: 2026-03-13 is still to come")],
)
def test_a_change_that_cannot_be_is_one_line(words, told):
    typed("act", "log", "Asked Zoë")
    before = an_act()
    assert told in refused(typed("act", "change", before["id"], *words))
    assert an_act() == before


def test_a_week_without_acts_shows_no_rhythm():
    said = typed("act", "week")
    assert said.code == 0
    assert "rhythm" not in said.out
    assert week()["rhythm"] is None


def test_the_week_names_what_was_done_and_what_waits():
    typed("act", "log", "Thanked Mina")
    typed("act", "commit", PLAN)
    typed("act", "commit", "If it is Friday, then I will write", "--weekly")
    out = typed("act", "week").out
    assert "Your rhythm: starting" in out
    assert f"{an_act()['id'][:6]}  Thanked Mina (Include, today)" in out
    assert "let her finish." in out
    assert "(every week)" in out


def test_the_week_as_json_holds_the_word_and_no_number():
    typed("act", "log", "Thanked Mina", "--day", "2026-03-10")
    typed("act", "commit", PLAN, "--due", "2026-03-14")
    body = week()
    assert body["rhythm"] == "starting"
    assert [each["day"] for each in body["done"]] == ["2026-03-10"]
    assert [each["due"] for each in body["planned"]] == ["2026-03-14"]
    assert set(body) == {"schema_version", "kind", "rhythm", "moved_by", "done", "planned"}


def test_the_working_of_the_rhythm_is_told_line_by_line():
    typed("act", "log", "Thanked Mina")
    said = typed("act", "explain")
    assert said.code == 0
    assert "The week from 2026-03-06 to 2026-03-12" in said.out


def test_answers_are_kept_and_may_be_empty():
    assert typed("act", "reflect", "Went well", "", "Next time").out == "Kept. Only you can read it.\n"
    assert bodies("reflection")[0]["answers"] == ["Went well", "", "Next time"]


def test_an_answer_comes_from_standard_input_too():
    typed("act", "reflect", text="One thought\n")
    assert bodies("reflection")[0]["answers"] == ["One thought", "", ""]


def test_on_a_terminal_the_questions_are_asked():
    said = typed("act", "reflect", text="\nSecond\n\n", terminal=True)
    assert said.code == 0
    assert bodies("reflection")[0]["answers"] == ["", "Second", ""]


def test_a_fourth_answer_is_refused_and_the_others_stay():
    typed("act", "reflect", "Went well")
    line = refused(typed("act", "reflect", "one", "two", "three", "four"))
    assert line.startswith("There are three questions; you gave 4 answers.")
    assert bodies("reflection")[0]["answers"] == ["Went well", "", ""]


def test_an_answer_not_given_or_empty_leaves_what_stood_there():
    typed("act", "reflect", "one", "two", "three")
    typed("act", "reflect", "", "new")
    assert bodies("reflection")[0]["answers"] == ["one", "new", "three"]


def test_on_a_terminal_the_answer_that_stands_is_offered():
    typed("act", "reflect", "one", "two")
    said = typed("act", "reflect", text="\nnew\n\n", terminal=True)
    assert "[one]" in said.out
    assert bodies("reflection")[0]["answers"] == ["one", "new", ""]


def test_the_week_says_what_was_written_about_it():
    typed("act", "reflect", "Mina spoke first", "")
    out = " ".join(typed("act", "week").out.split())
    assert "You looked back What did you do, and what happened then? Mina spoke first" in out


def test_nothing_written_is_nothing_kept():
    assert typed("act", "reflect", text="\n").out == "Nothing was written, so nothing was kept.\n"
    assert bodies("reflection") == []


def test_days_away_are_set_aside_listed_and_taken_out():
    said = typed("act", "away", "2026-03-14", "2026-03-20")
    short = bodies("away")[0]["id"][:6]
    assert said.out == f"{short}  2026-03-14 to 2026-03-20\n"
    assert typed("act", "away").out == said.out
    assert typed("act", "away", "--forget", short).out == "No days are set aside.\n"
    assert bodies("away") == []


def test_one_day_away_is_its_own_last_day():
    assert typed("act", "away", "2026-03-14").out.endswith("  2026-03-14\n")
    assert refused(typed("act", "away", "--forget", "zz")).endswith("See the ids with: alongside act away")


def test_days_away_in_the_wrong_order_are_refused():
    assert "2026-03-01 is before 2026-03-14" in refused(typed("act", "away", "2026-03-14", "2026-03-01"))
    assert bodies("away") == []
