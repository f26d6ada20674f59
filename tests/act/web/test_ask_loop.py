"""From ask to confirmed: who may do what, what is shown, and what nobody can find out."""

import re
from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.act.web.circle_of_asks import DONE, PLAN, WHAT, a_round, row_of, state_of
from tests.web.community import DAY, client_of, join, make_circle, make_member
from tests.web.visits import page, spoken, went_to

from alongside.act.web import flows_asks
from alongside.act.web.models import AnswerTap, CircleAsk, TakeUp
from alongside.web.models import AuditRow, Part, SealedEntry

pytestmark = pytest.mark.usefixtures("community")


@pytest.fixture
def around(db):  # noqa: ARG001  # needed for what it does
    return a_round()


def seen_by(around, member, ask):
    return page(around.browser(member).get(f"/asks/{ask}/"))


def test_somebody_outside_the_circle_cannot_tell_an_ask_from_nothing(around):
    ask = around.post()
    outside = client_of(make_member("Outside"))
    there, nowhere = outside.get(f"/asks/{ask}/"), outside.get(f"/asks/{around.circle.pk}/")
    assert (there.status_code, nowhere.status_code) == (404, 404)
    pages = [without_tokens(page(each, 404)) for each in (there, nowhere)]
    assert len({re.sub(r"\b[0-9a-f]{8}\b", "", each) for each in pages}) == 1
    assert WHAT not in page(outside.get("/asks/"))


def test_an_asker_with_a_pseudonym_is_named_by_it_alone(around):
    ask = around.post()
    text = seen_by(around, around.bo, ask)
    assert "Fern" in text
    assert "Ana" not in text
    assert str(around.ana.pk) not in text


def test_a_guest_may_take_it_up_and_neither_asks_nor_confirms(around):
    guest = make_member("Gus")
    join(around.circle, guest, part=Part.GUEST)
    assert around.browser(guest).get("/asks/new/").status_code == 404
    ask, take = around.claimed()
    assert "Did it help?" not in seen_by(around, guest, ask)
    assert around.answer(guest, ask, take).status_code == 404
    second = around.post()
    around.take(second, guest)
    assert state_of(second) == "taken"


def test_a_claimant_finds_no_way_to_confirm_their_own(around):
    ask, take = around.claimed()
    assert "Did it help?" not in seen_by(around, around.bo, ask)
    around.answer(around.bo, ask, take)
    assert (state_of(ask), AnswerTap.objects.count()) == ("claimed", 0)


def test_a_steward_who_took_it_up_does_not_confirm_it_either(around):
    ask = around.post()
    take = around.take(ask, around.sol)
    around.claim(ask, around.sol)
    around.answer(around.sol, ask, take)
    assert state_of(ask) == "claimed"


def test_four_answers_change_no_page_and_the_fifth_confirms(around):
    ask, take = around.claimed()
    before = {who: without_tokens(seen_by(around, who, ask)) for who in (around.bo, around.sol, around.ana)}
    for member in around.others[:4]:
        around.answer(member, ask, take)
    assert {who: without_tokens(seen_by(around, who, ask)) for who in before} == before
    around.answer(around.others[4], ask, take)
    assert state_of(ask) == "confirmed"


def without_tokens(text):
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)


def test_one_person_who_taps_five_times_confirms_nothing(around):
    ask, take = around.claimed()
    for _again in range(5):
        around.answer(around.others[0], ask, take)
    assert state_of(ask) == "claimed"
    assert AnswerTap.objects.count() == 1


def test_confirmed_looks_the_same_whoever_it_was(around):
    pages = []
    for confirm in (
        lambda ask, take: around.answer(around.ana, ask, take),
        lambda ask, take: around.answer(around.sol, ask, take),
        lambda ask, take: [around.answer(member, ask, take) for member in around.others],
    ):
        ask, take = around.claimed()
        confirm(ask, take)
        text = without_tokens(seen_by(around, around.bo, ask))
        pages.append(text.replace(str(ask), "ASK").replace(str(take), "TAKE"))
        pages[-1] = re.sub(r"/commitments/[0-9a-f-]+/", "", pages[-1])
    assert pages[0] == pages[1] == pages[2]
    assert "Confirmed: those it was for say that it helped." in pages[0]


