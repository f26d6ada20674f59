"""Today: choose one of three, log a line, take it out; the same with htmx and without."""

import re
from uuid import UUID

import pytest
from tests.act.builders import TODAY, a_commitment, an_act, days_ago
from tests.web.visits import HTMX, page, part, spoken, went_to

from alongside.act import diary as shelf
from alongside.act.profile import Profile
from alongside.act.web.catalogue import catalogue
from alongside.act.weeks import read_week

FOREIGN = UUID(int=0xBAD)


@pytest.fixture
def three(keeper):
    """The ids of this week's three as they are at the moment of asking."""

    def ids():
        week = read_week(keeper, catalogue=catalogue(), today=TODAY)
        return [step.action.id for step in week.plan.steps]

    return ids


@pytest.fixture
def written(keeper):
    """Put acts into the diary as they are."""

    def put(*acts):
        for act in acts:
            keeper.carry_out(shelf.deed_log_act(act), today=TODAY)

    return put


def choose(client, action, deed, **more):
    return client.post("/week/", {"action": action, "deed": deed}, **more)


def test_looking_at_today_writes_nothing(client_of_owner, diary):
    page(client_of_owner.get("/"))
    assert diary() == shelf.Diary()


def test_today_asks_the_database_four_questions_at_most(
    client_of_owner, written, planned, django_assert_max_num_queries
):
    written(*(an_act(n, n=n + 1) for n in range(20)))
    planned(a_commitment(due=0))
    with django_assert_max_num_queries(4):
        client_of_owner.get("/")


def test_planning_one_leads_to_the_plan_where_it_can_be_changed(client_of_owner, three, diary):
    first = three()[0]
    place = went_to(choose(client_of_owner, first, "plan"))
    (made,) = diary().commitments
    assert place == f"/commitments/{made.id}/?done=planned"
    assert made.action == first


def test_planning_with_htmx_stays_on_the_page_and_says_so(client_of_owner, three):
    answer = choose(client_of_owner, three()[0], "plan", headers=HTMX)
    assert "You have planned this already." in part(answer)
    assert spoken(answer) == "Planned. It waits under Commitments."


def test_one_that_was_done_is_logged(client_of_owner, three, diary):
    first = three()[0]
    assert went_to(choose(client_of_owner, first, "did")) == "/?done=logged"
    assert [act.action for act in diary().acts] == [first]


def test_another_comes_in_its_place(client_of_owner, three):
    before = three()
    answer = choose(client_of_owner, before[0], "swap", headers=HTMX)
    assert spoken(answer) == "Here is another one."
    assert before[0] not in three()
    assert three()[1:] == before[1:]
    assert f'value="{three()[0]}"' in part(answer)


def test_where_no_other_fits_it_stays_and_that_is_said(client_of_owner, three, diary):
    # Every swap sets one aside for this week, and the catalogue ends: then the same three stay.
    for _swap in range(len(catalogue().actions) + 1):
        before, aside = three(), diary().choices
        if went_to(choose(client_of_owner, before[0], "swap")) == "/?done=no-other":
            break
    assert three() == before
    assert diary().choices == aside


@pytest.mark.parametrize("deed", ["plan", "did", "swap"])
def test_without_a_choice_it_is_asked_for_at_the_three(client_of_owner, diary, deed):
    text = page(choose(client_of_owner, "", deed), 422)
    assert "Choose one of the three first." in text
    assert diary() == shelf.Diary()


def test_something_else_than_the_three_cannot_be_swapped(client_of_owner, three, diary):
    other = next(each.id for each in catalogue() if each.id not in three())
    page(choose(client_of_owner, other, "swap"), 422)
    assert diary().choices == ()


def test_a_line_is_logged_with_practice_effort_and_day(client_of_owner, diary):
    sent = {"what": " Asked Zoë ", "practice": "listen", "effort": "3", "day": "2026-03-11"}
    assert went_to(client_of_owner.post("/log/", sent)) == "/?done=logged"
    (act,) = diary().acts
    assert (act.what, act.practice, act.effort, act.day) == ("Asked Zoë", "listen", 3, days_ago(1))


def test_a_logged_line_shows_in_place_with_htmx(client_of_owner):
    answer = client_of_owner.post("/log/", {"what": "Asked Zoë"}, headers=HTMX)
    assert "Asked Zoë" in part(answer)
    assert spoken(answer) == "Logged. It lies sealed in your diary."


def test_what_is_refused_comes_back_in_place_with_htmx(client_of_owner):
    text = part(client_of_owner.post("/log/", {"what": "", "effort": "5"}, headers=HTMX), 422)
    assert 'id="error-summary"' in text


