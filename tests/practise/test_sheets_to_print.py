"""Role-play and group session on paper: every part is given, nobody plays their own life, no record."""

import re

import pytest
from tests.practise.builders import example

from alongside.practise.group import MINUTES, as_sheet, pick_scenes, plan_group, tables_for
from alongside.practise.roleplay import READER, YOU, roleplay
from alongside.practise.roleplay import as_sheet as play_sheet
from alongside.practise.scenes import Refused
from alongside.practise.sheet import Grid, Paragraph, Points, Sheet
from alongside.practise.walk import start

SCENE = example()
THREE = example(
    (
        "[nodes.start]",
        'chair = [{ name = "Bo", they = "they", them = "them", their = "their" },'
        ' { name = "Ola", they = "she", them = "her", their = "her" }]\n\n[nodes.start]',
    )
)


@pytest.mark.parametrize("scene", [SCENE, THREE], ids=["two roles", "three roles"])
@pytest.mark.parametrize("people", [2, 3, 4])
@pytest.mark.parametrize("empty", [True, False])
def test_every_speaking_part_is_given_once_or_sits_in_the_chair(scene, people, empty):
    play = roleplay(scene, people=people, empty_chair=empty)
    given = [role for part in play.parts for role in part.roles]

    assert len(play.parts) == people
    for role in (*scene.cast, YOU, READER):
        assert [*given, play.chair].count(role) == 1
    assert all(part.roles for part in play.parts)


def test_the_person_concerned_is_an_empty_chair_unless_asked_otherwise():
    assert roleplay(SCENE, people=4).chair == "owner"
    assert roleplay(SCENE, people=4, empty_chair=False).chair == ""
    assert roleplay(SCENE, people=2, empty_chair=False).chair == "owner"  # there is nobody left to play it


@pytest.mark.parametrize("people", [0, 1, 5])
def test_other_numbers_of_people_are_refused(people):
    with pytest.raises(Refused, match="2, 3 or 4"):
        roleplay(SCENE, people=people)


@pytest.mark.parametrize("setting", [start(SCENE).setting, start(SCENE, power="steep", cast=1).setting])
def test_both_forms_hold_every_text_in_this_setting_and_no_brace(setting):
    sheet = play_sheet(roleplay(SCENE, people=3, setting=setting))
    name = "Mina" if setting.cast == 0 else "Kofi"

    for text in (sheet.markdown(), sheet.html()):
        assert f"{name} speaks for two minutes." in text
        assert "Nobody plays what they live through." in text
        assert "Unreviewed: nobody with this experience" in text
    assert not re.search(r"[{}]", sheet.markdown())
    assert not re.search(r"[{}]", sheet.html().partition("<body>")[2])


def test_every_number_that_a_choice_names_is_a_heading():
    text = play_sheet(roleplay(SCENE, people=3)).markdown()

    assert set(re.findall(r"→ (\d+)", text)) <= set(re.findall(r"^### (\d+)$", text, re.MULTILINE))


def test_the_page_size_is_left_to_the_printer_and_nothing_is_fetched():
    html = play_sheet(roleplay(SCENE, people=3)).html()

    assert "@page { margin" in html
    assert not re.search(r"size:\s*(A4|letter)", html, re.IGNORECASE)
    assert "default-src 'none'" in html
    assert not re.search(r"<script|https?://|src=|<link", html)


def test_text_stands_for_itself_in_both_forms():
    sheet = Sheet(
        title="A *b* <i>",
        blocks=(Paragraph(text="1 < 2 | [x]"), Points(items=("_u_",)), Grid(rows=(("a|b",),))),
    )

    assert sheet.markdown().splitlines()[0] == r"# A \*b\* \<i\>"
    assert r"1 \< 2 \| \[x\]" in sheet.markdown()
    assert "<h1>A *b* &lt;i&gt;</h1>" in sheet.html()


@pytest.mark.parametrize("count", [3, 4, 5])
@pytest.mark.parametrize("people", [4, 7, 24])
def test_a_session_fills_ninety_minutes_without_a_gap(count, people):
    plan = plan_group([SCENE] * count, people=people)

    assert sum(step.minutes for step in plan.steps) == MINUTES == 90
    assert all(a.begins + a.minutes == b.begins for a, b in zip(plan.steps, plan.steps[1:], strict=False))
    assert [step.title for step in plan.steps].count("The idea that changed hands") == count
    assert plan.steps[-1].title == "Closing round"
    assert plan.steps[-1].minutes >= 12


@pytest.mark.parametrize("people", range(4, 25))
def test_tables_hold_everybody_and_at_most_six(people):
    sizes = tables_for(people)

    assert sum(sizes) == people
    assert max(sizes) <= 6
    assert min(sizes) >= (3 if people == 7 else 4)  # seven are four and three


@pytest.mark.parametrize(("count", "people"), [(2, 8), (6, 8), (3, 3), (3, 25)])
def test_a_session_out_of_bounds_is_refused(count, people):
    with pytest.raises(Refused):
        plan_group([SCENE] * count, people=people)


def test_the_sheet_of_a_session_holds_pass_right_prompts_and_every_scene():
    text = as_sheet(plan_group([SCENE, THREE, SCENE], people=11)).markdown()

    assert "Anybody may pass at any time." in text
    assert "11 people at 2 tables of 6 or 5." in text
    assert text.count("What do you do in the next ten seconds?") == 3
    assert "Nothing is collected." in text


def test_scenes_are_picked_from_different_places_and_skills_first():
    home = example(
        ('place = "work"', 'place = "family"'),
        ('"amplify.credit-aloud"', '"repair.own-it"'),
        ('id = "credit-standup-01"', 'id = "x"'),
    )
    same = example(('id = "credit-standup-01"', 'id = "y"'))

    assert [scene.id for scene in pick_scenes([SCENE, same, home], count=2)] == ["credit-standup-01", "x"]
    assert len(pick_scenes([SCENE, same, home])) == 3
