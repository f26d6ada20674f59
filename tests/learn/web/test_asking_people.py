"""A question goes to one person who offered, within their month, under no name; the rest waits unheard of."""

import re
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from tests.web.community import DAY, client_of, make_member

from alongside.learn.educators import Pay
from alongside.learn.questions import State
from alongside.learn.web import flows_questions as flows
from alongside.learn.web.flows_questions import Answering, Sending
from alongside.learn.web.models import AskedQuestion, Educator, GivenAnswer, Handing
from alongside.learn.web.queries_questions import for_me, my_question, shared_answers
from alongside.web.models import AuditRow, Member

pytestmark = pytest.mark.usefixtures("community")
VARIES = re.compile(r'[0-9a-f-]{36}|[0-9a-f]{8}|name="csrfmiddlewaretoken" value="[^"]+"')
"""What differs between two answers that say the same: ids, the request's number, the form's token."""
APRIL = datetime(2026, 4, 1, 8)  # noqa: DTZ001  # a clock on the wall


@pytest.fixture
def asker() -> Member:
    return make_member("Asa Asker")


@pytest.fixture
def educator() -> Member:
    made = make_member("Edda Educator")
    flows.offer(made, 2, Pay.FREE, "", today=DAY)
    return made


def ask(member: Member, text: str = "What is a good chair for a ramp?", **wishes: bool) -> UUID:
    return flows.ask(member, Sending(text=text, **wishes), id=uuid4(), today=DAY).pk


def state_of(question: UUID) -> str:
    return AskedQuestion.objects.get(pk=question).state


def page(client, path: str) -> str:
    return client.get(path).content.decode()


def test_where_nobody_offered_nobody_is_asked(asker):
    make_member("Bystander")
    question = ask(asker)

    assert state_of(question) == State.QUEUED
    assert Handing.objects.count() == 0
    assert "Nobody is there for it now" in my_question(asker, question, today=DAY).standing


def test_a_question_never_comes_back_to_whoever_asked_it(educator):
    question = ask(educator)

    assert state_of(question) == State.QUEUED
    assert for_me(educator) == ()


def test_a_question_that_finds_room_reaches_one_person_without_a_name(asker, educator):
    question = ask(asker)
    (lies,) = for_me(educator)

    assert (lies.id, lies.asked_by) == (question, "")
    assert asker.shown_name not in page(client_of(educator), f"/learn/people/answering/{question}/")
    assert educator.shown_name not in page(client_of(asker), f"/learn/people/asked/{question}/")


def test_the_name_is_shown_where_the_asker_wants_it(asker, educator):
    ask(asker, named=True)

    assert for_me(educator)[0].asked_by == "Asa Asker"


def test_over_the_quota_it_waits_and_is_nowhere_to_be_seen(asker, educator):
    for text in ("First one?", "Second one?"):
        ask(asker, text)
    third = ask(make_member("Third"), "Third one?")
    answering = page(client_of(educator), "/learn/people/answering/")

    assert state_of(third) == State.QUEUED
    assert "Third one?" not in answering
    assert "Second one?" in answering
    flows.tick(now=datetime(2026, 3, 31, 23))  # noqa: DTZ001
    assert state_of(third) == State.QUEUED


def test_on_the_first_of_the_month_it_is_delivered_once(asker, educator):
    for text in ("First one?", "Second one?"):
        flows.give_answer(educator, ask(asker, text), Answering(text="So."), today=DAY)
    third = ask(asker, "Third one?")
    flows.tick(now=datetime(2026, 3, 31, 23))  # noqa: DTZ001
    assert for_me(educator) == ()

    flows.tick(now=APRIL)
    flows.tick(now=APRIL)

    assert [each.id for each in for_me(educator)] == [third]
    assert Handing.objects.filter(question=third).count() == 1


def test_declining_needs_no_reason_and_two_people_at_most_ever_get_it(asker, educator):
    second, third = make_member("Second"), make_member("Third")
    for each in (second, third):
        flows.offer(each, 5, Pay.FREE, "", today=DAY)
    question = ask(asker)
    holders = []
    for _turn in range(2):
        holder = Handing.objects.get(question=question, declined=False).member
        holders.append(holder)
        client_of(holder).post(f"/learn/people/answering/{question}/decline/")

    assert len(set(holders)) == 2
    assert state_of(question) == State.DECLINED
    assert [for_me(each) for each in (educator, second, third)] == [(), (), ()]


