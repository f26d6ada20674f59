"""Every scene that ships: no dead end, two ways, at most twelve steps, names that agree, an honest banner."""

import re

import pytest

from alongside.practise.feedback import feedback
from alongside.practise.lint import lint, lint_pack
from alongside.practise.lint_files import known_cards, known_sources
from alongside.practise.notes import unreviewed_line
from alongside.practise.paths import acceptable, paths
from alongside.practise.render import PLACEHOLDER, fill, show, texts_of, words_of
from alongside.practise.roleplay import as_sheet, roleplay
from alongside.practise.scene_files import read_scenes
from alongside.practise.strategies import Strategy
from alongside.practise.walk import settings, walk
from alongside.practise.word_lists import word_lists

SHELF = read_scenes()
SOURCES, CARDS = known_sources(), known_cards()
EVERY = pytest.mark.parametrize("scene", SHELF.scenes, ids=lambda scene: scene.id)


def test_nothing_that_ships_is_left_out():
    assert SHELF.problems == ()


def test_what_the_rules_look_up_is_there():
    assert SOURCES
    assert CARDS


def test_no_scene_names_more_than_two_cards_and_most_name_one():
    assert max(len(scene.cards) for scene in SHELF.scenes) == 2
    assert sum(bool(scene.cards) for scene in SHELF.scenes) * 2 > len(SHELF.scenes)


def test_every_strategy_is_used_somewhere():
    used = {each for scene in SHELF.scenes for _node, choice in scene.choices() for each in choice.strategies}

    assert used == set(Strategy)


def test_no_two_scenes_are_at_odds():
    assert lint_pack(SHELF.scenes) == ()


@EVERY
def test_it_keeps_every_rule(scene):
    assert [str(fault) for fault in lint(scene, sources=SOURCES, cards=CARDS)] == []


@EVERY
def test_every_path_ends_in_at_most_twelve_steps_and_two_first_choices_are_acceptable(scene):
    for power in scene.powers:
        ends = paths(scene, power=power.id)
        assert all(scene.nodes[end.node].end for end in ends)
        assert max(len(end.choices) for end in ends) <= 12
        assert len({end.choices[0] for end in acceptable(scene, power=power.id)}) >= 2


@EVERY
def test_no_brace_is_left_in_any_setting(scene):
    texts = [text for _place, text in texts_of(scene)]
    for setting in settings(scene):
        words = words_of(scene, setting)
        assert set(PLACEHOLDER.findall(" ".join(texts))) <= set(words)
        assert not re.search(r"[{}]", " ".join(fill(text, words) for text in texts))


@EVERY
def test_every_node_can_be_shown(scene):
    shown = {name for end in paths(scene, power=scene.powers[0].id) for name in nodes_on(scene, end)}

    assert shown == set(scene.nodes)


def nodes_on(scene, end):
    """The nodes that somebody meets on this path."""
    for length in range(len(end.choices) + 1):
        state = walk(scene, end.choices[:length], setting=end.setting)
        assert show(scene, state).passages
        yield from state.passed


@EVERY
def test_what_is_said_at_its_ends_shames_nobody_and_marks_nothing(scene):
    lists = word_lists(scene.language)
    for power in scene.powers:
        for end in paths(scene, power=power.id):
            said = " ".join(text for _heading, texts in feedback(scene, end).parts for text in texts)
            assert lists.shaming is not None
            assert lists.shaming.findall(said) == []
            assert not re.search(r"\d\s*%|percent", said)


@EVERY
def test_where_nobody_has_checked_it_every_form_says_so(scene):
    assert bool(unreviewed_line(scene)) is not scene.is_reviewed
    assert unreviewed_line(scene) in as_sheet(roleplay(scene, people=2)).html()
