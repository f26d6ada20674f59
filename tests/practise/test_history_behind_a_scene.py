"""A scene leads to the history behind it, and a card to its scenes, by command; never into nothing."""

import json

import pytest
from tests.practise.builders import TEXT
from tests.terminal import typed

from alongside.core import content
from alongside.core.content_check import Placed
from alongside.practise.history import behind
from alongside.practise.lint_files import known_cards, problems

SCENE, CARD = "standup-of-a-test", "a-strike-of-a-test"
ENDED = ("practise", "scene", SCENE, "--choose", "hand-back")
HEAD = 'schema = 1\nlanguage = "en"\nlicence = "CC-BY-SA-4.0"\n'
ONE_CARD = f"""{HEAD}[[card]]
id = "{CARD}"
title = "A strike that somebody else was praised for"
topic = "labour"
date = {{ from = 1888-07-05, precision = "day" }}
places = ["London"]
regions = ["GB"]
grounds = ["class"]
practices = ["amplify"]
led_by = "Those who worked there."
what_happened = "They walked out together and came back together."
what_allies_did = "Some wrote about it in a newspaper."
what_it_changed = "The pay was better afterwards."
provenance = {{ made_by = "project", method = "written for a test" }}
review = "unreviewed"
""" + "".join(
    f"""[[card.sources]]
cite = "A book of {name}"
publisher = "{name}"
url = "https://example.org/{name}"
place = "page 1"
looked_up = 2026-03-01
checked_how = "page 1 was read"
"""
    for name in ("One", "Two")
)


def scene_text(*cards):
    topic = 'topic = "credit taken"'
    return TEXT.replace("credit-standup-01", SCENE).replace(topic, f"{topic}\ncards = {json.dumps(cards)}")


@pytest.fixture
def own(ready_folder, tmp_path, monkeypatch):
    """The folder of somebody's own content; nothing ships."""
    monkeypatch.setattr(content, "SHIPPED", tmp_path / "nothing-shipped")
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-12")
    folder = ready_folder / "content" / "en"
    for kind in ("scenarios", "cards"):
        (folder / kind).mkdir(parents=True)
    (folder / "cards" / "own.toml").write_text(ONE_CARD, "utf-8")
    return folder


def given_scene(own, *cards):
    (own / "scenarios" / "own.toml").write_text(scene_text(*cards), "utf-8")


def test_a_scene_that_names_no_card_says_nothing_of_history(own):
    given_scene(own)

    assert "history" not in typed(*ENDED).out


def test_a_card_that_is_not_there_is_left_out(own):
    given_scene(own, "a-strike-nobody-held")

    assert "history" not in typed(*ENDED).out


def test_before_its_end_a_scene_says_nothing_of_history(own):
    given_scene(own, CARD)

    assert "history" not in typed("practise", "scene", SCENE, "--choose", "ask").out


def test_the_end_names_the_card_and_the_command_that_shows_it(own):
    given_scene(own, CARD)
    said = typed(*ENDED).out

    assert "The history behind it: A strike that somebody else was praised for\n" in said
    assert f"   alongside learn card {CARD}\n" in said
    assert said.index("For this week") < said.index("The history behind it") < said.index("Again, with other")


def test_played_on_a_terminal_the_end_names_it_too(own):
    given_scene(own, CARD)
    said = typed("practise", "scene", SCENE, text="\n\n1\nn\nn\n", terminal=True).out

    assert said.count(f"alongside learn card {CARD}") == 1


def test_a_card_behind_no_scene_names_none(own):
    given_scene(own, "a-strike-nobody-held")

    assert "Practise it" not in typed("learn", "card", CARD).out
    assert json.loads(typed("learn", "card", CARD, "--json").out)["scenes"] == []


def test_a_card_names_the_scenes_behind_which_it_stands(own):
    given_scene(own, CARD)
    said = typed("learn", "card", CARD).out

    assert f"Practise it\n   The idea that changed hands\n     alongside practise scene {SCENE}\n" in said
    assert json.loads(typed("learn", "card", CARD, "--json").out)["scenes"] == [SCENE]


def test_cards_keep_the_order_of_the_scene():
    first, second = sorted(known_cards() or ())[:2]

    assert [each.id for each in behind((second, first))] == [second, first]
    assert behind(()) == ()


def test_a_card_that_comes_along_in_the_same_folder_counts_as_there(tmp_path):
    file = tmp_path / "scene.toml"
    file.write_text(scene_text(CARD), "utf-8")
    alone = (Placed(file=str(file), table="scene", entry={"id": SCENE}),)
    together = (*alone, Placed(file="cards.toml", table="card", entry={"id": CARD}))

    assert [each.field for each in problems(alone)] == ["covers.cards"]
    assert problems(together) == ()
