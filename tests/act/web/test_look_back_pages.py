"""Look back: the rhythm in words, what was done, what is open, three questions, days away."""

from uuid import UUID

import pytest
from tests.act.builders import TODAY, a_commitment, an_act, away
from tests.web.visits import page, went_to

from alongside.act import diary as shelf
from alongside.act.acts import ActKind


@pytest.fixture
def written(keeper):
    def put(*deeds):
        for deed in deeds:
            keeper.carry_out(deed, today=TODAY)

    return put


def test_before_the_first_act_no_rhythm_is_shown(client_of_owner):
    text = page(client_of_owner.get("/look-back/"))
    assert "Log one thing you did, however small" in text
    assert 'id="rhythm-weeks"' not in text


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((0,), "in one week."),
        ((0, 7), "in two weeks."),
        ((0, 7, 14), "in three weeks."),
        ((0, 7, 14, 21), "in every week."),
        ((60,), "in no week."),
    ],
)
def test_the_last_four_weeks_are_told_in_words(client_of_owner, written, days, told):
    written(*(shelf.deed_log_act(an_act(each, n=each + 1)) for each in days))
    assert f"you acted {told}" in page(client_of_owner.get("/look-back/"))


def test_more_talk_than_deed_is_said_once_and_mildly(client_of_owner, written):
    written(shelf.deed_log_act(an_act(n=1, kind=ActKind.TALK)))
    assert "1 post, 0 acts in 8 weeks: choose one act." in page(client_of_owner.get("/look-back/"))


def test_a_week_of_acts_and_open_plans_is_laid_out(client_of_owner, written, planned):
    written(*(shelf.deed_log_act(an_act(days, n=days + 1)) for days in (0, 1, 2)))
    plan = planned(a_commitment(due=0))
    text = page(client_of_owner.get("/look-back/"))
    for words in ("Amplify, today", "Amplify, yesterday", "Amplify, Tuesday 10 March", plan.sentence()):
        assert words in text


def test_the_working_shows_the_persons_own_numbers(client_of_owner, written):
    written(shelf.deed_log_act(an_act()))
    assert "The week from 2026-03-06 to 2026-03-12" in page(client_of_owner.get("/look-back/how/"))


def test_answers_are_kept_and_stand_in_the_form_again(client_of_owner, diary):
    sent = {"answer-1": "Went well", "answer-2": "", "answer-3": "Next time"}
    assert went_to(client_of_owner.post("/look-back/reflect/", sent)) == "/look-back/?done=reflected"
    assert diary().reflections[0].answers == ("Went well", "", "Next time")
    assert "Next time</textarea>" in page(client_of_owner.get("/look-back/"))


def test_a_second_look_back_in_the_week_takes_the_place_of_the_first(client_of_owner, diary):
    for words in ("First", "Second"):
        client_of_owner.post("/look-back/reflect/", {"answer-1": words})
    assert [each.answers[0] for each in diary().reflections] == ["Second"]


def test_nothing_written_is_nothing_kept(client_of_owner, diary):
    sent = {"answer-1": " "}
    assert went_to(client_of_owner.post("/look-back/reflect/", sent)) == "/look-back/?done=nothing"
    assert diary().reflections == ()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"first": "2026-03-14", "last": "2026-03-20"}, ("2026-03-14", "2026-03-20")),
        ({"first": "2026-03-14"}, ("2026-03-14", "2026-03-14")),
    ],
)
def test_days_are_set_aside(client_of_owner, diary, sent, kept):
    assert went_to(client_of_owner.post("/look-back/away/", sent)) == "/look-back/?done=away"
    (mine,) = diary().away
    assert (mine.first.isoformat(), mine.last.isoformat()) == kept


def test_days_in_the_wrong_order_come_back_with_what_was_typed(client_of_owner, diary):
    answer = client_of_owner.post("/look-back/away/", {"first": "2026-03-14", "last": "2026-03-01"})
    text = page(answer, 422)
    assert 'href="#id_last"' in text
    assert 'value="2026-03-14"' in text
    assert diary().away == ()


@pytest.mark.parametrize("id", [UUID(int=200), UUID(int=0xBAD)])
def test_days_are_taken_out_and_what_is_gone_already_is_no_error(client_of_owner, written, diary, id):
    written(shelf.deed_away(away(-1, -3)))
    assert "13 Mar 2026 to 15 Mar 2026" in page(client_of_owner.get("/look-back/"))
    place = went_to(client_of_owner.post(f"/look-back/away/{id}/forget/"))
    assert place == "/look-back/?done=forgotten"
    assert len(diary().away) == (0 if id == UUID(int=200) else 1)
