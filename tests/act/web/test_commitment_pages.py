"""Commitments: made, changed, let go, opened again, and planned straight from a finding."""

from datetime import date
from uuid import UUID

import pytest
from tests.act.builders import TODAY, a_commitment
from tests.web.visits import HTMX, page, part, spoken, went_to

from alongside.act import flows
from alongside.act.commitments import Outcome
from alongside.act.web.catalogue import catalogue

FORM = {"cue": "it rains", "act": "share my umbrella", "practice": "include", "effort": "2"}
FINDING = {
    "cue": "a question stays open",
    "act": "come back to it",
    "practice": "listen",
    "place": "finding-2",
}
FOREIGN = UUID(int=0xBAD)


def test_an_empty_list_shows_what_a_plan_looks_like(client_of_owner):
    assert "No commitments yet" in page(client_of_owner.get("/commitments/"))


def test_what_is_open_and_what_is_closed_stand_apart(client_of_owner, planned, keeper):
    planned(a_commitment(n=1))
    planned(a_commitment(n=2, weekly=True))
    planned(a_commitment(n=3, due=0))
    for number, outcome in ((4, Outcome.KEPT), (5, Outcome.DROPPED)):
        planned(a_commitment(n=number))
        flows.close(keeper, UUID(int=number), outcome=outcome, today=TODAY)
    text = page(client_of_owner.get("/commitments/"))
    for words in ("When its moment comes", "Every week", "Planned for today", "Kept", "Let go"):
        assert words in text
    assert (text.count('id="drop-'), text.count('id="reopen-')) == (3, 2)


def test_a_plan_in_ones_own_words_is_made(client_of_owner, diary):
    sent = {**FORM, "obstacle": "hurry", "due": "2026-03-20", "weekly": "yes", "buddy": "Ana"}
    assert went_to(client_of_owner.post("/commitments/new/", sent)) == "/commitments/?done=planned"
    (made,) = diary().commitments
    assert (made.cue, made.act, made.made) == ("it rains", "share my umbrella", TODAY)
    assert (made.obstacle, str(made.due), made.weekly, made.buddy) == ("hurry", "2026-03-20", True, "Ana")


def test_an_action_of_the_catalogue_fills_the_form_and_tells_why(client_of_owner, diary):
    careful = next(each for each in catalogue() if each.safety)
    text = page(client_of_owner.get("/commitments/new/", {"action": careful.id}))
    assert careful.cue in text
    assert careful.why in text
    assert careful.safety in text
    assert diary().commitments == ()


def test_an_action_that_is_not_there_is_no_page(client_of_owner):
    page(client_of_owner.get("/commitments/new/", {"action": "fly"}), 404)


def test_a_day_that_has_gone_by_is_kept_and_asked_about(client_of_owner, diary):
    place = went_to(client_of_owner.post("/commitments/new/", {**FORM, "due": "2026-03-01"}))
    assert place == f"/commitments/{diary().commitments[0].id}/?done=planned"
    assert "2026-03-01 has gone by already" in page(client_of_owner.get(place))


def test_a_change_keeps_what_the_form_does_not_ask(client_of_owner, planned, diary):
    before = planned(a_commitment(action="amplify-name-the-idea"))
    path = f"/commitments/{before.id}/"
    assert before.cue in page(client_of_owner.get(path))
    assert went_to(client_of_owner.post(path, FORM)) == "/commitments/?done=changed"
    (after,) = diary().commitments
    assert (after.id, after.made, after.action) == (before.id, before.made, before.action)
    assert (after.cue, after.weekly) == ("it rains", False)


def test_a_change_without_a_practice_is_refused_and_changes_nothing(client_of_owner, planned, diary):
    before = planned(a_commitment())
    answer = client_of_owner.post(f"/commitments/{before.id}/", {**FORM, "practice": ""})
    assert "Choose the practice that is closest." in page(answer, 422)
    assert diary().commitments == (before,)


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ({}, "/commitments/?done=dropped"),
        ({"deed": "drop"}, "/commitments/?done=dropped"),
        ({"deed": "drop", "back": "look-back"}, "/look-back/?done=dropped"),
        ({"deed": "drop", "back": "//elsewhere.example"}, "/commitments/?done=dropped"),
    ],
)
def test_a_plan_is_let_go_and_the_page_it_was_on_says_so(client_of_owner, planned, diary, sent, place):
    plan = planned(a_commitment())
    assert went_to(client_of_owner.post(f"/commitments/{plan.id}/close/", sent)) == place
    assert diary().commitments[0].outcome is Outcome.DROPPED


def test_a_plan_that_was_let_go_is_opened_again(client_of_owner, planned, diary):
    plan = planned(a_commitment(closed=1, outcome=Outcome.DROPPED))
    place = went_to(client_of_owner.post(f"/commitments/{plan.id}/close/", {"deed": "reopen"}))
    assert place == "/commitments/?done=reopened"
    assert (diary().commitments[0].outcome, diary().commitments[0].closed) == (Outcome.OPEN, None)


@pytest.mark.parametrize("path", [f"/commitments/{FOREIGN}/", f"/commitments/{FOREIGN}/close/"])
def test_a_plan_that_is_not_there_is_no_page(client_of_owner, path):
    page(client_of_owner.post(path, FORM), 404)


def test_a_finding_becomes_a_plan_in_one_step_and_can_be_changed(client_of_owner, diary):
    place = went_to(client_of_owner.post("/commitments/from-finding/", FINDING))
    (made,) = diary().commitments
    assert place == f"/commitments/{made.id}/?done=planned"
    assert (made.cue, made.act, made.practice) == ("a question stays open", "come back to it", "listen")


def test_what_another_room_suggests_may_bring_its_day_and_its_effort(client_of_owner, diary):
    went_to(
        client_of_owner.post("/commitments/from-finding/", {**FINDING, "due": "2026-12-01", "effort": "1"})
    )
    (made,) = diary().commitments
    assert (made.due, made.effort) == (date(2026, 12, 1), 1)


def test_with_htmx_a_finding_says_in_its_own_place_that_it_is_planned(client_of_owner, diary):
    answer = client_of_owner.post("/commitments/from-finding/", FINDING, headers=HTMX)
    text = part(answer)
    assert 'id="finding-2-planned"' in text
    assert diary().commitments[0].sentence() in text
    assert spoken(answer) == "Planned. It waits under Commitments."


@pytest.mark.parametrize(
    ("field", "value"),
    [("practice", ""), ("practice", "win"), ("cue", " "), ("act", ""), ("due", "soon"), ("effort", "much")],
)
def test_half_a_finding_opens_the_form_with_what_there_is(client_of_owner, diary, field, value):
    answer = client_of_owner.post("/commitments/from-finding/", {**FINDING, field: value})
    kept = FINDING["act"] if field != "act" else FINDING["cue"]
    assert kept in page(answer, 422)
    assert diary().commitments == ()
