"""`alongside learn …` from the keyboard, from a pipe, and without a network."""

import json
import shutil
import socket
from pathlib import Path

import pytest
from tests.learn.test_lint import RESOURCE
from tests.terminal import refused, typed

from alongside.core.content_check import check
from alongside.core.review import content_hash

pytestmark = pytest.mark.usefixtures("at_home")
ANSWERS = """
interrupt-remark 3-5 half      # a comment
interrupt-beforehand 1-2 all
interrupt-routine 0
repair-told 0
stall interrupt know
"""


@pytest.fixture(autouse=True)
def _offline(monkeypatch):
    """Whatever asks the network here fails the test."""

    def no_network(*_where: object) -> None:
        message = "a command asked the network"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", no_network)


@pytest.fixture
def own_work(at_home) -> Path:
    """A file with one work of the person's own."""
    folder = at_home / "content" / "en" / "resources"
    folder.mkdir(parents=True)
    file = folder / "own.toml"
    file.write_text(RESOURCE.replace('title = "A work"', 'title = "Quokkas and kin"'))
    return file


def profile() -> dict[str, dict]:
    body = json.loads(typed("learn", "assess", "--json").out)
    return {each["practice"]: each for each in body["practices"]}


@pytest.mark.usefixtures("own_work")
def test_a_search_finds_ones_own_entry_and_says_why():
    said = typed("learn", "search", "quokkas")
    assert said.code == 0
    assert said.out.startswith("Quokkas and kin\n")
    assert "“quokkas” is in the title." in said.out
    assert "alongside learn show a-work" in said.out


def test_a_search_without_hits_says_so_and_is_no_failure():
    said = typed("learn", "search", "zzyzx")
    assert said.code == 0
    assert said.out.startswith("Nothing here fits these words yet.")


@pytest.mark.usefixtures("own_work")
def test_a_search_answers_in_json():
    body = json.loads(typed("learn", "search", "quokkas", "--type", "paper", "--json").out)
    assert [hit["id"] for hit in body["hits"]] == ["a-work"]
    assert json.loads(typed("learn", "search", "quokkas", "--type", "film", "--json").out)["total"] == 0


@pytest.mark.usefixtures("own_work")
def test_one_work_says_where_our_text_stands():
    said = typed("learn", "show", "a-work").out
    made = "How it was made: drafted from the abstract. We read its abstract only."
    assert f"Unreviewed. {made}" in " ".join(said.split())
    body = json.loads(typed("learn", "show", "a-work", "--json").out)
    assert (body["standing"], body["made"]) == ("Unreviewed", made)


def test_one_letter_changed_shows_unreviewed_again(own_work):
    (entry,) = check({own_work: own_work.read_bytes()}, kind="resources").entries
    review = f"""review = "reviewed"
[[resource.reviews]]
date = 2026-02-03
content = "{content_hash(entry)}"
role = "reader"
experience = true
consent = false
verdict = "keep"
"""
    own_work.write_text(own_work.read_text().replace('review = "unreviewed"\n', review))
    assert "Reviewed on 2026-02-03 (name withheld)." in typed("learn", "show", "a-work").out
    own_work.write_text(own_work.read_text().replace("plain words", "plain word"))
    assert "Unreviewed." in typed("learn", "show", "a-work").out
    assert json.loads(typed("learn", "show", "a-work", "--json").out)["standing"] == "Unreviewed"


def test_an_id_that_is_not_there_is_refused_with_the_way_out():
    assert refused(typed("learn", "show", "zzyzx")).endswith("alongside learn search WORDS")
    assert refused(typed("learn", "card", "zzyzx")).endswith("alongside learn cards")


@pytest.mark.usefixtures("own_work")
def test_a_work_that_was_read_leaves_the_path_and_can_come_back():
    def on_path() -> bool:
        return "Quokkas" in typed("learn", "path", "--first", "a-work", "--minutes", "60").out

    assert on_path()
    assert typed("learn", "show", "a-work", "--mark", "read").out == "Marked as read: Quokkas and kin\n"
    assert not on_path()
    typed("learn", "show", "a-work", "--mark", "none")
    assert on_path()


