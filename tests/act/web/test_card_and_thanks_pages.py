"""Cards for chosen readers and thanks for who wants them: sealed, revocable, never upwards, never counted."""

import re
from uuid import uuid4

import pytest
from tests.act.web.circle_of_asks import a_round
from tests.web.community import client_of, make_member
from tests.web.visits import page, spoken, went_to

from alongside.act.web.models import CardCopy, ThanksLetter
from alongside.web.models import AuditRow, SealedEntry
from alongside.web.policy import allowed

pytestmark = pytest.mark.usefixtures("community")
CARD = {
    "wish-talked-over": "in-the-moment",
    "talked-over": "Then ask me to go on.",
    "note": "In writing, please.",
}
NOTE = {"words": "You named my work.", "leads": "no", "sending": "now", "signed": ""}


@pytest.fixture
def around(db):  # noqa: ARG001  # needed for what it does
    return a_round(others=1)


def shown(around):
    """Ana's card, shown to Bo; the copy."""
    around.browser(around.bo).post("/asks/cards/ready/")
    ana = around.browser(around.ana)
    ana.post("/asks/cards/write/", CARD)
    ana.post("/asks/cards/show/", {"reader": str(around.membership(around.bo).pk)})
    return CardCopy.objects.get()


def open_to_thanks(around, member):
    held = around.membership(member)
    around.browser(member).post("/asks/thanks/wish/", {"wish": str(held.pk)})
    return str(held.pk)


def thank(around, to, **changes):
    form = NOTE | {"to": to, "once": str(uuid4()), "deed": "send"} | changes
    return around.browser(around.ana).post("/asks/thanks/new/", form)


def test_a_card_is_read_by_whom_it_was_shown_to_and_by_nobody_else(around):
    copy = shown(around)
    assert "Then ask me to go on." in page(around.browser(around.bo).get(f"/asks/cards/{copy.pk}/"))
    for member in (around.sol, around.others[0], around.ana, make_member("Outside")):
        assert client_of(member).get(f"/asks/cards/{copy.pk}/").status_code == 404


def test_the_policy_lets_nobody_else_ask_for_a_card_or_for_thanks(around):
    copy = shown(around)
    thank(around, open_to_thanks(around, around.bo))
    letter = ThanksLetter.objects.get()
    owner = make_member("Ada", is_owner=True)
    for member in (around.sol, around.ana, around.others[0], owner):
        assert not allowed(member, "card.read", copy)
        assert not allowed(member, "thanks.read", letter)
    assert allowed(around.bo, "card.read", copy)
    assert allowed(around.bo, "thanks.read", letter)


def test_a_card_carries_the_name_of_that_circle(around):
    copy = shown(around)
    text = page(around.browser(around.bo).get(f"/asks/cards/{copy.pk}/"))
    assert "What helps Fern" in text
    assert "Ana" not in text


def test_a_revoked_card_is_unreadable_at_once(around):
    copy = shown(around)
    answer = around.browser(around.ana).post(f"/asks/cards/{copy.pk}/revoke/")
    assert went_to(answer) == "/asks/cards/?done=card-revoked"
    assert around.browser(around.bo).get(f"/asks/cards/{copy.pk}/").status_code == 404
    assert CardCopy.objects.count() == 0


def test_nobody_revokes_a_card_that_is_not_theirs(around):
    copy = shown(around)
    for member in (around.bo, around.sol):
        assert client_of(member).post(f"/asks/cards/{copy.pk}/revoke/").status_code == 404
    assert CardCopy.objects.count() == 1


def test_no_word_of_a_card_or_of_thanks_lies_in_the_open(around):
    shown(around)
    thank(around, open_to_thanks(around, around.bo))
    boxes = [bytes(row.box) for row in (*CardCopy.objects.all(), *ThanksLetter.objects.all())]
    boxes += [bytes(row.box) for row in SealedEntry.objects.all()]
    needles = (b"Then ask me", b"In writing", b"You named my work")
    assert len(boxes) >= 4
    assert not any(needle in box for needle in needles for box in boxes)


def test_a_changed_card_is_sealed_anew_for_its_readers(around):
    copy = shown(around)
    around.browser(around.ana).post("/asks/cards/write/", CARD | {"talked-over": "Wait for my sign."})
    text = page(around.browser(around.bo).get(f"/asks/cards/{copy.pk}/"))
    assert "Wait for my sign." in text
    assert "Then ask me to go on." not in text


def test_who_left_the_circle_reads_no_card_of_it(around):
    copy = shown(around)
    held = around.membership(around.bo)
    held.state = "left"
    held.save()
    assert around.browser(around.bo).get(f"/asks/cards/{copy.pk}/").status_code == 404


def test_only_who_is_ready_can_be_chosen(around):
    ana = around.browser(around.ana)
    ana.post("/asks/cards/write/", CARD)
    assert "Choose readers" not in page(ana.get("/asks/cards/"))
    around.browser(around.bo).post("/asks/cards/ready/")
    text = page(ana.get("/asks/cards/"))
    assert "Choose readers" in text
    assert "Bo" in text
    assert "Sol" not in text


