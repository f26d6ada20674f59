"""`alongside practise scene` and its neighbours: read, choose by number, go back, leave; nothing is kept."""

import json
import re

import pytest
from tests.practise.builders import TEXT
from tests.terminal import refused, typed

from alongside.core import content, keyfile
from alongside.core.folder import database_file
from alongside.core.ledger import Ledger

ID = "standup-of-a-test"
NOT_KEPT = "What you choose here is not kept."
UNREVIEWED = "Unreviewed: nobody with this experience has checked this scene yet."
CANARY = "xylophone-7391"


@pytest.fixture
def at_home(ready_folder, tmp_path, monkeypatch):
    """A ready data folder on 12 March 2026 in which a scene of the person's own lies, and none beside it."""
    monkeypatch.setattr(content, "SHIPPED", tmp_path / "nothing-shipped")
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-12")
    folder = ready_folder / "content" / "en" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text(TEXT.replace("credit-standup-01", ID), "utf-8")
    return ready_folder


pytestmark = pytest.mark.usefixtures("at_home")


def kept(room, kind, folder):
    """What the vault holds of a kind, opened."""
    with Ledger(database_file(), keyfile.unlock(folder)) as store:
        return [dict(each.entry.body) for each in store.entries(room, kind)]


def plans(folder):
    return kept("act", "commitment", folder)


def skills(folder):
    return kept("practise", "skill", folder)


def bytes_in(folder):
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def played(*answers, words=()):
    return typed(
        "practise", "scene", ID, *words, text="".join(f"{answer}\n" for answer in answers), terminal=True
    )


def test_without_an_id_the_scenes_are_listed_with_place_role_and_time():
    said = typed("practise", "scene").out

    assert f"{ID}  The idea that changed hands\n   at work · you are one of them · about 3 minutes\n" in said


def test_the_list_holds_what_fits_alone():
    assert ID in typed("practise", "scene", "--place", "work", "--role", "peer", "--minutes", "5").out
    for wish in (("--place", "family"), ("--role", "actor"), ("--minutes", "1")):
        assert ID not in typed("practise", "scene", *wish).out


def test_a_walk_by_named_choices_is_printed_whole_from_note_to_plan():
    said = typed("practise", "scene", ID, "--choose", "accuse,own")
    order = [UNREVIEWED, "Nobody is insulted.", NOT_KEPT, "What do you do in",
             "You called out: you named it", "You repaired: you did something",
             "For the person it was about", "What it cost you", "One thing you did",
             "Another way", "For this week", "--power steep --cast 2"]  # fmt: skip
    places = [said.out.index(part) for part in order]

    assert (said.code, said.err) == (0, "")
    assert places == sorted(places)
    assert said.out.count(NOT_KEPT) == 1


def test_the_same_walk_is_printed_the_same_twice():
    words = ("practise", "scene", ID, "--choose", "ask,do-it", "--power", "steep", "--cast", "3")

    assert typed(*words) == typed(*words)


def test_a_walk_that_stops_half_way_names_how_to_go_on():
    assert "--choose with one of own, defend" in typed("practise", "scene", ID, "--choose", "accuse").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("scene", "standup-of-a-tst"), ID),
        (("map", "standup"), ID),
        (("roleplay", "standup"), ID),
        (("scene", ID, "--choose", "ak"), "Did you mean “ask”?"),
        (("scene", ID, "--power", "stepe"), "Did you mean “steep”?"),
        (("scene", ID, "--cast", "9"), "--cast: there is no set of names 9 here. There are: 1 to 4."),
        (("roleplay", ID, "--people", "7"), "alongside practise group"),
        (("group", ID), "3 to 5 scenes"),
    ],
)
def test_what_cannot_be_done_is_one_line_with_a_way_out(words, told):
    assert told in refused(typed("practise", *words))


def test_on_a_terminal_the_note_comes_before_the_first_question():
    said = played("leave")

    assert "Nobody is insulted." in said.out
    assert "caching idea" not in said.out
    assert "Left. Nothing was kept." in said.out


def test_choices_come_after_own_words_and_back_goes_one_step():
    said = played("", "", "2", "back", "I would wait", "1", "n", "n")

    assert said.out.count("1. Good plan. Mina raised it on Monday.") == 2
    assert said.out.count("Hold your own words beside these.") == 1
    assert "Mina speaks for two minutes." in said.out
    assert said.code == 0