def test_answers_come_from_a_pipe():
    said = typed("learn", "assess", "--answers", "-", text=ANSWERS)
    assert said.code == 0
    assert "You had no occasion." in said.out
    held = profile()
    assert (held["interrupt"]["mean"], held["interrupt"]["stall"]) == (0.6, "know")
    assert (held["repair"]["mean"], held["repair"]["said"]) == (None, "You had no occasion.")
    assert held["sponsor"]["said"] == "Not answered yet."


def test_answers_come_from_a_file(tmp_path):
    (tmp_path / "a.txt").write_text(ANSWERS)
    typed("learn", "assess", "--answers", tmp_path / "a.txt")
    assert profile()["interrupt"]["answered"] == 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("weather 0", "“weather”"),
        ("interrupt-remark often", "“often”"),
        ("interrupt-remark 3-5", "in how many"),
        ("interrupt-remark 3-5 some", "“some”"),
        ("stall interrupt tired", "“tired”"),
        ("stall", "none of"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_nothing_is_kept(line, said):
    told = refused(typed("learn", "assess", "--answers", "-", text=f"repair-told 0\n{line}\n"))
    assert told.startswith("line 2: ")
    assert said in told
    assert profile()["repair"]["answered"] == 0


def test_a_file_that_is_not_there_is_refused():
    assert "cannot be read" in refused(typed("learn", "assess", "--answers", "nowhere.txt"))


def test_the_list_is_a_file_of_comments_with_every_item():
    said = typed("learn", "assess", "--list").out
    assert len([line for line in said.splitlines() if line.endswith("1-2 half")]) == 24
    assert all(line.startswith("#") or not line for line in said.splitlines())


def test_on_a_terminal_each_answer_is_kept_and_the_round_goes_on_where_it_was_left():
    # first item: once or twice (2), in about half (3); then Enter leaves
    said = typed("learn", "assess", text="2\n3\n\n", terminal=True)
    assert "1 of 24, Learn" in said.out
    assert (profile()["learn"]["occasions"], profile()["learn"]["answered"]) == (1.5, 1)
    again = typed("learn", "assess", text="x\n1\n\n", terminal=True)  # x is no number: it is asked again
    assert "1 of 24" not in again.out
    assert "2 of 24, Learn" in again.out
    assert profile()["learn"]["answered"] == 2


def test_a_moment_without_its_second_answer_is_not_kept():
    typed("learn", "assess", text="2\n\n", terminal=True)
    assert profile()["learn"]["answered"] == 0


def test_whoever_leaves_at_once_leaves_nothing():
    typed("learn", "assess", text="\n", terminal=True)
    assert json.loads(typed("act", "export").out)["entries"] == []


def test_a_new_round_on_a_terminal_begins_at_the_first_item_and_keeps_the_old_one():
    typed("learn", "assess", text="2\n3\n\n", terminal=True)
    said = typed("learn", "assess", "--new", text="1\n1\n\n", terminal=True)
    assert "1 of 24" in said.out
    assert profile()["learn"]["answered"] == 2  # both in the new round: two answers of “not once”
    assert profile()["learn"]["occasions"] == 0.0
    assert len(json.loads(typed("act", "export").out)["entries"]) == 2


def test_after_the_last_item_it_asks_where_it_stalled():
    twenty_three = "1\n" * 23  # not once
    said = typed("learn", "assess", text=f"{twenty_three}3\n1\n5\n", terminal=True)
    assert "Repair: where did it stall, when it did?" in said.out
    assert profile()["repair"]["stall"] == "dare"


def test_a_path_comes_with_reasons_and_ends_in_something_to_do():
    typed("learn", "assess", "--answers", "-", text=ANSWERS)
    body = json.loads(typed("learn", "path", "--json").out)
    assert body["minutes"] == 30
    assert all(step["reasons"] for step in body["steps"])
    assert body["steps"][-1]["kind"] != "read"
    assert body == json.loads(typed("learn", "path", "--json").out)


def test_a_step_left_out_stays_out_until_it_is_taken_back():
    def ids() -> list[str]:
        return [step["id"] for step in json.loads(typed("learn", "path", "--json").out)["steps"]]

    first = ids()[0]
    typed("learn", "path", "--skip", first)
    assert first not in ids()
    typed("learn", "path", "--reset")
    assert ids()[0] == first


def test_odd_minutes_are_refused():
    assert "600" in refused(typed("learn", "path", "--minutes", "0"))


def test_openings_are_ticked_and_taken_back():
    assert "[x] chair" in typed("learn", "influence", "chair", "budget").out
    assert "[x] chair" in typed("learn", "influence").out
    assert "[x]" not in typed("learn", "influence", "--none").out


@pytest.mark.usefixtures("own_work")
def test_a_question_meets_the_library_then_ones_own_box():
    said = typed("learn", "question", "What are quokkas?", "--keep")
    assert "Quokkas and kin" in said.out
    name = said.out.partition("Kept as ")[2][:6]
    typed("learn", "question", "--note", name, "Small and round.")
    assert "You found this out before: Small and round." in typed("learn", "question", "quokkas: what?").out
    assert "Small and round." in typed("learn", "question").out
    typed("learn", "question", "--forget", name)
    assert typed("learn", "question").out == "No question of yours is kept here.\n"


def test_the_ledger_is_noted_summed_and_taken_back():
    said = typed("learn", "labour", "Explained again", "--minutes", "65", "--day", "yesterday")
    assert said.out.endswith("65 minutes of teaching or explaining\n")
    assert "2026-03: 1 h 5 min" in typed("learn", "labour").out
    (held,) = json.loads(typed("learn", "labour", "--json").out)
    assert (held["day"], held["minutes"], held["kind"]) == ("2026-03-11", 65, "teach")
    typed("learn", "labour", "--forget", held["id"][:6])
    assert json.loads(typed("learn", "labour", "--json").out) == []


def test_the_ledger_refuses_what_has_no_length_or_is_to_come():
    assert refused(typed("learn", "labour", "Explained")).startswith("--minutes:")
    assert "not come yet" in refused(typed("learn", "labour", "x", "--minutes", "5", "--day", "tomorrow"))


def test_gaps_say_what_is_known_and_where_the_library_is_thin():
    typed("learn", "assess", "--answers", "-", text=ANSWERS)
    said = typed("learn", "gaps").out
    assert "You had no occasion for: Repair." in said
    assert "wish list" in said


def test_what_is_kept_stands_nowhere_in_the_clear(at_home):
    typed("learn", "labour", "Zebrafinch explained", "--minutes", "5")
    typed("learn", "question", "What is a zebrafinch?", "--keep")
    typed("learn", "assess", "--answers", "-", text=ANSWERS)
    written = b"".join(file.read_bytes() for file in at_home.rglob("*") if file.is_file())
    for canary in (b"ebrafinch", b"interrupt-remark 3", b'"acted"'):
        assert canary not in written


def test_nothing_said_ranks_anybody_or_sums_them_up():
    typed("learn", "assess", "--answers", "-", text=ANSWERS)
    commands = (["assess"], ["gaps"], ["path"], ["influence", "chair"], ["labour"], ["quiz"], ["--help"])
    said = " ".join(typed("learn", *words).out.lower() for words in commands)
    for word in (
        "privilege score",
        "certificate",
        "completed 100",
        "score",
        "total",
        "rank",
        "well done",
        "!",
    ):
        assert word not in said


@pytest.mark.usefixtures("own_work")
def test_the_same_commands_work_without_the_cache(at_home):
    one = typed("learn", "search", "quokkas").out
    shutil.rmtree(at_home / "cache", ignore_errors=True)
    assert typed("learn", "search", "quokkas").out == one


def test_what_is_kept_here_goes_along_in_an_export_and_comes_back(tmp_path):
    typed("learn", "labour", "Explained again", "--minutes", "5")
    typed("learn", "assess", "--answers", "-", text=ANSWERS)
    before = typed("learn", "assess").out
    typed("act", "export", "-o", tmp_path / "mine.json")
    typed("act", "erase", "--yes")
    assert profile()["interrupt"]["answered"] == 0
    typed("act", "import", tmp_path / "mine.json")
    assert typed("learn", "assess").out == before
    assert "Explained again" in typed("learn", "labour").out


def test_a_step_that_does_not_exist_is_not_left_out_in_silence():
    told = refused(typed("learn", "path", "--skip", "no-such-work"))

    assert "“no-such-work”" in told
    assert "alongside learn path" in told


def test_a_topic_without_cards_names_those_that_have_some():
    told = typed("learn", "cards", "no-such-topic").out

    assert "There are no cards on this yet." in told
    assert "civil-rights" in told
