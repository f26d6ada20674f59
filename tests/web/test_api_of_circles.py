"""Circles, events and asks for programs: what the pages show and allow, and not a line more."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.include.web.gathering import LINK, an_evening
from tests.web.community import DAY, client_of, join, make_circle, make_member, open_vault_in
from tests.web.test_api import ask, refusal
from tests.web.world import make_world

from alongside.act.diary import read_diary
from alongside.act.web.models import AnswerTap, CircleAsk, TakeUp
from alongside.include.access import Asked
from alongside.include.event import EventState
from alongside.include.web.flows_seats import attend
from alongside.include.web.times import now
from alongside.web.api import tokens
from alongside.web.api.tokens import Scope
from alongside.web.keeper import DjangoKeeper
from alongside.web.models import Circle, Part

pytestmark = pytest.mark.usefixtures("community")

WHAT = "A second chair at the talks with the funders"
PLAN = {"cue": "the agenda goes out", "act": "ask for a second seat", "line": "I will ask on Monday."}
DONE = "She sat beside me and showed her figures."
OUTSIDERS = ("outsider", "admin", "other_steward", "moderator")


@pytest.fixture
def people():
    """Ana is Fern in the circle that Sol keeps; Bo is an ally in it, and Zoe is in no circle."""
    named = {name: make_member(name) for name in ("Ana", "Bo", "Sol", "Zoe")}
    circle = make_circle(named["Sol"], name="Women in research", members=[named["Bo"]])
    join(circle, named["Ana"], pseudonym="Fern")
    return named


@pytest.fixture
def circle(people):  # noqa: ARG001  # needed for what it does
    return Circle.objects.get()


def token(member, *scopes, unlocked=True):
    """The words of a new token, for everything unless said otherwise."""
    vault = open_vault_in(client_of(member, unlocked=False), member) if unlocked else None
    return tokens.make(member, name="Script", scopes=scopes or tuple(Scope), vault=vault, today=DAY)[1]


def asking(circle, **more):
    return {"circle": str(circle.pk), "what": WHAT, "practice": "sponsor", **more}


def posted(people, circle, **more):
    """An ask by Ana, through her program."""
    answer = ask(token(people["Ana"]), "POST", "/asks", asking(circle, **more))
    assert answer.status_code == 201
    return answer.json()["id"]


READS = ("/circles/{circle}", "/asks/{ask}", "/events/{event}")
DEEDS = (("take", PLAN), ("claim", {"done": DONE}), ("answer", {"take": str(uuid4()), "answer": "helped"}))


@pytest.mark.parametrize("role", OUTSIDERS)
def test_what_lies_in_a_hidden_circle_answers_like_what_never_was(role):
    """Byte for byte, and for the circle itself in as many questions to the database."""
    world = make_world()
    words = token(world.people[role])
    ask(words, "GET", "/circles")
    for path in READS:
        told = []
        for ids in (world.ids, dict.fromkeys(("circle", "ask", "event"), uuid4())):
            with CaptureQueriesContext(connection) as asked:
                answer = ask(words, "GET", path.format(**ids))
            told.append((answer.content, len(asked) if "circle" in path else 0))
            assert refusal(answer) == (404, "not-found")
        assert told[0] == told[1]


@pytest.mark.parametrize("role", OUTSIDERS)
@pytest.mark.parametrize(("deed", "body"), DEEDS)
def test_nobody_does_anything_with_an_ask_of_a_foreign_circle(role, deed, body):
    world = make_world()
    words = token(world.people[role])
    answers = [ask(words, "POST", f"/asks/{id_}/{deed}", body) for id_ in (world.ids["ask"], uuid4())]
    assert [refusal(each) for each in answers] == [(404, "not-found")] * 2
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize("role", OUTSIDERS)
def test_lists_of_strangers_have_no_hidden_circle_and_nothing_of_it(role):
    world = make_world()
    words = token(world.people[role])
    told = [ask(words, "GET", path).content.decode() for path in ("/circles", "/events", "/asks")]
    assert not any(str(world.circle.pk) in each or world.circle.name in each for each in told)
    assert refusal(ask(words, "GET", f"/asks?circle={world.circle.pk}"))[0] == 404
    assert refusal(ask(words, "POST", "/asks", asking(world.circle)))[0] == 404


def test_those_in_it_do_find_it():
    """Else the tests above would prove nothing."""
    world = make_world()
    words = token(world.people["member"])
    assert world.circle.name in ask(words, "GET", "/circles").content.decode()
    assert [ask(words, "GET", path.format(**world.ids)).status_code for path in READS] == [200, 200, 200]


def test_only_circles_one_is_in_are_listed_in_pages(people, circle):
    make_circle(people["Zoe"], name="Open to all")
    second = make_circle(people["Bo"], name="Book club")
    words = token(people["Bo"], Scope.CIRCLES)
    first = ask(words, "GET", "/circles?limit=1").json()
    rest = ask(words, "GET", f"/circles?limit=1&after={first['after']}").json()
    assert [each["name"] for each in (*first["circles"], *rest["circles"])] == [second.name, circle.name]
    assert rest["after"] == ""


def test_people_in_a_circle_go_by_the_name_they_have_there(people, circle):
    told = ask(token(people["Bo"]), "GET", f"/circles/{circle.pk}")
    assert {each["name"] for each in told.json()["people"]} == {"Bo", "Fern", "Sol"}
    ana = people["Ana"]
    assert not any(word in told.content.decode() for word in (str(ana.pk), "Ana", ana.email))
    memberships = {str(each) for each in circle.memberships.values_list("pk", flat=True)}
    assert {each["id"] for each in told.json()["people"]} == memberships


def test_what_is_to_come_stands_before_what_is_over_and_no_proposal_does(people, circle):
    later, soon, over = (an_evening(people["Sol"], circle, days=days) for days in (9, 2, 1))
    over.begins, over.ended = over.begins - timedelta(days=3), over.ended - timedelta(days=3)
    over.save()
    an_evening(people["Sol"], circle, days=4, state=EventState.PROPOSED)
    words = token(people["Bo"])
    first = ask(words, "GET", "/events?limit=2").json()
    rest = ask(words, "GET", f"/events?limit=2&after={first['after']}").json()
    assert [each["id"] for each in first["events"]] == [str(soon.pk), str(later.pk)]
    assert [each["id"] for each in rest["events"]] == [str(over.pk)]


def test_the_link_is_for_those_who_come(people, circle):
    event = an_evening(people["Sol"], circle)
    words = token(people["Bo"])
    before = ask(words, "GET", f"/events/{event.pk}")
    assert LINK not in before.content.decode()
    assert (before.json()["on_line"], before.json()["starts_clock"]) == (True, "18:00")
    attend(people["Bo"], event.pk, Asked(), now=now(), today=now().date())
    assert ask(words, "GET", f"/events/{event.pk}").json()["link"] == LINK
    assert LINK not in ask(words, "GET", "/events").content.decode()


def test_an_ask_goes_from_program_to_browser_and_back(people, circle):
    id_ = posted(people, circle, rather_not="Please do not speak for me.")
    seen = client_of(people["Bo"]).get(f"/asks/{id_}/").content.decode()
    assert all(words in seen for words in (WHAT, "Fern", "Please do not speak for me."))

    bo = token(people["Bo"])
    taken = ask(bo, "POST", f"/asks/{id_}/take", PLAN).json()
    assert (taken["state"], taken["asker"], taken["can_take"]) == ("taken", "Fern", False)
    assert PLAN["line"] in client_of(people["Ana"]).get(f"/asks/{id_}/").content.decode()

    assert ask(bo, "POST", f"/asks/{id_}/claim", {"done": DONE, "effort": 2}).json()["state"] == "claimed"
    assert DONE in client_of(people["Bo"]).get("/look-back/").content.decode()

    (take,) = ask(token(people["Ana"]), "GET", f"/asks/{id_}").json()["takes"]
    body = {"take": take["id"], "answer": "helped"}
    assert ask(token(people["Ana"]), "POST", f"/asks/{id_}/answer", body).json()["state"] == "confirmed"
    assert "It helped" in client_of(people["Bo"]).get("/asks/").content.decode()


def test_the_plan_is_in_the_vault_and_no_answer_has_it(people, circle):
    id_ = posted(people, circle)
    bo = token(people["Bo"])
    assert PLAN["act"] not in ask(bo, "POST", f"/asks/{id_}/take", PLAN).content.decode()
    ask(bo, "POST", f"/asks/{id_}/claim", {"done": DONE})
    vault = open_vault_in(client_of(people["Bo"], unlocked=False), people["Bo"])
    diary = read_diary(DjangoKeeper(vault, actor=people["Bo"]))
    assert [(act.what, act.effort) for act in diary.acts] == [(DONE, 3)]  # 3 is what a plan takes unsaid
    assert [plan.act for plan in diary.commitments] == [PLAN["act"]]


def test_the_same_key_twice_makes_one_ask(people, circle):
    words = token(people["Ana"])
    made = [ask(words, "POST", "/asks", asking(circle), **{"idempotency-key": "k1"}) for _time in range(2)]
    assert [each.status_code for each in made] == [201, 201]
    assert made[0].json() == made[1].json()
    assert CircleAsk.objects.count() == 1
    ask(words, "POST", "/asks", asking(circle), **{"idempotency-key": "k2"})
    assert CircleAsk.objects.count() == 2


def test_taking_up_and_claiming_twice_is_once(people, circle):
    id_, bo = posted(people, circle, places=2), token(people["Bo"])
    for _time in range(2):
        assert ask(bo, "POST", f"/asks/{id_}/take", PLAN).status_code == 200
    for _time in range(2):
        assert ask(bo, "POST", f"/asks/{id_}/claim", {"done": DONE}).status_code == 200
    assert TakeUp.objects.get().turn == 1


def test_without_the_vault_nothing_is_taken_up(people, circle):
    id_ = posted(people, circle)
    with pytest.raises(tokens.Refused):
        token(people["Bo"], Scope.ASKS_WRITE, unlocked=False)
    words = token(people["Bo"], Scope.ASKS, unlocked=False)
    people["Bo"].tokens.update(scopes=["asks:write"])
    assert refusal(ask(words, "POST", f"/asks/{id_}/take", PLAN)) == (423, "locked")
    assert not TakeUp.objects.exists()


def test_a_scope_to_read_asks_writes_none(people, circle):
    words = token(people["Ana"], Scope.ASKS)
    answer = ask(words, "POST", "/asks", asking(circle))
    assert refusal(answer) == (403, "forbidden")
    assert answer.json()["error"]["field"] == "asks:write"


@pytest.mark.parametrize(
    ("path", "scope"), [("/circles", Scope.ASKS), ("/events", Scope.CIRCLES), ("/asks", Scope.EVENTS)]
)
def test_each_list_needs_its_own_scope(people, path, scope):
    assert refusal(ask(token(people["Bo"], scope), "GET", path)) == (403, "forbidden")


def test_a_guest_takes_up_and_neither_asks_nor_answers(people, circle):
    guest = make_member("Gus")
    join(circle, guest, part=Part.GUEST)
    words, id_ = token(guest), posted(people, circle, places=2)
    assert refusal(ask(words, "POST", "/asks", asking(circle)))[0] == 404
    bo = token(people["Bo"])
    ask(bo, "POST", f"/asks/{id_}/take", PLAN)
    (take,) = ask(bo, "POST", f"/asks/{id_}/claim", {"done": DONE}).json()["takes"]
    body = {"take": take["id"], "answer": "helped"}
    assert refusal(ask(words, "POST", f"/asks/{id_}/answer", body))[0] == 404
    assert ask(words, "POST", f"/asks/{id_}/take", PLAN).status_code == 200


def test_nobody_answers_their_own_claim_or_takes_up_their_own_ask(people, circle):
    id_, bo = posted(people, circle), token(people["Bo"])
    assert refusal(ask(token(people["Ana"]), "POST", f"/asks/{id_}/take", PLAN))[0] == 422
    ask(bo, "POST", f"/asks/{id_}/take", PLAN)
    (take,) = ask(bo, "POST", f"/asks/{id_}/claim", {"done": DONE}).json()["takes"]
    assert refusal(ask(bo, "POST", f"/asks/{id_}/answer", {"take": take["id"], "answer": "helped"}))[0] == 422
    assert TakeUp.objects.get().state == "claimed"


def test_an_answer_of_one_of_many_shows_to_nobody_else(people, circle):
    others = [make_member(f"Other {number}") for number in range(2)]
    for other in others:
        join(circle, other)
    id_, bo = posted(people, circle), token(people["Bo"])
    ask(bo, "POST", f"/asks/{id_}/take", PLAN)
    (take,) = ask(bo, "POST", f"/asks/{id_}/claim", {"done": DONE}).json()["takes"]
    readers = [token(people[name], Scope.ASKS) for name in ("Ana", "Bo", "Sol")]
    readers.append(token(others[1], Scope.ASKS))
    before = [ask(words, "GET", f"/asks/{id_}").content for words in readers]
    body = {"take": take["id"], "answer": "helped", "words": "At last."}
    assert ask(token(others[0]), "POST", f"/asks/{id_}/answer", body).json()["takes"][0]["answered"] is True
    assert [ask(words, "GET", f"/asks/{id_}").content for words in readers] == before
    assert AnswerTap.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"what": "x" * 141}, "what"),
        ({"what": "   "}, "what"),
        ({"places": 13}, "places"),
        ({"due": "2026-02-30"}, "due"),
        ({"due": 5}, "due"),
        ({"practice": "boasting"}, "practice"),
        ({"circle": "mine"}, "circle"),
    ],
)
def test_an_ask_that_does_not_fit_names_the_field(people, circle, more, field):
    answer = ask(token(people["Ana"]), "POST", "/asks", asking(circle) | more)
    assert refusal(answer)[0] == 422
    assert answer.json()["error"]["field"] == field
    assert not CircleAsk.objects.exists()