def test_leaving_half_way_writes_no_row(at_home):
    said = played("", CANARY, "2", "", "leave")

    assert "Left. Nothing was kept." in said.out
    assert (skills(at_home), plans(at_home)) == ([], [])


def test_the_keys_that_end_a_program_are_a_way_to_leave(at_home):
    said = played("", "", "4")  # then there is nothing more to read, as after Ctrl-D

    assert said.code == 0
    assert said.out.endswith("Left. Nothing was kept.\n")
    assert skills(at_home) == []


def test_after_two_scenes_it_is_enough_for_today(at_home):
    other = TEXT.replace("credit-standup-01", "of-another-skill").replace(
        "amplify.credit-aloud", "repair.own-it"
    )
    (at_home / "content" / "en" / "scenarios" / "other.toml").write_text(other, "utf-8")
    played("", "", "1", "n", "n")
    # 150 seconds a scene, five minutes a day; after the choice there is nothing more to read, which is a no
    typed("practise", "scene", "of-another-skill", text="\n\n1\n", terminal=True)

    assert typed("practise").out == (
        "You did a good deal today. If you would like one more: alongside practise scene\n"
    )


def test_after_a_scene_only_the_skill_is_kept_and_no_word_or_choice(at_home):
    played("", CANARY, "4", CANARY, "1", "n", "n")
    (skill,) = skills(at_home)

    assert skill["skill"] == "amplify.credit-aloud"
    assert skill["seen"] == {f"{ID}/level/0/": 1}
    assert not re.search(r"wait|fix-record|supported|" + CANARY, json.dumps(skill))
    assert plans(at_home) == []
    assert CANARY.encode() not in bytes_in(at_home)


def test_its_if_then_becomes_a_commitment_in_one_step(at_home):
    said = played("", "", "1", "n", "y")

    assert "If someone's idea comes back under another name, then I will say whose it was" in said.out
    assert "alongside act log --commitment" in said.out
    assert [(plan["practice"], plan["effort"]) for plan in plans(at_home)] == [("amplify", 2)]


def test_without_a_terminal_a_commitment_is_made_where_it_is_asked_for(at_home):
    typed("practise", "scene", ID, "--choose", "hand-back", "--commit", "--due", "2026-03-20")

    assert [plan["due"] for plan in plans(at_home)] == ["2026-03-20"]


def test_a_walk_that_is_only_printed_keeps_nothing(at_home):
    typed("practise", "scene", ID, "--choose", "hand-back")

    assert (skills(at_home), plans(at_home)) == ([], [])


def test_what_comes_next_is_shown_with_the_command_that_plays_it():
    said = typed("practise")

    assert said.code == 0
    assert re.search(r"Go on: alongside practise scene \S+ --power \S+ --cast 1", said.out)


def test_a_scene_comes_back_with_other_people(at_home):
    played("", "", "1", "n", "n")
    said = played("", "", "1", "n", "n", words=("--power", "steep", "--cast", "2"))
    (skill,) = skills(at_home)

    assert "Ines is the team lead. Kofi is on probation." in said.out
    assert skill["seen"] == {f"{ID}/level/0/": 1, f"{ID}/steep/1/": 1}


def test_a_role_play_is_printed_in_both_forms():
    assert typed("practise", "roleplay", ID, "--people", "2").out.startswith(
        "# The idea that changed hands\n"
    )
    assert typed("practise", "roleplay", ID, "--format", "html", "--no-chair").out.startswith(
        "<!doctype html>"
    )


def test_a_session_can_be_made_of_named_scenes():
    assert typed("practise", "group", ID, ID, ID, "--people", "12").out.startswith(
        "# A group session of 90 minutes"
    )


def test_the_map_is_one_drawing():
    assert typed("practise", "map", ID).out.startswith("<svg ")


def test_a_broken_scene_is_named_and_the_others_are_listed(at_home):
    broken = at_home / "content" / "en" / "scenarios" / "broken.toml"
    broken.write_text(
        TEXT.replace("credit-standup-01", "broken").replace('to = "asked"', 'to = "askd"'), "utf-8"
    )

    said = typed("practise", "scene")

    assert ID in said.out
    assert "broken: nodes.start.choices.ask.to: no node “askd”. Did you mean “asked”?" in said.err
