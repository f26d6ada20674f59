"""`alongside practise notice`, `correct` and `due`: what is asked and shown, and that no word is kept."""

import json

import pytest
from tests.practise.drills import PLACES
from tests.terminal import refused, typed

CANARY = "xylophone-of-mine"
REAL = ("--commit", "--cue", "I next see Ana", "--act", "correct the minutes")
CORRECTIONS = """
schema = 1
language = "en"
licence = "CC-BY-SA-4.0"

[[correction]]
id = "aaa-name-in-minutes"
place = "work"
grounds = ["race"]
what_you_did = "You wrote the name of your colleague Nkechi as Nicky in the minutes, for the third time."
how_told = "My name is Nkechi. I have told you before."
told_by = "Nkechi, who works beside you"
mends = ["Correct the minutes today.", "Say her name in the next meeting as she says it."]
plan = { cue = "I next open the minutes", act = "write Nkechi in all three places" }
follow_up_days = 7
provenance = { made_by = "project", method = "made up for a test" }
review = "unreviewed"
"""


@pytest.fixture(autouse=True)
def at_home(ready_folder, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-12")
    own = ready_folder / "content" / "en" / "corrections"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text(CORRECTIONS, "utf-8")
    return ready_folder


def correct(*words, text, terminal=False):
    return typed("practise", "correct", "aaa-name-in-minutes", *words, text=text, terminal=terminal)


def commitments():
    entries = json.loads(typed("act", "export").out)["entries"]
    return [each for each in entries if each["kind"] == "commitment"]


def test_nothing_comes_back_before_anything_was_practised():
    assert "Nothing comes back today" in typed("practise", "due").out


def test_without_an_answer_nothing_is_shown_or_kept():
    said = typed("practise", "notice", text="")
    assert said.code == 2
    assert "yes, no, depends" in said.err
    assert "Nothing comes back" in typed("practise", "due").out


def test_an_empty_reply_is_refused():
    assert correct(text=" \n").code == 2


def test_an_unknown_moment_names_the_nearest():
    line = refused(typed("practise", "correct", "aaa-name-in-minute", text="Thank you, I will correct it."))
    assert "aaa-name-in-minutes" in line


def test_leaving_half_way_keeps_nothing():
    left = typed("practise", "notice", text="no\n\n", terminal=True)  # input ends at the second drill
    assert left.code == 1
    assert "Nothing comes back" in typed("practise", "due").out


def test_five_drills_are_answered_on_the_terminal_and_come_back():
    said = typed("practise", "notice", text=f"no\n{CANARY}\n" * 5 + "n\n", terminal=True)
    assert said.code == 0, said.err
    assert said.out.count("Unreviewed") == 5
    assert said.out.count("Rests on:") == 5


def test_what_was_practised_is_due_within_two_days(monkeypatch):
    typed("practise", "notice", text="no\n" * 5)
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-14")
    lines = typed("practise", "due").out.splitlines()
    assert {line.split(",")[0] for line in lines} == {"Noticing"}
    assert sorted(line.split(", ")[1].split(":")[0] for line in lines) == sorted(PLACES)


def test_fewer_answers_end_the_set():
    assert typed("practise", "notice", text="yes no").out.count("Unreviewed") == 2


def test_a_minute_is_one_drill():
    assert typed("practise", "notice", "--minutes", "1", text="yes no no").out.count("Unreviewed") == 1


def test_a_plain_thank_you_with_a_fix_is_enough():
    said = correct(text="Thank you, I will correct it.")
    assert said.code == 0, said.err
    assert "Nothing more is needed." in said.out
    assert "Instead" not in said.out


def test_a_mark_names_its_clause_its_rule_and_a_sentence_instead():
    said = correct(text="I didn't mean it that way.").out
    assert "“I didn't mean it that way”: it may sound as if you explain yourself." in said
    assert "By the rules defence-intent," in said
    assert "Instead: I see that it hurt you." in said


def test_no_output_holds_a_score():
    said = correct(text="Thank you. I was wrong. I will correct it and check in with you on Friday.").out
    assert "%" not in said
    assert "/" not in said.replace("docs/", "")


def test_the_first_stands_beside_the_rewrite():
    said = correct(text="I didn't mean it.\nThank you, I will correct it.\nn\n", terminal=True).out
    first, now = said.index("First: I didn't mean it."), said.index("Now:   Thank you, I will correct it.")
    assert first < now


def test_without_a_terminal_a_repair_needs_its_moment_and_its_act():
    line = refused(correct("--commit", text="Thank you, I will correct it."))
    assert "--cue" in line
    assert commitments() == []


def test_the_repair_becomes_a_commitment_with_its_day():
    assert correct(*REAL, text="Thank you, I will correct it.").code == 0
    (made,) = commitments()
    wanted = {
        "practice": "repair",
        "due": "2026-03-19",
        "cue": "I next see Ana",
        "act": "correct the minutes",
    }
    # where no day is given: the 12th + the 7 days of the moment
    assert {name: made["body"][name] for name in wanted} == wanted


def test_the_repair_stays_open_until_it_is_marked_done():
    correct(*REAL, text="Thank you, I will correct it.")
    for _restart in range(2):  # each command is a start of its own
        assert "correct the minutes" in typed("act", "week").out
    typed("act", "close", commitments()[0]["id"][:6])
    assert "correct the minutes" not in typed("act", "week").out.split("Planned")[-1]


def test_on_the_terminal_the_repair_is_offered_in_own_words():
    answers = "Thank you.\n\ny\nI next see Ana\nsend the corrected minutes to all\n2026-03-15\n"
    assert correct(text=answers, terminal=True).code == 0
    (made,) = commitments()
    wanted = {"cue": "I next see Ana", "act": "send the corrected minutes to all", "due": "2026-03-15"}
    assert {name: made["body"][name] for name in wanted} == wanted


def test_on_the_terminal_the_words_of_the_reply_are_offered_as_the_act():
    answers = "Thank you. I'll tell the two who laughed.\n\ny\nI next see them\n\n\n"
    assert "[tell the two who laughed]" in correct(text=answers, terminal=True).out
    assert commitments()[0]["body"]["act"] == "tell the two who laughed"


def test_a_day_can_be_given():
    assert correct(*REAL, "--due", "2026-04-01", text="Thank you, I will correct it.").code == 0
    assert commitments()[0]["body"]["due"] == "2026-04-01"


def test_what_is_there_comes_first_and_two_marks_at_most():
    text = "Thank you. But I was tired. I feel awful. Can you explain why? You do it too."
    lines = correct(text=text).out.splitlines()
    at = lines.index("You thanked them.")
    assert lines.index("This is hard to hear. Here is what may come across otherwise than you mean it.") > at
    assert sum("it may sound as if" in line for line in lines) == 2
    assert "Not seen" not in "".join(lines)


def test_noticing_ends_with_one_thing_to_take_along():
    said = typed("practise", "notice", "--minutes", "1", "--commit", text="yes")
    assert said.out.count("To take along: If ") == 1
    (made,) = commitments()
    assert made["body"]["effort"] == 1


def test_no_word_that_was_typed_is_kept(at_home):
    typed("practise", "notice", text=f"no\n{CANARY}\n" * 5 + "n\n", terminal=True)
    correct(text=f"Thank you, {CANARY}.\nI will, {CANARY}.\nn\n", terminal=True)
    held = [file for file in at_home.rglob("*") if file.is_file() and CANARY.encode() in file.read_bytes()]
    assert held == []
    assert CANARY not in typed("act", "export").out


def test_everything_can_be_forgotten():
    typed("practise", "notice", text="no\n" * 5)
    assert "Forgotten" in typed("practise", "due", "--forget").out
    assert "Nothing comes back" in typed("practise", "due").out
