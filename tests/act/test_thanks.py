"""Thanks are free: never upwards, never counted, and never pressed upon anybody."""

from datetime import date

import pytest

from alongside.act.acts import Refused
from alongside.act.thanks import Leads, Sending, Thanks, arrives, from_body, give_thanks, to_body

MONDAY = date(2026, 3, 2)


def a_note(words="You spoke up.", leads=Leads.NO, sending=Sending.NOW, signed=""):
    return Thanks(words=words, leads=leads, sending=sending, signed=signed)


def test_thanks_to_somebody_who_leads_the_writer_are_refused():
    with pytest.raises(Refused) as refused:
        give_thanks(a_note(leads=Leads.YES))
    assert refused.value.place == "leads"


def test_without_an_answer_to_that_question_nothing_is_sent():
    with pytest.raises(Refused, match="still open"):
        give_thanks(a_note(leads=Leads.UNSAID))


@pytest.mark.parametrize("words", ["", "  ", "x" * 501])
def test_empty_and_endless_thanks_are_refused_at_their_field(words):
    with pytest.raises(Refused) as refused:
        give_thanks(a_note(words))
    assert refused.value.place == "words"


def test_what_is_read_holds_words_and_name_and_no_answer_to_the_question():
    body = to_body(give_thanks(a_note(" You spoke up. ", signed=" M. ")))
    assert body == {"words": "You spoke up.", "signed": "M."}
    assert from_body(body) == ("You spoke up.", "M.")


@pytest.mark.parametrize("body", [{}, {"words": 3}, {"words": "x", "signed": []}])
def test_what_are_no_thanks_is_refused(body):
    with pytest.raises(Refused):
        from_body(body)


def test_pooled_thanks_wait_for_the_coming_monday():
    assert arrives(Sending.NOW, today=MONDAY) == MONDAY
    assert arrives(Sending.POOLED, today=MONDAY) == date(2026, 3, 9)  # written on a Monday: the next one
    assert arrives(Sending.POOLED, today=date(2026, 3, 8)) == date(2026, 3, 9)  # a Sunday
