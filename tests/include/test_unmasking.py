"""One moderator never learns whose pseudonym it is, and two never without the person being told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.include.refusals import Refused
from alongside.include.unmasking import (
    AGREE_WITHIN,
    SEEN_FOR,
    Unmasking,
    agree,
    ask,
    can_agree,
    can_see,
    is_open,
)

DAY = date(2026, 3, 2)
MODERATORS = frozenset({"ana", "ben", "pat"})
WHY = "Somebody asked for help against threats."
WISH = Unmasking(id="u", person="pat", asked_by="ana", asked=DAY, reason=WHY)


def test_one_moderator_is_refused():
    with pytest.raises(Refused, match="One moderator is not enough"):
        agree(WISH, by="ana", moderators=MODERATORS, today=DAY)
    assert not can_see(WISH, who="ana", moderators=MODERATORS, today=DAY)


def test_somebody_who_does_not_moderate_is_refused():
    with pytest.raises(Refused, match="for moderators"):
        agree(WISH, by="rui", moderators=MODERATORS, today=DAY)
    with pytest.raises(Refused, match="for moderators"):
        ask(WISH, moderators={"ben"})


def test_the_person_is_no_second_moderator():
    with pytest.raises(Refused, match="about you"):
        agree(WISH, by="pat", moderators=MODERATORS, today=DAY)


@pytest.mark.parametrize("reason", ["", "   ", "because", "x" * 10 + " " * 20])
def test_a_reason_that_says_nothing_is_refused(reason):
    with pytest.raises(Refused, match="too short"):
        ask(Unmasking(id="u", person="pat", asked_by="ana", asked=DAY, reason=reason), moderators=MODERATORS)


def test_a_wish_lapses_after_a_week():
    assert is_open(WISH, today=DAY + AGREE_WITHIN - timedelta(days=1))
    with pytest.raises(Refused, match="run out"):
        agree(WISH, by="ben", moderators=MODERATORS, today=DAY + AGREE_WITHIN)


def test_nobody_can_ask_with_a_yes_already_in_it():
    forged = Unmasking(
        id="u", person="pat", asked_by="ana", asked=DAY, reason=WHY, agreed_by="ben", agreed=DAY
    )
    assert ask(forged, moderators=MODERATORS).agreed is None


def test_two_moderators_see_it_for_a_week_and_the_person_is_told_the_same_day():
    agreed = agree(ask(WISH, moderators=MODERATORS), by="ben", moderators=MODERATORS, today=DAY)
    assert agreed.told == DAY
    last = DAY + SEEN_FOR - timedelta(days=1)
    assert can_see(agreed, who="ana", moderators=MODERATORS, today=last)
    assert can_see(agreed, who="ben", moderators=MODERATORS, today=last)
    assert not can_see(agreed, who="ana", moderators=MODERATORS, today=DAY + SEEN_FOR)
    assert not can_see(agreed, who="pat", moderators=MODERATORS, today=DAY)
    assert not can_see(agreed, who="ben", moderators={"ana"}, today=DAY)


@given(
    by=st.sampled_from(["ana", "ben", "pat", "rui"]),
    days=st.integers(0, 20),
    moderators=st.frozensets(st.sampled_from(["ana", "ben", "pat"])),
)
def test_a_door_that_offers_it_and_a_deed_that_does_it_agree(by, days, moderators):
    today = DAY + timedelta(days=days)
    offered = can_agree(WISH, by=by, moderators=moderators, today=today)
    try:
        done = agree(WISH, by=by, moderators=moderators, today=today).told is not None
    except Refused:
        done = False
    assert done == offered