def test_nothing_is_left_in_the_database_of_who_answered(around):
    ask, take = around.claimed()
    around.answer(around.others[0], ask, take)
    tap = AnswerTap.objects.get()
    held = b"".join([bytes(tap.mark), tap.answer.encode(), tap.words.encode()])
    assert around.others[0].pk.bytes not in held
    assert around.membership(around.others[0]).pk.bytes not in held
    assert set(AuditRow.objects.filter(action="ask.answer").values_list("actor", flat=True)) == {""}
    around.answer(around.ana, ask, take)
    assert (AnswerTap.objects.count(), row_of(ask).key) == (0, None)


@pytest.mark.parametrize("end", ["withdrawn", "run out", "not yet"])
def test_however_it_ends_the_answers_go(around, end):
    ask, take = around.claimed()
    around.answer(around.others[0], ask, take)
    assert AnswerTap.objects.count() == 1
    if end == "withdrawn":
        around.browser(around.ana).post(f"/asks/{ask}/withdraw/")
    elif end == "run out":
        flows_asks.tick(now=datetime(2026, 12, 1, 9))  # noqa: DTZ001
    else:
        around.answer(around.sol, ask, take, "other")
    assert AnswerTap.objects.count() == 0
    assert (row_of(ask).key is None) is (end != "not yet")


def test_what_is_missing_goes_back_to_the_taker_and_can_be_claimed_again(around):
    ask, take = around.claimed()
    around.answer(around.ana, ask, take, "missing", "The minutes name him.")
    assert state_of(ask) == "not yet"
    assert "The minutes name him." in seen_by(around, around.bo, ask)
    around.claim(ask)
    assert (state_of(ask), TakeUp.objects.get().missing) == ("claimed", "")


def test_the_steward_reads_lines_of_those_concerned_from_five_on_and_nobody_else_does(around):
    ask, take = around.claimed()
    for n, member in enumerate(around.others[:4]):
        around.answer(member, ask, take, "missing" if n else "helped", f"Line {n}")
    assert "Line" not in seen_by(around, around.sol, ask)
    around.answer(around.others[4], ask, take, "missing")
    assert "Line 3" in seen_by(around, around.sol, ask)
    assert "Line" not in seen_by(around, around.bo, ask)
    assert state_of(ask) == "claimed"  # four against one: five are needed on one side


def test_the_plan_is_sealed_and_the_line_is_shared(around):
    ask = around.post()
    around.take(ask)
    text = seen_by(around, around.sol, ask)
    assert PLAN["line"] in text
    assert PLAN["cue"] not in text
    assert PLAN["act"] not in page(around.browser(around.sol).get("/asks/"))
    assert all(PLAN["cue"].encode() not in bytes(row.box) for row in SealedEntry.objects.all())
    assert PLAN["act"] in page(around.browser(around.bo).get("/commitments/"))


def test_a_locked_vault_is_opened_before_anything_is_typed(around):
    ask = around.post()
    answer = around.browser(around.bo, unlocked=False).get(f"/asks/{ask}/take/")
    assert answer.headers["Location"].startswith("/vault/open/?next=")


def test_a_claim_keeps_the_plan_and_logs_the_act_in_the_takers_own_diary(around):
    ask, _take = around.claimed()
    mine = around.browser(around.bo)
    assert DONE["done"] in page(mine.get("/"))
    assert "Kept" in page(mine.get("/commitments/"))
    assert DONE["done"] in seen_by(around, around.sol, ask)
    assert DONE["done"] not in page(around.browser(around.sol).get("/"))