def test_after_fourteen_days_it_goes_back_and_a_quarter_later_it_is_gone(asker, educator):
    question = ask(asker)
    flows.tick(now=datetime(2026, 3, 17, 23))  # noqa: DTZ001
    assert state_of(question) == State.DELIVERED

    flows.tick(now=datetime(2026, 3, 18, 1))  # noqa: DTZ001
    assert state_of(question) == State.EXPIRED
    assert for_me(educator) == ()

    flows.tick(now=datetime(2026, 6, 2))  # noqa: DTZ001  # 90 days after 4 March
    assert not AskedQuestion.objects.filter(pk=question).exists()


def test_somebody_with_a_fee_gets_only_what_can_be_paid_and_the_asker_sees_the_fee(asker):
    paid = make_member("Paid")
    flows.offer(paid, 2, Pay.FEE, "40 euros an answer", today=DAY)
    unpaid, payable = ask(asker, "For nothing?"), ask(asker, "For a fee?", can_pay=True)

    assert [each.id for each in for_me(paid)] == [payable]
    assert my_question(asker, unpaid, today=DAY).fee == ""
    assert my_question(asker, payable, today=DAY).fee == "40 euros an answer"


@pytest.mark.parametrize(("asks", "answers"), [(False, False), (True, False), (False, True)])
def test_an_answer_that_only_one_would_share_is_read_by_those_two_alone(asker, educator, asks, answers):
    question = ask(asker, "How do I ask for captions?", shares=asks)
    flows.give_answer(educator, question, Answering(text="Ask early.", shares=answers), today=DAY)
    stranger = client_of(make_member("Stranger"))

    assert shared_answers() == ()
    assert "Ask early." not in page(stranger, "/learn/people/answers/")
    assert my_question(asker, question, today=DAY).answer == "Ask early."


def test_an_answer_that_both_share_comes_first_when_it_is_asked_again_until_one_ends_it(asker, educator):
    question = ask(asker, "How do I ask for captions?", shares=True)
    flows.give_answer(educator, question, Answering(text="Ask early.", shares=True), today=DAY)
    stranger = client_of(make_member("Stranger"))
    asked = {"text": "for captions, how do I ASK?"}

    found = stranger.post("/learn/people/near/", asked).content.decode()
    assert "Ask early." in found
    assert asker.shown_name not in found
    assert educator.shown_name not in found

    client_of(educator).post(f"/learn/people/answering/{question}/share/", {"shares": ""})
    assert "Ask early." not in stranger.post("/learn/people/near/", asked).content.decode()


def test_an_answer_carries_a_name_only_where_its_writer_wants_it(asker, educator):
    for named in (False, True):
        question = ask(asker, f"Named {named}?", shares=True)
        answering = Answering(text="So.", named=named, shares=True)
        flows.give_answer(educator, question, answering, today=DAY)
    text = page(client_of(make_member("Stranger")), "/learn/people/answers/")

    assert text.count(educator.shown_name) == 1


def test_what_somebody_asked_can_be_read_by_nobody_else(asker, educator):
    question = ask(asker)
    stranger = client_of(make_member("Stranger", role="admin"))
    nowhere = VARIES.sub("", page(stranger, f"/learn/people/asked/{uuid4()}/"))

    for path in (f"/learn/people/asked/{question}/", f"/learn/people/answering/{question}/"):
        answer = stranger.get(path)
        assert answer.status_code == 404
        assert VARIES.sub("", answer.content.decode()) == nowhere
    assert stranger.post(f"/learn/people/answering/{question}/", {"answer": "Mine"}).status_code == 404
    assert client_of(educator).get(f"/learn/people/asked/{question}/").status_code == 404


def test_a_question_taken_back_is_out_of_reach_at_once(asker, educator):
    question = ask(asker)
    client_of(asker).post(f"/learn/people/asked/{question}/back/")

    assert for_me(educator) == ()
    assert client_of(educator).get(f"/learn/people/answering/{question}/").status_code == 404


def test_whoever_stops_offering_is_asked_no_more_and_what_lay_with_them_goes_on(asker, educator):
    second = make_member("Second")
    question = ask(asker)
    flows.offer(second, 2, Pay.FREE, "", today=DAY)
    client_of(educator).post("/learn/people/answering/stop/")

    assert not Educator.objects.filter(member=educator).exists()
    assert [each.id for each in for_me(second)] == [question]


