"""The path in the browser: steps with reasons, others instead, minutes, a plan in one step; and Today."""

import html
import re

import pytest
from tests.web.visits import HTMX, page, part, spoken, went_to

from alongside.act.diary import read_diary
from alongside.web.models import SealedEntry


def steps(client):
    return re.findall(r'<h3 id="step-([\w-]+)"', page(client.get("/learn/path/")))


def test_a_path_has_steps_by_week_each_with_a_reason_and_ends_in_a_deed(client_of_owner):
    text = page(client_of_owner.get("/learn/path/"))
    assert len(steps(client_of_owner)) == 8
    assert "This week" in text
    assert "Week of " in text
    assert text.count("you have not said yet how it goes for you.") >= 4
    last = text.rindex('<h3 id="step-')
    assert "Something to do" in text[last:]


def test_another_step_comes_instead_and_the_first_one_can_be_brought_back(client_of_owner, kept):
    before = steps(client_of_owner)
    answer = client_of_owner.post(f"/learn/path/steps/{before[0]}/", {"deed": "skip"})
    assert went_to(answer) == "/learn/path/?done=path-skip"
    assert before[0] not in steps(client_of_owner)
    assert kept().path.set_aside == (before[0],)
    assert "What you left out" in page(client_of_owner.get("/learn/path/"))
    client_of_owner.post(f"/learn/path/steps/{before[0]}/", {"deed": "back"})
    assert steps(client_of_owner) == before


def test_a_work_can_be_put_first(client_of_owner):
    work = steps(client_of_owner)[3]  # the work of the second week; a deed stands before it
    client_of_owner.post(f"/learn/path/steps/{work}/", {"deed": "first"})
    assert steps(client_of_owner)[1] == work
    assert "You put it first." in page(client_of_owner.get("/learn/path/"))


@pytest.mark.parametrize("sent", [{}, {"deed": "burn"}])
def test_a_deed_nobody_knows_changes_nothing(client_of_owner, sent):
    assert client_of_owner.post("/learn/path/steps/a-ramp-of-ones-own/", sent).status_code == 404
    assert client_of_owner.post("/learn/path/steps/no-such-step/", {"deed": "skip"}).status_code == 404
    assert SealedEntry.objects.count() == 0


def test_the_minutes_can_be_changed_and_nothing_longer_comes(client_of_owner, kept):
    client_of_owner.post("/learn/path/minutes/", {"minutes": "10"})
    text = page(client_of_owner.get("/learn/path/"))
    assert kept().path.minutes == 10
    assert "Made for 10 minutes a week." in text
    assert {int(each) for each in re.findall(r" · (\d+) minutes?</p>", text)} <= set(range(11))


@pytest.mark.parametrize("minutes", ["0", "-5", "many", "99999", "9" * 400])
@pytest.mark.parametrize("htmx", [{}, HTMX], ids=["page", "part"])
def test_minutes_that_make_no_sense_are_refused_at_the_field_and_kept_there(client_of_owner, minutes, htmx):
    answer = client_of_owner.post("/learn/path/minutes/", {"minutes": minutes}, headers=htmx)
    text = page(answer, 422)
    assert 'href="#id_minutes"' in text
    assert f'value="{minutes}"' in text
    assert SealedEntry.objects.count() == 0


def test_with_htmx_the_path_comes_as_a_part(client_of_owner):
    first = steps(client_of_owner)[0]
    answer = client_of_owner.post(f"/learn/path/steps/{first}/", {"deed": "skip"}, headers=HTMX)
    assert 'id="path"' in part(answer)
    assert spoken(answer).startswith("Left out")


def test_a_deed_of_the_path_becomes_a_plan_in_one_step(client_of_owner, keeper):
    text = client_of_owner.get("/learn/path/").content.decode()
    form = text[text.rindex('action="/commitments/from-finding/"') :]
    sent = {k: html.unescape(v) for k, v in re.findall(r'name="(\w+)" value="([^"]*)"', form[:2000])}
    client_of_owner.post("/commitments/from-finding/", sent)
    (plan,) = read_diary(keeper).commitments
    assert (plan.cue, plan.act) == (sent["cue"], sent["act"])


def test_today_offers_a_newcomer_the_card_of_the_day_and_others_their_step(client_of_owner):
    assert "Learn · History card" in page(client_of_owner.get("/"))
    client_of_owner.post("/learn/path/minutes/", {"minutes": "30"})
    text = page(client_of_owner.get("/"))
    assert "Learn · History card" not in text
    assert f'id="offer-learn" href="/learn/works/{steps(client_of_owner)[1]}/"' in text
