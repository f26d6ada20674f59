"""A scene in the browser: the note, the moments, back, the end, and that only an end keeps anything."""

import io
import zipfile

import pytest
from django.core import signing
from tests.practise.web.playing import PLAY, SCENE, held, in_scene
from tests.web.visits import HTMX, page, part

from alongside.act.diary import read_diary
from alongside.practise.web import tokens
from alongside.web.models import AuditRow, SealedEntry

SHORT = ("ask", "do-it")
"""A short way to a good end of the scene of a test: ask first, then do it."""


def written():
    return SealedEntry.objects.count(), AuditRow.objects.count()


def test_the_note_says_what_comes_who_is_what_and_that_nobody_checked_it(client_of_owner):
    text = page(client_of_owner.get(SCENE, {"power": "steep", "cast": "0"}))
    assert "Nobody is insulted." in text
    assert "Tom is the team lead. Mina is on probation." in text
    assert "Unreviewed: nobody with this experience has checked this scene yet." in text
    assert "content/en/scenarios/idea-01.toml" in text
    assert "Nothing is kept of what you choose or write." in text


def test_what_is_set_open_under_change_is_what_is_played(client_of_owner):
    text = page(client_of_owner.get(SCENE, {"power": "level", "cast": "0"}))
    form = text.split(f'action="{PLAY}#heading"')[1].split("</form>")[0]
    assert all(f'name="{name}"' in form for name in ("power", "cast", "own"))
    assert form.count("<button") == 1
    played = in_scene(client_of_owner).begin(power="steep", cast="1")
    assert "Ines is the team lead." in played


def test_leaving_at_the_note_or_half_way_writes_no_row(client_of_owner):
    before = written()
    client_of_owner.get(SCENE)
    player = in_scene(client_of_owner)
    player.begin(own="yes")
    player.press(go="show", own="I would say something")
    player.choose("accuse")
    player.press(go="back")
    client_of_owner.get("/practise/")
    assert written() == before


def test_what_followed_begins_with_the_person_concerned(client_of_owner):
    player = in_scene(client_of_owner)
    player.begin(power="level", cast="0")
    text = player.choose("accuse")
    assert text.index("You:</span> Tom, that idea was stolen from Mina.") < text.index(
        "what they argue about"
    )
    assert text.index("what they argue about") < text.index("Tom goes red")
    assert "You called out: you named it in front of everybody." in text


def test_one_can_go_back_one_step_and_choose_again(client_of_owner):
    player = in_scene(client_of_owner)
    first = player.begin()
    player.choose("accuse")
    assert player.press(go="back").count('name="choose"') == first.count('name="choose"')
    assert "What followed" in player.choose("ask")


def test_own_words_are_shown_back_once_beside_six_questions_and_travel_no_further(client_of_owner):
    player = in_scene(client_of_owner)
    asked = player.begin(own="yes")
    assert 'name="choose"' not in asked
    shown = player.press(go="show", own="<b>Wait</b>, that was hers")
    assert "<b>Wait</b>, that was hers" in shown  # unescaped here: on the page the marks are text
    assert "&lt;b&gt;Wait" in player.answer.content.decode()
    assert shown.count("<li>") >= 6
    assert "that was hers" not in player.choose("accuse")
    assert "that was hers" not in signing.dumps(signing.loads(held(player.answer, "walk"), salt=tokens.WALK))


def test_the_end_says_what_is_known_in_its_order_after_the_words_of_the_person_concerned(client_of_owner):
    player = in_scene(client_of_owner)
    player.begin()
    text = player.choose(*SHORT)
    headings = (
        "One thing you did",
        "Another way",
        "For this week",
    )
    places = [text.index("</cite>"), *(text.index(f">{heading}</h2>") for heading in headings)]
    assert "What it cost you" not in text  # a way on which nothing is known of a cost
    assert places == sorted(places)
    assert "%" not in text.split('id="scene"')[1].split("<form")[0]


def test_the_end_keeps_when_the_skill_comes_back_and_which_setting_was_shown(client_of_owner, skills):
    player = in_scene(client_of_owner)
    player.begin(power="steep", cast="1")
    player.choose(*SHORT)
    kept = skills()["amplify.credit-aloud"]
    assert kept.seen == {"idea-01/steep/1/": 1}
    assert (kept.memory.due.date() - kept.memory.last.date()).days == 2  # the first interval of Good
    assert [row.action for row in AuditRow.objects.all()] == ["practise.save_schedule"]


