"""First run: roles, the week, how much room; each step can be left out and changed later."""

import pytest
from tests.web.visits import page, went_to

from alongside.act.profile import Occasion


def test_looking_at_the_steps_writes_nothing(client_of_owner, diary):
    for step in ("roles", "week", "room"):
        page(client_of_owner.get(f"/welcome/{step}/"))
    assert diary().profile_id is None


def test_the_first_visit_is_pointed_to_the_questions_and_later_ones_are_not(client_of_owner):
    assert "New here?" in page(client_of_owner.get("/"))
    client_of_owner.post("/welcome/roles/", {})
    assert "New here?" not in page(client_of_owner.get("/"))


def test_roles_that_are_known_are_kept_and_ticked_the_next_time(client_of_owner, diary):
    answer = client_of_owner.post("/welcome/roles/", {"roles": ["teach", "king", "chair"]})
    assert (answer.status_code, answer["Location"]) == (302, "/welcome/week/")
    assert diary().profile.roles == ("chair", "teach")
    assert page(client_of_owner.get("/welcome/roles/")).count(" checked") == 2


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ()),
        ("noday", ()),
        ("7", ()),
        ("varies", (Occasion(id="meeting"),)),
        ("0", (Occasion(id="meeting", weekday=0),)),
        ("6", (Occasion(id="meeting", weekday=6),)),
    ],
)
def test_what_comes_round_is_kept_with_its_day(client_of_owner, diary, given, kept):
    answer = client_of_owner.post("/welcome/week/", {"meeting": given})
    assert (answer.status_code, answer["Location"]) == (302, "/welcome/room/")
    assert diary().profile.occasions == kept


def test_the_week_told_before_is_chosen_already(client_of_owner):
    client_of_owner.post("/welcome/week/", {"meeting": "1", "email": "varies"})
    text = page(client_of_owner.get("/welcome/week/"))
    assert text.count('value="1" selected') == 1
    assert text.count('value="varies" selected') == 1


def test_the_room_in_a_week_is_kept_and_leads_to_today(client_of_owner, diary):
    assert went_to(client_of_owner.post("/welcome/room/", {"capacity": "9"})) == "/?done=settled"
    assert diary().profile.capacity == 9


def test_leaving_the_last_question_out_leads_to_today_too(client_of_owner, diary):
    assert went_to(client_of_owner.post("/welcome/room/", {})) == "/?done=settled"
    assert diary().profile_id is None


def test_each_step_leaves_the_others_as_they_are(client_of_owner, diary):
    client_of_owner.post("/welcome/roles/", {"roles": ["chair"]})
    client_of_owner.post("/welcome/week/", {"meeting": "1"})
    client_of_owner.post("/welcome/room/", {"capacity": "9"})
    held = diary().profile
    assert (held.roles, len(held.occasions), held.capacity) == (("chair",), 1, 9)