def test_a_card_cannot_be_pushed_on_somebody_outside(around):
    outside = make_member("Outside")
    client_of(outside).post("/asks/cards/ready/")
    ana = around.browser(around.ana)
    ana.post("/asks/cards/write/", CARD)
    assert ana.post("/asks/cards/show/", {"reader": str(uuid4())}).status_code == 404
    assert went_to(ana.post("/asks/cards/show/", {"reader": "x"})) == "/asks/cards/?done=nothing-chosen"


def test_words_that_are_too_long_come_back_at_their_line(around):
    answer = around.browser(around.ana).post("/asks/cards/write/", CARD | {"talked-over": "x" * 201})
    text = page(answer, 422)
    assert "201 characters long" in text
    assert 'href="#id_talked-over"' in text


def test_thanks_to_somebody_who_leads_the_writer_are_not_sent(around):
    text = page(thank(around, open_to_thanks(around, around.sol), leads="yes"), 422)
    assert "Thanks do not go to somebody who leads you" in text
    assert ThanksLetter.objects.count() == 0


def test_without_saying_whether_they_lead_nothing_is_sent(around):
    assert thank(around, open_to_thanks(around, around.sol), leads="").status_code == 422
    assert ThanksLetter.objects.count() == 0


def test_nobody_gets_thanks_who_did_not_wish_for_them(around):
    open_to_thanks(around, around.sol)
    text = page(thank(around, str(around.membership(around.bo).pk)), 422)
    assert "Choose who it is for." in text
    assert ThanksLetter.objects.count() == 0


def test_thanks_are_looked_at_before_they_are_sent(around):
    to = open_to_thanks(around, around.bo)
    text = page(thank(around, to, deed=""))
    assert "Once sent it cannot be taken back" in text
    assert ThanksLetter.objects.count() == 0


def test_thanks_are_read_by_their_receiver_and_carry_no_sender_anywhere(around):
    thank(around, open_to_thanks(around, around.bo))
    text = page(around.browser(around.bo).get("/asks/thanks/"))
    assert "You named my work." in text
    assert "Fern" not in text
    assert AuditRow.objects.get(action="thanks.send").actor == ""
    row = ThanksLetter.objects.get()
    told = {field.name for field in row._meta.get_fields()}
    assert told == {"id", "to", "box", "arrives"}
    assert around.ana.pk.bytes not in bytes(row.box)


def test_a_signature_is_read_where_one_was_given(around):
    thank(around, open_to_thanks(around, around.bo), signed="Fern")
    assert "Fern" in page(around.browser(around.bo).get("/asks/thanks/"))


def test_pooled_thanks_arrive_on_monday(around, monkeypatch):
    thank(around, open_to_thanks(around, around.bo), sending="pooled")
    browser = around.browser(around.bo)
    assert "You named my work." not in page(browser.get("/asks/thanks/"))
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-09")
    assert "You named my work." in page(browser.get("/asks/thanks/"))


def test_thanks_sent_twice_arrive_once(around):
    to, once = open_to_thanks(around, around.bo), str(uuid4())
    for _n in range(2):
        thank(around, to, once=once)
    assert ThanksLetter.objects.count() == 1


def test_no_page_counts_thanks(around):
    to = open_to_thanks(around, around.bo)
    for _n in range(3):
        thank(around, to)
    for member in (around.bo, around.sol, around.ana):
        whole = page(client_of(member).get("/asks/thanks/"))
        text = whole.split("<main")[1].partition(">")[2].split("</main")[0]
        assert not re.search(r"\d", re.sub(r"<[^>]*>", "", text))


def test_a_receiver_takes_thanks_out_and_nobody_else_does(around):
    thank(around, open_to_thanks(around, around.bo))
    letter = ThanksLetter.objects.get()
    assert around.browser(around.ana).post(f"/asks/thanks/{letter.pk}/remove/").status_code == 404
    done = around.browser(around.bo).post(f"/asks/thanks/{letter.pk}/remove/")
    assert spoken(around.browser(around.bo).get(went_to(done))) == "Taken out."
    assert ThanksLetter.objects.count() == 0


def test_who_no_longer_wishes_for_thanks_gets_none(around):
    to = open_to_thanks(around, around.bo)
    around.browser(around.bo).post("/asks/thanks/wish/", {})
    assert thank(around, to).status_code == 422


def test_a_new_key_drops_the_letters_that_the_old_one_sealed(around):
    shown(around)
    thank(around, open_to_thanks(around, around.bo))
    SealedEntry.objects.all().delete()
    bo = around.browser(around.bo)
    assert "does not open any more" in page(bo.get("/asks/thanks/"))
    bo.post("/asks/cards/ready/")
    assert (CardCopy.objects.count(), ThanksLetter.objects.count()) == (0, 0)


def test_taking_up_an_ask_makes_somebody_ready_to_read_cards(around):
    around.take(around.post())
    ana = around.browser(around.ana)
    ana.post("/asks/cards/write/", CARD)
    assert "Bo" in page(ana.get("/asks/cards/"))