def test_another_end_on_the_same_day_does_not_move_the_date(client_of_owner, skills):
    player = in_scene(client_of_owner)
    player.begin()
    player.choose(*SHORT)
    before = skills()["amplify.credit-aloud"].memory
    player.press(go="back")
    player.choose("let-go", "leave-it")
    assert skills()["amplify.credit-aloud"].memory == before


def test_that_was_easy_lets_it_come_back_later(client_of_owner, skills):
    player = in_scene(client_of_owner)
    player.begin()
    player.choose(*SHORT)
    answer = client_of_owner.post("/practise/easy/", {"easy": held(player.answer, "easy")})
    assert "It comes back later." in page(answer)
    kept = skills()["amplify.credit-aloud"].memory
    assert (kept.due.date() - kept.last.date()).days == 8  # the first interval of Easy


def test_an_end_that_left_somebody_alone_cannot_have_been_easy(client_of_owner):
    player = in_scene(client_of_owner)
    player.begin()
    text = player.choose("wait", "drop", "leave-it")
    assert 'name="easy"' not in text


def test_the_if_then_becomes_a_commitment_in_one_step(client_of_owner, keeper):
    player = in_scene(client_of_owner)
    player.begin()
    player.choose(*SHORT)
    plan = {name: held(player.answer, name) for name in ("cue", "act", "practice", "effort", "place")}
    answer = client_of_owner.post("/commitments/from-finding/", plan)
    assert answer.status_code == 303
    (made,) = read_diary(keeper).commitments
    assert (made.practice, made.effort) == ("amplify", 2)
    assert "another name" in made.cue


def test_the_end_leads_to_another_power_setting_and_to_other_people(client_of_owner):
    player = in_scene(client_of_owner)
    player.begin(power="level", cast="0")
    text = player.choose(*SHORT)
    assert "power=steep&cast=0" in text
    assert "power=level&cast=1" in text
    assert "Play it another way: Tom is the team lead. Mina is on probation." in text


@pytest.mark.parametrize(
    "token", ["x", "", signing.dumps(["x"], salt="practise.other"), signing.dumps([], salt=tokens.WALK)]
)
def test_a_form_that_was_changed_on_its_way_leads_to_a_new_beginning(client_of_owner, token):
    before = written()
    answer = client_of_owner.post(PLAY, {"walk": token or "-", "choose": "ask"})
    assert "Nothing was kept, so nothing is lost." in page(answer, 422)
    assert written() == before


def test_a_form_that_was_open_for_too_long_leads_to_a_new_beginning(client_of_owner, monkeypatch):
    player = in_scene(client_of_owner)
    player.begin()
    monkeypatch.setattr(tokens, "OPEN_FOR_S", -1)
    assert "Let's begin again" in player.press(422, choose="ask")


def test_a_choice_that_is_not_on_offer_leads_to_a_new_beginning(client_of_owner):
    player = in_scene(client_of_owner)
    player.begin()
    assert "Let's begin again" in player.press(422, choose="leave-it")


def test_htmx_takes_the_part_and_the_address_stays(client_of_owner):
    text = part(client_of_owner.post(PLAY, {"power": "level", "cast": "0"}, headers=HTMX))
    assert text.count("data-focus") == 1
    assert 'id="way-0-1"' in text


def test_loading_the_address_of_a_scene_in_play_leads_to_its_note(client_of_owner):
    assert client_of_owner.get(PLAY)["Location"] == SCENE


def test_a_scene_that_does_not_exist_is_missing(client_of_owner):
    assert client_of_owner.get("/practise/scenes/no-such-scene/").status_code == 404


def test_a_setting_that_does_not_exist_gives_way_to_one_that_does(client_of_owner):
    text = page(client_of_owner.get(SCENE, {"power": "nowhere", "cast": "x"}))
    assert "Begin the scene" in text


def test_a_scene_with_variants_can_be_played_about_something_else(client_of_owner):
    text = page(
        client_of_owner.get("/practise/scenes/bus-harassment-01/", {"power": "alone", "variant": "scarf"})
    )
    assert '<option value="scarf" selected>1. faith</option>' in text
    assert '<option value="phone-call">2. language and accent</option>' in text


def test_a_scene_can_be_taken_along_as_a_page_and_as_a_package(client_of_owner):
    as_page = client_of_owner.get(f"{SCENE}scene.html")
    as_package = client_of_owner.get(f"{SCENE}scorm.zip")

    assert as_page["Content-Disposition"] == 'attachment; filename="idea-01.html"'
    assert "What you choose" in as_page.content.decode()
    assert as_package["Content-Disposition"] == 'attachment; filename="idea-01.zip"'
    with zipfile.ZipFile(io.BytesIO(as_package.content)) as package:
        assert "imsmanifest.xml" in package.namelist()
