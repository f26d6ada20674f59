"""Writing an ask: looked at before it is posted, under a name or under none, and taken back."""

from datetime import datetime
from uuid import uuid4

import pytest
from tests.act.web.circle_of_asks import FORM, WHAT, a_round, row_of, state_of
from tests.web.community import client_of, join, make_circle
from tests.web.visits import page, spoken, went_to

from alongside.act.web import flows_asks
from alongside.act.web.models import CircleAsk
from alongside.web.models import AuditRow, SealedEntry

pytestmark = pytest.mark.usefixtures("community")


@pytest.fixture
def around(db):  # noqa: ARG001  # needed for what it does
    return a_round()


@pytest.fixture
def form(around):
    return FORM | {"circle": str(around.circle.pk), "once": str(uuid4())}


def handed_in(around, form):
    around.browser(around.ana).post("/asks/new/", form | {"as": "steward", "deed": "post"})
    return CircleAsk.objects.get()


def test_the_first_press_posts_nothing_and_shows_it_as_it_will_stand(around, form):
    text = page(around.browser(around.ana).post("/asks/new/", form))
    for words in (WHAT, "Please do not speak for me.", "Women in research", "Fern", "Post it"):
        assert words in text
    assert "Ana" not in text
    assert CircleAsk.objects.count() == 0


def test_changing_it_brings_back_everything_that_was_typed(around, form):
    text = page(around.browser(around.ana).post("/asks/new/", form | {"deed": "change"}))
    assert all(words in text for words in (WHAT, FORM["more"], FORM["rather_not"]))
    assert "Please look at this again" not in text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"what": ""}, "There is no ask yet."),
        ({"what": "x" * 141}, "141 characters long"),
        ({"circle": ""}, "Choose one of your circles."),
        ({"practice": "heroics"}, "Choose one from the list."),
        ({"due": "soon"}, "Write the day as year-month-day"),
        ({"places": "13"}, "1 to 12"),
    ],
)
def test_what_does_not_fit_comes_back_at_its_field(around, form, change, said):
    text = page(around.browser(around.ana).post("/asks/new/", form | change | {"deed": "post"}), 422)
    assert said in text
    assert "Please look at this again" in text
    assert CircleAsk.objects.count() == 0


def test_a_day_gone_by_is_kept_and_questioned_before_posting(around, form):
    text = page(around.browser(around.ana).post("/asks/new/", form | {"due": "2026-01-05"}))
    assert "Monday 5 January, which has gone by already" in text


def test_nobody_asks_in_a_circle_they_are_not_in(around, form):
    foreign = make_circle(around.sol, name="Elsewhere")
    text = page(
        around.browser(around.ana).post("/asks/new/", form | {"circle": str(foreign.pk), "deed": "post"}), 422
    )
    assert "Choose one of your circles." in text
    assert "Elsewhere" not in text


def test_a_form_sent_twice_posts_one_ask(around, form):
    browser = around.browser(around.ana)
    for _n in range(2):
        browser.post("/asks/new/", form | {"deed": "post"})
    assert CircleAsk.objects.count() == 1


def test_an_ask_handed_in_names_nobody_anywhere(around, form):
    row = handed_in(around, form)
    assert (row.asker, row.posted) == (None, None)
    for member in (around.sol, around.bo):
        text = page(around.browser(member).get("/asks/"))
        assert "Fern" not in text
    draft = page(around.browser(around.sol).get(f"/asks/{row.pk}/"))
    assert "Somebody in the circle, through its steward" in draft
    assert "Fern" not in draft
    assert around.browser(around.bo).get(f"/asks/{row.pk}/").status_code == 404


def test_the_trail_does_not_tell_who_handed_in_an_ask(around, form):
    handed_in(around, form)
    mine = AuditRow.objects.filter(actor=around.ana.pk.hex).values_list("action", flat=True)
    assert set(mine) == {"act.commit"}  # as for any plan of one's own
    assert not AuditRow.objects.filter(action__startswith="ask.").exists()