def test_a_confirmed_act_counts_more_in_the_takers_own_rhythm_and_nowhere_else(around):
    ask, take = around.claimed()
    mine = around.browser(around.bo)
    before = page(mine.get("/look-back/how/"))
    around.answer(around.ana, ask, take)
    after = page(mine.get("/look-back/how/"))
    # effort 3 gives a credit of 1; confirmed 1.25 times that
    assert "1.25" in after
    assert before != after
    assert "confirmed" not in page(around.browser(around.sol).get("/look-back/how/")).lower()


def test_who_logged_the_plan_first_and_claims_afterwards_has_one_act(around):
    ask = around.post()
    take = around.take(ask)
    mine = around.browser(around.bo)
    plan = re.search(r"/commitments/([0-9a-f-]{36})/", page(mine.get(f"/asks/{ask}/"))).group(1)
    mine.post("/log/", {"commitment": plan, "effort": "3"})
    around.claim(ask)
    assert page(mine.get("/")).count('id="forget-') == 1
    before = page(mine.get("/look-back/how/"))
    around.answer(around.ana, ask, take)
    assert page(mine.get("/look-back/how/")) != before


def test_today_shows_an_ask_that_one_could_take_up_and_no_other(around):
    assert "Somebody asks" not in page(around.browser(around.bo).get("/"))
    ask = around.post()
    text = page(around.browser(around.bo).get("/"))
    assert "Women in research · asked by Fern" in text
    assert WHAT in text
    assert WHAT not in page(around.browser(around.ana).get("/"))
    around.take(ask, around.others[0])
    assert "Somebody asks" not in page(around.browser(around.bo).get("/"))


def test_the_asks_of_one_circle_stand_apart_and_a_foreign_one_is_not_found(around):
    ask = around.post()
    second = make_circle(around.sol, name="Second circle", members=[around.bo])
    browser = around.browser(around.bo)
    assert WHAT in page(browser.get(f"/asks/?circle={around.circle.pk}"))
    assert WHAT not in page(browser.get(f"/asks/?circle={second.pk}"))
    foreign = make_circle(around.sol, name="Foreign")
    for given in (foreign.pk, ask, "x"):
        assert browser.get(f"/asks/?circle={given}").status_code == 404


def test_a_circle_leads_to_its_asks(around):
    text = page(around.browser(around.bo).get(f"/circles/{around.circle.pk}/"))
    assert f'href="/asks/?circle={around.circle.pk}"' in text


def test_an_archived_circle_asks_nothing_any_more(around):
    ask = around.post()
    around.circle.archived_on = DAY
    around.circle.save()
    browser = around.browser(around.bo)
    assert WHAT not in page(browser.get("/asks/"))
    assert "Take this up" not in page(browser.get(f"/asks/{ask}/"))
    assert browser.post(f"/asks/{ask}/take/", PLAN).status_code == 404


def test_giving_back_leaves_no_trace_and_lets_the_plan_go(around):
    ask = around.post()
    before = without_tokens(seen_by(around, around.sol, ask))
    around.take(ask)
    mine = around.browser(around.bo)
    assert went_to(mine.post(f"/asks/{ask}/give-back/")) == "/asks/?done=ask-let-go"
    assert without_tokens(seen_by(around, around.sol, ask)) == before
    assert "Let go" in page(mine.get("/commitments/"))


def test_two_who_press_at_once_for_one_place_get_one(around):
    ask = around.post()
    around.take(ask)
    late = around.browser(around.others[0]).post(f"/asks/{ask}/take/", PLAN)
    assert late.status_code == 404
    assert TakeUp.objects.count() == 1


def test_a_form_sent_twice_takes_it_up_once(around):
    ask = around.post()
    around.take(ask)
    again = around.browser(around.bo).post(f"/asks/{ask}/take/", PLAN)
    assert went_to(again).startswith(f"/asks/{ask}/")
    assert page(around.browser(around.bo).get("/commitments/")).count('id="drop-') == 1