def test_a_commitment_due_this_week_is_kept_from_here(client_of_owner, planned, diary):
    plan = planned(a_commitment(due=0))
    assert plan.sentence() in page(client_of_owner.get("/"))
    assert went_to(client_of_owner.post("/log/", {"commitment": str(plan.id)})) == "/?done=kept"
    assert [act.commitment for act in diary().acts] == [plan.id]
    assert not diary().commitments[0].is_open


def test_a_commitment_of_a_later_week_is_shown_too(client_of_owner, planned):
    plan = planned(a_commitment(due=-4))  # Monday next
    assert plan.sentence() in page(client_of_owner.get("/"))


def test_a_line_is_taken_out_and_twice_is_the_same(client_of_owner, written, diary):
    written(an_act())
    first, again = (client_of_owner.post(f"/log/{an_act().id}/forget/") for _n in range(2))
    assert spoken(first) == "Taken out again."
    assert went_to(again) == "/?done=forgotten"
    assert diary().acts == ()


def test_taking_out_can_be_undone(client_of_owner, written, diary):
    written(an_act())
    before = diary().acts
    text = page(client_of_owner.post(f"/log/{an_act().id}/forget/"))
    ticket = re.search(r'name="ticket" value="([^"]+)"', text).group(1)
    assert went_to(client_of_owner.post("/log/put-back/", {"ticket": ticket})) == "/?done=put-back"
    assert diary().acts == before


def test_an_undo_that_this_server_did_not_offer_does_nothing(client_of_owner, diary):
    assert went_to(client_of_owner.post("/log/put-back/", {"ticket": "a:b:c"})) == "/?done=too-late"
    assert diary().acts == ()


def test_taking_out_with_htmx_answers_in_place(client_of_owner):
    answer = client_of_owner.post(f"/log/{FOREIGN}/forget/", headers=HTMX)
    assert spoken(answer) == "Taken out again."


def test_three_weeks_with_much_done_bring_an_offer_and_taking_it_is_enough(client_of_owner, written, diary):
    # Capacity 6; three whole weeks with effort 5 each: 5/6 = 0.83 > 0.67. The offer: max(7, round(6.9)) = 7.
    written(*(an_act(days, effort=5, n=days) for days in (1, 8, 15, 22)))
    assert "Shall we plan for a little more?" in page(client_of_owner.get("/"))
    assert went_to(client_of_owner.post("/capacity/", {"capacity": "7"})) == "/?done=capacity"
    assert diary().profile.capacity == 7
    assert "Shall we plan" not in page(client_of_owner.get("/"))


def test_an_empty_answer_to_an_offer_changes_nothing(client_of_owner, diary):
    assert went_to(client_of_owner.post("/capacity/")) == "/?done=capacity"
    assert diary() == shelf.Diary()


def test_somebody_who_comes_back_is_welcomed(client_of_owner, written):
    written(an_act(20, n=1), an_act(0, n=2))
    assert "Welcome back." in page(client_of_owner.get("/"))


def test_before_the_questions_are_answered_the_three_do_not_claim_to_fit(client_of_owner):
    text = page(client_of_owner.get("/"))
    assert "Three to begin with" in text
    assert "Three things that fit your week" not in text


def test_once_roles_are_known_the_three_fit_the_week(client_of_owner, keeper):
    profile = Profile(roles=("chair", "manage"))
    keeper.carry_out(shelf.deed_profile(profile, id=UUID(int=9), today=TODAY), today=TODAY)
    text = page(client_of_owner.get("/"))
    assert "Three things that fit your week" in text
    assert "You chair." in text


@pytest.mark.parametrize(("due", "words"), [(0, "Today: "), (-1, "Tomorrow: "), (2, "")])
def test_what_is_due_stands_before_the_three(client_of_owner, planned, due, words):
    plan = planned(a_commitment(due=due))
    text = page(client_of_owner.get("/"))
    assert text.index(f"{words}{plan.sentence()}") < text.index("This week's three")
    assert text.count(plan.sentence()) == 1


def test_what_is_due_later_stands_below_the_three(client_of_owner, planned):
    plan = planned(a_commitment(due=-2))
    text = page(client_of_owner.get("/"))
    assert text.index("This week's three") < text.index(plan.sentence())
    assert "First, what you planned" not in text


def test_an_example_says_that_it_is_one(client_of_owner):
    assert "For example: Asked Aisha" in page(client_of_owner.get("/"))


def test_nothing_counts_points(client_of_owner):
    text = page(client_of_owner.get("/"))
    assert [found for found in re.findall(r"(\w+) points", text) if found != "No"] == []
