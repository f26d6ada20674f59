"""The player's script and the engine say the same, in every setting of every scene."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from tests.practise.builders import example

from alongside.practise.feedback import feedback
from alongside.practise.notes import note_line, standing_line, title_of
from alongside.practise.paths import paths
from alongside.practise.player import file_of_player
from alongside.practise.player_data import named_words, player_data
from alongside.practise.render import show, words_of
from alongside.practise.scene_files import read_scenes
from alongside.practise.scenes import Scene
from alongside.practise.walk import Setting, State, made, settings, start, walk

SHIPPED = read_scenes().scenes
TWICE = "effects = { relation = %d }, power_effects = { steep = { relation = %d } } }"
MORE, LESS = TWICE % (2, 2), TWICE % (-2, -2)
ODD = example(
    ("{owner} speaks for two minutes.", "{owner.They} {has no place} { speaks}} for {power.speaker}. ßo."),
    ("[nodes.mended]", '[nodes.mended]\npower_text = { steep = "{Owner} {speaker.Their}." }'),
    ('to = "notes", effects = { supported = -2 } }', f'to = "notes", {MORE}'),
    ('(leave the minutes as they are)", strategy = ["none"], to = "quiet", effects = { supported = -1 } }',
     f'(leave the minutes as they are)", strategy = ["none"], to = "quiet", {MORE}'),
    ('to = "debrief", effects = { supported = 1, agency = 1 } }', f'to = "frost", {LESS}'),
    ("effects = { supported = 2, agency = 2, relation = 1 } }", LESS),
)  # fmt: skip
"""Odd placeholders, a text for one power setting, and a way on which a total would leave its bounds."""

IN_SCRIPT = f"""(given) => {{
  const [scene, at, walks] = JSON.parse(given);
  {file_of_player("walk.js")}
  return JSON.stringify({{
    head: head(scene, at),
    walks: walks.map((choices) => ({{
      moments: [...choices, null].map((_each, n) => show(scene, at, choices.slice(0, n))),
      feedback: feedback(scene, at, choices),
    }})),
  }});
}}"""
"""What the script says of these walks. Text goes in and out: the driver's own form of values is slow."""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    opened = browser.new_page()
    yield opened
    opened.close()


def as_script(scene: Scene, setting: Setting, ends: list[State]) -> object:
    """The same by the engine, in the shape of the script."""
    return {
        "head": {
            "title": title_of(scene, setting),
            "note": note_line(scene, setting),
            "standing": standing_line(scene, setting),
        },
        "walks": [_walk(scene, setting, end.choices) for end in ends],
    }


def _walk(scene: Scene, setting: Setting, choices: tuple[str, ...]) -> object:
    said = feedback(scene, walk(scene, choices, setting=setting))
    return {
        "moments": [_moment(scene, setting, choices[:n]) for n in range(len(choices) + 1)],
        "feedback": {
            "parts": [{"heading": heading, "lines": list(lines)} for heading, lines in said.parts],
            "ways": list(said.ways),
        },
    }


def _moment(scene: Scene, setting: Setting, choices: tuple[str, ...]) -> object:
    state = walk(scene, choices, setting=setting)
    moment = show(scene, state)
    chosen = made(scene, state)
    return {
        "chosen": moment.chosen,
        "named": named_words(chosen[-1][1]) if chosen else "",
        "person": words_of(scene, setting).get(scene.affected_role, ""),
        "passages": [{"text": each.text, "affected": each.affected} for each in moment.passages],
        "ask": moment.ask,
        "offers": [{"id": each.id, "say": each.say} for each in moment.offers],
    }


def by_script(tab: Tab, scene: Scene, setting: Setting, ends: list[State]) -> dict[str, Any]:
    at = {
        "power": [power.id for power in scene.powers].index(setting.power),
        "variant": scene.variant_ids.index(setting.variant),
        "cast": setting.cast,
    }
    given = json.dumps([player_data(scene), at, [end.choices for end in ends]])
    told: dict[str, Any] = json.loads(tab.evaluate(IN_SCRIPT, given))
    return told


def covering(scene: Scene, ends: Iterable[State]) -> list[State]:
    """Walks that between them take every choice at every node."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for end in ends:
        taken = {(node.id, choice.id) for node, choice in made(scene, end)}
        if not taken <= seen:
            kept.append(end)
            seen |= taken
    return kept


@pytest.mark.parametrize("scene", [*SHIPPED, ODD], ids=lambda scene: scene.id)
def test_the_script_tells_every_text_in_every_setting_as_the_engine_does(tab, scene):
    for setting in settings(scene):
        ends = covering(scene, paths(scene, power=setting.power))
        assert by_script(tab, scene, setting, ends) == as_script(scene, setting, ends), setting


@pytest.mark.parametrize("scene", [*SHIPPED, ODD], ids=lambda scene: scene.id)
def test_the_script_ends_every_walk_as_the_engine_does(tab, scene):
    for power in scene.powers:
        setting = start(scene, power=power.id).setting
        ends = list(paths(scene, power=power.id))
        assert by_script(tab, scene, setting, ends) == as_script(scene, setting, ends), setting


def test_a_total_is_held_within_its_bounds_at_every_step(tab):
    # Steep: 2 + 2 = 4; 4 more is 8, held at 6; 6 - 4 = 2; 2 - 4 = -2: it got harder.
    # Unheld it would be 4 + 4 - 4 - 4 = 0: nothing is known of a cost.
    setting = start(ODD, power="steep").setting
    end = walk(ODD, ("wait", "drop", "come-back", "own"), setting=setting)
    (told,) = by_script(tab, ODD, setting, [end])["walks"]
    assert told["feedback"]["parts"][1]["lines"] == ["It got harder between you and Tom."]


def test_what_no_setting_defines_loses_its_braces(tab):
    end = walk(ODD, ("hand-back",), setting=start(ODD).setting)
    (told,) = by_script(tab, ODD, end.setting, [end])["walks"]
    first = told["moments"][-1]["passages"][0]["text"]
    assert first.startswith("She has no place  speaks for a peer. ßo.")