def test_the_secret_of_an_asker_is_nowhere_in_the_open(around, form):
    row = handed_in(around, form)
    assert all(bytes(row.proof) not in bytes(entry.box) for entry in SealedEntry.objects.all())
    assert len(bytes(row.proof)) == 32


def test_the_steward_posts_it_and_everybody_can_take_it_up(around, form):
    row = handed_in(around, form)
    assert "Handed in, not yet posted" in page(around.browser(around.sol).get("/asks/steward/"))
    around.browser(around.sol).post(f"/asks/{row.pk}/post/")
    assert row_of(row.pk).posted is not None
    around.take(row.pk)
    assert state_of(row.pk) == "taken"


def test_with_their_vault_open_the_hidden_asker_decides_and_else_counts_as_one(around, form):
    row = handed_in(around, form)
    around.browser(around.sol).post(f"/asks/{row.pk}/post/")
    take = around.take(row.pk)
    around.claim(row.pk)
    said = {"answer": "helped"}
    around.browser(around.ana, unlocked=False).post(f"/asks/{row.pk}/answer/{take}/", said)
    assert state_of(row.pk) == "claimed"
    around.browser(around.ana).post(f"/asks/{row.pk}/answer/{take}/", said)
    assert state_of(row.pk) == "confirmed"


def test_the_hidden_asker_does_not_take_up_their_own_ask(around, form):
    row = handed_in(around, form)
    around.browser(around.sol).post(f"/asks/{row.pk}/post/")
    browser = around.browser(around.ana)
    assert "You, through the steward" in page(browser.get(f"/asks/{row.pk}/"))
    assert browser.get(f"/asks/{row.pk}/take/").status_code == 404


def test_the_hidden_asker_takes_it_back_and_the_trail_names_nobody(around, form):
    row = handed_in(around, form)
    answer = around.browser(around.ana).post(f"/asks/{row.pk}/withdraw/")
    assert went_to(answer) == "/asks/?done=ask-withdrawn"
    assert row_of(row.pk).ended == "withdrawn"
    assert AuditRow.objects.get(action="ask.withdraw").actor == ""


def test_what_nobody_posts_goes_after_a_month(around, form):
    row = handed_in(around, form)
    flows_asks.tick(now=datetime(2026, 4, 4, 9))  # noqa: DTZ001 -- 31 days later
    assert row_of(row.pk).ended == "expired"


def test_a_withdrawn_ask_is_gone_for_everybody(around):
    ask = around.post()
    around.take(ask)
    assert "Take this ask back?" in page(around.browser(around.ana).get(f"/asks/{ask}/withdraw/"))
    done = around.browser(around.ana).post(f"/asks/{ask}/withdraw/")
    assert spoken(around.browser(around.ana).get(went_to(done))) == "Taken back. It is gone from the circle."
    assert around.browser(around.bo).get(f"/asks/{ask}/").status_code == 404
    assert WHAT not in page(around.browser(around.bo).get("/asks/"))


def test_nobody_else_takes_it_back(around):
    ask = around.post()
    assert around.browser(around.bo).post(f"/asks/{ask}/withdraw/").status_code == 404
    assert row_of(ask).ended == ""


def test_two_names_of_one_person_share_nothing_on_any_page(around):
    second = make_circle(around.sol, name="Second circle", members=[around.bo])
    join(second, around.ana, pseudonym="Wren")
    asks = [around.post(), around.post(circle=str(second.pk))]
    texts = [page(client_of(around.bo).get(f"/asks/{ask}/")) for ask in asks]
    assert "Fern" in texts[0]
    assert "Wren" not in texts[0]
    assert "Wren" in texts[1]
    assert "Fern" not in texts[1]
    held = [str(each.pk) for each in around.ana.memberships.all()]
    assert not any(id_ in text for id_ in (*held, str(around.ana.pk)) for text in texts)