def test_a_plan_with_half_missing_comes_back_with_what_was_typed(around):
    ask = around.post()
    text = page(around.browser(around.bo).post(f"/asks/{ask}/take/", PLAN | {"act": ""}), 422)
    assert "The act is still open." in text
    assert PLAN["cue"] in text
    assert TakeUp.objects.count() == 0


def test_an_empty_claim_comes_back(around):
    ask = around.post()
    around.take(ask)
    text = page(around.browser(around.bo).post(f"/asks/{ask}/claim/", {"done": " ", "effort": "3"}), 422)
    assert "The line is still empty." in text
    assert state_of(ask) == "taken"


def test_nobody_is_reminded_to_confirm(around):
    around.claimed()
    flows_asks.tick(now=datetime(2026, 3, 25, 9))  # noqa: DTZ001
    for member in (around.ana, around.sol, *around.others):
        text = page(around.browser(member).get("/"))
        assert WHAT not in text


def test_thanks_are_never_suggested_where_help_was_given_or_confirmed(around):
    ask, take = around.claimed()
    for member in (around.ana, around.others[0]):
        assert "/asks/thanks/" not in seen_by(around, member, ask)
    after = around.answer(around.ana, ask, take)
    assert "/asks/thanks/" not in seen_by(around, around.ana, ask)
    assert spoken(around.browser(around.ana).get(went_to(after))) == (
        "Thank you. Nobody is told that it was you."
    )


def test_after_a_fortnight_alone_the_steward_is_told_once(around):
    ask = around.post()
    flows_asks.tick(now=datetime(2026, 3, 17, 9))  # noqa: DTZ001 -- day 13
    assert row_of(ask).told is None
    for day in (18, 19):
        flows_asks.tick(now=datetime(2026, 3, day, 9))  # noqa: DTZ001
    assert row_of(ask).told.isoformat() == "2026-03-18"
    assert "Two weeks without a taker" in page(around.browser(around.sol).get("/asks/steward/"))
    assert AuditRow.objects.filter(action="ask.turn").count() == 1


def test_what_runs_out_closes_and_goes_a_year_later(around):
    ask = around.post(due="2026-03-10")
    flows_asks.tick(now=datetime(2026, 3, 11, 9))  # noqa: DTZ001
    assert (row_of(ask).ended, row_of(ask).key) == ("expired", None)
    flows_asks.tick(now=datetime(2027, 3, 11, 9))  # noqa: DTZ001
    assert CircleAsk.objects.count() == 1
    flows_asks.tick(now=datetime(2027, 3, 12, 9))  # noqa: DTZ001
    assert CircleAsk.objects.count() == 0


def test_who_has_left_is_named_no_more(around):
    ask, _take = around.claimed()
    held = around.membership(around.bo)
    held.state = "left"
    held.save()
    text = seen_by(around, around.sol, ask)
    assert "somebody who has left" in text
    assert around.browser(around.bo).get(f"/asks/{ask}/").status_code == 404


def test_the_list_asks_the_database_as_often_for_one_ask_as_for_many(around, django_assert_num_queries):
    browser = around.browser(around.bo)
    around.claimed()
    browser.get("/asks/")  # the first visit of a session notes it
    with CaptureQueriesContext(connection) as one:
        browser.get("/asks/")
    asked = len(one)  # counted now: the log it reads is emptied by the next
    for _n in range(4):
        around.claimed()
        around.post()
    with django_assert_num_queries(asked):
        browser.get("/asks/")
    assert asked <= 20


def test_a_steward_of_another_circle_sees_nothing_of_this_one(around):
    other = make_member("Odile")
    make_circle(other, name="Other")
    ask = around.post()
    assert WHAT not in page(client_of(other).get("/asks/steward/"))
    assert client_of(other).post(f"/asks/{ask}/post/").status_code == 404
    assert DAY.isoformat() == row_of(ask).posted.isoformat()