def test_who_leaves_takes_their_answers_along_and_the_question_stays_its_askers(asker, educator):
    question = ask(asker, shares=True)
    flows.give_answer(educator, question, Answering(text="So.", shares=True), today=DAY)
    educator.delete()

    assert GivenAnswer.objects.count() == 0
    assert my_question(asker, question, today=DAY).answer == ""


def test_the_whole_way_by_forms_alone(asker, educator):
    client, hers = client_of(asker), client_of(educator)
    near = client.post("/learn/people/near/", {"text": "Zebra crossings with sound?"}).content.decode()
    once = re.search(r'name="once" value="([^"]+)"', near).group(1)
    form = {"deed": "send", "text": "Zebra crossings with sound?", "once": once, "wish": ["shares"]}

    sent = [client.post("/learn/people/send/", form) for _click in range(2)]
    assert [each.status_code for each in sent] == [303, 303]
    assert AskedQuestion.objects.count() == 1
    question = AskedQuestion.objects.get()
    assert "Zebra" in page(hers, "/learn/people/answering/")
    empty = hers.post(f"/learn/people/answering/{question.pk}/", {"answer": " "})
    assert empty.status_code == 422
    given = hers.post(
        f"/learn/people/answering/{question.pk}/", {"answer": "Ask your town.", "wish": ["shares"]}
    )
    assert given.status_code == 303
    assert "Ask your town." in page(client, f"/learn/people/asked/{question.pk}/")
    assert "Others can read it." in page(hers, "/learn/people/answering/")


def test_each_deed_leaves_one_row_in_the_trail_and_none_holds_a_word_of_it(asker, educator):
    question = ask(asker)
    flows.share_question(asker, question, shares=True, today=DAY)
    flows.give_answer(educator, question, Answering(text="So."), today=DAY)
    flows.share_answer(educator, question, shares=True, today=DAY)
    flows.withdraw(asker, ask(asker, "Another one?"), today=DAY)
    flows.stop_offering(educator, today=DAY)

    assert list(AuditRow.objects.order_by("sequence").values_list("action", flat=True)) == [
        "question.offer", "question.ask", "question.share", "question.answer", "question.share",
        "question.ask", "question.withdraw", "question.stop-offering",
    ]  # fmt: skip
    assert set(AuditRow.objects.values_list("object_id", flat=True)) == {""}


@pytest.mark.parametrize("waiting", [1, 12])
def test_looking_again_each_minute_costs_the_same_however_many_wait(django_assert_max_num_queries, waiting):
    for number in range(waiting):
        ask(make_member(f"Asker {number}"))

    with django_assert_max_num_queries(10):
        flows.tick(now=datetime(2026, 3, 4, 9))  # noqa: DTZ001


def test_what_is_answered_already_leaves_nothing_behind(asker):
    rows = AuditRow.objects.count()
    answer = client_of(asker).post("/learn/people/send/", {"deed": "answered"})

    assert answer.status_code == 303
    assert (AskedQuestion.objects.count(), AuditRow.objects.count()) == (0, rows)


@pytest.mark.parametrize("text", ["", "  ", "x" * 1001])
def test_an_empty_or_endless_question_is_refused_with_its_words_kept(asker, text):
    for path in ("/learn/people/near/", "/learn/people/send/"):
        answer = client_of(asker).post(path, {"text": text, "deed": "send"})
        assert answer.status_code == 422
        assert text.strip()[:50] in answer.content.decode()


@pytest.mark.usefixtures("community", "educator")
def test_a_fourth_open_question_waits_until_one_is_done(asker):
    for number in range(3):
        ask(asker, f"Number {number}?")
    answer = client_of(asker).post("/learn/people/send/", {"text": "One more?", "deed": "send"})

    assert answer.status_code == 422
    assert "One more?" in answer.content.decode()


@pytest.mark.parametrize(
    ("form", "field"),
    [({"quota": "many"}, "quota"), ({"quota": "31", "pay": "free"}, "quota"), ({"quota": "2"}, "pay"),
     ({"quota": "2", "pay": "fee"}, "fee"), ({"quota": "2", "pay": "gold"}, "pay")],
)  # fmt: skip
def test_terms_that_do_not_fit_are_refused_at_their_field(asker, form, field):
    answer = client_of(asker).post("/learn/people/answering/", form)

    assert answer.status_code == 422
    assert f'href="#id_{field}' in answer.content.decode()
    assert Educator.objects.count() == 0
