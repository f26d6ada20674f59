"""The digest of asks and thanks: what is open, kindly; never who, how many, or what waits for a word."""

from datetime import date, datetime

import pytest
from tests.act.web.circle_of_asks import WHAT, a_round
from tests.web.community import DAY

from alongside.act.web import flows_asks
from alongside.act.web.digest import digest as digest_of
from alongside.act.web.models import ThanksLetter
from alongside.web.digest_lines import readers

pytestmark = pytest.mark.usefixtures("community")


def digest(member, *, today):
    return digest_of(readers([member]), today=today)(member)


@pytest.fixture
def around(db):  # noqa: ARG001  # needed for what it does
    return a_round(others=1)


def test_a_claim_that_waits_for_a_word_is_in_no_digest(around):
    around.claimed()
    for member in (around.ana, around.bo, around.sol, around.others[0]):
        assert digest(member, today=DAY) == []


def test_a_hidden_circle_is_in_no_digest(around):
    around.post()
    around.circle.opening = "hidden"
    around.circle.save()
    assert digest(around.bo, today=DAY) == []


def test_ones_own_ask_is_not_offered_to_oneself(around):
    around.post()
    assert digest(around.ana, today=DAY) == []


def test_an_open_ask_leads_to_its_page(around):
    ask = around.post()
    (line,) = digest(around.bo, today=DAY)
    assert (line.section, line.url) == ("asks", f"/asks/{ask}/")
    assert line.text == f"{WHAT} (Women in research)"


def test_three_asks_at_most(around):
    for _n in range(5):
        around.post()
    assert len(digest(around.bo, today=DAY)) == 3


def test_the_steward_is_told_in_one_digest_that_nobody_came(around):
    around.post()
    flows_asks.tick(now=datetime(2026, 3, 18, 9))  # noqa: DTZ001
    told = [any("Two weeks" in line.text for line in digest(around.sol, today=day)) for day in MONDAYS]
    assert told == [False, True, False]
    assert not any("Two weeks" in line.text for line in digest(around.bo, today=MONDAYS[1]))


MONDAYS = (date(2026, 3, 16), date(2026, 3, 23), date(2026, 3, 30))


def test_thanks_are_told_of_without_a_word_or_a_count_once_they_have_arrived(around):
    for _n in range(2):
        ThanksLetter.objects.create(to=around.membership(around.bo), box=b"x", arrives=MONDAYS[0])
    assert [len(digest(around.bo, today=day)) for day in (DAY, *MONDAYS)] == [0, 1, 0, 0]
    (line,) = digest(around.bo, today=MONDAYS[0])
    assert line.section == "thanks"
    assert not any(letter.isdigit() for letter in line.text)
