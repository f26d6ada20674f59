"""Names, pronouns and standings agree in every setting, and no brace is ever shown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.practise.builders import example

from alongside.practise.render import fill, members_of, show, words_of
from alongside.practise.walk import settings, start, step

SCENE = example()


def test_a_name_and_its_pronoun_come_from_one_set():
    texts = {
        show(SCENE, step(SCENE, start(SCENE, cast=cast), "hand-back")).passages[0].text
        for cast in range(SCENE.casts)
    }

    assert {text.split()[-2] for text in texts if text.startswith("Mina")} == {"her"}
    assert {text.split()[-2] for text in texts if text.startswith("Kofi")} == {"his"}


def test_from_the_first_cast_to_the_second_every_part_changes_its_name():
    first, second = members_of(SCENE, 0), members_of(SCENE, 1)

    assert all(first[role].name != second[role].name for role in SCENE.cast)


def test_every_combination_of_names_comes_once():
    casts = [tuple(member.name for member in members_of(SCENE, cast).values()) for cast in range(SCENE.casts)]

    assert sorted(casts) == [("Kofi", "Ines"), ("Kofi", "Tom"), ("Mina", "Ines"), ("Mina", "Tom")]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_a_cast_is_a_bijection_whatever_the_number_of_sets(sizes):
    # the plain version: all combinations, counted
    member = next(iter(SCENE.cast.values()))[0]
    cast = {
        f"r{n}": tuple(replace(member, name=f"{n}-{m}") for m in range(size)) for n, size in enumerate(sizes)
    }
    many = replace(SCENE, cast=cast)

    found = {tuple(each.name for each in members_of(many, number).values()) for number in range(many.casts)}

    assert len(found) == many.casts


def test_a_capital_after_the_dot_makes_the_word_begin_with_one():
    words = words_of(SCENE, start(SCENE, power="steep").setting)

    assert fill("{owner.Their} idea. {power.Speaker}?", words) == "Her idea. The team lead?"
    assert (words["owner.theirs"], words["speaker.themself"]) == ("hers", "himself")


@given(st.text(alphabet="{}ab.", max_size=20))
def test_no_brace_is_left_whatever_the_text(text):
    filled = fill(text, words_of(SCENE, start(SCENE).setting))

    assert "{" not in filled
    assert "}" not in filled


def test_the_text_of_a_power_setting_takes_the_place_of_the_other():
    scene = example(
        ('affected = "Now I am', 'power_text = { steep = "{speaker} stares." }\naffected = "Now I am')
    )
    shown = {
        power: show(scene, step(scene, start(scene, power=power), "accuse")).passages[0].text
        for power in ("level", "steep")
    }

    assert shown["steep"] == "Tom stares."
    assert shown["level"].startswith("Tom goes red")


def test_a_choice_is_named_by_its_strategies_after_it_was_made():
    moment = show(SCENE, step(SCENE, start(SCENE), "hand-back"))

    assert [strategy.value for strategy in moment.named] == ["direct", "amplify"]
    assert moment.chosen.startswith("Good plan. Mina raised it")
    assert show(SCENE, start(SCENE)).named == ()


def test_settings_are_power_by_names_by_variant():
    assert len(set(settings(SCENE))) == 2 * 4


@pytest.mark.parametrize("setting", settings(SCENE))
def test_every_setting_can_be_started(setting):
    assert show(SCENE, start(SCENE, power=setting.power, cast=setting.cast, variant=setting.variant)).ask
